"""From the words that an engine timed to the words that the writer wrote.

    words = written_words(form, "It cost $5 in 1984.", take.words)

An engine is given the spoken form and times its words. Readers see the written form, so times are carried over by the
map of spoken/: "nineteen eighty-four" is three words to an ear, and one, "1984", to an eye.
"""

import re
from collections.abc import Iterator, Sequence

from podcast.text.spoken import SpokenForm
from voices.speech import Word

# As an engine's own words are cut (voices/words.py): up to the next white space or long dash.
_WORD = re.compile(r"[^\s—–…]*\w[^\s—–…]*")


def written_words(form: SpokenForm, written: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """Each word of `written` with its samples. One that is not said has the instant at which its neighbour ends."""
    return tuple(_timed([match.span() for match in _WORD.finditer(written)], _originals(form, words)))


def _originals(form: SpokenForm, words: Sequence[Word]) -> list[Word]:
    """The timed words, placed where they stand in the written text."""
    spans = [form.written_span(word.start, word.end) for word in words]
    return [Word(*span, word.start_sample, word.end_sample) for span, word in zip(spans, words, strict=True)]


def _timed(spans: Sequence[tuple[int, int]], originals: Sequence[Word]) -> Iterator[Word]:
    at, last_sample = 0, originals[0].start_sample if originals else 0
    for start, end in spans:
        begun = at
        while at < len(originals) and originals[at].start < end:
            at += 1
        said = originals[begun:at]
        begin = said[0].start_sample if said else last_sample
        last_sample = said[-1].end_sample if said else last_sample
        yield Word(start, end, begin, last_sample)
