"""The words of a script that a voice may say wrong, the riskiest first. Pure.

    found = unusual_words(texts, frequency=lambda word: …, two_sounds=TWO_SOUNDS)
    [(one.text, one.risk, one.count, one.segment) for one in found]

A voice knows common words. It guesses names, takes acronyms for words or the other way round, and can't know which
"read" is meant. What a lexicon says is no risk: the caller leaves it out.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from podcast.text.wordlist import each


class Risk(IntEnum):
    """Ascending. The name of each, in lower case, is what people are told."""

    RARE_WORD = 1  # a dictionary has it
    KNOWN_NAME = 2
    ACRONYM = 3
    MIXED_FORM = 4  # letters and digits, or capitals in the middle: "A4", "LaTeX"
    TWO_SOUNDS = 5  # "read", "lead", "wind": the sentence decides
    FOREIGN_LETTERS = 6
    UNKNOWN_WORD = 7
    UNKNOWN_NAME = 8

    def __str__(self) -> str:
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class Unusual:
    text: str  # as first written, without an 's
    risk: Risk
    count: int  # how often it stands in the script
    segment: int  # where it stands first …
    start: int  # … and which characters of that segment's text it is
    end: int


#: English words that are written alike, and said in two ways.
TWO_SOUNDS = frozenset(
    each("""
    read lead wind winds tear tears live bow bows row rows bass wound wounds wounded sow sewer minute desert refuse
    close dove polish resume content invalid august slough moped present object record
    """)
)
_RARE = 2e-7  # as a share of all words
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.\-](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"['’]s$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|\n)[\"'“‘(\[]*$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")
_MIXED = re.compile(r"[^\W\d_]*\d+[^\W\d_]|[^\W\d_]+\d|[a-z]+[A-Z]|[A-Z]+[a-z]+[A-Z]")

Frequency = Callable[[str], float]  # of a word in lower case, as a share of all words; 0: no dictionary has it


def unusual_words(texts: Iterable[str], frequency: Frequency, two_sounds: frozenset[str]) -> tuple[Unusual, ...]:
    """Each word once. `two_sounds` are those of the language, such as TWO_SOUNDS."""
    found: dict[str, Unusual] = {}
    for segment, text in enumerate(texts):
        for word, start, risk in _risky(text, frequency, two_sounds):
            key = word.casefold()
            before = found.get(key)
            count, worst = (before.count + 1, max(before.risk, risk)) if before else (1, risk)
            first = before or Unusual(word, risk, 1, segment, start, start + len(word))
            found[key] = Unusual(first.text, worst, count, first.segment, first.start, first.end)
    return tuple(sorted(found.values(), key=lambda one: (-one.risk, -one.count, one.text.casefold())))


def _risky(text: str, frequency: Frequency, two_sounds: frozenset[str]) -> Iterator[tuple[str, int, Risk]]:
    shouts = text.upper() == text  # a heading in capitals: no word of it is an acronym by that
    for match in _WORD.finditer(text):
        whole = _POSSESSIVE.sub("", match[0])
        for word, start in _parts(whole, match.start()):
            begins = _SENTENCE_BEGINS.search(text, max(0, start - 40), start) is not None
            if risk := _risk(word, frequency, two_sounds, begins=begins, shouts=shouts):
                yield word, start, risk


def _parts(word: str, start: int) -> Iterator[tuple[str, int]]:
    """The words of a compound are risky or not each for itself; initials and e-mail addresses are no compounds."""
    for part in re.finditer(r"[^\-]+", word):
        yield part[0].rstrip("."), start + part.start()


def _risk(word: str, frequency: Frequency, two_sounds: frozenset[str], *, begins: bool, shouts: bool) -> Risk | None:
    plain = word.replace("’", "'").lower()
    if not any(map(str.isalpha, word)) or len(word) == 1:
        return None
    if _MIXED.match(word):
        return Risk.MIXED_FORM
    if _ACRONYM.fullmatch(word) and not shouts:
        return Risk.ACRONYM
    if plain in two_sounds:
        return Risk.TWO_SOUNDS
    return _by_frequency(word, frequency(plain), is_name=word[0].isupper() and not begins)


def _by_frequency(word: str, share: float, *, is_name: bool) -> Risk | None:
    if share >= _RARE:
        return None
    if share > 0:
        return Risk.KNOWN_NAME if is_name else Risk.RARE_WORD
    if not word.isascii():
        return Risk.FOREIGN_LETTERS
    return Risk.UNKNOWN_NAME if is_name else Risk.UNKNOWN_WORD
