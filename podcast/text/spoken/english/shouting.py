"""Capitals that are no acronym's: headings and emphasis.

    THE END               the end
    I said NO to NATO     I said no to NATO
    DON'T PANIC           don't panic

An engine may spell what is all capitals, so words become small. Known acronyms stay, and so do unknown ones: short, or
not to be pronounced.
"""

import re
from bisect import bisect
from functools import lru_cache

from podcast.text.spoken.english.acronymlist import SPELLED, WORDS
from podcast.text.spoken.english.commonwords import COMMON
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_CAPITALS = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_CAPITALS}]{{2,30}}(?:[’'][{_CAPITALS}]{{1,6}})?"
_BETWEEN = '[-–—,;:!?&“”"’ ]{1,3}'
_RUN = regex(rf"(?<![\w.])(?:{_WORD}|[IA])\b(?>(?:{_BETWEEN}(?:{_WORD}|[IA])\b)+)")
_WORDS = regex(rf"\b{_WORD}")
_VOWEL = regex("[AEIOUYÀ-ÖØ-Ý]")
#: Consonants with which no English word begins or ends: UCSD and LDAP are no words, WORLD and SCHOOL are.
_UNSAYABLE = regex(
    r"^[^AEIOUYÀ-ÖØ-Ý]{3}(?<!SCH)(?<!STR)(?<!SCR)(?<!SPR)(?<!THR)(?<!SPL)(?<!CHR)(?<!PHR)(?<!SHR)(?<!SPH)(?<!SQU)"
    r"|^(?:[BCFGKPV][^AEIOUYÀ-ÖØ-ÝLRHNST]|[DJLMNRXZ][^AEIOUYÀ-ÖØ-ÝRWJH]|H[^AEIOUYÀ-ÖØ-Ý]|T[BCDFGJKLMNPQVX])"
    r"|[AEIOUY](?:[BCDFGHJKMPQSTVWXZ]{2}[BCDFGJPQVX]|[BCDFGJKPQTVX]S[BCDFGJLMNPQRVXZ])$"
)
_CROWD = regex(r"[^AEIOUYÀ-ÖØ-Ý’']{4}(?<!NGTH)(?<!GHTH)(?<!RMTH)(?<!GHTS)(?<!NTHS)(?<!DTHS)(?<!PTHS)(?<!RSTS)(?<!RLDS)")
_CROWDED = regex(r"[^AEIOUYÀ-ÖØ-Ý’']{6}")
_SURE = 6  # letters; a shorter word may be an acronym that nobody told us of


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals stands in a row with others, one of which is no acronym."""
    runs = _runs(text)
    at = bisect(runs, start, key=lambda run: run[0]) - 1
    if at < 0 or runs[at][1] < end:
        return False
    return runs[at][2] > _is_word(text[start:end])


@lru_cache(maxsize=1)
def _runs(text: str) -> list[tuple[int, int, int]]:
    """Where words in capitals stand beside each other, and how many of them are no acronyms."""
    return [(*run.span(), sum(map(_is_word, _WORDS.findall(run[0])))) for run in _RUN.finditer(text)]


def _is_word(written: str) -> bool:
    """Whether what is written in capitals could be a word of the language, and is no acronym."""
    if written.lower() in COMMON or any(apostrophe in written for apostrophe in "’'"):
        return True
    return written not in SPELLED and written not in WORDS and len(written) > 2 and is_sayable(written)


def is_sayable(written: str) -> bool:
    """Many consonants in a row are in words like BACKGROUND; in short ones they are letters."""
    crowd = _CROWD if len(written) <= _SURE else _CROWDED
    return bool(_VOWEL.search(written)) and not _UNSAYABLE.search(written) and not crowd.search(written)


def _small(match: re.Match[str], _style: Style) -> str | None:
    written = match[0]
    if written.lower() in COMMON:
        return written.lower()
    if not _is_word(written) or any(letter.isdigit() for letter in written):
        return None
    is_sure = len(written) >= _SURE or is_shouted(match.string, match.start(), match.end())
    return written.lower() if is_sure else None


SHOUTING = (SpokenRule("capitals", regex(rf"(?<![\w.])(?<!\w[’'])(?:{_WORD})\b(?![’'.]\w)"), _small),)
