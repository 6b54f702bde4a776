"""A web page, or a piece of one, to blocks, each with the zones of the page that it stands in.

    page = read_page(source)
    [(found.block.text, found.zones) for found in page.found], page.skips, page.facts

It reads the structure; which zones are the article is decided in article.py.
"""

import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from podcast.text.draft import Draft
from podcast.text.elements import Element, Found, Page
from podcast.text.essay import Kind, Reason
from podcast.text.runs import is_spoken, text_of
from podcast.text.tags import RAW, Sort, Token, tokens
from podcast.text.zones import BLOCKS, VOID, Zone, closed_by, each, zone_of

_FOOTNOTE_MARK = re.compile(r"[\s\[(]*(?:\d{1,3}|[*†‡§¶#^↩⤴↑]\ufe0e?|[a-z]|note \d{1,3})[\s\])]*", re.IGNORECASE)
_QUIET = {
    "pre": Reason.CODE,
    "xmp": Reason.CODE,
    "script": Reason.SCRIPT,
    "style": Reason.SCRIPT,
    "title": Reason.FRONT_MATTER,
    **dict.fromkeys(each("textarea iframe noembed noframes svg object audio video canvas"), Reason.FURNITURE),
    **dict.fromkeys(each("noscript template"), Reason.FURNITURE),
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FACTS = frozenset({"html", "meta", "link", "base", "time"})
_FAR = 100  # elements; an end tag of a word's emphasis is nearer to its start tag
_MOST_ZONES = 20  # one in another; so deep, nothing is left to tell apart


def read_page(source: str) -> Page:
    reader = _Reader(source)
    for token in tokens(source):
        reader.read(token)
    return reader.page()


class _Reader:
    def __init__(self, source: str) -> None:
        self._draft = Draft(source)
        self._stack = [Element()]
        self._names: Counter[str] = Counter()
        self._found: list[Found] = []
        self._facts: list[Token] = []
        self._opened: set[Zone] = set()
        self._data_tables: set[int] = set()
        self._tables = self._blocks = self._depth = 0
        self._home: Element = self._stack[0]  # where the block at hand began
        self._base = self._title = ""
        self._broke = False  # a <br> came last

    def read(self, token: Token) -> None:
        if token.sort is Sort.RAW:
            self._raw(token)
        elif token.sort is Sort.CLOSE:
            self._close(token)
        elif token.sort is Sort.OPEN:
            self._open(token)
        elif self._stack[-1].quiet:
            pass
        elif token.sort is Sort.COMMENT:
            self._draft.skip(Reason.COMMENT, token.start, token.end)
        elif token.sort is not Sort.DECLARATION:
            self._say(token)

    def page(self) -> Page:
        self._pop(1, len(self._draft.source))
        self._end_block()
        _, skips = self._draft.finish()
        found = tuple(self._found)
        facts, opened, data = tuple(self._facts), frozenset(self._opened), frozenset(self._data_tables)
        return Page(found, skips, facts, self._title, opened, data, self._depth, self._base)

    # What is said

    def _say(self, token: Token) -> None:
        if token.text.isspace() and not self._draft.is_open:
            return
        self._begin_block()
        text = html.unescape(token.text) if token.sort is Sort.ENTITY else None
        self._draft.say(token.start, token.end, self._stack[-1].href, text)
        self._broke = self._broke and token.text.isspace()

    def _begin_block(self) -> None:
        if not self._draft.is_open:
            self._home = self._stack[-1]
            self._draft.begin(self._home.kind, self._home.level)

    def _end_block(self) -> None:
        self._blocks += 1
        self._broke = False
        if block := self._draft.end():
            self._found.append(Found(block, self._home.zones, self._home.table))

    def _raw(self, token: Token) -> None:
        if self._stack[-2].quiet:
            return
        if token.name == "title" and not self._title:
            self._title = " ".join(html.unescape(token.text).split())
        self._draft.skip(_QUIET[token.name], token.start, token.end)

    def _image(self, token: Token, attributes: Mapping[str, str]) -> None:
        alt = attributes.get("alt", "")
        if is_spoken(alt) or (alt and self._draft.is_open):
            start, end = token.place_of("alt")
            self._begin_block()
            self._draft.space(start)
            has_entities = alt != self._draft.source[start:end]
            self._draft.say(start, end, self._stack[-1].href, alt if has_entities else None)
            self._draft.space(end)
        if attributes.get("src"):
            self._draft.skip(Reason.IMAGE, *token.place_of("src"))

    # Elements

    def _open(self, token: Token) -> None:
        attributes = token.attributes if len(token.text) > len(token.name) + 2 else {}
        if token.name in _FACTS:
            self._facts.append(token)
            self._base = self._base or _base(token, attributes)
        if self._stack[-1].quiet:
            self._push(replace(self._stack[-1], name=token.name, start=token.start))
            return
        self._close_implied(token)
        if token.name in BLOCKS:
            self._end_block()
        if token.name in VOID:
            self._void(token, attributes)
        else:
            self._push(self._element(token, attributes))
        if token.name == "a" and attributes.get("href"):
            self._draft.skip(Reason.LINK_TARGET, *token.place_of("href"))

    def _void(self, token: Token, attributes: Mapping[str, str]) -> None:
        if token.name == "img":
            self._image(token, attributes)
        elif token.name == "hr":
            self._draft.skip(Reason.RULE, token.start, token.end)
        elif token.name == "br" and self._broke:
            self._end_block()
        elif token.name == "br" and self._draft.is_open:
            self._draft.line_break(token.start)
            self._broke = True

    def _element(self, token: Token, attributes: Mapping[str, str]) -> Element:
        """The parent's element, changed by the tag."""
        name, parent = token.name, self._stack[-1]
        lists = parent.lists + (name in ("ul", "ol", "dl"))
        quotations = parent.quotations + (name == "blockquote")
        kind, level = parent.kind, parent.level
        if name in _HEADINGS:
            kind, level = Kind.HEADING, _HEADINGS[name]
        elif name in ("li", "dd", "dt"):
            kind, level = Kind.LIST_ITEM, max(lists, 1)
        elif name == "blockquote":
            kind, level = Kind.QUOTATION, quotations
        zone = self._zone(token, attributes)
        inline = zone.reason if zone and name not in BLOCKS else None
        self._tables += name == "table"
        if name == "th":
            self._data_tables.add(parent.table)
        return Element(
            name=name,
            start=token.start,
            kind=kind,
            level=level,
            lists=lists,
            quotations=quotations,
            table=self._tables if name == "table" else parent.table,
            zones=(*parent.zones, zone) if zone and not inline else parent.zones,
            href=self._target(attributes.get("href", "")) if name == "a" else parent.href,
            is_anchor=name == "a" and attributes.get("href", "").startswith("#"),
            quiet=_QUIET.get(name),
            inline_zone=inline,
            first_run=(self._blocks, len(self._draft.runs)),
        )

    def _zone(self, token: Token, attributes: Mapping[str, str]) -> Zone | None:
        zones = self._stack[-1].zones
        in_article, in_quotation = any(zone.reason is None for zone in zones), self._stack[-1].quotations > 0
        zone = zone_of(token, attributes, in_article=in_article, in_quotation=in_quotation)
        if token.name == "h1" or (zone and zone.reason is None and zone.name != "article"):
            self._opened.update(zone for zone in zones if zone.reason and not zone.sure)
        return zone if len(zones) < _MOST_ZONES else None

    def _target(self, href: str) -> str:
        try:
            target = urljoin(self._base, href.strip())
        except ValueError:
            return ""
        return target if target.startswith(("http://", "https://", "mailto:")) else ""

    # The stack

    def _push(self, element: Element) -> None:
        self._stack.append(element)
        self._names[element.name] += 1
        self._depth = max(self._depth, len(self._stack))

    def _close(self, token: Token) -> None:
        if not self._names[token.name]:
            return
        is_block = token.name in BLOCKS
        for index in range(len(self._stack) - 1, 0 if is_block else max(0, len(self._stack) - _FAR), -1):
            element = self._stack[index]
            if element.name == token.name:
                self._pop(index, token.end)
                return
            if element.name in BLOCKS and not (is_block or element.quiet):
                return

    def _close_implied(self, token: Token) -> None:
        rule = closed_by(token.name)
        if not rule or not any(self._names[name] for name in rule[0]):
            return
        for index in range(len(self._stack) - 1, 0, -1):
            if self._stack[index].name in rule[0]:
                self._pop(index, token.start)
                return
            if self._stack[index].name in rule[1]:
                return

    def _pop(self, index: int, at: int) -> None:
        """Close the elements from the index on; the source goes on at `at`."""
        while len(self._stack) > index:
            element = self._stack.pop()
            self._names[element.name] -= 1
            if element.quiet and not self._stack[-1].quiet and element.name not in RAW:
                self._draft.skip(element.quiet, element.start, at)
            elif element.name in BLOCKS:
                self._end_block()
            elif element.first_run[0] == self._blocks:
                self._end_inline(element)

    def _end_inline(self, element: Element) -> None:
        if not (element.inline_zone or element.is_anchor or element.name == "sup"):
            return
        first = element.first_run[1]
        text = text_of(self._draft.runs[first:])
        if element.inline_zone:
            self._draft.unsay(first, element.inline_zone)
        elif (element.is_anchor and _FOOTNOTE_MARK.fullmatch(text)) or (element.name == "sup" and not is_spoken(text)):
            self._draft.unsay(first, Reason.FOOTNOTE)
        elif element.name == "sup" and text[:1].isdigit():
            self._draft.space_before(first)  # 10<sup>2</sup> is not 102


def _base(token: Token, attributes: Mapping[str, str]) -> str:
    canonical = token.name == "link" and attributes.get("rel") == "canonical"
    return attributes.get("href", "") if token.name == "base" or canonical else ""
