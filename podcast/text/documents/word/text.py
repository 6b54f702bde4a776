"""The text of a Word document: its paragraphs, lists, tables and boxes, in reading order.

    text = WordText(styles, links)
    text.of(body)

What stands in an element that is not known here is read as if the element weren't there, so that no word is lost to a
feature that nobody thought of. What is left out is named: deleted and hidden text, comments, codes of fields, the
number of the page.
"""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from podcast.text.documents.archive import attribute, child, tag
from podcast.text.documents.fields import Fields
from podcast.text.documents.paragraphs import Blocks, DocumentTable, TextBox, WordParagraph
from podcast.text.documents.stylenames import ParagraphRole
from podcast.text.documents.word.lines import WordLine
from podcast.text.documents.word.styles import WordStyles, is_on

_OUT = frozenset({"del", "moveFrom", "sectPr", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "customXmlPr"})


class WordText:
    def __init__(self, styles: WordStyles, links: dict[str, str]) -> None:
        self._styles = styles
        self._links = links
        self._fields = Fields()
        self._line = WordLine(styles, links, self._fields)
        self.has_chunks = False  # other documents within this one

    @property
    def language(self) -> str:
        return attribute(self._styles.default("lang"), "val")

    def of(self, element: etree._Element) -> Blocks:
        """All that is in a body or a note."""
        blocks = self.blocks(element)
        if not self._fields.are_ended:
            self._fields = Fields(is_believed=False)
            self._line = WordLine(self._styles, self._links, self._fields)
            self._styles.begin_lists()
            blocks = self.blocks(element)
        return blocks

    def blocks(self, element: etree._Element) -> Blocks:
        return tuple(self._blocks(element))

    def _blocks(self, element: etree._Element) -> Iterator[WordParagraph | DocumentTable | TextBox]:
        for one in element:
            name = tag(one)
            if name == "p":
                yield from self._paragraph(one)
            elif name == "tbl":
                yield self._table(one)
            elif name == "sdt":
                yield from self._control(one)
            elif name == "altChunk":
                self.has_chunks = True
            elif name == "r":  # nowhere allowed, and yet written
                self._line.read(one, "")
                yield WordParagraph(self._line.finished())
            elif name not in _OUT:
                yield from self._blocks(one)

    def _control(self, control: etree._Element) -> Iterator[WordParagraph | DocumentTable | TextBox]:
        """A stretch with a purpose, such as a table of contents; or one that waits to be filled in."""
        properties = child(control, "sdtPr")
        if is_on(child(properties, "showingPlcHdr")):
            return
        gallery = attribute(child(properties, "docPartObj", "docPartGallery"), "val")
        for block in self._blocks(control):
            is_contents = gallery == "Table of Contents" and isinstance(block, WordParagraph)
            yield (
                replace(block, role=ParagraphRole.CONTENTS)
                if is_contents and isinstance(block, WordParagraph)
                else block
            )

    def _paragraph(self, element: etree._Element) -> Iterator[WordParagraph | TextBox]:
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        role, level = self._styles.role(properties)
        was_contents = self._fields.in_contents
        self._line.read(element, style)
        if child(properties, "rPr", "del") is not None:
            return  # the next paragraph goes on in this one
        sizes, has_rule = self._line.sizes, self._line.has_rule
        pieces = self._line.finished()
        paragraph = WordParagraph(
            pieces, role, level, size=min(sizes, default=0), is_centred=self._is_centred(properties)
        )
        boxes = [self.blocks(box) for box in _boxes(element)]
        if was_contents or (self._fields.in_contents and role is ParagraphRole.BODY):
            paragraph = replace(paragraph, role=ParagraphRole.CONTENTS)
        elif has_rule or (not paragraph.text.strip() and child(properties, "pBdr") is not None):
            yield WordParagraph((), ParagraphRole.BREAK)
        elif role is ParagraphRole.BODY or role is ParagraphRole.QUOTATION:
            paragraph = self._placed(paragraph, properties)
        if paragraph.pieces:
            yield paragraph
        yield from (TextBox(box) for box in boxes)

    def _placed(self, paragraph: WordParagraph, properties: etree._Element | None) -> WordParagraph:
        """An item of a list, or a quotation that is one only by its margins on both sides."""
        if paragraph.text.strip() and (item := self._styles.item(properties)):
            return replace(paragraph, role=ParagraphRole.ITEM, level=item[0], number=item[1])
        indent = child(properties, "ind")
        sides = [_twips(attribute(indent, side) or attribute(indent, other)) for side, other in _SIDES]
        is_inset = min(sides) >= _INSET and len(paragraph.text) > _SHORT
        return replace(paragraph, role=ParagraphRole.QUOTATION) if is_inset else paragraph

    def _is_centred(self, properties: etree._Element | None) -> bool:
        own = child(properties, "jc")
        style = attribute(child(properties, "pStyle"), "val")
        return attribute(own if own is not None else self._styles.value(style, "pPr", "jc"), "val") == "center"

    def _table(self, table: etree._Element) -> DocumentTable:
        rows = [row for row in _within(table, "tr") if child(row, "trPr", "del") is None]
        cells = tuple(tuple(self.blocks(cell) for cell in _within(row, "tc")) for row in rows)
        has_heads = bool(rows) and is_on(child(rows[0], "trPr", "tblHeader"))
        return DocumentTable(cells, has_heads)


_SIDES = (("left", "start"), ("right", "end"))
_INSET = 360  # twentieths of a point, a quarter of an inch
_SHORT = 60  # characters


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The outermost boxes that are tied to a paragraph, each once: older programs find it a second time."""
    found = []
    for one in element:
        name = tag(one)
        if name == "txbxContent":
            found.append(one)
        elif name == "AlternateContent":
            ways = [boxes for way in one if (boxes := _boxes(way))]
            found += ways[0] if ways else []
        elif name not in _OUT:
            found += _boxes(one)
    return found


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table and cells of a row, also those in a control or an insertion."""
    for one in element:
        if tag(one) == name:
            yield one
        elif tag(one) not in _OUT and tag(one) not in ("tbl", "p"):
            yield from _within(one, name)


def _twips(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
