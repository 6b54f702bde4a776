"""The runs of a paragraph of a Word document, as pieces.

line = WordLine(styles, links, fields)
line.read(paragraph, "Heading1")
line.finished()
"""

from html import escape

from lxml import etree

from podcast.text.documents.archive import attribute, child, tag
from podcast.text.documents.fields import Fields
from podcast.text.documents.onepage import anchor_of, formula, picture
from podcast.text.documents.paragraphs import Pieces, TextPiece
from podcast.text.documents.pictures import alt_of
from podcast.text.documents.scripts import is_east_asian
from podcast.text.documents.signs import sign_of, without_private
from podcast.text.documents.word.styles import WordStyles, is_on

_OUT = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "sdtPr", "txbxContent", "delText", "delInstrText", "tblPr", "footnoteRef"}
    | {"endnoteRef", "annotationRef", "pgNum", "fldData", "ffData", "shapetype", "tbl"}
)
_SPACES = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "softHyphen": ""}
_TOGGLES = (("b", "strong"), ("i", "em"))
_RAISED = {"superscript": "sup", "subscript": "sub"}
_CODE_STYLES = ("verbatim", "code", "htmlcode")
_SHORTEST_FORMULA = 3  # characters; what is shorter is the name of a quantity, and is said


class WordLine:
    def __init__(self, styles: WordStyles, links: dict[str, str], fields: Fields) -> None:
        self._styles, self._links, self._fields = styles, links, fields
        self._pieces = Pieces()
        self._marks = 0
        self._manners: dict[tuple[str, bytes], tuple[tuple[str, ...], str, str, str, bool, float]] = {}
        self.sizes: set[float] = set()
        self.has_rule = False

    def read(self, element: etree._Element, style: str) -> None:
        self._read(element, style, "")

    def finished(self) -> tuple[TextPiece, ...]:
        self.sizes, self.has_rule = set(), False
        return self._pieces.finished()

    def _read(self, element: etree._Element, style: str, href: str) -> None:
        for one in element:
            name = tag(one)
            if name == "r":
                self._run(one, style, href)
            elif name == "hyperlink":
                self._read(one, style, self._target(one) or href)
            elif name == "fldSimple":
                self._fields.begin(attribute(one, "instr"))
                self._read(one, style, href)
                self._fields.end()
            elif name in ("oMath", "oMathPara"):
                self._formula(one)
            elif name == "sdt" and is_on(child(one, "sdtPr", "showingPlcHdr")):
                pass
            elif name not in _OUT:
                self._read(one, style, href)

    def _target(self, link: etree._Element) -> str:
        anchor = attribute(link, "anchor")
        return self._links.get(attribute(link, "id"), "") or (f"#{anchor}" if anchor else "")

    def _run(self, run: etree._Element, style: str, href: str) -> None:
        tags, lang, far_lang, font, is_hidden, size = self._manner(run, style)
        if is_hidden:
            self._codes(run)
            return
        reference = next((one for one in run if tag(one) in ("footnoteReference", "endnoteReference")), None)
        if reference is not None and is_on(child(run, "rPr", "webHidden")):
            return
        own_mark = reference is not None and attribute(reference, "customMarkFollows") in ("1", "true", "on")
        for one in self._content(run):
            name = tag(one)
            if name == "t":
                text = without_private(one.text or "", font)
                if own_mark or self._fields.is_mark:
                    self._pieces.put(anchor_of(_name(reference), text), text)
                elif not self._fields.is_silent:
                    told = far_lang if far_lang and is_east_asian(text) else lang
                    self._say(text, tags, told, self._fields.href or href, size)
            elif name in ("footnoteReference", "endnoteReference"):
                if not own_mark:
                    self._marks += 1
                    self._pieces.put(anchor_of(_name(one), str(self._marks)))
            else:
                self._other(one, name, style, (tags, lang, href))

    def _content(self, run: etree._Element) -> list[etree._Element]:
        """Of two ways to show the same, the newer; but for one that has no words."""
        found: list[etree._Element] = []
        for one in run:
            if tag(one) == "AlternateContent":
                ways = [way for way in one if next(way.iter("{*}t"), None) is not None] or list(one)
                found += [part for way in ways[:1] for part in way]
            else:
                found.append(one)
        return found

    def _other(self, one: etree._Element, name: str, style: str, manner: tuple[tuple[str, ...], str, str]) -> None:
        tags, lang, href = manner
        if name in _SPACES:
            self._say(_SPACES[name], tags, lang, self._fields.href or href)
        elif name == "br":
            kind = attribute(one, "type")
            self._say("\n" if kind in ("", "textWrapping") else " ", tags, lang)
        elif name == "sym":
            code = attribute(one, "char")
            sign = sign_of(attribute(one, "font"), int(code, 16)) if _is_hex(code) else ""
            self._say(sign, tags, lang, self._fields.href or href)
        elif name in ("fldChar", "instrText"):
            self._code(one)
        elif name == "ruby":
            self._ruby(one, style)
        elif name in ("drawing", "pict", "object"):
            self._drawing(one)
        elif name not in _OUT:
            self._read(one, style, href)

    def _say(self, text: str, tags: tuple[str, ...], lang: str, href: str = "", size: float = 0) -> None:
        if size and text.strip():
            self.sizes.add(size)
        self._pieces.say(text, tags, lang, href)

    def _code(self, one: etree._Element) -> None:
        kind = attribute(one, "fldCharType")
        if tag(one) == "instrText":
            self._fields.instruct(one.text or "")
        elif kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def _codes(self, run: etree._Element) -> None:
        """Of hidden text, only where fields begin and end: that may be hidden by itself."""
        for one in run:
            if tag(one) in ("fldChar", "instrText"):
                self._code(one)

    def _ruby(self, ruby: etree._Element, style: str) -> None:
        above = "".join(str(one.text or "") for one in ruby.iter("{*}t") if _is_above(one))
        base = child(ruby, "rubyBase")
        if base is not None:
            self._read(base, style, "")
        if above:
            self._pieces.put(f"<ruby><rt>{escape(above)}</rt></ruby>")

    def _drawing(self, drawing: etree._Element) -> None:
        """Its text boxes are no part of this line; letters that are drawn are."""
        for one in drawing:
            if tag(one) == "txbxContent":
                continue
            self.has_rule = self.has_rule or attribute(one, "hr") in ("t", "true", "1")
            if alt := alt_of(one):
                self._pieces.put(picture(alt.text, is_told=alt.is_told), alt.text if alt.is_told else "")
            if tag(one) == "OLEObject" and "math" in attribute(one, "ProgID").lower().replace("equation", "math"):
                self._pieces.put(formula("formula"))
            if tag(one) == "t" and one.text:
                self._pieces.say(f" {one.text} ")
            self._drawing(one)

    def _formula(self, element: etree._Element) -> None:
        text = " ".join("".join(str(one.text or "") for one in element.iter("{*}t")).split())
        if len(text) < _SHORTEST_FORMULA:
            self._pieces.say(text)
        else:
            self._pieces.put(formula(text), text)

    def _manner(self, run: etree._Element, style: str) -> tuple[tuple[str, ...], str, str, str, bool, float]:
        """Its tags, languages (of Latin letters and of East Asian ones), font, whether it is hidden, and its size."""
        own = child(run, "rPr")
        key = (style, etree.tostring(own) if own is not None else b"")
        if key not in self._manners:
            self._manners[key] = self._found_manner(own, style)
        return self._manners[key]

    def _found_manner(
        self, own: etree._Element | None, style: str
    ) -> tuple[tuple[str, ...], str, str, str, bool, float]:
        character = attribute(child(own, "rStyle"), "val")

        def value(name: str) -> etree._Element | None:
            places = (child(own, name), self._styles.value(character, "rPr", name))
            near = next((place for place in places if place is not None), None)
            near = near if near is not None else self._styles.value(style, "rPr", name)
            return near if near is not None else self._styles.default(name)

        tags = [name for toggle, name in _TOGGLES if is_on(value(toggle))]
        tags += ["u"] if attribute(value("u"), "val") not in ("", "none") else []
        tags += filter(None, [_RAISED.get(attribute(value("vertAlign"), "val"), "")])
        tags += ["code"] if character.lower().startswith(_CODE_STYLES) else []
        language = value("lang")
        is_right_to_left = is_on(value("rtl"))
        lang = attribute(language, "bidi" if is_right_to_left else "val")
        size = attribute(value("sz"), "val")
        fonts = value("rFonts")
        is_hidden = is_on(value("vanish")) or is_on(value("specVanish"))
        points = int(size) / 2 if size.isascii() and size.isdigit() else 0
        return tuple(tags), lang, attribute(language, "eastAsia"), attribute(fonts, "ascii"), is_hidden, points


def _name(reference: etree._Element | None) -> str:
    if reference is None:
        return "note"
    return f"{tag(reference).removesuffix('Reference')}-{attribute(reference, 'id')}"


def _is_above(text: etree._Element) -> bool:
    return any(tag(one) == "rt" for one in text.iterancestors())


def _is_hex(text: str) -> bool:
    return 0 < len(text) <= 5 and all(one in "0123456789abcdefABCDEF" for one in text)
