"""A web page, or a piece of one, to blocks, each with the zones of the page that it stands in.

    page = read_page(source)
    [(found.block.text, found.zones) for found in page.found], page.skips, page.facts

It reads the structure; which zones are the article is decided in article.py.
"""

import html
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from podcast.text.essay import Reason
from podcast.text.readers.alttext import is_badge, is_telling
from podcast.text.readers.draft import Draft
from podcast.text.readers.html.classzones import LEAD, PULLED, Zone
from podcast.text.readers.html.elements import (
    Element,
    OpenElements,
    PlacedBlock,
    WebPage,
    joined_to,
    kind_within,
    place,
    within,
)
from podcast.text.readers.html.formulas import stretches
from podcast.text.readers.html.inlineends import end_inline
from podcast.text.readers.html.itemnumbers import PageNumbers
from podcast.text.readers.html.keptlines import leave_unread
from podcast.text.readers.html.pagedates import states_date
from podcast.text.readers.html.seams import is_glued, is_lined
from podcast.text.readers.html.zones import BLOCKS, QUIET, VOID, is_hidden, zone_of
from podcast.text.readers.tags import RAW, HtmlToken, Sort, tokens
from podcast.text.runs import text_of

_FACTS = frozenset({"html", "body", "meta", "link", "base", "time"})
_LINKED_DATA = "application/ld+json"
_WORD = 2  # characters of a word that tell how it begins
_MOST_AUTHORS = 20  # that a page names, and pieces of a name
_MOST_ZONES = 20  # one in another; so deep, nothing is left to tell apart


def read_page(source: str, address: str = "") -> WebPage:
    """`address`: where it came from. Where that isn't known, what the page says that it is counts."""
    reader = _Reader(source, address)
    for token in tokens(source):
        reader.read(token)
    return reader.page()


class _Reader:
    def __init__(self, source: str, address: str) -> None:
        self._draft = Draft(source)
        self._open = OpenElements()
        self._found: list[PlacedBlock] = []
        self._facts: list[HtmlToken] = []
        self._believed: set[Zone] = set()
        self._data_tables: set[int] = set()
        self._alts, self._captions = set[int](), set[int]()
        self._authors: list[str] = []
        self._tables = self._blocks = 0
        self._numbers = PageNumbers()
        self._home = self._open.top  # where the block at hand began
        self._links: Counter[int] = Counter()  # how much of it each link holds; 0: none
        self._address = address
        self._base = self._title = ""
        self._states_facts = False  # the script that is open
        self._broke = self._is_note = False  # a <br> came last; the block at hand is a footnote
        self._tags: list[str] = []  # since the last text

    def read(self, token: HtmlToken) -> None:
        if token.name and not self._open.top.quiet:
            self._tags.append(token.name if token.sort is Sort.OPEN else f"/{token.name}")
        if token.sort is Sort.RAW:
            self._raw(token)
        elif token.sort is Sort.CLOSE:
            self._close(self._open.ended_by(token.name), token.end)
        elif token.sort is Sort.OPEN:
            self._start(token)
        elif self._open.top.quiet:
            pass
        elif token.sort is Sort.COMMENT:
            self._draft.skip(Reason.COMMENT, token.start, token.end)
        elif token.sort is not Sort.DECLARATION:
            self._say(token)

    def page(self) -> WebPage:
        self._close(1, len(self._draft.source))
        self._end_block()
        return WebPage(
            found=tuple(self._found),
            skips=self._draft.finish()[1],
            facts=tuple(self._facts),
            title=self._title,
            opened=frozenset(self._believed),
            data_tables=frozenset(self._data_tables),
            depth=self._open.depth,
            base=self._base or self._address,
            alts=frozenset(self._alts),
            captions=frozenset(self._captions),
            authors=tuple(self._authors),
            emphases=tuple(self._open.emphases),
            pronounced=tuple(self._open.pronounced),
        )

    # What is said

    def _say(self, token: HtmlToken) -> None:
        if token.text.isspace() and not self._draft.is_open:
            return
        self._part_words(token)
        self._begin_block()
        text = html.unescape(token.text) if token.sort is Sort.ENTITY else None
        top = self._open.top
        for start, end, is_formula in stretches(token, literal=top.literal):
            if is_formula:
                self._draft.skip(Reason.FORMULA, start, end)
            else:
                self._draft.say(start, end, top.href, text, top.lang, literal=top.literal)
        self._links[top.link] += len(token.text.strip())
        self._broke = self._broke and token.text.isspace()

    def _part_words(self, token: HtmlToken) -> None:
        before = text_of(self._draft.runs[-2:]) if self._tags and self._draft.is_open else ""
        if before and is_glued(before, token.text[:_WORD], self._tags):
            self._draft.space(token.start)
        self._tags.clear()

    def _begin_block(self) -> None:
        if not self._draft.is_open:
            self._home = self._open.top
            self._links.clear()
            home = self._home
            self._draft.begin(home.kind, home.level, quoted=home.quotations > 0, number=self._numbers.take(home))

    def _end_block(self) -> None:
        if self._is_note:
            self._draft.unsay(0, Reason.FOOTNOTE)
        self._blocks += 1
        self._broke = self._is_note = False
        if block := self._draft.end():
            self._found.append(place(block, self._home, self._links))
            if self._home.is_caption:
                self._captions.add(block.runs[0].start)

    def _raw(self, token: HtmlToken) -> None:
        if self._open.parent.quiet:
            return
        if self._states_facts:
            self._facts.append(token)
        if token.name == "title" and not self._title:
            self._title = " ".join(html.unescape(token.text).split())
        self._draft.skip(QUIET[token.name], token.start, token.end)

    def _image(self, token: HtmlToken, attributes: Mapping[str, str]) -> None:
        alt = attributes.get("alt", "")
        is_badge_or_hidden = attributes.get("aria-hidden") == "true" or is_badge(attributes.get("src", ""))
        if alt and (is_badge_or_hidden or not is_telling(alt)):
            self._draft.skip(Reason.IMAGE, *token.place_of("alt"))
        elif alt:
            start, end = token.place_of("alt")
            self._begin_block()
            self._draft.space(start)
            self._alts.add(start)
            has_entities = alt != self._draft.source[start:end]
            self._draft.say(start, end, self._open.top.href, alt if has_entities else None, self._open.top.lang)
            self._draft.space(end)
        if attributes.get("src"):
            self._draft.skip(Reason.IMAGE, *token.place_of("src"))

    # Elements

    def _start(self, token: HtmlToken) -> None:
        attributes = token.attributes if len(token.text) > len(token.name) + 2 else {}
        self._state(token, attributes)
        if self._open.top.quiet:
            self._open.push(replace(self._open.top, name=token.name, start=token.start))
            return
        self._close(self._open.ended_before(token.name), token.start)
        if token.name in BLOCKS:
            self._end_block()
        elif is_lined(attributes):
            self._line_break(token.start)
        if token.name in VOID:
            self._void(token, attributes)
        else:
            self._open.push(self._element(token, attributes))
        if token.name == "a" and attributes.get("href"):
            self._draft.skip(Reason.LINK_TARGET, *token.place_of("href"))

    def _state(self, token: HtmlToken, attributes: Mapping[str, str]) -> None:
        """Note what the page says about itself."""
        self._states_facts = token.name == "script" and attributes.get("type") == _LINKED_DATA
        if token.name in _FACTS or states_date(attributes):
            self._facts.append(token)
            canonical = token.name == "link" and attributes.get("rel") == "canonical" and not self._address
            if not self._base and (token.name == "base" or canonical):
                self._base = joined_to(self._address, attributes.get("href", ""))

    def _void(self, token: HtmlToken, attributes: Mapping[str, str]) -> None:
        if token.name == "img":
            self._image(token, attributes)
        elif token.name == "hr":  # Google Docs' breaks of pages are hidden ones
            self._draft.skip(Reason.MARKUP if is_hidden(attributes) else Reason.RULE, token.start, token.end)
        elif token.name == "br" and self._broke:
            self._end_block()
        elif token.name == "br":
            self._broke = self._draft.is_open
            self._line_break(token.start)

    def _line_break(self, at: int) -> None:
        if self._draft.is_open:
            self._draft.line_break(at)

    def _element(self, token: HtmlToken, attributes: Mapping[str, str]) -> Element:
        """The parent's element, changed by the tag."""
        name, parent = token.name, self._open.top
        kind, level = kind_within(parent, name, attributes)
        zone = self._zone(token, attributes)
        inline = zone.reason if zone and name not in BLOCKS else None
        self._tables += name == "table"
        self._numbers.begin(token, attributes)
        if name == "th":
            self._data_tables.add(parent.table)
        table = self._tables if name == "table" else parent.table
        first_run = (self._blocks, len(self._draft.runs))
        made = within(parent, token, attributes, base=self._base or self._address, table=table, first_run=first_run)
        zones = (*parent.zones, zone) if zone and not inline else parent.zones
        made = replace(made, kind=kind, level=level, zones=zones, inline_zone=inline)
        number = self._numbers.of_item(self._open, attributes) if name == "li" else 0
        return replace(made, item=token.start, number=number) if name == "li" else made

    def _zone(self, token: HtmlToken, attributes: Mapping[str, str]) -> Zone | None:
        zones = self._open.top.zones
        in_article, in_quotation = any(zone.reason is None for zone in zones), self._open.top.quotations > 0
        zone = zone_of(token, attributes, in_article=in_article, in_quotation=in_quotation)
        is_article = zone and zone.reason is None and zone.name not in ("article", LEAD, PULLED)
        if token.name == "h1" or is_article:
            self._believed.update(zone for zone in zones if zone.reason and not zone.sure and not zone.is_talk)
        return zone if len(zones) < _MOST_ZONES else None

    def _close(self, index: int | None, at: int) -> None:
        """Close the elements from the index on; the source goes on at `at`."""
        while index is not None and len(self._open) > index:
            element = self._open.pop(at)
            if element.is_author and element.first_run[0] == self._blocks and len(self._authors) < _MOST_AUTHORS:
                runs = self._draft.runs[element.first_run[1] :][:_MOST_AUTHORS]
                self._authors.append(text_of(runs).strip().partition("\n")[0])
            if element.quiet and not self._open.top.quiet and element.name not in RAW:
                if leave_unread(self._draft, element, at, self._begin_block):
                    self._end_block()
            elif element.name in BLOCKS:
                self._end_block()
            elif element.first_run[0] == self._blocks:
                top, home = self._open.top, self._home
                self._is_note = end_inline(self._draft, element, at, around=top, home=home, is_note=self._is_note)
                if element.is_lined:
                    self._line_break(at)
