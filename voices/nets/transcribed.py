"""A text in Spanish, French, Italian, Portuguese or Hindi in Kokoro's letters, by the espeak-ng that is embedded.

    spanish = Transcribed("es")
    spanish.pieces("Un río, dos.")              # LetterPiece(0, 2, "ˈun", …), (3, 6, "rˈio", …), (6, 7, ",", …), …

espeak-ng says all words between two marks at once, for each changes its neighbours ("les enfants" is "lez ɑ̃fɑ̃"); the
marks are handed on as they are. It may join words, and says numbers in several: then its words are laid beside those
that it makes of each of the text's alone. It is global state, so the voice is set anew for each text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from voices import espeak_library, kokoro_letters
from voices.nets.portions import LetterPiece
from voices.speech import Phonemes, SpeechError

#: espeak-ng's voice files by the languages of Kokoro's voices, those of its own pipeline.
VOICES: Mapping[str, str] = {"es": "roa/es", "fr": "roa/fr", "hi": "inc/hi", "it": "roa/it", "pt": "roa/pt-BR"}

#: What Kokoro reads for a mark. Spanish's first marks are silent: its alphabet has none for them.
_MARKS = {sign: sign for sign in ';:,.!?—…"()“”'}
_MARKS |= {"«": "“", "»": "”", "„": "“", "–": "—", "।": ".", "॥": ".", "¿": "", "¡": ""}
_MARKS |= {"[": "(", "{": "(", "]": ")", "}": ")"}
_IN_CLASS = re.escape("".join(_MARKS))
# In "3.14", "12:30" and "www.rio.es" they are no marks.
_ITEM = re.compile(rf"(?:[^\s{_IN_CLASS}]|(?<=\d)[.,:](?=\d)|(?<=\w)\.(?=\w))+|[{_IN_CLASS}]")
_STRESSES = str.maketrans("", "", "ˈˌ")


@dataclass(frozen=True, slots=True)
class _Item:
    """A word or a mark; `letters` is None for a word that espeak-ng has yet to say."""

    start: int
    end: int
    letters: str | None


class Transcribed:
    """`language`: the first part of a BCP 47 tag, one of VOICES."""

    def __init__(self, language: str) -> None:
        self._voice = VOICES[language].encode()
        self._scripts = ("LATIN", "DEVANAGARI") if language == "hi" else ("LATIN",)
        self._espeak = _espeak()

    def pieces(self, text: str, phonemes: Sequence[Phonemes] = ()) -> tuple[LetterPiece, ...]:
        """Each word and mark of the text, in order. Raises SpeechError for what can't be read."""
        if self._espeak.SetVoiceByName(self._voice) != self._espeak.EE_OK:
            raise SpeechError(f"espeak-ng can't load the voice {self._voice.decode()}")
        found: list[_Item] = []
        words: list[_Item] = []
        for item in _items(text, phonemes):
            if item.letters is None:
                words.append(item)
            else:
                found += [*self._said(text, words), item]
                words = []
        found += self._said(text, words)
        return tuple(
            LetterPiece(one.start, one.end, one.letters, text[one.end : one.end + 1].isspace())
            for one in found
            if one.letters
        )

    def letters(self, text: str) -> str:
        """A text alone: "ˈun rˈio, dˈos."."""
        return "".join(piece.letters + " " * piece.has_space for piece in self.pieces(text)).strip()

    def _said(self, text: str, words: Sequence[_Item]) -> list[_Item]:
        """The words between two marks, with their letters; one that espeak-ng joins with others ends where they do."""
        if not words:
            return []
        written = [text[word.start : word.end] for word in words]
        self._require_readable(written)
        said = self._heard(" ".join(written)).split()
        if len(said) == len(words):
            owners = [*range(len(words))]
        else:
            owners = _owners(said, [self._heard(word) for word in written])
        return [*_joined(words, said, owners)]

    def _require_readable(self, words: Sequence[str]) -> None:
        """espeak-ng would spell a word in letters of another script, or be silent."""
        unread = [
            word for word in words if _is_foreign(word, self._scripts) or (_is_said(word) and not self._heard(word))
        ]
        if unread:
            raise SpeechError(f"it can't read {', '.join(unread)[:100]}: another engine has to say how that sounds")

    def _heard(self, words: str) -> str:
        return kokoro_letters.from_espeak(espeak_library.ipa(self._espeak, words, tie="^"))


def _items(text: str, phonemes: Sequence[Phonemes]) -> Iterator[_Item]:
    """The words and marks of a text; a stretch whose sounds are given is a word."""
    reached = 0
    for one in phonemes:
        yield from _split(text, reached, one.start)
        yield _Item(one.start, one.end, kokoro_letters.letters(one.ipa))
        reached = one.end
    yield from _split(text, reached, len(text))


def _split(text: str, start: int, end: int) -> Iterator[_Item]:
    for found in _ITEM.finditer(text, start, end):
        yield _Item(*found.span(), _MARKS.get(found[0]))


def _owners(said: Sequence[str], alone: Sequence[str]) -> list[int]:
    """Which word of the text each of espeak-ng's belongs to, or begins with where it joins several."""
    sounds = [sound.translate(_STRESSES).replace(" ", "") for sound in alone]
    heard = [sound.translate(_STRESSES) for sound in said]
    of_sound = [word for word, sound in enumerate(sounds) for _ in sound]
    of_heard = [index for index, sound in enumerate(heard) for _ in sound]
    same: list[Counter[int]] = [Counter() for _ in said]
    for block in SequenceMatcher(None, "".join(sounds), "".join(heard), autojunk=False).get_matching_blocks():
        for step in range(block.size):
            same[of_heard[block.b + step]][of_sound[block.a + step]] += 1
    owners = [0]
    for shares in same:
        most = max(shares.values(), default=0)
        whole = (word for word, count in shares.items() if 2 * count > len(sounds[word]) or count == most)
        owners.append(max(owners[-1], min(whole, default=owners[-1])))
    return owners[1:]


def _joined(words: Sequence[_Item], said: Sequence[str], owners: Sequence[int]) -> Iterator[_Item]:
    """One item for each word that owns a sound, up to where the next one begins."""
    heard = {owner: [one for one, whose in zip(said, owners, strict=True) if whose == owner] for owner in owners}
    begins = [*heard, len(words)]
    for number, (owner, sounds) in enumerate(heard.items()):
        first = words[owner] if number else words[0]
        yield replace(first, end=words[begins[number + 1] - 1].end, letters=" ".join(sounds))


def _is_said(word: str) -> bool:
    return any(sign.isalnum() for sign in word)


def _is_foreign(word: str, scripts: tuple[str, ...]) -> bool:
    """A single letter, such as π, is said by its name."""
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and not all(unicodedata.name(sign, "").startswith(scripts) for sign in letters)


@cache
def _espeak() -> Any:
    """Once a process."""
    espeak = espeak_library.embedded()
    espeak_library.started(espeak)
    return espeak
