"""A stretch of the source that is hidden from the parser of Markdown.

Stretch(start=10, end=24, reason=Reason.DIRECTIVE)
"""

from dataclasses import dataclass

from podcast.text.essay import Reason

BLOCK, VALUE = "block", "value"  # what may have a line of its own, and what stands for words: {{ site.title }}


@dataclass(frozen=True, slots=True)
class Stretch:
    start: int
    end: int
    reason: Reason | None  # None: code, which the parser knows
    kind: str = BLOCK


def around(start: int, end: int, said: tuple[int, int], reason: Reason) -> list[Stretch]:
    """All but a caption, say, that is said."""
    return [Stretch(first, last, reason) for first, last in ((start, said[0]), (said[1], end)) if first < last]
