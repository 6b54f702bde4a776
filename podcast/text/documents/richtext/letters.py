"""Which letters the bytes of an RTF document are, and which languages its numbers mean.

text_of(b"\\xe4", "cp1252", "Times")     # "ä"
language_of(2057)                       # "en-GB"
"""

import codecs
import locale

from podcast.text.documents.richtext.tokens import RtfToken
from podcast.text.documents.signs import sign_of, without_private

SYMBOLS = "symbol"  # in the place of a code page: a font of signs
#: Of fonts, by \fcharset.
CODE_PAGES = {
    2: SYMBOLS, 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
DOCUMENT_PAGES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_NO_LANGUAGES = frozenset({0, 1024, 9999, 255})


def code_page(number: int) -> str:
    """Of \\ansicpg and \\cpg; Windows-1252 where Python knows none of that number."""
    names = {10000: "mac-roman", 65001: "utf-8", 936: "gbk", 42: SYMBOLS, 1361: "johab"}
    name = names.get(number, f"cp{number}")
    try:
        return name if name == SYMBOLS else codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def language_of(number: int) -> str:
    return "" if number in _NO_LANGUAGES else locale.windows_locale.get(number, "").replace("_", "-")


class RtfLetters:
    """Gathers the text between two words. Bytes are letters of the font's code page, else of the document's."""

    def __init__(self) -> None:
        self._page = "cp1252"
        self._charset = ""  # of the font that is read
        self._fonts: dict[int | None, tuple[str, str]] = {}  # code pages and names
        self._default: int | None = None
        self._text: list[str] = []
        self._bytes, self._of = bytearray(), ("", "")
        self._high = 0  # the first half of a sign that takes two numbers
        self._left_out = 0  # characters that follow a sign in Unicode, and say it for old programs

    def fact(self, word: str, number: int | None) -> None:
        if word == "ansicpg" and number:
            self._page = code_page(number)
        elif word in DOCUMENT_PAGES:
            self._page = DOCUMENT_PAGES[word]
        elif word == "fcharset":
            self._charset = CODE_PAGES.get(number or 0, "")
        elif word == "cpg" and number:
            self._charset = code_page(number)
        elif word == "deff":
            self._default = number

    def name_font(self, font: int | None, text: str) -> None:
        if name := text.strip(" ;"):
            self._fonts[font] = (self._charset, name)
        if ";" in text:
            self._charset = ""

    def begin(self) -> None:
        """A group, or what is behind one: nothing more is left out."""
        self._left_out = 0

    def add(self, token: RtfToken, font: int | None) -> None:
        left_out = min(self._left_out, len(token.text))
        self._left_out -= left_out
        page, name = self._fonts.get(font if font is not None else self._default, ("", ""))
        if (page or self._page, name) != self._of:
            self._decode()
            self._of = (page or self._page, name)
        self._bytes += token.text[left_out:]

    def add_unicode(self, number: int, font: int | None, left_out: int) -> None:
        self._decode()
        self._left_out = left_out
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            self._text.append(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00) if self._high else "")
            self._high = 0
        else:
            name = self._fonts.get(font if font is not None else self._default, ("", ""))[1]
            self._text.append(without_private(chr(code), name) if code >= 0x20 else "")

    def passes_over(self, sign: str) -> bool:
        """Whether a sign is one of the characters that are left out."""
        is_left_out = bool(sign) and self._left_out > 0
        self._left_out -= is_left_out
        return is_left_out

    def taken(self) -> str:
        self._decode()
        text, self._text = "".join(self._text), []
        return text

    def _decode(self) -> None:
        page, font = self._of
        if self._bytes and page == SYMBOLS:
            self._text += [sign_of(font, byte) if byte > 0x20 else chr(byte) for byte in self._bytes]
        elif self._bytes:
            self._text.append(self._bytes.decode(page, errors="replace"))
        self._bytes = bytearray()
