"""The source of an essay, cut where what is said begins and ends: what a writer goes through before anything is voiced.

    for stretch in marked(essay.source, write_script(essay, says_title=False)):
        stretch.text, stretch.reason        # "Rivers bend.", None        "![](map.png)", Reason.IMAGE

All stretches together are the source, to the last line break.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from podcast.text.essay import SILENT_REASONS, Reason
from podcast.text.script import Script


@dataclass(frozen=True, slots=True)
class MarkedText:
    text: str  # as it is written
    reason: Reason | None  # why it isn't said; None: it is

    @property
    def is_sign(self) -> bool:
        """No words are missed for it: what shapes a text, what the welcome says, what is said to a program."""
        is_blank = self.text.isascii() and not any(sign.isalnum() for sign in self.text)
        return self.reason is not None and (self.reason in SILENT_REASONS or is_blank)


def marked(source: str, script: Script) -> tuple[MarkedText, ...]:
    """Neighbours that are not said for the same reason are one, and so are those that are said."""
    stretches = _cut(source, _spans(script))
    return tuple(
        MarkedText("".join(one.text for one in same), reason)
        for reason, same in groupby(stretches, key=lambda stretch: stretch.reason)
    )


def _spans(script: Script) -> list[tuple[int, int, Reason | None]]:
    said = [(run.start, run.end, None) for segment in script.segments for run in segment.runs]
    return sorted([*said, *((skip.start, skip.end, skip.reason) for skip in script.skips)], key=lambda span: span[:2])


def _cut(source: str, spans: Iterable[tuple[int, int, Reason | None]]) -> Iterator[MarkedText]:
    """What lies between two spans is white space, and goes with the first of them."""
    reached, reason = 0, None
    for start, end, next_reason in spans:
        if start > reached:
            yield MarkedText(source[reached:start], reason)
        if end > max(start, reached):
            yield MarkedText(source[max(start, reached) : end], next_reason)
        reached, reason = max(reached, end), next_reason
    if reached < len(source):
        yield MarkedText(source[reached:], reason)
