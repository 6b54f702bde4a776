"""Signs of arithmetic and the like, said where they stand between or before numbers: 2 + 2 = 4, x > 5, −5, ±5, 10², #5.

    OPERATORS    # what stands between two numbers
    PREFIXES     # what stands before one, and nothing before it

Letters are operands only alone ("x = 5"); arrows, mark-up and code ("==", "->") stay as they stand.
"""

import re

from podcast.text.spoken.english.numbers.grammar import (
    AMOUNT,
    DIGIT,
    END,
    NEXT_AMOUNT,
    Parts,
    last_word,
    parts,
    rule,
)
from podcast.text.spoken.english.numbers.words import amount, cardinal, plural
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_BETWEEN = {
    "+": "plus",
    "=": "equals",
    "×": "times",
    "*": "times",
    "÷": "divided by",
    "≠": "is not equal to",
    "≈": "is about",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "±": "plus or minus",
    "−": "minus",
    "-": "minus",
    "/": "divided by",
    "x": "by",
}
_BEFORE = {
    "+": "plus",
    "~": "about",
    "∼": "about",
    "≈": "about",
    "<": "less than",
    ">": "more than",
    "≤": "at most",
    "≥": "at least",
    "±": "plus or minus",
    "-": "minus",
    "−": "minus",
}
_ALL_BEFORE = "".join(_BEFORE)
_LEFT = regex(r"(?:[0-9)%²³½°]|(?<![^\W0-9])(?<!['’.@/&-])[A-Za-zα-ω])(\s?)$")
_RIGHT = regex(r"(\s?)(?:[-−±√$£€(]?\(?[0-9.]*[0-9]|[A-Za-zα-ω](?:(?![\w'’.@-])|c?[²³^]))")
_EQUATION = regex(r"\s?[-+×*/().0-9a-z\s−]{1,24}?=\s?[-−]?[0-9a-z]")
_AFTER_EQUALS = regex(r"=[^=,;]{1,16}$")
_TEN_TO = regex(r"\s?10[\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SIZE = regex(r"\s?[0-9.,]+(?:\s?[x×]\s?[0-9.,]+)*\s?(?:[kcmnµ]?m|in|ft|px|feet|inches|meters|metres|pixels)\b")
_SAYS = frozenset("is was be said says say answer answered answers replied voted vote simply".split())
_NUMBERED = frozenset("route highway apartment suite unit bus flight lot box track order bill case item room".split())
_COUNT_BEHIND = regex(
    r"\s[0-9,.]+\s(?:people|men|women|children|[a-z]+[^s\W]s)\s(?:were|was|are|had|have|has|left|later|ago|agreed|came|went|"
    r"died|passed|stayed|remained|followed|[a-z]+ed)\b"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _between(match: re.Match[str], _style: Style) -> str | None:
    sign, text, start, end = match[0], match.string, match.start(), match.end()
    if sign in "x/" and not text[end : end + 1].isspace():
        return None
    left, right = _LEFT.search(text, max(start - 3, 0), start), _RIGHT.match(text, end)
    if left is None or right is None:
        return None
    spaces = bool(left[1]), bool(right[1])
    if spaces[0] != spaces[1]:
        return None
    if (sign in "-/" or (sign == "*" and not spaces[0])) and not _is_in_equation(match):
        return None
    said = "by" if sign == "×" and _is_size(match, is_spaced=spaces[0]) else _BETWEEN[sign]
    if sign == "x" and _TEN_TO.match(text, end):
        said = "times"
    return said if spaces[0] else f" {said} "


def _is_in_equation(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    return bool(_EQUATION.match(text, match.end()) or _AFTER_EQUALS.search(text, max(start - 18, 0), start))


def _is_size(match: re.Match[str], *, is_spaced: bool) -> bool:
    if _TEN_TO.match(match.string, match.end()):
        return False
    return not is_spaced or _SIZE.match(match.string, match.end()) is not None


def _before(match: re.Match[str], _style: Style) -> str:
    return f"{_BEFORE[match[0]]} "


def _power(match: re.Match[str], style: Style) -> str:
    base = amount(match["n"], style) if match["n"][-1].isdigit() else "-".join(match["n"])
    exponent = match["power"].translate(_SUPERSCRIPTS).lstrip("^").replace("−", "-")
    if exponent in ("2", "3"):
        return f"{base} {'squared' if exponent == '2' else 'cubed'}"
    if exponent.isalpha():
        return f"{base} to the power of {exponent}"
    return f"{base} {_ten_to(exponent, style)}"


def _scientific(match: re.Match[str], style: Style) -> str:
    return f"{amount(match['n'], style)} times ten {_ten_to(match['power'].lstrip('+'), style)}"


def _ten_to(exponent: str, style: Style) -> str:
    minus = "minus " if exponent.startswith("-") else ""
    return f"to the power of {minus}{cardinal(exponent.lstrip('-'), style)}"


def _root(match: re.Match[str], _style: Style) -> str:
    return {"√": "the square root of ", "∛": "the cube root of "}[match[0].strip()]


def _times(match: re.Match[str], style: Style) -> Parts:
    """As in "5x faster"."""
    return parts(match, n=amount(match["n"], style), x=" times")


def _coefficient(match: re.Match[str], style: Style) -> str:
    """As in "5x + 3"."""
    return f"{amount(match['n'], style)} {match['letter']}"


def _more(match: re.Match[str], style: Style) -> Parts:
    """As in "50+ countries"."""
    return parts(match, n=amount(match["n"], style), plus=" plus")


def _by(match: re.Match[str], style: Style) -> Parts:
    """As in "4x4"."""
    texts = {name: amount(match[name] or "0", style) for name in ("one", "two", "three")}
    last = "three" if match["three"] else "two"
    if match["s"]:
        texts[last] = plural(texts[last])
    said = parts(match, one=texts["one"], x=" by ", two=texts["two"], x2=" by ", three=texts["three"])
    return [*said[:-1], (texts[last], match.start(last), match.end())]


def _number_sign(match: re.Match[str], _style: Style) -> str | None:
    if match[0] == "no." and last_word(match) in _SAYS and _COUNT_BEHIND.match(match.string, match.end()):
        return None  # "His answer was no. 10 people left."
    if match[0] == "#" and match.string[match.end()] == " " and last_word(match) not in _NUMBERED:
        return None
    said = "numbers" if match[0].lower() == "nos." else "number"
    return said if match.string[match.end()].isspace() else f"{said} "


_POWER = r"(?P<power>\^[-−]?(?:[0-9]{1,4}|[a-z])|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?!\w)"
_SIZE_OF_THREE = (
    rf"(?P<one>{AMOUNT})(?P<x>x)(?P<two>{NEXT_AMOUNT})(?>(?:(?P<x2>x)(?P<three>{NEXT_AMOUNT}))?)(?>(?P<s>s)?){END}"
)
POWERS = (
    rule("power", rf"(?P<n>{AMOUNT}){_POWER}", _power, "^⁰¹²³⁴⁵⁶⁷⁸⁹"),
    rule("power", rf"(?P<n>{AMOUNT})[eE](?P<power>[-+]?[0-9]{{1,3}}){END}", _scientific, "eE"),
    rule("root", r"[√∛]\s?(?=[0-9(]|[A-Za-z](?!\w))", _root, "√∛"),
    rule("size", _SIZE_OF_THREE, _by, "x"),
    rule("times", rf"(?P<n>{AMOUNT})(?P<x>[x×])(?!\w)(?!\s?[-+=−×÷0-9])", _times, "x×"),
)
LETTERS = (
    rule("power", rf"(?P<n>[A-Za-zα-ωΑ-Ω](?<![\w’'.].)c?){_POWER}", _power, "^⁰¹²³⁴⁵⁶⁷⁸⁹"),
    rule(
        "variable",
        rf"(?P<n>{AMOUNT})(?P<letter>[a-z])(?=\s?[+=−×÷]\s?[0-9a-z]|(?:\s-\s|(?<=[abcnxyz])-)[0-9a-z])",
        _coefficient,
        "-+=−×÷",
    ),
)
OPERATORS = (rule("sign", r"[-+=×*÷≠≈<>≤≥±−/x](?<![-+=*<>/~|].)(?![-+=*<>/~|])", _between, "".join(_BETWEEN)),)
PREFIXES = (
    rule(
        "sign",
        r"[-−+~∼≈<>≤≥±](?<![^\s(\[{=<>≤≥~≈±“‘–—].)(?=[-−]?[$£€¥]?\.?[0-9½¼¾])(?![0-9]{1,9}>)",
        _before,
        _ALL_BEFORE,
    ),
    rule("sign", r"[≈≤≥±](?<![^\s(\[].)(?=\s[$£€¥]?\.?[0-9])", lambda match, _style: _BEFORE[match[0]]),
    rule("sign", r"–(?<![^\s(\[].)(?=[0-9.]{1,6}\s?[°%])", lambda _match, _style: "minus "),
    rule("sign", rf"(?P<n>{DIGIT}[0-9,]{{0,9}}+)(?P<plus>[+])(?![\w+-])(?!\s?[0-9])", _more, "+"),
    rule(
        "number sign",
        r"(?:#(?<![\w#&/].)(?=[0-9]++(?![\w-]))|#(?<=\w\s.)(?=\s[0-9])|№(?=\s?[0-9])|No(?<=\b(?:at|in|of|to)\sNo)(?=\s[0-9])|[Nn]os?\.(?=\s?[0-9]))",
        _number_sign,
        "#№.N",
    ),
)
