"""Measures: 5 km, 30 °C, 100 km/h, 5-km run, 6 ft 2 in, 45° 30′ N, 5%, 20 m², 1/10 mm, 2 c. flour.

A sign that is also a word or a name ("in", "m", "A") is a unit only where what follows allows no other reading: "5 in
the morning" are not inches, and "5m users" are not meters.
"""

import re

from podcast.text.spoken.english.numbers.grammar import (
    AMOUNT,
    DIGIT,
    NEXT_AMOUNT,
    Parts,
    follows,
    is_before_noun,
    is_noun,
    is_plural,
    last_word,
    next_word,
    parts,
    rule,
    spaced,
)
from podcast.text.spoken.english.numbers.units import ABBREVIATED, AMBIGUOUS, POWERS, RATES, UNITS, local_name
from podcast.text.spoken.english.numbers.words import VULGAR, amount, quantity
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_FRACTION = rf"(?:{DIGIT}[0-9]{{0,2}}+[\s-])?{DIGIT}[0-9]?+/[0-9]{{1,2}}(?![0-9/])"
_PLAIN = rf"{AMOUNT}(?>(?:\s?[{VULGAR}])?)"
_NUMBER = (
    rf"(?:(?P<low>{_PLAIN})(?P<dash>[–-]|\s?[x×]\s?)(?P<high>{NEXT_AMOUNT}(?>(?:\s?[{VULGAR}])?))"
    rf"|(?P<n>{_FRACTION}|{_PLAIN}|[{VULGAR}](?<!\w.)))"
)
_MEASURED = regex(
    r"\s?(?:[.,;:!?()\]”’/×]|$)|\s(?:x|by|tall|long|wide|high|deep|thick|apart|across|of (?:rain|snow|water))\b"
)
_ALONE = regex(_MEASURED.pattern + r"|\s(?:and|or|to|per|each|at|with|above|below|of)\b")
_NO_MEASURE = regex(r"-|\.[A-Z]|\s[0-9]|\.\s[A-Z][a-z]{0,3}\.")  # 98 L. Ed. 873
_FOUR_K = regex(r"\s(?:run|race|walk|ride|row|course|track|video|TV|screen|monitor|display|resolution)")
_EVENTS = frozenset(
    "race run dash sprint relay walk freestyle backstroke butterfly hurdles angle turn bend slope".split()
)
_STREET = regex(
    r"\.?\s[A-Z][a-z]+\.?\s(?:St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Drive|Dr|Lane|Ln|Way|Place|Pl|Court)\b"
)
_NAME = regex(r"\.\s(?:[A-Z]\.\s)*[A-Z][a-z]|\.[A-Z]\.|\s[A-Z][a-z]")
_POWER_BEFORE = regex(r"(?:\^[-−]?[0-9]{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹])\s$")
_FOOT_BEFORE = regex(r"[0-9]\s?ft\.?\s$")
_HEAT = frozenset("of to at above below around about hit hits reach reaches reached over under than past".split())
_HOT = frozenset("heat heatwave temperature temperatures day days warming sunshine water".split())
_PARTED = frozenset("mm cm m km in ft yd mi s sec lb oz".split())
_BY = regex(r"\s(?:by|x|×)\s[0-9]")
HAVE_POWERS = frozenset("km m dm cm mm µm μm mi ft in yd s".split())


def _measure(match: re.Match[str], style: Style) -> Parts | None:
    sign, power = match["unit"], match["power"] or ""
    if sign not in UNITS or (power and sign not in HAVE_POWERS) or (match["rate"] or "h") not in RATES:
        return None
    if sign in AMBIGUOUS and not power and not match["rate"] and not _is_unit(match, sign):
        return None
    if len(sign) == 1 and sign.isupper() and match["gap"] == " " and _is_initial(match):
        return None
    name = POWERS[power] + local_name(UNITS[sign][0 if _is_one(match) else 1], style)
    if _is_part(match, sign):
        name = f"of {'an' if name[0] in 'io' else 'a'} {name}"
    has_dot = match["dot"] and (sign in ABBREVIATED or sign not in AMBIGUOUS)
    covers = match.end("dot") if has_dot else max(match.end("unit"), match.end("power"))
    said = [*_numbers(match, style), (spaced(match, "unit", name), match.start("unit"), covers)]
    if match["rate"]:
        rate = _rate(match["rate"], match["rate_power"] or "", style)
        said.append((rate, match.start("slash"), max(match.end("rate"), match.end("rate_power"))))
    return said


def _is_initial(match: re.Match[str]) -> bool:
    """Whether the letter is of a name: "In 1859 J. S. Mill", "123 W Main Street"."""
    is_year = match["n"] is not None and match["n"].isdigit() and "1000" <= match["n"] < "2100" and len(match["n"]) == 4
    return follows(match, _STREET) or (is_year and follows(match, _NAME))


def _rate(sign: str, power: str, style: Style) -> str:
    name = local_name(RATES[sign], style)
    if power and name == "second":
        return f" per second {'squared' if power in '2²' else 'cubed'}"
    return f" per {POWERS[power]}{name}"


def _numbers(match: re.Match[str], style: Style) -> Parts:
    texts = {name: quantity(match[name] or "0", style) for name in ("low", "high", "n")}
    joint = " by " if (match["dash"] or "").strip() in ("x", "×") else " to "
    return parts(match, low=texts["low"], dash=joint, high=texts["high"], n=texts["n"])


def _is_one(match: re.Match[str]) -> bool:
    n = match["n"] or ""
    is_less = n in ("1", *VULGAR) or ("/" in n and not re.search(r"[\s-]", n))
    return is_less or match["gap"] == "-" or next_word(match) in _EVENTS or is_before_noun(match) or _is_side(match)


def _is_part(match: re.Match[str], sign: str) -> bool:
    """Whether it is "one tenth of a millimeter"; "one half inch" and "a one eighth inch gap" are said without."""
    n = match["n"] or ""
    is_fraction = "/" in n and not re.search(r"[\s-]|/2$", n)
    return is_fraction and sign in _PARTED and match["gap"] != "-" and not is_before_noun(match)


def _is_side(match: re.Match[str]) -> bool:
    """Whether it is one of the two in "an 8 ft by 10 ft room"."""
    if last_word(match) in ("a", "an"):
        return follows(match, _BY)
    return last_word(match) == "by" and is_noun(next_word(match)) and not is_plural(next_word(match))


def _is_unit(match: re.Match[str], sign: str) -> bool:
    """Whether an ambiguous sign is a unit here."""
    gap, is_decimal = match["gap"], "." in (match["n"] or match["high"])
    if follows(match, _NO_MEASURE) or (sign == "K" and follows(match, _FOUR_K)):
        return False
    if sign == "in":
        if _FOOT_BEFORE.search(match.string, max(match.start() - 6, 0), match.start()):
            return True
        return gap == "-" or (gap != "" and (match["dot"] is not None or follows(match, _MEASURED)))
    if sign == "m":
        return not is_plural(next_word(match))
    if sign in ("A", "K", "B", "t"):
        return (gap != "" or sign == "A") and (is_decimal or follows(match, _ALONE))
    return sign != "s" or gap != "" or is_decimal


def _square(match: re.Match[str], style: Style) -> Parts:
    """As in "20 sq ft"."""
    power = spaced(match, "power", "square" if match["power"].startswith("sq") else "cubic")
    name = local_name(UNITS[match["unit"]][0 if _is_one(match) else 1], style)
    unit = (spaced(match, "unit", name), match.start("unit"), match.end())
    return [*_numbers(match, style), *parts(match, power=power), unit]


def _percent(match: re.Match[str], style: Style) -> Parts:
    name = "per mille" if match["unit"] == "‰" else "percent" if style.is_american else "per cent"
    return [*_numbers(match, style), *parts(match, unit=spaced(match, "unit", name))]


def _degrees(match: re.Match[str], style: Style) -> Parts:
    name = "degree" if _is_one(match) else "degrees"
    scale = {"C": " Celsius", "F": " Fahrenheit"}.get(match["scale"] or "", "")
    if match["unit"] in _SCALES:
        scale = _SCALES[match["unit"]]
    text = spaced(match, "unit", name) + scale
    return [*_numbers(match, style), (text, match.start("unit"), max(match.end("unit"), match.end("scale")))]


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


def _cups(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=quantity(match["n"], style), unit="cup" if _is_one(match) else "cups")


def _oven(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=amount(match["n"], style), unit=spaced(match, "unit", "degrees Fahrenheit"))


def _heat(match: re.Match[str], style: Style) -> Parts | None:
    """As in "a high of 35C"; in "seat 35C" it is no heat."""
    if last_word(match) not in _HEAT and next_word(match) not in _HOT:
        return None
    return parts(match, n=amount(match["n"], style), unit=spaced(match, "unit", "degrees Celsius"))


def _stone(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=amount(match["n"], style), unit=spaced(match, "unit", "stone"))


def _scale(match: re.Match[str], _style: Style) -> str:
    return {"C": "Celsius", "F": "Fahrenheit"}[match[0]]


def _after_power(match: re.Match[str], style: Style) -> str | None:
    """As in "3×10^8 m/s"."""
    sign, rate = match["unit"], match["rate"] or ""
    if sign not in UNITS or sign == "in" or not _POWER_BEFORE.search(match.string[: match.start()][-8:]):
        return None
    if (rate and rate not in RATES) or (sign in AMBIGUOUS and not rate and not follows(match, _MEASURED)):
        return None
    return local_name(UNITS[sign][1], style) + (rate and _rate(rate, match["rate_power"] or "", style))


_LETTERS = "kmdcnifygthLlosbBHWVAhPJKΩpr"
MEASURES = (
    rule("percentage", rf"{_NUMBER}(?P<gap>\s?)(?P<unit>[%‰])(?!\w)", _percent, "%‰"),
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
        rf"{_NUMBER}(?P<gap>[\s-]?)(?P<unit>[°º˚]|[℃℉](?!\w))(?>(?:\s?(?P<scale>[CF])(?!\w))?)",
        _degrees,
        "°º˚℃℉",
    ),
    rule("unit", rf"(?P<n>{DIGIT}[0-9](?>(?:\.[0-9])?))(?P<unit>C)(?!\w)", _heat, "C"),
    rule("unit", rf"(?P<n>{DIGIT}[0-9]?+)\s?(?P<unit>st)(?=\s[0-9]{{1,2}}½?\s?lbs?\b)", _stone, "s"),
    rule("unit", r"[CF](?<=[0-9] degrees .)(?!\w)", _scale, "CF"),
    rule(
        "unit",
        r"(?<=\b(?:at|to|of)\s)(?P<n>[1-5][0-9]{2})\s?(?P<unit>F(?!\w)(?>(?:\.(?=\s[a-z]))?))(?!\.\s?[A-Z])",
        _oven,
        "F",
    ),
    rule("unit", rf"(?P<n>{_FRACTION}|{_PLAIN}|[{VULGAR}](?<!\w.))(?P<gap>\s)(?P<unit>c\.)(?=\s[a-z(])", _cups, "c"),
    rule(
        "unit",
        r"(?<=[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]\s)(?P<unit>[A-Za-zµμΩ]{1,4})(?>(?:/(?P<rate>[A-Za-z]{1,3})(?>(?P<rate_power>[²³23])?))?)(?![\w/])",
        _after_power,
        "^⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    rule(
        "unit",
        rf"{_NUMBER}(?P<gap>[\s-]?)(?P<power>(?:sq|cu)\b\.?)\s?(?P<unit>km|mi|ft|in|yd|cm|mm|m)(?!\w)(?>(?:\.(?=\s[a-z]|[,;:)]))?)",
        _square,
        "qu",
    ),
    rule(
        "unit",
        rf"{_NUMBER}(?P<gap>[\s-]?)(?P<unit>[A-Za-zµμΩ]{{1,5}})(?>(?P<power>[²³23])?)"
        r"(?>(?:(?P<slash>/)(?P<rate>[A-Za-z]{1,6})(?>(?P<rate_power>[²³23])?))?)(?![\w/])(?>(?P<dot>\.(?=\s[a-z]|[,;:)]|\s[0-9]{1,2}\s?(?:oz|in|lb|min|sec)\b))?)",
        _measure,
        _LETTERS,
    ),
)
