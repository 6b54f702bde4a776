"""The styles and lists of a Word document: what a paragraph or run is by its style, and by those that this is based on.

styles = WordStyles(root_of_styles, root_of_numbering)
styles.value("Zitat", "rPr", "lang")        # the first element of that name along the chain of styles
styles.role(paragraph_properties)           # ParagraphRole.HEADING, 2
"""

import re
from collections import Counter

from lxml import etree

from podcast.text.documents.archive import attribute, child, tag
from podcast.text.documents.stylenames import ParagraphRole, role_of

_LONGEST_CHAIN = 20  # styles that are based on one another
_BODY_LEVEL = 9  # the outline level of what is no heading
_NO_NUMBER = frozenset({"bullet", "none", ""})
_HAS_WORD = re.compile(r"%\d")


def is_on(element: etree._Element | None) -> bool:
    """A switch that is there is on, unless it says otherwise."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


class WordStyles:
    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}  # the style of what has none, by the kind of style
        self._root = styles
        for style in styles if styles is not None else ():
            if tag(style) == "style":
                self._styles[attribute(style, "styleId")] = style
                if attribute(style, "default") in ("1", "true", "on"):
                    self._defaults[attribute(style, "type")] = attribute(style, "styleId")
        self._numbering = numbering
        self.begin_lists()

    def begin_lists(self) -> None:
        """Count from the first item again."""
        self._lists = _Lists(self._numbering)

    def chain(self, style: str) -> list[etree._Element]:
        """The style and what it is based on."""
        found: list[etree._Element] = []
        while style in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[style])
            style = attribute(child(found[-1], "basedOn"), "val")
        return found

    def value(self, style: str, *names: str) -> etree._Element | None:
        places = (child(one, *names) for one in self.chain(style))
        return next((place for place in places if place is not None), None)

    def default(self, *names: str) -> etree._Element | None:
        """Of runs that no style and no setting of their own speaks of."""
        own = self.value(self._defaults.get("paragraph", ""), "rPr", *names)
        return own if own is not None else child(self._root, "docDefaults", "rPrDefault", "rPr", *names)

    def role(self, properties: etree._Element | None) -> tuple[ParagraphRole, int]:
        """Of a paragraph by its w:pPr: what its own outline level says, else its style's name or level."""
        own = attribute(child(properties, "outlineLvl"), "val")
        style = attribute(child(properties, "pStyle"), "val")
        named = next(filter(None, (self._role(one) for one in self.chain(style))), role_of(style) if style else None)
        if own.isdigit() and int(own) < _BODY_LEVEL and (not named or named[0] is ParagraphRole.HEADING):
            return ParagraphRole.HEADING, int(own) + 1
        if own == str(_BODY_LEVEL) and named and named[0] is ParagraphRole.HEADING:
            return ParagraphRole.BODY, 0
        return named or (ParagraphRole.BODY, 0)

    def _role(self, style: etree._Element) -> tuple[ParagraphRole, int] | None:
        named = role_of(attribute(child(style, "name"), "val")) or role_of(attribute(style, "styleId"))
        level = attribute(child(style, "pPr", "outlineLvl"), "val")
        if level.isdigit() and (not named or named[0] is ParagraphRole.HEADING):
            return (ParagraphRole.HEADING, int(level) + 1) if int(level) < _BODY_LEVEL else (ParagraphRole.BODY, 0)
        return named

    def item(self, properties: etree._Element | None) -> tuple[int, int | None] | None:
        """The level of a list's item, from 1, and its number; None for what is no item."""
        style = attribute(child(properties, "pStyle"), "val")
        own = child(properties, "numPr")
        inherited = self.value(style, "pPr", "numPr")
        number = attribute(child(own, "numId"), "val") or attribute(child(inherited, "numId"), "val")
        level = attribute(child(own, "ilvl"), "val") or self._lists.level_of(number, style)
        level = level or attribute(child(inherited, "ilvl"), "val") or "0"
        return self._lists.next(number, int(level)) if level.isdigit() else None


class _Lists:
    """Counts the items of each list, as Word does when it shows them."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._counts: dict[str, Counter[int]] = {}
        self._begun: set[str] = set()
        for one in numbering if numbering is not None else ():
            if tag(one) == "abstractNum":
                self._abstract[attribute(one, "abstractNumId")] = one
            elif tag(one) == "num":
                self._numbers[attribute(one, "numId")] = one

    def level_of(self, number: str, style: str) -> str:
        """The level that is a paragraph style's own."""
        for level in self._levels(number):
            if style and attribute(child(level, "pStyle"), "val") == style:
                return attribute(level, "ilvl")
        return ""

    def next(self, number: str, level: int) -> tuple[int, int | None] | None:
        if number not in self._numbers:
            return None
        list_of = attribute(child(self._numbers[number], "abstractNumId"), "val")
        counts = self._counts.setdefault(list_of, Counter())
        if number not in self._begun:
            self._begun.add(number)
            for override in self._numbers[number]:
                if child(override, "startOverride") is not None:
                    counts.pop(_whole(attribute(override, "ilvl"), 0), None)
        style = next((one for one in self._levels(number) if attribute(one, "ilvl") == str(level)), None)
        counts[level] = counts[level] + 1 if level in counts else self._start(number, style, level)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        shown = attribute(child(style, "lvlText"), "val")
        is_bullet = attribute(child(style, "numFmt"), "val") in _NO_NUMBER or not _HAS_WORD.search(shown)
        return level + 1, None if is_bullet else counts[level]

    def _start(self, number: str, style: etree._Element | None, level: int) -> int:
        for override in self._numbers[number]:
            start = child(override, "startOverride")
            if start is not None and attribute(override, "ilvl") == str(level):
                return _whole(attribute(start, "val"), 1)
        return _whole(attribute(child(style, "start"), "val"), 1)

    def _levels(self, number: str) -> list[etree._Element]:
        """Those that this list has of its own before those that it shares with others."""
        own = self._numbers.get(number)
        list_of = self._abstract.get(attribute(child(own, "abstractNumId"), "val"))
        overrides = [child(one, "lvl") for one in (own if own is not None else ())]
        shared = [one for one in (list_of if list_of is not None else ()) if tag(one) == "lvl"]
        return [one for one in overrides if one is not None] + shared


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise
