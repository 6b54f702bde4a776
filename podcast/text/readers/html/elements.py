"""The elements of a web page that are open while it is read, and what is found in them.

    page.found[0].block, page.found[0].zones

They are facts only; page.py gathers them, article.py judges them.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urljoin, urlsplit

from podcast.text.essay import Block, Kind, Reason, Skip
from podcast.text.language import language_tag
from podcast.text.pronounced import PronouncedPlace, stated
from podcast.text.readers.html.authors import is_author
from podcast.text.readers.html.classzones import Zone
from podcast.text.readers.html.seams import is_lined
from podcast.text.readers.html.zones import BLOCKS, QUIET, closed_by
from podcast.text.readers.tags import HtmlToken
from podcast.text.wordlist import each

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TITLES = frozenset({"title", "MsoTitle"})  # the classes of titles in Google Docs and Word, which have no h1 for them
_QUOTES = frozenset({"MsoQuote", "MsoIntenseQuote"})  # Word's
_WORD_ITEM = "MsoListParagraph"  # begins the class of Word's list items, which are no li
_WORD_LEVEL = re.compile(r"mso-list:[^;]{0,40}level(\d)")
_LITERAL = frozenset({"code", "kbd", "samp", "tt", "var"})
EMPHASES = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_BOXES = frozenset(each("div section td center table"))
_MOST_BOXES = 64  # one in another
_FAR = 100  # elements; an end tag of a word's emphasis is nearer to its start tag


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and where it was found."""

    block: Block
    zones: tuple[Zone, ...]  # from the outermost
    table: int = 0  # the innermost table it is in, from 1
    cell: int = 0  # where the innermost cell of a table begins
    linked: float = 0.0  # the share of its text that is the text of links, 0–1
    link: int = 0  # where the link begins that holds all of it
    boxes: tuple[int, ...] = ()  # where the elements begin that hold it and may hold others, from the outermost


@dataclass(frozen=True, slots=True)
class WebPage:
    found: tuple[PlacedBlock, ...]
    skips: tuple[Skip, ...]
    facts: tuple[HtmlToken, ...]  # tags that state them: html, body, meta, link, base, time; and scripts of linked data
    title: str  # what the browser's window shows
    opened: frozenset[Zone]  # likely zones that hold a first heading or an article: not to be left out
    data_tables: frozenset[int]  # that have header cells
    depth: int  # of the deepest element
    base: str  # what relative links start from, where the page says so
    alts: frozenset[int]  # where the alternative texts begin that blocks have in them
    authors: tuple[str, ...]  # texts that are marked as the author's name
    emphases: tuple[tuple[int, int, str], ...]  # as in Essay
    pronounced: tuple[PronouncedPlace, ...]  # as in Essay
    captions: frozenset[int]  # where the blocks begin that say what is in a picture


@dataclass(frozen=True, slots=True)
class Element:
    """What an open element hands on to what it contains."""

    name: str = ""
    start: int = 0
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    lists: int = 0
    item: int = -1  # where the innermost item of a list begins
    number: int = 0  # its own, if the list is numbered
    quotations: int = 0
    table: int = 0
    cell: int = 0
    zones: tuple[Zone, ...] = ()
    boxes: tuple[int, ...] = ()
    href: str = ""
    link: int = 0  # where the innermost link begins, wherever it leads
    lang: str = ""  # where it is another than the page's
    literal: bool = False  # code
    pronounced: tuple[str, str] | None = None  # how it is said, as podcast/text/pronounced.py has it
    is_anchor: bool = False  # a link to a place in the page
    has_fragment: bool = False  # a link to a place in a page
    is_lined: bool = False  # an inline element with lines of its own
    is_caption: bool = False  # says what is in a picture
    is_author: bool = False  # holds the author's name
    is_person: bool = False  # in what is said about the author
    quiet: Reason | None = None  # nothing in it is said
    inline_zone: Reason | None = None  # of its own, inside of a block
    first_run: tuple[int, int] = (0, 0)  # the number of the block it began in, and of its runs until then


def kind_within(parent: Element, name: str, attributes: Mapping[str, str]) -> tuple[Kind, int]:
    """What blocks in a new element are, and their level."""
    classes = attributes.get("class", "").split()
    if name in _HEADINGS:
        return Kind.HEADING, _HEADINGS[name]
    if name == "blockquote" or (name == "p" and not _QUOTES.isdisjoint(classes)):
        return Kind.QUOTATION, parent.quotations + 1
    if name in ("li", "dd", "dt"):
        return Kind.LIST_ITEM, max(parent.lists, 1)
    if name == "p" and _TITLES & set(classes):
        return Kind.HEADING, 1
    if name == "p" and classes and classes[0].startswith(_WORD_ITEM):
        level = _WORD_LEVEL.search(attributes.get("style", ""))
        return Kind.LIST_ITEM, max(int(level[1]), 1) if level else 1
    return parent.kind, parent.level


def _quiet(name: str, attributes: Mapping[str, str]) -> Reason | None:
    return Reason.FORMULA if name == "math" and attributes.get("display") == "block" else QUIET.get(name)


def is_literal(parent: Element, name: str) -> bool:
    """Whether a text in a new element is code, in which there are no marks."""
    return parent.literal or name in _LITERAL


def language_within(parent: Element, name: str, attributes: Mapping[str, str]) -> str:
    """What html and body state is the page's own language."""
    if name in ("html", "body"):
        return ""
    stated = attributes.get("lang", attributes.get("xml:lang"))
    return parent.lang if stated is None else language_tag(stated)


def joined_to(base: str, href: str) -> str:
    """Empty for what is no address."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def target_of(base: str, href: str) -> str:
    """Where a link leads, absolute, or empty; Google Docs leads all through itself."""
    try:
        target = urljoin(base, href.strip())
        if target.startswith("https://www.google.com/url?"):
            target = parse_qs(urlsplit(target).query).get("q", [""])[0]
    except ValueError:
        return ""
    return target if target.startswith(("http://", "https://", "mailto:")) else ""


def place(block: Block, home: Element, links: Counter[int]) -> PlacedBlock:
    """`links`: how much of it each link holds; 0: none."""
    held = [link for link, length in links.items() if length]
    linked = 1 - links[0] / links.total() if held else 0.0
    link = held[0] if len(held) == 1 else 0
    return PlacedBlock(block, home.zones, home.table, home.cell, linked=linked, link=link, boxes=home.boxes)


class OpenElements:
    """A stack; it tells which elements a tag ends."""

    def __init__(self) -> None:
        self._stack = [Element()]
        self._names: Counter[str] = Counter()
        self.depth = 0  # of the deepest so far
        self.emphases: list[tuple[int, int, str]] = []  # of those that were closed
        self.pronounced: list[PronouncedPlace] = []  # the same

    def __len__(self) -> int:
        return len(self._stack)

    @property
    def top(self) -> Element:
        return self._stack[-1]

    @property
    def parent(self) -> Element:
        return self._stack[-2]

    def nearest(self, *names: str) -> Element | None:
        """The innermost open element of these names, if it is near."""
        near = self._stack[-1:-_FAR:-1]
        return next((element for element in near if element.name in names), None)

    def push(self, element: Element) -> None:
        self._stack.append(element)
        self._names[element.name] += 1
        self.depth = max(self.depth, len(self._stack))

    def pop(self, at: int) -> Element:
        """The source goes on at `at`."""
        element = self._stack.pop()
        self.pronounced += [PronouncedPlace(element.start, at, *said) for said in [element.pronounced] if said]
        if tag := EMPHASES.get(element.name):
            self.emphases.append((element.start, at, tag))
        self._names[element.name] -= 1
        return element

    def ended_by(self, name: str) -> int | None:
        """The place from which on an end tag closes the stack."""
        if not self._names[name]:
            return None
        is_block = name in BLOCKS
        for index in range(len(self._stack) - 1, 0 if is_block else max(0, len(self._stack) - _FAR), -1):
            element = self._stack[index]
            if element.name == name:
                return index
            if element.name in BLOCKS and not (is_block or element.quiet):
                return None
        return None

    def ended_before(self, name: str) -> int | None:
        """The place from which on a start tag closes the stack, as `<li>` closes the item before it."""
        rule = closed_by(name)
        if not rule or not any(self._names[name] for name in rule[0]):
            return None
        for index in range(len(self._stack) - 1, 0, -1):
            if self._stack[index].name in rule[0]:
                return index
            if self._stack[index].name in rule[1]:
                return None
        return None


def within(
    parent: Element,
    token: HtmlToken,
    attributes: Mapping[str, str],
    *,
    base: str,
    table: int,
    first_run: tuple[int, int],
) -> Element:
    """What a tag opens in its parent, but for its kind of block and its zones, which the page tells."""
    name, href = token.name, attributes.get("href", "") if token.name == "a" else ""
    itemprop = attributes.get("itemprop", "").lower()
    return Element(
        name=name,
        start=token.start,
        item=parent.item,
        number=0 if name in ("ul", "ol", "dl", "menu") else parent.number,
        lists=parent.lists + (name in ("ul", "ol", "dl")),
        quotations=parent.quotations + (name == "blockquote"),
        table=table,
        boxes=(*parent.boxes, token.start) if name in _BOXES and len(parent.boxes) < _MOST_BOXES else parent.boxes,
        cell=token.start if name in ("td", "th") else parent.cell,
        href=target_of(base, href) if name == "a" else parent.href,
        link=token.start + 1 if href else parent.link,
        lang=language_within(parent, name, attributes),
        literal=is_literal(parent, name),
        pronounced=stated(attributes, name),
        is_anchor=href.startswith("#"),
        has_fragment="#" in href,
        quiet=_quiet(name, attributes),
        is_lined=is_lined(attributes),
        is_author=is_author(attributes, in_list=parent.lists > 0) or (parent.is_person and itemprop == "name"),
        is_person=parent.is_person or (itemprop == "author" and not parent.lists),
        is_caption=parent.is_caption or name == "figcaption" or "caption" in attributes.get("class", "").lower(),
        first_run=first_run,
    )
