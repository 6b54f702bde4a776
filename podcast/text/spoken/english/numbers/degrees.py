"""Degrees, of heat and of the earth: 30 °C, -40°, 350 F, "a high of 35C", 45° 30′ N."""

import re

from podcast.text.spoken.english.numbers.grammar import AMOUNT, DIGIT, Parts, last_word, next_word, parts, rule, spaced
from podcast.text.spoken.english.numbers.measures import NUMBER, is_one, numbers
from podcast.text.spoken.english.numbers.words import amount
from podcast.text.spoken.rule import Style

_HEAT = frozenset("of to at above below around about hit hits reach reaches reached over under than past".split())
_HOT = frozenset("heat heatwave temperature temperatures day days warming sunshine water".split())


def _degrees(match: re.Match[str], style: Style) -> Parts:
    name = "degree" if is_one(match) else "degrees"
    scale = {"C": " Celsius", "F": " Fahrenheit"}.get(match["scale"] or "", "")
    if match["unit"] in _SCALES:
        scale = _SCALES[match["unit"]]
    text = spaced(match, "unit", name) + scale
    return [*numbers(match, style), (text, match.start("unit"), max(match.end("unit"), match.end("scale")))]


_SCALES = {"℃": " Celsius", "℉": " Fahrenheit"}


def _position(match: re.Match[str], style: Style) -> Parts:
    """As in "45° 30′ N"."""
    names = {"minutes": "minute", "seconds": "second"}
    said = [(f"{amount(match['n'], style)} degree{_s(match['n'])}", match.start("n"), match.end("unit"))]
    for group, name in names.items():
        if match[group]:
            text = f"{amount(match[group], style)} {name}{_s(match[group])}"
            said.append((spaced(match, group, text), match.start(group), match.end(group) + 1))
    where = {"N": "north", "S": "south", "E": "east", "W": "west"}.get(match["where"] or "", "")
    return said + (parts(match, where=spaced(match, "where", where)) if where else [])


def _s(digits: str) -> str:
    return "" if digits == "1" else "s"


def _oven(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=amount(match["n"], style), unit=spaced(match, "unit", "degrees Fahrenheit"))


def _heat(match: re.Match[str], style: Style) -> Parts | None:
    """As in "a high of 35C"; in "seat 35C" it is no heat."""
    if last_word(match) not in _HEAT and next_word(match) not in _HOT:
        return None
    return parts(match, n=amount(match["n"], style), unit=spaced(match, "unit", "degrees Celsius"))


def _scale(match: re.Match[str], _style: Style) -> str:
    return {"C": "Celsius", "F": "Fahrenheit"}[match[0]]


DEGREES = (
    rule(
        "coordinate",
        rf"(?P<n>{AMOUNT})(?P<unit>°)\s?(?:(?P<minutes>[0-9]{{1,2}}(?>(?:\.[0-9]++)?))[′'’]\s?)"
        r"(?>(?:(?P<seconds>[0-9]{1,2}(?>(?:\.[0-9]++)?))[″\"”]\s?)?)(?>(?P<where>[NSEW])?)(?!\w)",
        _position,
        "°",
    ),
    rule(
        "coordinate",
        rf"(?P<n>{AMOUNT})(?P<unit>°)(?P<minutes>(?!))?(?P<seconds>(?!))?\s?(?P<where>[NSEW])(?!\w)",
        _position,
        "°",
    ),
    rule(
        "unit",
        rf"{NUMBER}(?P<gap>[\s-]?)(?P<unit>[°º˚]|[℃℉](?!\w))(?>(?:\s?(?P<scale>[CF])(?!\w))?)",
        _degrees,
        "°º˚℃℉",
    ),
    rule("unit", rf"(?P<n>{DIGIT}[0-9](?>(?:\.[0-9])?))(?P<unit>C)(?!\w)", _heat, "C"),
    rule("unit", r"[CF](?<=[0-9] degrees .)(?!\w)", _scale, "CF"),
    rule(
        "unit",
        r"(?<=\b(?:at|to|of)\s)(?P<n>[1-5][0-9]{2})\s?(?P<unit>F(?!\w)(?>(?:\.(?=\s[a-z]))?))(?!\.\s?[A-Z])",
        _oven,
        "F",
    ),
)
