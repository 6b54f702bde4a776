"""Numbers in words in other languages than English: what Unicode's CLDR writes down of each.

    in_words(21, "es")                         # "veintiuno"
    in_words(21, "es", "cardinal-feminine")    # "veintiuna"
    in_words(71, "fr-be")                      # "septante-et-un"
    nth(3, "it", is_feminine=True)             # "terza"

Unicode's rules say for each language how a number is put together, and unicode-rbnf follows them. What engines read
otherwise than it is meant is written otherwise here.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

#: "pt" alone is Brazil's in CLDR; for engines, and here, it is Portugal's.
_AT_HOME = {"pt": "pt_PT", "pt-br": "pt"}
_REGIONAL = ("fr-be", "fr-ch", "de-ch")  # whose rules differ from the language's

#: Of the rules for ordinals, where a language has none for genders, or not these.
_ORDINAL_ENDINGS = {"nl": "", "de": "", "sv": "-neuter"}

#: "een" alone is the article in Dutch.
_DUTCH_ONE = re.compile(r"een(?!en)")

#: Thousands are of what is counted, too: "doscientas mil personas".
_MASCULINE_THOUSANDS = re.compile(r"\b(\w+ient)os(?=(?: \w+){0,3} mil\b)")
_MILLION = 1_000_000


def in_words(number: int, language: str, manner: str = "") -> str:
    """`language` is BCP 47, lower case. `manner` names a set of CLDR's rules for it; none: as one counts."""
    engine = _engine(_locale(language))
    code = language.partition("-")[0]
    rules = f"spellout-{manner}" if manner else "spellout-cardinal" if code == "nl" else "spellout-numbering"
    [words] = engine.format_number(number, ruleset_names=[rules]).text_by_ruleset.values()
    if code == "nl":
        return re.sub(_DUTCH_ONE, "één", words)
    if code == "es" and manner == "cardinal-feminine" and number < _MILLION:
        return re.sub(_MASCULINE_THOUSANDS, r"\1as", words)
    # Where three of one letter would meet, Swedish writes two.
    return words.replace("ettusen", "etttusen") if code == "sv" else words


def nth(number: int, language: str, *, is_feminine: bool = False) -> str:
    """As "tercera": an ordinal that stands alone."""
    ending = _ORDINAL_ENDINGS.get(language.partition("-")[0], "-feminine" if is_feminine else "-masculine")
    engine, rules = _engine(_locale(language)), f"spellout-ordinal{ending}"
    [words] = engine.format_number(number, ruleset_names=[rules]).text_by_ruleset.values()
    return words


def _locale(language: str) -> str:
    code, _, region = language.partition("-")
    at_home = _AT_HOME.get(language) or _AT_HOME.get(code)
    return at_home or (f"{code}_{region.upper()}" if language in _REGIONAL else code)


@lru_cache(maxsize=16)
def _engine(locale: str) -> "RbnfEngine":
    from unicode_rbnf import RbnfEngine

    return RbnfEngine.for_language(locale)
