"""Which of a show's episodes an essay is, by its slug, its place, its title and its text; or that it is a new one.

    recognition = Recognition(essay, "essays/rivers.md", "rivers", False, episodes, is_there, are_one)
    recognition.found()                 # an EpisodeEntry, or None; PodcastError: another essay has its slug

Whoever takes an episode over replaces it, so a doubt makes a second episode, or, where the essay states the slug of
another one, an error: neither loses what was published. docs/design.md has the reasons, and how sure is sure enough.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from podcast.episode import likeness
from podcast.episode.places import OUTSIDE, STANDARD_INPUT, file_and_part, for_people
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from podcast.episode.facts import EpisodeEntry
    from podcast.text.essay import Essay

_NEARLY = 0.8  # of the text: the same essay, whatever it is called
_PARTLY = 0.3  # of the text: the same essay, if it is called the same
_HARDLY = 0.1  # of the text: another one, if it is called otherwise


@dataclass(frozen=True)
class Recognition:
    essay: "Essay"
    source: str
    slug: str  # that it would like to have …
    is_stated: bool  # … because it says so itself
    episodes: "Sequence[EpisodeEntry]"
    is_there: Callable[[str], bool]  # whether a file lies at that place …
    are_one: Callable[[str, str], bool]  # … and whether two places are one file

    def found(self) -> "EpisodeEntry | None":
        here = self._here()
        if not self.is_stated:
            return (self._swapped(here) or here) if here else self._moved()
        holder = next((one for one in self.episodes if one.slug == self.slug), None)
        if holder is not None:
            if not self._is_at_its_place(holder) and not self._has_moved(holder):
                raise taken(self.slug, holder.title, holder.source)
            return holder
        return here if here is not None and self._is_like(here) else self._moved()

    def _here(self) -> "EpisodeEntry | None":
        """That of the essay that lay here; of several, the one that is most like it."""
        here = [one for one in self.episodes if self._is_at_its_place(one)]
        return max(here, key=lambda one: (one.slug == self.slug, one.title == self.essay.title), default=None)

    def _swapped(self, here: "EpisodeEntry") -> "EpisodeEntry | None":
        """That of another file, if files have changed names: of what lay here nothing is left, of that nearly all."""
        if here.title == self.essay.title or not is_another(self.essay, here, self._sketch):
            return None
        same = [one for one in self.episodes if one is not here and (self._shared(one) or 0) >= _NEARLY]
        return same[0] if len(same) == 1 else None

    def _moved(self) -> "EpisodeEntry | None":
        """That of an essay which lay elsewhere; where it can be one of two, it is none."""
        moved = [one for one in self.episodes if not self._is_at_its_place(one) and self._has_moved(one)]
        return next((one for one in moved if one.slug == self.slug), moved[0] if len(moved) == 1 else None)

    def _is_at_its_place(self, one: "EpisodeEntry") -> bool:
        """A system that doesn't tell cases apart, or é from é, has two names for one file."""
        if STANDARD_INPUT in (self.source, one.source):
            return False
        return one.source == self.source or (
            _folded(one.source) == self._folded_source and self.are_one(one.source, self.source)
        )

    def _has_moved(self, one: "EpisodeEntry") -> bool:
        """Whether it is this essay that lay elsewhere: nothing lies there any more, or this one lies nowhere."""
        is_outside = one.source.startswith(OUTSIDE)  # of which nobody knows whether it is still there
        is_called_like = self._is_called_like(one)
        part = self._shared(one)
        if part is None:
            has_its_slug = self.is_stated and self.slug == one.slug and one.source != STANDARD_INPUT
            return (is_called_like or has_its_slug) and not is_outside and not self.is_there(one.source)
        if part < (_PARTLY if is_called_like and not is_outside else _NEARLY):
            return False
        return is_outside or self.source == STANDARD_INPUT or self._is_left(one.source)

    def _is_left(self, place: str) -> bool:
        """What lies there, if anything, is another episode's by now."""
        return not self.is_there(place) or sum(one.source == place for one in self.episodes) > 1

    def _is_like(self, one: "EpisodeEntry") -> bool:
        return self._is_called_like(one) or (self._shared(one) or 0) >= _PARTLY

    def _is_called_like(self, one: "EpisodeEntry") -> bool:
        if file_and_part(self.source)[1] and not (self.essay.author and one.author == self.essay.author):
            return False  # each book has its preface
        return one.title == self.essay.title

    def _shared(self, one: "EpisodeEntry") -> float | None:
        return likeness.shared(self._sketch, one.sketch) if one.sketch else None

    @cached_property
    def _sketch(self) -> str:
        return sketch_of(self.essay)

    @cached_property
    def _folded_source(self) -> str:
        return _folded(self.source)


def sketch_of(essay: "Essay") -> str:
    return likeness.sketch(block.text for block in essay.blocks)


def is_another(essay: "Essay", before: "EpisodeEntry", sketch: str) -> bool:
    """Whether next to nothing is left of what was published: neither the title nor the text."""
    part = likeness.shared(sketch, before.sketch)
    return before.title != essay.title and part is not None and part < _HARDLY


def taken(slug: str, title: str, source: str) -> PodcastError:
    what = f"The slug {slug} is taken: “{title}” ({for_people(source)}) has it, and would be replaced"
    remedy = (
        "Give one of the two another slug: in its front matter, or leave that out. "
        f"If it is the same essay and has moved, say so: build it with --same-as {slug}."
    )
    return PodcastError(what, remedy=remedy)


def named(slug: str, episodes: "Iterable[EpisodeEntry]") -> "EpisodeEntry":
    """The one that the user says it is."""
    from difflib import get_close_matches

    known = {one.slug: one for one in episodes}
    if slug not in known:
        near = get_close_matches(slug, known, n=3) or [*known][:3]
        remedy = f"There is {', '.join(near)}." if near else "This show has none yet."
        raise PodcastError("There is no such episode", which=slug, remedy=remedy)
    return known[slug]


def _folded(source: str) -> str:
    return unicodedata.normalize("NFC", source).casefold()
