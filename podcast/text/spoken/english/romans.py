"""Roman numerals, where a word beside them says that they are numerals; those of rulers are in rulers.py.

World War II; Rocky IV     World War Two; Rocky Four
the XIX century; p. xii    the nineteenth century; page twelve
I, MIX, Malcolm X          as they stand
"""

import re

from podcast.text.spoken.english.commonwords import COMMON
from podcast.text.spoken.english.context import is_name, word_after, word_before
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, _Said, part
from podcast.text.wordlist import each

_ONES = each("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
""")
_TENS = each("_ ten twenty thirty forty fifty sixty seventy eighty ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_IRREGULAR |= {"twelve": "twelfth"}

#: What is counted by a numeral after it; the first ones also where they are written small.
_REFERENCES = frozenset(
    each("""
    part parts chapter chapters act acts scene scenes book books volume volumes vol vols section sections article
    articles page pages p pp figure figures fig table tables verse line bk pt pts ch chap sec sect sc type phase stage
    class grade level tier appendix note notes plate nerve nerves factor group zone category
    """)
)
COUNTED = _REFERENCES | frozenset(
    each("""
    war wars bowl title canto episode season apollo rocky rambo fantasy schedule annex symphony sonata concerto opus
    op gta wrestlemania category zone division group factor nerve basel zelda halo tekken mark division corps quest
    warcraft civilization diablo shrek saw halloween godfather alien terminator vatican gemini olympiad saturn mach
    trek creed theorem lemma proposition definition axiom wave amendment rule col map unit module lesson lecture
    sonnet psalm protocol
    """)
)
#: After these "Henry I" is a king; after others, as in "To Henry I would", it is who speaks.
_AFTER_FIRST = frozenset(each("of was is died ruled reigned became who and in begins ends opens"))
#: Treaties, which in small letters are other words.
_IN_CAPITALS = frozenset(each("START SALT"))
#: What there are kinds of, each with its numeral: "Class I railroads".
_OF_KIND = frozenset(
    each("""
    error diabetes diabetic railroad railway collagen interferon supernova supernovae reaction hypersensitivity
    trial study drug substance offense offence misdemeanor felony license licence school football hockey basketball
    athlete program listed building element metal fiber fibre muscle civilization civilisation milestone violation
    injury fracture cell receptor obesity cancer tumor tumour superconductor landfill carcinogen intron restriction
    topoisomerase survivor antigen
    """)
)
_LONGEST_HEADING = 60  # characters
_LIST_REACH = 500  # characters from (i) to (ii)
_NO_VERBS = frozenset(
    each(
        "guess confess miss pass press discuss possess always perhaps sometimes besides thus across as this afterwards"
    )
)
_CLOSES = ".,;:!?)]–—’'”-"


def cardinal(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def ordinal(number: int) -> str:
    tens, hyphen, last = cardinal(number).rpartition("-")
    regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return tens + hyphen + _IRREGULAR.get(last, regular)


def title(words: str) -> str:
    return "-".join(word.capitalize() for word in words.split("-"))


def may_be_first(match: re.Match[str], at: int) -> bool:
    """Whether an "I" before an index is a numeral: one that speaks is followed by what it does."""
    after, word = match.string[at : at + 1], match[1]
    follows = word_after(match.string, at)
    does = follows in _AFTER_FIRST or (follows.islower() and follows.endswith("s") and follows not in _NO_VERBS)
    return not after or after in _CLOSES or (word[0].isupper() and does)


def _counted(match: re.Match[str], _style: Style) -> _Said:
    word, numerals = match[1].lower(), [match[2], *([match[4]] if match[4] else [])]
    is_known = word in (COUNTED if match[1][0].isupper() and match[2].isupper() else _REFERENCES)
    is_known = is_known or match[1] in _IN_CAPITALS
    if not is_known or not all(map(value_of, numerals)) or match[2] in ("L", "l"):
        return None
    is_sure = match[4] or word in ("war", "wars") or match[1] in _IN_CAPITALS or _is_of_kind(match)
    if value_of(match[2]) == 1 and not (is_sure or may_be_first(match, match.end(2))):
        return None
    first, *more = (cardinal(value_of(one)) if one.islower() else title(cardinal(value_of(one))) for one in numerals)
    between = [part(match, 3, " to ")] if match[3] and match[3].strip() in ("-", "–", "—") else []
    return [part(match, 2, first), *between, *(part(match, 4, said) for said in more)]


def _is_of_kind(match: re.Match[str]) -> bool:
    """As in "a Type I error", where no "I" speaks."""
    return word_after(match.string, match.end(2)).removesuffix("s") in _OF_KIND


def _mark(match: re.Match[str], _style: Style) -> _Said:
    """As in "Mk. IX"."""
    number = value_of(match[2])
    return [part(match, 1, "Mark "), part(match, 2, title(cardinal(number)))] if number else None


def _century(match: re.Match[str], _style: Style) -> str | None:
    number = value_of(match[1])
    return ordinal(number) if number else None


def _force(match: re.Match[str], _style: Style) -> str | None:
    """As in "the XVIII Airborne Corps"; an "I" alone is rather the one who speaks."""
    number = value_of(match[1])
    is_force = number > 1 or match.string.startswith(" Corps", match.end())
    return title(ordinal(number)) if number and is_force else None


def _named(match: re.Match[str], _style: Style) -> str | None:
    """Of a name that no list has, as in "Keck II", or of a heading: engines say "Roman two"."""
    text, number = match.string, value_of(match[1])
    before, follows = word_before(text, match.start()), word_after(text, match.end())
    if not number or (before and not (is_name(before) and before[1:2].islower())) or follows in _OF_IV:
        return None
    if match[1] == "IV" and before.lower() in COMMON and _begins(text, match.start() - len(before) - 1):
        return None  # "Start IV now."
    return title(cardinal(number)) if before or match[2] or match.span() == (0, len(text)) else None


def _begins(text: str, at: int) -> bool:
    """Whether nothing stands before an index; a few characters are looked at, as context.py does."""
    return not text[max(at - 32, 0) : max(at, 0)].strip()


def _heading(match: re.Match[str], _style: Style) -> _Said:
    """As in "IV.", "V. Conclusion"; but "I. Asimov wrote it." is a sentence, and so is "MIX it."."""
    number, rest = value_of(match[1]), match.string[match.end() :].strip()
    if not number or rest[-1:] in (".", "!", ",", ";") or len(rest) > _LONGEST_HEADING:
        return None
    return [part(match, 1, title(cardinal(number)))]


def _volume(match: re.Match[str], _style: Style) -> str | None:
    """Of a journal, as in "XXIII, No. 4"."""
    number = value_of(match[1])
    return title(cardinal(number)) if number else None


def _listed(match: re.Match[str], _style: Style) -> _Said:
    """(ii), and (i) where there is (ii)."""
    number = value_of(match[1])
    around = slice(max(match.start() - _LIST_REACH, 0), match.end() + _LIST_REACH)
    is_list = len(match[1]) > 1 or "(ii)" in match.string[around]
    return [part(match, 1, cardinal(number))] if number and is_list else None


_FORCES = "Corps|Legion|Olympiad|Olympics?|Winter Olympics?|Summer Olympics?"
_OF_IV = frozenset(
    each("drip drips line lines drug drugs fluid fluids bag therapy use users needle needles antibiotics")
)
_MORE = r"(?:(\s?[-–—]\s?|,?\s(?:and|to|or|&)\s)({0})\b)?"
_ANY = "[IVXL]{1,8}|[ivxl]{1,8}"

ROMANS = (
    SpokenRule("Roman numeral", regex(r"\b(M[Kk]\.?\s?)([IVX]{1,5})\b(?![-\w])"), _mark),
    SpokenRule("Roman numeral", regex(r"\A([IVXL]{1,8})[.:)](?=\s[A-Z“\"]|\s*\Z)"), _heading, searches=True),
    SpokenRule(
        "Roman numeral",
        regex(rf"\b([^\W\d_]{{1,14}})\.?\s({_ANY})\b(?![.’'-](?!s\b)\w){_MORE.format(_ANY)}"),
        _counted,
        searches=True,
    ),
    SpokenRule("Roman numeral", regex(r"\b([IVX]{1,6})(?:th|st|nd|rd)?(?=[-–\s][Cc]entur(?:y|ies)\b)"), _century),
    SpokenRule("Roman numeral", regex(rf"\b([IVXL]{{1,8}})(?=\s(?:[A-Z][a-z]+\s)?(?:{_FORCES})\b)"), _force),
    SpokenRule("Roman numeral", regex(r"(?<=, )([IVXL]{1,8})(?=,\s[Nn]os?\.\s?\d)"), _volume),
    SpokenRule("Roman numeral", regex(r"\(([ivx]{1,5})\)"), _listed),
    SpokenRule(
        "Roman numeral", regex(r"(?:(?<=[a-z]\s)|\A)([IVX]{2,7})\b(?![-\w/&]|[.’'](?!s\b)\w)(?=(\.\s)?)"), _named
    ),
)
