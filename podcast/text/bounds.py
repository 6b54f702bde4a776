"""How much an essay may be cut up, so that no file can hold a build up: time grows with paragraphs, not with letters.

    check_paragraphs(len(blocks))
    check_markup(source)            # before a parser goes over it

The longest novels have some 15,000 paragraphs, and 50,000 of three words each would be heard for a day and a night.
"""

import re

from podcast.errors import PodcastError

MOST_PARAGRAPHS = 50_000
_MOST_LINES = 3 * MOST_PARAGRAPHS  # each may be a paragraph; hard-wrapped, paragraphs have more
_MOST_SIGNS = 3 * MOST_PARAGRAPHS  # of emphasis, two for each stretch of it
_LINE = re.compile(r"\S[^\n]*")


def check_paragraphs(count: int) -> None:
    """Raises PodcastError where there are too many; headings, items and lines of a poem count as well."""
    if count > MOST_PARAGRAPHS:
        raise _too_many(f"paragraphs than {MOST_PARAGRAPHS:,}")


def check_markup(source: str, signs: str = "") -> None:
    """`signs`: those of the format's inline markup, where its parser is slow. Raises PodcastError for too much."""
    if len(source) > _MOST_SIGNS and sum(map(source.count, signs)) > _MOST_SIGNS:
        raise _too_many(f"signs of emphasis than {_MOST_SIGNS:,}")
    if len(source) > _MOST_LINES and sum(1 for _ in _LINE.finditer(source)) > _MOST_LINES:
        raise _too_many(f"lines than {_MOST_LINES:,}")


def _too_many(what: str) -> PodcastError:
    return PodcastError(f"The essay has more {what}", remedy="Cut it into parts, and make an episode of each.")
