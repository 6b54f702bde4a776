"""Who speaks in a script: `HOST: …` and `**Ada:** …` at the beginning of paragraphs and lines.

    essay = with_speakers(essay, declared=["Ada"])
    [(block.speaker, block.text) for block in essay.blocks]     # [("Ada", "Good evening."), …]

Which labels are names is decided in labels.py. A speaker goes on until the next, a heading or a scene break. The mark
`<!-- podcast: voice Ada -->` gives all that follows to Ada, until a label, a heading or another such mark.
"""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from podcast.text.cues import read_mark
from podcast.text.essay import Block, Essay, Kind, Reason, Run, Skip
from podcast.text.labels import Label, labels_in, lines_of_names, names_of, names_of_lines
from podcast.text.runs import is_spoken, joined, split, text_of, trim, without


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where in a block's text someone else begins: at a label, or at a mark, which has no length there."""

    start: int
    label: Label | None = None

    @property
    def end(self) -> int:
        return self.label.end if self.label else self.start


def with_speakers(essay: Essay, declared: Collection[str] = ()) -> Essay:
    """Blocks with their speakers, who are called as the show declares them, else as first written; labels are skips.

    An essay that has speakers stays as it is.
    """
    if any(block.speaker for block in essay.blocks):
        return essay
    may_have = [block.kind is Kind.PARAGRAPH or _is_bare_heading(block, essay.source) for block in essay.blocks]
    found = [
        list(labels_in(block, essay.source)) if may else [] for block, may in zip(essay.blocks, may_have, strict=True)
    ]
    names = names_of(found, essay.blocks, declared)
    if not names:
        found = [
            list(lines_of_names(block, essay.source)) if may else []
            for block, may in zip(essay.blocks, may_have, strict=True)
        ]
        names = names_of_lines(found, essay.blocks)
    events = list(_events(essay.skips))
    if not names and all(voice is None for _, voice in events):
        return essay
    stage = _Stage(names, events)
    for block, labels in zip(essay.blocks, found, strict=True):
        stage.write(block, [label for label in labels if label.key in names])
    skips = tuple(sorted([*essay.skips, *stage.skips], key=lambda skip: skip.start))
    title = "" if essay.title in stage.no_titles else essay.title
    return replace(essay, blocks=tuple(stage.blocks), skips=skips, title=title)


def _is_bare_heading(block: Block, source: str) -> bool:
    """A heading that nothing but its looks makes one, in plain text, may be a line of a script."""
    start = block.runs[0].start
    return block.kind is Kind.HEADING and not source[source.rfind("\n", 0, start) + 1 : start].strip()


def _events(skips: Sequence[Skip]) -> Iterator[tuple[int, str | None]]:
    """Places of scene breaks (None), and of marks that change the voice, with its name; an empty one ends it."""
    for skip in skips:
        if skip.reason is Reason.RULE:
            yield skip.start, None
        elif skip.reason is Reason.CUE and isinstance(voice := read_mark(skip.text), str):
            yield skip.start, voice


class _Stage:
    """Who is speaking while the blocks go by."""

    def __init__(self, names: Mapping[str, str], events: Sequence[tuple[int, str | None]]) -> None:
        self.blocks: list[Block] = []
        self.skips: list[Skip] = []
        self.no_titles: set[str] = set()
        self._names, self._events = names, deque(events)
        self._speaker = self._voice = ""  # by a label, by a mark

    def write(self, block: Block, labels: Sequence[Label]) -> None:
        self._reach(block.runs[0].start)
        if block.kind is Kind.HEADING and not labels:
            self._speaker = self._voice = ""
            self.blocks.append(block)
            return
        if block.kind is Kind.HEADING:
            self.no_titles.add(block.text)
            block = replace(block, kind=Kind.PARAGRAPH, level=0)
        turns = sorted([*(_Turn(label.start, label) for label in labels), *self._marks(block)], key=_start)
        between, spans = without(block.runs, [(turn.start, turn.end) for turn in turns])
        self._add(block, between[0])
        for turn, span, runs in zip(turns, spans, between[1:], strict=True):
            for run in (*span, *runs)[:1]:
                self._reach(run.end)
            if turn.label:
                self._speaker = self._names[turn.label.key]
                self.skips += _skips(span, turn.label)
            self._add(block, runs)

    def _reach(self, place: int) -> None:
        while self._events and self._events[0][0] < place:
            _, voice = self._events.popleft()
            self._speaker, self._voice = "", self._voice if voice is None else voice

    def _marks(self, block: Block) -> Iterator[_Turn]:
        """Where marks in the midst of a block change the voice."""
        end = block.runs[-1].end
        events = takewhile(lambda event: event[0] < end, self._events)  # not all: there may be one a block
        places = deque(place for place, voice in events if voice is not None)
        at = 0
        for run in block.runs:
            while places and places[0] < run.end:
                yield _Turn(at)
                places.popleft()
            at += len(run.text)

    def _add(self, block: Block, runs: Sequence[Run]) -> None:
        """A quotation isn't the speaker's, unless a mark says so."""
        kept = trim(tuple(joined(runs)))
        speaker = self._voice if block.quoted else self._speaker or self._voice
        if is_spoken(text_of(kept)):
            self.blocks.append(replace(block, runs=kept, speaker=speaker))
        else:
            self.skips += [Skip(run.text, Reason.MARKUP, run.start, run.end) for run in kept if run.text.strip()]


def _start(turn: _Turn) -> int:
    return turn.start


def _skips(span: Sequence[Run], label: Label) -> list[Skip]:
    """The name and the colon; a direction, as in `ADA (laughing):`, is reported."""
    at = label.aside or (label.end, label.end)
    pieces = split(span, [at[0] - label.start, at[1] - label.start])
    reasons = (Reason.SPEAKER, Reason.DIRECTIVE, Reason.SPEAKER)
    return [
        Skip(run.text, reason, run.start, run.end)
        for piece, reason in zip(pieces, reasons, strict=True)
        for run in piece
        if run.text.strip()
    ]
