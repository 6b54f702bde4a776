"""Which episode an essay is: the one it was when it was last built, or a new one.

    identity = identify(essay, "essays/rivers.md", episodes, base_url, now, is_there=lambda path: path in files)
    identity.slug, identity.guid, identity.published

An essay is recognised by its `slug` (front matter), or else by where it lies, or else by its title, when nothing lies
any more where the one episode of that title lay. So neither a new title, nor a new place or name, nor a slug that is
given later makes a second episode, and two essays of the same name in two folders stay two. What is minted for a new
episode is kept for good.

Which episodes several essays will be, when they are built one after another, can be told before (`entered`):

    episodes = [*episodes, entered(identity, essay, source)]
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from podcast.errors import PodcastError

if TYPE_CHECKING:
    from podcast.episode.facts import EpisodeEntry
    from podcast.text.essay import Essay

STANDARD_INPUT = "-"
OUTSIDE = "outside:"  # begins the source of an essay that does not lie in the show; a hash stands for its folder
_LONGEST_SLUG = 60
_LONGEST_BOOK = 24  # characters of a book's name before its chapter's
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")  # which no file may be called on Windows
_PART = re.compile(r"(.+\.\w{1,9})#([\w,-]+)")

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


def identify(
    essay: "Essay",
    source: str,
    episodes: "Sequence[EpisodeEntry]",
    base_url: str,
    now: datetime,
    *,
    is_there: Callable[[str], bool],
) -> Identity:
    """`source` is the essay's path from the show's folder, or STANDARD_INPUT; `is_there` knows which paths exist.

    Raises PodcastError where the essay states the GUID of another episode.
    """
    wanted = slug_of(essay, source)
    before = _recognised(essay, source, wanted, episodes, is_there)
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
    )
    return replace(before, guid=identity.guid, title=essay.title, source=source, published=identity.published)


def slug_of(essay: "Essay", source: str) -> str:
    """From the front matter, the file's name or the title; empty if none of them has a Latin letter or digit."""
    from podcast.text.title import from_file_name

    file, part = file_and_part(source)
    name = "" if source == STANDARD_INPUT else from_file_name(file)
    named = f"{name[:_LONGEST_BOOK]} {part}" if part else name
    return next(filter(None, map(slugify, (essay.slug, named, essay.title))), "")


def file_and_part(source: str) -> tuple[str, str]:
    """`books/rivers.epub#the-mouth` is a chapter of a book (podcast/cli/chapters.py); most sources are whole files."""
    found = _PART.fullmatch(source)
    return (found[1], found[2]) if found else (source, "")


def slugify(text: str) -> str:
    """Letters, digits and hyphens, that every system takes for the name of a folder; empty if nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text.translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", ascii_text))
    slug = "-".join(words)[:_LONGEST_SLUG].rstrip("-")
    return f"{slug}-1" if _RESERVED.fullmatch(slug) else slug


def _recognised(
    essay: "Essay", source: str, slug: str, episodes: "Iterable[EpisodeEntry]", is_there: Callable[[str], bool]
) -> "EpisodeEntry | None":
    by_slug = {episode.slug: episode for episode in episodes}
    by_source = {episode.source: episode for episode in by_slug.values() if source != STANDARD_INPUT}
    at_its_place = by_source.get(source)
    if essay.slug:
        is_given_late = at_its_place is not None and at_its_place.title == essay.title
        return by_slug.get(slug) or (at_its_place if is_given_late else None)
    if at_its_place is not None:
        return at_its_place
    # Moved or renamed: what it was lies no more where it lay. Of one outside the show nobody knows that.
    lost = [
        episode
        for episode in by_slug.values()
        if episode.title == essay.title and not episode.source.startswith(OUTSIDE) and not is_there(episode.source)
    ]
    if file_and_part(source)[1]:  # each book has its preface
        lost = [episode for episode in lost if essay.author and episode.author == essay.author]
    return next((episode for episode in lost if episode.slug == slug), lost[0] if len(lost) == 1 else None)


def _check_guid(essay: "Essay", own: "EpisodeEntry | None", episodes: "Iterable[EpisodeEntry]") -> None:
    """Apps would take two episodes of one GUID for one."""
    others = (episode for episode in episodes if episode.guid == essay.guid and episode is not own)
    if other := next(others, None) if essay.guid else None:
        what, remedy = f"“{other.title}” has the GUID {essay.guid} already", "Give one of the two another, or none."
        raise PodcastError(what, which=essay.title, remedy=remedy)


def _free(slug: str, taken: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(name for name in numbered if name not in taken)
