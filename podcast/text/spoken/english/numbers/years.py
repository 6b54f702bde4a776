"""Years: 1984, AD 79, 1914–18, the 1990s, ’68.

    YEARS    # what shows by its form that it is a year
    BARE     # four digits that may be one: a later rule, when units and money have had their word

"In 1500" is a year and "1500 people" are a count. Four digits from 1000 to 2099 without a separator are read as a year,
unless a word before or after them says that something is counted.
"""

import re

from podcast.text.spoken.english.numbers.grammar import (
    AMOUNT,
    DASH,
    DIGIT,
    END,
    NEXT_AMOUNT,
    Parts,
    is_noun,
    is_plural,
    joint,
    last_word,
    next_word,
    parts,
    rule,
)
from podcast.text.spoken.english.numbers.words import amount, plural, two_digits, year
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_CUES = frozenset(
    "in since by until till before after during through circa year from spring summer autumn fall".split()
)
_SURE_CUES = frozenset("by until till since year".split())
_COUNTS = frozenset(
    "over some nearly almost exactly only another all these those than least most every another".split()
)
_NAMES = frozenset("the that this early mid late".split())
_WHOSE = frozenset("his her their my our your".split())
_ONE_IN = regex(r"(?:[0-9]|one|out) (?:in|of) $")


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
    return parts(match, first=year(first, style), dash=joint(match), last=said)


def _season(match: re.Match[str], style: Style) -> Parts | None:
    """As in "2023/24"."""
    first, last = int(match["first"]), int(match["last"])
    if last not in ((first + 1) % 100, first + 1):
        return None
    return parts(match, first=year(first, style), dash=" ", last=two_digits(last) if last < 100 else year(last, style))


def _era(match: re.Match[str], style: Style) -> Parts:
    texts = {name: _era_year(match[name], style) for name in ("first", "last") if match[name]}
    return parts(match, first=texts["first"], dash=" to ", last=texts.get("last", ""))


def _from_era(match: re.Match[str], _style: Style) -> str | None:
    """As in "27 BC–AD 14"."""
    head = match.string[max(match.start() - 8, 0) : match.start()]
    return " to " if _AFTER_ERA.search(head) else None


def _era_year(written: str, style: Style) -> str:
    return year(int(written), style) if written.isdigit() and len(written) < 5 else amount(written, style)


def _era_first(match: re.Match[str], style: Style) -> Parts:
    return parts(match, first=_era_year(match["first"], style))


def _decade(match: re.Match[str], style: Style) -> str:
    number = int(match["number"]) or 2000  # "the ’00s"
    if number % 1000 == 0 and next_word(match) == "of":
        return "thousands"
    return plural(year(number, style) if number > 99 else two_digits(number))


def _decade_apostrophe(match: re.Match[str], style: Style) -> str | None:
    """In "the 1990's" it is ten years, in "1990's best song" one."""
    if (
        not match["number"].endswith("00")
        and last_word(match) not in _NAMES
        and not match.string[max(match.start() - 4, 0) : match.start()].endswith("mid-")
    ):
        return None
    return None if is_noun(next_word(match)) and last_word(match) != "the" else _decade(match, style)


def _decade_of_two(match: re.Match[str], style: Style) -> str | None:
    """As in "the '60's"; "60's" alone may be anything."""
    is_short = match[0][0] in "'’‘" or last_word(match) in _NAMES | _WHOSE
    return _decade(match, style) if is_short else None


def _short(match: re.Match[str], _style: Style) -> str:
    return two_digits(int(match["number"]))


def _bare(match: re.Match[str], style: Style) -> str | None:
    number = int(match[0])
    if _may_be_year(number):
        return None if _is_count(match, number) else year(number, style)
    return year(number, style) if number < 3000 and last_word(match) in _SURE_CUES else None


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
    return after in _COUNTED and before not in _NAMES if number % 10 or number >= 1900 else True


#: Plurals that are counted rather than dated: "2000 people", but "the 2024 elections", "2019 sales".
_COUNTED = frozenset(
    (
        "people men women children dollars euros pounds years months weeks days hours minutes seconds miles meters "
        "metres kilometers kilometres feet yards acres words pages copies times points steps soldiers students "
        "workers jobs homes houses employees users members fans followers subscribers visitors viewers readers guests "
        "passengers refugees prisoners migrants participants casualties deaths victims survivors ships trees birds "
        "patients calories votes seats books items units pieces lives tons tonnes"
    ).split()
)

_ERA = r"(?:BCE?|CE|AD)\b|(?:B\.C\.|A\.D\.)"
_AFTER_ERA = regex(r"\b(?:BCE?|CE|AD|B\.C\.(?:E\.)?|C\.E\.|A\.D\.)$")
ERAS = (
    rule("range", r"\s?[-–—]\s?(?=(?:(?:AD|A\.D\.)\s)?[0-9])", _from_era, "-–—", "BAC"),
    rule(
        "year",
        rf"(?P<first>{AMOUNT})(?:(?P<dash>\s?{DASH}\s?)(?P<last>[0-9]{{1,4}}))?(?=\s?(?:{_ERA}))",
        _era,
        "BAC",
    ),
    rule("year", rf"(?:AD|A\.D\.)\s(?P<first>{NEXT_AMOUNT}){END}", _era_first, "D"),
)
_FOUR = rf"(?P<first>{DIGIT}[0-9]{{3}})"
YEARS = (
    rule("years", rf"{_FOUR}(?P<dash>{DASH})(?P<last>[0-9]{{4}}|[0-9]{{2}}){END}(?!{DASH}[0-9])", _range, "-–—"),
    rule("years", rf"{_FOUR}(?P<dash>/)(?P<last>[0-9]{{4}}|[0-9]{{2}}){END}(?!/[0-9])", _season, "/"),
    rule("decade", r"(?:['’‘](?=[0-9]0))?(?P<number>(?<!\w)[0-9](?:[0-9]{2})?0)s(?!\w)", _decade, "s"),
    rule("decade", rf"(?P<number>{DIGIT}[0-9]{{2}}0)['’]s(?!\w)", _decade_apostrophe, "'’"),
    rule("decade", r"(?:['’‘](?<!\w.))?(?P<number>(?<![\w.,-])[2-9]0)['’]s(?!\w)", _decade_of_two, "'’"),
    rule("year", rf"['’‘](?<!\w.)(?P<number>[0-9]{{2}}){END}", _short, "'’‘"),
)
BARE = (rule("year", rf"{DIGIT}[0-9]{{3}}{END}(?!,[0-9]{{3}}(?![0-9]))", _bare),)
