"""Units after a magnitude that is written as a word: 150 million km, 3 million sq ft, 5 million °C."""

import re

from podcast.text.spoken.english.numbers.grammar import Parts, parts, rule
from podcast.text.spoken.english.numbers.units import AMBIGUOUS, POWERS, UNITS, local_name
from podcast.text.spoken.rule import Style


def _of_millions(match: re.Match[str], style: Style) -> Parts | None:
    """As in "150 million km", "3 million sq ft"."""
    sign, power = match["unit"], match["power"] or ""
    square = {"s": "square ", "c": "cubic "}.get((match["square"] or "")[:1], "")
    is_heat = sign[:1] in "°º"
    if not is_heat and (sign not in UNITS or (sign in AMBIGUOUS and not (power or square)) or (power and square)):
        return None
    if is_heat:
        said = {"C": "degrees Celsius", "F": "degrees Fahrenheit"}.get(sign[1:], "degrees")
    else:
        said = square + POWERS[power] + local_name(UNITS[sign][1], style)
    return parts(match, measure=said)


def _square(match: re.Match[str], _style: Style) -> str:
    """As in "20 sq miles"."""
    return "square" if match[0].startswith("sq") else "cubic"


_WORDS = ("thousand", "million", "billion", "trillion")
_COUNTED = "|".join(rf"(?<=[0-9]\s{word}\s)" for word in _WORDS)
UNITS_OF_MILLIONS = (
    rule(
        "unit",
        r"(?:sq|cu)(?<!\w..)\.?(?=\s(?:miles?|feet|foot|inch|yards?|(?:kilo|centi)?met(?:er|re)s?)\b)",
        _square,
        "qu",
    ),
    rule(
        "unit",
        rf"(?:{'|'.join(_WORDS)})\s(?:{_COUNTED})(?P<measure>(?P<square>(?:sq|cu)\.?\s)?"
        r"(?P<unit>[A-Za-zµμΩ]{1,5}|[°º][CF]?)(?P<power>[²³])?)(?![\w/])",
        _of_millions,
        "lr",
    ),
)
