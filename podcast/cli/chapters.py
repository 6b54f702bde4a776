"""The essays of a command line, where a book may be one, several of its chapters, or an essay a chapter.

    for part in parts(["rivers.epub"], "2-3", is_split=True):
        part.label                  # "rivers.epub#2", then "rivers.epub#3"
        part.source(show, data)     # "rivers.epub#the-mouth"

A chapter is recognised by its title and not by its number: a new preface moves the numbers of all that follow.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from podcast.cli import essays
from podcast.episode.identity import slugify
from podcast.episode.places import STANDARD_INPUT
from podcast.errors import PodcastError


@dataclass(frozen=True, slots=True)
class EssayPart:
    name: str  # as on the command line
    chapters: str = ""  # of a book, those that are wanted; empty: it is the whole file
    place: int = 0  # among the episodes that a book is split into

    @property
    def label(self) -> str:
        return f"{self.name}#{self.chapters}" if self.chapters else self.name

    def request_source(self, show: Path) -> str:
        """Under which it is known whether it is current; it can be told before anything is read."""
        source = essays.source_of(self.name, show)
        return f"{source}#{self.chapters}" if self.chapters else source

    def source(self, show: Path, data: bytes) -> str:
        """By which its episode is recognised. Of one from standard input nobody knows which book it is a chapter of."""
        if self.name == STANDARD_INPUT:
            return STANDARD_INPUT
        if not self.chapters.isdecimal():
            return self.request_source(show)
        keys = [slugify(title) for title in titles_of(data, self.name)]
        number = int(self.chapters)
        key = keys[number - 1] if number <= len(keys) else ""
        own = key if keys.count(key) == 1 and not key.isdecimal() else "-".join(filter(None, (key, str(number))))
        return f"{essays.source_of(self.name, show)}#{own}"


def parts(names: Iterable[str], chapters: str, *, is_split: bool) -> list[EssayPart]:
    """Raises PodcastError for chapters that can't be read, and for a book to split that can't be."""
    from podcast.text.documents.book.chapterlist import canonical

    wanted = canonical(chapters)
    if not is_split:
        return [EssayPart(name, wanted) for name in names]
    return [part for name in names for part in _split(name, wanted)]


def _split(name: str, wanted: str) -> list[EssayPart]:
    from podcast.text.documents.book.chapterlist import chosen

    if name == STANDARD_INPUT:
        what = "A book from standard input can't be split: whose chapters they are would not be known again"
        raise PodcastError(what, remedy="Save it as a file, and name that.")
    titles = titles_of(essays.bytes_of(name), name)
    if not titles:
        raise PodcastError("Only a book has chapters to split", which=name, remedy="Leave --split out.")
    numbers = chosen(wanted or "1-", len(titles), name)
    return [EssayPart(name, str(number), place) for place, number in enumerate(numbers)]


def titles_of(data: bytes, name: str) -> tuple[str, ...]:
    """Of a book's chapters; nothing else has any."""
    from podcast.text.documents.kinds import kind_of

    if kind_of(data, name) != "epub":
        return ()
    from podcast.text.documents.book.reader import chapters_of

    return chapters_of(data, name)
