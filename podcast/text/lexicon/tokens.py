"""A text as words, signs and spaces, so that what looks alike is alike: NFC or NFD, curly or straight, any case.

    [token.folded for token in tokens("Nguyen’s  C++")]          # ["nguyen", "'", "s", " ", "c", "+", "+"]

A word is letters, digits and what combines with them; what can't be seen, such as a soft hyphen, divides no word.
"""

import re
import unicodedata
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+|\s+|.", re.DOTALL)
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ALIKE = str.maketrans(dict.fromkeys("’‘ʼ＇`´", "'") | dict.fromkeys("‐‑", "-") | dict.fromkeys(_UNSEEN))


class TextToken(NamedTuple):
    """`text[start:end]`, as it is compared."""

    folded: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.folded[:1].isalnum()


def tokens(text: str) -> list[TextToken]:
    """Every character of the text in one of them, in order."""
    if text.isascii() and text.isalnum():
        return [TextToken(text.lower(), 0, len(text))]
    spans: list[tuple[int, int]] = []
    is_open = False  # whether the last one was a word that went on past its letters
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        goes_on = end - start == 1 and text[start] > "\x7f" and _goes_on(text[start])
        if spans and (is_open or goes_on) and text[spans[-1][0]].isalnum() and (goes_on or text[start].isalnum()):
            spans[-1] = (spans[-1][0], end)
            is_open = goes_on
        else:
            spans.append((start, end))
            is_open = False
    return [TextToken(_folded(text[start:end]), start, end) for start, end in spans]


def bare(text: str) -> str:
    """The text with what looks alike alike, in its own case."""
    if text.isascii() and text.isalnum():
        return text
    return " ".join(unicodedata.normalize("NFC", text.translate(_ALIKE)).split())


def _goes_on(character: str) -> bool:
    return character in _UNSEEN or unicodedata.category(character).startswith("M")


def _folded(text: str) -> str:
    if text.isspace():
        return " "
    if text.isascii():
        return text.lower().replace("`", "'")
    composed = unicodedata.normalize("NFC", text.translate(_ALIKE))
    return unicodedata.normalize("NFC", composed.casefold())
