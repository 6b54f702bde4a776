"""Letters and digits that are one word: MH370, U2, GPT-4o, H1N1, 1080p, 3D, Section 5b.

MH370, UB40       M.H three seventy, U.B forty
H1N1, W3C         H one N one, W three C
1080p, 405B       ten eighty P, four hundred five B

Most engines read most of them, each in its own way: "M H three hundred and seventy", "one thousand eighty p". These are
the last rules about numbers: what is a unit, a magnitude or a model has been said by then.
"""

import re

from podcast.text.spoken.english.acronymlist import RESPELLED, WORDS
from podcast.text.spoken.english.letters import named, spelled
from podcast.text.spoken.english.numbers.grammar import Parts, rule
from podcast.text.spoken.english.numbers.words import amount, cardinal, name_number, plural, year
from podcast.text.spoken.english.numbers.words import spelled as spelled_digits
from podcast.text.spoken.english.shouting import is_sayable
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_PIECE = regex(r"[A-Z]+|[0-9]+(?:\.[0-9]+)?")
_TO = frozenset("B2B B2C B2G C2C D2C P2P".split())
_WARS = ("WW1", "WW2")  # acronyms.py knows them


def _name(match: re.Match[str], style: Style) -> Parts | None:
    """Piece by piece; what is written is one word, and stays one."""
    written = match["name"]
    if written in _WARS:
        return None
    if written in _TO:
        return [(f"{written[0]} to {written[2]}", *match.span())]
    said = [_number(one, style) if one[0].isdigit() else _letters(one) for one in _PIECE.findall(written)]
    said += [cardinal(match["last"], style)] if match["last"] else []  # A380-800: no "eighty-eight hundred"
    return [(plural(" ".join(said)) if match["s"] else " ".join(said), *match.span())]


def _letters(written: str) -> str:
    """By their names; but MPEG2, SARS2 and UNIT5 begin with words."""
    if len(written) == 1:
        return named(written)
    is_word = written in WORDS or (len(written) == _LONGEST and is_sayable(written))
    return RESPELLED.get(written) or (written if is_word else spelled(written))


def _number(digits: str, style: Style) -> str:
    if "." in digits:
        return amount(digits, style)
    if digits[0] == "0" and len(digits) > 1:
        return spelled_digits(digits)
    return _pairs(digits, style) if len(digits) == _IN_PAIRS else name_number(digits, style)


def _pairs(digits: str, style: Style) -> str:
    """As in "1080p", "ISO8601"."""
    return year(int(digits), style) if digits[1:3] != "00" else cardinal(digits, style)


def _lettered(match: re.Match[str], style: Style) -> str:
    """As in "405B", "3D", "Section 5b"."""
    digits, letters = match["n"], match["letters"]
    number = _pairs(digits, style) if len(digits) == _IN_PAIRS else cardinal(digits, style)
    return f"{number} {letters if letters.islower() and letters != 'a' else _letters(letters.upper())}"


_IN_PAIRS = 4  # digits
_LONGEST = 4  # letters
_ENDS = r"(?![\w@\\]|[./]\w)"
GLUED = (
    rule(
        "name",
        r"(?P<name>[A-Z](?<![\w@#/\\.].)(?<![A-Z0-9]-.)[A-Z]{0,3}[0-9]{1,4}(?>(?:\.[0-9]{1,2}(?![0-9]))?)"
        rf"(?>(?:[A-Z]{{1,2}}[0-9]{{0,3}})?))(?>(?:-(?P<last>[0-9]{{1,3}})(?![\w-]))?)(?P<s>s?){_ENDS}",
        _name,
    ),
    rule(
        "name", rf"(?P<name>[A-Z](?<=[0-9]-.)[0-9]{{1,3}})(?P<last>(?!))?(?P<s>s?){_ENDS}", _name, "-"
    ),  # the end of R2-D2
    rule(
        "name",
        rf"(?P<n>[1-9](?<![\w@#/\\.,].)(?<![^A-Za-z]-.)[0-9]{{0,3}}+)(?P<letters>[A-Z]{{1,2}}|[abcdehno]){_ENDS}(?!\s(?:rev\.\s)?ed\.)",
        _lettered,
    ),
    rule("name", rf"(?P<n>[1-9](?<![\w@#/\\.,-].)(?:80|20|080|440|160))(?P<letters>p){_ENDS}", _lettered, "p"),
)
