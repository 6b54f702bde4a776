"""A paragraph of an OpenDocument text, as pieces; what is tied to it, notes and frames, is kept for later.

line = OpenLine(styles, archive)
line.read(paragraph, "P3")
line.finished(), line.notes, line.boxes
"""

import posixpath
from dataclasses import dataclass, replace
from html import escape

from lxml import etree

from podcast.text.documents.archive import ZippedDocument, attribute, child, tag
from podcast.text.documents.onepage import anchor_of, formula, picture
from podcast.text.documents.opendocument.styles import OpenStyles
from podcast.text.documents.paragraphs import Pieces, TextPiece
from podcast.text.documents.scripts import is_east_asian

_OUT = frozenset(
    {
        "annotation",
        "annotation-end",
        "page-number",
        "page-count",
        "script",
        "change",
        "tracked-changes",
        "desc",
        "title",
    }
    | {"event-listeners", "object", "object-ole", "image", "ruby", "note", "glue-point", "enhanced-geometry"}
    | {"page-continuation", "alphabetical-index-mark", "toc-mark", "user-index-mark"}
)
_SHAPES = frozenset({"text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption", "line"})
_MOST_SPACES = 20
_SHORTEST_FORMULA = 3  # characters; what is shorter is the name of a quantity, and is said
_BASE_SIZE = 12.0  # points, of which percentages are

_GAPS = {"s": " ", "tab": " ", "line-break": "\n"}


@dataclass(frozen=True, slots=True)
class _Around:
    """The styles that a text stands in, and where it leads."""

    paragraph: str
    spans: tuple[str, ...] = ()
    href: str = ""

    def within(self, style: str) -> "_Around":
        return replace(self, spans=(*self.spans, style))

    def linked(self, href: str) -> "_Around":
        return replace(self, href=href)


class OpenLine:
    def __init__(self, styles: OpenStyles, archive: ZippedDocument | None) -> None:
        self._styles, self._archive = styles, archive
        self._pieces = Pieces()
        self._notes = 0
        self.notes: list[tuple[str, etree._Element]] = []
        self.boxes: list[etree._Element] = []

    @property
    def language(self) -> str:
        return self._tag_of(self._styles.default("language"), self._styles.default("country"))

    def read(self, element: etree._Element, style: str) -> None:
        self.notes, self.boxes = [], []
        if tag(element) in ("p", "h"):
            self._inside(element, _Around(style))
        else:
            self._element(element, _Around(style))

    def finished(self) -> tuple[TextPiece, ...]:
        return self._pieces.finished()

    def size(self, style: str) -> float:
        """In points; 0 where no style states any."""
        stated = self._styles.value("paragraph", style, "font-size") or self._styles.default("font-size")
        try:
            return float(stated[:-2]) if stated.endswith("pt") else float(stated[:-1]) / 100 * _BASE_SIZE
        except ValueError:
            return 0

    def _inside(self, element: etree._Element, around: "_Around") -> None:
        self._say(element.text, around)
        for one in element:
            self._element(one, around)
            self._say(one.tail, around)

    def _element(self, one: etree._Element, around: "_Around") -> None:
        name = tag(one)
        if name in _GAPS:
            self._say(_GAPS[name] * min(int(attribute(one, "c") or 1) if name == "s" else 1, _MOST_SPACES), around)
        elif name == "span":
            self._inside(one, around.within(attribute(one, "style-name")))
        elif name == "a" and attribute(one, "href"):
            self._inside(one, around.linked(attribute(one, "href")))
        elif name == "note":
            self._note(one)
        elif name == "ruby":
            self._ruby(one, around)
        elif name == "frame":
            self._frame(one, around)
        elif name in _SHAPES:
            self._picture(one)
            self.boxes.append(one)
        elif name in ("hidden-text", "hidden-paragraph") or name in _OUT:
            pass
        else:
            self._inside(one, around)

    def _say(self, text: str | None, around: "_Around") -> None:
        if not text or self._value(around, "display") == "none":
            return
        tags = ["strong"] if self._value(around, "font-weight") in ("bold", "600", "700", "800", "900") else []
        tags += ["em"] if self._value(around, "font-style") in ("italic", "oblique") else []
        tags += ["u"] if self._value(around, "text-underline-style") not in ("", "none") else []
        position = self._value(around, "text-position")
        tags += ["sup"] if _is_raised(position) else ["sub"] if _is_lowered(position) else []
        self._pieces.say(text, tuple(tags), self._lang(text, around), around.href)

    def _lang(self, text: str, around: "_Around") -> str:
        suffix = "-asian" if is_east_asian(text) else ""
        language = self._value(around, f"language{suffix}")
        stated = self._tag_of(language, self._value(around, f"country{suffix}"))
        default = self._tag_of(self._styles.default(f"language{suffix}"), self._styles.default(f"country{suffix}"))
        return stated or default

    def _value(self, around: "_Around", of: str) -> str:
        for span in reversed(around.spans):
            if value := self._styles.value("text", span, of):
                return value
        return self._styles.value("paragraph", around.paragraph, of)

    @staticmethod
    def _tag_of(language: str, country: str) -> str:
        return "-".join(part for part in (language, country) if part and part != "none")

    def _note(self, note: etree._Element) -> None:
        self._notes += 1
        citation, body = child(note, "note-citation"), child(note, "note-body")
        mark = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        name = attribute(note, "id") or f"note-{self._notes}"
        self._pieces.put(anchor_of(name, mark or str(self._notes)))
        if body is not None:
            self.notes.append((name, body))

    def _ruby(self, ruby: etree._Element, around: "_Around") -> None:
        base, above = child(ruby, "ruby-base"), child(ruby, "ruby-text")
        if base is not None:
            self._inside(base, around)
        if above is not None:
            self._pieces.put(f"<ruby><rt>{escape(''.join(map(str, above.itertext())))}</rt></ruby>")

    def _frame(self, frame: etree._Element, around: "_Around") -> None:
        """A picture, a box, or a formula: in a part of its own, or here."""
        self._picture(frame)
        for one in frame:
            if tag(one) == "object":
                self._formula(one)
            else:
                self._element(one, around)

    def _picture(self, frame: etree._Element) -> None:
        texts = {tag(one): "".join(map(str, one.itertext())) for one in frame if tag(one) in ("desc", "title")}
        alt = texts.get("desc") or texts.get("title") or ""
        if alt.strip():
            self._pieces.put(picture(alt), alt)

    def _formula(self, element: etree._Element) -> None:
        path = posixpath.normpath(posixpath.join(attribute(element, "href"), "content.xml"))
        root = self._archive.xml(path) if self._archive and attribute(element, "href") else element
        math = next(root.iter("{http://www.w3.org/1998/Math/MathML}math"), None) if root is not None else None
        if math is None:
            return
        texts = [str(one.text or "") for one in math.iter() if not tag(one).startswith("annotation")]
        text = " ".join("".join(texts).split())
        if len(text) < _SHORTEST_FORMULA:
            self._pieces.say(text)
        else:
            self._pieces.put(formula(text), text)


def _is_raised(position: str) -> bool:
    return position.startswith("super") or (position[:1].isdigit() and not position.startswith("0%"))


def _is_lowered(position: str) -> bool:
    return position.startswith(("sub", "-"))
