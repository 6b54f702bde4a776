"""An .epub opened: what its package says of the book, and its files, in the order of the spine.

    book = open_book(data, "rivers.epub")
    book.facts.title, [document.href for document in book.spine], book.read("OEBPS/chapter-1.xhtml")

An .epub is a zip of web pages. Whoever made it may mean harm, so nothing is unpacked to disk, no entity is followed,
and no more is read than a very long book is.
"""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit
from zipfile import BadZipFile, ZipFile

from lxml import etree

from podcast.errors import PodcastError
from podcast.text.documents.archive import attribute
from podcast.text.documents.damage import UNREADABLE
from podcast.text.readers.decoding import decode

_CONTAINER, _ENCRYPTION, _RIGHTS = "META-INF/container.xml", "META-INF/encryption.xml", "META-INF/rights.xml"
_MOST_BYTES = 60_000_000  # of all that is read of a book; the longest novels have 5 MB
_MOST_FILES = 20_000
#: Fonts may be garbled for their licence's sake: that locks no text.
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_FONT_FILE = re.compile(r"\.(?:otf|ttf|ttc|woff2?|eot)$", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(?:\[(?:[^\]<]|<(?!!DOCTYPE))*\])?[^<>]*>", re.IGNORECASE)
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class BookFacts:
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    date: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class BookDocument:
    """A file of the spine. `use`: what the package's guide says it is for, such as "toc"."""

    href: str  # from the root of the zip
    is_linear: bool = True
    use: str = ""


@dataclass
class Book:
    facts: BookFacts
    spine: tuple[BookDocument, ...]
    nav: str  # the href of the navigation document (EPUB 3) …
    ncx: str  # … or of the NCX (EPUB 2); empty: there is none
    _archive: ZipFile
    _names: Mapping[str, str]  # the entries' own names, by how they are found
    _read: int = field(default=0)  # bytes so far

    def read(self, href: str) -> str | None:
        """The text of a file; None if there is none, or none that is a text. Raises PodcastError for a bomb."""
        entry = self._names.get(href) or self._names.get(href.casefold())
        if entry is None:
            return None
        data = unpacked(self._archive, entry, _MOST_BYTES - self._read)
        self._read += len(data)
        try:
            return decode(data, href) if data else None
        except PodcastError:
            return None


def open_book(data: bytes, name: str) -> Book:
    """Raises PodcastError for one that is damaged, locked or far too large."""
    try:
        return _opened(ZipFile(BytesIO(data)), name)
    except UNREADABLE as error:
        raise _damaged(name, error) from None


def unpacked(archive: ZipFile, entry: str, most: int) -> bytes:
    """What is in an entry, whatever size it claims to have."""
    try:
        with archive.open(entry) as stream:
            data = stream.read(most + 1)
    except UNREADABLE as error:
        raise _damaged(entry, error) from None
    if len(data) > most:
        what = "The book unpacks to more text than any book has"
        raise PodcastError(what, which=entry, remedy="60 MB is the most; give the part that you want by itself.")
    return data


def _damaged(which: str, error: Exception) -> PodcastError:
    remedy = f"{str(error)[:200] or 'It ends too early'}. Download it again, or save it anew, for example with Calibre."
    return PodcastError("The book is damaged", which=which, remedy=remedy)


def parsed(text: str) -> Any:
    """The root of an XML text, without its entities; None if nothing can be made of it."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(_DOCTYPE.sub("", text).encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def within(root: Any, *names: str) -> list[Any]:
    return [element for element in root.iter() if local(element) in names]


def resolved(base: str, href: str) -> str:
    """Where a reference leads, from the root of the zip; what leads out of it, or into the web, leads nowhere."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc:
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path))) if parts.path else base
    return "" if path.startswith(("..", "/")) else path


def _opened(archive: ZipFile, name: str) -> Book:
    entries = archive.namelist()
    if len(entries) > _MOST_FILES:
        raise PodcastError("The book has more files than any book has", which=name, remedy="Save it anew.")
    names = {entry.casefold(): entry for entry in reversed(entries)} | {entry: entry for entry in entries}
    book = Book(BookFacts(), (), "", "", archive, names)
    _refuse_locked(book, name)
    opf = _package_path(book, entries)
    package = parsed(book.read(opf) or "") if opf else None
    if package is None:
        raise BadZipFile("It says nowhere what it holds")
    book.facts = _facts(package)
    items = {item.get("id", ""): item for item in within(package, "item")}
    hrefs = {key: resolved(opf, item.get("href", "")) for key, item in items.items()}
    kinds = {hrefs[key]: item.get("media-type", "").lower() for key, item in items.items()}
    book.nav = next((hrefs[key] for key, item in items.items() if "nav" in item.get("properties", "").split()), "")
    spine = next(iter(within(package, "spine")), None)
    stated = hrefs.get(spine.get("toc", ""), "") if spine is not None else ""
    book.ncx = stated or next((href for href, kind in kinds.items() if kind == "application/x-dtbncx+xml"), "")
    uses = _uses(package, opf)
    places: dict[str, BookDocument] = {}  # each once, as the standard has it: a thousand times one file is no book
    for reference in within(package, "itemref"):
        if (href := hrefs.get(reference.get("idref", ""), "")) and _is_page(href, kinds[href]):
            is_linear = reference.get("linear", "").lower() != "no"
            places.setdefault(href, BookDocument(href, is_linear, uses.get(href, "")))
    pages = [href for href, kind in kinds.items() if href and kind in _PAGES]
    book.spine = tuple(places.values()) or tuple(map(BookDocument, pages))
    return book


def _is_page(href: str, kind: str) -> bool:
    return kind in _PAGES or href.lower().endswith((".xhtml", ".html", ".htm", ".xml"))


def _package_path(book: Book, entries: list[str]) -> str:
    """As the container says, else the first package that there is."""
    container = parsed(book.read(_CONTAINER) or "")
    stated = [file.get("full-path", "") for file in within(container, "rootfile")] if container is not None else []
    found = [path for path in (resolved("", path) for path in stated) if path and book.read(path)]
    return next(iter([*found, *(entry for entry in entries if entry.lower().endswith(".opf"))]), "")


def _refuse_locked(book: Book, name: str) -> None:
    text = book.read(_ENCRYPTION)
    root = parsed(text) if text else None
    for data in within(root, "encrypteddata") if root is not None else ():
        method = next((found.get("Algorithm", "") for found in within(data, "encryptionmethod")), "")
        target = next((found.get("URI", "") for found in within(data, "cipherreference")), "")
        if method not in _FONTS and not _FONT_FILE.search(target):
            raise _locked(name)
    if text and root is None:
        raise _locked(name)


def _locked(name: str) -> PodcastError:
    remedy = (
        "Its seller has encrypted it (DRM), so only the seller's own reader opens it. BookUse a copy without a lock."
    )
    return PodcastError("The book is locked", which=name, remedy=remedy)


def _facts(package: Any) -> BookFacts:
    metadata = next(iter(within(package, "metadata")), package)
    roles = {
        meta.get("refines", "").lstrip("#"): _text(meta)
        for meta in within(metadata, "meta")
        if meta.get("property") == "role"
    }
    kinds = {
        meta.get("refines", "").lstrip("#"): _text(meta)
        for meta in within(metadata, "meta")
        if meta.get("property") == "title-type"
    }
    titles = within(metadata, "title")
    main = [title for title in titles if kinds.get(title.get("id", "")) == "main"] or titles[:1]
    creators = [
        _text(creator)
        for creator in within(metadata, "creator")
        if (roles.get(creator.get("id", "")) or attribute(creator, "role") or "aut") == "aut"
    ] or [_text(creator) for creator in within(metadata, "creator")][:1]
    return BookFacts(
        title=next(map(_text, main), ""),
        authors=tuple(dict.fromkeys(filter(None, map(_in_order, creators)))),
        language=next(filter(None, map(_text, within(metadata, "language"))), ""),
        date=_date(metadata),
        description=_TAG.sub(" ", next(filter(None, map(_text, within(metadata, "description"))), "")),
    )


def _date(metadata: Any) -> str:
    """When it was published; not when the file was made, which pandoc states for both where nobody stated the one."""
    made = {_text(meta) for meta in within(metadata, "meta") if attribute(meta, "property") == "dcterms:modified"}
    dates = {attribute(date, "event").lower(): _text(date) for date in reversed(within(metadata, "date"))}
    return dates.get("publication") or dates.get("original-publication") or _unless(dates.get(""), made)


def _unless(date: str | None, made: Collection[str]) -> str:
    return date if date and date not in made else ""


def _in_order(author: str) -> str:
    """`Doe, Jane` is how a catalogue sorts; so many commas are several names."""
    if author.lower() in ("unknown", "unbekannt", "inconnu", "desconocido", "anonymous author"):
        return ""
    family, comma, given = author.partition(",")
    is_sorted = comma and "," not in given and len(given.split()) <= 3 and " " not in family.strip()
    return f"{given.strip()} {family.strip()}" if is_sorted and not given.strip().lower().startswith("jr") else author


def _uses(package: Any, opf: str) -> dict[str, str]:
    return {
        resolved(opf, reference.get("href", "")): reference.get("type", "").lower()
        for guide in within(package, "guide")
        for reference in within(guide, "reference")
    }


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
