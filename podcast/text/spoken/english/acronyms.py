"""Acronyms: the letters of those that are spelled, the words of those that are said.

    NATO and the EU's CEOs    NATO and the E-U's C-E-O's
    US troops; JOIN US        U.S troops; join us

In a text that shouts, US, IT and WHO are pronouns; elsewhere they are a country, a trade and an organisation.
"""

import re

from podcast.text.spoken.english.acronymlist import RESPELLED, SPELLED
from podcast.text.spoken.english.commonwords import COMMON
from podcast.text.spoken.english.context import any_of, table, word_after, word_before
from podcast.text.spoken.english.letters import spelled
from podcast.text.spoken.english.shouting import is_shouted
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style
from podcast.text.wordlist import each

#: In a text that shouts these are words.
_OTHER_WORDS = frozenset(each("US ID MA PA IRA ADA VAT SAT")) | SPELLED.intersection(map(str.upper, COMMON))
_AFTER_ARTICLE = frozenset(each("THE A AN"))
_OF_RADIO = frozenset(each("radio band station stations broadcast"))
_BESIDE_NUMBERS = frozenset(each("AD AM"))
_TRADE_BEFORE = frozenset(each("DEPARTMENT SUPPORT SECURITY SECTOR STAFF SYSTEMS SERVICES INDUSTRY"))
_BEFORE_ORGANISATION = frozenset(each("the by of from with at to and for via under a"))
_ASKED = frozenset(
    each("did is was are were will would can could does do has had should might may cares knows wants else")
)
_NUMERALS = table("""
    WWI = World War One
    WW1 = World War One
    WW I = World War One
    WWII = World War Two
    WW2 = World War Two
    WW II = World War Two
""")


def _acronym(match: re.Match[str], _style: Style) -> str | None:
    letters, suffix = match[1], match[2] or ""
    if letters in _BESIDE_NUMBERS and _is_beside_number(match):
        return spelled(letters, follows=match.string[match.end() : match.end() + 1])
    if letters in RESPELLED:
        return RESPELLED[letters] + suffix.replace("s", "'s" if len(suffix) == 1 else "s")
    if letters not in SPELLED and not (_LETTERS_ONLY.match(letters) and letters.lower() not in COMMON):
        return None
    if letters in _OTHER_WORDS and _is_a_word(match):
        return letters.lower() + suffix
    said = suffix if len(suffix) > 1 else suffix and "'s"
    return spelled(letters, said, match.string[match.end() : match.end() + 1])


def _is_beside_number(match: re.Match[str]) -> bool:
    before, after = word_before(match.string, match.start()), word_after(match.string, match.end())
    return before[-1:].isdigit() or after[:1].isdigit() or (match[1] == "AM" and after in _OF_RADIO)


def _is_a_word(match: re.Match[str]) -> bool:
    before, after = word_before(match.string, match.start()), word_after(match.string, match.end())
    is_known = before.upper() in _AFTER_ARTICLE or match.string[match.end() : match.end() + 1] == "-" or match[2]
    if (
        is_known
        or (match[1] == "IT" and after in _TRADE_BEFORE)
        or (match[1] == "US" and (before.endswith(".") or not before.isupper()))
    ):
        return False
    if match[1] == "WHO" and (before.islower() or after in _ASKED):
        return before not in _BEFORE_ORGANISATION
    return is_shouted(match.string, match.start(), match.end())


def _mixed(match: re.Match[str], _style: Style) -> str:
    return RESPELLED[match[1]] + ("'s" if match[2] else "")


#: A vowel and consonants with which no word ends, as in UCSD: engines say "uksd".
_LETTERS_ONLY = regex(
    r"[AEIOU](?!(?:BB|C[HKT]|DD|FF|FT|GG|L[BDFKLMPT]|M[BP]|N[CDKNTX]|P[HT]|R[BCDFGKLMNPRTV]|S[CHKMPT]|T[CHTZ]|W[LN])\Z)"
    r"[BCDFGHJKLMNPQRSTVWXZ]{1,2}[BCDFGJKLMNPQRTVWXZ]\Z"
)
_MIXED = frozenset(written for written in RESPELLED if not written.isupper())

ACRONYMS = (
    SpokenRule("acronym", regex(rf"\b({any_of(_NUMERALS)})\b"), lambda match, _style: _NUMERALS[match[1]]),
    SpokenRule("acronym", regex(rf"\b({any_of(_MIXED)})([’']?s)?\b"), _mixed),
    SpokenRule("acronym", regex(r"(?<![\w.])([A-Z]{2,7})([’']?s)?\b(?![’'][A-Z])"), _acronym),
)
