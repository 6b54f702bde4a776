"""A book's table of contents: EPUB 3's navigation document, or EPUB 2's NCX.

    for entry in contents_of(book): entry.title, entry.href, entry.fragment, entry.depth

In the order of the table; an entry that leads nowhere, such as the name of a part, leads where its first child does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from podcast.text.documents.book.file import Book, local, parsed, resolved, within

_TYPE = "{http://www.idpf.org/2007/ops}type"
_MOST_ENTRIES = 5_000
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    title: str
    href: str  # a file, from the root of the zip
    fragment: str = ""
    depth: int = 0


def contents_of(book: Book) -> tuple[ContentsEntry, ...]:
    """Of both, should there be two, the one with more entries: converters leave empty ones behind."""
    nav = _leading(_of_nav(book))
    ncx = _leading(_of_ncx(book)) if len(nav) <= 1 else []
    return tuple(ncx if len(ncx) > len(nav) else nav)


def landmarks_of(book: Book) -> dict[str, str]:
    """What files are for, by their hrefs, as EPUB 3 says it: {"OEBPS/cover.xhtml": "cover"}."""
    root = parsed(book.read(book.nav) or "") if book.nav else None
    navs = within(root, "nav") if root is not None else []
    return {
        resolved(book.nav, link.get("href", "")): link.get(_TYPE, "").lower()
        for nav in navs
        if "landmarks" in nav.get(_TYPE, "")
        for link in within(nav, "a")
        if "#" not in link.get("href", "")
    }


def _of_nav(book: Book) -> list[ContentsEntry]:
    root = parsed(book.read(book.nav) or "") if book.nav else None
    navs = within(root, "nav") if root is not None else []
    table = next((nav for nav in navs if "toc" in nav.get(_TYPE, "").split()), None)
    table = table if table is not None else next((nav for nav in navs if not nav.get(_TYPE)), None)
    lists = [child for child in table if local(child) in ("ol", "ul")] if table is not None else []
    return [entry for items in lists[:1] for entry in _items(items, book.nav, 0)][:_MOST_ENTRIES]


def _items(items: Any, base: str, depth: int) -> Iterator[ContentsEntry]:
    for item in (child for child in items if local(child) == "li"):
        label = next((element for element in item.iter() if local(element) in ("a", "span")), None)
        if label is not None:
            yield _entry(_text(label), label.get("href", ""), base, depth)
        for inner in (child for child in item if local(child) in ("ol", "ul") and depth < _DEEPEST):
            yield from _items(inner, base, depth + 1)


def _of_ncx(book: Book) -> list[ContentsEntry]:
    root = parsed(book.read(book.ncx) or "") if book.ncx else None
    maps = within(root, "navmap") if root is not None else []
    return [entry for points in maps[:1] for entry in _points(points, book.ncx, 0)][:_MOST_ENTRIES]


def _points(parent: Any, base: str, depth: int) -> Iterator[ContentsEntry]:
    for point in (child for child in parent if local(child) == "navpoint"):
        own = {local(child): child for child in reversed(point)}
        if "content" in own:
            title = _text(own["navlabel"]) if "navlabel" in own else ""
            yield _entry(title, own["content"].get("src", ""), base, depth)
        if depth < _DEEPEST:
            yield from _points(point, base, depth + 1)


def _entry(title: str, href: str, base: str, depth: int) -> ContentsEntry:
    path, _, fragment = href.partition("#")
    return ContentsEntry(title, resolved(base, path) if path else "", unquote(fragment), depth)


def _leading(entries: list[ContentsEntry]) -> list[ContentsEntry]:
    found: list[ContentsEntry] = []
    for entry in reversed(entries):
        led = entry
        if not entry.href and found and found[-1].depth > entry.depth:
            led = replace(entry, href=found[-1].href, fragment=found[-1].fragment)
        if led.href and led.title:
            found.append(led)
    return found[::-1]


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
