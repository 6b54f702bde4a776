"""What stands around a match: the words on both sides of it, and whether a sentence ends there.

    word_before("on Main St.", 8)           # "Main"
    ends_sentence("by the sea, etc. The", 16)   # True: "The" opens a sentence

A few characters are looked at and no more, so that a rule costs the same in any text.
"""

import re
from collections.abc import Iterable

from podcast.text.spoken.regex import regex
from podcast.text.wordlist import each

_REACH = 32  # characters; more than the longest word that any rule asks for
_LAST = regex(r"[\w’'-]+\.?\Z")
_FIRST = regex(r"\s+[“‘\"'(\[]?(\w(?:[\w’'-]*\w)?)")
_AFTER = regex(r"[”’\"')\]»]{0,3}(?:\s*\Z|\s+[“‘\"'(\[]?(\w+))")

#: Words that open sentences, and that are no names. With others a dot may be an abbreviation's alone.
OPENERS = frozenset(
    each("""
    The A An It He She They We I You This That These Those There Here In On At By For From To With Without Of And
    But Or Nor So Yet If When While As After Before Since Until Although Though Because Once Unless Whether What Why
    How Who Whose Which Where His Her Its Their Our My Your Is Are Was Were Do Does Did Has Have Had Can Could Will
    Would Should May Might Must Not No Yes Now Then Today Later Soon Still Even Only Just Also Perhaps Maybe However
    Therefore Thus Indeed Instead Meanwhile Moreover Nevertheless Finally First Second Next Last All Some Many Most
    Few Each Every Both Neither Either Another Other Such One Two Three Four Five Several Never Always Often
    Sometimes Let Please Under Over Between During Through Across Against Among Around About Above Below Like
    Despite Nobody Nothing Everyone Everything Someone Something Anyone Anything See Note Use
    """)
)


#: Small words within names.
PARTICLES = frozenset(each("van von de del della du da di la le ten ter zu zur af av bin ibn al el"))


def word_before(text: str, at: int) -> str:
    """The word that ends before an index, with its dot; empty where something else than a space lies between."""
    near = text[max(at - _REACH, 0) : at]
    head = near.rstrip()
    is_line_end = "\n" in near[len(head) :] and head[-1:].isalnum()  # in verse it is said as a comma
    match = None if is_line_end else _LAST.search(head)
    return match[0] if match else ""


def word_after(text: str, at: int) -> str:
    """The word that begins after an index and a space, whatever bracket or quotation mark opens before it."""
    match = _FIRST.match(text, at)
    return match[1] if match else ""


def is_name(word: str) -> bool:
    """Whether it is written like a name, and is not how sentences begin."""
    return word[:1].isupper() and word.rstrip(".").capitalize() not in OPENERS


def ends_sentence(text: str, at: int) -> bool:
    """Whether a dot before an index is a full stop: at the end of the text, and before a word that opens sentences."""
    match = _AFTER.match(text, at)
    return match is not None and (match[1] is None or match[1] in OPENERS)


def ends_before_capital(text: str, at: int) -> bool:
    """The same for abbreviations that no name follows, as "etc.": any capital opens a sentence."""
    match = _AFTER.match(text, at)
    return match is not None and (match[1] is None or match[1][0].isupper())


def stopped(said: str, text: str, at: int) -> str:
    """What is said for an abbreviation whose dot ends at an index, with the stop where it is the sentence's too."""
    return said + "." if ends_sentence(text, at) else said


def like(written: str, said: str) -> str:
    """With a capital where the written form has one."""
    return said[:1].upper() + said[1:] if written[:1].isupper() else said


def table(lines: str) -> dict[str, str]:
    """`written = said`, a line each."""
    pairs = (line.strip().partition(" = ") for line in lines.strip().splitlines())
    return {written: said for written, _, said in pairs}


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; a space in one is any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
