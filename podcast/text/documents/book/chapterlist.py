"""Which chapters of a book are wanted: "3", "3-5", "2,4-6", "7-".

chosen("2,4-6", 12, "rivers.epub")      # (2, 4, 5, 6)
"""

import re

from podcast.errors import PodcastError

_RANGE = re.compile(r"\s*(\d{1,5})\s*(?:(-|–|\.\.)\s*(\d{1,5})?\s*)?")


def chosen(text: str, count: int, name: str) -> tuple[int, ...]:
    """In the book's order, each once. Raises PodcastError for what is no such list, or not in the book."""
    found: set[int] = set()
    for piece in text.split(","):
        match = _RANGE.fullmatch(piece)
        if not match:
            raise PodcastError("The chapters can't be read", which=text, remedy="Write them as 3, 3-5 or 2,4-6.")
        first = int(match[1])
        last = int(match[3]) if match[3] else count if match[2] else first
        if not 1 <= first <= last <= count:
            what = f"The book has no chapter {piece.strip()}"
            remedy = f"It has {count}: `podcast script {name}` lists them."
            raise PodcastError(what, which=name, remedy=remedy)
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def canonical(text: str) -> str:
    """The same for each way to write it: " 4-5,3" is "3-5". What is no such list stays as it is."""
    matches = [_RANGE.fullmatch(piece) for piece in text.split(",")]
    if not all(match and not (match[2] and not match[3]) for match in matches):
        return text.replace(" ", "")
    numbers: set[int] = set()
    for match in filter(None, matches):
        first, last = int(match[1]), int(match[3] or match[1])
        numbers.update(range(first, last + 1))
    ordered = sorted(numbers)
    starts = [number for number in ordered if number - 1 not in numbers]
    ends = [number for number in ordered if number + 1 not in numbers]
    return text if not ordered else ",".join(f"{a}-{b}" if a < b else f"{a}" for a, b in zip(starts, ends, strict=True))
