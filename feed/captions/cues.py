"""Cut what is said into cues: one or two lines of text, and the time at which they are heard. Pure.

    for cue in cues(passages, line_chars=65):
        cue.start_ms, cue.end_ms, cue.lines

Passages that are one sentence in two voices are put together (`feed.captions.paragraphs`), then no cue spans two. A
passage is first taken apart into units that stay whole: words with the punctuation at them. What is longer than a
line (a URL, a sentence without spaces) becomes several. Then the cheapest way to make cues of them is looked for,
over all ways (a dynamic programme, as TeX breaks paragraphs): a cue is the dearer the emptier it is and the less its
end is one of the language's, see `_break_cost`. `feed.captions.units` does the first, this file the second.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from feed.captions.paragraphs import CLOSED_GAP_MS, unparted
from feed.captions.units import MAX_MS, SpokenPassage, Unit, clean, ending, units
from feed.fit import fit_line
from feed.passages import Passage

#: Where a cue ends badly; with costs up to 1 for an empty cue, see `_Flow.cheapest_bounds`.
_AT_CLAUSE, _BEFORE_JOINER, _ANYWHERE, _AFTER_JOINER, _INSIDE_WORD, _NEVER = 0.15, 0.4, 0.8, 1.2, 1.6, 1000.0
_ORPHAN = 0.5  # a cue of one word
_LINE_SHARE = 0.4  # of these costs, for the end of a cue's first line: there balance weighs more


class Cue(NamedTuple):
    """Cues ascend and don't overlap; each lasts at least 1 ms."""

    start_ms: int  # of its first word
    end_ms: int  # of its last word, or where the next cue starts if that is soon
    speaker: str  # on one line, without < and >
    lines: tuple[str, ...]  # one or two; no one is blank or holds "-->"


def cues(passages: Iterable[Passage], line_chars: int, *, labels_speakers: bool = False) -> Iterator[Cue]:
    """All of the passages' text but control characters, in lines of at most `line_chars`."""
    cutter = Cutter(line_chars, labels_speakers=labels_speakers)
    for passage in unparted(passages):
        yield from cutter.cues(SpokenPassage.of(passage), passage.speaker)


class Cutter:
    """Cuts one passage after the other, as they are read.

    `labels_speakers`: where the speaker changes, the cue begins with "Name:". "-->" becomes "-- >", which ends no cue.
    """

    def __init__(self, line_chars: int, *, labels_speakers: bool = False) -> None:
        self._line_chars, self._labels_speakers = line_chars, labels_speakers
        self._speaker, self._now_ms = "", 0

    def cues(self, spoken: SpokenPassage, speaker: str) -> Iterator[Cue]:
        name = _name(speaker)
        is_labelled = self._labels_speakers and name and name != self._speaker
        label = f"{fit_line(name, self._line_chars - 1)}:" if is_labelled else ""
        self._speaker = name
        for cue in _without_gaps(_cues(spoken, name, label, self._line_chars)):
            start_ms = max(cue.start_ms, self._now_ms)
            # Words without a length would make cues that are never shown.
            self._now_ms = max(cue.end_ms, start_ms + 1)
            yield Cue(start_ms, self._now_ms, name, cue.lines)


def _name(speaker: str) -> str:
    return " ".join(clean(speaker).translate({ord("<"): None, ord(">"): None}).split())


def _without_gaps(found: Sequence[Cue]) -> Iterator[Cue]:
    for cue, following in pairwise(found):
        is_short = 0 < following.start_ms - cue.end_ms < CLOSED_GAP_MS  # it would be seen as a flicker
        yield cue._replace(end_ms=following.start_ms) if is_short else cue
    yield from found[-1:]


def _cues(spoken: SpokenPassage, name: str, label: str, line_chars: int) -> list[Cue]:
    said = units(spoken, line_chars)
    if label and said:
        said = [Unit(label, said[0].start_ms, said[0].start_ms, " "), *said]
    flow = _Flow(said, line_chars, is_labelled=bool(label))
    return [
        Cue(said[start].start_ms, said[end - 1].end_ms, name, flow.lines(start, end))
        for start, end in pairwise(flow.cheapest_bounds())
    ]


class _Flow:
    """The units of a passage on one endless line, to be measured and cut: units `start` up to `end` make a cue."""

    def __init__(self, said: Sequence[Unit], line_chars: int, *, is_labelled: bool) -> None:
        self._said, self._line_chars, self._is_labelled = said, line_chars, is_labelled
        self._text = "".join(unit.text + (" " if unit.gap else "") for unit in said)
        self._left = [0, *accumulate(len(unit.text) + bool(unit.gap) for unit in said)]
        self._right = [left + len(unit.text) for left, unit in zip(self._left, said, strict=False)]
        self._break_costs = [_break_cost(unit, following) for unit, following in pairwise(said)] + [0.0]
        if is_labelled:
            self._break_costs[0] = _NEVER

    def reach(self, start: int) -> int:
        """The last end of a cue of two lines that begins at `start`."""
        return self._line_end(self._line_end(start))

    def cheapest_bounds(self) -> list[int]:
        """The numbers of the units that begin a cue, and the number of units at the end.

        Most of what captions cost is spent here, so what a cue costs is written out in the loop.
        """
        count, room = len(self._said), 2 * self._line_chars
        costs, starts = [0.0] + [inf] * count, [0] * (count + 1)
        for start in range(count):
            so_far, left, begun_ms = costs[start], self._left[start], self._said[start].start_ms
            one_word = start + 1 + (self._is_labelled and start == 0)  # where a cue of one ends
            for end in range(start + 1, self.reach(start) + 1):
                ends_well = self._break_costs[end - 1]
                if so_far + ends_well >= costs[end]:  # it can't become the cheapest: what is added is no less than 0
                    continue
                duration_ms = self._said[end - 1].end_ms - begun_ms
                if duration_ms > MAX_MS and end > one_word:
                    cost = so_far + _NEVER
                else:
                    emptiness = 1 - max((self._right[end - 1] - left) / room, duration_ms / MAX_MS)
                    cost = so_far + (max(0, emptiness) ** 2 + ends_well + _ORPHAN * (end <= one_word))
                if cost < costs[end]:
                    costs[end], starts[end] = cost, start
        bounds = [count]
        while bounds[-1]:
            bounds.append(starts[bounds[-1]])
        return bounds[::-1]

    def lines(self, start: int, end: int) -> tuple[str, ...]:
        """Two where one is too short, or where the text has a line break, as in verse."""
        first, last = max(start + 1, self._second_line_from(end)), min(end - 1, self._line_end(start))
        breaks = range(first, last + 1)
        verses = [at for at in breaks if self._said[at - 1].gap == "\n"]
        if self._width(start, end) <= self._line_chars and not verses:
            return (self._cut(start, end),)
        at = min(verses or breaks, key=lambda at: self._line_cost(start, at, end))
        return self._cut(start, at), self._cut(at, end)

    def _line_cost(self, start: int, at: int, end: int) -> float:
        imbalance = abs(self._width(start, at) - self._width(at, end)) / self._line_chars
        return imbalance + _LINE_SHARE * self._break_costs[at - 1]

    def _line_end(self, start: int) -> int:
        return bisect_right(self._right, self._left[start] + self._line_chars)

    def _second_line_from(self, end: int) -> int:
        return bisect_right(self._left, self._right[end - 1] - self._line_chars - 1)

    def _width(self, start: int, end: int) -> int:
        return self._right[end - 1] - self._left[start]

    def _cut(self, start: int, end: int) -> str:
        return self._text[self._left[start] : self._right[end - 1]]


def _break_cost(unit: Unit, following: Unit) -> float:
    """What it costs to end a cue between the two: nothing at the end of a sentence or of a line of verse."""
    end = ending(unit.text)
    if unit.gap == "\n" or end.of_sentence:
        return 0.0
    if end.of_clause:
        return _AT_CLAUSE
    if not unit.gap:
        return _INSIDE_WORD
    if end.of_joiner:
        return _AFTER_JOINER
    return _BEFORE_JOINER if ending(following.text).of_joiner else _ANYWHERE
