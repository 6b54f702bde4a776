"""Org's lists, which are told by their indents: opened, gone on with and closed while lines come.

lists = OrgLists(parts)
lists.item("- [X] Oats", flush)         # "Oats": <ul><li> was opened
lists.goes_on("  and barley")            # True
lists.close()
"""

import re
from collections.abc import Callable

_ITEM = re.compile(r"(\s*)(?:([-+])|(\d{1,6})[.)]|(?<=\s)(\*))(?:[ \t]+|\Z)(.*)", re.DOTALL)
_COUNTER = re.compile(r"\[@(?:start:)?(\d{1,6}|[A-Za-z])\]\s*")
_BOX = re.compile(r"\[[ xX-]\](?:\s+|\Z)")
_TERM = re.compile(r"(.{1,300}?)[ \t]+::(?:[ \t]+|\Z)")
_MOST_DEEP = 30


class OrgLists:
    def __init__(self, parts: list[str]) -> None:
        self._parts = parts
        self._open: list[tuple[int, str]] = []  # indents and elements
        self._blanks = 0

    def blank(self) -> None:
        """Two of them end all lists."""
        self._blanks += 1
        if self._blanks > 1:
            self.close()

    def goes_on(self, line: str) -> bool:
        """Whether the line belongs to a list that is open, or begins one; what is less indented has ended."""
        self._blanks = 0
        if _ITEM.match(line):
            return True
        indent = _indent(line)
        while self._open and indent <= self._open[-1][0]:
            self._close_one()
        return bool(self._open)

    def item(self, line: str, flush: Callable[[], None]) -> str:
        """What the item says, if the line begins one; `flush` ends the paragraph before it."""
        match = _ITEM.match(line)
        if match is None:
            return ""
        flush()
        indent, said, name = _indent(line), match[5], "ol" if match[3] else "ul"
        counter = _COUNTER.match(said)
        said = said[counter.end() :] if counter else said
        said = said[box.end() :] if (box := _BOX.match(said)) else said
        number = counter[1] if counter else match[3] or ""
        self._open_item(indent, name, number if number.isdigit() else "")
        if name == "ul" and (term := _TERM.match(said)):
            said = f"{term[1]}: {said[term.end() :]}"
        return said or " "

    def close(self) -> None:
        while self._open:
            self._close_one()
        self._blanks = 0

    def _open_item(self, indent: int, name: str, number: str) -> None:
        while self._open and (indent < self._open[-1][0] or len(self._open) > _MOST_DEEP):
            self._close_one()
        if self._open and self._open[-1] == (indent, name):
            self._parts.append("</li>\n<li>")
            return
        if self._open and self._open[-1][0] == indent:
            self._close_one()
        start = f' start="{number}"' if number not in ("", "1") else ""
        self._parts.append(f"<{name}{start}><li>")
        self._open.append((indent, name))

    def _close_one(self) -> None:
        self._parts.append(f"</li></{self._open.pop()[1]}>\n")


def _indent(line: str) -> int:
    return len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip())
