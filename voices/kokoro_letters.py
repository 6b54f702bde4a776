"""IPA in Kokoro's letters, for the languages in which it was taught espeak-ng's: all but English. And back.

    from_espeak("d^zjˈi dellamˈiko")         # "ʣjˈi dellamˈiko": "^" ties what is one sound
    letters("ˈɡlaθja")                       # "ɡlˈaθja"
    ipa("ʣjˈi")                              # "dzjˈi"

Kokoro's own pipeline has espeak-ng's IPA, with a letter of its own for ten sounds that IPA writes as two, and a mark of
stress right before its vowel. What has no number in Kokoro's alphabet is dropped there; here it becomes the nearest, or
is refused. English has letters of its own: voices/misaki.py.
"""

import re
import unicodedata

from voices.misaki_sounds import LETTERS, PASSED_OVER, VOWELS
from voices.speech import SpeechError

#: Sounds that are one letter to Kokoro, in the order in which its own pipeline puts them in.
_JOINED = (
    *(("aɪ", "I"), ("aʊ", "W"), ("dz", "ʣ"), ("dʒ", "ʤ"), ("eɪ", "A"), ("oʊ", "O"), ("əʊ", "Q")),
    *(("ss", "S"), ("ts", "ʦ"), ("tʃ", "ʧ"), ("ɔɪ", "Y")),
)
_OWN = {letter: written for written, letter in _JOINED}

#: Letters that have no number, and those that sound most like them.
_NEAREST = {"g": "ɡ", "ɝ": "ɜɹ", "ɫ": "l", "ɬ": "l", "ɮ": "l", "ʟ": "l", "ɭ": "l", "ɺ": "l", "ɦ": "h", "ħ": "h"}
_NEAREST |= {
    "ʍ": "w",
    "ʉ": "u",
    "ʏ": "y",
    "ɱ": "m",
    "ɵ": "ø",
    "ɶ": "œ",
    "ɞ": "œ",
    "ɘ": "ə",
    "ʀ": "ʁ",
    "ʱ": "ʰ",
    "˞": "ɹ",
}
#: espeak-ng's own names of sounds, where they slip into its IPA: "r." is the ɽ of पढ़ना, and no end of a sentence.
_LEAKED = {"r.": "ɽ", "s.": "ʂ", "z.": "ʐ", "t.": "ʈ", "d.": "ɖ", "n.": "ɳ", "l.": "ɭ"}
_LEAKED |= {"A": "ɑ", "E": "ɛ", "I": "ɪ", "N": "ŋ", "O": "ɔ", "S": "ʃ", "U": "ʊ", "V": "ʌ", "Z": "ʒ"}
_LEAKS = re.compile("|".join(map(re.escape, _LEAKED)))

_LANGUAGE_MARK = re.compile(r"\([a-z^-]+\)")
_TIES = "\u0361\u035c"
_STRESS_AHEAD = re.compile(f"([ˈˌ])([^{VOWELS}ˈˌ\\s]+)(?=[{VOWELS}])")
_SPEECH = LETTERS - set(' ;:,.!?—…"()“”↓→↗↘') - set(_OWN)
_MODIFIERS = set("ˈˌː\u0303ʰʲ ")
_SILENT = (set(PASSED_OVER) - LETTERS) | {".", "-", "̩", "̯", "ˑ", "‿"}


def from_espeak(tied: str) -> str:
    """What espeak-ng says, words divided by spaces; its marks of a change of language are dropped."""
    text = _LEAKS.sub(lambda match: _LEAKED[match[0]], _LANGUAGE_MARK.sub("", tied))
    for written, letter in _JOINED:
        text = text.replace("^".join(written), letter)
    return _numbered(text.replace("^", ""), _SPEECH | set(_OWN))


def letters(ipa: str) -> str:
    """Of IPA as people write it. Raises SpeechError that names what can't be said."""
    text = _recomposed(ipa).replace("'", "ˈ").replace("i̯", "ɪ").replace("u̯", "ʊ")
    text = _STRESS_AHEAD.sub(r"\2\1", "".join(sign for sign in text if sign not in _TIES))
    numbered = _numbered(text, _SPEECH, kept=".")
    for written, letter in _JOINED:
        if written != "ss":  # two, unless they are told to be one
            numbered = numbered.replace(written, letter)
    said = " ".join(numbered.replace(".", "").split())
    if not {*said} - _MODIFIERS:
        raise SpeechError("the IPA has no sound in it")
    return said


def ipa(letters: str) -> str:
    """A stress stands where espeak-ng has it, before its vowel."""
    return "".join(_OWN.get(letter, letter) for letter in letters)


def _numbered(text: str, known: frozenset[str] | set[str], kept: str = "") -> str:
    """In letters that have numbers."""
    said = "".join(_NEAREST.get(sign, sign) for sign in _recomposed(text))
    said = "".join(sign for sign in said if sign in kept or sign not in _SILENT)
    lost = sorted({sign for sign in said if not (sign in known or sign in kept or sign.isspace())})
    if lost:
        raise SpeechError(f"the voice has no letter for {' '.join(lost)} (in /{text}/)")
    return said


def _recomposed(text: str) -> str:
    """With tildes apart, as the alphabet has them, and ç whole, as it has that."""
    return unicodedata.normalize("NFD", text).replace("c\u0327", "ç")
