"""The transcript of an episode as the text of an article, in which every word knows when it is said.

    for html in read_along(passages, title="On Paper"): ...     # a paragraph or a list at a time

    <div class="said"><a class="at" href="#t=61">1:01</a><p><span data-s="61040">Paper</span> <span …

`data-s` is the word's start in milliseconds of the episode: `assets/player.js` finds the word that is being said, and
seeks to the one that is clicked. Headings, quotations, lists and lines of verse are what they were in the essay.
A chapter's picture stands over its caption, if that is said, else below the heading that begins the chapter.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, islice, takewhile

from markupsafe import Markup, escape

from feed.hosts import host
from feed.ownwords.en import WORDS as ENGLISH
from feed.ownwords.table import OwnWords
from feed.pages.wording import clock, fragment, printable
from feed.passages import Passage

_DEEPEST = 6  # of lists and quotations; what is deeper is shown there

_AT = Markup('<a class="at" href="#{}" aria-label="{}">{}</a>')
_SPEAKER = Markup('<b class="speaker">{}</b> ')
_FOREIGN = Markup('<span lang="{}">{}</span>')
_PARAGRAPH = Markup('<div class="said">{}<p>{}</p></div>')
_FRAME = Markup('<div class="said frame">{}<p>{}</p></div>')
_HEADING = Markup('<div class="said head">{at}<{tag} id="{id}">{text}</{tag}></div>')
_ITEM = Markup('<li class="said{}"{}>{}<div>{}</div>{}</li>')
_NOTHING = Markup("")
_SAID_NUMBER = re.compile(r"\d+\. |(?:First|Second|Third|[A-Z][a-z]+th), ")
_IMAGE = Markup('<figure><img src="{}" alt="" loading="lazy" decoding="async">{}</figure>')
_CAPTION = Markup("<figcaption>{}</figcaption>")
_ELSEWHERE = Markup('<p class="elsewhere"><a href="{}">{}</a> <span class="quiet">{}</span></p>')


@dataclass(frozen=True, slots=True)
class Picture:
    """Of a chapter, which begins at `start_ms`."""

    start_ms: int
    src: str = ""  # relative: it is ours, and shown
    url: str = ""  # of another host: it is linked, never loaded

    def html(self, words: OwnWords, caption: Markup = _NOTHING) -> Markup:
        if not self.src:
            return _ELSEWHERE.format(self.url, words.picture, host(self.url)) + caption
        return _IMAGE.format(self.src, _CAPTION.format(caption) if caption else _NOTHING)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, heading, item or line of the essay: the passages that make it, each with the name to show first."""

    kind: str
    level: int
    passages: tuple[tuple[Passage, str], ...]
    words: OwnWords = ENGLISH  # of the page
    picture: Markup = _NOTHING  # of kind "picture", which has no passages

    @property
    def start_ms(self) -> int:
        return self.passages[0][0].start_ms

    @property
    def number(self) -> int:
        return self.passages[0][0].number

    @property
    def is_caption(self) -> bool:
        return bool(self.passages) and self.passages[0][0].is_caption

    @property
    def at(self) -> Markup:
        time = clock(self.start_ms)
        return _AT.format(fragment(self.start_ms), self.words.from_here.format(time=time), time)

    @property
    def text(self) -> Markup:
        parts: list[str] = []
        for number, (passage, name) in enumerate(self.passages):
            parts += [self.passages[number - 1][0].joins(passage)] if number else []
            parts += [_SPEAKER.format(printable(name))] if name else []
            parts += [_FOREIGN.format(passage.language, _words(passage)) if passage.language else _words(passage)]
        return Markup("").join(parts)


def read_along(
    passages: Sequence[Passage], title: str = "", pictures: Iterable[Picture] = (), words: OwnWords = ENGLISH
) -> Iterator[Markup]:
    """The passages as HTML, part by part. A first heading that is the title, which the page shows already, is a frame.

    `pictures` in the order of their times; one for which there is no text left is left out.
    """
    return _elements(_illustrated(_blocks(passages, title, words), pictures))


def _blocks(passages: Sequence[Passage], title: str, words: OwnWords) -> list[_Block]:
    named = zip(passages, _names(passages, words), strict=True)
    groups = groupby(enumerate(named), key=_block_of)
    blocks = [_block(tuple(member for _, member in group), words) for _, group in groups]
    begin = next((number for number, block in enumerate(blocks) if block.kind != "frame"), 0)
    for number, block in enumerate(blocks[begin : begin + 1], begin):
        if block.kind == "heading" and _folded(block.passages[0][0].text) == _folded(title):
            blocks[number] = replace(block, kind="frame")
    return blocks


def _block(members: tuple[tuple[Passage, str], ...], words: OwnWords) -> _Block:
    first, _ = members[0]
    return _Block(first.kind, min(first.level, _DEEPEST), members, words)


def _block_of(numbered: tuple[int, tuple[Passage, str]]) -> tuple[str, int, int]:
    number, (passage, _) = numbered
    return passage.kind, passage.block, number if passage.block < 0 else -1


def _names(passages: Sequence[Passage], words: OwnWords) -> Iterator[str]:
    """The speaker's name where another one begins, if there are several; nobody is named in headings and frames."""
    has_several = len({passage.speaker for passage in passages}) > 1
    before = ""
    for passage in passages:
        is_named = has_several and passage.kind not in ("heading", "frame")
        name = words.narrator if passage.speaker == ENGLISH.narrator else passage.speaker
        yield name if is_named and passage.speaker != before else ""
        before = passage.speaker if is_named else ""


def _illustrated(blocks: Sequence[_Block], pictures: Iterable[Picture]) -> Iterator[_Block]:
    """Each picture over its caption, or below the heading that begins its chapter; above the text without either."""
    waiting, reached, held = deque(pictures), 0, 0
    for index, block in enumerate(blocks):
        if index < reached:
            continue  # a caption, which stands with its picture
        due: list[_Block] = []
        while waiting and index >= held and block.kind != "frame" and waiting[0].start_ms <= block.start_ms:
            begin, end = _caption(blocks, index)
            if begin > index:
                held = begin
                break
            caption = Markup("").join(_PARAGRAPH.format(one.at, one.text) for one in blocks[begin:end])
            due.append(_Block("picture", 0, (), block.words, waiting.popleft().html(block.words, caption)))
            reached = max(reached, end)
        beside = [] if reached > index else [block]
        yield from (*beside, *due) if block.kind == "heading" else (*due, *beside)


def _caption(blocks: Sequence[_Block], index: int) -> tuple[int, int]:
    """Where the caption of a picture lies that is due at a block: before the next heading, if anywhere."""
    following = enumerate(islice(blocks, index, None), index)
    begin = next((at for at, one in following if one.is_caption or (one.kind == "heading" and at > index)), index)
    if not blocks[begin].is_caption:
        return index, index
    end = next((at for at in range(begin, len(blocks)) if not blocks[at].is_caption), len(blocks))
    return begin, end


def _elements(blocks: Iterable[_Block]) -> Iterator[Markup]:
    heading_ids: set[str] = set()
    top_level = _DEEPEST
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind == "list item":
            yield _list(list(group))
        elif kind == "quotation":
            yield _quotation(list(group))
        elif kind == "heading":
            for block in group:
                top_level = min(top_level, block.level)
                yield _heading(block, "h2" if block.level <= top_level else "h3", heading_ids)
        elif kind == "picture":
            yield from (block.picture for block in group)
        else:
            shape = _FRAME if kind == "frame" else _PARAGRAPH
            yield from (shape.format(block.at, block.text) for block in group)


def _heading(block: _Block, tag: str, taken_ids: set[str]) -> Markup:
    text = " ".join(passage.text for passage, _ in block.passages)
    slug = re.sub(r"\W+", "-", printable(text).lower())[:60].strip("-") or "part"
    name, number = f"s-{slug}", 1
    while name in taken_ids:
        number += 1
        name = f"s-{slug}-{number}"
    taken_ids.add(name)
    return _HEADING.format(at=block.at, tag=Markup(tag), id=name, text=block.text)  # noqa: S704 - h2 or h3


def _list(blocks: list[_Block]) -> Markup:
    """A numbered one where the essay has it; where the numbers are said, they stand in the text."""
    items = Markup("").join(_item(top, inner) for top, inner in _nested(blocks))
    tag = Markup("ol") if any(block.number > 0 for block in blocks if block.level == blocks[0].level) else Markup("ul")
    return Markup("<{tag}>{items}</{tag}>").format(tag=tag, items=items) if blocks else Markup("")


def _item(block: _Block, inner: list[_Block]) -> Markup:
    number = Markup(' value="{}"').format(block.number) if block.number > 0 else _NOTHING
    is_bare = block.number < 0 or (block.number and _SAID_NUMBER.match(block.passages[0][0].text))
    return _ITEM.format(" bare" if is_bare else "", number, block.at, block.text, _list(inner))


def _quotation(blocks: list[_Block]) -> Markup:
    parts = (_PARAGRAPH.format(top.at, top.text) + _quotation(inner) for top, inner in _nested(blocks))
    return Markup("<blockquote>{}</blockquote>").format(Markup("").join(parts)) if blocks else Markup("")


def _nested(blocks: list[_Block]) -> Iterator[tuple[_Block, list[_Block]]]:
    """Each block with those that follow it and lie deeper."""
    while blocks:
        top, *rest = blocks
        inner = list(takewhile(lambda block: block.level > top.level, rest))  # noqa: B023 - used up at once
        yield top, inner
        blocks = rest[len(inner) :]


def _words(passage: Passage) -> Markup:
    text, html, done = passage.text, [], 0
    for start, end, start_ms, _ in passage.words:
        html.append(f'{_shown(text[done:start])}<span data-s="{start_ms}">{_shown(text[start:end])}</span>')
        done = end
    html.append(_shown(text[done:]))
    return Markup("".join(html))  # noqa: S704 - of parts that are


@lru_cache(maxsize=4096)  # words come again
def _shown(text: str) -> Markup:
    return escape(printable(text)).replace("\n", Markup("<br>\n"))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
