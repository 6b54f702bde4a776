"""Roman numerals of kings and centuries, as several languages have them.

kings("Willem|Karel", lambda match, style: …)       # a rule for "Willem III"; its groups are `name` and `roman`
"""

import re
from collections.abc import Collection

from podcast.text.spoken.numerals import in_words, nth
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import Say, SpokenRule, Style, part

#: To be put into a pattern; up to 39, for there are no more centuries and kings.
ROMAN = r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})"
_LAST_ORDINAL = 10


def kings(names: str, say: Say) -> SpokenRule:
    """`names` is a pattern."""
    pattern = rf"(?<!\w)(?P<name>{names})\s(?P<roman>{ROMAN})(?!\w)"
    return SpokenRule("regnal number", regex(pattern), say, needs=("XVI",))


def ordinal_up_to_ten(match: re.Match[str], style: Style, queens: Collection[str]) -> list[tuple[str, int, int]]:
    """In Spanish and Portuguese: "Felipe segundo", "siglo veintiuno". From eleven on they are cardinals."""
    said: list[tuple[str, int, int]] = []
    for group in [one for one in ("roman", "second") if match.groupdict().get(one)]:
        number = value_of(match[group])
        last = max(value_of(match[one]) for one in ("roman", "second") if match.groupdict().get(one))
        is_ordinal = number <= _LAST_ORDINAL and (last <= _LAST_ORDINAL or not match["dash"])
        is_feminine = match["name"] in queens
        words = nth(number, style.language, is_feminine=is_feminine) if is_ordinal else in_words(number, style.language)
        if said and match["dash"]:
            said.append(part(match, "dash", " a "))
        said.append(part(match, group, words))
    return said
