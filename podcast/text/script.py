"""Essay to Script: what is said, in segments short enough for a voice, and what is not, and why.

    script = write_script(essay, says_title=False)
    [(segment.role, segment.text) for segment in script.segments], script.skips

A segment is a block or, where a block is long, some of its sentences. The law of partition.py holds here too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from podcast.text.cues import Cue
from podcast.text.essay import Block, Essay, Kind, Reason, Run, Skip
from podcast.text.omission import omit
from podcast.text.runs import is_spoken, split, text_of, trim
from podcast.text.title import begins_with_title

NARRATOR = "narrator"
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
    cues: tuple[Cue, ...] = ()  # what stands before it

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
    last_cues: tuple[Cue, ...] = ()  # what stands after the last segment


def write_script(essay: Essay, *, max_chars: int = 700, says_title: bool) -> Script:
    """`says_title` False: a first heading that only repeats the title is left out, since the welcome has said it."""
    goes = not says_title and begins_with_title(essay)
    verdicts = [(Reason.TITLE if goes and index == 0 else None, 0) for index in range(len(essay.blocks))]
    _, skips = omit(essay.blocks, essay.skips, verdicts)
    segments: list[Segment] = []
    silent: list[Skip] = []
    for index, block in enumerate(essay.blocks):
        for runs in _stretches(block, essay.language, max_chars) if verdicts[index][0] is None else ():
            if is_spoken(text_of(runs)):
                segments.append(Segment(block.kind, block.level, NARRATOR, runs, index))
            else:  # a cut through nothing but signs
                silent += [Skip(run.text, Reason.MARKUP, run.start, run.end) for run in runs]
    return Script(tuple(segments), tuple(sorted([*skips, *silent], key=lambda skip: skip.start)))


def _stretches(block: Block, language: str, max_chars: int) -> Iterator[tuple[Run, ...]]:
    cuts = _cuts(block.text, language, max_chars)
    for runs in split(block.runs, cuts):
        if trimmed := trim(runs):
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
