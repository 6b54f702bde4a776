"""HTML cut into tags, entities, comments and text, each with its exact place in the source.

    for token in tokens(source): ...

Why not html.parser: it does not say where an attribute's value stands (alt text is said), and what it does with
broken comments and scripts differs between the Python versions that we run on. This takes linear time on any
input.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

_SPECIAL = re.compile(r"[<&]")
_TAG = re.compile(r"</?[A-Za-z](?>(?:[^>=]|=\s*(?:\"[^\"]*\"|'[^']*')?)*)>")
_TAG_BLIND = re.compile(r"</?[A-Za-z][^>]*>")  # quotes or no quotes
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_DECLARATION = re.compile(r"<(?:[!?]|/(?![A-Za-z]))[^>]*>")
RAW = ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


class Sort(Enum):
    OPEN = auto()
    CLOSE = auto()
    TEXT = auto()
    ENTITY = auto()
    RAW = auto()  # what stands in a script, a style, the title …: text that has no tags
    COMMENT = auto()
    DECLARATION = auto()


@dataclass(frozen=True, slots=True)
class HtmlToken:
    sort: Sort
    start: int
    end: int
    text: str  # as in the source
    name: str = ""  # of a tag or of the element that holds raw text

    @property
    def attributes(self) -> dict[str, str]:
        return {match[1].lower(): html.unescape(match[match.lastindex or 1]) for match in self._attributes()}

    def place_of(self, attribute: str) -> tuple[int, int]:
        """Where the attribute's value stands in the source."""
        match = next(match for match in self._attributes() if match[1].lower() == attribute)
        start, end = match.span(match.lastindex or 1)
        return self.start + start, self.start + end

    def _attributes(self) -> list[re.Match[str]]:
        """The first of each name counts; a name without a value has itself as its value."""
        found = list(_ATTRIBUTE.finditer(self.text, len(self.name) + 1, len(self.text) - 1))
        found.reverse()
        return list({match[1].lower(): match for match in found}.values())


def tokens(source: str) -> Iterator[HtmlToken]:
    scanner = _Scanner(source)
    at = 0
    while at < len(source):
        token = scanner.token(at)
        yield token
        at = token.end
        if token.sort is Sort.OPEN and token.name in _RAW_END:
            close = _RAW_END[token.name].search(source, at)
            raw = HtmlToken(Sort.RAW, at, close.start() if close else len(source), "", token.name)
            yield replace(raw, text=source[raw.start : raw.end])
            at = raw.end


def words_in(source: str) -> str:
    """What a browser would show of it, lines as they are."""
    shown = (token for token in tokens(source) if token.sort in (Sort.TEXT, Sort.ENTITY))
    return "".join(html.unescape(token.text) for token in shown).strip()


class _Scanner:
    """Remembers what it has looked for in vain, so that it never looks through the whole source twice."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last_close = source.rfind(">")
        self._last_comment_end = source.rfind("-->")
        self._minds_quotes = True  # until one is never closed

    def token(self, at: int) -> HtmlToken:
        special = _SPECIAL.search(self._source, at)
        stop = special.start() if special else len(self._source)
        if stop > at:
            return self._cut(Sort.TEXT, at, stop)
        found = self._entity(at) if self._source[at] == "&" else self._markup(at)
        return found or self._cut(Sort.TEXT, at, at + 1)

    def _cut(self, sort: Sort, start: int, end: int, name: str = "") -> HtmlToken:
        return HtmlToken(sort, start, end, self._source[start:end], name)

    def _entity(self, at: int) -> HtmlToken | None:
        match = _ENTITY.match(self._source, at)
        if not match or html.unescape(match.group()) == match.group():
            return None
        return self._cut(Sort.ENTITY, at, match.end())

    def _markup(self, at: int) -> HtmlToken | None:
        if at > self._last_close:
            return None
        if self._source.startswith("<!--", at) and at + 4 <= self._last_comment_end:
            return self._cut(Sort.COMMENT, at, self._source.index("-->", at + 4) + 3)
        if declaration := _DECLARATION.match(self._source, at):
            return self._cut(Sort.DECLARATION, at, declaration.end())
        return self._tag(at)

    def _tag(self, at: int) -> HtmlToken | None:
        name = _NAME.match(self._source, at)
        if not name:
            return None
        tag = _TAG.match(self._source, at) if self._minds_quotes else None
        self._minds_quotes = tag is not None
        tag = tag or _TAG_BLIND.match(self._source, at)
        sort = Sort.CLOSE if self._source[at + 1] == "/" else Sort.OPEN
        return self._cut(sort, at, tag.end(), name[1].lower()) if tag else None
