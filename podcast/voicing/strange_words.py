"""Words in letters that a voice's engine can't read, as sounds of an engine that can: Γνῶθι in an English essay.

    sounds = strange_sounds([(voice, form.text), …], runner)      # {"Γνῶθι": "ˈɡnɔθi"}
    utterance(form, voice, sounds)

An English net knows Latin letters. espeak-ng reads all the others, each script as a language that is written in it, and
what it would say goes to the net as phonemes: the word stays in its sentence, and in its voice.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from podcast.recording.jobs.questions import Sounds
from podcast.recording.jobs.runner import JobRunner
from voices.casting import UnknownVoiceError, cast, profiles
from voices.engine import engine
from voices.speech import Voice

_READER = "narrator"  # the profile that is asked
#: By the first word of their letters' Unicode names. Who is written in none of them is spelled, letter by letter.
_LANGUAGES = {
    "GREEK": "el", "CYRILLIC": "ru", "HEBREW": "he", "ARABIC": "ar", "DEVANAGARI": "hi", "BENGALI": "bn",
    "GURMUKHI": "pa", "GUJARATI": "gu", "ORIYA": "or", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "SINHALA": "si", "THAI": "th", "LAO": "th", "MYANMAR": "my", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "ETHIOPIC": "am", "HANGUL": "ko", "CJK": "cmn", "CHEROKEE": "chr",
}  # fmt: skip
_KANA = ("HIRAGANA", "KATAKANA")  # beside them, CJK's letters are read as Japanese
_LATIN = "LATIN"

_Span = tuple[int, int]


def strange_sounds(said: Iterable[tuple[Voice, str]], runner: JobRunner) -> Mapping[str, str]:
    """IPA by word, as far as espeak-ng can say them; asks it only where there are such words."""
    words = {(voice.driver, text[start:end]) for voice, text in said for start, end in strange_words(voice, text)}
    by_language: dict[tuple[str, str], list[str]] = {}
    for driver, word in sorted(words):
        by_language.setdefault((driver, language_of(word)), []).append(word)
    sounds: dict[str, str] = {}
    for (driver, language), listed in by_language.items():
        adapted = engine(driver).adapted
        for word, told in zip(listed, _told(listed, language, runner), strict=True):
            if adapted is not None and told:
                sounds[word] = adapted(told, language)
    return {word: ipa for word, ipa in sounds.items() if ipa}


def strange_words(voice: Voice, text: str) -> Iterator[_Span]:
    """Where letters stand that the voice's engine can't read, with the marks on them."""
    told = engine(voice.driver)
    if told.reads_any_script:
        return
    own = told.scripts.get(voice.language.partition("-")[0], _LATIN)
    start = None
    for index, sign in enumerate(text):
        is_strange = (_is_strange(sign) and _script(sign) != own) or (
            start is not None and unicodedata.category(sign)[0] == "M"
        )
        if is_strange and start is None:
            start = index
        elif not is_strange and start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(text)


def language_of(word: str) -> str:
    """In which language a word in other than Latin letters is read; empty where nobody knows."""
    scripts = [_script(sign) for sign in word]
    if any(script in _KANA for script in scripts):
        return "ja"
    return next((_LANGUAGES[script] for script in scripts if script in _LANGUAGES), "")


def _is_strange(sign: str) -> bool:
    return not sign.isascii() and sign.isalpha() and _script(sign) not in (_LATIN, "MODIFIER", "FEMININE", "MASCULINE")


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0].partition("-")[0]


def _told(words: list[str], language: str, runner: JobRunner) -> list[str]:
    """In IPA; empty where no voice of espeak-ng speaks the language."""
    profile = profiles()[_READER]
    rosters = runner.rosters(profile.driver)
    try:
        voice = cast(profile, rosters, language)
    except UnknownVoiceError:
        voice = cast(profile, rosters)
    return runner.result(Sounds(tuple(words), voice))
