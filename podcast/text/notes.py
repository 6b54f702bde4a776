"""What the feed shows of an essay: its text as clean HTML, and a short summary.

    show_notes(essay)       # "<p><strong>The shape</strong></p><p>A river is <a href=…>lazy</a>.</p>"
    summary(essay)
    lyrics(essay)           # all of it as plain text, as players show lyrics

Apple allows few elements: these are p, br, ol, ul, li, a, strong and em.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

import sentencex

from podcast.text.essay import Block, Essay, Kind, Run
from podcast.text.roles import for_people
from podcast.text.title import shorten, title_blocks

EmphasisChange = tuple[int, frozenset[str]]  # a place of the source, and what is emphasised how from there on

_DEEPEST_LIST = 6
_SECRET = re.compile(
    r"(?:^|[&;])(?=[\w.-]*=)[\w.-]*(?:token|signature|\bsig|secret|password|passwd|api_?key|credential|auth|session)",
    re.IGNORECASE,
)
_LOOKED_AT = 4  # times as many characters as a summary has


def show_notes(essay: Essay, lines: Iterable[str] = ()) -> str:
    """Without a first heading that repeats the title: apps show that above the notes. `lines`: below all.

    Where the essay is on the web stands below it, without its scheme, which needs no words in any language.
    """
    below = (f"<p>{escape(line)}</p>" for line in lines)
    repeated = title_blocks(essay)
    told = [block for index, block in enumerate(essay.blocks) if index not in repeated]
    writer = _Writer(emphasis_changes(essay.emphases))
    return "\n".join([*writer.elements(told), *_original(essay.address), *below])


def summary(essay: Essay, max_chars: int = 250) -> str:
    """Plain text: the description, else the first paragraphs, cut at a sentence's end where one is in reach."""
    paragraphs = [block for block in essay.blocks if block.kind is Kind.PARAGRAPH]
    texts = [essay.description] if essay.description else (block.text for block in paragraphs or essay.blocks)
    text = " ".join(_first_words(texts, _LOOKED_AT * max_chars))
    if len(text) <= max_chars:
        return text
    whole = _whole_sentences(text, essay.language, max_chars)
    return whole or shorten(text, max_chars - 1) + "…"


def _first_words(texts: Iterable[str], chars: int) -> Iterator[str]:
    """As many as have more characters than that: an essay may be a book."""
    for text in texts:
        for word in text.split():
            yield word
            chars -= len(word)
            if chars < 0:
                return


def lyrics(essay: Essay) -> str:
    """The whole text, a paragraph a block, with the speakers' names where they begin to speak."""
    named = (f"{for_people(name)}: {block.text}" if name else block.text for block, name in _named(essay.blocks))
    return "\n\n".join(named)


def _named(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with the name of who begins to speak with it, else with none."""
    speaker = ""
    for block in blocks:
        begins = block.speaker != speaker and block.kind is Kind.PARAGRAPH
        yield block, block.speaker if begins else ""
        speaker = block.speaker


def _whole_sentences(text: str, language: str, max_chars: int) -> str:
    taken = ""
    for sentence in sentencex.segment(language.split("-", maxsplit=1)[0] or "en", text[: _LOOKED_AT * max_chars]):
        if len((taken + sentence).rstrip()) > max_chars:
            break
        taken += sentence
    return taken.rstrip()


class _Writer:
    """Writes blocks as elements, with emphasis where the source has it."""

    def __init__(self, changes: Sequence[EmphasisChange]) -> None:
        self._changes = changes
        self._places = [place for place, _ in changes]

    def elements(self, blocks: Sequence[Block]) -> Iterator[str]:
        for kind, group in groupby(_named(blocks), key=lambda named: named[0].kind):
            if kind is Kind.LIST_ITEM:
                yield self._list([block for block, _ in group])
            else:
                yield from (self._paragraph(block, name) for block, name in group)

    def _list(self, blocks: Sequence[Block]) -> str:
        """Lists in lists. Apps drop what a numbered list begins with, so one that doesn't begin with 1 says it."""
        html, at = "", 0
        while at < len(blocks):
            is_numbered, counted, items = blocks[at].number > 0, blocks[at].number, ""
            first = counted
            while at < len(blocks) and (blocks[at].number > 0) == is_numbered and blocks[at].number == counted:
                end = _end_of_item(blocks, at)
                items += f"<li>{f'{counted}. ' if first > 1 else ''}{self._item(blocks[at:end])}</li>"
                at, counted = end, counted + is_numbered
            tag = "ol" if first == 1 else "ul"
            html += f"<{tag}>{items}</{tag}>"
        return html

    def _item(self, blocks: Sequence[Block]) -> str:
        """Too deep a list is shown as lines: each level is a Python frame."""
        more = next((index for index in range(1, len(blocks)) if blocks[index].number >= 0), len(blocks))
        text = "<br>".join(self.linked(block.runs) for block in blocks[:more])
        inner = blocks[more:]
        if inner and blocks[0].level >= _DEEPEST_LIST:
            return "<br>".join([text, *(self.linked(block.runs) for block in inner)])
        return text + (self._list(inner) if inner else "")

    def _paragraph(self, block: Block, speaker: str) -> str:
        """`speaker`: who begins to speak with it."""
        if block.kind is Kind.HEADING and not speaker:
            return f"<p><strong>{_Writer(()).linked(block.runs)}</strong></p>"  # all of it is strong
        text = self.linked(block.runs)
        if speaker:
            return f"<p><strong>{escape(for_people(speaker), quote=False)}:</strong> {text}</p>"
        is_quoted = block.text.startswith(('"', "“", "„", "«", "‘"))
        return f"<p>“{text}”</p>" if block.kind is Kind.QUOTATION and not is_quoted else f"<p>{text}</p>"

    def linked(self, runs: Sequence[Run]) -> str:
        pieces = [piece for run in runs for piece in self._pieces(run)]
        html = ""
        for href, group in groupby(pieces, key=itemgetter(0)):
            same = groupby(group, key=itemgetter(1))
            html += _link(href, "".join(_emphasised("".join(text for *_, text in some), tags) for tags, some in same))
        return html

    def _pieces(self, run: Run) -> Iterator[tuple[str, frozenset[str], str]]:
        """The run, cut where emphasis begins or ends: target, emphasis, text. One that isn't verbatim is not cut."""
        index = bisect_right(self._places, run.start)
        is_verbatim, at = len(run.text) == run.end - run.start, run.start
        while is_verbatim and index < len(self._changes) and self._places[index] < run.end:
            yield run.href, self._at(index), run.text[at - run.start : self._places[index] - run.start]
            at, index = self._places[index], index + 1
        yield run.href, self._at(index), run.text[at - run.start :] if is_verbatim else run.text

    def _at(self, index: int) -> frozenset[str]:
        """What is true before the change of that index."""
        return self._changes[index - 1][1] if index else frozenset()


def emphasis_changes(emphases: Iterable[tuple[int, int, str]]) -> list[EmphasisChange]:
    """Where it changes, in order, and what is emphasised how from there on."""
    events = sorted(event for start, end, tag in emphases if start < end for event in ((start, 1, tag), (end, -1, tag)))
    depths: Counter[str] = Counter()
    changes: list[EmphasisChange] = []
    for place, step, tag in events:
        depths[tag] += step
        tags = frozenset(name for name, depth in depths.items() if depth > 0)
        if changes and changes[-1][0] == place:
            changes.pop()
        changes.append((place, tags))
    return changes


def _emphasised(text: str, tags: frozenset[str]) -> str:
    """White space alone is not."""
    html = escape(text, quote=False)
    for tag in ("em", "strong") if text.strip() else ():
        html = f"<{tag}>{html}</{tag}>" if tag in tags else html
    return html


def _end_of_item(blocks: Sequence[Block], at: int) -> int:
    """With its further paragraphs and the lists in it."""
    end = at + 1
    while end < len(blocks) and (blocks[end].level > blocks[at].level or blocks[end].number < 0):
        end += 1
    return end


def _original(address: str) -> Iterator[str]:
    """Not one with a key in it, which is for who has it."""
    if address and not _SECRET.search(address.partition("?")[2]):
        yield f"<p>{_link(address, escape(address.partition('://')[2].rstrip('/')))}</p>"


def _link(href: str, html: str) -> str:
    is_safe = href.lower().startswith(("http://", "https://", "mailto:"))
    return f'<a href="{escape(href)}">{html}</a>' if is_safe else html
