"""From the content that markdown-it gives for a block to the source, where `>` and indents precede each line.

    lines = LineMap(content, source, starts, first_line)
    list(lines.pieces(0, 12))       # [(7, 19)]

A block of many lines may be asked for many pieces: each costs a search by halves.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence


class LineMap:
    def __init__(self, content: str, source: str, starts: Sequence[int], first_line: int) -> None:
        """`starts`: where each line of the source starts, and last the source's length.

        Raises LookupError where a line of the content is not in its line of the source.
        """
        self._begins: list[int] = []  # in the content, of each line's text without its white space
        self._ends: list[int] = []
        self._places: list[int] = []  # of the same in the source
        at = 0
        for number, text in enumerate(content.split("\n"), first_line):
            place = source.rfind(text.strip(), starts[number], starts[number + 1])
            if place < 0:
                raise LookupError(text)
            self._begins.append(at + len(text) - len(text.lstrip()))
            self._ends.append(at + len(text.rstrip()))
            self._places.append(place)
            at += len(text) + 1

    def place(self, offset: int) -> int:
        """Where an offset of the content is in the source; in white space at a line's end, the end of its text."""
        index = max(bisect_right(self._begins, offset) - 1, 0)
        return self._places[index] + min(max(offset, self._begins[index]), self._ends[index]) - self._begins[index]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the source, at most one a line, that hold content[start:end]."""
        index = bisect_right(self._ends, start)
        while index < len(self._begins) and self._begins[index] < end:
            first, last = max(start, self._begins[index]), min(end, self._ends[index])
            shift = self._places[index] - self._begins[index]
            if first < last:
                yield first + shift, last + shift
            index += 1
