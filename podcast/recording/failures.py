"""Passages that no engine could say: all of an essay's are told at once, and they can be left out.

    raise UnvoicedError(failed)                         # at the end of a recording
    places(failed, essay, "rivers.md")                  # ["rivers.md:12: “A river that …” (espeak_ng crashed)", …]
    script = without(script, failed)                    # what is left of it, and a reason for what isn't

An essay with three of them takes one build to find them, and not three.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from podcast.errors import PodcastError
from podcast.text.essay import Essay, Reason, Run, Skip
from podcast.text.script import Script, Segment

MOST_IN_A_ROW = 10  # without one that is said: then it isn't the text

_SHOWN_CHARACTERS = 60
_SHOWN_PASSAGES = 20
_REWORD = "Reword what is named, or choose another voice. With --skip-failed the rest is published without it."
_CHOOSE = "Choose another voice: `podcast voices` lists what can be used here."


@dataclass(frozen=True, slots=True)
class FailedPassage:
    text: str
    why: str
    segment: int | None = None  # its index in the script; None for the welcome and the sign-off
    start: int = 0  # where the segment begins in the essay's source

    @property
    def shown(self) -> str:
        text = " ".join(self.text.split())
        cut = f"{text[:_SHOWN_CHARACTERS]}…" if len(text) > _SHOWN_CHARACTERS else text
        return f"“{cut}” ({self.why})"


class UnvoicedError(PodcastError):
    """`passages`: all that could not be voiced; `places`: the same as sentences.

    `is_hopeless`: the others were not tried, or there are none.
    """

    def __init__(
        self, passages: Sequence[FailedPassage], places: Sequence[str] = (), *, is_hopeless: bool = False
    ) -> None:
        self.passages, self.is_hopeless = tuple(passages), is_hopeless
        lines = places or [one.shown for one in passages]
        more = len(lines) - _SHOWN_PASSAGES
        listed = [f"  {line}" for line in lines[:_SHOWN_PASSAGES]] + [f"  and {more} more"] * (more > 0)
        many = len(passages)
        what = "A passage could not be voiced" if many == 1 else f"{many} passages could not be voiced"
        remedy = _CHOOSE if is_hopeless else _REWORD
        super().__init__(f"{what}, and nothing else" if is_hopeless else what, remedy="\n".join([*listed, remedy]))


def places(passages: Iterable[FailedPassage], essay: Essay, name: str) -> list[str]:
    """Each with its file, line and text. What was made a page of a document has no lines that its writer knows."""
    return [f"{_place(one, essay, name)}: {one.shown}" for one in passages]


def without(script: Script, failed: Iterable[FailedPassage]) -> Script:
    """What stands before a segment that is left out, such as a sting, goes with the next."""
    lost = {one.segment for one in failed}
    segments: list[Segment] = []
    skips = list(script.skips)
    cues = script.segments[0].cues[:0]
    for index, segment in enumerate(script.segments):
        if index in lost:
            cues += segment.cues
            skips += _skips(segment.runs)
        else:
            segments.append(replace(segment, cues=cues + segment.cues) if cues else segment)
            cues = ()
    ordered = tuple(sorted(skips, key=attrgetter("start")))
    return replace(script, segments=tuple(segments), skips=ordered, last_cues=cues + script.last_cues)


def _place(one: FailedPassage, essay: Essay, name: str) -> str:
    if one.segment is None:
        return "the welcome or the sign-off"
    return name if essay.is_converted else f"{name}:{essay.source.count(chr(10), 0, one.start) + 1}"


def _skips(runs: Iterable[Run]) -> Iterator[Skip]:
    """One for all that stand side by side: the end of a line is a run of its own."""
    text, start, end = "", 0, 0
    for run in runs:
        if text and run.start != end:
            yield Skip(text, Reason.FAILED, start, end)
            text = ""
        if run.start < run.end:  # else nobody wrote it
            text, start, end = text + run.text, start if text else run.start, run.end
    if text:
        yield Skip(text, Reason.FAILED, start, end)
