"""The text of an OpenDocument text: its paragraphs, lists, tables and frames, in reading order.

    text = OpenText(styles, archive)
    text.blocks(body), text.notes

As in Word's, what is not known is read as if its element weren't there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from podcast.text.documents.archive import ZippedDocument, attribute, tag
from podcast.text.documents.opendocument.lines import OpenLine
from podcast.text.documents.opendocument.styles import OpenStyles
from podcast.text.documents.paragraphs import GAP, Blocks, DocumentTable, TextBox, WordParagraph
from podcast.text.documents.stylenames import ParagraphRole

#: Deleted text, and what says how a document is made.
_OUT = frozenset(
    {"tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms", "annotation", "desc", "title"}
    | {"table-of-content-source", "alphabetical-index-source", "illustration-index-source", "table-index-source"}
    | {"object-index-source", "user-index-source", "bibliography-source", "event-listeners", "dde-connection-decls"}
    | {"alphabetical-index-auto-mark-file", "table-column", "table-columns", "named-expressions"}
)
_CONTENTS = frozenset(
    {"table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index"}
)
_ROWS = frozenset({"table-row", "table-header-rows", "table-rows", "table-row-group"})
_MARGIN = 0.6  # centimetres on both sides, from which on a paragraph is a quotation
_SHORT = 60  # characters
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353, "pc": 0.423, "px": 0.0265}

_Block = WordParagraph | DocumentTable | TextBox


class OpenText:
    def __init__(self, styles: OpenStyles, archive: ZippedDocument | None) -> None:
        self._styles = styles
        self._line = OpenLine(styles, archive)
        self._counts: dict[str, Counter[int]] = {}  # of lists, by what they are called
        self._last_list = ""
        self.notes: list[tuple[str, Blocks]] = []

    @property
    def language(self) -> str:
        return self._line.language

    def blocks(self, element: etree._Element) -> Blocks:
        return tuple(self._blocks(element))

    def _blocks(self, element: etree._Element) -> Iterator[_Block]:
        for one in element:
            name = tag(one)
            if name in ("p", "h"):
                yield from self._paragraph(one)
            elif name == "list":
                yield from self._list(one, "", 1)
            elif name == "table":
                yield self._table(one)
            elif name in _CONTENTS:
                yield from map(_as_contents, self._blocks(one))
            elif name in ("frame", "custom-shape", "rect", "ellipse", "g", "text-box"):
                yield from self._paragraph(one)
            elif name not in _OUT and attribute(one, "display") != "none":
                yield from self._blocks(one)

    def _paragraph(self, element: etree._Element) -> Iterator[_Block]:
        style = attribute(element, "style-name")
        role, level = self._styles.role(style) if tag(element) in ("p", "h") else (ParagraphRole.BODY, 0)
        if tag(element) == "h" and role is not ParagraphRole.TITLE:
            stated = attribute(element, "outline-level")
            role, level = ParagraphRole.HEADING, int(stated) if stated in tuple("123456789") else level or 1
        self._line.read(element, style)
        boxes, notes = self._line.boxes, self._line.notes
        paragraph = WordParagraph(
            self._line.finished(),
            role,
            level,
            size=self._line.size(style),
            is_centred=self._styles.value("paragraph", style, "text-align") == "center",
        )
        is_empty = not paragraph.text.strip() and not any("".join(map(str, box.itertext())).strip() for box in boxes)
        if role is ParagraphRole.BREAK or (is_empty and (boxes or self._has_line(style))):
            yield WordParagraph((), ParagraphRole.BREAK)
        if role is ParagraphRole.BODY and self._is_inset(style, paragraph):
            paragraph = replace(paragraph, role=ParagraphRole.QUOTATION)
        if paragraph.pieces and role is not ParagraphRole.BREAK:
            yield paragraph
        yield from (TextBox(self.blocks(box)) for box in boxes)
        self.notes += [(name, self.blocks(note)) for name, note in notes]

    def _has_line(self, style: str) -> bool:
        return self._styles.value("paragraph", style, "border-bottom") not in ("", "none")

    def _is_inset(self, style: str, paragraph: WordParagraph) -> bool:
        sides = [_centimetres(self._styles.value("paragraph", style, side)) for side in ("margin-left", "margin-right")]
        return min(sides) >= _MARGIN and len(paragraph.text) > _SHORT

    # Lists

    def _list(self, element: etree._Element, style: str, level: int) -> Iterator[_Block]:
        style = attribute(element, "style-name") or style
        is_numbered, first = self._styles.list_level(style, level)
        counts = self._counts_of(element, style, level)
        for item in element:
            start = attribute(item, "start-value")
            if start.isdigit() and len(start) < 9:
                counts[level] = int(start)
            elif tag(item) == "list-item":
                counts[level] = counts[level] + 1 if counts[level] else first
            yield from self._item(item, style, level, counts[level] if is_numbered else None)

    def _counts_of(self, element: etree._Element, style: str, level: int) -> Counter[int]:
        """A list within another is counted from its first number; one may go on where another has stopped."""
        before = attribute(element, "continue-list")
        goes_on = attribute(element, "continue-numbering") == "true"
        if level > 1:
            return Counter()
        name = attribute(element, "id") or style
        known = self._counts.get(before) if before else self._counts.get(self._last_list) if goes_on else None
        self._counts[name] = known if known is not None else Counter()
        self._last_list = name
        return self._counts[name]

    def _item(self, item: etree._Element, style: str, level: int, number: int | None) -> Iterator[_Block]:
        """Its paragraphs are one item, with a gap between them."""
        open_item: WordParagraph | None = None
        for one in item:
            blocks = self._list(one, style, level + 1) if tag(one) == "list" else self._blocks_of(one)
            for block in blocks:
                is_text = isinstance(block, WordParagraph) and block.role in (
                    ParagraphRole.BODY,
                    ParagraphRole.QUOTATION,
                )
                if is_text and isinstance(block, WordParagraph) and tag(one) != "list":
                    open_item = _joined(open_item, replace(block, role=ParagraphRole.ITEM, level=level, number=number))
                    continue
                if open_item:
                    yield open_item
                    open_item = None
                yield block
        if open_item:
            yield open_item

    def _blocks_of(self, element: etree._Element) -> Iterator[_Block]:
        return self._paragraph(element) if tag(element) in ("p", "h") else self._blocks(element)

    # Tables

    def _table(self, table: etree._Element) -> DocumentTable:
        rows = list(_rows(table))
        cells = tuple(tuple(self.blocks(cell) for cell in row if tag(cell).endswith("table-cell")) for row in rows)
        return DocumentTable(cells, has_heads=any(tag(one) == "table-header-rows" for one in table))


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for one in element:
        if tag(one) == "table-row":
            yield one
        elif tag(one) in _ROWS:
            yield from _rows(one)


def _joined(before: WordParagraph | None, item: WordParagraph) -> WordParagraph:
    if before is None:
        return item
    return replace(before, pieces=(*before.pieces, *GAP, *item.pieces))


def _as_contents(block: _Block) -> _Block:
    return replace(block, role=ParagraphRole.CONTENTS) if isinstance(block, WordParagraph) else block


def _centimetres(length: str) -> float:
    number, unit = length[:-2], length[-2:]
    try:
        return float(number) * _UNITS.get(unit, 0)
    except ValueError:
        return 0
