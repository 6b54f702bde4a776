"""A PDF opened: its facts, and for each page the stretches of text on it, with place, size and weight.

    with open_pdf(data, "rivers.pdf") as pdf:
        pdf.facts                           # {"Title": "On Rivers", "Author": "Jane Doe"}
        for page in pdf.pages(): page.spans

A PDF knows no words and no lines, only signs and where they stand; pdfium says which of them were drawn together.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from podcast.errors import PodcastError

try:
    import pypdfium2
    from pypdfium2 import raw
except ImportError:
    remedy = "Install it: pip install 'podcast-producer[documents]'."
    raise PodcastError("Reading PDFs needs a library that is not installed", remedy=remedy) from None

_MOST_PAGES = 3_000
_FEWEST_SIGNS = 25  # on a page in the mean; fewer are a scan with page numbers
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SIGNS = str.maketrans({**_LIGATURES, "\x02": "-", "\ufffe": "-", "\xad": "-", "\xa0": " ", "\0": "", "\u200b": ""})
_BOLD = re.compile(r"bold|black|heavy|semib|demi|cmbx|-bd\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class PdfSpan:
    """Signs of one font that stand side by side. Points, from the lower left corner; `y` is the baseline's."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool = False
    is_turned: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class PdfPage:
    spans: tuple[PdfSpan, ...]  # in the order in which they were drawn
    height: float


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    angle: float
    is_bold: bool


class Pdf:
    def __init__(self, document: Any) -> None:
        self._document = document
        self.facts: dict[str, str] = {key: value for key, value in document.get_metadata_dict().items() if value}

    @property
    def language(self) -> str:
        """As the file states it; empty if it doesn't."""
        length = raw.FPDFCatalog_GetLanguage(self._document.raw, None, 0)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        raw.FPDFCatalog_GetLanguage(self._document.raw, buffer, length)
        return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0").strip()

    def pages(self) -> Iterator[PdfPage]:
        for index in range(len(self._document)):
            page = self._document[index]
            text = page.get_textpage()
            spans = list(_spans(text))
            yield _upright(_linked(spans, list(_links(self._document, page))), page.get_height())
            text.close()
            page.close()


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[Pdf]:
    """Raises PodcastError for one that is locked, damaged or endless."""
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == raw.FPDF_ERR_PASSWORD:
            remedy = "Save it without a password: qpdf --decrypt --password=… in.pdf out.pdf"
            raise PodcastError("The PDF is locked with a password", which=name, remedy=remedy) from None
        raise _damaged(name) from None
    try:
        if count > _MOST_PAGES:
            remedy = f"{_MOST_PAGES} are the most; cut it into parts."
            raise PodcastError(f"The PDF has {count} pages", which=name, remedy=remedy)
        yield Pdf(document)
    except (pypdfium2.PdfiumError, UnicodeError):  # each page is opened when it is asked for
        raise _damaged(name) from None
    finally:
        document.close()


def _damaged(name: str) -> PodcastError:
    return PodcastError("The PDF is damaged", which=name, remedy="Download it again, or save it anew.")


def check_text(pages: list[PdfPage], name: str) -> None:
    """Raise PodcastError for a scan: pictures of text."""
    signs = sum(len(span.text) for page in pages for span in page.spans)
    is_short = len(pages) == 1 and signs >= 8  # a page with a line on it
    if signs < _FEWEST_SIGNS * len(pages) and not is_short:
        remedy = f"It is a scan, or a picture. Recognise its text first: ocrmypdf {name} with-text.pdf"
        raise PodcastError("The PDF has no text, or hardly any", which=name, remedy=remedy)


def _spans(text: Any) -> Iterator[PdfSpan]:
    handle, signs = text.raw, _signs(text)
    looks: dict[int, _Look] = {}
    for line in _LINE.finditer(signs):
        first, end = line.span()
        while first < end:
            last = _object_end(handle, first, end - 1)
            if own := signs[first : last + 1].strip():
                begun = first + len(signs[first : last + 1]) - len(signs[first : last + 1].lstrip())
                look = _look(handle, begun, looks)
                level = _level_end(handle, begun, begun + len(own) - 1, look)
                last = last if level == begun + len(own) - 1 else level
                yield _span(handle, begun, level, signs[begun : last + 1], look)
            first = last + 1


def _signs(text: Any) -> str:
    """One for each that pdfium counts."""
    count = text.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text.raw, 0, count, buffer) == count + 1:
        signs = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
        if len(signs) == count:
            return signs
    codes = (raw.FPDFText_GetUnicode(text.raw, index) for index in range(count))
    return "".join(chr(code) if code < 0x110000 else " " for code in codes)


def _last_of(first: int, last: int, belongs: Callable[[int], bool]) -> int:
    """The last sign that belongs with the `first`: those that do stand together."""
    if belongs(last):
        return last
    low, high = first, last
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if belongs(middle) else (low, middle)
    return low


def _object_end(handle: Any, first: int, last: int) -> int:
    address = _address(handle, first)
    return _last_of(first, last, lambda index: _address(handle, index) == address)


def _level_end(handle: Any, first: int, last: int, look: _Look) -> int:
    """Chromium draws several lines as one object."""
    if round(math.degrees(look.angle)) % 360:
        return last
    level = _baseline(handle, first)
    return _last_of(first, last, lambda index: abs(_baseline(handle, index) - level) < 0.3 * max(look.size, 1))


def _baseline(handle: Any, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, index, x, y)
    return y.value


def _address(handle: Any, index: int) -> int:
    """Which object of the page a sign belongs to; what pdfium adds belongs to none."""
    return ctypes.cast(raw.FPDFText_GetTextObject(handle, index), ctypes.c_void_p).value or 0


def _look(handle: Any, index: int, known: dict[int, _Look]) -> _Look:
    address = _address(handle, index)
    if address not in known:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, index, matrix)
        size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
        name = buffer.value.decode(errors="replace").rpartition("+")[2]
        is_bold = bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(handle, index) >= 600
        known[address] = _Look(abs(size), math.atan2(matrix.b, matrix.a), is_bold)
    return known[address]


def _span(handle: Any, first: int, last: int, text: str, look: _Look) -> PdfSpan:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, first, x, y)
    boxes = [_box(handle, first), _box(handle, last)]
    angle = round(math.degrees(look.angle)) % 360
    if angle:  # kept for the page to decide which way is up
        return PdfSpan(_clean(text), x.value, y.value, float(angle), look.size, look.is_bold, is_turned=True)
    size = look.size if look.size > 1 else max(box[3] - box[1] for box in boxes)
    return PdfSpan(_clean(text), min(boxes[0][0], x.value), boxes[1][2], y.value, size, look.is_bold)


def _box(handle: Any, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _clean(text: str) -> str:
    return _CONTROL.sub("", text.translate(_SIGNS)).rstrip()


def _upright(spans: list[PdfSpan], height: float) -> PdfPage:
    """A page whose text is turned as a whole, such as a wide table's, is read as it is drawn, without places."""
    turned = Counter(span.is_turned for span in spans)
    if turned[True] <= turned[False]:
        return PdfPage(tuple(spans), height)
    lines = [span for span in spans if span.is_turned]
    placed = [
        replace(span, x0=0, x1=1, y=height - at * span.size * 1.2, is_turned=False) for at, span in enumerate(lines)
    ]
    return PdfPage(tuple(placed), height)


def _links(document: Any, page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Addresses, and where on the page they are linked."""
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.raw, at, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer, box = ctypes.create_string_buffer(max(length, 1)), raw.FS_RECTF()
        raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        if raw.FPDFLink_GetAnnotRect(link, box):
            yield buffer.value.decode(errors="replace"), box.left, box.bottom, box.right, box.top


def _linked(spans: list[PdfSpan], links: list[tuple[str, float, float, float, float]]) -> list[PdfSpan]:
    """A span that is longer than its link stays without it: only whole spans are known by their places."""
    found = []
    for span in spans:
        middle = (span.x0 + span.x1) / 2
        over = (
            href
            for href, left, bottom, right, top in links
            if left - 2 <= span.x0
            and span.x1 <= right + 2
            and left <= middle
            and bottom <= span.y + span.size / 4 <= top
        )
        found.append(span if span.is_turned else replace(span, href=next(over, "")))
    return found
