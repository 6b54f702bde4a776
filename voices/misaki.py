"""IPA in the letters of misaki, which hibari and Kokoro read, and back.

    letters("ˈwʊstɚ")                        # "wˈʊstəɹ"
    letters("ˈwʊstɚ", british=True)          # "wˈʊstə"
    ipa("wˈʊstəɹ")                           # "ˈwʊstəɹ"
    from_espeak("aθˈina", "el")              # "ɑθˈinɑ": another language's word, in the mouth of a reader of English

What comes out is in LETTERS, for hibari drops any other letter without a word. A sound that English lacks becomes the
nearest that it has; narrow detail is passed over; tones, clicks and ejectives are refused by name. As in misaki's
lexicons, a mark of stress stands right before its vowel. A word without one gets it on its first full vowel.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from voices.espeak_ipa import tidied
from voices.misaki_sounds import (
    AMERICAN,
    BRITISH,
    EJECTIVE,
    ENGLISH,
    IN_IPA,
    LETTERS,
    NEAREST,
    PASSED_OVER,
    STRESSED,
    TONES,
    VARIANTS,
    VOWEL_LETTERS,
    VOWELS,
    WEAK_VOWELS,
    WITHOUT_ID,
)
from voices.speech import SpeechError

__all__ = ["LETTERS", "cleaned", "from_espeak", "ipa", "letters"]

_CONTEXTS = "+-=_*"
_STRESSES = {"ˈ": "ˈ", "ˌ": "ˌ", "'": "ˈ"}
_ONSET = re.compile(r"(?!tl|dl|θl)(?:s?[ptk]|[bdɡfθʃ])[ɹljw]?|s[mnflwj]|[mnvhlz]j|[^ŋT]")
_BEFORE_STRESS = re.compile(f"(?<!ᵊ)([^{VOWEL_LETTERS}ɐːˈˌ\\s]{{1,30}})([ˈˌ])")
_PIECE = re.compile("ᵊ[lnm]|.ː?")

Unknown = Callable[[str, int], str]  # what to say for the sign at an index of a word, or an error


def letters(ipa: str, *, british: bool = False) -> str:
    """Words divided by spaces. Raises SpeechError that names what can't be said, with what is near it."""
    words = [_letters_of(_plain(word), _accent(british=british), _refuse(word)) for word in ipa.split()]
    if not any(words):
        raise SpeechError("the IPA has no sound in it")
    return " ".join(filter(None, words))


def ipa(letters: str, *, british: bool = False) -> str:
    """Stress before its syllable, and a dot where two sounds would else be read as one: "dɹˈɔɪŋ" is "ˈdɹɔ.ɪŋ"."""
    words = (_BEFORE_STRESS.sub(_before_syllable, word) for word in letters.replace("ɾ", "T").split(" "))
    return " ".join(_dotted(word, _accent(british=british)) for word in words)


def cleaned(letters: str) -> str:
    """With letters that the net knows in place of those that it doesn't; raises SpeechError where there are none."""
    said = "".join(one if one in LETTERS else WITHOUT_ID.get(one, one) for one in letters)
    if lost := sorted(set(said) - LETTERS):
        raise SpeechError(f"the voice has no letter for {' '.join(lost)} (in {letters})")
    return said


def from_espeak(ipa: str, language: str = "", *, british: bool = False) -> str:
    """What espeak-ng's voice of `language` says, as a reader of English would. Empty only where it says nothing."""
    words = tidied(ipa, language).split()
    return " ".join(filter(None, (_letters_of(_plain(word), _accent(british=british), _make_do) for word in words)))


@dataclass(frozen=True, slots=True)
class _Accent:
    """`sounds[sign]` are those that begin with the sign, the longest first, and what each is said as."""

    is_british: bool
    sounds: Mapping[str, Sequence[tuple[re.Pattern[str], str]]]

    def sound(self, word: str, at: int) -> tuple[int, str] | None:
        """Where the sound that begins at an index of the word ends, and what it is said as."""
        candidates = ((pattern.match(word, at), said) for pattern, said in self.sounds.get(word[at : at + 1], ()))
        return next(((found.end(), said) for found, said in candidates if found), None)


def _plain(word: str) -> str:
    """Each sound in the one way in which the tables have it."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word) if sign not in PASSED_OVER)
    return _variants().sub(lambda match: VARIANTS[match[0]], bare)


def _letters_of(word: str, accent: _Accent, unknown: Unknown) -> str:
    sounds = _stressed(_sounds(word, accent, unknown))
    return _settled("".join(sounds), is_british=accent.is_british)


def _sounds(word: str, accent: _Accent, unknown: Unknown) -> Iterator[str]:
    at = 0
    while at < len(word):
        end, said = accent.sound(word, at) or (at + 1, _STRESSES.get(word[at]))
        yield unknown(word, at) if said is None else said
        at = end


def _stressed(sounds: Iterable[str]) -> list[str]:
    """Each stress right before its vowel, which then is a full one, and one in every word that can."""
    said: list[str] = []
    waiting = ""
    for sound in filter(None, sounds):
        if sound in _STRESSES:
            waiting = sound
        elif waiting and sound[0] in VOWEL_LETTERS:
            said += (waiting, _full(sound))
            waiting = ""
        else:
            said.append(sound)
    if not any(sound in _STRESSES for sound in said):
        at = next(
            (index for index, sound in enumerate(said) if sound == _full(sound) and sound[0] in VOWEL_LETTERS), -1
        )
        said[at:at] = ["ˈ"] if at >= 0 else []
    return said


def _full(sound: str) -> str:
    return next((full + sound[len(weak) :] for weak, full in STRESSED if sound.startswith(weak)), sound)


def _settled(word: str, *, is_british: bool) -> str:
    """The marks R, N and J as what follows has them, and in British voices the long vowels that stress makes."""
    word = re.sub(r"R+(?=[ˈˌ]?ɹ)", "", re.sub("R+", "R", word))
    if is_british:
        word = re.sub("([ˈˌ]i)(?!ː)", r"\1ː", word.replace("ɜR", "ɜːR"))
        word = re.sub(f"R(?![ˈˌ]?[{VOWEL_LETTERS}])", "", word)
    word = re.sub("N(?=[ˈˌ]?[mnŋ])", "", word.replace("R", "ɹ"))
    word = re.sub("N(?=[pb])", "m", re.sub("N(?=[kɡ])", "ŋ", word)).replace("N", "n")
    return re.sub(f"J(?=[ˈˌ]?(?![iɪ])[{VOWEL_LETTERS}])", "j", word).replace("J", "")


def _before_syllable(match: re.Match[str]) -> str:
    """Consonants and a stress: the stress before as many of them as can begin a word."""
    consonants, stress = match.groups()
    splits = range(len(consonants)) if match.start() else (0,)
    at = next((at for at in splits if not match.start() or _ONSET.fullmatch(consonants, at)), len(consonants))
    return f"{consonants[:at]}{stress}{consonants[at:]}"


def _dotted(word: str, accent: _Accent) -> str:
    said = _PIECE.findall(word)
    written = [IN_IPA.get(piece, piece) for piece in said]
    for at in _misread(said, list(map(_plain, written)), accent):
        written[at] = f".{written[at]}"
    return "".join(written)


def _misread(said: Sequence[str], plain: list[str], accent: _Accent) -> Iterator[int]:
    """The pieces before which a dot goes: that would be read together with others, or not at all."""
    at = 0
    while at < len(said):
        begin = len("".join(plain[:at]))
        end, heard = accent.sound("".join(plain), begin) or (0, said[at])
        count = next(n for n in range(1, len(said) + 1) if begin + len("".join(plain[at : at + n])) >= end)
        wrong = _settled(heard, is_british=accent.is_british) != "".join(said[at : at + count])
        if wrong and (count > 1 or said[at] == "ɹ"):  # ɹ: a Briton's before a consonant
            dot = at + (count > 1)
            plain[dot] = f".{plain[dot]}"
            yield dot
        at += 1 if wrong else count


@cache
def _accent(*, british: bool) -> _Accent:
    table = BRITISH if british else AMERICAN
    sounds: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for key in sorted(table, key=lambda key: (len(key.strip(_CONTEXTS)), len(key)), reverse=True):
        sounds.setdefault(key.strip(_CONTEXTS)[0], []).append((re.compile(_in_context(key)), table[key]))
    return _Accent(british, sounds)


def _in_context(key: str) -> str:
    vowel = f"(?:[{VOWELS}]|\\w\u0329)"
    following = {"+": f"(?=[.ˈˌ']*{vowel})", "-": f"(?![.ˈˌ']*{vowel})", "_": "(?!.)"}
    following |= {"=": f"(?=[{WEAK_VOWELS}]|\\w\u0329)", "*": "(?=[.ˈˌ']*[aeo](?![ɪʊiu]))"}
    vowels = f"{VOWELS}ɹː˞\u0303\u0329"
    before = f"(?:(?<=[{vowels}])|(?<=[{vowels}][ˈˌ']))" if key[0] == "+" else ""
    return before + re.escape(key.strip(_CONTEXTS)) + following.get(key[-1], "")


@cache
def _variants() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, VARIANTS), key=len, reverse=True)))


def _refuse(written: str) -> Unknown:
    def refuse(word: str, at: int) -> str:
        raise SpeechError(_unsayable(word, at, unicodedata.normalize("NFC", written)))

    return refuse


def _make_do(word: str, at: int) -> str:
    """No letter vanishes; tones, ejection and punctuation do."""
    if word[at] in NEAREST:
        return AMERICAN[NEAREST[word[at]]]
    return "ə" if word[at].isalpha() and word[at] not in {*TONES, EJECTIVE} else ""


def _unsayable(word: str, at: int, written: str) -> str:
    begin = max((index for index in range(at + 1) if not unicodedata.combining(word[index])), default=at)
    if word[at] == EJECTIVE:
        begin = max(at - 1, 0)
    symbol = unicodedata.normalize("NFC", word[begin : at + 1])
    near = word[begin:at] if word[at] in TONES or word[at] == EJECTIVE else NEAREST.get(symbol, "")
    hint = f"near it: {near}" if near else "leave it out" if symbol in TONES else f"it has {ENGLISH}"
    return f"there is no sound {symbol} in en (/{written}/): {hint}"
