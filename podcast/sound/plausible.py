"""Whether a take can be what was asked for: an engine's word that it is done proves nothing.

    fault_of(utterance, take)       # "" or what is wrong: "the engine stopped before the end of its text"

Engines lose a text's end, its sound, or hand over another's. The bounds are wide: 2,575 true takes in all of hibari's
voices, at 80 to 450 words a minute, of texts from one letter to 700 characters, stay a factor of 1.5 away from them; of
2,800 of espeak-ng's, in 35 languages, only signs that it says next to nothing for come nearer, and Arabic in a voice of
another language at its slowest. So what is found here is wrong, but not all that is wrong is found: a word less, or
another text of the same length, is not; of an engine that tells no times, only half of the text, or one that is
several times as long.
"""

import unicodedata
from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt

from podcast.sound import SILENCE_LEVEL
from voices.pace import WORD_LETTERS, even
from voices.speech import Take, Utterance

_SHORTEST, _LONGEST = 0.25, 5.0  # of what is expected
_SHORTEST_UNTIMED = 0.55  # where no times of words tell that the text was said to its end …
_TESTED_WHOLE_S = 4.0  # … of texts that are expected to be longer
_HURRIED, _TESTED_LETTERS = 0.65, 60  # of the tempo of another text: engines keep a rate of letters to some percent
_GRACE_S = 2.0  # that a take may be longer in any case
_END_GRACE_S = 0.5  # that a last word may be longer: the name of a letter, drawn out
_TESTED_END_S = 0.75  # ends of a text that are expected to be shorter say nothing
_PAUSE_AT_A_SIGN = 3.0  # in words at the voice's rate: a second at 180 words a minute

_WINDOW_S = 0.02
_QUIET = 10 ** (-40 / 20)  # of the take's peak


def fault_of(utterance: Utterance, take: Take) -> str:
    """What can't be true about a take, as the end of a sentence; empty when it is to be believed."""
    loud = _loud_windows(take)
    if not loud.any():
        return "the engine was silent"
    text, letter_s = utterance.text, _letter_s(utterance)
    least_s, most_s = (letters * letter_s for letters in _letters(text))
    begin, end = (int(edge) for edge in np.flatnonzero(loud)[[0, -1]] + (0, 1))
    whole_s, sounding_s = (end - begin) * _WINDOW_S, int(loud.sum()) * _WINDOW_S
    if sounding_s < _SHORTEST * least_s:
        return f"{sounding_s:.1f} s of sound is too short for its text"
    if not take.is_timed and least_s > _TESTED_WHOLE_S and sounding_s < _SHORTEST_UNTIMED * least_s:
        return f"{sounding_s:.1f} s of sound is too short for its text: did the engine stop in the middle?"
    if whole_s > _LONGEST * most_s + _GRACE_S:
        return f"{whole_s:.0f} s of sound is too long for its text"
    if whole_s - sounding_s > least_s + _signs(text) * _PAUSE_AT_A_SIGN * WORD_LETTERS * letter_s + _GRACE_S:
        return "the engine was silent for the most part"
    return _fault_of_times(utterance, take, loud, end * _WINDOW_S) if take.is_timed and take.words else ""


def is_hurried(utterance: Utterance, take: Take, known: Utterance, said: Callable[[], Take]) -> bool:
    """Whether its letters take far less time than those of a text in the same voice, which is `said` when needed."""
    letters, _ = _letters(utterance.text)
    if letters < _TESTED_LETTERS:
        return False
    known_letters, _ = _letters(known.text)
    return _sounding_s(take) / letters < _HURRIED * _sounding_s(said()) / known_letters


def _sounding_s(take: Take) -> float:
    return int(_loud_windows(take).sum()) * _WINDOW_S


def _fault_of_times(utterance: Utterance, take: Take, loud: npt.NDArray[np.bool_], end_s: float) -> str:
    if _is_cut_off(utterance, take, end_s):
        return "the engine stopped before the end of its text"
    if _goes_on(utterance, take, loud):
        return "the engine went on behind the end of its text"
    return ""


def _loud_windows(take: Take) -> npt.NDArray[np.bool_]:
    samples = np.frombuffer(take.pcm, "<i2").astype(np.float32)
    if not len(samples):
        return np.zeros(0, bool)
    window = round(_WINDOW_S * take.rate_hz)
    padded = np.pad(np.abs(samples - samples.mean()), (0, -len(samples) % window))
    levels = padded.reshape(-1, window).max(axis=1)
    loud: npt.NDArray[np.bool_] = levels > max(SILENCE_LEVEL, _QUIET * float(levels.max()))
    return loud


def _is_cut_off(utterance: Utterance, take: Take, end_s: float) -> bool:
    """Whether some last words have next to no time: those that an engine told no times for share what is left."""
    wanted_s = 0.0
    words, letter_s = take.words, _letter_s(utterance)
    for index in range(len(words) - 1, -1, -1):
        least, _ = _letters(utterance.text[words[index].start : words[index].end])
        wanted_s += least * letter_s
        left_s = end_s - words[index].start_sample / take.rate_hz
        if wanted_s > _TESTED_END_S and left_s < _SHORTEST * wanted_s:
            return True
    return False


def _goes_on(utterance: Utterance, take: Take, loud: npt.NDArray[np.bool_]) -> bool:
    """Whether the last word has the sound of many: a longer text was said. Signs beside it may be read out."""
    behind = take.words[-2].end if len(take.words) > 1 else 0
    _, most = _letters(utterance.text[behind:].strip())
    first = int(take.words[-1].start_sample / take.rate_hz / _WINDOW_S)
    return int(loud[first:].sum()) * _WINDOW_S > _LONGEST * most * _letter_s(utterance) + _END_GRACE_S


def _letter_s(utterance: Utterance) -> float:
    """How long a letter takes, as engines keep the rate of a voice (voices/pace.py)."""
    return 60 / even(utterance.voice.rate_wpm, utterance.text) / WORD_LETTERS


def _letters(text: str) -> tuple[float, float]:
    """For how many letters of a word the text's characters are said, at the least and at the most."""
    pairs = [_weight(character) for character in text]
    return sum(least for least, _ in pairs), sum(most for _, most in pairs)


def _signs(text: str) -> int:
    """Signs and punctuation, at each of which an engine may pause."""
    return sum(unicodedata.category(character)[0] in "PS" for character in text)


@cache
def _weight(character: str) -> tuple[float, float]:
    """A digit is said as a word, or as nothing (a million's zeros); a letter that the voice doesn't know by name."""
    category = unicodedata.category(character)
    if category[0] == "N":
        return 0.5, 5
    if category[0] == "L":
        if ord(character) >= 0x2E80:  # kana and Hangul are syllables; an ideograph is one, or several, or described
            return 1.5, 16
        is_latin = ord(character) < 0x250 or 0x1E00 <= ord(character) < 0x1F00
        return 1, (4 if category == "Lu" else 2) if is_latin else 16
    return 0, 12 if category[0] == "S" else 2
