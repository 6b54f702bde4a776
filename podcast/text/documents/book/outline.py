"""Which entries of a book's table of contents are its chapters: neither its parts nor a chapter's sections.

chapters_among(table, text, "On Rivers")        # [BookHeading(at=812, title="The Source", …), …]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from podcast.text.documents.book.uses import letters, plain

_PART = re.compile(
    r"(?:the )?(?:(?:first|second|third|fourth|fifth|sixth|last) )?(?:part|book|volume|vol\.)\b"
    r"|(?:teil|buch|band|partie|livre|tome|parte|libro|livro|tomo|deel|boek|część|księga|tom|часть|книга|том)\b"
    r"|\w+ter teil\b|\w+s buch\b|(?:première|deuxième|troisième|seconde) partie\b|(?:primera|segunda|tercera) parte\b"
    r"|第.{1,4}[部巻卷编編篇]",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"(?:chapter|chap\.|kapitel|chapitre|capítulo|capitolo|capitol|hoofdstuk|rozdział|глава|kapitola|luku|kapittel"
    r"|letter|lecture|essay|scene|canto)\b|第.{1,5}[章回話话]|(?:\d{1,3}|[IVXLC]{1,7})(?:[.:)]?\s|[.:)]?\Z)",
    re.IGNORECASE,
)
_SHORT = 600  # characters of a part's own text: its name, a motto
_LONG = 3_000  # characters that a chapter has in the mean


@dataclass(frozen=True, slots=True)
class BookHeading:
    at: int  # in the book's text
    title: str
    depth: int
    part: str = ""  # the title of the part that it is in
    heading: str = ""  # as it stands in the text, where `title` is more


@dataclass
class _Node:
    entry: BookHeading
    end: int = 0  # where the next entry of its depth begins
    children: "list[_Node]" = field(default_factory=list)


def chapters_among(table: Sequence[BookHeading], text: str, title: str) -> list[BookHeading]:
    """In the order of the text, one a place."""
    ordered = sorted(table, key=lambda one: one.at)  # of one place, the parent comes first
    found: dict[int, BookHeading] = {}
    roots = _tree(ordered, len(text))
    while len(roots) == 1 and len(roots[0].children) > 1 and not _CHAPTER.match(roots[0].entry.title):
        roots = _opened(roots[0])
    for one in _chapters(roots, text, title):
        found.setdefault(one.at, one)
    return [found[at] for at in sorted(found)]


def _tree(table: Sequence[BookHeading], end: int) -> list[_Node]:
    roots: list[_Node] = []
    above: list[_Node] = []
    for entry in table:
        while above and above[-1].entry.depth >= entry.depth:
            above.pop().end = entry.at
        node = _Node(entry, end)
        (above[-1].children if above else roots).append(node)
        above.append(node)
    return roots


def _opened(root: _Node) -> list[_Node]:
    """What is in the only entry that there is, which is the book; its own text belongs to the first."""
    first, *others = root.children
    return [replace(first, entry=replace(first.entry, at=min(root.entry.at, first.entry.at))), *others]


def _chapters(nodes: Sequence[_Node], text: str, title: str) -> Iterator[BookHeading]:
    for node in nodes:
        if not node.children or not _is_part(node, text, title):
            yield node.entry
            continue
        first = node.children[0].entry.at
        inner = list(_chapters(node.children, text, title))
        if len(plain(text[node.entry.at : first])) > _SHORT:
            yield node.entry
        elif inner:
            inner[0] = replace(inner[0], at=min(node.entry.at, inner[0].at))
        is_the_book = letters(node.entry.title) == letters(title)
        yield from (replace(one, part=one.part or ("" if is_the_book else node.entry.title)) for one in inner)


def _is_part(node: _Node, text: str, title: str) -> bool:
    own, names = node.entry.title, [child.entry.title for child in node.children]
    if _PART.match(own) or letters(own) == letters(title):
        return True
    if _CHAPTER.match(own):
        return False
    if 2 * sum(_CHAPTER.match(name) is not None for name in names) > len(names):
        return True
    first = node.children[0].entry.at
    is_short = len(plain(text[node.entry.at : first])) <= _SHORT
    return is_short and first > node.entry.at and (node.end - first) / len(names) > _LONG
