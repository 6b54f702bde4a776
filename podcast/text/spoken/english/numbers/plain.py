"""Numbers that are just numbers: ordinals, plurals, "10k", ranges, and at last every cardinal that is left.

    "the 22nd"  "747s"  "2.5M"  "10–12 people"  "won 3–1"  "1,234"  "007 4"

Digits that are glued to letters ("A380", "MP3") have no rule and stay: every engine reads a name of that kind.
"""

import re

from podcast.text.spoken.english.numbers.grammar import (
    AMOUNT,
    DIGIT,
    END,
    Parts,
    follows,
    is_plural,
    last_word,
    next_word,
    parts,
    rule,
    spaced,
)
from podcast.text.spoken.english.numbers.words import amount, grouped, name_number, ordinal, plural
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_MAGNITUDES = {"k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "B": "billion"}
_MAGNITUDES |= {"bn": "billion", "tn": "trillion", "trn": "trillion"}
_RACES = regex(r"[\s-](?:runs?|races?|walk|ride|row|course|runners?|loop|steps challenge)\b")
_MODELS = frozenset("iphone galaxy xbox pixel ipad".split())
_LEFT = regex(
    r"(?<![\w.,@/-])(?<!\w[/-])[0-9][0-9,.]*(?:%|°[CF]?|[ap]m|st|nd|rd|th|s|[kc]?m|[kKMB]|bn|kg|g|ft|in|mi)?$"
)
_RIGHT = regex(r"[$£€¥'’]?([0-9,]*)")
_BETWEEN = regex(r"\bbetween [$£€¥]?$")
_HALF = regex(r"[0-9]\s?(?:[ap]m|[AP]M|[ap]\.m\.|[AP]\.M\.)$")
_PAIRS = frozenset((("24", "7"), ("20", "20"), ("50", "50")))


def _ordinal(match: re.Match[str], style: Style) -> str | None:
    digits = match["n"].replace(",", "")
    last = int(digits[-2:])
    suffix = "th" if last in (11, 12, 13) else _SUFFIXES.get(last % 10, "th")
    return ordinal(digits, style) if match["suffix"].lower() == suffix else None


def _plural(match: re.Match[str], style: Style) -> str | None:
    """As in "1s and 0s", "747s"; "5s" may be seconds, or a telephone."""
    digits = match["n"]
    if last_word(match) in _MODELS or digits in "23456789":
        return None
    if digits == "100" and next_word(match) == "of":
        return "hundreds"
    return plural(name_number(digits, style) if digits.isdigit() else amount(digits, style))


def _magnitude(match: re.Match[str], style: Style) -> Parts | None:
    sign, gap = match["sign"], match["gap"]
    said = _MAGNITUDES[sign]
    if sign in "kK" and follows(match, _RACES):
        said = "K"
    elif (sign in "kKMB" and gap) or (
        not is_plural(next_word(match))
        and (sign == "m" or (sign == "K" and match["n"] in _DEFINITIONS) or (sign == "B" and "." not in match["n"]))
    ):
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
    if (left[0], right[1]) in _PAIRS:
        return " "
    is_between = _BETWEEN.search(match.string, max(left.start() - 10, 0), left.start())
    return " and " if is_between else " to "


def _spaced_range(match: re.Match[str], _style: Style) -> str | None:
    """The same with spaces around, as in "(1906 – 1975)", where what follows is no thought that was put in."""
    left = _ENDS_LOW.search(match.string, max(match.start() - 16, 0), match.start())
    right = _BEGINS_HIGH.match(match.string, match.end())
    if left is None or right is None:
        return None
    low, high = (float(one[1].replace(",", "")) for one in (left, right))
    before = match.string[max(left.start() - 30, 0) : left.start()]
    is_sure = left[2] or before.endswith("(") or match.string[right.end() : right.end() + 1] == ")"
    is_score = low > high and high < 20 and _WON.search(before)
    is_short = 1000 <= low < 2100 and low % 100 < high < 100 and right[1].isdigit()  # 1914 – 18
    if not is_sure and not is_score and ((low > high and not is_short) or _THOUGHT.match(match.string, right.end())):
        return None
    return " and " if _BETWEEN.search(before) else " to "


def _from_half(match: re.Match[str], _style: Style) -> str | None:
    """As in "5 a.m.–7 p.m."."""
    return " to " if _HALF.search(match.string, max(match.start() - 7, 0), match.start()) else None


def _pair(match: re.Match[str], _style: Style) -> str | None:
    """Two groups of digits that can't be a range, as "10027-1234"."""
    low, high = match["low"], match["high"]
    has_zero = any(len(digits) > 1 and digits[0] == "0" for digits in (low, high))
    if not has_zero and (max(len(low), len(high)) < 4 or int(low) < int(high)):
        return None
    return f"{grouped(low)}, {grouped(high)}"


def _name(match: re.Match[str], style: Style) -> Parts:
    return parts(match, n=name_number(match["n"], style))


def _of_name(match: re.Match[str], style: Style) -> Parts | None:
    """As in "Room 404", "Economics 101"."""
    before = last_word(match)
    is_taught = match["n"][1] == "0" and match.string.endswith(_TAUGHT, 0, match.start() - 1)
    return _name(match, style) if before in _NAMED or is_taught else None


def _airliner(match: re.Match[str], style: Style) -> Parts | None:
    """As in "a 747"; but "the 747 people" are counted."""
    return None if is_plural(next_word(match)) else _name(match, style)


def _big(match: re.Match[str], style: Style) -> str:
    """As in "the Big 5-0"."""
    return f"{amount(match[0][0], style)}-oh"


def _cardinal(match: re.Match[str], style: Style) -> str:
    return amount(match[0], style)


PLAIN = (
    rule("ordinal", rf"(?P<n>{DIGIT}[0-9,]{{0,20}}+)(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?!\w)", _ordinal, "sdhSDH"),
    rule("retirement plan", r"401(?<![\w.,-]...)(?:k|\(k\))(?!\w)", _pension, "k"),
    rule("plural", rf"(?P<n>{AMOUNT})s(?!\w)", _plural, "s"),
    rule("magnitude", rf"(?P<n>{AMOUNT})(?P<gap>\s?)(?P<sign>[kKmMB]|mn|bn|trn|tn)(?!\w)", _magnitude, "kKmMBbt"),
)
#: What a number of three digits behind is the name of …
_NAMED = frozenset(
    "http error channel fahrenheit room flight route highway interstate suite gate apartment unit bus studio".split()
)
#: … and what is taught: "Economics 101".
_TAUGHT = tuple(
    "Economics Physics Mathematics Maths Math English History Biology Chemistry Psychology Philosophy Sociology "
    "Anthropology Geology Geography Astronomy Calculus Algebra Statistics Latin Spanish French German Italian Greek "
    "Art Music Theatre Theater Drama Film Literature Writing Rhetoric Logic Ethics Law Accounting Finance Marketing "
    "Management Business Engineering Programming Computing Nursing Politics Government Education Journalism "
    "Parenting Cooking Dating Investing Econ Psych Bio Chem Sci Science CS".split()
)
NAMES = (
    rule("name", rf"(?P<n>{DIGIT}(?<=[a-zPS]\s.)[0-9]{{2}}){END}", _of_name),
    rule("name", r"(?P<n>[1-5](?<![\w.,/-].)[0-9]{2})(?=\s(?:errors?|status|response)\b)", _name, "e", "rs"),
    rule("name", r"(?P<n>7(?:(?<=\b[Aa] .)|(?<=he .))[0-9]7)(?!\w|[-.,/:][0-9])", _airliner, "7"),
    rule("name", r"[2-9](?<=[Bb]ig .)-0(?!\w)", _big, "-"),
    rule("name", rf"[1-9](?<=[A-Z]-.)[0-9]{{2}}{END}", lambda match, style: name_number(match[0], style)),
)
PAIRS = (rule("code", rf"(?P<low>{DIGIT}[0-9]{{0,8}}+)-(?P<high>[0-9]{{1,9}}+)(?!\w)(?![-.,/][0-9])", _pair, "-"),)
_ENDS_LOW = regex(
    r"(?<![\w.,:/–-])[$£€]?(?>([0-9]{1,9}(?:,[0-9]{3})*(?:\.[0-9]{1,4})?))"
    r"(:[0-5][0-9]|\s?(?:%|°|[ap]\.?m\.?|[AP]\.?M\.?))?(?:\s?[ap]\.?m\.?|\s?[AP]\.?M\.?)?\Z"
)
_BEGINS_HIGH = regex(r"[$£€]?(?>([0-9]{1,9}(?:,[0-9]{3})*(?:\.[0-9]{1,4})?))(?![\w/]|[.,–-][0-9])")
_WON = regex(
    r"\b(?:w[io]n|wins|lost|lose|loses|beat|beats|drew|draw|score[ds]?|victory|defeat|lead|led|ahead|by)\b[^.]*\Z"
)
_THOUGHT = regex(
    r"\s(?:\w+\s)?(?:later|earlier|before|after|ago|of (?:them|these|those|whom|which)|were|was|had|have)\b"
)
DASHES = (
    rule("range", r"\s[-–]\s(?<=[0-9%°mM.]...)(?=[$£€]?[0-9])", _spaced_range, "-–"),
    rule("range", r"\s[-–]\s(?<=0s...)(?=(?:the\s)?['’]?[0-9]{1,3}0s)", lambda _match, _style: " to ", "-–", "s"),
    rule("range", r"[-–](?<=°[CF]\s.)(?=\s[-−]?[0-9])", lambda _match, _style: "to", "-–", "°"),
    rule("range", r"[-–—](?<=[mM.].)(?=[0-9])", _from_half, "-–—", "mM"),
    rule(
        "range",
        r"(?:(?<=[0-9s])[-–—]|(?<=[0-9s])\s[-–—]\s)(?=(?:present|today|now)\b(?!\s[a-z]))",
        lambda _match, _style: " to ",
        "-–—",
    ),
    rule("stroke", r"/(?<=[0-9]/)(?=[0-9])", lambda _match, _style: " slash ", "/"),
    rule("range", r"[-–](?<=[0-9%°a-zCFKMB].)(?=[$£€¥'’]?[0-9])", _range, "-–"),
)
CARDINALS = (rule("number", rf"{AMOUNT}{END}", _cardinal),)
