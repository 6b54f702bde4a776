"""The stretches that are open while Markdown is read, of HTML tags and of attributes, which may cross each other.

spans = OpenSpans()
spans.read(tag)                 # <i lang="la">
spans.lang, spans.literal       # "la", False
"""

from collections import Counter

from podcast.text.pronounced import PronouncedPlace, stated
from podcast.text.readers.html.elements import Element, is_literal, language_within
from podcast.text.readers.html.zones import BLOCKS, VOID
from podcast.text.readers.tags import HtmlToken, Sort, tokens


class OpenSpans:
    """A stack, whose members are closed by their names; what was begun within and never closed ends with them."""

    def __init__(self, lang: str = "") -> None:
        self._stack = [Element(lang=lang)]
        self._names: Counter[str] = Counter()
        self.pronounced: list[PronouncedPlace] = []  # of those that were closed

    @property
    def depth(self) -> int:
        return len(self._stack) - 1

    @property
    def lang(self) -> str:
        return self._stack[-1].lang

    @property
    def literal(self) -> bool:
        """Whether it is code."""
        return self._stack[-1].literal

    def __contains__(self, name: str) -> bool:
        return self._names[name] > 0

    def open(
        self, name: str, lang: str, at: int = 0, pronounced: tuple[str, str] | None = None, *, literal: bool = False
    ) -> None:
        """`at`: where it begins in the source, which is asked where something says how it sounds."""
        literal = literal or self.literal
        self._stack.append(Element(name, at, lang=lang, literal=literal, pronounced=pronounced))
        self._names[name] += 1

    def close(self, name: str, at: int = 0) -> None:
        while name in self:
            closed = self._stack.pop()
            self._names[closed.name] -= 1
            if closed.pronounced:
                self.pronounced.append(PronouncedPlace(closed.start, at, *closed.pronounced))
            if closed.name == name:
                break

    def close_block(self, text: str) -> None:
        """`</blockquote>` at the end of a paragraph closes one that was begun above it."""
        if text.startswith("</") and (tag := next(tokens(text))).name in BLOCKS:
            self.close(tag.name)

    def read(self, tag: HtmlToken, at: int = 0) -> None:
        if tag.sort is Sort.CLOSE:
            self.close(tag.name, at)
        elif tag.sort is Sort.OPEN and tag.name not in VOID and not tag.text.endswith("/>"):
            top = self._stack[-1]
            attributes = tag.attributes
            lang, literal = language_within(top, tag.name, attributes), is_literal(top, tag.name)
            self.open(tag.name, lang, at, stated(attributes, tag.name), literal=literal)
