"""A file of a book, written anew as a piece of one page that podcast/text/readers/html/reader.py reads.

    piece = piece_of(text)
    piece.body              # '<h1>I</h1><p>The river rose.<a role="doc-noteref">1</a></p>'
    piece.anchors["ch2"]    # the offset in the body where a cut at that place keeps a heading whole

A book is no web page: its classes and ids name looks, and its asides are text. So only such attributes stay as say
something in a book, above all what is a note. Broken markup stays as broken as it was; the reader is used to that.
"""

import html
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from podcast.text.readers.html.zones import BLOCKS, VOID
from podcast.text.readers.tags import RAW, HtmlToken, Sort, tokens

_SELF_CLOSED = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/>")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_DROPPED = frozenset({"html", "head", "body", "link", "meta", "base"})
_PLAIN = frozenset({"aside", "header", "footer", "article", "main", "details", "dialog"})
_KEPT = ("lang", "xml:lang", "src", "alt", "hidden", "aria-hidden", "colspan", "rowspan")
_NOTES = frozenset({"footnote", "endnote", "rearnote", "footnotes", "endnotes", "rearnotes"})
_PAGE_BREAK = frozenset({"pagebreak", "doc-pagebreak"})
_ROLES = frozenset({"doc-noteref", "doc-footnote", "doc-endnotes", "doc-backlink"})
_CLASS = re.compile(
    r"foot-?notes?\b|end-?notes?\b|note-?ref|page-?(?:num|no|number|break)\b|pg-?(?:boilerplate|header|footer)"
    r"|trans(?:criber)?s?-?notes?\b|tnotes?\b|caption",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:h|head|heading|title)[-_]?([1-6])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEB = ("http://", "https://", "mailto:")
_LOOKED_AT = 4_000  # characters of plain text by which a file is judged


@dataclass(frozen=True, slots=True)
class BookPiece:
    body: str
    anchors: Mapping[str, int]
    types: frozenset[str]  # what its outermost elements are, as epub:type and role say it
    text: str  # the beginning, without tags
    length: int  # of all of it
    linked: int  # characters of that in links within the book
    headings: tuple[tuple[int, int, str], ...]  # where they begin, their levels and texts


def piece_of(text: str) -> BookPiece:
    begun = _BODY.search(text)
    source = _SELF_CLOSED.sub(_opened_and_closed, text[begun.start() :] if begun else text)
    writer = _Writer()
    for token in tokens(source):
        writer.write(token)
    return writer.piece()


def _opened_and_closed(tag: re.Match[str]) -> str:
    """`<a id="x"/>` opens an element in HTML, where it is empty in a book; `<title/>` would swallow the text."""
    return tag[0] if tag[1].lower() in VOID else f"<{tag[1]}{tag[2]}></{tag[1]}>"


class _Writer:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0  # characters written
        self._edge: int | None = None  # where the tags began that nothing but tags has followed
        self._block = 0  # where the block at hand began
        self._anchors: dict[str, int] = {}
        self._renamed: defaultdict[str, list[str]] = defaultdict(list)  # what is open, by its name in the book
        self._types: set[str] = set()
        self._plain: list[str] = []
        self._length = self._linked = 0
        self._in_link = False
        self._heading: tuple[int, int, list[str]] | None = None
        self._headings: list[tuple[int, int, str]] = []

    def write(self, token: HtmlToken) -> None:
        if token.sort in (Sort.TEXT, Sort.ENTITY):
            self._say(token)
        elif token.sort is Sort.OPEN and token.name not in _DROPPED and token.name not in RAW:
            self._open(token)
        elif token.sort is Sort.OPEN:
            self._note(token.attributes)
        elif token.sort is Sort.CLOSE and token.name not in _DROPPED and token.name not in RAW:
            self._close(token.name)
        elif token.sort is Sort.COMMENT:
            self._put(token.text)

    def piece(self) -> BookPiece:
        self._end_heading()
        text = "".join(self._plain)[:_LOOKED_AT]
        return BookPiece(
            "".join(self._parts),
            self._anchors,
            frozenset(self._types),
            text,
            self._length,
            self._linked,
            tuple(self._headings),
        )

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)

    def _say(self, token: HtmlToken) -> None:
        said = html.unescape(token.text)
        if said.strip():
            self._edge = None
            length = len(said.strip())
            self._length += length
            self._linked += length if self._in_link else 0
            if self._heading:
                self._heading[2].append(said)
        if self._length - len(said) < _LOOKED_AT:
            self._plain.append(said)
        self._put(token.text.replace("<", "&lt;"))

    def _open(self, token: HtmlToken) -> None:
        attributes = token.attributes
        self._edge = self._at if self._edge is None else self._edge
        self._note(attributes)
        name = _name_of(token.name, attributes)
        if token.name == "p" and self._renamed["p"]:
            self._close("p")
        if token.name in BLOCKS:
            self._block = self._edge
            self._plain.append("\n")
        if token.name == "a":
            self._in_link = bool(attributes.get("href")) and not attributes["href"].startswith(_WEB)
        if len(name) == 2 and name[0] == "h" and name[1].isdigit():
            self._end_heading()
            self._heading = (self._edge, int(name[1]), [])
        if token.name not in VOID:
            self._renamed[token.name].append(name)
        if token.name == "img":
            self._edge = None
        self._put(f"<{name}{''.join(_attributes(token.name, attributes))}>")

    def _close(self, name: str) -> None:
        self._edge = None
        written = self._renamed[name].pop() if self._renamed[name] else name
        if name == "a":
            self._in_link = False
        if self._heading and written == f"h{self._heading[1]}":
            self._end_heading()
        if name in BLOCKS:
            self._plain.append("\n")
        self._put(f"</{written}>")

    def _note(self, attributes: Mapping[str, str]) -> None:
        """The places that the table of contents may lead to, and what the file is."""
        place = self._block if self._edge is None else self._edge
        for name in ("id", "name", "xml:id"):
            if attributes.get(name):
                self._anchors.setdefault(attributes[name], place)
        if not self._length:
            self._types.update(_types(attributes))

    def _end_heading(self) -> None:
        if self._heading:
            start, level, texts = self._heading
            self._headings.append((start, level, " ".join("".join(texts).split())))
        self._heading = None


def _types(attributes: Mapping[str, str]) -> list[str]:
    roles = [role.removeprefix("doc-") for role in attributes.get("role", "").lower().split()]
    return [*attributes.get("epub:type", "").lower().split(), *roles]


def _name_of(name: str, attributes: Mapping[str, str]) -> str:
    if name in _PLAIN:
        return "div"
    if name in ("p", "div"):
        levels = [match[1] for one in attributes.get("class", "").split() if (match := _HEADING.fullmatch(one))]
        return f"h{levels[0]}" if levels and name == "p" else name
    return name


def _attributes(name: str, attributes: Mapping[str, str]) -> list[str]:
    kept = {key: attributes[key] for key in _KEPT if key in attributes}
    types = {*attributes.get("epub:type", "").lower().split(), *attributes.get("role", "").lower().split()}
    if "noteref" in types:
        kept["role"] = "doc-noteref"
    elif types & _NOTES:
        kept["role"] = "doc-footnote"
    elif roles := types & _ROLES:
        kept["role"] = min(roles)
    own = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
    if types & _PAGE_BREAK:
        kept["class"] = "pagebreak"
    elif own and _CLASS.search(own):
        kept["class"] = own
    if _HIDDEN.search(attributes.get("style", "")):
        kept["hidden"] = "hidden"
    href = attributes.get("href", "") if name == "a" else ""
    if href.startswith(_WEB):
        kept["href"] = href
    elif "#" in href:
        kept["href"] = href[href.index("#") :]
    return [f' {key}="{html.escape(value)}"' for key, value in kept.items()]
