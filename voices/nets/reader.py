"""A text in the letters of a Piper voice: as Piper itself reads it, and with each word's share of it.

    reader = PhonemeReader(phonemize, alphabet, pronounced)
    reader.pieces("In the garden.")         # LetterPiece(0, 2, "ɪn", …), (3, 6, "ðə", …), (7, 14, "ɡˈɑːɹdən.", …)

A voice sounds best on just the letters that it was taught on, so a sentence is read as a whole by what it was taught
with, mostly espeak-ng, and then shared out among its words (alignment.py). Nothing is dropped: espeak-ng loses the end
of a word that is very long, so that one is read in parts; and a sign that it says nothing for is said by its name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from voices.nets.alignment import stretches
from voices.nets.alphabet import MARKS, Alphabet
from voices.nets.portions import LetterPiece, portions
from voices.speech import Phonemes, SpeechError

_CHUNK = re.compile(r"[—–…]+|[^\s—–…]+")
_WITHOUT_MARKS = dict.fromkeys(map(ord, MARKS))
_MOST_READ = 400  # characters that are read at once: what they are shared out by grows with their square
_LONGEST_PLAIN, _LONGEST_OTHER = 80, 20  # letters of a word that espeak-ng reads at once, and signs of what is no word
_MOST_FROM_ONE = 140  # letters that it makes of one word; it drops what is over 160 or so
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.")
_MOST_INITIALS = 12  # "a.b. c.d." is one word to it
_LEAST_LOST = 6  # letters of a word that are missed
_MOST_KNOWN = 20_000
_ANY_WORD = "so"  # stands in a sentence for what can't be read, and isn't said
_WANTED = ("So", "Sc")  # categories of signs that have to sound, with letters and numbers

Phonemize = Callable[[str], Sequence[Sequence[str]]]  # sentences of phonemes


@dataclass(frozen=True, slots=True)
class _Unit:
    """What has a stretch of its own."""

    start: int
    end: int
    text: str
    has_space: bool  # behind it, for whoever reads it
    ipa: str = ""


class PhonemeReader:
    """`pronounced`: IPA as the voice's phonemes, raising SpeechError."""

    def __init__(self, phonemize: Phonemize, alphabet: Alphabet, pronounced: Callable[[str], str]) -> None:
        self._phonemize = phonemize
        self._alphabet = alphabet
        self._pronounced = pronounced
        self._known: dict[str, str] = {}

    def pieces(self, text: str, phonemes: Sequence[Phonemes] = ()) -> tuple[LetterPiece, ...]:
        """Each word of the text, in order. Raises SpeechError for what can't be said."""
        units = [part for unit in _units(text, phonemes) for part in self._parts(unit)]
        whole = [LetterPiece(number, number + 1, unit.text, unit.has_space) for number, unit in enumerate(units)]
        read = [[*self._read([units[one.start] for one in part])] for part in portions(whole, _MOST_READ)]
        for part in read[:-1]:
            part[-1:] = [replace(one, has_space=True) for one in part[-1:]]
        return tuple(piece for part in read for piece in part)

    def letters(self, text: str) -> str:
        """Of a text alone, without its marks."""
        letters = "".join(piece.letters + " " * piece.has_space for piece in self.pieces(text))
        return " ".join(letters.translate(_WITHOUT_MARKS).split())

    def _read(self, units: Sequence[_Unit]) -> Iterator[LetterPiece]:
        sounding = [unit for unit in units if self._alone(unit.text)]
        for unit, share in zip(sounding, self._shares(units, sounding), strict=True):
            said = share
            if unit.ipa:
                tail = share[len(share.rstrip(f"{MARKS} ")) :] or " " * unit.has_space
                said = self._pronounced(unit.ipa) + tail
            yield LetterPiece(unit.start, unit.end, said.rstrip(" "), said.endswith(" "))

    def _shares(self, units: Sequence[_Unit], sounding: Sequence[_Unit]) -> Sequence[str]:
        """Of what is said of all together; or each alone, where espeak-ng would lose one or be lost itself."""
        alone = [self._alone(unit.text) for unit in sounding]
        text = "".join(unit.text + " " * unit.has_space for unit in units)
        if len(_INITIAL.findall(text)) <= _MOST_INITIALS:
            whole = self._said(text)
            shares = [whole[begin:end] for begin, end in stretches(whole, alone)]
            if not any(_is_lost(share, one) for share, one in zip(shares, alone, strict=True)):
                return shares
        return [f"{one} " for one in alone]

    def _parts(self, unit: _Unit) -> Iterator[_Unit]:
        """None longer than can be read; what has to sound and doesn't becomes its name."""
        if unit.ipa:
            yield unit if self._is_readable(unit.text) else replace(unit, text=_ANY_WORD)
        elif len(unit.text) > 1 and not self._is_readable(unit.text) and self._is_long(unit.text):
            half = _half(unit.text)
            yield from self._parts(replace(unit, text=unit.text[:half], has_space=True))
            yield from self._parts(replace(unit, text=unit.text[half:]))
        else:
            yield unit if self._alone(unit.text) else replace(unit, text=_named(unit.text))

    def _is_readable(self, text: str) -> bool:
        return not self._is_long(text) and bool(self._alone(text))

    def _is_long(self, text: str) -> bool:
        """Seen before it is read, for too much brings espeak-ng down; or from what it makes of it."""
        longest = _LONGEST_PLAIN if text.replace(" ", "").isalpha() else _LONGEST_OTHER
        if len(text) > longest or len(_INITIAL.findall(text)) > _MOST_INITIALS // 2:
            return True
        return any(len(word) > _MOST_FROM_ONE for word in self._alone(text).split(" "))

    def _alone(self, text: str) -> str:
        """How it sounds by itself."""
        if text not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[text] = self._said(text)
        return self._known[text]

    def _said(self, text: str) -> str:
        joined = " ".join("".join(sentence).strip() for sentence in self._phonemize(text.replace("[[", "[ [")))
        known = self._alphabet.known(joined)
        return known if known.strip(f"{MARKS} ") else ""


def _is_lost(share: str, alone: str) -> bool:
    """Whether next to nothing is left of a word."""
    kept, had = (sum(sign.isalpha() for sign in letters) for letters in (share, alone))
    return had >= _LEAST_LOST and kept * 4 < had


def _units(text: str, phonemes: Sequence[Phonemes]) -> Iterator[_Unit]:
    reached = 0
    for one in phonemes:
        yield from _chunks(text, reached, one.start)
        yield from _pronounced(text, one)
        reached = one.end
    yield from _chunks(text, reached, len(text))


def _chunks(text: str, start: int, end: int) -> Iterator[_Unit]:
    for found in _CHUNK.finditer(text, start, end):
        yield _Unit(found.start(), found.end(), found[0], text[found.end() : found.end() + 1].isspace())


def _pronounced(text: str, one: Phonemes) -> Iterator[_Unit]:
    """Where both have as many words, each word has its own sounds."""
    places, words = [*re.finditer(r"\S+", text[one.start : one.end])], one.ipa.split()
    if len(places) == len(words):
        spans = [
            (one.start + place.start(), one.start + place.end(), word)
            for place, word in zip(places, words, strict=True)
        ]
    else:
        spans = [(one.start, one.end, one.ipa)]
    for start, end, ipa in spans:
        yield _Unit(start, end, text[start:end], text[end : end + 1].isspace(), ipa)


def _half(text: str) -> int:
    """Where it is cut: in the middle, and no mark from its letter."""
    half = len(text) // 2
    while half < len(text) - 1 and unicodedata.category(text[half])[0] == "M":
        half += 1
    return half


def _named(text: str) -> str:
    """What has no sound, by the Unicode names of its letters, digits and pictures; silent marks stay."""
    wanted = [sign for sign in text if unicodedata.category(sign) in _WANTED or unicodedata.category(sign)[0] in "LN"]
    if not wanted:
        return text
    names = [unicodedata.name(sign, "").lower().replace("-", " ") for sign in wanted]
    if "" in names:
        raise SpeechError(f"this voice has no sound for {wanted[names.index('')]!a}")
    return " ".join(names)
