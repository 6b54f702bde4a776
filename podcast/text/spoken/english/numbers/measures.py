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

_OF = r"(?:[\s-][0-9]{1,2})?/[0-9]{1,4}(?![0-9/])"  # 3/4, or 1 3/4
_SIGN = rf"(?>(?:\s?[{VULGAR}])?)"
_QUANTITY = rf"{DIGIT}[0-9]{{0,2}}+{_OF}|{AMOUNT}{_SIGN}|[{VULGAR}](?<!\w.)"
NUMBER = (
    rf"(?P<n>{_QUANTITY})"
    rf"(?>(?:(?P<dash>[–-]|\s?[x×]\s?)(?P<high>[0-9]{{1,3}}+{_OF}|{NEXT_AMOUNT}{_SIGN}))?)"
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
#: Things that are named by their measure: "9mm rounds", "12 V systems".
_SIZED = frozenset(
    "film round pistol rifle gun cannon mortar howitzer shell bullet cartridge ammunition ammo caliber lens lense "
    "camera bolt nail screw pipe tube hose cable wire rope tape plywood bulb lamp weight battery batterie system "
    "fuse circuit breaker outlet socket plug charger adapter motor engine magnet speaker amplifier resistor "
    "capacitor drive disk bottle bag container tank truck wheel tire tyre screen display panel reactor turbine "
    "station plant bomb run race walk hike board frame stick pot pan laser radio signal supply service line".split()
)
_STREET = regex(
    r"\.?\s(?:[A-Z][a-z]+|[0-9]{1,3}(?:st|nd|rd|th))\.?"
    r"\s(?:St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Drive|Dr|Lane|Ln|Way|Place|Pl|Court)\b"
)
_NAME = regex(r"\.\s(?:[A-Z]\.\s){0,4}[^\W\d_]{2}|\.[A-Z]\.|\s[^\Wa-z\d_][^\W\d_]")
#: What has a number and a letter: "section 5 A".
_LETTERED = frozenset(
    "section sections room apartment part article figure table appendix page class grade gate unit suite flat "
    "building block floor level exhibit paragraph schedule title rule clause form group plan phase step item note "
    "platform track exercise question problem bus row seat highway route road number no chapter line stand hall bay "
    "court pier terminal verse act book volume type".split()
)
_POWER_BEFORE = regex(r"(?:\^[-−]?[0-9]{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹])\s$")
_FOOT_BEFORE = regex(r"[0-9]\s?ft\.?\s$")
_PARTED = frozenset("mm cm m km in ft yd mi s sec lb oz".split())
_BY = regex(r"\s(?:by|x|×)\s[0-9]")
HAVE_POWERS = frozenset("km m dm cm mm µm μm mi ft in yd s".split())


def _measure(match: re.Match[str], style: Style) -> Parts | None:
    sign, power = match["unit"], (match["power"] or "").lstrip("^")
    if sign not in UNITS or (power and sign not in HAVE_POWERS) or (match["rate"] or "h") not in RATES:
        return None
    if sign in AMBIGUOUS and not power and not match["rate"] and not _is_unit(match, sign):
        return None
    if len(sign) == 1 and sign.isupper() and match["gap"] == " " and _is_initial(match):
        return None
    name = POWERS[power] + local_name(UNITS[sign][0 if is_one(match) else 1], style)
    if _is_part(match, sign):
        name = f"of {'an' if name[0] in 'io' else 'a'} {name}"
    has_dot = match["dot"] and (sign in ABBREVIATED or sign not in AMBIGUOUS)
    covers = match.end("dot") if has_dot else max(match.end("unit"), match.end("power"))
    said = [*numbers(match, style), (spaced(match, "unit", name), match.start("unit"), covers)]
    if match["rate"]:
        rate = _rate(match["rate"], (match["rate_power"] or "").lstrip("^"), style)
        said.append((rate, match.start("slash"), max(match.end("rate"), match.end("rate_power"))))
    return said


def _is_initial(match: re.Match[str]) -> bool:
    """Whether the letter is of a name: "In 1859 J. S. Mill", "123 W Main Street"."""
    return last_word(match) in _LETTERED or follows(match, _STREET) or (_is_year(match["n"]) and follows(match, _NAME))


def _is_year(digits: str) -> bool:
    return digits.isdigit() and len(digits) == 4 and "1000" <= digits < "2100"


def _rate(sign: str, power: str, style: Style) -> str:
    name = local_name(RATES[sign], style)
    if power and name == "second":
        return f" per second {'squared' if power in '2²' else 'cubed'}"
    return f" per {POWERS[power]}{name}"


def numbers(match: re.Match[str], style: Style) -> Parts:
    joint = " by " if (match["dash"] or "").strip() in ("x", "×") else " to "
    return parts(match, n=quantity(match["n"], style), dash=joint, high=quantity(match["high"] or "0", style))


def is_one(match: re.Match[str]) -> bool:
    last = match["high"] or match["n"]
    is_less = last in VULGAR or ("/" in last and not re.search(r"[\s-]", last)) or (last == "1" and not match["high"])
    is_of_thing = next_word(match) in _EVENTS or next_word(match).removesuffix("s") in _SIZED
    return is_less or match["gap"] == "-" or is_of_thing or is_before_noun(match) or _is_side(match)


def _is_part(match: re.Match[str], sign: str) -> bool:
    """Whether it is "one tenth of a millimeter"; "one half inch" and "a one eighth inch gap" are said without."""
    n = "" if match["high"] else match["n"]
    is_fraction = "/" in n and not re.search(r"[\s-]|/2$", n)
    return is_fraction and sign in _PARTED and match["gap"] != "-" and not is_before_noun(match)


def _is_side(match: re.Match[str]) -> bool:
    """Whether it is one of the two in "an 8 ft by 10 ft room"."""
    if last_word(match) in ("a", "an"):
        return follows(match, _BY)
    return last_word(match) == "by" and is_noun(next_word(match)) and not is_plural(next_word(match))


def _is_unit(match: re.Match[str], sign: str) -> bool:
    """Whether an ambiguous sign is a unit here."""
    gap, is_decimal = match["gap"], "." in (match["high"] or match["n"])
    if follows(match, _NO_MEASURE) or (sign == "K" and follows(match, _FOUR_K)):
        return False
    if sign == "in":
        if _FOOT_BEFORE.search(match.string, max(match.start() - 6, 0), match.start()):
            return True
        return gap == "-" or (gap != "" and (match["dot"] is not None or follows(match, _MEASURED)))
    if sign == "m":
        return not is_plural(next_word(match))
    if sign in ("A", "K", "B", "t"):
        is_name = gap != " " and (sign != "A" or _is_year(match["n"]))  # 10-K, SN 1987A
        is_alone = is_decimal or follows(match, _ALONE) or next_word(match).removesuffix("s") in _SIZED
        return is_alone and not is_name
    return sign != "s" or gap != "" or is_decimal


def _square(match: re.Match[str], style: Style) -> Parts:
    """As in "20 sq ft"."""
    power = spaced(match, "power", "square" if match["power"].startswith("sq") else "cubic")
    name = local_name(UNITS[match["unit"]][0 if is_one(match) else 1], style)
    unit = (spaced(match, "unit", name), match.start("unit"), match.end())
    return [*numbers(match, style), *parts(match, power=power), unit]


def _fluid(match: re.Match[str], _style: Style) -> str:
    """Behind a number, which other rules say."""
    before = match.string[max(match.start() - 4, 0) : match.start()]
    is_one = before.endswith("-") or before.strip() in ("1", *VULGAR) or before[-3:-1] == "/2"
    return "fluid ounce" if is_one else "fluid ounces"


def _percent(match: re.Match[str], style: Style) -> Parts:
    name = "per mille" if match["unit"] == "‰" else "percent" if style.is_american else "per cent"
    return [*numbers(match, style), *parts(match, unit=spaced(match, "unit", name))]


def _cups(match: re.Match[str], style: Style) -> Parts:
    return [*numbers(match, style), *parts(match, unit="cup" if is_one(match) else "cups")]


def _stone(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=amount(match["n"], style), unit=spaced(match, "unit", "stone"))


def _after_power(match: re.Match[str], style: Style) -> str | None:
    """As in "3×10^8 m/s"."""
    sign, rate = match["unit"], match["rate"] or ""
    if (
        sign not in UNITS
        or sign == "in"
        or not _POWER_BEFORE.search(match.string, max(match.start() - 8, 0), match.start())
    ):
        return None
    if (rate and rate not in RATES) or (sign in AMBIGUOUS and not rate and not follows(match, _MEASURED)):
        return None
    return local_name(UNITS[sign][1], style) + (rate and _rate(rate, match["rate_power"] or "", style))


_LETTERS = "kmdcnifygthLlosbBHWVAhPJKΩpr"
MEASURES = (
    rule("percentage", rf"{NUMBER}(?P<gap>\s?)(?P<unit>[%‰])(?!\w)", _percent, "%‰"),
    rule("unit", rf"(?P<n>{DIGIT}[0-9]?+)\s?(?P<unit>st)(?=\s[0-9]{{1,2}}½?\s?lbs?\b)", _stone, "s"),
    rule("unit", rf"{NUMBER}(?P<gap>\s)(?P<unit>c\.)(?=\s[a-z(])", _cups, "c"),
    rule(
        "unit",
        r"(?<=[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]\s)(?P<unit>[A-Za-zµμΩ]{1,4})(?>(?:/(?P<rate>[A-Za-z]{1,3})(?>(?P<rate_power>[²³23])?))?)(?![\w/])",
        _after_power,
        "^⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    rule(
        "unit",
        rf"(?P<unit>[Ff](?<=[0-9{VULGAR}][\s-].)l\.?[\s-]?[Oo]z)(?!\w)(?>(?:\.(?=\s[a-z(]|[,;:)-]))?)",
        _fluid,
        "zZ",
    ),
    rule(
        "unit",
        rf"{NUMBER}(?P<gap>[\s-]?)(?P<power>(?:sq|cu)\b\.?)\s?(?P<unit>km|mi|ft|in|yd|cm|mm|m)(?!\w)(?>(?:\.(?=\s[a-z]|[,;:)]))?)",
        _square,
        "qu",
    ),
    rule(
        "unit",
        rf"{NUMBER}(?P<gap>[\s-]?)(?P<unit>[A-Za-zµμΩ]{{1,5}})(?>(?P<power>\^?[²³23])?)"
        r"(?>(?:(?P<slash>/)(?P<rate>[A-Za-z]{1,6})(?>(?P<rate_power>\^?[²³23])?))?)(?![\w/])(?>(?P<dot>\.(?=\s[a-z]|[,;:)]|\s[0-9]{1,2}\s?(?:oz|in|lb|min|sec)\b))?)",
        _measure,
        _LETTERS,
    ),
)
