"""A voice of Piper's, from its two files: a net of the VITS kind, and what it was taught on.

    voice = PiperVoice(model, config)
    sound, begins = voice.said(pieces, rate_wpm=155)        # begins: at which sample each piece is heard
    voice.reader.pieces("Rivers bend.")

Its text is read by the package piper-tts, as in training. Its rate is measured when it is loaded, from the lengths that
its net would give a passage, which takes no sound; and all voices are as loud as each other in a sentence of it.
"""

import json
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from voices.espeak_phonemes import mnemonics
from voices.espeak_sounds import SOUNDS
from voices.nets.alphabet import Alphabet
from voices.nets.onsets import heard
from voices.nets.portions import LetterPiece, portions, sentences
from voices.nets.reader import PhonemeReader
from voices.nets.vits import Vits
from voices.pace import Pace
from voices.speech import SpeechError

MOST_LETTERS = 220  # that the net says at once, some 20 s: a process then takes up to 650 MB

#: Sentences as essays have them.
_PASSAGE = """\
Several centuries before anybody measured them, rivers were boundaries, highways and arguments. Merchants followed the
current towards distant markets, while villages along the valley quarrelled about bridges, fishing and the annual
flood. Geographers eventually described the pattern: running water removes material from the outer bank, deposits it
against the inner one, and gradually exaggerates every curve. Is that a history of the landscape, or merely of our
attention? Perhaps a little of both; whoever draws a river on paper has already decided which moment of its movement
deserves to be remembered. Nothing about the water itself is permanent, except the habit of wandering.
"""
#: For other languages, in which espeak-ng reads them.
_NUMBERS = "1984, 365, 42 73. 17 28, 91 56 34. 2750, 618, 29 45 83. 12 96, 507 31 64."
_PASSAGE_WORDS = 105.5  # of the essay that rates are measured by, which take as long as the passage's own 103
_SOUNDS_A_WORD = 4.27  # of the numbers, that take as long as such a word
_SPEEDS = (0.4, 0.55, 0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.1, 2.6, 3.2)
_UNMEASURED = Pace(((60.0, 0.4), (150.0, 1.0), (450.0, 3.0)))  # what a voice's own tempo mostly is
_PAUSE_S = 0.3  # between sentences, where a rate is counted (voices/pace.py)
_SILENT_IDS = 2, 4  # of a sentence's beginning and its end, as lengths tell them

_LEVEL = 0.04  # root mean square of a sentence: peaks of others are some 12 times higher, and none is clipped
_USUAL_LEVEL = 0.05  # before it is made so
_LAG_MS = 6  # by which the sound of a letter is ahead of its length
_READERS = ("espeak", "text", "hebrew", "japanese", "thai")  # Chinese ones would fetch a net of their own


class PiperVoice:
    """`speaker`: the number of one, in a net that was taught several. Raises RuntimeError for files it can't use."""

    def __init__(self, model: Path, config: Path, speaker: int | None = None) -> None:
        self._config = json.loads(config.read_text("utf-8"))
        self._kind = str(self._config.get("phoneme_type", "espeak"))
        if self._kind not in _READERS:
            raise RuntimeError(f"this version can't read for voices of the kind {self._kind}: choose another voice")
        self.rate_hz = int(self._config["audio"]["sample_rate"])
        speakers = int(self._config.get("num_speakers", 1))
        self._speaker = (speaker or 0) if speakers > 1 else None
        self._alphabet = Alphabet(self._config["phoneme_id_map"], self._config.get("vowel_clusters") or ())
        inference = self._config.get("inference", {})
        noise_scale, noise_w_scale = inference.get("noise_scale", 0.667), inference.get("noise_w", 0.8)
        self._length_scale = float(inference.get("length_scale", 1.0))
        self._net = Vits(model.read_bytes(), noise_scale=noise_scale, noise_w_scale=noise_w_scale)
        self.reader = PhonemeReader(self._phonemize, self._alphabet, self._pronounced)

    def said(self, pieces: Sequence[LetterPiece], *, rate_wpm: float) -> tuple[Any, list[int]]:
        """Samples, of 16 bit; and where each piece begins, or nothing where the net doesn't tell."""
        ids, firsts = self._ids(pieces)
        sound, lengths = self._say(ids, self.pace.setting(rate_wpm))
        scaled = np.rint(
            sound * min(_LEVEL / self._sample[0], 1 / max(float(np.abs(sound).max(initial=0)), 1e-9)) * 32767
        )
        if lengths is None:
            return scaled.astype(np.int16), []
        ends = np.cumsum(lengths) * (len(sound) // round(float(lengths.sum())))
        begins = heard(scaled, [int(ends[first - 1]) for first in firsts], self.rate_hz, _LAG_MS)
        return scaled.astype(np.int16), begins

    @cached_property
    def pace(self) -> Pace:
        """Words a minute of the passage, and the speed that gives them."""
        if not self._passage:
            return _UNMEASURED
        rates = ((self._rate_wpm(speed), speed) for speed in _SPEEDS)
        growing: list[tuple[float, float]] = []
        for rate, speed in rates:
            if not growing or rate > growing[-1][0] + 1:  # beyond, the net's steps are too long for more
                growing.append((rate, speed))
        return Pace(tuple(growing))

    def _rate_wpm(self, speed: float) -> float:
        whole_s = sum(self._sounding_s(number, speed) + _PAUSE_S for number in range(len(self._passage)))
        return self._words / whole_s * 60

    def _sounding_s(self, number: int, speed: float) -> float:
        """How long a sentence of the passage is, without the silence around it."""
        ids, lengths = self._passage[number], self._unrounded[number]
        if lengths is None:
            return len(self._say(ids, speed)[0]) / self.rate_hz
        begin, end = _SILENT_IDS
        rounded = np.ceil(lengths * (self._length_scale / speed))
        return float(rounded[begin:-end].sum()) * self._sample[1] / self.rate_hz

    @cached_property
    def _unrounded(self) -> list[Any]:
        return [self._net.unrounded(ids, speaker=self._speaker) for ids in self._passage]

    @cached_property
    def _sample(self) -> tuple[float, int]:
        """How loud a sentence is, and how many samples a step of the net is; 0 where it doesn't tell."""
        if not self._passage:
            return _USUAL_LEVEL, 0
        sound, lengths = self._say(self._passage[0], 1.0)
        level = max(float(np.sqrt(np.mean(np.square(sound)))), 1e-6)
        return level, 0 if lengths is None else len(sound) // round(float(lengths.sum()))

    def _say(self, ids: Sequence[int], speed: float) -> tuple[Any, Any]:
        return self._net.said(ids, length_scale=self._length_scale / speed, speaker=self._speaker)

    def _ids(self, pieces: Sequence[LetterPiece]) -> tuple[list[int], list[int]]:
        last = len(pieces) - 1
        words = [piece.letters + " " * (piece.has_space and number < last) for number, piece in enumerate(pieces)]
        return self._alphabet.ids(words)

    @cached_property
    def _passage(self) -> list[list[int]]:
        """The numbers of each sentence; none where no text is known that the voice can read."""
        if self._kind != "espeak":
            return []
        text = self._passage_text
        whole = (self.reader.pieces(text[start:end]) for start, end in sentences(text))
        return [self._ids(part)[0] for pieces in whole for part in portions(pieces, MOST_LETTERS)]

    @property
    def _passage_text(self) -> str:
        return " ".join(_PASSAGE.split()) if self._language == "en" else _NUMBERS

    @property
    def _words(self) -> float:
        if self._language == "en":
            return _PASSAGE_WORDS
        return (
            sum(unicodedata.category(sign) in ("Ll", "Lo") for sign in self.reader.letters(_NUMBERS)) / _SOUNDS_A_WORD
        )

    @property
    def _language(self) -> str:
        return str(self._config["espeak"]["voice"]).partition("-")[0]

    def _phonemize(self, text: str) -> Sequence[Sequence[str]]:
        """As piper-tts does. What its readers of other languages need besides, they say."""
        try:
            found: Sequence[Sequence[str]] = self._piper.phonemize(text)
        except ImportError as error:
            raise RuntimeError(f"to read for this voice, Piper needs more than is installed here: {error}") from error
        return found

    @cached_property
    def _piper(self) -> Any:
        """Without a net, for it makes its own sessions."""
        from piper import PiperConfig
        from piper import PiperVoice as Original

        return Original(session=None, config=PiperConfig.from_dict(self._config))

    def _pronounced(self, ipa: str) -> str:
        """As espeak-ng writes it, where it can be asked: just the letters that the voice was taught on."""
        if self._kind == "text":
            raise SpeechError("this voice was taught on written letters, and takes no phonemes")
        voice = str(self._config["espeak"]["voice"])
        said = _as_espeak_writes(mnemonics(ipa, voice), voice) if self._language in SOUNDS else ipa
        return self._alphabet.wanted(said or ipa)


def _as_espeak_writes(mnemonic: str, voice: str) -> str:
    from voices.espeak_library import ipa, reading_mnemonics

    espeak = reading_mnemonics()
    if espeak.SetVoiceByName(voice.encode()) != espeak.EE_OK:
        return ""
    return ipa(espeak, f"[[{mnemonic}]]")
