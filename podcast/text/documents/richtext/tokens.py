r"""RTF cut into groups, control words and bytes of text.

    for token in rtf_tokens(b"{\\b Hello}"): ...       # "{", ("b", None), b"Hello", "}"

Why no library: striprtf 0.0.35 gives plain text, without headings, emphasis, languages or links, and with footnotes,
hidden and deleted text and tables among the prose; pyth is no longer kept, and the others need a program beside them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,40})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\0]+)|[\r\n\0]+|\\",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class RtfToken:
    """Exactly one of these is there; a number may go with a word."""

    word: str = ""  # or a sign behind a backslash: "~", "*"
    number: int | None = None
    text: bytes = b""
    brace: str = ""
    is_byte: bool = False  # one of text, written as two digits


def rtf_tokens(data: bytes) -> Iterator[RtfToken]:
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == b"bin":
                at += max(number or 0, 0)
            yield RtfToken(word=match["word"].decode("ascii"), number=number)
        elif match["byte"]:
            yield RtfToken(text=bytes([int(match["byte"], 16)]), is_byte=True)
        elif match["sign"]:
            yield RtfToken(word=match["sign"].decode("latin-1"))
        elif match["brace"]:
            yield RtfToken(brace=match["brace"].decode("ascii"))
        elif match["text"]:
            yield RtfToken(text=match["text"])
