"""Numbers that are just numbers: ordinals, plurals, "10k", ranges, and at last every cardinal that is left.

    "the 22nd"  "747s"  "2.5M"  "10–12 people"  "won 3–1"  "1,234"  "007 4"

Digits that are glued to letters ("A380", "MP3") have no rule and stay: every engine reads a name of that kind.
"""

import re

from podcast.text.spoken.numbers.grammar import AMOUNT, DIGIT, END, Parts, follows, is_plural, last_word, next_word, parts, spaced
from podcast.text.spoken.numbers.words import amount, name_number, ordinal, plural
from podcast.text.spoken.rule import Rule, Style

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_MAGNITUDES = {"k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "B": "billion"}
_MAGNITUDES |= {"bn": "billion", "tn": "trillion", "trn": "trillion"}
_RACES = re.compile(r"[\s-](?:runs?|races?|walk|ride|row|course|runners?|loop|steps challenge)\b")
_MODELS = frozenset("iphone galaxy xbox pixel ipad".split())
_LEFT = re.compile(r"(?<![\w.,@/-])(?<!\w[/-])[0-9][0-9,.]*[%°]?$")
_RIGHT = re.compile(r"[$£€¥]?([0-9]*)")


def _ordinal(match: re.Match[str], style: Style) -> str | None:
    digits = match["n"].replace(",", "")
    last = int(digits[-2:])
    suffix = "th" if last in (11, 12, 13) else _SUFFIXES.get(last % 10, "th")
    return ordinal(digits, style) if match["suffix"].lower() == suffix else None


def _plural(match: re.Match[str], style: Style) -> str | None:
    """"1s and 0s", "747s"; "5s" may be seconds, or a telephone."""
    digits = match["n"]
    if last_word(match) in _MODELS or digits in "23456789":
        return None
    return plural(name_number(digits, style))


def _magnitude(match: re.Match[str], style: Style) -> Parts | None:
    sign, gap, next_is_plural = match["sign"], match["gap"], is_plural(next_word(match))
    said = _MAGNITUDES[sign]
    if sign in "kK" and follows(match, _RACES):
        said = "K"
    elif sign in "kKMB" and gap:
        return None
    elif (sign == "K" and match["n"] in _DEFINITIONS) or (sign == "m") or (sign == "B" and "." not in match["n"]):
        if not next_is_plural:
            return None
    return parts(match, n=amount(match["n"], style), sign=spaced(match, "sign", said))


_DEFINITIONS = frozenset("1 2 3 4 5 6 8 10 12 16".split())


def _pension(_match: re.Match[str], _style: Style) -> str:
    return "four oh one K"


def _range(match: re.Match[str], _style: Style) -> str | None:
    """What is said for a dash between two numbers: "to" for ranges and for scores."""
    left = _LEFT.search(match.string, max(match.start() - 16, 0), match.start())
    right = _RIGHT.match(match.string, match.end())
    if left is None or right is None:
        return None
    if (left[0], right[1]) == ("24", "7"):
        return " "
    if match[0] == "-" and not _is_range(left[0].replace(",", "").rstrip("%°"), right[1]):
        return None
    return " to "


def _is_range(low: str, high: str) -> bool:
    """A hyphen is many things; it is a range when it rises, and a score when both are small."""
    if not low.isdigit() or not high or (len(low) > 1 and low[0] == "0") or len(low) > 9 or len(high) > 9:
        return not low.isdigit()
    return len(low) < 3 or int(low) < int(high)


def _cardinal(match: re.Match[str], style: Style) -> str:
    return amount(match[0], style)


PLAIN = (
    Rule("ordinal", re.compile(rf"(?P<n>{DIGIT}[0-9,]*+)(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?!\w)"), _ordinal),
    Rule("retirement plan", re.compile(r"401(?<![\w.,-]...)(?:k|\(k\))(?!\w)"), _pension),
    Rule("plural", re.compile(rf"(?P<n>{DIGIT}[0-9]{{0,5}}+)s(?!\w)"), _plural),
    Rule("magnitude", re.compile(rf"(?P<n>{AMOUNT})(?P<gap>\s?)(?P<sign>[kKmMB]|mn|bn|trn|tn)(?!\w)"), _magnitude),
)
DASHES = (Rule("range", re.compile(r"[-–](?<=[0-9%°].)(?=[$£€¥]?[0-9])"), _range),)
CARDINALS = (Rule("number", re.compile(rf"{AMOUNT}{END}"), _cardinal),)
