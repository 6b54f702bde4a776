"""Line breaks that are meant (verse, addresses, lists without markers) and those that only keep lines short.

    is_verse(["The river runs, the river bends", "And no one knows", "where the river ends"])     # True

Prose that was wrapped has full lines: the next line's first word had no place in them. Lines of verse end early.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

_LONGEST_LINE = 80  # characters; what is longer is a paragraph


def usual_width(lines: Iterable[str]) -> int:
    """To how many characters a text is wrapped; not its longest line, since an address may stick out."""
    lengths = sorted(min(len(line), _LONGEST_LINE) for line in lines)
    return lengths[3 * len(lengths) // 4] if lengths else 0


def is_verse(lines: Sequence[str], width: int = 0) -> bool:
    """Whether most line breaks come before the line is full. `width`: the whole text's, if it is wider than these."""
    if len(lines) < 2 or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    return _end_early(lines, max(width, usual_width(lines)))


def _end_early(lines: Sequence[str], width: int) -> bool:
    early = [
        len(line) + 1 + len(following.split(maxsplit=1)[0]) <= width
        for line, following in pairwise(lines)
        if following.strip()
    ]
    return 2 * sum(early) >= len(early) > 0


def are_breaks_meant(lines: Sequence[str]) -> bool:
    """Of breaks that the markup makes: all are meant, unless a whole text was wrapped with them."""
    longest = max(map(len, lines))
    return is_verse(lines) or longest < _LONGEST_LINE // 2 or (longest > _LONGEST_LINE and _end_early(lines, longest))
