"""A draft collects what a reader finds while it walks the source, and makes blocks and skips that obey the law.

    draft = Draft(source)
    draft.begin(Kind.PARAGRAPH)
    draft.say(0, 12)
    draft.skip(Reason.CODE, 14, 90)
    blocks, skips = draft.finish()

What a reader mentions in neither way is MARKUP. A block without a letter or digit is a scene break.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from podcast.text.bounds import check_paragraphs
from podcast.text.cues import is_mark
from podcast.text.essay import Block, Kind, Reason, Run, Skip
from podcast.text.partition import gaps
from podcast.text.readers.markless import without_marks
from podcast.text.readers.notemarks import without_empty_brackets
from podcast.text.readers.stretch import HiddenStretch
from podcast.text.readers.tags import words_in
from podcast.text.readers.verse import are_breaks_meant
from podcast.text.runs import fold, is_emoji, is_spoken, joined, text_of, trim

_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = re.compile(r"[\s\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]+")


def is_invisible(text: str) -> bool:
    return _INVISIBLE.fullmatch(text) is not None


def _reason_for(signs: str) -> Reason:
    """Why signs are not said that make up a whole block: editors leave joiners in empty lines."""
    if is_invisible(signs):
        return Reason.MARKUP
    return Reason.EMOJI if is_emoji(signs) else Reason.RULE


def _start(part: Run | Skip) -> int:
    return part.start


class Draft:
    """Saying something without a block begins a paragraph. Raises PodcastError at more blocks than bounds.py has."""

    def __init__(self, source: str, hidden: Sequence[HiddenStretch] = (), base: str = "") -> None:
        """`hidden`: what is not said wherever it stands, in order; no other skip need mention it.

        `base`: the address that relative links start from, where it is known.
        """
        self.source, self.base = source, base
        self._hidden = hidden
        self._hidden_ends = [stretch.end for stretch in hidden]
        self.runs: list[Run] = []  # of the block at hand
        self.is_open = False
        self.emphases: list[tuple[int, int, str]] = []  # as in Essay
        self._kind, self._level, self._quoted, self._number = Kind.PARAGRAPH, 0, False, 0
        self._blocks: list[Block] = []
        self._skips: list[Skip] = []
        self._literal: set[int] = set()  # where signs stand that begin no mark
        self._first_skip = 0  # of the block at hand

    def begin(self, kind: Kind, level: int = 0, *, quoted: bool = False, number: int = 0) -> None:
        self.end()
        self._kind, self._level, self._quoted, self._number, self.is_open = kind, level, quoted, number, True

    def part(self) -> None:
        """What follows is a block of its own, of the same kind."""
        self.begin(self._kind, self._level, quoted=self._quoted, number=-1 if self._number else 0)

    def say(
        self, start: int, end: int, href: str = "", text: str | None = None, lang: str = "", *, literal: bool = False
    ) -> None:
        """A stretch of the source, as it stands with its white space folded, or as `text` (an atom).

        `literal`: there are no marks in it, as in code. An atom begins none: who writes `&#91;` means the sign.
        """
        if self._hidden and (cut := self._visible(start, end)) != [(start, end)]:
            for piece in cut if text is None else []:  # an atom with something hidden in it is not said
                self.say(*piece, href, None, lang, literal=literal)
            return
        self.is_open = True
        if literal or text is not None:
            self._literal.update(at for at in range(start, end) if self.source[at] in "[<&")
        if text is None:
            for begin, finish in self._without_soft_hyphens(start, end):
                self.runs.extend(fold(self.source, begin, finish, href, lang))
        elif text in ("", _SOFT_HYPHEN):  # nothing: `&#1;`, which is no character
            self.skip(Reason.MARKUP, start, end)
        elif text.isspace():  # &nbsp;
            self.space(start)
            self.skip(Reason.MARKUP, start, end)
        else:
            self.runs.append(Run(text, start, end, href, lang))

    def _without_soft_hyphens(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """They say only where a word may be broken."""
        while (at := self.source.find(_SOFT_HYPHEN, start, end)) >= 0:
            yield start, at
            self.skip(Reason.MARKUP, at, at + 1)
            start = at + 1
        yield start, end

    def space(self, at: int) -> None:
        """White space that the source shows by other means, such as the end of a line in a quotation."""
        self.runs.append(Run(" ", at, at))

    def line_break(self, at: int) -> None:
        """A break that the source asks for; `end` decides whether it is more than a space."""
        self.runs.append(Run("\n", at, at))

    def space_before(self, index: int) -> None:
        """The same before a run of the block at hand."""
        self.runs.insert(index, Run(" ", self.runs[index].start, self.runs[index].start))

    def rewrite(self, first: int, text: str) -> None:
        """What the runs of the block at hand from the `first` on say, in other signs, one for each."""
        taken = 0
        for index in range(first, len(self.runs)):
            length = len(self.runs[index].text)
            self.runs[index] = replace(self.runs[index], text=text[taken : taken + length])
            taken += length

    def skip(self, reason: Reason, start: int, end: int) -> None:
        if reason is Reason.MARKUP and self._hidden and (cut := self._visible(start, end)) != [(start, end)]:
            for piece in cut:
                self.skip(reason, *piece)
            return
        text = self.source[start:end]
        if text.strip():
            start += len(text) - len(text.lstrip())
            if reason is Reason.COMMENT and is_mark(text):
                reason = Reason.CUE
            self._skips.append(Skip(text.strip(), reason, start, start + len(text.strip())))

    def skip_element(self, reason: Reason, start: int, end: int) -> None:
        """Code of a page is told as its readers see it: without the <pre> and what colours it."""
        self.skip(reason, start, end)
        if reason is Reason.CODE and (words := words_in(self.source[start:end])):
            self._skips[-1] = replace(self._skips[-1], text=words)

    def unsay(self, first: int, reason: Reason) -> None:
        """The runs of the block at hand from the `first` on are not said after all, as one skip with what is in it."""
        runs = trim(self.runs[first:])
        del self.runs[first:]
        if not runs:
            return
        start, end = runs[0].start, runs[-1].end
        begin = bisect_left(self._skips, start, key=_start)
        finish = bisect_left(self._skips, end, begin, key=_start)
        inner = [skip for skip in self._skips[begin:finish] if skip.reason is reason]
        parts: list[Run | Skip] = sorted([*runs, *inner], key=_start)
        self._skips[begin:finish] = [Skip("".join(part.text for part in parts), reason, start, end)]

    def end(self) -> Block | None:
        """Close the block at hand; None if nothing in it can be said."""
        block = self._settle() if self.runs else None
        self.runs, self.is_open, self._first_skip = [], False, len(self._skips)
        self._kind, self._level, self._quoted, self._number = Kind.PARAGRAPH, 0, False, 0
        return block

    def _settle(self) -> Block | None:
        within = self._skips[self._first_skip :]
        kept, marks = without_marks(tuple(joined(self._settled())), self._literal, within)
        kept, empty = without_empty_brackets(kept, within)
        self._skips += marks + empty
        runs = trim(kept)
        quoted = self._quoted or self._kind is Kind.QUOTATION
        is_said = is_spoken(text_of(runs))
        block = Block(self._kind, runs, self._level, quoted=quoted, number=self._number) if is_said else None
        if block:
            self._blocks.append(block)
            check_paragraphs(len(self._blocks))
        else:
            for run in runs:  # not as one: something between them may be skipped for another reason
                self.skip(_reason_for(run.text), run.start, run.end)
        return block

    def _settled(self) -> list[Run]:
        """Line breaks stay where they are meant; in a heading none is."""
        text = text_of(self.runs)
        if "\n" not in text:
            return self.runs
        lines = [" ".join(line.split()) for line in text.split("\n")]
        if self._kind is not Kind.HEADING and are_breaks_meant(lines):
            return self.runs
        return [replace(run, text=" ") if run.text == "\n" else run for run in self.runs]

    def _visible(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a stretch in which nothing is hidden."""
        parts = []
        index = bisect_right(self._hidden_ends, start)
        while index < len(self._hidden) and self._hidden[index].start < end:
            if start < self._hidden[index].start:
                parts.append((start, self._hidden[index].start))
            start = self._hidden[index].end
            index += 1
        return [*parts, (start, end)] if start < end else parts

    def gaps(self) -> list[tuple[int, int]]:
        """Stretches that are neither said nor skipped yet."""
        spans = [run for block in self._blocks for run in block.runs] + self.runs + self._skips
        found = gaps(self.source, spans)
        if not self._hidden:
            return list(found)
        pieces = (piece for gap in found for piece in self._visible(*gap))
        return [(start, end) for start, end in pieces if self.source[start:end].strip()]

    def _skip_hidden(self) -> None:
        """What is hidden, other than in what is left out as a whole, such as code."""
        if not self._hidden:
            return
        skips = iter(sorted(self._skips, key=_start))
        skip = next(skips, None)
        for hidden in self._hidden:
            start = hidden.start
            while skip and skip.start < hidden.end:
                if start < skip.start:
                    self._leave(hidden.reason or Reason.CODE, start, skip.start)
                start = max(start, skip.end)
                if skip.end > hidden.end:
                    break
                skip = next(skips, None)
            if start < hidden.end:
                self._leave(hidden.reason or Reason.CODE, start, hidden.end)

    def _leave(self, reason: Reason, start: int, end: int) -> None:
        """A skip of what is hidden; it may be markup itself, which other markup is cut around."""
        if reason is Reason.MARKUP:
            self._skips.append(Skip(self.source[start:end], reason, start, end))
        else:
            self.skip(reason, start, end)

    def finish(self) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
        self.end()
        self._skip_hidden()
        for start, end in self.gaps():
            self.skip(Reason.MARKUP, start, end)
        blocks = sorted(self._blocks, key=lambda block: block.runs[0].start)
        return tuple(blocks), tuple(sorted(self._skips, key=_start))
