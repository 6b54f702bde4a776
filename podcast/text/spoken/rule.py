"""Rules that say a written form in words, and how they are applied to a text.

    def percentage(match: re.Match[str], style: Style) -> str | None: ...

    PERCENTAGES = (SpokenRule("percentage", re.compile(r"…"), percentage),)
    form = applied(PERCENTAGES, "It fell by 5%.", Style("en-us"))

A rule is a pattern and what is said for a match of it: a text, or texts for parts of the match, or None where the
match is not what it seems. An earlier rule has the first word; nothing is expanded twice. No rule can begin or end
inside of a word: `applied` sees to that for all of them, whatever their patterns say ("drôle" has no "Dr").
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from podcast.text.spoken.form import SpokenForm, SpokenPiece, joined


@dataclass(frozen=True, slots=True)
class Style:
    """In which language, and which manner of it, things are said."""

    language: str  # BCP 47, lower case

    @property
    def is_american(self) -> bool:
        """Whether it is "one hundred five", and March before 4 in 3/4."""
        return self.language in ("en", "en-us", "en-ca", "en-ph")


#: (text, start, end): what is said for a stretch of the written text, and with a fourth, IPA, how that sounds.
_Part = tuple[str, int, int] | tuple[str, int, int, str]
#: What is said: for the whole match, or for stretches within it, in order; what lies between is said as it stands. With
#: no stretches all of it stands; None leaves it to the rules that follow.
_Said = str | Sequence[_Part] | None
Say = Callable[[re.Match[str], Style], _Said]


@dataclass(frozen=True, slots=True)
class SpokenRule:
    name: str  # as people call what it expands: "year", "currency"
    pattern: re.Pattern[str]
    say: Say
    needs: tuple[str, ...] = ()  # of each of these texts, some character is in every match: a text without is skipped
    searches: bool = False  # what lies between its stretches is free for other rules; else a match is its own


def applied(
    rules: Sequence[SpokenRule], written: str, style: Style, kept: Iterable[tuple[int, int]] = ()
) -> SpokenForm:
    """`kept`: stretches that are for no rule."""
    pieces: list[SpokenPiece] = []
    taken, signs = bytearray(len(written)), set(written)
    for start, end in kept:
        taken[start:end] = b"\x01" * (end - start)
    for rule in rules:
        if any(map(signs.isdisjoint, rule.needs)):
            continue
        for match in rule.pattern.finditer(written):
            start, end = match.span()
            looks_through = rule.searches and end - start == len(written)  # as a lexicon does, for each of its words
            is_free = looks_through or taken.find(1, start, end) < 0
            if start == end or not is_free or cuts_a_word(written, start, end):
                continue
            said = rule.say(match, style)
            if said is None:
                continue
            found = [one for one in _pieces(rule, said, start, end) if taken.find(1, one.start, one.end) < 0]
            pieces += found
            for begin, stop in [piece[1:3] for piece in found] if rule.searches else [(start, end)]:
                taken[begin:stop] = b"\x01" * (stop - begin)
    return joined(written, sorted(pieces, key=itemgetter(1)))


def _pieces(rule: SpokenRule, said: str | Sequence[_Part], start: int, end: int) -> list[SpokenPiece]:
    if isinstance(said, str):
        return [SpokenPiece(said, start, end, rule.name)]
    return [SpokenPiece(text, begin, stop, rule.name, *sound) for text, begin, stop, *sound in said]


def part(match: re.Match[str], group: str | int, text: str) -> tuple[str, int, int]:
    """`text` is said for a group of the match."""
    return (text, *match.span(group))


def cuts_a_word(text: str, start: int, end: int) -> bool:
    return _joins(text, start) or _joins(text, end)


def _joins(text: str, index: int) -> bool:
    """Whether the characters on both sides of an index belong to one word."""
    return 0 < index < len(text) and is_of_word(text[index - 1]) and is_of_word(text[index])


_FIRST_MARK = "\u0300"


def is_of_word(character: str) -> bool:
    """Letters, digits and what combines with them: in "Zoe\u0308" the last one is no letter, and no boundary."""
    return character.isalnum() or (character >= _FIRST_MARK and unicodedata.category(character)[0] == "M")
