"""What the rules about numbers share: how a number is written, and how to look at what stands around it.

    regex(rf"(?P<n>{AMOUNT}){END}")    # "1,250.05", not "A380" nor "1.000.000"

Patterns begin with the sign that they are about, since `re` then skips what can't be the beginning; what may not stand
before it is asked afterwards, by a look behind. Numbers are atomic groups: no part of a
number is taken for the whole, and no input makes a search go back.
"""

import re

from podcast.text.spoken.english.numbers.words import VULGAR
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Say, SpokenRule, part

Parts = list[tuple[str, int, int]]

_SPACES = "\u00a0\u2009\u202f"
#: Behind the first character of a number: no letter, digit or address before it, no "3." of "3.5", nor "1," of "1,000"
_FREE = (
    r"(?<![\w@\\].)(?<![0-9]\..)(?<![^\W0-9_]/.)"
    rf"(?!(?<=[0-9][,{_SPACES}].)[0-9]{{2}}(?![0-9]))"
)
_SEPARATED = (
    rf"(?:[0-9]{{0,2}}(?>(?:[,{_SPACES}][0-9]{{3}}(?![0-9]))+)"
    r"|[0-9]?(?>(?:,[0-9]{2}(?![0-9]))+),[0-9]{3}(?![0-9]))"  # 1,00,000, as in India
)
#: With plain spaces, where nothing else can be meant.
_SPACED = r"[0-9]{0,2}(?:(?>(?: [0-9]{3}(?![0-9])){2,})| 000(?![0-9]))"
_DECIMALS = r"(?>(?:\.[0-9]++)?)"
#: Digits that begin a number.
DIGIT = rf"[0-9]{_FREE}"
#: A number, with its left boundary: 5, 1,250, 3.14, .5
AMOUNT = (
    rf"(?:[0-9.]{_FREE}(?<!\.\.)(?:(?<![0.]){_SPACED}{_DECIMALS}"
    rf"|(?>(?<=\.)[0-9]++|(?<!\.)(?:(?<!0){_SEPARATED}|[0-9]*+){_DECIMALS})))"
)
#: A number that follows something which is part of the match.
NEXT_AMOUNT = rf"(?:[1-9]{_SPACED}{_DECIMALS}|(?>(?:[1-9]{_SEPARATED}|[0-9]++){_DECIMALS}|\.[0-9]++))"
#: What may not follow a number: letters, or more digits.
END = rf"(?![\w])(?!\.[0-9])(?![,{_SPACES}][0-9]{{3}}(?![0-9]))"
DASH = r"[-–—]"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NUMERALS = f"0123456789{VULGAR}⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"

_NO_NOUNS = frozenset(
    (
        "a about above across after again ago all already also although always am an and any are around as at away "
        "back be because been before behind below beneath beside between beyond both but by can could did do does down "
        "during each either else even ever every except for from had has have he her here his how i if in into is it "
        "its just later less like many may me might more most much must my nearly neither never next no nor not "
        "now of off often on once one only onto or other our out over own per plus rather she should since so some "
        "soon still such than that the their them then there these they this those though through till to today "
        "together too toward towards under unless until up upon us very was we were what when where whether which "
        "while who whose why will with within without would yet you your"
    ).split()
)
MAGNITUDES = frozenset("hundred thousand million billion trillion".split())
_ARTICLES = frozenset("a an the this that his her its their our my your each every first last".split())
_PEOPLE = frozenset("people men women children feet teeth mice geese sheep fish folk police cattle dollars".split())
_NO_PLURALS = regex(r"(?:ss|us|is|as|’s|'s)$")


def rule(name: str, pattern: str, say: Say, *needs: str) -> SpokenRule:
    """A rule about something with a numeral in it, and with some character of each of `needs`."""
    return SpokenRule(name, regex(pattern), say, needs=(_NUMERALS, *needs))


def parts(match: re.Match[str], **texts: str) -> Parts:
    """A text for each named group that matched, in the order in which they stand."""
    return [part(match, name, text) for name, text in texts.items() if match.start(name) >= 0]


def spaced(match: re.Match[str], name: str, text: str) -> str:
    """`text` for a group, away from what it is glued to: "5km" is two words."""
    before = match.string[match.start(name) - 1 : match.start(name)]
    return text if before.isspace() or before == "-" else f" {text}"


def last_word(match: re.Match[str]) -> str:
    """The word before the match, lower case; none where more than a space lies between."""
    start = match.start()
    head = match.string[max(start - 20, 0) : start]
    return head.split()[-1].strip("(“\"'‘.").lower() if head[-1:].isspace() and head.strip() else ""


_NEXT_WORD = regex(r"\s([^\W\d_]++(?:['’]s)?)")


def next_word(match: re.Match[str]) -> str:
    """The word after the match and one space, as it is written."""
    found = _NEXT_WORD.match(match.string, match.end(), match.end() + 30)
    return found[1] if found else ""


def is_noun(word: str) -> bool:
    """Whether it might be one: a list of what isn't is the most that can be had in a microsecond."""
    return word.islower() and word not in _NO_NOUNS and not word.endswith("ly")


def is_plural(word: str) -> bool:
    return word in _PEOPLE or (is_noun(word) and word.endswith("s") and not _NO_PLURALS.search(word))


def is_before_noun(match: re.Match[str]) -> bool:
    """Whether the match tells which one it is, and has no plural therefore: "a $5 coffee", "$1,000-a-month"."""
    end = match.end()
    if match.string[end : end + 1] == "-":
        return match.string[end + 1 : end + 2].isalpha()
    return last_word(match) in _ARTICLES and is_noun(next_word(match)) and not is_plural(next_word(match))


def joint(match: re.Match[str]) -> str:
    """What is said for a dash between two numbers: "between 1850–1900" is "and"."""
    return " and " if last_word(match) == "between" else " to "


def follows(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return pattern.match(match.string, match.end()) is not None
