"""A text in sentences, and a sentence in parts that a net can say at once.

    for start, end in sentences(text):          # "He waited. Nobody came."
        for part in portions(pieces, longest=400):
            …

A piece is a word or a mark as the net reads it. Parts end at the best place that there is: a clause mark rather than
the space between two words, never in a word; and all are about as long, rather than full and a rest.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A mark, what closes after it, and white space before what is no small letter. A single capital is an initial.
_SENTENCE_END = re.compile(
    r"(?<![\s.(“‘\"'][A-Z])(?<!^[A-Z])[.!?…。！？।؟][\"'”’»)\]]*(?:\s+(?![a-zß-öø-ÿ])|(?<=[。！？।])(?=\S))"
)
_STRENGTH = {";": 4, ":": 4, "—": 4, "…": 4, ".": 4, "!": 4, "?": 4, ",": 3, ")": 2, "”": 2}
_SLACK = 0.35  # of a part's length, by which it may be shorter for a better place


@dataclass(frozen=True, slots=True)
class LetterPiece:
    """What the net says for `text[start:end]`."""

    start: int
    end: int
    letters: str
    has_space: bool  # behind it

    @property
    def width(self) -> int:
        return len(self.letters) + self.has_space


def marks(pieces: Sequence[LetterPiece]) -> frozenset[int]:
    """The numbers of those that are no words."""
    return frozenset(index for index, piece in enumerate(pieces) if not any(map(str.isalpha, piece.letters)))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends; together they are the text, but for white space between them."""
    begin = 0
    for found in _SENTENCE_END.finditer(text):
        if text[begin : found.end()].strip():
            yield begin, begin + len(text[begin : found.end()].rstrip())
        begin = found.end()
    if text[begin:].strip():
        yield begin, begin + len(text[begin:].rstrip())


def portions(pieces: Sequence[LetterPiece], longest: int) -> Iterator[Sequence[LetterPiece]]:
    """Parts of at most `longest` letters and spaces each, unless a single word is longer: that one is cut."""
    pieces = [part for piece in pieces for part in _cut(piece, longest)]
    while pieces:
        total = sum(piece.width for piece in pieces)
        if total <= longest:
            yield pieces
            return
        count = _best(pieces, total / math.ceil(total / longest), longest)
        yield pieces[:count]
        pieces = pieces[count:]


def _best(pieces: Sequence[LetterPiece], wanted: float, longest: int) -> int:
    """How many pieces make the best first part: the strongest mark near `wanted`, the nearest among equals."""
    candidates = []
    width = 0
    for count, piece in enumerate(pieces[:-1], 1):
        width += piece.width
        if width > longest:
            break
        if piece.has_space or not pieces[count].letters:
            strength = max((_STRENGTH.get(sign, 0) for sign in piece.letters[-2:]), default=0)
            is_near = abs(width - wanted) <= _SLACK * longest
            candidates.append((is_near, strength, -abs(width - wanted), count))
    return max(candidates)[-1] if candidates else max(1, _fitting(pieces, longest))


def _fitting(pieces: Sequence[LetterPiece], longest: int) -> int:
    """How many pieces fit where there is no space between any."""
    width, count = 0, 0
    for piece in pieces:
        width += piece.width
        if width > longest:
            break
        count += 1
    return count


def _cut(piece: LetterPiece, longest: int) -> Iterator[LetterPiece]:
    """A word that is longer than all that can be said at once, in parts of it."""
    if len(piece.letters) < longest:
        yield piece
        return
    size = longest - 1
    count = math.ceil(len(piece.letters) / size)
    for number in range(count):
        letters = piece.letters[number * size : (number + 1) * size]
        yield LetterPiece(piece.start, piece.end, letters, has_space=piece.has_space and number == count - 1)
