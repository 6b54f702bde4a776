"""Books (.epub): all of one, or some of its chapters, as one page.

    page_of(data, "rivers.epub")                # the whole book
    page_of(data, "rivers.epub", "2,4-6")       # these chapters, by their numbers …
    chapters_of(data, "rivers.epub")            # … and what they are called

What a book has beside its chapters (cover, title page, licence, contents, index) stands in the page as what is left
out, so that it is listed; notes stand there as notes.
"""

from collections.abc import Iterable
from functools import lru_cache

from podcast.errors import PodcastError
from podcast.text.documents.book.chapterlist import chosen
from podcast.text.documents.book.contents import contents_of, landmarks_of
from podcast.text.documents.book.file import Book, open_book
from podcast.text.documents.book.page import piece_of
from podcast.text.documents.book.parts import BookPart, parts_of
from podcast.text.documents.book.uses import BookUse
from podcast.text.documents.facts import page_with_facts

#: What holds a part of each use: elements that no file of a book has left (page.py), so that none ends them.
_HOLDERS = {
    BookUse.TEXT: ("section", ""),
    BookUse.FURNITURE: ("aside", ""),
    BookUse.NOTES: ("details", ' role="doc-endnotes"'),
}


def page_of(data: bytes, name: str, chapters: str = "") -> str:
    """Raises PodcastError for a book that is damaged, locked or empty, and for chapters that it doesn't have."""
    book, parts = _read(data, name)
    wanted = chosen(chapters, max(part.number for part in parts), name) if chapters else ()
    kept = [part for part in parts if not wanted or part.number in wanted]
    titles = [part.title for part in kept if part.is_chapter]
    return page_with_facts("".join(map(_written, kept)), _facts(book, titles if wanted else ()))


def chapters_of(data: bytes, name: str) -> tuple[str, ...]:
    """Their titles, in the order of their numbers."""
    _, parts = _read(data, name)
    titles = {part.number: part.title for part in reversed(parts) if part.is_chapter}
    return tuple(titles[number] for number in sorted(titles))


@lru_cache(maxsize=1)  # a book that is split is asked for each of its chapters
def _read(data: bytes, name: str) -> tuple[Book, tuple[BookPart, ...]]:
    book = open_book(data, name)
    pieces = []
    for document in book.spine:
        text = book.read(document.href) if document.is_linear else None
        if text:
            pieces.append((document, piece_of(text)))
    if not any(piece.length for _, piece in pieces):
        remedy = "Its pages are pictures, or missing. BookUse a copy that has its text."
        raise PodcastError("The book has no text", which=name, remedy=remedy)
    return book, parts_of(pieces, contents_of(book), landmarks_of(book), book.facts.title)


def _facts(book: Book, titles: Iterable[str]) -> dict[str, str]:
    """The book's; but some chapters are called by their own titles, and have no date or description of their own."""
    facts, named = book.facts, list(titles)
    title = named[0] if len(named) == 1 else f"{facts.title}, {named[0]} – {named[-1]}" if named else facts.title
    own = {"title": title, "author": ", ".join(facts.authors), "language": facts.language}
    return own if named else own | {"date": facts.date, "description": facts.description}


def _written(part: BookPart) -> str:
    name, attributes = _HOLDERS[part.use]
    return f"<{name}{attributes}>{part.body}</{name}>\n"
