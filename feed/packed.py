"""Many small records of four whole numbers, packed: 32 bytes each, where Python's own objects take eight times as much.

    words = Packed(TimedWord._make, rows)       # of (start, end, start_ms, end_ms)
    words[0].start_ms, len(words), list(words)

A speech of twelve hours has a hundred thousand words, and each is kept until the end.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar, overload

T = TypeVar("T")
Row = tuple[int, int, int, int]


class Packed(Sequence[T], Generic[T]):
    """A sequence that makes its records when they are asked for. OverflowError: a number has more than 63 bits."""

    __slots__ = ("_make", "_numbers")

    def __init__(self, make: Callable[[Row], T], rows: Iterable[Row]) -> None:
        self._make = make
        self._numbers = array("q", list(chain.from_iterable(rows)))

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def __iter__(self) -> Iterator[T]:
        numbers = iter(self._numbers)
        return map(self._make, zip(numbers, numbers, numbers, numbers, strict=True))

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(len(self)))))
        at = range(len(self))[index] * 4
        first, second, third, fourth = self._numbers[at : at + 4]
        return self._make((first, second, third, fourth))

    def __eq__(self, other: object) -> bool:
        return self._numbers == other._numbers if isinstance(other, Packed) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def __repr__(self) -> str:
        return repr(tuple(self))
