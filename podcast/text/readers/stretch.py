"""A stretch of the source that is hidden from the parser of Markdown.

HiddenStretch(start=10, end=24, reason=Reason.DIRECTIVE)
"""

from dataclasses import dataclass

from podcast.text.essay import Reason

BLOCK, VALUE = "block", "value"  # what may have a line of its own, and what stands for words: {{ site.title }}


@dataclass(frozen=True, slots=True)
class HiddenStretch:
    start: int
    end: int
    reason: Reason | None  # None: code, which the parser knows
    kind: str = BLOCK


def around(start: int, end: int, said: tuple[int, int], reason: Reason) -> list[HiddenStretch]:
    """All but a caption, say, that is said."""
    return [HiddenStretch(first, last, reason) for first, last in ((start, said[0]), (said[1], end)) if first < last]
