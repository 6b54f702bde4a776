"""Which episode an essay is: the one it was when it was last built, or a new one.

    identity = identify(essay, "essays/rivers.md", episodes, base_url, now, is_there=lambda path: path in files)
    identity.slug, identity.guid, identity.published

Which one it was, recognition.py finds; what is minted for a new episode is kept for good.

Which episodes several essays will be, when they are built one after another, can be told before (`entered`):

    episodes = [*episodes, entered(identity, essay, source)]
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import eq
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from podcast.episode.places import STANDARD_INPUT, file_and_part
from podcast.episode.recognition import Recognition, named
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from podcast.episode.facts import EpisodeEntry
    from podcast.text.essay import Essay

_LONGEST_SLUG = 60
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # no file and no folder may be called so on Windows
_LONGEST_BOOK = 24  # characters of a book's name before its chapter's

# Letters that are not an ASCII letter with a mark.
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "þ": "th"}
)


@dataclass(frozen=True, slots=True)
class Identity:
    slug: str
    guid: str
    number: int
    published: datetime
    before: "EpisodeEntry | None"  # as it was last built


def identify(  # noqa: PLR0913 — each of them is a reason for what it is
    essay: "Essay",
    source: str,
    episodes: "Sequence[EpisodeEntry]",
    base_url: str,
    now: datetime,
    *,
    is_there: Callable[[str], bool],
    are_one: Callable[[str, str], bool] = eq,
    same_as: str = "",
) -> Identity:
    """`source` is where the essay came from (places.py).

    `is_there` knows which places exist, `are_one` which two are one file. `same_as`: the slug of the episode that the
    essay is, if its user says so. Raises PodcastError where the essay states the slug or the GUID of another episode.
    """
    wanted = slug_of(essay, source)
    stated = slugify(essay.slug)
    recognition = Recognition(essay, source, wanted, bool(stated), episodes, is_there, are_one)
    before = named(same_as, episodes) if same_as else recognition.found()
    _check_guid(essay, before, episodes)
    if before is not None:
        guid = essay.guid or before.guid
        return Identity(before.slug, guid, before.number, essay.date or before.published, before)
    number = max((episode.number for episode in episodes), default=0) + 1
    slug = _free(wanted or f"episode-{number}", {episode.slug for episode in episodes})
    published = essay.date or now.replace(microsecond=0)
    minted = uuid5(NAMESPACE_URL, f"{base_url.rstrip('/')}/{slug} {published.isoformat()}")
    return Identity(slug, essay.guid or str(minted), number, published, None)


def entered(identity: Identity, essay: "Essay", source: str) -> "EpisodeEntry":
    """The episode that an essay will be, as far as it can be known."""
    from podcast.episode.facts import EpisodeEntry

    before = identity.before or EpisodeEntry(
        slug=identity.slug,
        guid=identity.guid,
        number=identity.number,
        published=identity.published,
        updated=identity.published,
        title=essay.title,
        author=essay.author,
        source=source,
        summary="",
        episode_type=essay.episode_type,
        season=essay.season,
        episode=essay.episode,
        explicit=essay.explicit,
        audio_file="",
        audio_bytes=0,
        duration_ms=0,
        sketch="",
    )
    return replace(before, guid=identity.guid, title=essay.title, source=source, published=identity.published)


def slug_of(essay: "Essay", source: str) -> str:
    """From the front matter, the file's name or the title; empty if none of them has a Latin letter or digit."""
    from podcast.text.title import from_file_name

    file, part = file_and_part(source)
    name = "" if source == STANDARD_INPUT else from_file_name(file)
    named = f"{name[:_LONGEST_BOOK]} {part}" if part else name
    return next(filter(None, map(slugify, (essay.slug, named, essay.title))), "")


def slugify(text: str) -> str:
    """Letters, digits and hyphens, that every system takes for the name of a folder; empty if nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text.translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", ascii_text))
    slug = "-".join(words)[:_LONGEST_SLUG].rstrip("-")
    return f"{slug}-1" if _RESERVED.fullmatch(slug) else slug


def _check_guid(essay: "Essay", own: "EpisodeEntry | None", episodes: "Iterable[EpisodeEntry]") -> None:
    """Apps would take two episodes of one GUID for one."""
    others = (episode for episode in episodes if episode.guid == essay.guid and episode is not own)
    if other := next(others, None) if essay.guid else None:
        what, remedy = f"“{other.title}” has the GUID {essay.guid} already", "Give one of the two another, or none."
        raise PodcastError(what, which=essay.title, remedy=remedy)


def _free(slug: str, taken: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(name for name in numbered if name not in taken)
