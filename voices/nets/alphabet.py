"""The letters that a voice of Piper's was taught: the sounds of espeak-ng's IPA, each with its number.

    alphabet = Alphabet({"_": [0], "^": [1], "$": [2], "a": [14], …})
    alphabet.known("ʀa")                    # "ʁa": the nearest that it has
    ids, firsts = alphabet.ids(["hə", "lˈoʊ"])          # numbers, and the index at which each word begins

Piper itself passes over a letter without a number. Here it is exchanged for one that sounds most like it, or refused;
only narrow detail, such as aspiration, and marks without a sound go unsaid.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from voices.espeak_phonemes import mnemonics
from voices.espeak_sounds import NEAREST, SOUNDS
from voices.speech import SpeechError

PAD, BEGIN, END = "_", "^", "$"
MARKS = ".,;:?!"

#: That nearly all of its voices were taught.
COMMON = (
    "abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢ"
    "ʲˈˌːˑ˞βθχᵻⱱ\u0327\u0303\u032a\u032f\u0329ʰˤε 0123456789" + MARKS
)

_WITHOUT_TIES = {0x0361: None, 0x035C: None}
_DETAIL = ("Mn", "Lm", "Sk")  # categories: combining marks, modifiers
_OTHERS = {"g": "ɡ", "ɝ": "ɜ", "ʦ": "ts", "ʣ": "dz", "ʧ": "tʃ", "ʤ": "dʒ", "ɫ": "l", "ε": "ɛ", "Φ": "f", "r": "ɹ"}


def sounds(ipa: str, language: str) -> str:
    """IPA as voices of a language take it, whichever they are. Raises SpeechError that names what they can't say."""
    return mnemonics(ipa, language) if language.partition("-")[0] in SOUNDS else _common().wanted(ipa)


class Alphabet:
    """`clusters`: several letters that together have a number of their own, in some voices."""

    def __init__(self, numbers: Mapping[str, Sequence[int]], clusters: Iterable[Sequence[str]] = ()) -> None:
        self._numbers = numbers
        joined = sorted({"".join(one) for one in clusters} & numbers.keys(), key=len, reverse=True)
        self._symbol = re.compile("|".join([*map(re.escape, joined), "."]), re.DOTALL)

    def known(self, letters: str) -> str:
        """In letters that it has. Raises SpeechError for a sound that has nothing near it."""
        return "".join(self._known(sign, letters, is_wanted=False) for sign in _apart(letters))

    def wanted(self, ipa: str) -> str:
        """The same of what somebody asked for: what it hasn't is refused, with what is near it."""
        return "".join(self._known(sign, ipa, is_wanted=True) for sign in _apart(ipa))

    def ids(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """With a pad after each letter, as these nets were taught."""
        pad = self._numbers[PAD]
        ids, firsts = [*self._numbers[BEGIN], *pad], []
        for word in words:
            firsts.append(len(ids))
            for symbol in self._symbol.findall(word):
                ids += [*self._numbers[symbol], *pad]
        return [*ids, *self._numbers[END]], firsts

    def _known(self, sign: str, whole: str, *, is_wanted: bool) -> str:
        if sign in (PAD, BEGIN, END):
            return ""
        if sign in self._numbers:
            return sign
        other = _OTHERS.get(sign, sign.lower())
        if other != sign and all(one in self._numbers for one in other):
            return other
        near = [one for one in NEAREST.get(sign, ()) if all(part in self._numbers for part in _apart(one))]
        if near and not is_wanted:
            return near[0]
        category = unicodedata.category(sign)
        if category in _DETAIL or category[0] in "PZC":
            return ""
        hint = f": near it: {', '.join(near)}" if near else ""
        raise SpeechError(f"this voice has no sound {sign} (/{whole.strip()}/){hint}")


@cache
def _common() -> Alphabet:
    return Alphabet({sign: [number] for number, sign in enumerate(COMMON)})


def _apart(letters: str) -> str:
    """Marks apart from their letters, as these nets were taught."""
    return unicodedata.normalize("NFD", letters).translate(_WITHOUT_TIES)
