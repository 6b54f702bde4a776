"""What each line of a PDF is for: text, a heading, a note, part of a table, or furniture of its page.

    roles = roles_of(pages)         # a list for each page, of a role for each of its lines
    roles[0][3].kind, roles[0][3].level

Running heads repeat, or stand apart at one height; notes are small and stand below the text with a mark; headings are
larger or bolder than the text. What most signs look like is the text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from podcast.text.documents.pdf.lines import PdfLine

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|página|pagina|strona|p\.|s\.) ?)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?: ?(?:/|of|von|de|sur|di|van|z) ?\d{1,4})?\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z](?= [A-Z]))\s?[^\W\d_“\"‘(]|(?:\d{1,3}|[*†‡§¶]) ?[“\"‘(]")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|tab\.|abb(?:ildung|\.)|tabelle|figura|tableau|tabla|tabella|scheme|chart|exhibit|plate"
    r"|rysunek|рис(?:унок|\.)|图|図|表) ?\d{1,3}[a-z]?[.:]? ?",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?<![.…·_])(?<!\. )(?:[.…·_]|\. ){4,} ?(?:\d{1,4}|[ivxlc]{1,7})\Z", re.IGNORECASE)
_ZONE = 0.12  # of the page's height, above and below
_LARGER, _SMALLER = 1.12, 0.93
_LONGEST_HEADING = 220  # characters
_LONGEST_BOLD = 110


class PdfKind(Enum):
    TEXT = auto()
    HEADING = auto()
    NOTE = auto()
    CAPTION = auto()
    TABLE = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class PdfRole:
    kind: PdfKind
    level: int = 0  # of a heading
    begins: bool = False  # a note, or a caption


_Pages = Sequence[Sequence[PdfLine]]


def body_size(pages: _Pages) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def roles_of(pages: _Pages, heights: Sequence[float]) -> list[list[PdfRole]]:
    size = body_size(pages)
    furniture = _furniture(pages, heights, size)
    signs = Counter[bool]()
    for lines in pages:
        for line in lines:
            signs[line.is_bold] += len(line.text)
    trusts_weight = signs[True] < 0.4 * signs.total()
    found = []
    notes_before = False
    for number, lines in enumerate(pages):
        roles = [_role(line, size, trusts_weight=trusts_weight) for line in lines]
        for index in furniture[number]:
            roles[index] = PdfRole(PdfKind.FURNITURE, begins=True)
        notes_before = _mark_notes(lines, roles, size, heights[number], notes_before=notes_before)
        _unmark_prose(lines, roles)
        _mark_contents(lines, roles)
        found.append(roles)
    return _levelled(pages, found)


def _role(line: PdfLine, size: float, *, trusts_weight: bool) -> PdfRole:
    text = line.text.strip()
    if line.table:
        return PdfRole(PdfKind.TABLE)
    if _CAPTION.match(text) and line.size <= size * 1.05 and len(text) > 8:
        return PdfRole(PdfKind.CAPTION, begins=True)
    if not any(map(str.isalpha, text)):
        return PdfRole(PdfKind.TEXT)
    if _rounded(line.size) >= size * _LARGER:
        return PdfRole(PdfKind.HEADING)
    is_line = len(text) <= _LONGEST_BOLD and not text.endswith((".", ",", ";", "-")) and text[:1] not in "•–-"
    is_heading = trusts_weight and line.is_bold and is_line and line.size >= 0.95 * size
    return PdfRole(PdfKind.HEADING if is_heading else PdfKind.TEXT)


def _furniture(pages: _Pages, heights: Sequence[float], size: float) -> list[set[int]]:
    """By page, which lines. From the edges inwards: below a page's number may be a head."""
    found: list[set[int]] = [set() for _ in pages]
    headed = {_bare(line.text) for lines in pages for line in lines if _rounded(line.size) >= size * _LARGER}
    for sign in (1, -1, 1, -1):
        rows = [list(_outer_row(lines, found[number], sign)) for number, lines in enumerate(pages)]
        edges = [[lines[index] for index in row] for lines, row in zip(pages, rows, strict=True)]
        places = Counter(round(edge[0].y / 3) for edge in edges if edge)
        texts = Counter(_key(edge) for edge in edges if edge)
        for number, (row, edge) in enumerate(zip(rows, edges, strict=True)):
            if not edge or not _is_at_edge(edge[0], heights[number]):
                continue
            gone = {*row, *found[number]}
            others = [line for index, line in enumerate(pages[number]) if index not in gone]
            gap = min((abs(line.y - edge[0].y) for line in others), default=heights[number])
            alike = sum(places[round(edge[0].y / 3) + by] for by in (-1, 0, 1))
            is_apart = gap > 1.6 * size or abs(edge[0].size - size) > 0.04 * size
            is_usual = alike >= max(3, 0.4 * len(pages)) and gap > 1.6 * size and edge[0].size < 1.3 * size
            is_repeated = len(pages) > 1 and texts[_key(edge)] >= (2 if len(pages) <= 4 else 3) and is_apart
            is_headed = is_apart and edge[0].size < 1.05 * size and all(_bare(line.text) in headed for line in edge)
            is_note = sign < 0 and _begins_note(edge[0]) and len(edge[0].text) > 6
            if others and (_is_number(edge) or ((is_usual or is_repeated or is_headed) and not is_note)):
                found[number].update(row)
    return found


def _is_number(edge: Sequence[PdfLine]) -> bool:
    return all(_PAGE_NUMBER.fullmatch(line.text.strip()) for line in edge)


def _outer_row(lines: Sequence[PdfLine], gone: set[int], sign: int) -> Iterator[int]:
    left = [index for index in range(len(lines)) if index not in gone]
    if left:
        edge = max(sign * lines[index].y for index in left)
        yield from (index for index in left if sign * lines[index].y > edge - 3)


def _bare(text: str) -> str:
    """A heading's words, as a running head repeats them, without numbers."""
    return " ".join(_NUMBER.sub(" ", text).split()).strip(" .|–-·").casefold()


def _is_at_edge(line: PdfLine, height: float) -> bool:
    return not _ZONE * height < line.y < (1 - _ZONE) * height


def _key(edge: Sequence[PdfLine]) -> str:
    return _NUMBER.sub("#", " ".join(" ".join(line.text for line in edge).split()))


def _mark_contents(lines: Sequence[PdfLine], roles: list[PdfRole]) -> None:
    """Entries whose dots lead to the number of a page, and the heading above them."""
    begins = True
    for index, line in enumerate(lines):
        if not _LEADER.search(line.text.strip()):
            begins = True
            continue
        if begins and index and roles[index - 1].kind is PdfKind.HEADING:
            roles[index - 1] = PdfRole(PdfKind.FURNITURE, begins=True)
            begins = False
        roles[index] = PdfRole(PdfKind.FURNITURE, begins=begins)
        begins = False


def _mark_notes(
    lines: Sequence[PdfLine], roles: list[PdfRole], size: float, height: float, *, notes_before: bool
) -> bool:
    """The small lines at the foot of each column, from the first that has a mark. Whether there were any."""
    was_any, end = False, len(lines)
    while end:
        begin = end - 1
        while begin and (lines[begin - 1].left, lines[begin - 1].right) == (lines[end - 1].left, lines[end - 1].right):
            begin -= 1
        foot = [index for index in range(begin, end) if roles[index].kind is not PdfKind.FURNITURE]
        small = _small_foot(lines, foot, size, height)
        marked = [index for index in small if _begins_note(lines[index])]
        first = small[0] if small and notes_before and lines[small[0]].text[:1].islower() else None
        first = marked[0] if marked and first is None else first
        for index in small:
            if first is not None and index >= first:
                roles[index] = PdfRole(PdfKind.NOTE, begins=index in marked)
                was_any = True
        end = begin
    return was_any


def _small_foot(lines: Sequence[PdfLine], foot: Sequence[int], size: float, height: float) -> list[int]:
    """Or of any size, from a line on that begins with a raised mark, as no line of a text does."""
    raised = next(
        (at for at, index in enumerate(foot) if _is_marked(lines[index]) and lines[index].y < height / 2), None
    )
    if raised is not None and all(lines[index].size < 1.05 * size for index in foot[raised:]):
        return [*foot[raised:]]
    small: list[int] = []
    for index in reversed(foot):
        if lines[index].size > _SMALLER * size or lines[index].y > 0.6 * height or lines[index].table:
            break
        small.append(index)
    return small[::-1]


def _begins_note(line: PdfLine) -> bool:
    return _is_marked(line) or _NOTE.match(line.text.strip()) is not None


def _is_marked(line: PdfLine) -> bool:
    first = line.spans[0]
    return (
        len(line.spans) > 1
        and first.size < 0.85 * line.size
        and first.y > line.y + 0.1 * line.size
        and len(first.text.strip()) <= 3
    )


def _unmark_prose(lines: Sequence[PdfLine], roles: list[PdfRole]) -> None:
    """A heading of many lines is text in large letters."""
    begin = 0
    while begin < len(roles):
        end = begin
        while end < len(roles) and roles[end].kind is PdfKind.HEADING and lines[end].size == lines[begin].size:
            end += 1
        if sum(len(line.text) for line in lines[begin:end]) > _LONGEST_HEADING and end - begin > 3:
            roles[begin:end] = [PdfRole(PdfKind.TEXT)] * (end - begin)
        begin = max(end, begin + 1)


def _levelled(pages: _Pages, roles: list[list[PdfRole]]) -> list[list[PdfRole]]:
    """The largest is the first level, and so on; bold ones of the text's size are below those that are larger."""
    sizes = sorted(
        {
            _rounded(line.size)
            for lines, own in zip(pages, roles, strict=True)
            for line, role in zip(lines, own, strict=True)
            if role.kind is PdfKind.HEADING
        },
        reverse=True,
    )
    levels = {size: min(level, 6) for level, size in enumerate(sizes, 1)}
    return [
        [
            PdfRole(role.kind, levels[_rounded(line.size)]) if role.kind is PdfKind.HEADING else role
            for line, role in zip(lines, own, strict=True)
        ]
        for lines, own in zip(pages, roles, strict=True)
    ]


def _rounded(size: float) -> float:
    return round(size * 2) / 2
