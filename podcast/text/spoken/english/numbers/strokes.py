"""What the strokes behind a number stand for: 6'2", 8' x 10', 5″, a 27" screen, 4'33".

Feet and inches, or minutes and seconds where there would be more than eleven inches. A straight or a curly quotation
mark is a stroke only where it can't close a quotation.
"""

import re

from podcast.text.spoken.english.numbers.grammar import (
    AMOUNT,
    DIGIT,
    NEXT_AMOUNT,
    Parts,
    is_before_noun,
    parts,
    rule,
    spaced,
)
from podcast.text.spoken.english.numbers.words import VULGAR, amount, cardinal, quantity
from podcast.text.spoken.rule import Style


def _height(match: re.Match[str], style: Style) -> Parts:
    """As in "6'2": nobody says the inches."""
    foot = (f"{cardinal(match['feet'], style)} foot", match.start("feet"), match.end("feet") + 1)
    return [foot, (spaced(match, "inches", quantity(match["inches"], style)), match.start("inches"), match.end())]


def _lapse(match: re.Match[str], style: Style) -> Parts:
    """As in "4'33": no foot has so many inches."""
    minutes = f"{cardinal(match['minutes'], style)} minute{'' if match['minutes'] == '1' else 's'}"
    return [
        (minutes, match.start("minutes"), match.end("minutes") + 1),
        (spaced(match, "seconds", f"{cardinal(match['seconds'], style)} seconds"), match.start("seconds"), match.end()),
    ]


def _rectangle(match: re.Match[str], style: Style) -> Parts:
    """Inches or feet by as many of them."""
    name = "inches" if match["unit"] in '"”″' else "feet"
    low = (amount(match["low"], style), match.start("low"), match.end("mark"))
    return [low, *parts(match, dash=" by ", high=amount(match["high"], style), unit=f" {name}")]


def _prime(match: re.Match[str], style: Style) -> Parts:
    one, many = ("foot", "feet") if match["unit"] == "′" else ("inch", "inches")
    name = one if match["n"] in ("1", *VULGAR) or is_before_noun(match) else many
    return parts(match, n=quantity(match["n"], style), unit=f" {name}")


def _diagonal(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=quantity(match["n"], style), unit=" inch")


_MARK = r"(?:[\"”″]|['’′])"
_COUNT = rf"{DIGIT}[0-9]{{0,2}}+"
_SECONDS = r"(?:[\"”″]|(?:''|’’|′′))"
_SIZED = (
    "screens?|displays?|monitors?|TVs?|televisions?|tablets?|laptops?|MacBook|iPad|iMac|pizzas?|pipes?|wheels?|tires?|"
    "tyres?|disks?|discs?|diskettes?|floppy|floppies|vinyl|records?|singles?|LPs?|pans?|pots?|skillets?|barrels?|guns?"
)
STROKES = (
    rule("unit", rf"(?P<feet>{_COUNT})['’′]\s?(?P<inches>1[01]|[0-9]){_SECONDS}(?!\w)", _height, "'’′"),
    rule(
        "unit",
        r"(?P<feet>[4-7](?<![\w.,'’‘-].))['’′](?P<inches>1[01]|[0-9])(?![\w\"”″'’′]|[.,-][0-9])",
        _height,
        "'’′",
    ),
    rule("duration", rf"(?P<minutes>{_COUNT})['’′]\s?(?P<seconds>1[2-9]|[2-5][0-9]){_SECONDS}(?!\w)", _lapse, "'’′"),
    rule(
        "unit",
        rf"(?P<low>{AMOUNT})(?P<mark>{_MARK})(?P<dash>\s?[x×]\s?)(?P<high>{NEXT_AMOUNT})(?P<unit>(?P=mark))(?!\w)",
        _rectangle,
        "x×",
    ),
    rule("unit", rf"(?P<n>{AMOUNT}(?>(?:\s?[{VULGAR}])?)|[{VULGAR}](?<!\w.))(?P<unit>[′″])(?!\w)", _prime, "′″"),
    rule("unit", rf"(?P<n>(?<![\"“”]){AMOUNT})(?P<unit>[\"”])(?=\s(?:{_SIZED})\b)", _diagonal, '"”'),
)
