"""Where the pages of a printed or scanned text end: page numbers, and the running heads beside them.

    page_breaks(source, start=0, end=len(source))       # [(812, 815), (816, 842)]: "- 3 -", "Local Papers    No. 12"
    goes_on("and we learnt to", "eat slowly.")          # True: one sentence on two pages

A head is believed where it returns beside other page numbers, or after form feeds. A number alone in a line may be a
chapter's, so only one that is set as pages have it is a page's: far to the right, or "Page 3".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?:[ \t]{10,80}[-–—\[(]? ?\d{1,4} ?[-–—\])]?"
    r"|[ \t]*(?:page|seite|página|pagina|pág\.|pag\.|strona|str\.|sida|strana|blz\.|с\.|стр\.)[ ]\d{1,4}"
    r"(?:[ ](?:of|von|de|sur|di|van|z|av|из|/)[ ]\d{1,4})?"
    r"|[ \t]*第?[ ]?\d{1,4}[ ]?[页頁ページ]{1,3}|[ \t]*[-–—][ ]?\d{1,4}[ ]?[-–—])[ \t]*",
    re.IGNORECASE,
)
_DASHED = re.compile(r"[ \t]{0,9}[-–—] ?1 ?[-–—]")  # of parts, which begin at one
_LONGEST = 90  # characters, of a head
_NEAR = 2  # lines with words
_FIGURES = re.compile(r"[\d\s]+|\b[ivxlc]{1,7}\b")
_ENDS = (".", "!", "?", "…", ":", "”", '"', "»", "“", "。", "！", "？", "」", ")")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    begins_page: bool  # behind a form feed

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.start + len(self.text)


def page_breaks(source: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = list(_lines(source, start, end))
    are_parts = any(_DASHED.fullmatch(line.text.rstrip()) for line in lines)
    numbers = [at for at, line in enumerate(lines) if _is_number(line.text, are_parts=are_parts)]
    edges = list(_edges(lines, numbers))
    found = Counter(head for edge in edges for head in {_head(lines[at].text) for at in edge} if head)
    heads = {at for edge in edges for at in edge if found[_head(lines[at].text)] > 1}
    return [lines[at].span for at in sorted({*numbers, *heads})]


def goes_on(before: str, after: str) -> bool:
    """Whether a sentence that one page breaks off goes on in the next."""
    before, after = before.rstrip(), after.lstrip()
    return after[:1].islower() and not before.endswith(_ENDS)


def _lines(source: str, start: int, end: int) -> Iterator[_Line]:
    """Those with something in them."""
    begins_page = False
    for text in source[start:end].split("\n"):
        begins_page |= "\f" in text
        if text.strip():
            yield _Line(text, start, begins_page)
            begins_page = False
        start += len(text) + 1


def _is_number(text: str, *, are_parts: bool) -> bool:
    short = len(text) <= _LONGEST + 20 and any(map(str.isdigit, text))
    is_number = bool(short and _NUMBER.fullmatch(text.replace("\f", "")))
    return is_number and not (are_parts and text[:10].strip())


def _edges(lines: Sequence[_Line], numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The lines that stand beside each end of a page."""
    known = set(numbers)
    for at in numbers:
        yield tuple(near for near in _around(lines, at) if near not in known)
    for at, line in enumerate(lines):
        if line.begins_page and at not in known and not known & set(_around(lines, at)):
            yield (at, *([at - 1] if at else []))


def _around(lines: Sequence[_Line], at: int) -> Iterator[int]:
    yield from (near for near in range(at - _NEAR, at + _NEAR + 1) if 0 <= near < len(lines) and near != at)


def _head(text: str) -> str:
    """Without the page's number; empty for what is a line of the text, or nothing else."""
    text = text.strip()
    is_text = len(text) > _LONGEST or text.endswith((*_ENDS, ",", ";", "-"))
    return "" if is_text else _FIGURES.sub(" ", text.casefold()).strip()
