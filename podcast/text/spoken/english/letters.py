"""Letters that are said by their names: initials, dotted abbreviations, an A that is no article.

    J. R. R. Tolkien   J R R Tolkien     no pause at the dots
    the U.S. said      the U.S said      in "the U.S. It" the dot stays
    vitamin A is       vitamin eigh is   engines say "a" as an article

Dots between letters make every engine say their names, and a dot at the end a pause, so there is none but at the end of
a sentence. Where a letter's dot could also be that sentence's, `spelled` puts hyphens.
"""

import re

from podcast.text.spoken.english.context import PARTICLES, ends_sentence, is_name, word_after, word_before
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, _Said
from podcast.text.wordlist import each

#: What is named by a letter after it, so that its dot is no initial's.
_NAMED_BY_LETTER = frozenset(
    each("""
    plan vitamin vitamins type grade group class hepatitis appendix exhibit option point letter model phase category
    schedule section part chapter figure table case team side block building wing room gate row platform terminal
    zone line level step stage note form question answer person party company brand product generation division
    league serie series influenza strain protein factor index variable mode method scenario version unit
    """)
)
_ARTICLES = frozenset(each("an the letter letters straight"))
_MOST_DOTS = 7  # in one word; more of them are no abbreviation


def spelled(letters: str, suffix: str = "", follows: str = "") -> str:
    """Letters by their names; `suffix` is said with the last of them, and `follows` is the character after it."""
    is_hyphened = suffix or follows == "."
    return ("-" if is_hyphened else ".").join(letters.upper()) + suffix


def _dotted(match: re.Match[str], _style: Style) -> str:
    letters = "".join(filter(str.isalpha, match[1]))
    if match[3]:
        return spelled(letters, "'s")
    is_stop = match[2] and ends_sentence(match.string, match.end())
    return spelled(letters) + ("." if is_stop else "")


def _initials(match: re.Match[str], _style: Style) -> _Said:
    """Those of a name, each without its dot."""
    follows = word_after(match.string, match.end() - 1)
    if (not is_name(follows) or follows.isupper()) and follows not in PARTICLES:
        return None
    letters = list(_INITIAL.finditer(match.string, match.start(), match.end()))
    if len(letters) == 1 and not _is_of_name(match):
        return None
    return [(named(one[1]), one.start(), one.end()) for one in letters]


def named(letter: str) -> str:
    """Its name; an A before a space would be an article."""
    return "eigh" if letter == "A" else letter


def _is_of_name(match: re.Match[str]) -> bool:
    """One alone. At the beginning "A. Sources" is a list's letter; "plan B. Germany" ends a sentence."""
    before = word_before(match.string, match.start())
    is_pronoun = match[0][0] == "I" and not is_name(before)
    is_listed = _LISTED.search(match.string[max(match.start() - 8, 0) : match.start()])
    is_first = not match.string[max(match.start() - 8, 0) : match.start()].strip()
    return not (is_pronoun or is_listed or is_first or before.lower() in _NAMED_BY_LETTER)


def _letter_a(match: re.Match[str], _style: Style) -> str | None:
    before = word_before(match.string, match.start()).lower()
    return named("A") if match[1] is not None or before in _NAMED_BY_LETTER or before in _ARTICLES else None


_LISTED = regex(r"\b[A-Z],? (?:and|or) \Z")  # A, B and C. Then
_INITIAL = regex(r"([A-Z])\.")

LETTERS = (
    SpokenRule("degree", regex(r"\b(Ph\.\s?D|[BDM]\.Sc|[BM]\.Ed|Ed\.D|LL\.[BDM])\b(\.)?([’']?s\b)?"), _dotted),
    SpokenRule("initials", regex(r"(?<![\w.’'&-])(?<![A-Z]\.\s)(?:[A-Z]\.\s){1,4}(?=[^\W\d_])"), _initials),
    SpokenRule(
        "initials",
        regex(rf"(?<![\w.&-])((?:[A-Z]\.){{1,{_MOST_DOTS - 1}}}[A-Z])\b(?!\.\w)(\.)?([’']?s\b)?"),
        _dotted,
    ),
    SpokenRule(
        "letter",
        regex(r"(?<=\w )A(?=\s+(?:(?:or|and|to)\s[B-Z]\b|(?:major|minor|flat|sharp)\b)()|\s+[a-z])"),
        _letter_a,
    ),
)
