"""A driver over a net that reads letters: a text in sentences, pieces and portions, and all told of where they sound.

    class Driver(Lettered):
        def pieces(self, text, phonemes): …         # the words and marks of a sentence, in the net's letters
        def said(self, part, rate_wpm): …           # samples, and at which of them each piece begins
        def ipa(self, text): …

The properties are those of espeak_ng.py. Each sentence is a call of its own: it has the same bytes wherever it stands.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from voices.drivers.synchronous import Synchronous
from voices.nets.portions import LetterPiece, portions, sentences
from voices.pace import even
from voices.speech import Phonemes, Roster

#: How these voices are mastered: their waveform is no train of pulses, and their level is even, so there are no phases
#: to spread, no treble to take away, and less to press together (docs/sound.md).
EVEN_CHAIN = {"allpass_hz": (), "treble_db": 0.0, "threshold_dbfs": -25.0, "ratio": 2.0}

_MARKS = ".?!…:;"


class Lettered(Synchronous):
    """`longest`: letters a call."""

    def __init__(self, proxy: Any, roster: Roster, settings: Mapping[str, Any], rate_hz: int, longest: int) -> None:
        super().__init__(proxy, roster, settings)
        self._rate_hz, self._longest = rate_hz, longest
        self._phonemes: tuple[Phonemes, ...] = ()
        self._texts: tuple[str, ...] = ()

    @abstractmethod
    def pieces(self, text: str, phonemes: Sequence[Phonemes]) -> Sequence[LetterPiece]:
        """Each word and mark, in order. Raises SpeechError for what can't be read."""

    @abstractmethod
    def said(self, part: Sequence[LetterPiece], rate_wpm: float) -> tuple[Any, list[int]]:
        """Samples of 16 bits, and at which of them each piece begins. The rate is that of voices/pace.py."""

    @abstractmethod
    def ipa(self, text: str) -> str:
        """How the voice says it; empty for what it can't read."""

    def synthesised(self, text: str) -> tuple[bytes, int]:
        import numpy as np

        sounds, at = [np.zeros(0, np.int16)], 0
        rate_wpm = even(self.settings["rate"], text)
        for start, end in self._sentences(text):
            inside = [_moved(one, start) for one in self._phonemes if start <= one.start and one.end <= end]
            for part in portions(_ended(self.pieces(text[start:end], inside)), self._longest):
                sound, begins = self.said(part, rate_wpm)
                for piece, begin in zip(part, begins, strict=True):
                    if any(sign.isalnum() for sign in text[start + piece.start : start + piece.end]):
                        self.notify_word(start + piece.start, piece.end - piece.start, at + begin)
                sounds.append(sound)
                at += len(sound)
        return np.concatenate(sounds).astype("<i2").tobytes(), self._rate_hz

    def _sentences(self, text: str) -> Iterator[tuple[int, int]]:
        """One that would end within a stretch whose sounds are given goes on: "Dr. Hale" may be told as one."""
        begin: int | None = None
        for start, end in sentences(text):
            begin = start if begin is None else begin
            if not any(one.start < end < one.end for one in self._phonemes):
                yield begin, end
                begin = None
        if begin is not None:
            yield begin, len(text)

    def getProperty(self, name: str) -> Any:  # noqa: N802 — pyttsx3's name
        if name == "ipa":
            return [self.ipa(text) for text in self._texts]
        own = {"phonemes": self._phonemes, "texts": self._texts}
        return own[name] if name in own else super().getProperty(name)

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 — pyttsx3's name
        if name == "phonemes":
            self._phonemes = tuple(Phonemes(*one) for one in value)
        elif name == "texts":
            self._texts = tuple(value)
        else:
            super().setProperty(name, value)


def _ended(pieces: Sequence[LetterPiece]) -> Sequence[LetterPiece]:
    """With a full stop where there is no mark at the end: a heading without one would rise like a question."""
    if not pieces or any(sign in _MARKS for sign in pieces[-1].letters[-2:]):
        return pieces
    last = pieces[-1]
    return [*pieces[:-1], replace(last, has_space=False), LetterPiece(last.end, last.end, ".", has_space=False)]


def ids(part: Sequence[LetterPiece], alphabet: Mapping[str, int]) -> Iterator[int]:
    """The net's numbers of the letters, and of the spaces between pieces."""
    for index, piece in enumerate(part):
        yield from (alphabet[letter] for letter in piece.letters)
        if piece.has_space and index < len(part) - 1:
            yield alphabet[" "]


def first_ids(part: Sequence[LetterPiece]) -> Iterator[int]:
    """Behind which id each piece begins; a pad stands before them all."""
    at = 0
    for piece in part:
        yield at
        at += piece.width


def _moved(one: Phonemes, start: int) -> Phonemes:
    return Phonemes(one.start - start, one.end - start, one.ipa)
