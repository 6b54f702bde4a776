"""Numbers that count nothing: telephone numbers, ISBNs, postal codes, addresses of machines, 501(c)(3), 007.

They are said digit by digit, with little pauses where they are written in groups. "1.000.000" stays as it stands: to
half of the world it is a million, and to nobody a version.
"""

import re

from podcast.text.spoken.english.americanstates import POSTAL, STATES, WITH_ZIP
from podcast.text.spoken.english.context import any_of
from podcast.text.spoken.english.numbers.grammar import (
    CAPITALS,
    DIGIT,
    END,
    Parts,
    is_plural,
    next_word,
    parts,
    rule,
)
from podcast.text.spoken.english.numbers.models import member
from podcast.text.spoken.english.numbers.words import cardinal, grouped, name_number, spelled
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_STATE = regex(rf"\b(?:{any_of(STATES)}|{any_of({*STATES.values(), *POSTAL.values(), *WITH_ZIP.values()})})\Z")
_NAME = regex(r"\b[A-Z][a-z]+, \Z")
_CLOSES = regex(r"[.;)]|\s*\Z")
_GROUP = regex(r"[0-9X]+")


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


def _zip(match: re.Match[str], _style: Style) -> str | None:
    """The post's number after a state's name, or last after a town's: "Texas, 75115", "Beverly Hills, 90210"."""
    before = match.string[max(match.start() - 24, 0) : match.start()]
    is_of_place = _NAME.search(before) and _CLOSES.match(match.string, match.end())
    is_of_state = _STATE.search(before.rstrip(", ")) and not is_plural(next_word(match))
    return spelled(match[0]) if is_of_place or is_of_state else None


def _machine(match: re.Match[str], _style: Style) -> str | None:
    numbers = match[0].split(".")
    if any(int(number) > 255 for number in numbers):
        return None
    return " dot ".join(spelled(number) for number in numbers)


def _chain(match: re.Match[str], style: Style) -> str:
    return " point ".join(member(number, style) for number in match[0].split("."))


def _paragraph(match: re.Match[str], style: Style) -> Parts:
    """As in "501(c)(3)"."""
    said = parts(match, number=name_number(match["number"], style))
    said.append((f" {match['letter'].upper()}", match.end("number"), match.end("letter") + 1))
    if match["point"]:
        said.append((f" {cardinal(match['point'], style)}", match.end("letter") + 1, match.end("point") + 1))
    return said


def _agent(_match: re.Match[str], _style: Style) -> str:
    return "double oh seven"


def _dashed(match: re.Match[str], style: Style) -> str:
    """The hyphens of "4-4-2" stay; "123-45-6789" is a code."""
    groups = match[0].split("-")
    if all(len(group) < 3 and group[0] != "0" for group in groups):
        return "-".join(cardinal(group, style) for group in groups)
    return ", ".join(spelled(group) for group in groups)


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
    rule("code", r"[0-9]{5}(?<=[a-z.,]\s.{5})(?!\w)(?![.,-]?[0-9])", _zip),
    rule("code", rf"{DIGIT}[0-9]{{0,2}}+(?>(?:\.[0-9]{{1,3}}){{3}})(?!\w)(?!\.[0-9])", _machine, "."),
    rule("version", rf"{DIGIT}[0-9]{{0,5}}+(?>(?:\.[0-9]{{1,6}}){{2,8}}){END}", _chain, "."),
    rule(
        "code",
        r"(?P<number>[1-9](?<![\w.,-].)[0-9]{2})\((?P<letter>[a-z])\)(?>(?:\((?P<point>[0-9]{1,2})\))?)(?!\w)",
        _paragraph,
        "(",
    ),
    rule("code", r"007(?!\w)(?![.,:/-]?[0-9])", _agent, "7"),
    rule("code", rf"{DIGIT}[0-9]{{0,5}}+(?>(?:-[0-9]{{1,6}}){{2,8}})(?!\w)(?![.:/-][0-9])", _dashed, "-"),
)
