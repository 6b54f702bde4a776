"""When each word sounds: an engine's word events, made into one span of time for each word of the text.

Engines report where they begin to say something, in characters of the text, but not word by word: espeak-ng 1.52
tells three events for "1984", none for the "g" of "e.g.", and lengths that are sometimes zero. So a word here is
a word of the *text*; its first event gives its time, and words without one share the time of their neighbours in
proportion to their letters.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from voices.speech import Word

# A word has a letter or digit in it and runs to the next white space or long dash.
_WORD = re.compile(r"[^\s—–…]*\w[^\s—–…]*")


class WordEvent(NamedTuple):
    """The engine begins to say what stands at `character` (from 0) of the text at `sample` of the take."""

    character: int
    sample: int


def word_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def time_words(text: str, events: Iterable[WordEvent], samples: int) -> tuple[Word, ...]:
    """Each word of `text` with its samples, in order and without overlap, within a take of `samples`."""
    spans = word_spans(text)
    starts = _fill(_known_starts(spans, events, samples), spans, samples)
    return tuple(
        Word(*span, begin, end) for span, (begin, end) in zip(spans, pairwise([*starts, samples]), strict=True)
    )


def _known_starts(spans: Sequence[tuple[int, int]], events: Iterable[WordEvent], samples: int) -> list[int | None]:
    """The first sample of each word that has an event; an event that goes back in time is not believed."""
    starts: list[int | None] = [None] * len(spans)
    beginnings = [begin for begin, _ in spans]
    latest = 0
    for event in sorted(events, key=lambda event: event.sample):
        word = bisect_right(beginnings, event.character) - 1
        if word < 0 or event.character >= spans[word][1] or starts[word] is not None:
            continue
        if latest <= word and 0 <= event.sample < samples:
            starts[word] = event.sample
            latest = word
    return starts


def _fill(starts: list[int | None], spans: Sequence[tuple[int, int]], samples: int) -> list[int]:
    """Every start: the unknown ones lie between the known ones, in proportion to the letters before them."""
    known = [(word, sample) for word, sample in enumerate(starts) if sample is not None]
    if not known or known[0][0] > 0:
        known.insert(0, (0, 0))
    known.append((len(spans), samples))
    filled: list[int] = []
    for (word, begin), (next_word, end) in pairwise(known):
        *before, total = accumulate((stop - start for start, stop in spans[word:next_word]), initial=0)
        filled += [begin + (end - begin) * letters // (total or 1) for letters in before]
    return filled
