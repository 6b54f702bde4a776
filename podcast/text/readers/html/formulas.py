"""Formulas in web pages: TeX that a script of the page would set, and MathML that is more than a letter.

list(stretches(token, literal=False))       # "So \\(x^2\\) grows.": (0, 3, False), (3, 10, True), (10, 17, False)
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from podcast.text.readers.html.elements import Element
from podcast.text.readers.tags import HtmlToken, Sort

_LINE = r"(?:[^\\]|\\(?![()\[\]])){1,2000}?"
_TEX = re.compile(rf"\\\({_LINE}\\\)|\\\[{_LINE}\\\]|\$\$[^$]{{1,2000}}\$\$")
_BEGINS = ("\\(", "\\[", "$")
_CLASS = re.compile(r"<span\b[^<>]{0,200}\bclass=[\"']?(?:math|katex|MathJax|arithmatex)\b", re.IGNORECASE)
#: What makes MathML more than letters and signs in a row.
_TALL = re.compile(r"<(?:\w+:)?(?:mfrac|msqrt|mroot|munder|mover|munderover|mtable|mmultiscripts)\b", re.IGNORECASE)


def stretches(token: HtmlToken, *, literal: bool) -> Iterator[tuple[int, int, bool]]:
    """The token's text in order, and whether each stretch is a formula."""
    at = 0
    if token.sort is Sort.TEXT and not literal and ("\\" in token.text or "$$" in token.text):
        for found in _TEX.finditer(token.text):
            if at < found.start():
                yield token.start + at, token.start + found.start(), False
            yield token.start + found.start(), token.start + found.end(), True
            at = found.end()
    if at < len(token.text):
        yield token.start + at, token.end, False


def begins_formula(element: Element, source: str) -> bool:
    return element.name == "math" or (element.name == "span" and _CLASS.match(source, element.start) is not None)


def is_formula(element: Element, text: str, source: str, end: int) -> bool:
    """Whether an inline element holds a formula, to the `end` of its source, that can't be read as it stands."""
    if element.name == "math":
        places = _tall_places(source)
        first = bisect_left(places, element.start)
        return first < len(places) and places[first] < end
    return text.lstrip().startswith(_BEGINS)


@lru_cache(maxsize=1)
def _tall_places(source: str) -> tuple[int, ...]:
    """Found once, since each formula of a page asks."""
    return tuple(found.start() for found in _TALL.finditer(source))
