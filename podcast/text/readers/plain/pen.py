"""Writes the parts of a plain text into a draft: without signs of print and of emphasis, and with cut words made whole.

pen = Pen(draft, signs, width=72, judge=HyphenJudge(source, "en"))
pen.write(part)
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from podcast.text.cleaning.hyphens import HyphenJudge
from podcast.text.essay import Kind, Reason
from podcast.text.readers.draft import Draft
from podcast.text.readers.plain.textlines import Sign, TextLine, TextPart
from podcast.text.readers.verse import is_verse
from podcast.text.runs import is_emoji

_EMPHASIS = re.compile(  # *signs* and _signs_ around words, not those in snake_case or an address
    r"(?:(?<=[\s(\[“\"‘'—–-])|^)[*_]{1,3}(?=[\w“\"‘'(])|(?<=[\w.,;:!?…”\"’')])[*_]{1,3}(?=[\s.,;:!?…)\]”\"’'—–-]|$)"
)
#: Letters set apart, and bold type, as Project Gutenberg writes them: ~apart~, =bold=.
_IN_PAIRS = re.compile(r"(?<![^\s(“„\"'—-])([~=])(?=\w)[^~=\n]{1,80}(?<=[\w.,;:!?])\1(?![\w~=])")


class Pen:
    def __init__(self, draft: Draft, signs: Sequence[Sign], width: int, judge: HyphenJudge) -> None:
        self._draft, self._width, self._judge = draft, width, judge
        self._signs, self._starts = signs, [start for start, *_ in signs]

    def write(self, part: TextPart) -> None:
        if part.kind is None:
            is_markup = part.level or set(part.text) <= set("> ")
            reason = Reason.MARKUP if is_markup else Reason.EMOJI if is_emoji(part.text) else Reason.RULE
            self._draft.skip(reason, part.lines[0].start, part.lines[-1].end)
            return
        self._draft.begin(part.kind, part.level, number=part.number)
        usual = self._width if part.kind is Kind.PARAGRAPH else 0  # others are wrapped to widths of their own
        verse = is_verse([line.said for line in part.lines], usual)
        joint: str | None = None
        for number, line in enumerate(part.lines):
            if number and verse and joint is None:
                self._draft.line_break(line.start)
            after = part.lines[number + 1].said if number + 1 < len(part.lines) else ""
            indent = len(line.text) - len(line.text[line.marker :].lstrip()) if joint in ("", "-") else line.marker
            joint = self._judge.joint(line.text.rstrip(), after) if line.text.rstrip().endswith("-") else None
            self._say(line, indent, joint)

    def _say(self, line: TextLine, first: int, joint: str | None) -> None:
        """From the `first` sign on; `joint`: what stands in place of a hyphen at the end and the line break."""
        begun, end = line.start + first, min(line.end + 1, len(self._draft.source))
        if joint is not None:
            end = line.start + len(line.text.rstrip()) - (joint == "") + (joint == "- ")
        for start, stop in self._cuts(line, first):
            self._draft.say(begun, min(start, end))
            begun = max(begun, stop)
        if begun < end:
            self._draft.say(begun, end)

    def _cuts(self, line: TextLine, first: int) -> list[tuple[int, int]]:
        cuts = [(line.start + sign.start(), line.start + sign.end()) for sign in _EMPHASIS.finditer(line.text, first)]
        for pair in _IN_PAIRS.finditer(line.text, first) if "~" in line.text or "=" in line.text else ():
            cuts += [(line.start + at, line.start + at + 1) for at in (pair.start(), pair.end() - 1)]
        at = max(bisect_right(self._starts, line.start) - 1, 0)
        while at < len(self._signs) and self._signs[at][0] < line.end:
            cuts += [self._signs[at][:2]] if self._signs[at][1] > line.start else []
            at += 1
        return sorted(cuts)
