"""Units after a magnitude that is written as a word: 150 million km, 3 million sq ft, 5 million °C."""

import re

from podcast.text.spoken.english.numbers.grammar import rule
from podcast.text.spoken.english.numbers.units import AMBIGUOUS, POWERS, UNITS, local_name
from podcast.text.spoken.rule import Style


def _of_millions(match: re.Match[str], style: Style) -> str | None:
    """As in "150 million km", "3 million sq ft"."""
    sign, power = match["unit"], match["power"] or ""
    square = {"s": "square ", "c": "cubic "}.get((match["square"] or "")[:1], "")
    is_heat = sign[:1] in "°º"
    if not is_heat and (sign not in UNITS or (sign in AMBIGUOUS and not (power or square)) or (power and square)):
        return None
    if is_heat:
        return {"C": "degrees Celsius", "F": "degrees Fahrenheit"}.get(sign[1:], "degrees")
    return square + POWERS[power] + local_name(UNITS[sign][1], style)


_MILLIONS = "|".join(rf"(?<=[0-9]\s{word}\s)" for word in ("thousand", "million", "billion", "trillion"))
UNITS_OF_MILLIONS = (
    rule(
        "unit",
        rf"(?:{_MILLIONS})(?P<square>(?:sq|cu)\.?\s)?(?P<unit>[A-Za-zµμΩ]{{1,5}}|[°º][CF]?)(?P<power>[²³])?(?![\w/])",
        _of_millions,
        "lr",
    ),
)
