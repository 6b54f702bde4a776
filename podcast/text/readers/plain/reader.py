"""Plain text to blocks: paragraphs, and headings, quotations and lists where the text makes them obvious.

    essay = read_plain(source)

Paragraphs are parted by blank lines and may be hard-wrapped; text pasted from the web often has a paragraph a line
instead. A wrong heading is worse than a missed one, so only clear ones are taken.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from podcast.text.bounds import check_markup
from podcast.text.cleaning.byline import byline_of
from podcast.text.cleaning.gutenberg import gutenberg_frame
from podcast.text.cleaning.hyphens import HyphenJudge
from podcast.text.cues import is_mark
from podcast.text.essay import Essay, Kind, Reason
from podcast.text.readers.draft import Draft
from podcast.text.readers.facts.frontmatter import read_front_matter
from podcast.text.readers.plain.headings import (
    begins_like_a_heading,
    is_heading,
    is_named_part,
    is_title,
    level_of_underline,
)
from podcast.text.readers.plain.pen import Pen
from podcast.text.readers.plain.textlines import TextLine, TextOfLines, TextPart
from podcast.text.readers.verse import is_verse, usual_width
from podcast.text.runs import is_spoken

_TOP = 500  # characters, in which a byline may stand
_NEAR_TOP = 6  # blocks, of which one may be the title
_MOST_ABOVE = 10  # parts of a page between its title and the first prose: a subtitle, who, when
_LONGEST_WRAPPED = 120  # characters; a longer line was not wrapped by hand or by an editor
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|(\d{1,3})[.)])[ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*\d")
_STARS = re.compile(r"[ \t]*\*{1,3}[ \t]+")
_QUOTE = re.compile(r"[ \t]*>[> \t]*")


def read_plain(source: str, name: str = "") -> Essay:
    """Raises PodcastError for front matter that can't be read, and for too many lines."""
    check_markup(source)
    facts, length = read_front_matter(source, name)
    library, start, end = gutenberg_frame(source)
    text = TextOfLines.of(source, max(start, length), end, library)
    groups = text.groups
    width = usual_width(line.said for group in groups for line in group if line is not group[-1] or len(group) == 1)
    parts = _without_lone_items([part for group in groups for part in _parts(group, width)])
    parts = _with_headings(parts, is_page=bool(parts and text.gone and text.gone[0][1].start < parts[0].lines[0].start))
    draft = Draft(source)
    draft.skip(Reason.FRONT_MATTER, 0, length)
    draft.skip(Reason.FURNITURE, length, start)
    draft.skip(Reason.FURNITURE, end, len(source))
    for reason, first, last in text.gone:
        draft.skip(reason, first.start, last.end)
    for sign_start, sign_end, reason in text.signs:
        draft.skip(reason, sign_start, sign_end)
    pen = Pen(draft, text.signs, width, HyphenJudge(source, facts.language or library.get("language") or "en"))
    for part in parts:
        pen.write(part)
    blocks, skips = draft.finish()
    title = next((block.text for block in blocks[:_NEAR_TOP] if block.kind is Kind.HEADING and block.level == 1), "")
    title = facts.title or library.get("title", "") or title
    author, language = facts.author or library.get("author", ""), facts.language or library.get("language", "")
    return replace(facts, title=title, author=author, language=language, blocks=blocks, skips=skips)


def _parts(group: Sequence[TextLine], width: int) -> list[TextPart]:
    parts: list[TextPart] = []
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
            parts[-1:] = [TextPart(Kind.HEADING, [_without_stars(last.lines[0])], level), replace(part, level=level)]
        else:
            parts.append(part)
    return parts


def _without_stars(line: TextLine) -> TextLine:
    """Letters to many have `** What I read` above the line that makes it a heading."""
    stars = _STARS.match(line.text)
    return replace(line, marker=stars.end()) if stars else line


def _is_paragraph_a_line(group: Sequence[TextLine]) -> bool:
    long = sum(len(line.text) for line in group if len(line.text) > _LONGEST_WRAPPED)
    if 2 * long >= sum(len(line.text) for line in group):
        return True
    return len(group) > 2 and all(line.text.rstrip().endswith((".", "!", "?", "”", '"')) for line in group)


def _begun(line: TextLine, last: TextPart | None, indents: set[int], *, apart: bool) -> TextPart:
    """What the line would be if it began a part."""
    if not is_spoken(line.text):
        return TextPart(None, [line])
    if is_mark(line.text):
        return TextPart(Kind.PARAGRAPH, [line])
    if quote := _QUOTE.match(line.text):
        marked = replace(line, marker=quote.end())
        return TextPart(Kind.QUOTATION, [marked], quote.group().count(">"))
    item = _ITEM.match(line.text)
    if item and (apart or last is None or last.kind is Kind.LIST_ITEM or last.lines[-1].text.rstrip().endswith(":")):
        level = 1 + sum(indent < line.indent for indent in indents)
        return TextPart(Kind.LIST_ITEM, [replace(line, marker=item.end())], level, number=int(item[1] or 0))
    return TextPart(Kind.PARAGRAPH, [line])


def _continues(part: TextPart, last: TextPart, *, apart: bool, verse: bool) -> bool:
    if part.kind is Kind.QUOTATION:
        return last.kind is Kind.QUOTATION and last.level == part.level and not apart
    if (
        part.kind is not Kind.PARAGRAPH
        or is_mark(part.lines[0].text)
        or is_mark(last.lines[0].text)
        or _is_byline(part.lines[0])
        or _is_byline(last.lines[-1])
    ):
        return False
    indented = part.lines[0].indent > last.lines[-1].indent + 1
    if last.kind is Kind.LIST_ITEM:
        return indented or not apart
    return last.kind is Kind.PARAGRAPH and not apart and (verse or not indented)


def _is_byline(line: TextLine) -> bool:
    """Only near the top, so that no paragraph is torn at a line that looks like one."""
    return line.start < _TOP and byline_of(line.said) is not None


def _underlined(part: TextPart, last: TextPart) -> int:
    alone = part.kind is None and last.kind is Kind.PARAGRAPH and len(last.lines) == 1
    return level_of_underline(part.text, last.text) if alone else 0


def _without_lone_items(parts: list[TextPart]) -> list[TextPart]:
    """A number above a paragraph, as in `1. The source`, is no list's but a heading's or the text's: it is said."""
    kinds = [None, *(part.kind for part in parts), None]
    return [
        replace(part, kind=Kind.PARAGRAPH, level=0, number=0, lines=[replace(part.lines[0], marker=0), *part.lines[1:]])
        if part.kind is Kind.LIST_ITEM and _NUMBER.match(part.lines[0].text) and Kind.LIST_ITEM not in around
        else part
        for part, *around in zip(parts, kinds, kinds[2:], strict=False)
    ]


def _with_headings(parts: list[TextPart], *, is_page: bool) -> list[TextPart]:
    """Marks on lines of their own are not there for who looks for headings. `is_page`: with a page's head above it."""
    others = [part for part in parts if not is_mark(part.text)]
    texts = [part.text if part.kind else "" for part in others]
    levels = {id(part): _heading_level(part, texts, index) for index, part in enumerate(others)}
    if is_page and others and _may_be_a_title(others[0]) and is_title(texts[0], texts[1:_MOST_ABOVE]):
        levels[id(others[0])] = 1
    return [
        replace(part, kind=Kind.HEADING, level=level) if (level := levels.get(id(part), 0)) else part for part in parts
    ]


def _may_be_a_title(part: TextPart) -> bool:
    return part.kind is Kind.PARAGRAPH and len(part.lines) == 1 and not byline_of(part.text)


def _heading_level(part: TextPart, texts: list[str], index: int) -> int:
    text = texts[index]
    if part.kind is not Kind.PARAGRAPH or len(part.lines) > 1 or index + 1 == len(texts) or byline_of(text):
        return 0
    if index == 0 and is_title(text, texts[1:4]):
        return 1
    if part.lines[0].start < _TOP and byline_of(texts[index + 1]) and begins_like_a_heading(text):
        return 1
    if index == 0 and text.isupper() and is_heading(text, "", after=texts[1]) and not is_named_part(text):
        return 1  # of a poem
    before = texts[index - 1] if index else ""
    return 2 if is_named_part(text) or is_heading(text, before, after=texts[index + 1]) else 0
