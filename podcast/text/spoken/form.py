"""What is said for a written text, and which written characters each spoken one stands for.

form.text                       # "It cost five point six billion dollars."
form.written_span(8, 15)        # the written characters that spoken characters 8 to 15 stand for
form.expansions                 # where more than the written characters is said, and by which rule
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class SpokenPiece(NamedTuple):
    """`written[start:end]` is said as `text`."""

    text: str
    start: int
    end: int
    rule: str
    ipa: str = ""  # how `text` sounds, where an engine must be told

    @property
    def origin(self) -> list[int]:
        """For each spoken character a written one; the first and the last stand for the first and the last."""
        count, length = len(self.text), self.end - self.start - 1
        if length < 1 or count < 2:
            return [self.start] * count
        return [self.start + index * length // (count - 1) for index in range(count)]


class Expansion(NamedTuple):
    """`spoken.text[start:end]` is said for `written[written_start:written_end]`."""

    start: int
    end: int
    written_start: int
    written_end: int
    rule: str
    ipa: str = ""
    sense: str = ""  # of a homograph: "verb", "metal" …
    reason: str = ""  # … and what tells it


@dataclass(frozen=True, slots=True)
class SpokenForm:
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


def joined(written: str, pieces: Iterable[SpokenPiece]) -> SpokenForm:
    """Pieces in the order of the written text; what lies between them is said as it stands."""
    texts: list[str] = []
    origin: list[int] = []
    expansions: list[Expansion] = []
    reached = 0
    for piece in pieces:
        text, start, end, rule, ipa = piece
        texts += (written[reached:start], text)
        origin += range(reached, start)
        begin = len(origin)
        origin += piece.origin
        expansions.append(Expansion(begin, len(origin), start, end, rule, ipa))
        reached = end
    texts.append(written[reached:])
    origin += range(reached, len(written))
    return SpokenForm("".join(texts), tuple(origin), tuple(expansions))


def then(first: SpokenForm, second: SpokenForm) -> SpokenForm:
    """`second` is what is said for the text of `first`: the same, led back to what was written."""
    origin = tuple(first.origin[index] for index in second.origin)
    both = [*_carried(first.expansions, second), *_led_back(second.expansions, first)]
    return SpokenForm(second.text, origin, tuple(_merged(sorted(both, key=lambda one: (one.start, -one.end)))))


def _carried(expansions: Iterable[Expansion], form: SpokenForm) -> Iterator[Expansion]:
    """Expansions of a text, as they lie in what is said for it."""
    for one in expansions:
        yield one._replace(start=bisect_left(form.origin, one.start), end=bisect_left(form.origin, one.end))


def _led_back(expansions: Iterable[Expansion], first: SpokenForm) -> Iterator[Expansion]:
    """Expansions of what is said, with the characters that were written in the first place."""
    for one in expansions:
        start, end = first.written_span(one.written_start, one.written_end)
        yield one._replace(written_start=start, written_end=end)


def _merged(expansions: Iterable[Expansion]) -> Iterator[Expansion]:
    """Of those that overlap, one that covers them all."""
    last: Expansion | None = None
    for one in expansions:
        if last is None or one.start >= last.end:
            if last is not None:
                yield last
            last = one
        else:
            start, end = min(last.written_start, one.written_start), max(last.written_end, one.written_end)
            last = last._replace(end=max(last.end, one.end), written_start=start, written_end=end)
    if last is not None:
        yield last
