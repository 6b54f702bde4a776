"""The lines of a plain text, in groups between blank lines, and which of them are no text.

text = TextOfLines.of(source, start=0, end=len(source), facts={})
text.groups         # what is left
text.gone           # [(Reason.FURNITURE, first line, last line)]: furniture, contents, notes
text.signs          # [(901, 908, Reason.FURNITURE)]: "[Pg 27]", within lines that are left
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from podcast.text.cleaning.furniture import furniture_among
from podcast.text.cleaning.gutenberg import apparatus, printed_signs
from podcast.text.cleaning.linejudge import first_prose
from podcast.text.cleaning.pagebreaks import goes_on, page_breaks
from podcast.text.cleaning.pagelines import PageLine
from podcast.text.essay import Kind, Reason

Sign = tuple[int, int, Reason]
_Gone = tuple[Reason, "TextLine", "TextLine"]  # why lines go, and the first and the last of them


@dataclass(frozen=True, slots=True)
class TextLine:
    text: str
    start: int
    marker: int = 0  # how many characters of `>` or `1.` come before what is said

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def said(self) -> str:
        return self.text[self.marker :].strip()

    @property
    def indent(self) -> int:
        text = self.text.expandtabs(4)
        return len(text) - len(text.lstrip())


@dataclass(frozen=True, slots=True)
class TextPart:
    """Lines that make one block; a part without a kind is a line of signs: a scene break, or else an underline."""

    kind: Kind | None
    lines: list[TextLine]  # grows while the part is read
    level: int = 0
    number: int = 0  # of an item

    @property
    def text(self) -> str:
        return " ".join(line.said for line in self.lines)


@dataclass(frozen=True, slots=True)
class TextOfLines:
    groups: list[list[TextLine]]
    gone: list[_Gone]
    signs: list[Sign]

    @classmethod
    def of(cls, source: str, start: int, end: int, facts: dict[str, str]) -> "TextOfLines":
        """`facts`: what a library says of the book, if it is a library's."""
        breaks = page_breaks(source, start, end)
        signs = _with(printed_signs(source, start, end), breaks)
        groups = list(_across(list(_groups(_blanked(source, signs), start, end, source)), breaks))
        groups, furniture = _without_furniture(groups)
        groups, printed = _without_apparatus(groups, facts)
        gone = [*furniture, *printed]
        return cls(groups, gone, _outside(signs, gone))


def _with(signs: list[Sign], breaks: Sequence[tuple[int, int]]) -> list[Sign]:
    """In their order, and each once."""
    known = sorted(signs)
    starts = [start for start, *_ in known]
    for start, end in breaks:
        after = bisect_right(starts, end - 1)
        if not after or known[after - 1][1] <= start:
            signs.append((start, end, Reason.FURNITURE))
    return sorted(signs)


def _across(groups: Sequence[list[TextLine]], breaks: Sequence[tuple[int, int]]) -> Iterator[list[TextLine]]:
    """One group of two where a page ends in the middle of a sentence."""
    starts = [start for start, _ in breaks]
    last: list[TextLine] = []
    for group in groups:
        is_break = last and bisect_right(starts, group[0].start) > bisect_right(starts, last[-1].end)
        if is_break and goes_on(last[-1].text, group[0].text):
            last += group
            continue
        if last:
            yield last
        last = group
    if last:
        yield last


def _blanked(source: str, signs: Sequence[Sign]) -> str:
    """As many characters, with white space for the signs, so that nobody takes them for text."""
    pieces, reached = [], 0
    for start, end, _ in signs:
        pieces += [source[reached:start], re.sub(r"[^\n]", " ", source[start:end])]
        reached = end
    return "".join([*pieces, source[reached:]]) if signs else source


def _groups(text: str, start: int, end: int, source: str) -> Iterator[list[TextLine]]:
    """Lines between blank lines; a line that is blank in the text but not in the source held a sign, and parts none."""
    group: list[TextLine] = []
    for line in text[start:end].split("\n"):
        if line.strip():
            group.append(TextLine(line, start))
        elif group and not source[start : start + len(line)].strip():
            yield group
            group = []
        start += len(line) + 1
    if group:
        yield group


def _without_apparatus(
    groups: Sequence[list[TextLine]], library: dict[str, str]
) -> tuple[list[list[TextLine]], list[_Gone]]:
    going = apparatus([[line.said for line in group] for group in groups], library)
    kept = [group for index, group in enumerate(groups) if index not in going]
    return kept, [(reason, groups[index][0], groups[index][-1]) for index, reason in going.items()]


def _without_furniture(groups: list[list[TextLine]]) -> tuple[list[list[TextLine]], list[_Gone]]:
    """What is left, where a line that goes parts those around it; and stretches of lines that go."""
    lines = [PageLine(line.said, at, 0, "://" in line.text) for at, group in enumerate(groups) for line in group]
    going = furniture_among(lines, spares_dates=True)
    top = first_prose(lines)
    top = top if going & set(range(top)) else 0  # of a pasted page each line stands on its own
    placed = [(line, at) for at, group in enumerate(groups) for line in group]
    numbered = enumerate((line, at, number if number < top else -1) for number, (line, at) in enumerate(placed))
    kept: list[list[TextLine]] = []
    gone: list[_Gone] = []
    for goes, stretch in groupby(numbered, key=lambda pair: pair[0] in going):
        near = [pair for _, pair in stretch]
        if goes:
            gone.append((Reason.FURNITURE, near[0][0], near[-1][0]))
        else:
            kept += [[line for line, *_ in group] for _, group in groupby(near, key=itemgetter(1, 2))]
    return kept, gone


def _outside(signs: Sequence[Sign], gone: Sequence[_Gone]) -> list[Sign]:
    """Those that go for themselves, and not with the lines around them."""
    stretches = sorted((first.start, last.end) for _, first, last in gone)
    starts = [start for start, _ in stretches]
    within = (bisect_right(starts, start) - 1 for start, *_ in signs)
    return [sign for sign, at in zip(signs, within, strict=True) if at < 0 or stretches[at][1] <= sign[0]]
