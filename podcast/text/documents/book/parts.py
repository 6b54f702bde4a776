"""The chapters of a book, and what stands between them.

    parts = parts_of(pieces, contents_of(book), landmarks_of(book), "On Rivers")
    [(part.number, part.title) for part in parts if part.is_chapter]

The table of contents says where chapters begin: a file may hold several, and a chapter be cut into several files. A
part's name and motto belong to its first chapter; sections belong to their own. A book without a table that is of use
has its chapters where its highest headings stand.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from posixpath import basename

from podcast.text.documents.book.contents import ContentsEntry
from podcast.text.documents.book.file import BookDocument
from podcast.text.documents.book.outline import BookHeading, chapters_among
from podcast.text.documents.book.page import BookPiece
from podcast.text.documents.book.uses import BookUse, is_title_page, letters, plain, use_of_file, use_of_title

_SPLIT = re.compile(r"_split_?\d+$")
_SHORTEST_FRONT = 1_500  # characters of what stands before the first chapter, to be one itself
_TOP = 1_500  # characters of a chapter's page in which its title stands, if it does
_FIRST_LINE = re.compile(
    r"\s*(?:<(?![/p])[^<>]*>\s*)*?<(p|div)\b([^<>]*)>((?:(?!</?(?:p|div)\b).){1,400})</\1>", re.DOTALL
)
_LAST_HEADING = re.compile(r"<h[1-6]\b[^<>]*>(?:(?!</?h[1-6]\b).){1,300}</h[1-6]>(?:\s|<[^<>]{0,200}>)*\Z", re.DOTALL)
_NUMBER = re.compile(r"[\W\d]*|[IVXLC]+\.?")

_Pieces = Sequence[tuple[BookDocument, BookPiece]]


@dataclass(frozen=True, slots=True)
class BookPart:
    use: BookUse
    number: int  # of the chapter that it belongs to, from 1
    title: str  # of that chapter
    is_chapter: bool  # it begins it
    body: str


def parts_of(
    pieces: _Pieces, entries: Sequence[ContentsEntry], landmarks: Mapping[str, str], title: str
) -> tuple[BookPart, ...]:
    text = "".join(piece.body for _, piece in pieces)
    starts = _starts(pieces)
    uses = _uses(pieces, entries, landmarks, title)
    table = list(_placed(entries, pieces, starts))
    places = sorted(one.at for one in table)
    asides = {
        one.at: use for one in table if (use := use_of_title(one.title, _own(one, places, text))) is not BookUse.TEXT
    }
    told = _telling(table, lambda at: at not in asides and _is_text(at, starts, uses))
    chapters = chapters_among(told, text, title)
    if len(chapters) < 2:
        headed = [one for one in _by_headings(pieces, starts) if _is_text(one.at, starts, uses)]
        chapters = headed if len(headed) > len(chapters) else chapters
    chapters = [replace(one, at=_with_heading(one, text)) for one in chapters]
    chapters = _with_front(chapters, pieces, starts, uses) or [BookHeading(0, "", 0)]
    slices = _slices(text, starts, uses, asides, _named(chapters, title), pieces)
    return tuple(slices)


def _starts(pieces: _Pieces) -> list[int]:
    starts, at = [], 0
    for _, piece in pieces:
        starts.append(at)
        at += len(piece.body)
    return starts


def _uses(pieces: _Pieces, entries: Sequence[ContentsEntry], landmarks: Mapping[str, str], title: str) -> list[BookUse]:
    """Of each file as a whole; one that most of the book is in, or several entries lead to, is text."""
    length = sum(piece.length for _, piece in pieces)
    led = [entry.href for entry in entries]
    uses: list[BookUse] = []
    for document, piece in pieces:
        stated = document.use or landmarks.get(document.href, "")
        use = use_of_file(document.href, piece, stated)
        if use is BookUse.TEXT and all(one is not BookUse.TEXT for one in uses) and is_title_page(piece, title):
            use = BookUse.FURNITURE
        if use is BookUse.FURNITURE and (piece.length > 0.5 * length or len({*_fragments(entries, document.href)}) > 2):
            use = BookUse.TEXT
        if (
            use is BookUse.TEXT
            and uses
            and _continues(document.href, pieces[len(uses) - 1][0].href)
            and document.href not in led
        ):
            use = uses[-1]
        uses.append(use)
    return uses


def _fragments(entries: Sequence[ContentsEntry], href: str) -> Iterator[str]:
    return (entry.fragment for entry in entries if entry.href == href)


def _continues(href: str, before: str) -> bool:
    """`index_split_004.html` after `index_split_003.html`, which Calibre cuts where a file is long."""
    stems = [_SPLIT.subn("", basename(one).rpartition(".")[0]) for one in (href, before)]
    return stems[0][0] == stems[1][0] and all(count for _, count in stems) and stems[0][0].lower() != "index"


def _placed(entries: Sequence[ContentsEntry], pieces: _Pieces, starts: Sequence[int]) -> Iterator[BookHeading]:
    """Where entries lead in the text; those to nowhere are left out."""
    places = {document.href: index for index, (document, _) in reversed(list(enumerate(pieces)))}
    for entry in entries:
        if entry.href in places:
            index = places[entry.href]
            yield BookHeading(starts[index] + pieces[index][1].anchors.get(entry.fragment, 0), entry.title, entry.depth)


def _telling(table: Sequence[BookHeading], is_text: Callable[[int], bool]) -> list[BookHeading]:
    """Without those that lead to no text; one that others are in, such as a half-title, begins with the first."""
    found: list[BookHeading] = []
    for one in reversed(table):
        if is_text(one.at):
            found.append(one)
        elif found and found[-1].depth > one.depth:
            found.append(replace(one, at=found[-1].at))
    return found[::-1]


def _is_text(at: int, starts: Sequence[int], uses: Sequence[BookUse]) -> bool:
    return uses[bisect_right(starts, at) - 1] is BookUse.TEXT


def _own(one: BookHeading, places: Sequence[int], text: str) -> str:
    after = bisect_right(places, one.at)
    return text[one.at : places[after] if after < len(places) else len(text)]


def _by_headings(pieces: _Pieces, starts: Sequence[int]) -> list[BookHeading]:
    """The highest that there are two of; without any, a file is a chapter."""
    found = [
        BookHeading(start + at, title, level)
        for start, (_, piece) in zip(starts, pieces, strict=True)
        for at, level, title in piece.headings
        if title and use_of_title(title, "") is BookUse.TEXT
    ]
    for level in sorted({one.depth for one in found}):
        if sum(one.depth == level for one in found) > 1:
            return [replace(one, depth=0) for one in found if one.depth == level]
    full = [start for start, (_, piece) in zip(starts, pieces, strict=True) if piece.length > 0]
    return [BookHeading(start, "", 0) for start in full]


def _with_heading(one: BookHeading, text: str) -> int:
    """Some tables lead below the heading."""
    above = _LAST_HEADING.search(text, max(one.at - 600, 0), one.at)
    is_own = above and letters(plain(above[0])) and letters(plain(above[0])) in letters(one.title)
    return above.start() if above and is_own else one.at


def _with_front(
    chapters: Sequence[BookHeading], pieces: _Pieces, starts: Sequence[int], uses: Sequence[BookUse]
) -> list[BookHeading]:
    """A preface that the table doesn't name is a chapter; a motto belongs to the first."""
    if not chapters:
        return []
    front = []
    for start, (_, piece), use in zip(starts, pieces, uses, strict=True):
        if use is BookUse.TEXT and start + len(piece.body) <= chapters[0].at and piece.length >= _SHORTEST_FRONT:
            first = next((title for _, _, title in piece.headings if title), "")
            front.append(BookHeading(start, first or "Front matter", 0))
    return [*front, *chapters]


def _named(chapters: Sequence[BookHeading], title: str) -> list[BookHeading]:
    """Two of one name are told apart by their parts; a number alone is a chapter of the book."""
    counts = Counter(one.title for one in chapters)
    named = []
    for number, one in enumerate(chapters, 1):
        is_number, name = _NUMBER.fullmatch(one.title), one.title or str(number)
        whole = one.part if one.part and (is_number or counts[one.title] > 1) else title if is_number else ""
        own = title if len(chapters) == 1 and not one.title else ""
        named.append(replace(one, title=own or (f"{whole}, {name}" if whole else name), heading=one.title))
    return named


def _slices(
    text: str,
    starts: Sequence[int],
    uses: Sequence[BookUse],
    asides: Mapping[int, BookUse],
    chapters: Sequence[BookHeading],
    pieces: _Pieces,
) -> Iterator[BookPart]:
    begins = {one.at: number for number, one in reversed(list(enumerate(chapters, 1)))}
    cuts = sorted({*starts, *begins, *asides, len(text)})
    number, aside = 1, BookUse.TEXT
    for start, end in pairwise(cuts):
        file = bisect_right(starts, start) - 1
        if start in begins:
            number, aside = begins[start], BookUse.TEXT
        elif start in asides:
            aside = asides[start]
        elif start in starts and not (file and _continues(pieces[file][0].href, pieces[file - 1][0].href)):
            aside = BookUse.TEXT
        use = uses[file] if uses[file] is not BookUse.TEXT else aside
        chapter, body = chapters[number - 1], text[start:end]
        is_first = use is BookUse.TEXT and start == chapter.at
        if is_first:
            body = _headed(body, chapter.heading, text[start : start + _TOP])
        yield BookPart(use, number, chapter.title, is_first, body)


def _headed(body: str, title: str, top: str) -> str:
    """With the chapter's title as a heading: where it stands as a paragraph, or not at all."""
    if letters(title) and letters(title) in letters(plain(top)):
        line = _FIRST_LINE.match(body)
        if line and letters(plain(line[3])) and letters(plain(line[3])) in letters(title) and "<h" not in line[0]:
            start, end = line.start(1) - 1, line.end()
            return f"{body[:start]}<h1{line[2]}>{line[3]}</h1>{body[end:]}"
        return body
    return body if not letters(title) or "<h" in top[:600] else f"<h1>{escape(title)}</h1>{body}"
