"""Numbers with a stroke between them: 1/2, ½, 3 1/2, 2/3rds, 4/5 stars, 24/7, 9/11, 50/50, 120/80, 12/34.

What is a proper fraction with a denominator that people say is said as one. The rest are names ("twenty-four seven"),
or two numbers with the stroke said as it is written.
"""

import math
import re

from podcast.text.spoken.english.numbers.dates import MONTHS
from podcast.text.spoken.english.numbers.grammar import DIGIT, Parts, follows, last_word, next_word, parts, rule
from podcast.text.spoken.english.numbers.words import VULGAR, cardinal, number, ordinal, quantity
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000))
_NAMES = {
    ("24", "7"): "twenty-four seven",
    ("9", "11"): "nine eleven",
    ("20", "20"): "twenty twenty",
    ("50", "50"): "fifty-fifty",
}
_PRESSURE = regex(r"(?:blood pressure|pressure|BP)\b[^.;0-9]{0,20}$")
_EQUALS = regex(r"\s?=\s?[-−]?[0-9.]")
_BEFORE_DAYS = frozenset("on since until before after dated".split())
_RATED = frozenset("stars star points rating ratings score review reviews marks mark grade".split())
_BEFORE_RATINGS = frozenset("scored scores rated rates score rating graded solid gave got gets received".split())
_FULL_MARKS = (5, 10, 20, 100)
_IN_ORDER = frozenset("part page step section episode chapter volume disc slide sheet round day week lesson".split())
_GAVE = regex(r"\b(?:g[ia]ve|gives|rate[ds]?|scored?) (?:it|them|him|her|this|that) \Z")
_PART_OF = regex(
    r"\s(?:miles?|inch|seconds?)\b|\sof (?:an?|the|all|its|his|her|their|our|my|your|it|them|us|what|one|every|each|"
    r"this|that|these|those)\b"
)
_NO_MORE = r"(?!\w)(?![/.,:-]?[0-9])"


def _strokes(match: re.Match[str], style: Style) -> str | Parts | None:
    one, other = match["one"], match["other"]
    if match.string[max(match.start() - 1, 0)] == ",":
        return None
    if (one, other) in _NAMES:
        return _NAMES[one, other]
    if next_word(match) in _RATED or (_is_rating(match) and int(one) <= int(other) in _FULL_MARKS):
        return parts(match, one=cardinal(one, style), stroke=" out of ", other=cardinal(other, style))
    if _is_part(match) or (_is_fraction(one, other) and not follows(match, _EQUALS)):
        return quantity(match[0], style)
    if (
        style.is_american
        and last_word(match) in _BEFORE_DAYS
        and int(one) in range(1, 13)
        and int(other) in range(1, 32)
    ):
        return f"{MONTHS[int(one) - 1]} {ordinal(other, style)}"
    return parts(match, one=number(one, style), stroke=_stroke(match), other=number(other, style))


def _is_part(match: re.Match[str]) -> bool:
    """As in "6/10 of a mile"; but part 2/4 of a series is the second of four."""
    one, other = match["one"], match["other"]
    is_proper = "0" not in (one[0], other[0]) and int(one) < int(other)
    return is_proper and follows(match, _PART_OF) and last_word(match) not in _IN_ORDER


def _is_rating(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 16, 0) : match.start()]
    return last_word(match) in _BEFORE_RATINGS or bool(_GAVE.search(before))


def _is_fraction(numerator: str, denominator: str) -> bool:
    if "0" in (numerator[0], denominator[0]):
        return False
    one, other = int(numerator), int(denominator)
    return one < other and other in _DENOMINATORS and math.gcd(one, other) == 1


def _stroke(match: re.Match[str]) -> str:
    one, other = int(match["one"]), int(match["other"])
    if follows(match, _EQUALS):
        return " divided by "
    if one + other == 100:
        return " "
    if other in (5, 10, 20, 100) and one <= other:
        return " out of "
    is_pressure = _PRESSURE.search(match.string, max(match.start() - 40, 0), match.start()) or (one, other) == (120, 80)
    return " over " if is_pressure else " slash "


def _mixed(match: re.Match[str], style: Style) -> str | None:
    return quantity(match[0].strip(), style) if _is_fraction(match["one"], match["other"]) else None


def _thirds(match: re.Match[str], style: Style) -> str | None:
    if not _is_fraction(match["one"], match["other"]):
        return None
    return quantity(f"{match['one']}/{match['other']}", style)


def _small_part(match: re.Match[str], style: Style) -> str | None:
    """As in "1/10,000", "1/250 s"."""
    other = match["other"].replace(",", "")
    if len(other) == 3 and match[0][-1].isdigit() and not follows(match, _OF_SECOND):
        return None
    return f"one {ordinal(other, style).removeprefix('one ').replace(' ', '-')}"


def _range(match: re.Match[str], style: Style) -> Parts | None:
    """As in "1/3–1/2 cup", "1 1/2-2 hours"."""
    low, high = match["low"], match["high"]
    if any("/" in one and not _is_fraction(*re.split("[ \u00a0-]", one)[-1].split("/")) for one in (low, high)):
        return None
    return parts(match, low=quantity(low, style), dash=" to ", high=quantity(high, style))


def _sign(match: re.Match[str], style: Style) -> str:
    return quantity(match[0], style)


_OF_SECOND = regex(r"\s?(?:of an?\b|s(?:ec)?\b)")
_FRACTION = r"[0-9]{1,2}/[0-9]{1,2}"
_STROKE = rf"(?P<one>{DIGIT}[0-9]{{0,2}}+)(?P<stroke>[/\u2044])(?P<other>[0-9]{{1,3}}+)"
FRACTIONS = (
    rule("name", r"24/7/365(?<!\w.{8})(?!\w)", lambda _match, _style: "twenty-four seven three sixty-five", "/"),
    rule(
        "range",
        rf"(?P<low>{DIGIT}(?:[0-9]?[ \u00a0-][0-9]{{1,2}})?[0-9]?/[0-9]{{1,2}})(?P<dash>\s?[–-]\s?)"
        rf"(?P<high>(?:[0-9]{{1,2}}[ \u00a0-])?{_FRACTION}|[0-9]{{1,2}}){_NO_MORE}",
        _range,
        "/",
        "-–",
    ),
    rule("fraction", rf"{DIGIT}[0-9]{{0,2}}+[\s-](?P<one>[0-9]{{1,2}})/(?P<other>[0-9]{{1,3}}){_NO_MORE}", _mixed, "/"),
    rule("fraction", rf"{DIGIT}[0-9]{{0,2}}+\s?[{VULGAR}](?!\w)", _sign, VULGAR),
    rule("fraction", rf"[{VULGAR}](?<!\w.)(?!\w)", _sign, VULGAR),
    rule(
        "fraction",
        rf"1(?<![\w.,/-].)/(?P<other>10{{4,6}}|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{1,2}}|[1-9][0-9]{{2}})(?:th|st|nd|rd)?{_NO_MORE}",
        _small_part,
        "/",
    ),
    rule("fraction", rf"{_STROKE}(?:rds?|ths?|nds?)(?!\w)", _thirds, "/\u2044", "dh"),
    rule("fraction", rf"{_STROKE}{_NO_MORE}", _strokes, "/\u2044"),
)
