"""Numbers that count nothing: telephone numbers, ISBNs, postal codes, versions, addresses of machines, CO₂, 007.

They are said digit by digit, with little pauses where they are written in groups. "1.000.000" stays as it stands: to
half of the world it is a million, and to nobody a version.
"""

import re

from podcast.text.spoken.english.numbers.grammar import CAPITALS, DIGIT, END, Parts, last_word, parts, rule
from podcast.text.spoken.english.numbers.words import amount, cardinal, grouped, name_number, spelled, two_digits
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_GROUP = regex(r"[0-9X]+")
_PRODUCTS = (
    "Python|iOS|iPadOS|macOS|watchOS|tvOS|Android|Windows|Ubuntu|Debian|Fedora|Linux|Chrome|Firefox|Safari|Node|Node.js|PHP|Ruby|"
    "Java|Go|Rust|Perl|Swift|Kotlin|Django|Rails|React|Postgres|PostgreSQL|MySQL|Bluetooth|USB|[Vv]ersion|[Rr]elease|[Vv]er\\."
)
_CHEMICALS = {"CO2": "C-O-two", "H2O": "H-two-O"}
_SUBSCRIPTS = {ord(sign): str(digit) for digit, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")}


def _stands(_match: re.Match[str], _style: Style) -> Parts:
    return []


def _phone(match: re.Match[str], _style: Style) -> str:
    said = ", ".join(spelled(group) for group in _GROUP.findall(match[0]))
    return f"plus {said}" if match[0].startswith("+") else said


def _british_phone(match: re.Match[str], style: Style) -> str | None:
    return _phone(match, style) if sum(map(str.isdigit, match[0])) in (10, 11) else None


def _episode(match: re.Match[str], style: Style) -> str:
    return f"season {cardinal(match['season'], style)} episode {cardinal(match['episode'], style)}"


def _free_phone(match: re.Match[str], style: Style) -> str:
    """As in "1-800-FLOWERS"."""
    return f"one, {name_number(match['area'], style)}, "


def _book(match: re.Match[str], _style: Style) -> Parts | None:
    groups = _GROUP.findall(match["code"])
    if sum(map(len, groups)) not in (8, 10, 13):
        return None
    groups[-1], last = groups[-1].removesuffix("X"), "-X" if groups[-1].endswith("X") else ""
    return parts(match, code=", ".join(grouped(group) for group in groups if group).strip() + last)


def _postal(match: re.Match[str], _style: Style) -> Parts:
    return parts(match, code=", ".join(map(spelled, match["code"].split("-"))))


def _machine(match: re.Match[str], _style: Style) -> str | None:
    numbers = match[0].split(".")
    if any(int(number) > 255 for number in numbers):
        return None
    return " dot ".join(spelled(number) for number in numbers)


def _chain(match: re.Match[str], style: Style) -> str:
    return " point ".join(_member(number, style) for number in match[0].split("."))


def _member(digits: str, style: Style) -> str:
    if len(digits) == 2 and digits[0] == "0" and digits != "00":
        return two_digits(int(digits))
    return spelled(digits) if digits[0] == "0" or len(digits) > 3 else cardinal(digits, style)


def _version(match: re.Match[str], style: Style) -> str:
    is_named = last_word(match).rstrip(":") in ("version", "release")
    return ("" if is_named else "version ") + " point ".join(
        _member(number, style) for number in match["chain"].split(".")
    )


def _product(match: re.Match[str], style: Style) -> Parts:
    return parts(match, chain=" point ".join(_member(number, style) for number in match["chain"].split(".")))


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
    pairs = int(match["number"][:2]), int(match["number"][2:])
    said = " ".join(map(two_digits, pairs)) if pairs[1] else cardinal(match["number"], style)
    return parts(match, number=said)


def _agent(_match: re.Match[str], _style: Style) -> str:
    return "double oh seven"


def _dashed(match: re.Match[str], style: Style) -> str:
    """The hyphens of "4-4-2" stay; "123-45-6789" is a code."""
    groups = match[0].split("-")
    if all(len(group) < 3 and group[0] != "0" for group in groups):
        return "-".join(cardinal(group, style) for group in groups)
    return ", ".join(spelled(group) for group in groups)


_CHAIN = r"[0-9]{1,6}(?:\.[0-9]{1,6}){1,8}"
CODES = (
    rule(
        "code",
        rf"{DIGIT}[0-9]{{0,2}}+(?:(?>(?:\.[0-9]{{3}}){{2,}})|(?>(?:\.[0-9]{{3}})+),[0-9]{{1,2}}(?![0-9])){END}",
        _stands,
        ".",
    ),
    rule("telephone", r"[0-9](?<=[Cc]all .|[Dd]ial .)[0-9]{2}(?!\w)(?![\s.,:/-]?[0-9])", _phone, "CcDd"),
    rule(
        "telephone",
        r"[+](?<!\w.)[0-9]{1,3}(?>(?:[\s.-]?(?:\([0-9]{1,5}\)|[0-9]{1,5})){2,6})(?!\w)(?![.-]?[0-9])",
        _phone,
        "+",
    ),
    rule("telephone", r"\((?<!\w.)[2-9][0-9]{2}\)[\s-]?[0-9]{3}[\s.-][0-9]{4}(?!\w)(?![.-]?[0-9])", _phone, "("),
    rule(
        "telephone",
        rf"{DIGIT}(?:(?<=1)[\s.-][2-9])?(?<=[2-9])[0-9]{{2}}(?P<mark>[\s.-])[0-9]{{3}}(?P=mark)[0-9]{{4}}(?!\w)(?![.-]?[0-9])",
        _phone,
        " \u00a0.-",
        "23456789",
    ),
    rule("telephone", r"5(?<!\w.)(?<![0-9][.-].)55[\s.-][0-9]{4}(?!\w)(?![.-]?[0-9])", _phone, "5", " .-"),
    rule("telephone", r"[2-9](?<=[Cc]all .|[Dd]ial .)[0-9]{2}-[0-9]{4}(?!\w)(?![.-]?[0-9])", _phone, "-", "CcDd"),
    rule(
        "telephone",
        r"(?:\((?<!\w.)0[0-9]{2,4}\)|0(?<![\w.,:/-].)[1-9][0-9]{1,3})[\s-][0-9]{3,6}(?>(?:[\s-][0-9]{3,4})?)(?!\w)(?![.,-]?[0-9])",
        _british_phone,
        "0",
    ),
    rule("telephone", r"1(?<!\w.)-(?P<area>8[0-9]{2}|900)-(?=[A-Z])", _free_phone, "1", "-"),
    rule(
        "telephone",
        r"911(?:(?=\s(?:calls?|callers?|operators?|dispatch(?:ers?)?|cent(?:er|re)s?|systems?|emergency|recordings?|tapes?)\b)"
        r"|(?<=(?:alled|lling|ialed|aling|honed) 911)|(?<=alls 911))(?!\w)",
        _phone,
        "9",
    ),
    rule("episode", r"S(?<!\w.)(?P<season>[0-9]{1,2})\s?E(?P<episode>[0-9]{1,3})(?!\w)", _episode, "S", "E"),
    rule(
        "code",
        r"(?:ISBN|ISSN)(?:-1[03])?:?\s(?P<code>[0-9](?:[\s-]?[0-9]){6,11}[\s-]?[0-9X])(?!\w)(?!-[0-9])",
        _book,
        "I",
        "S",
    ),
    rule(
        "code",
        r"(?P<code>[0-9]{5}(?:(?<=\b[A-Z]{2}\s.{5})|(?<=\b(?:ZIP|zip)\s.{5})|(?<=\bcode\s.{5}))(?>(?:-[0-9]{4})?))(?!\w)(?![.,-]?[0-9])",
        _postal,
        CAPITALS + "z",
    ),
    rule("code", rf"{DIGIT}[0-9]{{0,2}}+(?>(?:\.[0-9]{{1,3}}){{3}})(?!\w)(?!\.[0-9])", _machine, "."),
    rule("version", rf"v(?<![\w.].)\.?(?P<chain>[0-9]{{1,6}}(?:\.[0-9]{{1,6}}){{0,8}}){END}", _version, "v"),
    rule("version", rf"(?:{_PRODUCTS})\s(?P<chain>{_CHAIN}){END}", _product, "."),
    rule("version", rf"{DIGIT}[0-9]{{0,5}}+(?>(?:\.[0-9]{{1,6}}){{2,8}}){END}", _chain, "."),
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
    rule("code", r"007(?!\w)(?![.,:/-]?[0-9])", _agent, "7"),
    rule("code", rf"{DIGIT}[0-9]{{0,5}}+(?>(?:-[0-9]{{1,6}}){{2,8}})(?!\w)(?![.:/-][0-9])", _dashed, "-"),
)
