"""Fields of a Word document: what a program fills in, such as links, cross-references, page numbers and contents.

    fields = Fields()
    fields.begin(); fields.instruct(' HYPERLINK "https://example.org" '); fields.separate()
    fields.href         # "https://example.org", until end()

A field begins in one run and ends in another, perhaps paragraphs later; its result stands between.
"""

import re
from dataclasses import dataclass

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))', re.IGNORECASE)
_FIELD_NAME = re.compile(r"\s*(\w+)")
CONTENTS = frozenset({"TOC", "INDEX", "TOA", "RD"})
SILENT = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_MARKS = frozenset({"NOTEREF", "FTNREF"})
_MOST = 100  # fields in one another, which a broken document may not end


def name_in(code: str) -> str:
    """What kind of field it is: "TOC"."""
    return match[1].upper() if (match := _FIELD_NAME.match(code)) else ""


def link_in(code: str) -> str:
    """Where it leads, if it is a link."""
    link = _LINK.match(code)
    return (link[1] or link[2] or "") if link else ""


@dataclass(slots=True)
class _Field:
    code: str = ""
    has_result: bool = False

    @property
    def name(self) -> str:
        return name_in(self.code)


class Fields:
    """`is_believed`: each field ends; in a broken document one that doesn't would take all that follows for its own."""

    def __init__(self, *, is_believed: bool = True) -> None:
        self._open: list[_Field] = []
        self._is_believed = is_believed

    @property
    def are_ended(self) -> bool:
        return not self._open

    def begin(self, code: str = "") -> None:
        if len(self._open) < _MOST:
            self._open.append(_Field(code, has_result=bool(code)))

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1].code += text

    def separate(self) -> None:
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> None:
        if self._open:
            self._open.pop()

    @property
    def href(self) -> str:
        if not self._is_believed:
            return ""
        return next(filter(None, (link_in(field.code) for field in reversed(self._open))), "")

    @property
    def in_contents(self) -> bool:
        return self._is_believed and any(field.name in CONTENTS for field in self._open)

    @property
    def is_silent(self) -> bool:
        """The number of a page, or text of a field that is no result."""
        return self._is_believed and any(field.name in SILENT or not field.has_result for field in self._open)

    @property
    def is_mark(self) -> bool:
        return self._is_believed and any(field.name in _MARKS for field in self._open)
