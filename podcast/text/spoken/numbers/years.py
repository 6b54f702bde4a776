"""Years: 1984, AD 79, 1914–18, the 1990s, ’68.

    YEARS    # what shows by its form that it is a year
    BARE     # four digits that may be one: a later rule, when units and money have had their word

"In 1500" is a year and "1500 people" are a count. Four digits from 1000 to 2099 without a separator are read as a year,
unless a word before or after them says that something is counted.
"""

import re

from podcast.text.spoken.numbers.grammar import DASH, DIGIT, END, Parts, is_noun, is_plural, last_word, next_word, parts
from podcast.text.spoken.numbers.words import cardinal, plural, two_digits, year
from podcast.text.spoken.rule import Rule, Style

_CUES = frozenset("in since by until till before after during through circa year from of spring summer autumn fall".split())
_COUNTS = frozenset("over some nearly almost exactly only another all these those than least most every another".split())
_NAMES = frozenset("the that this early mid late".split())
_ONE_IN = re.compile(r"(?:[0-9]|one|out) (?:in|of) $")


def _range(match: re.Match[str], style: Style) -> Parts | None:
    first, last = int(match["first"]), match["last"]
    if len(last) == 4:
        said = year(int(last), style)
        if int(last) < first or not _may_be_year(int(last)):
            return None
    elif int(last) <= first % 100:
        return None
    else:
        whole = first // 100 * 100 + int(last)
        said = year(whole, style) if int(last) < 10 else two_digits(int(last))
    return parts(match, first=year(first, style), dash=" to ", last=said)


def _season(match: re.Match[str], style: Style) -> Parts | None:
    """"2023/24"."""
    first, last = int(match["first"]), int(match["last"])
    if last != (first + 1) % 100:
        return None
    return parts(match, first=year(first, style), dash=" ", last=two_digits(last))


def _era(match: re.Match[str], style: Style) -> Parts:
    texts = {name: year(int(match[name]), style) for name in ("first", "last") if match[name]}
    return parts(match, first=texts["first"], dash=" to ", last=texts.get("last", ""))


def _era_first(match: re.Match[str], style: Style) -> Parts:
    return parts(match, first=year(int(match["first"]), style))


def _decade(match: re.Match[str], style: Style) -> str:
    number = int(match["number"])
    return plural(year(number, style) if number > 99 else two_digits(number) if number else "zero")


def _decade_apostrophe(match: re.Match[str], style: Style) -> str | None:
    """"The 1990's" are years, and "1990's best song" is one year's."""
    if last_word(match) not in _NAMES and not match.string[max(match.start() - 4, 0) : match.start()].endswith("mid-"):
        return None
    return None if is_noun(next_word(match)) and last_word(match) != "the" else _decade(match, style)


def _short(match: re.Match[str], _style: Style) -> str:
    return two_digits(int(match["number"]))


def _bare(match: re.Match[str], style: Style) -> str | None:
    number = int(match[0])
    return year(number, style) if _may_be_year(number) and not _is_count(match, number) else None


def _may_be_year(number: int) -> bool:
    return 1000 <= number < 2100


def _is_count(match: re.Match[str], number: int) -> bool:
    before, after = last_word(match), next_word(match)
    if before in _COUNTS:
        return True
    if not is_plural(after):
        return False
    if before in _CUES:
        return _ONE_IN.search(match.string, max(match.start() - 10, 0), match.start()) is not None
    return number < 1900 or (after in _COUNTED and before not in _NAMES)


#: Plurals that are counted rather than dated: "2000 people", but "the 2024 elections", "2019 sales".
_COUNTED = frozenset(
    (
        "people men women children dollars euros pounds years months weeks days hours minutes seconds miles meters metres "
        "kilometers kilometres feet yards acres words pages copies times points steps soldiers students workers jobs "
        "homes houses employees users members patients calories votes seats books items units pieces lives tons tonnes"
    ).split()
)

YEARS = (
    Rule("years", re.compile(rf"(?P<first>{DIGIT}[0-9]{{3}})(?P<dash>{DASH})(?P<last>[0-9]{{4}}|[0-9]{{2}}){END}(?!{DASH}[0-9])"), _range),
    Rule("years", re.compile(rf"(?P<first>{DIGIT}[0-9]{{3}})(?P<dash>/)(?P<last>[0-9]{{2}}){END}(?!/[0-9])"), _season),
    Rule(
        "year",
        re.compile(rf"(?P<first>{DIGIT}[0-9]{{0,3}})(?:(?P<dash>{DASH})(?P<last>[0-9]{{1,4}}))?(?=\s?(?:BCE?|B\.C\.|CE|AD|A\.D\.))"),
        _era,
    ),
    Rule("year", re.compile(rf"(?:AD|A\.D\.)\s(?P<first>[0-9]{{1,4}}){END}"), _era_first),
    Rule("decade", re.compile(rf"(?:['’‘](?=[0-9]0))?(?P<number>(?<!\w)[0-9](?:[0-9]{{2}})?0)s(?!\w)"), _decade),
    Rule("decade", re.compile(rf"(?P<number>{DIGIT}[0-9]{{2}}0)['’]s(?!\w)"), _decade_apostrophe),
    Rule("year", re.compile(rf"['’‘](?<!\w.)(?P<number>0[0-9]){END}"), _short),
)
BARE = (Rule("year", re.compile(rf"{DIGIT}[0-9]{{3}}{END}(?!,[0-9]{{3}}(?![0-9]))"), _bare),)
