"""How fast an engine has to be told to speak, so that words come out at the rate that is wanted.

    pace = Pace(((120, 0.8), (149, 1.0), (168, 1.2)))       # measured: words a minute, and the setting that gives them
    pace.setting(even(155, text))

A rate is the words of a text over the time that it takes to say it with the pauses between its sentences, without those
between its paragraphs. Engines keep a rate of letters rather: at one setting an essay of long words comes out at 150
words a minute and one of short words at 210. So every engine's pace is measured in words of WORD_LETTERS, and `even`
says how many of those a minute a text has to have for its own words to come at the rate. It looks at the passage
alone, so that an edit changes no other passage, and less at a short one, whose words are what they are by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WORD_LETTERS = 5.6  # of the essay that engines were measured with

_USUAL_LETTERS = 4.8  # a word of English prose …
_USUAL_WORDS = 12  # … as so many of which a text is taken to have besides its own
_LEAST_LETTERS, _MOST_LETTERS = 3.8, 6.2  # beyond them it is no tempo of speech, or a script without spaces


@dataclass(frozen=True, slots=True)
class Pace:
    """Pairs of words a minute and setting, both growing. Between them is a line; beyond them the outer lines go on."""

    measured: tuple[tuple[float, float], ...]

    def setting(self, rate_wpm: float) -> float:
        return _along(self.measured, rate_wpm)

    def rate_wpm(self, setting: float) -> float:
        return _along([(value, rate) for rate, value in self.measured], setting)


def even(rate_wpm: float, text: str, *, gap_letters: float = 0) -> float:
    """Words of WORD_LETTERS a minute. `gap_letters`: as how many letters an engine takes the space between words."""
    return rate_wpm * (letters_a_word(text) + gap_letters) / (WORD_LETTERS + gap_letters)


def as_usual(rate_wpm: float, text: str) -> float:
    """The rate at which a text of any words has the tempo that usual prose has at `rate_wpm`."""
    return rate_wpm * _USUAL_LETTERS / letters_a_word(text)


def letters_a_word(text: str) -> float:
    """Of a passage, drawn to what is usual where it is short."""
    words = len(text.split())
    letters = sum(sign.isalnum() for sign in text)
    drawn = (letters + _USUAL_LETTERS * _USUAL_WORDS) / (words + _USUAL_WORDS)
    return min(max(drawn, _LEAST_LETTERS), _MOST_LETTERS)


def _along(pairs: Sequence[tuple[float, float]], x: float) -> float:
    lines = list(pairwise(pairs))
    (x0, y0), (x1, y1) = next((line for line in lines if x <= line[1][0]), lines[-1])
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
