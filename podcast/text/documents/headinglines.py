"""The headings of a document: its title's, its own, and lines in bold that are headings in all but their style.

    outlined(blocks)        # headings with the levels that a page has: 1 the title's, and no other's

Most people make a heading by making a line bold. A line that is short, alone, all of it bold or larger than the text,
and before text that is not, is one. Where half of a text is bold, bold says nothing.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from podcast.text.documents.paragraphs import Blocks, WordParagraph
from podcast.text.documents.stylenames import ParagraphRole
from podcast.text.readers.plain.headings import is_named_part

_LONGEST = 90  # characters of a line that may be a heading
_LARGER = 1.15  # times the text's letters
_MOST_ABOVE = 3  # paragraphs, above a title: a date, a motto
_SENTENCE = re.compile(r"[.,;:]['\"”’»)]?$|^[-–—•*]|^\W*$")
_BYLINE = re.compile(r"(?:by|von|par|por|di|door) ", re.IGNORECASE)
_PLAIN = (ParagraphRole.BODY,)


def outlined(blocks: Blocks, stated: str = "") -> Blocks:
    """`stated`: the title in the properties."""
    found = list(blocks)
    places = [at for at, block in enumerate(found) if isinstance(block, WordParagraph) and _is_visible(block)]
    paragraphs = [block for at in places if isinstance(block := found[at], WordParagraph)]
    for at, paragraph in zip(places, _levelled(_with_found(_without_contents(paragraphs)), stated), strict=True):
        found[at] = paragraph
    return tuple(found)


def _without_contents(paragraphs: Sequence[WordParagraph]) -> list[WordParagraph]:
    """Lines that only lead to headings of the document list its contents, whatever their style."""
    heads = {one.text.strip() for one in paragraphs if one.role is ParagraphRole.HEADING}
    return [replace(one, role=ParagraphRole.CONTENTS) if _leads_to(one, heads) else one for one in paragraphs]


def _leads_to(one: WordParagraph, heads: Collection[str]) -> bool:
    is_within = all(piece.href.startswith("#") for piece in one.pieces if piece.text.strip())
    return is_within and one.text.strip() in heads and one.role in (ParagraphRole.BODY, ParagraphRole.ITEM)


def _is_visible(block: WordParagraph) -> bool:
    return bool(block.text.strip())


def _with_found(paragraphs: Sequence[WordParagraph]) -> list[WordParagraph]:
    """Lines that look like headings become headings."""
    bold = sum(len(one.text) for one in paragraphs if one.is_bold)
    is_telling = 2 * bold < sum(len(one.text) for one in paragraphs)
    text_size = _text_size(paragraphs)
    questions = sum(one.is_bold and one.text.rstrip().endswith("?") for one in paragraphs)
    looks = [_looks_like_one(one, text_size, bold_tells=is_telling, is_interview=questions > 1) for one in paragraphs]
    found = list(paragraphs)
    has_title = any(one.role in (ParagraphRole.TITLE, ParagraphRole.HEADING) for one in paragraphs[:_MOST_ABOVE])
    for at, one in enumerate(paragraphs):
        if not looks[at] or not any(not later.is_bold or not is_telling for later in paragraphs[at + 1 :][:3]):
            continue
        is_first = not has_title and at < 1
        found[at] = replace(one, role=ParagraphRole.TITLE if is_first else ParagraphRole.HEADING, level=_FOUND)
    first = found[0] if found else None
    if first and not has_title and first.role is ParagraphRole.BODY and _is_title_line(first, paragraphs):
        found[0] = replace(first, role=ParagraphRole.TITLE)
    return found


_FOUND = 9  # the level of a heading without a style, until the others' are known


def _looks_like_one(one: WordParagraph, text_size: float, *, bold_tells: bool, is_interview: bool) -> bool:
    text = " ".join(one.text.split())
    is_set_off = (bold_tells and one.is_bold) or (text_size and one.size >= _LARGER * text_size)
    if one.role not in _PLAIN or not is_set_off or len(text) > _LONGEST or _SENTENCE.search(text):
        return False
    is_said = "\n" in one.text.strip() or (is_interview and text.endswith("?"))
    return not is_said and not _BYLINE.match(text) and any(map(str.isalnum, text))


def _is_title_line(first: WordParagraph, paragraphs: Sequence[WordParagraph]) -> bool:
    """A short first line in the middle, above text that isn't."""
    is_apart = first.is_centred and not all(one.is_centred for one in paragraphs)
    text = first.text.strip()
    return is_apart and len(text) <= _LONGEST and not _SENTENCE.search(text) and not _BYLINE.match(text)


def _text_size(paragraphs: Sequence[WordParagraph]) -> float:
    sizes: Counter[float] = Counter()
    for one in paragraphs:
        sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def _levelled(paragraphs: Sequence[WordParagraph], stated: str) -> list[WordParagraph]:
    """The first heading is the title's where nothing else is, and it stands at the top or higher than all others."""
    levels = [one.level for one in paragraphs if one.role is ParagraphRole.HEADING and one.level != _FOUND]
    highest = min(levels, default=1)
    above = next((at for at, one in enumerate(paragraphs) if one.role is ParagraphRole.HEADING), len(paragraphs))
    has_title = any(one.role is ParagraphRole.TITLE for one in paragraphs)
    is_title = not has_title and above < min(_MOST_ABOVE, len(paragraphs)) and paragraphs[above].level == highest
    if is_title and levels.count(highest) > 1:
        text = paragraphs[above].text.strip()
        is_title = not above and not is_named_part(text) and stated in ("", text)
    levelled = []
    for at, one in enumerate(paragraphs):
        if one.role is ParagraphRole.HEADING and is_title and at == above:
            levelled.append(replace(one, role=ParagraphRole.TITLE, level=1))
        elif one.role is ParagraphRole.HEADING:
            is_lower = is_title and levels.count(highest) == 1
            level = 2 if one.level == _FOUND else one.level - highest + (1 if is_lower else 2)
            levelled.append(replace(one, level=max(level, 2)))
        else:
            levelled.append(one)
    return levelled
