"""The parts of a passage that captions keep whole: words with their punctuation, and when they are heard. Pure.

    spoken = SpokenPassage.of(passage)
    units(spoken, max_chars=32)     # Unit("“Rivers,", 310, 740, " "), Unit("he", 740, 850, " "), …

The text of all units is the passage's, but for white space and control characters.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import NamedTuple, Self

from feed.passages import Passage, TimedWord

MAX_MS = 7_000  # of a cue; only a single word may last longer

_CLOSING = "\"'’”»›)\\]}」』）】》〉"
SENTENCE_END = re.compile(rf"[.!?…‥。！？｡؟۔।][{_CLOSING}]*\Z")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\w{0,2}|\w)\.\Z")  # "Dr. Watson" is no end; "saw Bob. He" is taken for one
_CLAUSE_END = re.compile(rf"(?:[,;:–—、，；：،؛{_CLOSING}]|--| -)[{_CLOSING}]*\Z")
_OPENING = re.compile(r"[\"'“‘„‚«‹(\[{「『（【《〈¿¡]*\Z")
#: Small words that begin a phrase, in the languages that most essays are in.
_JOINERS = frozenset(
    """
    a about after although among an and as at because before between but by during for from how if in into like nor of
    on or over since so than that the their this though through to under until when where whether which while who
    whom whose why with without your
    als am auf aus bei bis das dass dem den der des die durch ein eine einem einen einer für gegen mit nach ob oder
    ohne seit sondern um und unter vom von vor weil wenn wie wo zu zum zur zwischen über aber
    au aux avec car chez comme dans de depuis des donc du en entre et la le les lorsque mais ni où ou par parce pour
    puis quand que qui quoi sans si sous sur un une vers
    al ante como con cuando del desde donde el entre hacia hasta las los ni o para pero por porque según si sin sino
    sobre tras una y
    """.split()
)

_LINE_END = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile(r"[^\S\n]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: White space ends a part, and so does the arrow that ends a cue: SubRip has no way to write it harmlessly.
_PART = re.compile(r"\S+?(?=\s|\Z|(?<=--)>)")
_CUT_AFTER = re.compile(r"[、，；：。！？｡…」』）】》〉]")
_CUT_AFTER_TOO = re.compile(r"[-/_.?&=#+~@,;:!)\]}]")
_JOINED_TO_LAST = re.compile("[\u0300-\u036f\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")


class Unit(NamedTuple):
    text: str  # one line, never blank
    start_ms: int
    end_ms: int
    gap: str  # what follows in the text: " ", "\n", or "" inside a word that was too long


class Ending(NamedTuple):
    """What a unit's text says about an end behind it."""

    of_sentence: bool
    of_clause: bool
    of_joiner: bool


@lru_cache(maxsize=4096)  # words come again
def ending(text: str) -> Ending:
    return Ending(
        of_sentence=bool(SENTENCE_END.search(text) and not _ABBREVIATION.search(text)),
        of_clause=bool(_CLAUSE_END.search(text)),
        of_joiner=text.lower() in _JOINERS,
    )


@dataclass(frozen=True, slots=True)
class SpokenPassage:
    """A passage's text, clean, and its words in runs: those that nothing parts are one."""

    text: str
    runs: tuple[tuple[TimedWord, ...], ...]

    @classmethod
    def of(cls, passage: Passage) -> Self:
        text, words = _cleaned(passage)
        return cls(text, tuple(_runs(_with_punctuation(text, words))))


def units(spoken: SpokenPassage, max_chars: int) -> list[Unit]:
    """Each at most `max_chars` long. Times inside what had to be cut are in proportion to characters."""
    text = spoken.text
    found = [piece for run in spoken.runs for piece in _pieces(text, run, max_chars)]
    starts = [start for start, *_ in found[1:]] + [len(text)]
    return [
        Unit(" ".join(text[start:end].split()), start_ms, end_ms, _gap(text, end, following))
        for (start, end, start_ms, end_ms), following in zip(found, starts, strict=False)
    ]


def clean(text: str) -> str:
    """`text` without what neither XML nor a caption can hold. White space is space or line feed."""
    return _CONTROL.sub("", _plainly_spaced(text))


def _plainly_spaced(text: str) -> str:
    """As long as it was."""
    return _SPACE.sub(" ", _LINE_END.sub("\n", text))


def _cleaned(passage: Passage) -> tuple[str, Sequence[TimedWord]]:
    text = _plainly_spaced(passage.text)
    gone = [found.start() for found in _CONTROL.finditer(text)]
    moved: Iterable[TimedWord] = passage.words
    if gone:
        moved = (
            TimedWord(start - bisect_left(gone, start), end - bisect_left(gone, end), start_ms, end_ms)
            for start, end, start_ms, end_ms in moved
        )
        text = _CONTROL.sub("", text)
    words = [word for word in moved if word.start < word.end]
    return text, words or list(_evenly_timed(text, passage))


def _evenly_timed(text: str, passage: Passage) -> Iterator[TimedWord]:
    whole = TimedWord(0, len(text), passage.start_ms, passage.end_ms)
    for part in re.finditer(r"\S+", text):
        start, end = part.span()
        yield TimedWord(start, end, _interpolated(whole, start), _interpolated(whole, end))


def _with_punctuation(text: str, words: Sequence[TimedWord]) -> Iterator[TimedWord]:
    """The words, each with the punctuation and symbols at it: they hold all of the text but white space."""
    bounds = [0, *(_bound(text, word.end, following.start) for word, following in pairwise(words)), len(text)]
    for word, (left, right) in zip(words, pairwise(bounds), strict=False):
        around = text[left:right]
        start, end = right - len(around.lstrip()), left + len(around.rstrip())
        if start < end:
            yield TimedWord(start, end, word.start_ms, word.end_ms)


def _bound(text: str, start: int, end: int) -> int:
    """Where, between two words, the first one's punctuation ends: after a line, at white space, at a bracket."""
    between = text[start:end]
    for space in "\n ":
        if space in between:
            return start + between.rindex(space) + 1
    opening = _OPENING.search(between)
    return end - len(opening[0]) if opening else end


def _runs(words: Iterable[TimedWord]) -> Iterator[tuple[TimedWord, ...]]:
    """Words that nothing parts are one: “well-known”, or a Chinese sentence."""
    run: list[TimedWord] = []
    for word in words:
        if run and run[-1].end != word.start:
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def _pieces(text: str, run: Sequence[TimedWord], max_chars: int) -> Iterator[tuple[int, int, int, int]]:
    """Where a run is cut, and the times of what comes of it; most are short, and stay whole."""
    start, end, start_ms, end_ms = run[0].start, run[-1].end, run[0].start_ms, run[-1].end_ms
    if end - start <= min(max_chars, _chars_in_time(text, run)) and "-->" not in text[start:end]:
        yield start, end, start_ms, end_ms
        return
    for begin, stop in _cut_up(text, run, min(max_chars, _chars_in_time(text, run))):
        yield begin, stop, _interpolated(_word_at(run, begin), begin), _interpolated(_word_at(run, stop - 1), stop)


def _cut_up(text: str, run: Sequence[TimedWord], max_chars: int) -> Iterator[tuple[int, int]]:
    seams = {word.start for word in run}
    for part in _PART.finditer(text, run[0].start, run[-1].end):
        start, end = part.span()
        while end - start > max_chars:
            cut = _cut(text, start, end, max_chars, seams)
            yield start, cut
            start = cut
        yield start, end


def _chars_in_time(text: str, run: Sequence[TimedWord]) -> int:
    """A word may last as long as it wants; several, or a sentence that the engine took for a word, may not."""
    start, end, duration_ms = run[0].start, run[-1].end, run[-1].end_ms - run[0].start_ms
    if duration_ms <= MAX_MS:
        return end - start
    is_word = len(run) == 1 and not _CUT_AFTER.search(text, start, end - 1)
    return end - start if is_word else max(1, (end - start) * MAX_MS // duration_ms)


def _cut(text: str, start: int, end: int, max_chars: int, seams: set[int]) -> int:
    """Where to cut a part so that it becomes pieces of about the same length, and none begins badly."""
    length = end - start
    goal = start + ceil(length / ceil(length / max_chars))
    return min(
        range(start + 1, start + max_chars + 1),
        key=lambda at: _cut_cost(text, at, is_seam=at in seams) + abs(at - goal) / max_chars,
    )


def _cut_cost(text: str, at: int, *, is_seam: bool) -> float:
    if _CUT_AFTER.match(text, at) or _JOINED_TO_LAST.match(text, at) or text[at - 1] == "\u200d":
        return 2.0
    if _CUT_AFTER.match(text, at - 1):
        return 0.0
    return 0.5 if is_seam or _CUT_AFTER_TOO.match(text, at - 1) else 1.0


def _word_at(run: Sequence[TimedWord], at: int) -> TimedWord:
    return run[bisect_right(run, at, key=lambda word: word.start) - 1]


def _interpolated(word: TimedWord, at: int) -> int:
    return word.start_ms + (word.end_ms - word.start_ms) * (at - word.start) // (word.end - word.start)


def _gap(text: str, end: int, following: int) -> str:
    between = text[end:following]
    is_arrow = text.startswith(">", end) and text.endswith("--", 0, end)
    return "\n" if "\n" in between else " " if between or is_arrow else ""
