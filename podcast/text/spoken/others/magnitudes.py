"""Millions and thousands of money and of what is measured: the sign or the unit stands before or behind the word.

"5 Millionen €"       5 Millionen Euro
"€ 2,5 miljoen"       twee komma vijf miljoen euro
"US$ 3 milhões"       três milhões de dólares
"10 M$"               dix millions de dollars
"3 millions km"        3 millions de kilomètres

Numbers and shortened words ("Mio.", "mln") are what other rules say.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from podcast.text.spoken.currencies import many
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, part


@dataclass(frozen=True, slots=True)
class Magnitudes:
    words: str  # a pattern
    manner: str = ""  # of the number before them
    letters: Mapping[str, str] | None = None  # glued to a sign: "M" of "10 M$", with one and many
    of_nothing: str = "(?!)"  # a pattern of those that count what follows themselves: "mil euros"


_M = "cardinal-masculine"
MAGNITUDES: Mapping[str, Magnitudes] = {
    "de": Magnitudes(r"Millionen?|Milliarden?|Billionen?|Mio\.|Mrd\.|Tausend|tausend|Tsd\.", "cardinal-feminine"),
    "fr": Magnitudes(
        "millions?|milliards?", _M, {"M": "million|millions", "Md": "milliard|milliards", "k": "mille|mille"}, "mille"
    ),
    "es": Magnitudes("millón|millones|mil millones|billón|billones|mil", _M, {"M": "millón|millones"}, "mil"),
    "it": Magnitudes(
        "milione|milioni|miliardo|miliardi|mila|mln|mld",
        _M,
        {"M": "milione|milioni", "Mld": "miliardo|miliardi"},
        "mila",
    ),
    "pt": Magnitudes(
        "milhão|milhões|mil milhões|bilhão|bilhões|trilhão|trilhões|mil", _M, {"M": "milhão|milhões"}, "mil"
    ),
    "nl": Magnitudes(r"miljoen|miljard|biljoen|duizend|mln\.?|mld\.?", "cardinal"),
    "sv": Magnitudes("miljon|miljoner|miljard|miljarder|tusen", "cardinal-reale"),
    "pl": Magnitudes(r"mln|mld|milion|miliony|milionów|miliard|miliardy|miliardów|tysięcy|tys\.", _M),
}
SIGN = r"(?:US\$|EUR|USD|GBP|[€$£])"
_OF_CODES = {"EUR": "€", "USD": "$", "GBP": "£", "US$": "$"}


def sign_of(written: str) -> str:
    """As `money` has it."""
    return _OF_CODES.get(written, written)


Read = Callable[[str, Style, str], str | None]


def magnitudes(code: str, number: str, first: str, read: Read) -> tuple[SpokenRule, ...]:
    """`number` is the pattern of what follows the first digit of one, `first` that of the digit."""
    of = MAGNITUDES.get(code)
    if of is None:
        return ()
    letters = of.letters or {}

    def named(word: str, sign: str) -> str:
        is_free = re.fullmatch(of.of_nothing, word) is not None
        return f"{word} {many(sign_of(sign), code, is_of=not is_free)}"

    def before(match: re.Match[str], style: Style) -> str | None:
        said = read(match["n"], style, of.manner)
        return said and f"{said} {named(match['word'], match['sign'])}"

    def behind(match: re.Match[str], _style: Style) -> str:
        return named(match["word"], match["sign"])

    def glued(match: re.Match[str], style: Style) -> str | None:
        said = read(match["n"], style, of.manner)
        one, more = letters[match["letter"]].split("|")
        return said and f"{said} {named(one if match['n'] == '1' else more, match['sign'])}"

    rules = [
        SpokenRule(
            "currency",
            regex(rf"(?<!\w)(?P<sign>{SIGN})[ \u00a0\u202f]?(?P<n>[0-9]{number})\s(?P<word>{of.words})(?!\w)"),
            before,
            needs=("0123456789", "€$£ED"),
        ),
        SpokenRule(
            "currency",
            regex(rf"(?<!\w)(?P<word>{of.words})(?:\sd[ei])?\s?(?P<sign>[€$£])(?!\w|\s?[0-9])"),
            behind,
            needs=("€$£",),
        ),
    ]
    if letters:
        short = "|".join(sorted(letters, key=len, reverse=True))
        pattern = rf"(?P<n>{first}{number})\s?(?P<letter>{short})\s?(?P<sign>[€$£])(?!\w|\s?[0-9])"
        rules.append(SpokenRule("currency", regex(pattern), glued, needs=("0123456789", "€$£")))
    return tuple(rules)


def measured(names: Mapping[str, str], code: str, of: str) -> SpokenRule:
    """Units behind such words: `names` are their plurals, `of` what joins both."""
    units = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))

    def say(match: re.Match[str], _style: Style) -> list[tuple[str, int, int]]:
        return [part(match, "unit", f"{'' if match['of'] else of}{names[match['unit']]}")]

    pattern = rf"(?<!\w)(?:{MAGNITUDES[code].words})\s(?P<of>d[ei]\s)?(?P<unit>{units})(?![\w²³/°'’])"
    return SpokenRule("measure", regex(pattern), say, needs=("M" if code == "de" else "mt",), searches=True)
