"""English numerals in words.

    cardinal("105", Style("en-gb"))     # "one hundred and five"
    year(1905, style)                   # "nineteen oh five"
    amount("1,250.05", style)           # "one thousand two hundred fifty point zero five"

Numbers come as texts of digits, since an essay may have one of any length.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = (
    "- thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion"
).split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST_COUNT = 6  # digits without separators; more of them are a code, unless they end in thousands
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_NO_DIGITS = regex(r"[^0-9]")
_LAST_WORD = regex(r"[a-z]+$")


def cardinal(digits: str, style: Style) -> str:
    """Any number of digits; leading zeros have no meaning here."""
    bare = digits.lstrip("0") or "0"
    if len(bare) > 3 * len(_SCALES):
        return grouped(digits)
    if len(bare) < 4:
        return _below_thousand(int(bare), style)
    padded = bare.zfill(-(-len(bare) // 3) * 3)
    groups = [int(padded[at : at + 3]) for at in range(0, len(padded), 3)]
    words = [
        f"{_below_thousand(group, style)} {_SCALES[power]}"
        for power, group in zip(range(len(groups) - 1, 0, -1), groups, strict=False)
        if group
    ]
    if groups[-1]:
        needs_and = groups[-1] < 100 and not style.is_american
        words.append(("and " if needs_and else "") + _below_thousand(groups[-1], style))
    return " ".join(words)


def _below_thousand(number: int, style: Style) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_SMALL[hundreds]} hundred"
    if not rest:
        return head
    return f"{head} {'' if style.is_american else 'and '}{_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, rest = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[rest]}" if rest else _TENS[tens]


def spelled(digits: str) -> str:
    """Digit by digit."""
    return " ".join(_SMALL[int(digit)] for digit in digits)


def grouped(digits: str) -> str:
    """Digit by digit, with little pauses: in threes, and what is over goes with the last."""
    cuts = [*(range(0, len(digits) - 3, 3) if len(digits) > 4 else [0]), len(digits)]
    return ", ".join(spelled(digits[start:end]) for start, end in pairwise(cuts))


def number(digits: str, style: Style) -> str:
    """As a count if it can be one, else as the code that it must be."""
    if len(digits) > 1 and digits.startswith("0"):
        return grouped(digits)
    if len(digits) > _LONGEST_COUNT and not digits.endswith("000"):
        return grouped(digits)
    return cardinal(digits, style)


@lru_cache(maxsize=1024)
def amount(written: str, style: Style) -> str:
    """Digits with or without separators of thousands and decimals: "1,250.05", ".5"."""
    whole, point, decimals = written.partition(".")
    digits = _NO_DIGITS.sub("", whole)
    words = (cardinal if digits != whole else number)(digits, style) if digits else ""
    return f"{words} point {spelled(decimals)}".strip() if point else words


def ordinal(digits: str, style: Style) -> str:
    return to_ordinal(cardinal(digits, style))


def to_ordinal(words: str) -> str:
    return _LAST_WORD.sub(lambda match: _ordinal_word(match[0]), words)


def _ordinal_word(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word.removesuffix('t')}th"


def plural(words: str) -> str:
    """Of a numeral: "nineties", "sixes", "twenty tens"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def year(number: int, style: Style) -> str:
    """As years are said; those of three digits as well: "four ten"."""
    if number < 100 or number > 9999 or number % 1000 == 0 or 2000 < number < 2010:
        return cardinal(str(number), style)
    return in_pairs(number)


def in_pairs(number: int) -> str:
    """Four digits two by two: "ninety-seven hundred", "nineteen oh five"."""
    head, last = divmod(number, 100)
    return f"{_below_hundred(head)} {two_digits(last) if last else 'hundred'}"


def two_digits(number: int) -> str:
    """The last two of a year, or minutes: "oh five"."""
    return f"oh {_SMALL[number]}" if number < 10 else _below_hundred(number)


def name_number(digits: str, style: Style) -> str:
    """Three digits as they are said in a name, as that of an aeroplane: "seven forty-seven"."""
    return year(int(digits), style) if len(digits) == 3 and not digits.endswith("00") else cardinal(digits, style)


def fraction(numerator: str, denominator: str, style: Style) -> str:
    """As in "three quarters"."""
    names = {"2": "half", "4": "quarter"}
    name = names.get(denominator) or ordinal(denominator, style)
    if numerator != "1":
        name = "halves" if name == "half" else f"{name}s"
    return f"{cardinal(numerator, style)} {name}"


def mixed(whole: str, numerator: str, denominator: str, style: Style) -> str:
    """As in "three and a half", "two and two thirds"."""
    part = fraction(numerator, denominator, style)
    if numerator == "1":
        part = f"{'an' if denominator == '8' else 'a'} {part.removeprefix('one ')}"
    return f"{cardinal(whole, style)} and {part}"


def vulgar(sign: str) -> tuple[str, str]:
    """Numerator and denominator of "½"."""
    numerator, _, denominator = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return numerator, denominator


def quantity(written: str, style: Style) -> str:
    """An amount, or one with a fraction: "3½", "1 1/2", "⅔"."""
    whole, numerator, denominator = _parted(written)
    if not denominator:
        return amount(written, style)
    if not whole:
        return fraction(numerator, denominator, style)
    return mixed(whole, numerator, denominator, style)


def _parted(written: str) -> tuple[str, str, str]:
    """Whole number, numerator and denominator."""
    if written[-1] in VULGAR:
        return (_NO_DIGITS.sub("", written[:-1]), *vulgar(written[-1]))
    head, _, denominator = written.partition("/")
    *whole, numerator = re.split(r"[\s-]", head)
    return ("".join(whole), numerator, denominator)
