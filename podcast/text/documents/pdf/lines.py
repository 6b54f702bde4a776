"""A page's stretches of text to lines, in the order in which they are read: column by column, rows of tables as such.

    lines = lines_of(page)
    lines[0].text, lines[0].left, lines[0].cells

Lines that cross a gutter part the columns above them from those below.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from podcast.text.documents.pdf.file import PdfPage, PdfSpan

_GAP = 1.5  # of the size: what is farther apart is in another column, or another cell
_CELL_GAP = 0.8
_MOST_INITIALS = 20  # on a page
_FEWEST = 4  # lines of a column
_MOST_COLUMNS = 3
_MARKER = re.compile(r"[•◦▪‣·●○■□–—*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]")


@dataclass(frozen=True)
class PdfLine:
    spans: tuple[PdfSpan, ...]
    left: float = 0  # of its column
    right: float = 0
    row: int = 0  # of a table, from 1; cells of a row are lines with one number
    table: int = 0

    @cached_property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    @cached_property
    def pieces(self) -> tuple[tuple[str, PdfSpan], ...]:
        """The spans' texts, with spaces where they stand apart."""
        found: list[tuple[str, PdfSpan]] = []
        for before, span in zip((None, *self.spans), self.spans, strict=False):
            is_raised = span.size <= 0.85 * self.size and span.y > self.y + 0.12 * self.size
            least = 0.45 * self.size if is_raised else 0.17 * min(span.size, before.size if before else 0)
            apart = before and span.x0 - before.x1 > least
            parted = before and (before.text.endswith(" ") or span.text.startswith(" "))
            found.append((f" {span.text}" if apart and not parted else span.text, span))
        return tuple(found)

    @cached_property
    def size(self) -> float:
        """Of most of its signs."""
        sizes: Counter[float] = Counter()
        for span in self.spans:
            sizes[round(span.size, 1)] += len(span.text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def y(self) -> float:
        return next(span.y for span in self.spans if round(span.size, 1) == self.size)

    @property
    def x0(self) -> float:
        return self.spans[0].x0

    @property
    def x1(self) -> float:
        return self.spans[-1].x1

    @cached_property
    def is_bold(self) -> bool:
        return all(span.is_bold for span in self.spans if any(map(str.isalnum, span.text)))


def lines_of(page: PdfPage) -> list[PdfLine]:
    lines = _joined([span for span in page.spans if not span.is_turned])
    return [line for column in _columns(lines, 0) for line in _rows(column)]


def _joined(spans: Sequence[PdfSpan]) -> list[PdfLine]:
    """What is drawn one after the other on one baseline, or raised a little."""
    groups: list[list[PdfSpan]] = []
    for span in spans:
        if groups and _follows(span, groups[-1]):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [PdfLine(tuple(group)) for group in _with_initials(groups)]


def _follows(span: PdfSpan, group: Sequence[PdfSpan]) -> bool:
    last = group[-1]
    most = max(span.size, last.size)
    least = min(span.size, last.size)
    is_level = abs(span.y - last.y) < 0.2 * most or (least < 0.85 * most and abs(span.y - last.y) < 0.6 * most)
    return is_level and most < 2 * least + 4 and -0.4 * most < span.x0 - last.x1 < _GAP * most


def _with_initials(groups: list[list[PdfSpan]]) -> list[list[PdfSpan]]:
    """A drop cap, which hangs down beside two or three lines, begins the first of them."""
    sizes = sorted(span.size for group in groups for span in group)
    large = 1.8 * sizes[len(sizes) // 2] if sizes else 0
    hanging = [group for group in groups if _is_initial(group) and group[0].size > large]
    kept = [group for group in groups if not any(group is one for one in hanging)]
    for [initial] in hanging[:_MOST_INITIALS]:
        beside = [at for at, [first, *_] in enumerate(kept) if _hangs(initial, first)]
        if beside:
            at = max(beside, key=lambda at: kept[at][0].y)
            first, *rest = kept[at]
            kept[at] = [replace(first, text=initial.text + first.text, x0=initial.x0), *rest]
        else:
            kept.append([initial])
    return kept + hanging[_MOST_INITIALS:]


def _is_initial(group: Sequence[PdfSpan]) -> bool:
    return len(group) == 1 and len(group[0].text.strip()) <= 2 and group[0].text.strip("“\"'„« ").isalpha()


def _hangs(initial: PdfSpan, first: PdfSpan) -> bool:
    is_beside = -2 < first.x0 - initial.x1 < 2 * first.size
    return is_beside and initial.size > 1.8 * first.size and -2 <= first.y - initial.y < initial.size


def _columns(lines: list[PdfLine], depth: int) -> Iterator[list[PdfLine]]:
    """Each from top to bottom, with its edges."""
    gutter = _gutter(lines) if depth < _MOST_COLUMNS - 1 else None
    if gutter is None:
        if lines:
            left, right = min(line.x0 for line in lines), _right(lines)
            yield [replace(line, left=left, right=right) for line in sorted(lines, key=lambda line: -line.y)]
        return
    sides: tuple[list[PdfLine], list[PdfLine]] = ([], [])
    across: list[PdfLine] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if line.x0 < gutter - 3 and line.x1 > gutter + 3:
            for side in sides:
                yield from _columns(side, depth + 1)
            sides = ([], [])
            across.append(line)
            continue
        if across:
            yield from _columns(across, _MOST_COLUMNS)
            across = []
        sides[line.x0 >= gutter - 3].append(line)
    yield from _columns(across, _MOST_COLUMNS)
    for side in sides:
        yield from _columns(side, depth + 1)


def _right(lines: Sequence[PdfLine]) -> float:
    ends = sorted(line.x1 for line in lines)
    return ends[int(0.9 * (len(ends) - 1))] if len(ends) >= 10 else ends[-1]


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """Where a column begins beside another of about its height."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    starts = Counter(round(line.x0) for line in lines if 0.25 < (line.x0 - left) / max(right - left, 1) < 0.8)
    for start, count in sorted(starts.most_common(6), key=lambda found: found[0]):
        if count < _FEWEST - 1:
            continue
        edge = start - 1
        before = [line for line in lines if line.x1 <= edge + 3]
        after = [line for line in lines if line.x0 >= edge - 3]
        across = len(lines) - len(before) - len(after)
        if len(before) >= _FEWEST and len(after) >= _FEWEST and across <= 1.5 * min(len(before), len(after)) + 6:
            is_text = median(line.x1 - line.x0 for line in before) > 0.5 * (edge - left)
            is_text = is_text and median(line.x1 - line.x0 for line in after) > 0.5 * (right - edge) * 0.8
            if is_text and _beside(before, after):
                return edge
    return None


def _beside(before: Sequence[PdfLine], after: Sequence[PdfLine]) -> bool:
    (low, high), (lower, higher) = (
        (min(line.y for line in side), max(line.y for line in side)) for side in (before, after)
    )
    shared = min(high, higher) - max(low, lower)
    return shared > 0.5 * min(high - low, higher - lower) > 0


def _rows(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """Lines of one height are cells; several rows of them are a table, and one alone is a line after all."""
    rows: list[list[PdfLine]] = []
    for line in lines:
        if rows and abs(rows[-1][0].y - line.y) < 0.4 * max(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    rows = _split_rows([_cells(sorted(row, key=lambda line: line.x0)) for row in rows])
    begun, table = 0, 0
    while begun < len(rows):
        end = begun + 1
        while end < len(rows) and len(rows[begun]) > 1 and len(rows[end]) > 1:
            end += 1
        part, most = rows[begun:end], max(map(len, rows[begun:end]))
        is_table = len(part) >= 3 or (len(part) == 2 and most > 2)
        if is_table and _is_prose(part):
            yield from (row[at] for at in range(most) for row in part if at < len(row))
        elif is_table:
            table += 1
            yield from (replace(cell, row=at, table=table) for at, row in enumerate(part, 1) for cell in row)
        else:
            yield from map(_as_one, part)
        begun = end


def _as_one(row: Sequence[PdfLine]) -> PdfLine:
    return row[0] if len(row) == 1 else replace(row[0], spans=tuple(span for cell in row for span in cell.spans))


def _is_prose(rows: Sequence[Sequence[PdfLine]]) -> bool:
    """Narrow columns, or what a reader would miss: cells of a table have a word or two."""
    words = [len(cell.text.split()) for row in rows for cell in row]
    return sum(words) > 3.5 * len(words)


def _split_rows(rows: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """Cells that stand close are told from words by standing below each other, row for row."""
    split = [_cells([cell for line in row for cell in _split(line)]) for row in rows]
    aligned = [_are_aligned(above, below) for above, below in pairwise(split)]
    tabular = {at + by for at, both in enumerate(pairwise(aligned)) if all(both) for by in range(3)}
    return [cells if index in tabular else row for index, (row, cells) in enumerate(zip(rows, split, strict=True))]


def _split(line: PdfLine) -> list[PdfLine]:
    cells: list[list[PdfSpan]] = []
    for span in line.spans:
        if cells and span.x0 - cells[-1][-1].x1 < _CELL_GAP * span.size:
            cells[-1].append(span)
        else:
            cells.append([span])
    return [line] if len(cells) == 1 else [replace(line, spans=tuple(cell)) for cell in cells]


def _are_aligned(above: Sequence[PdfLine], below: Sequence[PdfLine]) -> bool:
    """At their left edges, their right ones or their middles."""
    if not len(above) == len(below) > 1:
        return False
    return all(
        min(abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.x0 + one.x1 - other.x0 - other.x1) / 2) < 2
        for one, other in zip(above, below, strict=True)
    )


def _cells(row: list[PdfLine]) -> list[PdfLine]:
    """An item's marker stands apart, and is no cell."""
    if len(row) >= 2 and _MARKER.fullmatch(row[0].text.strip()):
        first = replace(row[0], spans=(*row[0].spans, *row[1].spans))
        return [first, *row[2:]]
    return row
