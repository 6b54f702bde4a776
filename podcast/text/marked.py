"""The source of an essay, cut where what is said begins and ends: what a writer goes through before anything is voiced.

    for stretch in proofread(essay, write_script(essay, says_title=False)):
        stretch.text, stretch.reason        # "Rivers bend.", None        "![](map.png)", Reason.IMAGE

All stretches together are the source, to the last line break. But of a document, whose source is a page that we made
and its author never saw, they are its words in paragraphs.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from podcast.text.essay import SILENT_REASONS, Essay, Reason
from podcast.text.readers.html.zones import BLOCKS
from podcast.text.readers.tags import Sort, tokens
from podcast.text.script import Script

_OF_THE_PAGE = frozenset({Reason.MARKUP, Reason.LINK_TARGET, Reason.SCRIPT, Reason.ATTRIBUTES, Reason.RULE})
_TAG = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_CLOSE_TOGETHER = frozenset({"li", "br", "tr", "dt", "dd"})


@dataclass(frozen=True, slots=True)
class MarkedText:
    text: str  # as it is written
    reason: Reason | None  # why it isn't said; None: it is

    @property
    def is_sign(self) -> bool:
        """No words are missed for it: what shapes a text, what the welcome says, what is said to a program."""
        is_blank = self.text.isascii() and not any(sign.isalnum() for sign in self.text)
        return self.reason is not None and (self.reason in SILENT_REASONS or is_blank)


def proofread(essay: Essay, script: Script) -> tuple[MarkedText, ...]:
    stretches = marked(essay.source, script)
    return tuple(_as_document(stretches)) if essay.is_converted else stretches


def marked(source: str, script: Script) -> tuple[MarkedText, ...]:
    """Neighbours that are not said for the same reason are one, and so are those that are said."""
    stretches = _cut(source, _spans(script))
    return tuple(
        MarkedText("".join(one.text for one in same), reason)
        for reason, same in groupby(stretches, key=lambda stretch: stretch.reason)
    )


def _as_document(stretches: Iterable[MarkedText]) -> Iterator[MarkedText]:
    """Without the page's tags: where they part paragraphs, white space does, once."""
    reached, waiting = "", ""
    for stretch in stretches:
        is_of_the_page = stretch.reason in _OF_THE_PAGE
        text = "" if is_of_the_page else _words(stretch)
        if not text.strip():
            waiting = max(waiting, _break_in(stretch.text) if is_of_the_page else text, key=_rank)
            continue
        body = text.strip("\n")
        lead = max(waiting, text[: len(text) - len(text.lstrip("\n"))], key=_rank) if reached else ""
        if lead:
            yield MarkedText(lead, None)
        yield MarkedText(body, stretch.reason)
        reached, waiting = body, text[len(text.rstrip("\n")) :]


def _rank(space: str) -> tuple[int, int]:
    return space.count("\n"), len(space)


def _words(stretch: MarkedText) -> str:
    """What an author knows of it; a comment is told by what stands in it."""
    if stretch.reason is None:
        return html.unescape(stretch.text)
    parts = (
        token.text.removeprefix("<!--").removesuffix("-->").strip()
        if token.sort is Sort.COMMENT
        else html.unescape(token.text)
        if token.sort in (Sort.TEXT, Sort.ENTITY)
        else _break_in(token.text)
        for token in tokens(stretch.text)
    )
    return re.sub(r"\n{3,}", "\n\n", "".join(parts))


def _break_in(markup: str) -> str:
    names = {match[1].lower() for match in _TAG.finditer(markup)}
    return "\n" if names & _CLOSE_TOGETHER else "\n\n" if names & BLOCKS else ""


def _spans(script: Script) -> list[tuple[int, int, Reason | None]]:
    said = [(run.start, run.end, None) for segment in script.segments for run in segment.runs]
    return sorted([*said, *((skip.start, skip.end, skip.reason) for skip in script.skips)], key=lambda span: span[:2])


def _cut(source: str, spans: Iterable[tuple[int, int, Reason | None]]) -> Iterator[MarkedText]:
    """What lies between two spans is white space, and goes with the first of them."""
    reached, reason = 0, None
    for start, end, next_reason in spans:
        if start > reached:
            yield MarkedText(source[reached:start], reason)
        if end > max(start, reached):
            yield MarkedText(source[max(start, reached) : end], next_reason)
        reached, reason = max(reached, end), next_reason
    if reached < len(source):
        yield MarkedText(source[reached:], reason)
