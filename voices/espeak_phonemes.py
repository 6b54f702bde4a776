"""IPA to the mnemonics that espeak-ng takes between `[[` and `]]`, and texts with such places in them.

    mnemonics("ˈwʊstɚ", "en-us")                        # "w|'|U|s|t|3"
    composed("Ask Nguyen.", [Phonemes(4, 10, "wɪn")], "en-us").text      # "Ask [[w|'|I|n]]."

Tones, clicks and sounds that the language lacks are refused; narrow detail, such as aspiration, is passed over. A word
without a mark of stress is stressed where its language most often does.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from voices.espeak_sounds import ENGLISH_BEFORE_R, NEAREST, SOUNDS, STRESSED_VOWEL
from voices.speech import Phonemes, SpeechError

_STRESSES = {"ˈ": "'", "ˌ": ",", "'": "'"}
_VOWELS = "aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻ"
_SYLLABIC = "\u0329"
_WITHOUT_TIES = {0x0361: None, 0x035C: None}
# Breaks between syllables, length by halves, and details that no voice tells apart: aspiration, release, dentals,
# raised or lowered, voiceless, palatalised.
_PASSED_OVER = frozenset(".|‿ˑˡⁿʰʲʷ\u032f\u032a\u031a\u031d\u031e\u031f\u0320\u0325\u030a\u033a\u033b")
_LONGEST_WORD = 80  # letters: what it makes of one word, espeak-ng cuts off after some 160 sounds
_MOST_SOUNDS = 150  # signs of a word, NFD, at the most one sound each
# Bytes. A clause longer than its buffer of 800 espeak-ng cuts at any sign that is no letter, and behind a cut inside of
# brackets it spells what was to be sounds.
_LONGEST_CLAUSE = 700
_WITHOUT_SPACES = "\u0590"  # and beyond: scripts of which some put none between words
_UNSTRESSED = ("@", "3", "@L")  # as long as nobody marks them


@dataclass(frozen=True, slots=True)
class Composed:
    """`origin[i]` is the index in the original text that character `i` stands for."""

    text: str
    origin: tuple[int, ...]

    def written_index(self, index: int) -> int:
        return self.origin[min(index, len(self.origin) - 1)] if self.origin and index >= 0 else 0


def composed(text: str, phonemes: Sequence[Phonemes], language: str) -> Composed:
    """The text with mnemonics where phonemes are given; raises SpeechError for a sound that can't be said.

    A space goes before each `[[`: espeak-ng says nothing at all where it follows a quotation mark or a bracket.
    """
    pairs: list[tuple[str, int]] = []
    reached = 0
    for one in phonemes:
        pairs += _plain(text, reached, one.start)
        if pairs and not pairs[-1][0].isspace():
            pairs.append((" ", one.start))
        for word in _bracketed(text, one, language):
            if _clause_bytes(pairs) + len(word) > _LONGEST_CLAUSE:
                pairs += [(",", one.start), (" ", one.start)]
            pairs += word
        reached = one.end
    pairs += _plain(text, reached, len(text))
    return Composed("".join(sign for sign, _ in pairs), tuple(index for _, index in pairs))


def mnemonics(ipa: str, language: str) -> str:
    """Words of mnemonics, divided by spaces.

    Raises SpeechError that names what the language's voices can't say, or for a word at which espeak-ng would crash.
    """
    primary = language.partition("-")[0].lower()
    if primary not in SOUNDS:
        raise SpeechError(f"IPA is known in {', '.join(SOUNDS)}, and not in {language or 'a voice without language'}")
    words = unicodedata.normalize("NFD", ipa).translate(_WITHOUT_TIES).split()
    if any(len(word) > _MOST_SOUNDS for word in words):
        raise SpeechError(f"the IPA has a word of more than {_MOST_SOUNDS} signs")
    said = [_stressed(_sounds(word, primary), primary) for word in words]
    if not any(sound not in _STRESSES.values() for word in said for _, sound in word):
        raise SpeechError("the IPA has no sound in it")
    return " ".join("|".join(sound for _, sound in word) for word in said if word)


def _plain(text: str, start: int, end: int) -> Iterable[tuple[str, int]]:
    """A stretch without phonemes, in which `[[` must not begin any, and no word is so long that its end is lost."""
    letters = 0
    for index in range(start, end):
        letters = letters + 1 if "A" <= text[index] < _WITHOUT_SPACES and text[index].isalpha() else 0
        if letters > _LONGEST_WORD or (text[index] == "[" and index > start and text[index - 1] == "["):
            yield " ", index
            letters = 0
        yield text[index], index


def _bracketed(text: str, one: Phonemes, language: str) -> Iterable[list[tuple[str, int]]]:
    """Word by word. Where both have as many words, each word stands for its own."""
    words = mnemonics(one.ipa, language).split(" ")
    starts = [one.start + match.start() for match in re.finditer(r"\S+", text[one.start : one.end])]
    if len(starts) != len(words):
        starts = [starts[0] if starts else one.start] * len(words)
    behind = " " * text[one.end : one.end + 1].isalnum()
    for number, (word, start) in enumerate(zip(words, starts, strict=True)):
        is_last = number == len(words) - 1
        yield [(sign, start) for sign in f"{' ' * (number > 0)}[[{word}]]{behind * is_last}"]


def _clause_bytes(pairs: Sequence[tuple[str, int]]) -> int:
    """Since the last sign at which espeak-ng surely ends a clause."""
    count = 0
    for index in range(len(pairs) - 1, max(-1, len(pairs) - 1 - _LONGEST_CLAUSE), -1):
        sign = pairs[index][0]
        if sign in ",;:.!?" and index + 1 < len(pairs) and pairs[index + 1][0].isspace():
            break
        count += len(sign.encode(errors="replace"))
    return count


_Sound = tuple[bool, str]  # whether it is a vowel, and its mnemonic


def _sounds(word: str, primary: str) -> Iterable[_Sound]:
    table, pattern = _table(primary), _pattern(primary)
    at = 0
    while at < len(word):
        if word[at] in _STRESSES:
            yield False, _STRESSES[word[at]]
        elif found := pattern.match(word, at):
            symbol = found[0]
            yield symbol[0] in _VOWELS or _SYLLABIC in symbol, table[symbol]
            at += len(symbol) - 1
        elif word[at] not in _PASSED_OVER:
            raise SpeechError(_unsayable(word, at, primary))
        at += 1


def _stressed(sounds: Iterable[_Sound], primary: str) -> list[_Sound]:
    """Each stress right before its vowel, as espeak-ng's own dictionaries have it, and one in every word that can."""
    said: list[_Sound] = []
    waiting = ""
    for is_vowel, sound in sounds:
        if sound in _STRESSES.values():
            waiting = sound
        elif is_vowel and waiting:
            said += [(False, waiting), (True, _full(sound, primary))]
            waiting = ""
        else:
            said.append((is_vowel, sound))
    vowels = [index for index, (is_vowel, sound) in enumerate(said) if is_vowel and sound not in _UNSTRESSED]
    if vowels and not any(sound in _STRESSES.values() for _, sound in said):
        wanted = STRESSED_VOWEL.get(primary, 0)
        at = vowels[wanted] if -len(vowels) <= wanted < len(vowels) else vowels[0]
        said[at : at + 1] = [(False, "'"), (True, _full(said[at][1], primary))]
    return said


def _full(sound: str, primary: str) -> str:
    """A vowel under stress: an English /i/ is a long one there."""
    return "i:" if (sound, primary) == ("i", "en") else sound


@cache
def _table(primary: str) -> dict[str, str]:
    table = dict(SOUNDS[primary])
    if primary == "en":
        table |= {f"{vowel}{r}": sound for vowel, sound in ENGLISH_BEFORE_R.items() for r in "ɹrɻ"}
    return {unicodedata.normalize("NFD", symbol): sound for symbol, sound in table.items()}


@cache
def _pattern(primary: str) -> re.Pattern[str]:
    """The longest symbol first; an English vowel takes an r to itself only where no vowel follows."""
    ending = {f"{vowel}{r}" for vowel in ENGLISH_BEFORE_R for r in "ɹrɻ"} if primary == "en" else set()
    ending = {unicodedata.normalize("NFD", symbol) for symbol in ending}
    ordered = sorted(_table(primary), key=len, reverse=True)
    before_no_vowel = f"(?![ˈˌ']?[{_VOWELS}])"
    return re.compile("|".join(re.escape(one) + before_no_vowel * (one in ending) for one in ordered))


def _unsayable(word: str, at: int, primary: str) -> str:
    begin = max((index for index in range(at + 1) if not unicodedata.combining(word[index])), default=at)
    symbol, known = unicodedata.normalize("NFC", word[begin : at + 1]), _table(primary)
    nearest = NEAREST.get(symbol, NEAREST.get(symbol[:1], ()))
    near = [one for one in nearest if unicodedata.normalize("NFD", one) in known]
    hint = f"near it: {', '.join(near)}" if near else f"it has {' '.join(sorted(SOUNDS[primary]))}"
    return f"there is no sound {symbol} in {primary} (/{unicodedata.normalize('NFC', word)}/): {hint}"
