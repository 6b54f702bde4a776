"""Plain text to blocks: paragraphs, and headings, quotations and lists where the text makes them obvious.

    essay = read_plain(source)

Paragraphs are parted by blank lines and may be hard-wrapped; text pasted from the web often has a paragraph a line
instead. A wrong heading is worse than a missed one, so only clear ones are taken.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from podcast.text.draft import Draft
from podcast.text.essay import Essay, Kind, Reason
from podcast.text.furniture import is_furniture
from podcast.text.headings import is_heading, is_named_part, is_title, level_of_underline
from podcast.text.runs import is_spoken
from podcast.text.verse import is_verse, usual_width

_LONGEST_WRAPPED = 120  # characters; a longer line was not wrapped by hand or by an editor
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]*>[> \t]*")
_BYLINE = re.compile(r"(?:[Ww]ritten )?(?:[Bb]y|BY)[ \t]+([A-Z][\w.'’-]*(?:[ \t]+[A-Z][\w.'’-]*){1,3})")


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    start: int
    marker: int = 0  # how many characters of `>` or `1.` come before what is said

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def said(self) -> str:
        return self.text[self.marker :].strip()

    @property
    def indent(self) -> int:
        text = self.text.expandtabs(4)
        return len(text) - len(text.lstrip())


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that make one block; a part without a kind is a line of signs: a scene break, or else an underline."""

    kind: Kind | None
    lines: list[Line]  # grows while the part is read
    level: int = 0

    @property
    def text(self) -> str:
        return " ".join(line.said for line in self.lines)


def read_plain(source: str) -> Essay:
    groups = list(_groups(source))
    width = usual_width(line.said for group in groups for line in group if line is not group[-1] or len(group) == 1)
    parts = _with_headings([part for group in groups for part in _parts(group, width)])
    author, byline = _author(parts)
    draft = Draft(source)
    for part in parts:
        if part is byline:
            draft.skip(Reason.FRONT_MATTER, part.lines[0].start, part.lines[-1].end)
        else:
            _write(draft, part, width)
    blocks, skips = draft.finish()
    title = blocks[0].text if blocks and blocks[0].kind is Kind.HEADING else ""
    return Essay(source, title, blocks, skips, author=author)


def _groups(source: str) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    group: list[Line] = []
    start = 0
    for text in source.split("\n"):
        if text.strip():
            group.append(Line(text, start))
        elif group:
            yield group
            group = []
        start += len(text) + 1
    if group:
        yield group


def _parts(group: Sequence[Line], width: int) -> list[Part]:
    parts: list[Part] = []
    apart = _is_paragraph_a_line(group)
    verse = is_verse([line.said for line in group], width)
    indents: set[int] = set()  # of the items so far
    for line in group:
        last = parts[-1] if parts else None
        part = _begun(line, last, indents, apart=apart)
        if part.kind is Kind.LIST_ITEM:
            indents.add(line.indent)
        if last and _continues(part, last, apart=apart, verse=verse):
            last.lines.extend(part.lines)
        elif last and (level := _underlined(part, last)):
            parts[-1:] = [Part(Kind.HEADING, last.lines, level), replace(part, level=level)]
        else:
            parts.append(part)
    return parts


def _is_paragraph_a_line(group: Sequence[Line]) -> bool:
    long = sum(len(line.text) for line in group if len(line.text) > _LONGEST_WRAPPED)
    if 2 * long >= sum(len(line.text) for line in group):
        return True
    return len(group) > 2 and all(line.text.rstrip().endswith((".", "!", "?", "”", '"')) for line in group)


def _begun(line: Line, last: Part | None, indents: set[int], *, apart: bool) -> Part:
    """What the line would be if it began a part."""
    if not is_spoken(line.text):
        return Part(None, [line])
    if quote := _QUOTE.match(line.text):
        marked = replace(line, marker=quote.end())
        return Part(Kind.QUOTATION, [marked], quote.group().count(">"))
    item = _ITEM.match(line.text)
    if item and (apart or last is None or last.kind is Kind.LIST_ITEM or last.lines[-1].text.rstrip().endswith(":")):
        level = 1 + sum(indent < line.indent for indent in indents)
        return Part(Kind.LIST_ITEM, [replace(line, marker=item.end())], level)
    return Part(Kind.PARAGRAPH, [line])


def _continues(part: Part, last: Part, *, apart: bool, verse: bool) -> bool:
    if part.kind is Kind.QUOTATION:
        return last.kind is Kind.QUOTATION and last.level == part.level and not apart
    if (
        part.kind is not Kind.PARAGRAPH
        or _is_pasted(part.lines[0], last.lines[-1])
        or _is_byline(part.lines[0])
        or _is_byline(last.lines[-1])
    ):
        return False
    indented = part.lines[0].indent > last.lines[-1].indent + 1
    if last.kind is Kind.LIST_ITEM:
        return indented or not apart
    return last.kind is Kind.PARAGRAPH and not apart and (verse or not indented)


def _is_byline(line: Line) -> bool:
    """Only near the top, so that no paragraph is torn at a line that looks like one."""
    return line.start < 300 and bool(_BYLINE.fullmatch(line.text.strip()))


def _is_pasted(line: Line, before: Line) -> bool:
    """Furniture right below the last sentence, without a blank line."""
    ends = before.text.rstrip().endswith((".", "!", "?", "”", '"'))
    return ends and line.text[:1].isupper() and not line.text.endswith(".") and is_furniture(line.text)


def _underlined(part: Part, last: Part) -> int:
    alone = part.kind is None and last.kind is Kind.PARAGRAPH and len(last.lines) == 1
    return level_of_underline(part.text, last.text) if alone else 0


def _with_headings(parts: list[Part]) -> list[Part]:
    texts = [part.text if part.kind is Kind.PARAGRAPH else "" for part in parts]
    return [
        replace(part, kind=Kind.HEADING, level=level) if (level := _heading_level(part, texts, index)) else part
        for index, part in enumerate(parts)
    ]


def _heading_level(part: Part, texts: list[str], index: int) -> int:
    text = texts[index]
    if not text or len(part.lines) > 1 or index + 1 == len(texts) or _BYLINE.fullmatch(text):
        return 0
    if index == 0 and is_title(text, texts[1:4]):
        return 1
    before = texts[index - 1] if index else ""
    return 2 if is_named_part(text) or is_heading(text, before, after=texts[index + 1]) else 0


def _author(parts: Sequence[Part]) -> tuple[str, Part | None]:
    for part in parts[:3]:
        byline = _BYLINE.fullmatch(part.text)
        if byline and part.kind is Kind.PARAGRAPH:
            return byline[1].strip(), part
    return "", None


def _write(draft: Draft, part: Part, width: int) -> None:
    if part.kind is None:
        reason = Reason.MARKUP if part.level or set(part.text) <= set("> ") else Reason.RULE
        return draft.skip(reason, part.lines[0].start, part.lines[-1].end)
    draft.begin(part.kind, part.level)
    verse = is_verse([line.said for line in part.lines], width)
    for number, line in enumerate(part.lines):
        if number and verse:
            draft.line_break(line.start)
        draft.say(line.start + line.marker, min(line.end + 1, len(draft.source)))
    return None
