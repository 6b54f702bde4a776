"""What a recogniser understood of an episode: how many words, of which passage, and where it went wrong most. Pure.

verdict = judged(passages, written, heard, unusual)
verdict.error_rate                                  # 0.008
[(run.start_ms, run.written, run.heard) for run in verdict.runs]        # the longest first
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from podcast.listening.alignment import DifferingBlock, aligned
from podcast.listening.sounds import Ear
from podcast.listening.words import ComparedWord

LEAST_UNDERSTOOD = 0.97  # of a passage's words; one wrong word is allowed in any
FAR_MS = 1000  # a word is elsewhere than words.json says

_MOST_WORDS = 4000  # that are aligned at a time
_LONG_RUN = 3  # words
_SWALLOWED_MS = 250  # a recogniser doesn't always write down a word as short as that: "a", "there"
_ECHO_LETTERS = 3
_SLACK_MS = 250  # a recogniser begins a word so much too early, behind a pause


@dataclass(frozen=True, slots=True)
class Written:
    """A passage as it is said."""

    words: Sequence[ComparedWord]
    language: str = ""  # without a region


@dataclass(frozen=True, slots=True)
class WrongRun:
    """Words in a row that were heard otherwise than they are written."""

    passage: int
    start: int  # of the passage's text: what was written …
    end: int
    start_ms: int  # … and where it sounds
    end_ms: int
    written: tuple[str, ...]
    heard: tuple[str, ...]
    is_echo: bool = False  # nothing is written here, and what was heard is what stands beside it

    @property
    def is_fleeting(self) -> bool:
        """One word that is short in sound, or an echo of few letters: of a "to" nobody can tell one from two."""
        if self.length != 1:
            return False
        is_tiny = self.is_echo and len(self.heard[0]) <= _ECHO_LETTERS
        return is_tiny or self.end_ms - self.start_ms <= _SWALLOWED_MS

    @property
    def length(self) -> int:
        return max(len(self.written), len(self.heard))


@dataclass(frozen=True, slots=True)
class Understood:
    """Of a passage; one without words is understood."""

    passage: int
    language: str  # without a region
    words: int
    wrong: int

    @property
    def share(self) -> float:
        return 1 - min(1, self.wrong / self.words) if self.words else 1.0

    @property
    def is_enough(self) -> bool:
        return self.wrong <= max(1, (1 - LEAST_UNDERSTOOD) * self.words)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A word that was heard far from where words.json has it."""

    passage: int
    word: str
    told_ms: int
    heard_ms: int


@dataclass(frozen=True, slots=True)
class Verdict:
    passages: tuple[Understood, ...]
    runs: tuple[WrongRun, ...]  # the longest first
    misplaced: tuple[Misplaced, ...]

    def of(self, language: str) -> "Verdict":
        """Over the passages in one language."""
        passages = tuple(one for one in self.passages if one.language == language)
        numbers = {one.passage for one in passages}
        return Verdict(
            passages,
            tuple(run for run in self.runs if run.passage in numbers),
            tuple(word for word in self.misplaced if word.passage in numbers),
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The one with the most words first."""
        words = Counter[str]()
        for one in self.passages:
            words[one.language] += one.words
        return tuple(language for language, count in words.most_common() if count)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """Passages that should be heard again: not understood, or with words that were lost, doubled or elsewhere."""
        found = {one.passage for one in self.passages if not one.is_enough}
        found |= {run.passage for run in (*self.lost, *self.doubled)}
        found |= {run.passage for run in self.runs if run.length > _LONG_RUN}
        return tuple(sorted(found | {word.passage for word in self.misplaced}))

    @property
    def words(self) -> int:
        return sum(passage.words for passage in self.passages)

    @property
    def wrong(self) -> int:
        return sum(passage.wrong for passage in self.passages)

    @property
    def error_rate(self) -> float:
        return self.wrong / max(1, self.words)

    @property
    def longest_run(self) -> int:
        return max((run.length for run in self.runs), default=0)

    @property
    def lost(self) -> tuple[WrongRun, ...]:
        """Of what nothing was heard. A short word that a recogniser swallows is not lost."""
        return tuple(run for run in self.runs if not run.heard and not run.is_fleeting)

    @property
    def doubled(self) -> tuple[WrongRun, ...]:
        """What was heard where nothing is written, and repeats the words before it or behind it."""
        return tuple(run for run in self.runs if run.is_echo and not run.is_fleeting)


def judged(written: Sequence[Written], heard: Sequence[ComparedWord], unusual: frozenset[str] = frozenset()) -> Verdict:
    """`written`: each passage, in the order of the episode; `unusual`: words that are compared by sound."""
    sides = _Sides(written, heard)
    blocks = tuple(sides.blocks(Ear(unusual)))
    wrong = Counter(sides.passage_of(block) for block in blocks if not block.is_right)
    stretches = groupby(blocks, key=lambda block: (block.is_right, sides.passage_of(block)))
    runs = (sides.run(list(stretch)) for (is_right, _), stretch in stretches if not is_right)
    return Verdict(
        tuple(Understood(at, one.language, len(one.words), wrong[at]) for at, one in enumerate(written)),
        tuple(sorted(runs, key=lambda run: (-run.length, run.start_ms))),
        tuple(sides.misplaced(blocks)),
    )


def put_in_place(
    heard: Sequence[ComparedWord], again: Sequence[ComparedWord], written: Written
) -> tuple[ComparedWord, ...]:
    """What was heard of a passage at a second hearing, in place of what was heard of it at the first."""
    first_ms, last_ms = written.words[0].start_ms, written.words[-1].end_ms

    def is_inside(word: ComparedWord) -> bool:
        return first_ms <= (word.start_ms + word.end_ms) / 2 <= last_ms

    kept = [word for word in heard if not is_inside(word)]
    return tuple(sorted([*kept, *filter(is_inside, again)], key=lambda word: word.start_ms))


class _Sides:
    """Both sides as rows of words, and where in them a passage begins."""

    def __init__(self, written: Sequence[Written], heard: Sequence[ComparedWord]) -> None:
        self._written = [word for passage in written for word in passage.words]
        self._passages = [number for number, passage in enumerate(written) for _ in passage.words]
        self._heard = heard
        self._starts_ms = [word.start_ms for word in heard]

    def blocks(self, ear: Ear) -> Iterator[DifferingBlock]:
        """Those of an hour are found in parts, which is quicker and takes less memory; both sides know the time."""
        reached = 0
        for start in range(0, max(1, len(self._written)), _MOST_WORDS):
            end = min(start + _MOST_WORDS, len(self._written))
            until = len(self._heard)
            if end < len(self._written):
                until = max(reached, bisect_left(self._starts_ms, self._written[end].start_ms - _SLACK_MS))
            mine, theirs = self._written[start:end], self._heard[reached:until]
            for block in aligned([word.text for word in mine], [word.text for word in theirs], ear.are_alike):
                yield DifferingBlock(_moved(block.written, start), _moved(block.heard, reached), block.is_right)
            reached = until

    def passage_of(self, block: DifferingBlock) -> int:
        """Where nothing is written: the last one that has begun."""
        if not self._passages:
            return 0
        if block.written:
            return self._passages[block.written.start]
        at = block.written.start  # the next word that is written
        is_of_next = at < len(self._written) and self._heard[block.heard.start].end_ms > self._written[at].start_ms
        return self._passages[at if is_of_next else max(0, at - 1)]

    def run(self, blocks: Sequence[DifferingBlock]) -> WrongRun:
        written = range(blocks[0].written.start, blocks[-1].written.stop)
        heard = range(blocks[0].heard.start, blocks[-1].heard.stop)
        mine = [self._written[at] for at in written]
        told = mine or [self._heard[at] for at in heard]
        return WrongRun(
            self.passage_of(blocks[0]),
            mine[0].start if mine else 0,
            mine[-1].end if mine else 0,
            told[0].start_ms,
            told[-1].end_ms,
            tuple(word.text for word in mine),
            tuple(self._heard[at].text for at in heard),
            is_echo=not written and self._is_echo(written.start, [self._heard[at].text for at in heard]),
        )

    def misplaced(self, blocks: Sequence[DifferingBlock]) -> Iterator[Misplaced]:
        for block in blocks:
            if block.is_right:
                word, heard = self._written[block.written.start], self._heard[block.heard.start]
                apart_ms = max(heard.start_ms - word.end_ms, word.start_ms - self._heard[block.heard.stop - 1].end_ms)
                if apart_ms > FAR_MS:
                    yield Misplaced(self.passage_of(block), word.text, word.start_ms, heard.start_ms)

    def _is_echo(self, at: int, heard: Sequence[str]) -> bool:
        before, behind = self._written[max(0, at - len(heard)) : at], self._written[at : at + len(heard)]
        return list(heard) in ([word.text for word in before], [word.text for word in behind])


def _moved(indices: range, by: int) -> range:
    return range(indices.start + by, indices.stop + by)
