"""Essay to Script: what is said and by whom, in segments short enough for a voice, and what is not, and why.

    script = write_script(essay, says_title=False)
    [(segment.role, segment.text) for segment in script.segments], script.skips

A segment is a block or, where a block is long, some of its sentences; a mark and another language cut it, too. The
law of partition.py holds here as well.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import attrgetter, itemgetter

import sentencex

from podcast.errors import PodcastError
from podcast.text.cleaning.omission import omit
from podcast.text.cues import Mark, MarkKind, cues_of
from podcast.text.essay import Block, Essay, Kind, Reason, Run, Skip
from podcast.text.foreign import switches
from podcast.text.listnumbers import said_numbers
from podcast.text.pronounced import PronouncedPlace, about, in_order, placed
from podcast.text.roles import USUAL_ROLES, Roles
from podcast.text.runs import is_emoji, is_spoken, split, text_of, trim
from podcast.text.title import title_blocks

_CLOSING = re.compile("[.,;:!?…)\\]”’»]+")
_MARKER = re.compile(r"(?<!\w)\(?\d{1,9}[.)]\Z")  # of an item: "2." or "(2)"
_PORTION = 10_000  # characters
_CLAUSE_END = re.compile(r"[,;:…][\"”’')\]]?\s|[)\]]\s|\s[–—-]\s|—|\n|[、，；：。！？]")


@dataclass(frozen=True, slots=True)
class Segment:
    kind: Kind
    level: int  # as of its block
    role: str  # whose voice says it
    runs: tuple[Run, ...]
    block: int  # index of its block in the essay: a paragraph ends where it changes, else a sentence
    language: str = ""  # BCP 47, lower case; empty: the essay's
    cues: tuple[Mark, ...] = ()  # what stands before it
    speaker: str = ""  # as of its block; a role that is not found here speaks for the writer
    number: int = 0  # as of its block
    pronounced: tuple[PronouncedPlace, ...] = ()  # stretches of its text that marks say the sound of

    @property
    def text(self) -> str:
        return text_of(self.runs)

    @property
    def start(self) -> int:
        return self.runs[0].start

    @property
    def end(self) -> int:
        return self.runs[-1].end


@dataclass(frozen=True, slots=True)
class Script:
    segments: tuple[Segment, ...]
    skips: tuple[Skip, ...]
    last_cues: tuple[Mark, ...] = ()  # what stands after the last segment


def write_script(
    essay: Essay,
    *,
    max_chars: int = 700,
    says_title: bool,
    roles: Roles = USUAL_ROLES,
    language: str = "",
    list_numbers: str = "auto",
) -> Script:
    """`says_title` False: a first heading that only repeats the title is left out, since the welcome has said it.

    `language`: that of the episode, where the essay doesn't say; `list_numbers`: as in listnumbers.py.
    """
    repeated = range(0) if says_title else title_blocks(essay)
    verdicts = [(Reason.TITLE if index in repeated else None, 0) for index in range(len(essay.blocks))]
    _, skips = omit(essay.blocks, essay.skips, verdicts)
    numbers = said_numbers(essay.blocks, list_numbers, essay.language or language)
    writer = _Writer(essay.source, skips, roles, essay.language or language, max_chars)
    writer.pronounced = tuple(sorted(essay.pronounced, key=in_order))
    for index, block in enumerate(essay.blocks):
        if verdicts[index][0] is None:
            writer.write(block, index, numbers.get(index, ""))
    writer.reach(len(essay.source))
    last_cues = tuple(cue for cue in writer.cues if cue.kind is not MarkKind.SCENE)
    all_skips = sorted([*writer.skips, *writer.silent], key=lambda skip: skip.start)
    return Script(tuple(writer.segments), tuple(all_skips), last_cues)


class _Writer:
    """Makes segments of one block after the other; what stands between them goes with the next that is said."""

    def __init__(self, source: str, skips: Sequence[Skip], roles: Roles, language: str, max_chars: int) -> None:
        self.segments: list[Segment] = []
        self.silent: list[Skip] = []  # cuts through nothing but signs
        self.cues: list[Mark] = []  # that wait for a segment
        self.pronounced: tuple[PronouncedPlace, ...] = ()
        self._is_scene_waiting = False  # among them
        self._ahead = deque(cues_of(skips))
        self._source, self._skips = source, skips
        self._said_markers: dict[int, Skip | None] = {}  # what is left of skips, by their places, without a marker
        self._roles, self._language, self._max_chars = roles, language, max_chars

    def write(self, block: Block, index: int, number: str) -> None:
        """`number`: what is said before an item."""
        role = self._roles.of(block)
        self.reach(block.runs[0].start)
        starts, languages = self._cuts(block)
        marks = about(block.runs, self.pronounced)
        first = len(self.segments)
        for start, runs in zip(starts, split(block.runs, starts[1:]), strict=True):
            lang = languages[bisect_right(languages, start, key=itemgetter(0)) - 1][1]
            if runs:
                self.reach(runs[0].end)
            for piece in _stretches(runs, lang or self._language, self._max_chars):
                lead = number if is_spoken(text_of(piece)) else ""
                number = "" if lead else number
                said = (self._numbered(lead, piece[0].start), *piece) if lead else piece
                facts = (block.kind, block.level, role, said, index, lang, (), block.speaker, block.number)
                self._say(Segment(*facts, tuple(placed(said, marks))))
        if len(marks) > sum(len(segment.pronounced) for segment in self.segments[first:]):
            raise _cut(block.text)

    def _numbered(self, said: str, start: int) -> Run:
        """The number of an item that begins there: it is said for the marker before it, where the source has one."""
        at = bisect_right(self._skips, start, key=attrgetter("start")) - 1
        skip = self._skips[at] if at >= 0 else None
        if skip is None or skip.reason is not Reason.MARKUP or self._source[skip.end : start].strip():
            return Run(said, start, start)
        marker = _MARKER.search(skip.text)
        if marker is None:
            return Run(said, start, start)
        before, place = skip.text[: marker.start()].rstrip(), skip.start + marker.start()
        self._said_markers[at] = replace(skip, text=before, end=skip.start + len(before)) if before else None
        return Run(said, place, start)

    @property
    def skips(self) -> Iterator[Skip]:
        """Without the markers of items that are said."""
        left = (self._said_markers.get(at, skip) for at, skip in enumerate(self._skips))
        return (skip for skip in left if skip)

    def reach(self, place: int) -> None:
        """What stands before a place of the source waits, too; scene breaks in a row are one, at the start none."""
        while self._ahead and self._ahead[0][0] < place:
            _, cue = self._ahead.popleft()
            is_scene = cue.kind is MarkKind.SCENE
            if not is_scene or (self.segments and not self._is_scene_waiting):
                self.cues.append(cue)
                self._is_scene_waiting |= is_scene

    def _say(self, segment: Segment) -> None:
        if is_spoken(segment.text):
            self.segments.append(replace(segment, cues=tuple(self.cues)) if self.cues else segment)
            self.cues, self._is_scene_waiting = [], False
        else:
            self.silent += [
                Skip(run.text, Reason.EMOJI if is_emoji(run.text) else Reason.MARKUP, run.start, run.end)
                for run in segment.runs
            ]

    def _cuts(self, block: Block) -> tuple[list[int], list[tuple[int, str]]]:
        """Where a mark or another language cuts a block, and the languages from their offsets on."""
        languages = switches(block.runs, self._language)
        end = block.runs[-1].end
        marks = (place for place, _ in takewhile(lambda cue: cue[0] < end, self._ahead))
        return sorted({start for start, _ in languages}.union(_offsets(block, marks))), languages


def _cut(text: str) -> PodcastError:
    remedy = "Mark fewer words, or shorten their sentence: it is longer than a voice says in one breath."
    return PodcastError(
        "A mark says how words sound between which the text has to be cut", which=text[:60], remedy=remedy
    )


def _offsets(block: Block, places: Iterable[int]) -> Iterator[int]:
    """Where marks cut a block's text: closing punctuation behind one still belongs to what is before."""
    text, at = block.text, 0
    runs = iter(block.runs)
    run = next(runs)
    for place in places:
        while run.end <= place and (following := next(runs, None)):
            at, run = at + len(run.text), following
        closing = _CLOSING.match(text, at)
        yield closing.end() if closing else at


def _stretches(runs: tuple[Run, ...], language: str, max_chars: int) -> Iterator[tuple[Run, ...]]:
    for piece in split(runs, _cuts(text_of(runs), language, max_chars)):
        if trimmed := trim(piece):
            yield trimmed


def _cuts(text: str, language: str, max_chars: int) -> list[int]:
    """Where to cut, so that the pieces are sentences of at most `max_chars`, and about equally long."""
    if len(text) <= max_chars:
        return []
    pieces = [piece for sentence in _sentences(text, language) for piece in _shortened(sentence, max_chars)]
    cuts, begun, at = [], 0, 0
    for piece in pieces:
        left = len(text) - begun
        share = left / -(-left // max_chars)
        if at > begun and _is_full(at - begun, len(piece.rstrip()), len(piece), share, max_chars):
            cuts.append(at)
            begun = at
        at += len(piece)
    return cuts


def _is_full(length: int, spoken: int, with_space: int, share: float, max_chars: int) -> bool:
    """Whether the next piece goes to the next segment: it has no place, or the share is better met without it."""
    return length + spoken > max_chars or length + with_space - share > share - length


def _sentences(text: str, language: str) -> Iterator[str]:
    """In portions: some texts take sentencex a time that grows with the square of their length."""
    begun = 0
    while begun < len(text):
        space = text.rfind(" ", begun, begun + _PORTION) + 1
        end = begun + _PORTION if len(text) <= begun + _PORTION or not space else space
        sentences: list[str] = sentencex.segment(language.split("-", maxsplit=1)[0] or "en", text[begun:end])
        yield from sentences if "".join(sentences) == text[begun:end] else [text[begun:end]]
        begun = end


def _shortened(sentence: str, max_chars: int) -> Iterator[str]:
    """Pieces of a sentence that is too long: up to a clause's end, else a word's end, else anywhere."""
    begun = 0
    while len(sentence) - begun > max_chars:
        clauses = [match.end() for match in _CLAUSE_END.finditer(sentence, begun, begun + max_chars)]
        late = clauses[-1] if clauses and clauses[-1] - begun >= max_chars // 3 else 0
        cut = late or sentence.rfind(" ", begun + 1, begun + max_chars) + 1 or begun + max_chars
        yield sentence[begun:cut]
        begun = cut
    yield sentence[begun:]
