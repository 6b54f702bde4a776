"""What the feed shows of an essay: its text as clean HTML, and a short summary.

    show_notes(essay)       # "<p><strong>The shape</strong></p><p>A river is <a href=…>lazy</a>.</p>"
    summary(essay)
    lyrics(essay)           # all of it as plain text, as players show lyrics

Apple allows few elements: these are p, br, ol, ul, li, a and strong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

import sentencex

from podcast.text.essay import Block, Essay, Kind, Run
from podcast.text.roles import for_people
from podcast.text.title import shorten, title_blocks

_DEEPEST_LIST = 6
_SECRET = re.compile(
    r"(?:^|[&;])[\w.-]*(?:token|signature|\bsig|secret|password|passwd|api_?key|credential|auth|session)[\w.-]*=",
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
    return "\n".join([*_elements(told), *_original(essay.address), *below])


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


def _elements(blocks: Sequence[Block]) -> Iterator[str]:
    for kind, group in groupby(_named(blocks), key=lambda named: named[0].kind):
        if kind is Kind.LIST_ITEM:
            yield _list([block for block, _ in group])
        else:
            yield from (_paragraph(block, name) for block, name in group)


def _list(blocks: Sequence[Block]) -> str:
    """Lists in lists. Apps drop what a numbered list begins with, so one that doesn't begin with 1 says it."""
    html, at = "", 0
    while at < len(blocks):
        is_numbered, counted, items = blocks[at].number > 0, blocks[at].number, ""
        first = counted
        while at < len(blocks) and (blocks[at].number > 0) == is_numbered and blocks[at].number == counted:
            end = _end_of_item(blocks, at)
            items += f"<li>{f'{counted}. ' if first > 1 else ''}{_item(blocks[at:end])}</li>"
            at, counted = end, counted + is_numbered
        tag = "ol" if first == 1 else "ul"
        html += f"<{tag}>{items}</{tag}>"
    return html


def _end_of_item(blocks: Sequence[Block], at: int) -> int:
    """With its further paragraphs and the lists in it."""
    end = at + 1
    while end < len(blocks) and (blocks[end].level > blocks[at].level or blocks[end].number < 0):
        end += 1
    return end


def _item(blocks: Sequence[Block]) -> str:
    """Too deep a list is shown as lines: each level is a Python frame."""
    more = next((index for index in range(1, len(blocks)) if blocks[index].number >= 0), len(blocks))
    text = "<br>".join(_linked(block.runs) for block in blocks[:more])
    inner = blocks[more:]
    if inner and blocks[0].level >= _DEEPEST_LIST:
        return "<br>".join([text, *(_linked(block.runs) for block in inner)])
    return text + (_list(inner) if inner else "")


def _paragraph(block: Block, speaker: str) -> str:
    """`speaker`: who begins to speak with it."""
    text = _linked(block.runs)
    if speaker:
        return f"<p><strong>{escape(for_people(speaker), quote=False)}:</strong> {text}</p>"
    if block.kind is Kind.HEADING:
        return f"<p><strong>{text}</strong></p>"
    is_quoted = block.text.startswith(('"', "“", "„", "«", "‘"))
    return f"<p>“{text}”</p>" if block.kind is Kind.QUOTATION and not is_quoted else f"<p>{text}</p>"


def _linked(runs: Sequence[Run]) -> str:
    return "".join(
        _link(href, escape("".join(run.text for run in group), quote=False))
        for href, group in groupby(runs, key=lambda run: run.href)
    )


def _original(address: str) -> Iterator[str]:
    """Not one with a key in it, which is for who has it."""
    if address and not _SECRET.search(address.partition("?")[2]):
        yield f"<p>{_link(address, escape(address.partition('://')[2].rstrip('/')))}</p>"


def _link(href: str, text: str) -> str:
    is_safe = href.lower().startswith(("http://", "https://", "mailto:"))
    return f'<a href="{escape(href)}">{text}</a>' if is_safe else text
