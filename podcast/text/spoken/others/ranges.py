"""From one number to a higher one, scores and seasons, in other languages than English.

"1939 – 1945"          neunzehnhundert neununddreißig bis neunzehnhundert fünfundvierzig
"1914–18"              neunzehnhundert vierzehn bis achtzehn
"10–15 €"              dix à quinze euros
"pages 12-15"          pages douze à quinze
"ganó 3-2"             ganó tres a dos
"2019/20"              zweitausend neunzehn zwanzig

A hyphen is one of a range between years, behind a word as "pages", and before a noun; else it stands.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from podcast.text.spoken.currencies import money
from podcast.text.spoken.languages import LANGUAGES
from podcast.text.spoken.others.genders import ALONE
from podcast.text.spoken.others.numbers import DIGITS, FIRST, NAMED, amount, manner_of_noun, read, words, year
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, part

_Parts = list[tuple[str, int, int]]

_GAP = "(?>[ \u00a0\u2009\u202f]?)"
_ENDS = r"(?!\w)(?![.,:/–-][0-9])(?!\s[–-]\s[0-9])(?!\.?[ºª])"
_YEAR = r"(?<=[12])[0-9]{3}"  # behind its first digit
_WORD_BEFORE = regex(r"([^\W\d_]{1,15}(?:'s)?)\s$")
_NOUN = regex(r"\s(?P<noun>[^\W\d_]{3,})")
_LOOK_BACK, _LOOK_BACK_FOR_SPORT = 20, 60
_FIRST_WITHOUT_SCORES = 10

#: Where teams play; what is said between the numbers.
_SPORT: Mapping[str, tuple[str, str]] = {
    "fr": (r"batt?|gagn|remport|perd|impos|inclin|score|victoire|défaite|match|nul|mèn|men[éa]", " à "),
    "es": (r"gan[óaeó]|venc|perd|empat|derrot|marcador|resultado|victoria|gole|impus|partido", " a "),
    "it": (r"vin[tsc]|vitt|pers|pareg|batt|risultat|sconf|punteggio|partita|impos", " a "),
    "pt": (r"venc|perd|empat|ganh|derrot|placar|resultad|gole|vitória|jogo", " a "),
    "nl": (r"won|wint|winn|verl|gelijk|stand|versl|uitslag|zege", " "),
    "sv": (r"vann|vinn|förl|slog|seger|besegr|resultat|oavgjort|led", " "),
}


@lru_cache(maxsize=32)
def ranges(language: str) -> tuple[SpokenRule, ...]:
    """`language` is BCP 47, lower case."""
    code = language.partition("-")[0]
    known = LANGUAGES.get(code)
    if known is None:
        return ()
    plain = amount(known.thousands)
    made = (
        ("range", rf"(?P<n>{FIRST}{plain})(?P<dash>{_GAP}–{_GAP}| - |-)(?P<high>[0-9]{plain}){_ENDS}(?!\s?[€$£])"),
        ("range", rf"(?P<n>{FIRST}{plain})(?P<dash>{_GAP}[–-]{_GAP})(?P<high>[0-9]{plain})\s?(?P<sign>[€$£])(?!\w)"),
        (
            "range",
            rf"(?<!\w)(?P<sign>[€$£])\s?(?P<n>[0-9]{plain})(?P<dash>{_GAP}[–-]{_GAP})(?P<high>[0-9]{plain}){_ENDS}",
        ),
        ("range", rf"(?P<n>{FIRST}{_YEAR})(?P<dash>[–-])(?P<high>[0-9]{_YEAR}|[0-9]{{2}}){_ENDS}"),
        ("score", rf"(?P<n>{FIRST}[0-9]?)(?P<dash>{_GAP}[–x-]{_GAP})(?P<high>[0-9]{{1,2}}){_ENDS}"),
    )
    says = (_range, _amounts, _amounts, _years, _score)
    signs = ("–-", "–-", "–-", "–-", "–x-")
    rules = [
        SpokenRule(name, regex(pattern), say, needs=(DIGITS, needed))
        for (name, pattern), say, needed in zip(made, says, signs, strict=True)
    ]
    season = rf"(?P<n>{FIRST}{_YEAR})/(?P<high>[0-9]{{4}}|[0-9]{{2}})(?![\w/]|[.,-][0-9])"
    return (*rules, SpokenRule("season", regex(season), _season, needs=(DIGITS, "/")))


def _range(match: re.Match[str], style: Style) -> _Parts | None:
    to = LANGUAGES[style.language.partition("-")[0]].to
    low, high = match["n"], match["high"]
    if not to or not _rises(low, high) or (match["dash"] == "-" and not _is_hyphen_of_range(match, style)):
        return None
    manner = manner_of_noun(match, style)
    return _said(match, _year_or_number(low, style, manner), to, _year_or_number(high, style, manner))


def _said(match: re.Match[str], low: str | None, to: str, high: str | None) -> _Parts | None:
    if low is None or high is None:
        return None
    return [part(match, "n", low), part(match, "dash", f" {to} "), part(match, "high", high)]


def _is_hyphen_of_range(match: re.Match[str], style: Style) -> bool:
    text, start = match.string, match.start()
    before = _WORD_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    if before and before[1].lower() in NAMED:
        return True
    code = style.language.partition("-")[0]
    noun = _NOUN.match(text, match.end())
    if noun is None or noun["noun"].lower() in ALONE.get(code, ()) or (noun["noun"][0].isupper() and code != "de"):
        return False
    return _SPORT.get(code, ("", "to"))[1] != " " or _count(match["high"]) >= _FIRST_WITHOUT_SCORES


def _years(match: re.Match[str], style: Style) -> _Parts | None:
    """As in "1939-1945", and "1914–18", which ends in 1918."""
    to = LANGUAGES[style.language.partition("-")[0]].to
    low, high = match["n"], match["high"]
    if not to or (low[2:] >= high if len(high) == len("18") else low >= high):
        return None
    return _said(match, year(int(low), style), to, year(int(high), style))


def _rises(low: str, high: str) -> bool:
    """Whether it is a range: "3–2" is a score."""
    if len(low) == len("1914") and low.isdigit() and len(high) == len("18") and low[0] in "12":
        return False
    return _count(low) < _count(high) or (_count(low) == _count(high) and "," in low + high)


def _count(written: str) -> int:
    return int("".join(filter(str.isdigit, written.partition(",")[0])))


def _year_or_number(written: str, style: Style, manner: str) -> str | None:
    language = LANGUAGES[style.language.partition("-")[0]]
    if language.has_hundreds_in_years and len(written) == len("1984") and written.isdigit() and written < "2000":
        return year(int(written), style)
    return read(written, style, manner)


def _amounts(match: re.Match[str], style: Style) -> str | None:
    code = style.language.partition("-")[0]
    to, low, high = LANGUAGES[code].to, match["n"], match["high"]
    whole, _, cents = high.partition(",")
    if not to or not _rises(low, high) or len(cents) not in (0, 2):
        return None
    dear = money(Decimal(f"{_count(whole)}.{cents or '00'}"), match["sign"], style.language)
    cheap = read(low, style, "cardinal-feminine" if match["sign"] == "£" and code in ALONE else "")
    return dear and cheap and f"{cheap} {to} {dear}"


def _score(match: re.Match[str], style: Style) -> str | None:
    sport, to = _SPORT.get(style.language.partition("-")[0], ("(?!)", ""))
    start = match.start()
    before = match.string[max(0, start - _LOOK_BACK_FOR_SPORT) : start]
    if match["dash"].strip() != "x" and not re.search(rf"\b(?:{sport})", before, re.IGNORECASE):
        return None
    if match["dash"].strip() == "x" and not style.language.startswith("pt"):
        return None
    return f"{words(int(match['n']), style)}{to}{words(int(match['high']), style)}"


def _season(match: re.Match[str], style: Style) -> str | None:
    """A year and the next one."""
    first, high = int(match["n"]), match["high"]
    if str(first + 1)[-len(high) :] != high or LANGUAGES[style.language.partition("-")[0]].has_cases:
        return None
    return f"{year(first, style)} {year(first + 1, style) if high[0] == '0' else year(int(high), style)}"
