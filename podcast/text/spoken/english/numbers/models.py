"""Names of machines, programs and substances with a number in them.

v2.0; Python 3.12       version two point zero; Python three point twelve
RTX 4090; i7-9700K      RTX forty ninety; i7 ninety-seven hundred K
Boeing 747; CO₂         Boeing seven forty-seven; C-O-two
"""

import re

from podcast.text.spoken.english.numbers.grammar import DIGIT, END, Parts, last_word, parts, rule
from podcast.text.spoken.english.numbers.words import amount, cardinal, in_pairs, name_number, spelled, two_digits
from podcast.text.spoken.rule import Style

_PRODUCTS = frozenset(
    "python ios ipados macos watchos tvos android windows ubuntu debian fedora linux chrome firefox safari node "
    "node.js php ruby java go rust perl swift kotlin django rails react postgres postgresql mysql bluetooth usb "
    "version release ver".split()
)
_CHEMICALS = {"CO2": "C-O-two", "H2O": "H-two-O"}
_SUBSCRIPTS = {ord(sign): str(digit) for digit, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")}


def member(digits: str, style: Style) -> str:
    """Of a version: "3.05" is three point oh five, and "3.11" three point eleven."""
    if len(digits) == 2 and digits[0] == "0" and digits != "00":
        return two_digits(int(digits))
    return spelled(digits) if digits[0] == "0" or len(digits) > 3 else cardinal(digits, style)


def _version(match: re.Match[str], style: Style) -> str:
    is_named = last_word(match).rstrip(":") in ("version", "release")
    return ("" if is_named else "version ") + " point ".join(
        member(number, style) for number in match["chain"].split(".")
    )


def _product(match: re.Match[str], style: Style) -> Parts | None:
    if last_word(match) not in _PRODUCTS:
        return None
    return parts(match, chain=" point ".join(member(number, style) for number in match["chain"].split(".")))


def _chemical(match: re.Match[str], style: Style) -> str:
    if match[0] in _CHEMICALS:
        return _CHEMICALS[match[0]]
    signs = re.findall(r"[A-Z][a-z]?|[₀-₉]+", match[0])
    return "-".join(sign if sign[0].isalpha() else cardinal(sign.translate(_SUBSCRIPTS), style) for sign in signs)


def _aeroplane(match: re.Match[str], style: Style) -> Parts:
    last = amount(match["last"] or "1", style)
    return parts(match, number=name_number(match["number"], style), dash=" ", last=last)


def _model(match: re.Match[str], style: Style) -> Parts:
    """In pairs, as people say them: "RTX 4090"."""
    number = match["number"]
    return parts(match, number=cardinal(number, style) if number.endswith("00") else in_pairs(int(number)))


def _processor(match: re.Match[str], style: Style) -> Parts:
    """As in "i7-9700K", "i9-12900K"."""
    number = match["number"]
    is_long = len(number) == len("12900")
    said = f"{cardinal(number[:2], style)} {cardinal(number[2:], style)}" if is_long else in_pairs(int(number))
    return parts(match, dash=" ", number=said, letters=" " + "-".join(match["letters"]))


def _internet(match: re.Match[str], style: Style) -> str:
    return f"I.P version {cardinal(match[0][-1], style)}"


def _protocol(match: re.Match[str], style: Style) -> str:
    """As in "HTTP/2"."""
    return f" {amount(match[0][1:], style)}"


MODELS = (
    rule("version", rf"v(?<![\w.].)\.?(?P<chain>[0-9]{{1,6}}(?:\.[0-9]{{1,6}}){{0,8}}){END}", _version, "v"),
    rule("version", rf"(?P<chain>{DIGIT}(?<=\w\s.|\.\s.)[0-9]{{0,5}}(?:\.[0-9]{{1,6}}){{1,8}}){END}", _product, "."),
    rule("chemical", r"(?:CO2|H2O|[A-Z](?<!\w.)[A-Za-z]{0,3}[₀-₉][A-Za-z₀-₉]{0,8})(?!\w)", _chemical, "₀₁₂₃₄₅₆₇₈₉2"),
    rule(
        "model",
        r"(?P<number>7(?<!\w.)(?<![0-9][.,:/-].)[0-9]7)(?P<dash>-)(?P<last>[0-9]{1,3})(?!\w)(?![-.,/]?[0-9])",
        _aeroplane,
        "7",
    ),
    rule(
        "model",
        r"Boeing\s(?P<number>7[0-9]7)(?P<dash>(?!))?(?P<last>(?!))?(?!\w)(?![-.,/]?[0-9])",
        _aeroplane,
        "B",
        "7",
    ),
    rule(
        "model",
        rf"(?:RTX|GTX|RX|Ryzen|GeForce|Radeon|ThinkPad|Xeon)\s(?P<number>[1-9][0-9]{{3}}){END}",
        _model,
        "RGTX",
    ),
    rule("model", r"RFC\s(?P<number>[1-9][0-9]{3})(?!\w)", _model, "R"),
    rule(
        "model",
        r"i[3579](?<!\w..)(?P<dash>-)(?P<number>[1-9][0-9]{3,4})(?P<letters>[A-Z]{0,2})(?!\w)",
        _processor,
        "i",
        "-",
    ),
    rule("code", r"/(?<=[A-Z]{2}/)[0-9](?>(?:\.[0-9])?)(?![\w/-]|\.[0-9])", _protocol, "/"),
    rule("code", r"IP(?<!\w..)v[46](?!\w)", _internet, "v"),
)
