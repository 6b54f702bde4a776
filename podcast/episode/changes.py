"""What would be said otherwise than it was: two versions of an episode's text, compared by paragraphs. Pure.

    before, now = paragraphs_of(passages), paragraphs(script.segments, welcome, sign_off)
    for difference in compare(before, now):                 # in the order of the essay, what is the same included
        difference.change, difference.words                 # "changed", (("same", "Ponds "), ("gone", "rest."), …)
    to_voice(before, now)                                   # the segments that were not said before

`before` is what words.json tells of the episode as it was last built, `now` is the script of the essay.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, reduce
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from feed.passages import Passage, seam
from podcast.episode.textdiff import Stretch, aligned, common, word_diff
from podcast.episode.transcript import GREETING
from podcast.text.essay import Kind
from podcast.text.roles import for_people
from podcast.text.script import Segment


class Change(StrEnum):
    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"  # as it was, at another place
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SaidPiece:
    """What is said in one breath: a segment, or a passage of words.json."""

    text: str
    language: str = ""
    segment: int | None = None  # its number in the script; that of a welcome or sign-off, or of what was, is None


@dataclass(frozen=True)
class Paragraph:
    kind: str
    level: int
    speaker: str  # for people
    pieces: tuple[SaidPiece, ...]
    start_ms: int | None = None  # in the episode; None: it isn't in it yet
    end_ms: int | None = None

    @cached_property
    def text(self) -> str:
        return reduce(lambda text, more: text + seam(text, more) + more, (piece.text for piece in self.pieces))

    @property
    def sounds(self) -> tuple[tuple[str, ...], ...]:
        """What decides how each piece is said; who reads a heading or quotation aloud follows from the kind."""
        kind = self.kind if self.kind in (Kind.HEADING, Kind.QUOTATION) else ""
        return tuple((piece.text, piece.language, kind, self.speaker) for piece in self.pieces)


@dataclass(frozen=True)
class Difference:
    """At least one of the two is there; both when it is the same, changed or moved."""

    change: Change
    before: Paragraph | None
    now: Paragraph | None

    @property
    def words(self) -> tuple[Stretch, ...]:
        """The text, cut where it changes: what went stands before what came in its place."""
        return tuple(word_diff(self.before.text if self.before else "", self.now.text if self.now else ""))

    @property
    def other(self) -> tuple[str, ...]:
        """What is not the same besides the words."""
        before, now = self.before, self.now
        if not before or not now:
            return ()
        told = [
            f"{name}: {old or 'none'} → {new or 'none'}" for name, old, new in _attributes(before, now) if old != new
        ]
        if not told and before.text == now.text and before.sounds != now.sounds:
            told.append("said in other pieces")
        return tuple(told)


def paragraphs_of(passages: Iterable[Passage]) -> tuple[Paragraph, ...]:
    """Of an episode that was built."""
    found = []
    for _, group in groupby(enumerate(passages), key=lambda one: (one[1].block, one[0] if one[1].block < 0 else -1)):
        parts = [passage for _, passage in group]
        pieces = tuple(SaidPiece(part.text, part.language) for part in parts)
        first = parts[0]
        found.append(
            Paragraph(first.kind, first.level, first.speaker, pieces, first.start_ms, parts[-1].end_ms),
        )
    return tuple(found)


def paragraphs(
    segments: Sequence[Segment], welcome: str, sign_off: str, languages: tuple[str, str] = ("", "")
) -> tuple[Paragraph, ...]:
    """Of a script; an empty welcome or sign-off is not said. `languages`: theirs, where they aren't the essay's."""
    found = []
    for _, group in groupby(enumerate(segments), key=lambda one: one[1].block):
        parts = [*group]
        pieces = tuple(SaidPiece(part.text, part.language, index) for index, part in parts)
        first = parts[0][1]
        found.append(Paragraph(first.kind, first.level, for_people(first.speaker), pieces))
    greetings = [
        (Paragraph(GREETING, 0, for_people(""), (SaidPiece(text, language),)),) if text else ()
        for text, language in zip((welcome, sign_off), languages, strict=True)
    ]
    return (*greetings[0], *found, *greetings[1])


def compare(before: Sequence[Paragraph], now: Sequence[Paragraph]) -> tuple[Difference, ...]:
    """All paragraphs of both, those that are gone where they were."""
    old, new = ([(one.kind == GREETING, one.text) for one in version] for version in (before, now))
    kept = [(-1, -1), *common(old, new), (len(old), len(new))]
    gaps = [_Gap(range(i + 1, i_next), range(j + 1, j_next)) for (i, j), (i_next, j_next) in pairwise(kept)]
    comparison = _Comparison(before, now, _moved(before, now, gaps))
    found: list[Difference] = []
    for (i, j), gap in zip(kept[1:], gaps, strict=True):
        found += comparison.of(gap)
        found += [comparison.pair(i, j)] if i < len(old) else []
    return tuple(found)


def to_voice(before: Iterable[Paragraph], now: Iterable[Paragraph]) -> tuple[int, ...]:
    """The numbers of the segments that nobody said in this way before, as far as their text tells."""
    said = {sound for paragraph in before for sound in paragraph.sounds}
    return tuple(
        piece.segment
        for paragraph in now
        for piece, sound in zip(paragraph.pieces, paragraph.sounds, strict=True)
        if piece.segment is not None and sound not in said
    )


def first_change_ms(differences: Sequence[Difference]) -> int | None:
    """Up to where everything stays when it is; None: nothing moves."""
    same = [*takewhile(lambda one: one.change is Change.SAME, differences)]
    if len(same) == len(differences):
        return None
    ends_ms = [one.before.end_ms or 0 for one in differences if one.before]
    left_ms = [one.before.start_ms or 0 for one in differences if one.before and one.change is Change.MOVED]
    places_ms = [max((end_ms for end_ms in ends_ms if end_ms <= place_ms), default=0) for place_ms in left_ms]
    return min([_end_ms(same), *places_ms])


def _end_ms(differences: Sequence[Difference]) -> int:
    return (differences[-1].before.end_ms or 0) if differences and differences[-1].before else 0


class _Gap(NamedTuple):
    """A stretch of paragraphs, by their indices, that has no text that is the same in both."""

    before: range
    now: range


def _moved(before: Sequence[Paragraph], now: Sequence[Paragraph], gaps: Sequence[_Gap]) -> dict[int, int]:
    """Where each paragraph was that now is elsewhere."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for index in (index for gap in gaps for index in gap.before):
        waiting[before[index].text].append(index)
    places = (index for gap in gaps for index in gap.now)
    return {index: waiting[now[index].text].popleft() for index in places if waiting[now[index].text]}


@dataclass(frozen=True)
class _Comparison:
    before: Sequence[Paragraph]
    now: Sequence[Paragraph]
    moved: Mapping[int, int]

    @cached_property
    def left(self) -> frozenset[int]:
        """The old places of what has moved."""
        return frozenset(self.moved.values())

    def of(self, gap: _Gap) -> Iterator[Difference]:
        gone = deque(index for index in gap.before if index not in self.left)
        became = self._became(gone, [index for index in gap.now if index not in self.moved])
        for index in gap.now:
            if index in self.moved:
                yield Difference(Change.MOVED, self.before[self.moved[index]], self.now[index])
            elif index in became:
                while (old := gone.popleft()) != became[index]:
                    yield Difference(Change.GONE, self.before[old], None)
                yield self.pair(old, index)
            else:
                yield Difference(Change.NEW, None, self.now[index])
        yield from (Difference(Change.GONE, self.before[old], None) for old in gone)

    def _became(self, gone: Sequence[int], came: Sequence[int]) -> dict[int, int]:
        """What each was that is only reworded."""
        pairs = aligned([self.before[index].text for index in gone], [self.now[index].text for index in came])
        return {came[new]: gone[old] for old, new in pairs}

    def pair(self, old_index: int, new_index: int) -> Difference:
        old, new = self.before[old_index], self.now[new_index]
        is_same = old.sounds == new.sounds and (old.kind, old.level) == (new.kind, new.level)
        return Difference(Change.SAME if is_same else Change.CHANGED, old, new)


def _attributes(before: Paragraph, now: Paragraph) -> Iterator[tuple[str, str, str]]:
    yield "kind", before.kind, now.kind
    yield "level", str(before.level), str(now.level)
    yield "speaker", before.speaker, now.speaker
    yield "language", _languages(before), _languages(now)


def _languages(paragraph: Paragraph) -> str:
    return ", ".join(sorted({piece.language for piece in paragraph.pieces if piece.language}))
