"""The lines of a PDF joined to paragraphs, across columns and pages, and written as HTML.

    "".join(html_of(pages, roles, judge))

What interrupts a sentence (notes, tables, captions, the page's furniture) is written after its paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from podcast.text.cleaning.hyphens import HyphenJudge
from podcast.text.documents.pdf.file import PdfSpan
from podcast.text.documents.pdf.lines import PdfLine
from podcast.text.documents.pdf.roles import PdfKind, PdfRole

_BULLET = re.compile(r"[•◦▪‣●○■□]\s*|[·*–-]\s+")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
_ENDS = re.compile(r"[.!?:…。！？]['\"”’»)\]\d]*\Z")
_RETURN = re.compile("[↩⤴]\ufe0e?\\s*(?:</a>)?\\Z")  # from an endnote to where its mark stands
_HOLDERS = {
    PdfKind.CAPTION: ("<figure><figcaption>", "</figcaption></figure>"),
    PdfKind.FURNITURE: ("<div hidden>", "</div>"),
}
_TAIL = 80  # characters by which a hyphen is judged


class _Paragraph:
    def __init__(self, line: PdfLine, role: PdfRole) -> None:
        self.role, self.lines = role, [line]
        self.pieces: list[tuple[str, PdfSpan, PdfLine]] = [(text, span, line) for text, span in line.pieces]

    @property
    def text(self) -> str:
        return "".join(text for text, _, _ in self.pieces)

    def add(self, line: PdfLine, judge: HyphenJudge) -> None:
        text, span, own = self.pieces[-1]
        joint: str | None = None
        if text.rstrip().endswith(("-", "\u2010")):
            before = "".join(part for part, _, _ in self.pieces[-4:])[-_TAIL:].rstrip()
            joint = judge.joint(before.replace("\u2010", "-"), line.text)
        if joint is None:
            self.pieces[-1] = (_spaced(text, line.text), span, own)
        else:
            self.pieces[-1] = (text.rstrip()[:-1] + joint, span, own)
        self.lines.append(line)
        self.pieces += [(text, span, line) for text, span in line.pieces]


def html_of(
    pages: Sequence[Sequence[PdfLine]], roles: Sequence[Sequence[PdfRole]], judge: HyphenJudge
) -> Iterator[str]:
    flow = _Flow(_leading(pages), judge)
    for lines, own in zip(pages, roles, strict=True):
        for line, role in zip(lines, own, strict=True):
            if role.kind in (PdfKind.TEXT, PdfKind.HEADING):
                yield from flow.read(line, role)
            else:
                flow.put_aside(line, role)
        flow.is_near = False
    yield from flow.rest()


class _Flow:
    """The paragraph at hand, and what stands aside until it ends."""

    def __init__(self, leading: float, judge: HyphenJudge) -> None:
        self._leading, self._judge = leading, judge
        self._paragraph: _Paragraph | None = None
        self._aside: list[str] = []
        self._note: _Paragraph | None = None  # or caption, or furniture
        self._rows: list[PdfLine] = []
        self.is_near = False  # nothing stands between the paragraph and the next line

    def read(self, line: PdfLine, role: PdfRole) -> Iterator[str]:
        self._end_aside()
        paragraph = self._paragraph
        if paragraph and _continues(paragraph, line, role, self._leading, is_near=self.is_near):
            paragraph.add(line, self._judge)
        else:
            yield from self.rest()
            self._paragraph = _Paragraph(line, role)
        self.is_near = True

    def put_aside(self, line: PdfLine, role: PdfRole) -> None:
        self.is_near = False
        if role.kind is PdfKind.TABLE:
            if self._rows and line.row < self._rows[-1].row:
                self._end_aside()
            self._rows.append(line)
        elif self._note and role.kind is self._note.role.kind and not role.begins:
            self._note.add(line, self._judge)
        else:
            self._end_aside()
            self._note = _Paragraph(line, role)

    def rest(self) -> Iterator[str]:
        self._end_aside()
        if self._paragraph:
            yield _written(self._paragraph)
        yield from self._aside
        self._paragraph, self._aside = None, []

    def _end_aside(self) -> None:
        if self._note:
            self._aside.append(_written(self._note))
        if self._rows:
            self._aside.append(_table(self._rows))
        self._note, self._rows = None, []


def _leading(pages: Sequence[Sequence[PdfLine]]) -> float:
    """How far apart lines are, in sizes."""
    gaps: Counter[float] = Counter()
    for lines in pages:
        for above, below in pairwise(lines):
            if above.left == below.left and above.size == below.size and 0 < above.y - below.y < 3 * above.size:
                gaps[round((above.y - below.y) / above.size, 1)] += 1
    return gaps.most_common(1)[0][0] if gaps else 1.2


def _continues(paragraph: _Paragraph, line: PdfLine, role: PdfRole, leading: float, *, is_near: bool) -> bool:
    last = paragraph.lines[-1]
    if role.kind is not paragraph.role.kind or abs(line.size - last.size) > 0.08 * last.size:
        return False
    gap = last.y - line.y
    is_below = is_near and (last.left, last.right) == (line.left, line.right) and 0 < gap < 12 * last.size
    if role.kind is PdfKind.HEADING:
        return is_below and gap < max(1.5, leading * 1.2) * last.size and line.is_bold == last.is_bold
    if is_below and gap > 1.3 * leading * last.size:
        return False
    text = paragraph.text.rstrip()
    begins_small, is_ended = line.text[:1].islower(), bool(_ENDS.search(text))
    is_short = last.x1 < last.right - 0.15 * max(last.right - last.left, 1)
    is_over = is_ended or is_short
    if _begins_item(line.text, text, is_over=is_over):
        return False
    if not is_below:
        return begins_small or text.endswith("-") or not (is_over or _is_indented(line))
    is_new = is_over and not begins_small and _is_indented(line) and line.x0 > last.x0 + 0.5 * line.size
    # Each begins farther left than it goes on, as in a list of books.
    is_outdented = is_over and not begins_small and len(paragraph.lines) > 1 and line.x0 < last.x0 - 0.6 * line.size
    is_last = is_short and is_ended and not begins_small
    return not (is_new or is_outdented or is_last or _is_broken(paragraph, line, begins_small=begins_small))


def _begins_item(line: str, before: str, *, is_over: bool) -> bool:
    if _BULLET.match(line):
        return True
    is_listed = bool(_BULLET.match(before) or _NUMBERED.match(before))
    return bool(_NUMBERED.match(line)) and (is_over or is_listed)


def _is_broken(paragraph: _Paragraph, line: PdfLine, *, begins_small: bool) -> bool:
    """Whether the line's first word had room in the one above, which then was ended on purpose."""
    last, first = paragraph.lines[-1], line.text.split(" ", 1)[0]
    if last.text.rstrip().endswith("-"):
        return False
    right, width = last.right, last.right - last.left
    if len(paragraph.lines) > 2:  # beside a picture, lines are shorter
        right = min(right, max(one.x1 for one in paragraph.lines[-4:]))
    needed = (line.x1 - line.x0) * (len(first) + 1) / max(len(line.text), 1)
    return last.x1 + needed < right - (0.35 if begins_small else 0.12) * width


def _is_indented(line: PdfLine) -> bool:
    return line.x0 > line.left + 0.6 * line.size


def _written(paragraph: _Paragraph) -> str:
    text = "".join(_piece(*piece) for piece in paragraph.pieces).strip()
    kind = paragraph.role.kind
    if kind is PdfKind.HEADING:
        return f"<h{paragraph.role.level}>{text}</h{paragraph.role.level}>\n"
    if kind is PdfKind.NOTE or _RETURN.search(text):
        return f'<div role="doc-footnote"><p>{text}</p></div>\n'
    bullet = _BULLET.match(text) if kind is PdfKind.TEXT else None
    if bullet:
        return f"<ul><li>{text[bullet.end() :]}</li></ul>\n"
    begin, end = _HOLDERS.get(kind, ("<p>", "</p>"))
    return f"{begin}{text}{end}\n"


def _piece(text: str, span: PdfSpan, line: PdfLine) -> str:
    written = escape(text, quote=False)
    is_small = span.size <= 0.85 * line.size and len(text.strip()) <= 6
    if is_small and span.y > line.y + 0.12 * line.size:
        written = (
            f"{' ' if text.startswith(' ') else ''}<sup>{written.strip()}</sup>{' ' if text.endswith(' ') else ''}"
        )
    elif is_small and span.y < line.y - 0.08 * line.size:
        written = f"<sub>{written.strip()}</sub>{' ' if text.endswith(' ') else ''}"
    return f'<a href="{escape(span.href)}">{written}</a>' if span.href else written


def _spaced(text: str, following: str) -> str:
    """Chinese and Japanese have no spaces between their lines."""
    is_unspaced = bool(text) and text[-1] >= "\u3000" and following[:1] >= "\u3000" and text[-1] < "\ua000"
    return text if is_unspaced else f"{text.rstrip()} "


def _table(rows: Sequence[PdfLine]) -> str:
    cells: list[str] = []
    row = 0
    for line in rows:
        cells.append("</tr><tr>" if line.row != row and cells else "")
        cells.append(f"<td>{escape(line.text.strip(), quote=False)}</td>")
        row = line.row
    return f"<table><tr>{''.join(cells)}</tr></table>\n"
