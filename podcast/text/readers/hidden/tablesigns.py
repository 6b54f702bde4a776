"""Tables that Markdown's own rule does not know: in HTML, and those that pandoc draws with lines.

    list(find_tables("<table><tr><td>1</td></tr></table>", 0))

A table of HTML with a long text in a cell lays out a page and is said, as in a web page.
"""

import re
from collections.abc import Iterator, Sequence

from podcast.text.essay import Reason
from podcast.text.readers.stretch import HiddenStretch

_TABLE = re.compile(r"<(/?)table\b[^<>]{0,2000}>", re.IGNORECASE)
_CELL = re.compile(r"</?(?:td|th|tr|table|caption)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HEAD = re.compile(r"<th\b", re.IGNORECASE)
_DATA = re.compile(r"<td\b", re.IGNORECASE)
_LONG_CELL = 200  # characters
_GRID = re.compile(r"^[ ]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*\n(?:[ ]{0,3}[|+][^\n]*\n?)+", re.MULTILINE)
_COLUMNS = re.compile(r"^[ ]*-{2,}(?:[ ]+-{2,})+[ \t]*$", re.MULTILINE)
_EDGE = re.compile(r"[ ]*-{5,}(?:[ ]+-{2,})*[ \t]*")
_CAPTION = re.compile(r"(?:\n[ \t]*)?\n[ ]{0,3}(?:Table)?:[ \t]+[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*")

_BELOW_BARS = re.compile(r"(?:Table|Tabelle|Tableau|Tabla|Tabella|Tabela)?:\s")


def find_tables(text: str, first: int) -> Iterator[HiddenStretch]:
    yield from _of_html(text, first)
    for grid in _GRID.finditer(text, first):
        yield _with_caption(text, grid.start(), grid.end())
    reached = first
    for columns in _COLUMNS.finditer(text, first):
        if columns.start() >= reached:
            start, reached = _of_columns(text, columns.start(), columns.end(), reached)
            yield _with_caption(text, start, reached)


def is_caption(text: str, lines: Sequence[str], at: int) -> bool:
    """Whether a paragraph is what pandoc writes below a table of bars; `at`: its first line."""
    above = next((line for line in reversed(lines[max(at - 2, 0) : at]) if line.strip()), "")
    return bool(_BELOW_BARS.match(text)) and above.lstrip().startswith("|")


def _of_html(text: str, first: int) -> Iterator[HiddenStretch]:
    depth = start = 0
    for tag in _TABLE.finditer(text, first):
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and _is_data(text[start : tag.end()]):
                yield HiddenStretch(start, tag.end(), Reason.TABLE)


def _is_data(table: str) -> bool:
    if len(_DATA.findall(table)) == 1 and not _HEAD.search(table):
        return False  # a frame around a text
    return bool(_HEAD.search(table)) or all(len(_TAG.sub("", cell)) < _LONG_CELL for cell in _CELL.split(table))


def _of_columns(text: str, start: int, end: int, reached: int) -> tuple[int, int]:
    """From the heading above the line to the empty line below, or, framed by lines, to the last."""
    lines = _lines_above(text, start, reached)
    top = next((at for at, line in reversed(lines) if _EDGE.fullmatch(line)), None)
    begun = lines[-1][0] if lines and lines[-1][1].strip() else start
    is_framed = top is not None
    begun = top if top is not None else begun
    at = end
    while at < len(text):
        following = text.find("\n", at + 1)
        following = following if following >= 0 else len(text)
        line = text[at + 1 : following]
        if not is_framed and not line.strip():
            break
        at = following
        if _EDGE.fullmatch(line) or _COLUMNS.fullmatch(line):
            break
        if is_framed and at - end > 20_000:
            return start, end
    return begun, at


def _lines_above(text: str, start: int, reached: int) -> list[tuple[int, str]]:
    """Down to the line, at most five, with their places; none beyond an empty one."""
    lines: list[tuple[int, str]] = []
    at = start
    while at > reached and len(lines) < 5:
        begun = text.rfind("\n", reached, at - 1) + 1 or reached
        if not text[begun : at - 1].strip():
            break
        lines.insert(0, (begun, text[begun : at - 1]))
        at = begun
    return lines


def _with_caption(text: str, start: int, end: int) -> HiddenStretch:
    end -= text[start:end].endswith("\n")
    caption = _CAPTION.match(text, end)
    return HiddenStretch(start, caption.end() if caption else end, Reason.TABLE)
