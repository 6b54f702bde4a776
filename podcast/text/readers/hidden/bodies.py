"""Markdown whose text is indented below a line that begins it: MkDocs' admonitions and tabs, definition lists.

    !!! note "Take care"            Miller
        A careful line.             :   One who grinds.

    bodies = find_bodies(text, bare, first=0)
    bodies.text         # the first without its marker and indent, the second as a list

The lines stay the same in number, for the parser tells of lines. A title ends with its line (`TITLE_END`).
"""

import re
from dataclasses import dataclass

from podcast.text.essay import Reason
from podcast.text.readers.stretch import HiddenStretch

TITLE_END = "\ue002"  # of private use; where it begins a line, a block ends with the line
_INDENT = 4  # columns
_ADMONITION = re.compile(
    r"[ \t]*(?:!!!|\?\?\?\+?)[ \t]{1,4}[A-Za-z][\w-]{0,40}(?:[ \t]{1,4}[\w-]{1,40}){0,5}"
    r"(?:[ \t]{1,4}(?P<quote>[\"'“])(?P<title>[^\"\n]*)[\"'”])?[ \t]*"
    r"|[ \t]*={3,4}[!+]?[ \t]{1,4}\"(?P<tab>[^\"\n]+)\"[ \t]*"
)
_BLOCK = re.compile(r"[ \t]*/{3}[ \t]{1,4}[\w-]{1,40}[ \t]*(?:\|[ \t]*(?P<title>[^\n]*?))?[ \t]*|[ \t]*/{3}[ \t]*")
_DEFINITION = re.compile(r"(?P<indent>[ ]{0,3}):(?P<space>[ ]{1,7}|\t)(?=[^\s\0])")
#: pandoc's items by letters, Roman numbers and examples; two spaces tell them from initials.
_FANCY = re.compile(
    r"(?P<indent>[ ]*)(?P<mark>\(?(?:[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)]|\(@[\w-]{0,30}\)|#\.)[ ]{1,3}(?=\S)"
)
_FEWEST = {"(@": 4, "#.": 3}  # characters of a marker with its spaces, where no other text begins so
_NO_TERM = re.compile(r"[ \t]*(?:[-*+>#|:~<\0]|\d+[.)][ \t])")
_LONGEST_TERM = 100  # characters
_MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Bodies:
    text: str  # for the parser
    stretches: tuple[HiddenStretch, ...]
    titles: tuple[int, ...]  # where signs stand, right before titles


def find_bodies(text: str, bare: str, first: int) -> Bodies:
    """`bare`: the text without its code; `first`: where it begins."""
    walk = _Walk(text[first:].split("\n"), bare[first:].split("\n"), first)
    walk.walk()
    return Bodies(text[:first] + "\n".join(walk.lines), tuple(walk.stretches), tuple(walk.titles))


class _Walk:
    def __init__(self, lines: list[str], bare: list[str], first: int) -> None:
        self.lines, self.stretches, self.titles = lines, list[HiddenStretch](), list[int]()
        self._bare, self._at = bare, first
        self._widths: list[int] = []  # how far the bodies that are open are indented
        self._terms = self._empty = 0  # lines right above, in one paragraph, and those below it
        self._is_defined = False  # the last that came was a definition

    def walk(self) -> None:
        for index, bare in enumerate(self._bare):
            width = _width(bare)
            while bare.strip() and self._widths and width < self._widths[-1]:
                self._widths.pop()
            line = _dedented(self.lines[index], _INDENT * len(self._widths))
            marker = _ADMONITION.fullmatch(bare) or _BLOCK.fullmatch(bare)
            if marker and (marker.re is _BLOCK or self._has_body(index, width)):
                line = self._mark(marker)
                self._widths += [width + _INDENT] if marker.re is _ADMONITION else []
            self.lines[index] = self._fancy(index, bare) or self._as_list(line)
            self._at += len(bare) + 1

    def _fancy(self, index: int, bare: str) -> str:
        """An item that CommonMark doesn't know, with its first line or below another one, as an item of a list."""
        item = None if self._widths else _FANCY.match(bare)
        above = self._bare[index - 1] if index else ""
        is_begun = not above.strip() or _FANCY.match(above)
        if not item or not is_begun or len(item[0]) - len(item["indent"]) < _FEWEST.get(item["mark"][:2], _INDENT):
            return ""
        self.stretches.append(HiddenStretch(self._at + item.start("mark"), self._at + item.end("mark"), Reason.MARKUP))
        self._terms, self._empty = _MOST_TERMS + 1, 0
        gap = " " * min(len(item[0]) - len(item["indent"]) - 1, _INDENT - 1)
        return f"{item['indent']}-{gap}{self.lines[index][item.end() :]}"

    def _mark(self, marker: re.Match[str]) -> str:
        """The line of a marker: nothing, or its title."""
        title = next((name for name in ("title", "tab") if marker.groupdict().get(name)), None)
        start, end = marker.span(title) if title else (len(marker[0]), len(marker[0]))
        for begun, ended in ((0, start), (end, len(marker[0]))):
            if begun < ended:
                self.stretches.append(HiddenStretch(self._at + begun, self._at + ended, Reason.DIRECTIVE))
        self.titles += [self._at + start - 1] if title else []
        return TITLE_END + marker[0][start:end] if title else ""

    def _has_body(self, index: int, width: int) -> bool:
        following = next((line for line in self._bare[index + 1 : index + 3] if line.strip()), "")
        return _width(following) >= width + _INDENT

    def _as_list(self, line: str) -> str:
        """A definition as an item of a list, and any other line as it is."""
        if not line.strip():
            self._empty += 1
            return line
        definition = _DEFINITION.match(line) if self._empty <= 1 else None
        if definition and (self._is_defined or 0 < self._terms <= (1 if self._empty else _MOST_TERMS)):
            self._terms, self._empty, self._is_defined = 0, 0, True
            return f"{definition['indent']}-{definition['space'][:3]}{line[definition.end() :]}"
        self._terms = 1 if self._empty or self._is_defined else self._terms + 1
        if len(line) > _LONGEST_TERM or _NO_TERM.match(line):
            self._terms = _MOST_TERMS + 1
        self._is_defined = self._is_defined and (not self._empty or line.startswith(("  ", "\t")))
        self._empty = 0
        return line


def _width(line: str) -> int:
    return len(line.expandtabs(_INDENT)) - len(line.expandtabs(_INDENT).lstrip())


def _dedented(line: str, columns: int) -> str:
    """Without its indent, as far as it has that many columns."""
    if not columns:
        return line
    indent = len(line) - len(line.lstrip(" \t"))
    spaces = line[:indent].expandtabs(_INDENT)
    return spaces[min(columns, len(spaces)) :] + line[indent:]
