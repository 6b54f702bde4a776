"""Roman numerals and typed ordinals beside their nouns, in Spanish, Italian and Portuguese.

    before_nouns("aniversario", "guerra")     # a rule: "la II Guerra", "el XX aniversario"
    numbered("Capítulo|tomo")                 # a rule: "tomo II" is tomo dos
    typed_ordinals("it")                      # a rule: "2° posto", "1a classe", where a keyboard has no º

A Roman numeral before an unknown noun may be a letter or an article ("I ragazzi"), so it stands.
"""

import re
from collections.abc import Callable

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.others.genders import ALONE, GENDERS
from podcast.text.spoken.others.romans import ROMAN
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, part

_Parts = list[tuple[str, int, int]]


def before_nouns(masculine: str, feminine: str, *, apocope: Callable[[str], str] = str) -> SpokenRule:
    """Both are patterns; `apocope` is what a masculine ordinal loses before its noun."""

    def say(match: re.Match[str], style: Style) -> _Parts:
        said = nth(value_of(match["roman"]), style.language, is_feminine=bool(match["feminine"]))
        return [part(match, "roman", said if match["feminine"] else apocope(said))]

    pattern = (
        rf"(?<![\w.])(?P<roman>{ROMAN})(?=\s(?:[^\W\d_]{{4,15}}\s)?(?:(?P<feminine>{feminine})|(?:{masculine}))(?!\w))"
    )
    return SpokenRule("ordinal", regex(pattern), say, needs=("XVI",))


def numbered(names: str, *, is_ordinal: bool = False) -> SpokenRule:
    """`names` is a pattern of what stands before them, and the numeral ends neither with a point nor a letter."""

    def say(match: re.Match[str], style: Style) -> _Parts:
        number = value_of(match["roman"])
        said = nth(number, style.language) if is_ordinal else in_words(number, style.language)
        return [part(match, "roman", said)]

    return SpokenRule("number", regex(rf"(?<!\w)(?:{names})\s(?P<roman>{ROMAN})(?![\w'’])"), say, needs=("XVI",))


def typed_ordinals(code: str) -> SpokenRule:
    """With "°", "o" and "a" for the signs that keyboards lack; the noun's gender must be the same."""

    def say(match: re.Match[str], style: Style) -> _Parts | None:
        noun, is_feminine = match["noun"].lower(), match["ending"] == "a"
        manner = GENDERS[code](noun)
        number = int(match["n"])
        if noun in ALONE[code] or not number or not manner or is_feminine != (manner == "cardinal-feminine"):
            return None
        said = nth(number, style.language, is_feminine=is_feminine)
        said = said.removesuffix("o") if code == "es" and said.endswith(("primero", "tercero")) else said
        return [(said, match.start("n"), match.end("ending"))]

    pattern = r"(?<![\w.,:/-])(?P<n>[0-9]{1,3})\.?(?P<ending>[°oa])(?=\s(?P<noun>[a-zà-ÿA-Z][a-zà-ÿ]{2,}))"
    return SpokenRule("ordinal", regex(pattern), say, needs=("0123456789", "°oa"))
