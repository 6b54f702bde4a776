"""Rules that say a written form in words, and how they are applied to a text.

    def percentage(match: re.Match[str], style: Style) -> str | None: ...

    PERCENTAGES = (Rule("percentage", re.compile(r"…"), percentage),)
    form = applied(PERCENTAGES, "It fell by 5%.", Style("en-us"))

A rule is a pattern and what is said for a match of it: a text, or texts for parts of the match, or None where the
match is not what it seems. An earlier rule has the first word; nothing is expanded twice. No rule can begin or end
inside of a word: `applied` sees to that for all of them, whatever their patterns say ("drôle" has no "Dr").
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from podcast.text.spoken.form import Piece, Spoken, joined


@dataclass(frozen=True, slots=True)
class Style:
    """In which language, and which manner of it, things are said."""

    language: str  # BCP 47, lower case

    @property
    def is_american(self) -> bool:
        """Whether it is "one hundred five", and March before 4 in 3/4."""
        return self.language in ("en", "en-us", "en-ca", "en-ph")


#: What is said: for the whole match, or (text, start, end) for stretches of the written text within it, in order;
#: what lies between them is said as it stands.
Said = str | Sequence[tuple[str, int, int]] | None
Say = Callable[[re.Match[str], Style], Said]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str  # as people call what it expands: "year", "currency"
    pattern: re.Pattern[str]
    say: Say
    ipa: str = ""  # how all that it says sounds
    needs: str = ""  # characters; a text without any of them has no match, and need not be searched


def applied(rules: Sequence[Rule], written: str, style: Style, kept: Iterable[tuple[int, int]] = ()) -> Spoken:
    """`kept`: stretches that no rule may touch."""
    pieces: list[Piece] = []
    taken = bytearray(len(written))
    for start, end in kept:
        taken[start:end] = b"\x01" * (end - start)
    for rule in rules:
        if rule.needs and not any(sign in written for sign in rule.needs):
            continue
        for match in rule.pattern.finditer(written):
            start, end = match.span()
            if start == end or any(taken[start:end]) or cuts_a_word(written, start, end):
                continue
            found = list(_pieces(rule, match, style))
            pieces += found
            for piece in found:
                taken[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    return joined(_with_rest(written, sorted(pieces, key=lambda piece: piece.start)))


def part(match: re.Match[str], group: str | int, text: str) -> tuple[str, int, int]:
    """`text` is said for a group of the match."""
    return (text, *match.span(group))


def cuts_a_word(text: str, start: int, end: int) -> bool:
    return _joins(text, start) or _joins(text, end)


def _joins(text: str, index: int) -> bool:
    """Whether the characters on both sides of an index belong to one word."""
    if not 0 < index < len(text):
        return False
    return is_of_word(text[index]) and is_of_word(text[index - 1])


def is_of_word(character: str) -> bool:
    """Letters, digits and what combines with them: in "Zoe\u0308" the last one is no letter, and no boundary."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _pieces(rule: Rule, match: re.Match[str], style: Style) -> Iterator[Piece]:
    said = rule.say(match, style)
    if isinstance(said, str):
        yield Piece(said, match.start(), match.end(), rule.name, rule.ipa)
    elif said is not None:
        yield from (Piece(text, start, end, rule.name, rule.ipa) for text, start, end in said)


def _with_rest(written: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    reached = 0
    for piece in pieces:
        if reached < piece.start:
            yield Piece(written[reached : piece.start], reached, piece.start)
        yield piece
        reached = piece.end
    if reached < len(written):
        yield Piece(written[reached:], reached, len(written))
