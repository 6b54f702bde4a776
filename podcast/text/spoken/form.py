"""What is said for a written text, and which written characters each spoken one stands for.

form.text                       # "It cost five point six billion dollars."
form.written_span(8, 15)        # the written characters that spoken characters 8 to 15 stand for
form.expansions                 # where more than the written characters is said, and by which rule
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple


class Piece(NamedTuple):
    """`written[start:end]` is said as `text`."""

    text: str
    start: int
    end: int
    rule: str = ""  # empty: as it stands
    ipa: str = ""  # how `text` sounds, where an engine must be told

    @property
    def origin(self) -> tuple[int, ...]:
        """For each spoken character a written one; the first and the last stand for the first and the last."""
        if len(self.text) == self.end - self.start:
            return tuple(range(self.start, self.end))
        steps, length = max(len(self.text) - 1, 1), max(self.end - self.start - 1, 0)
        return tuple(self.start + index * length // steps for index in range(len(self.text)))


@dataclass(frozen=True, slots=True)
class Expansion:
    """`spoken.text[start:end]` is said for `written[written_start:written_end]`."""

    start: int
    end: int
    written_start: int
    written_end: int
    rule: str
    ipa: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """`origin[i]` is the index in the written text that spoken character `i` stands for; it never decreases."""

    text: str
    origin: tuple[int, ...]
    expansions: tuple[Expansion, ...] = ()

    def written_index(self, spoken_index: int) -> int:
        if not self.origin:
            return 0
        return self.origin[min(spoken_index, len(self.origin) - 1)]

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """The written characters that spoken characters `start` up to `end` stand for."""
        return self.written_index(start), self.written_index(max(start, end - 1)) + 1


def joined(pieces: Iterable[Piece]) -> Spoken:
    """Pieces in the order of the written text, each of it in one of them."""
    texts: list[str] = []
    origin: list[int] = []
    expansions: list[Expansion] = []
    for piece in pieces:
        if piece.rule:
            begin = len(origin)
            expansions.append(Expansion(begin, begin + len(piece.text), piece.start, piece.end, piece.rule, piece.ipa))
        texts.append(piece.text)
        origin += piece.origin
    return Spoken("".join(texts), tuple(origin), tuple(expansions))


def then(first: Spoken, second: Spoken) -> Spoken:
    """`second` is what is said for the text of `first`: the same, led back to what was written."""
    origin = tuple(first.origin[index] for index in second.origin)
    changes = (one for one in second.expansions if one.ipa or _changes(one, first.text, second.text))
    newer = [_led_back(one, first.origin) for one in changes]
    older = [one for one in _carried(first, second) if not any(_overlap(one, other) for other in newer)]
    return Spoken(second.text, origin, tuple(sorted([*older, *newer], key=lambda one: (one.written_start, one.start))))


def _carried(first: Spoken, second: Spoken) -> Iterator[Expansion]:
    """The expansions of `first` where they are in the text of `second`."""
    starts = [*second.origin, len(first.text)]
    at = 0
    for one in first.expansions:
        while starts[at] < one.start:
            at += 1
        begin = at
        while at < len(second.origin) and second.origin[at] < one.end:
            at += 1
        yield replace(one, start=begin, end=at)


def _changes(one: Expansion, written: str, said: str) -> bool:
    return said[one.start : one.end] != written[one.written_start : one.written_end]


def _led_back(one: Expansion, origin: Sequence[int]) -> Expansion:
    return replace(one, written_start=origin[one.written_start], written_end=origin[one.written_end - 1] + 1)


def _overlap(one: Expansion, other: Expansion) -> bool:
    return one.start < other.end and other.start < one.end
