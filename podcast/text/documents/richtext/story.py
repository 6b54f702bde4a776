"""A text of an RTF document that runs by itself: the main one, that of a note, of a text box.

story.say("Hello", state)
story.end_paragraph(state, styles)
story.finished(state, styles)       # its blocks
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from podcast.text.documents.paragraphs import Blocks, DocumentTable, Pieces, TextBox, WordParagraph
from podcast.text.documents.richtext.state import RtfState
from podcast.text.documents.stylenames import ParagraphRole, role_of

_BODY_LEVEL = 9  # the outline level of what is no heading
_INSET = 360  # twentieths of a point on both sides, from which on a paragraph is a quotation
_SHORT = 60  # characters
_DEEP = 360  # twentieths of a point a level, where an item's level shows only by its indent
_MARK = re.compile(r"\s*(?:(?P<number>\d{1,4})[.)]|\(?[a-zA-Z][.)]|[ivxIVX]{1,5}[.)]|[•·▪◦‣⁃●○■□–*\-o\uf0b7])\s*\t\s*")
_NUMBERED = re.compile(r"\s*[(\[]?(?:(?:\d{1,4}[.]){0,5}(?P<number>\d{1,4})[.):\]]?|(?P<letter>[a-zA-Z])[.)\]])\s*")


@dataclass(frozen=True, slots=True)
class RtfStyle:
    name: str
    based_on: int | None
    outline: int | None


@dataclass(slots=True)
class RtfStory:
    found: list[WordParagraph | DocumentTable | TextBox] = field(default_factory=list)
    boxes: list[Blocks] = field(default_factory=list)
    mark: str = ""  # the number or sign of an item, as the program shows it
    _pieces: Pieces = field(default_factory=Pieces)
    _sizes: set[float] = field(default_factory=set)
    _is_contents: bool = False
    _cell: list[WordParagraph | DocumentTable | TextBox] = field(default_factory=list)
    _row: list[Blocks] = field(default_factory=list)
    _rows: list[tuple[Blocks, ...]] = field(default_factory=list)

    def say(self, text: str, state: RtfState) -> None:
        if text.strip():
            self._sizes.add(state.size)
            self._is_contents = self._is_contents or state.in_contents
        tags = tuple(sorted(tag for tag in state.tags if tag))
        self._pieces.say(text, tags, state.language, state.href)

    def put(self, html: str, text: str = "") -> None:
        self._pieces.put(html, text)

    def end_paragraph(self, state: RtfState, styles: Mapping[int, RtfStyle]) -> None:
        pieces, size = self._pieces.finished(), min(self._sizes, default=0)
        paragraph = WordParagraph(pieces, size=size, is_centred=state.paragraph.is_centred)
        block = self._placed(paragraph, state, styles)
        where = self._cell if state.paragraph.in_table else self.found
        if where is self.found:
            self._end_table()
        if block.pieces or block.role is ParagraphRole.BREAK:
            where.append(block)
        where += [TextBox(box) for box in self.boxes]
        self.boxes, self.mark, self._is_contents = [], "", False
        self._sizes.clear()

    def end_cell(self, state: RtfState, styles: Mapping[int, RtfStyle]) -> None:
        state.changed_by("intbl", None)
        self.end_paragraph(state, styles)
        self._row.append(tuple(self._cell))
        self._cell = []

    def end_row(self) -> None:
        if self._row:
            self._rows.append(tuple(self._row))
        self._row = []

    def finished(self, state: RtfState, styles: Mapping[int, RtfStyle]) -> Blocks:
        self.end_paragraph(state, styles)
        self._end_table()
        return tuple(self.found)

    def _end_table(self) -> None:
        if self._cell:
            self._row.append(tuple(self._cell))
        self._cell = []
        self.end_row()
        if self._rows:
            self.found.append(DocumentTable(tuple(self._rows)))
        self._rows = []

    def _placed(self, paragraph: WordParagraph, state: RtfState, styles: Mapping[int, RtfStyle]) -> WordParagraph:
        place = state.paragraph
        role, level = _role(place.style, place.outline, styles)
        if self._is_contents:
            return replace(paragraph, role=ParagraphRole.CONTENTS)
        if not paragraph.text.strip() and place.has_rule:
            return WordParagraph((), ParagraphRole.BREAK)
        if role is not ParagraphRole.BODY:
            return replace(paragraph, role=role, level=level)
        if not paragraph.text.strip():
            return paragraph
        typed = _MARK.match(paragraph.text) if place.first < 0 else None
        if self.mark or place.is_listed or typed:
            return self._item(paragraph, state, typed)
        is_inset = min(place.left, place.right) >= _INSET and len(paragraph.text) > _SHORT
        return replace(paragraph, role=ParagraphRole.QUOTATION) if is_inset else paragraph

    def _item(self, paragraph: WordParagraph, state: RtfState, typed: re.Match[str] | None) -> WordParagraph:
        place = state.paragraph
        level = place.level if place.level is not None else place.left // _DEEP - 1
        if typed:
            first = paragraph.pieces[0]
            is_whole = len(first.text) >= typed.end() and not first.html
            pieces = (replace(first, text=first.text[typed.end() :]), *paragraph.pieces[1:])
            paragraph = replace(paragraph, pieces=pieces) if is_whole else paragraph
        number = _NUMBERED.fullmatch(self.mark or (typed[0] if typed else ""))
        value = (
            None if not number else int(number["number"]) if number["number"] else ord(number["letter"].lower()) - 96
        )
        return replace(paragraph, role=ParagraphRole.ITEM, level=min(max(level, 0), 8) + 1, number=value)


def _role(style: int | None, outline: int | None, styles: Mapping[int, RtfStyle]) -> tuple[ParagraphRole, int]:
    """What the paragraph's own level says, else its style's name or level, else those that this is based on."""
    named, known = None, 0
    while style is not None and style in styles and known < 20 and not named:
        named = role_of(styles[style].name)
        level = styles[style].outline
        if not named and level is not None and level < _BODY_LEVEL:
            named = (ParagraphRole.HEADING, level + 1)
        style, known = styles[style].based_on, known + 1
    is_heading = not named or named[0] is ParagraphRole.HEADING
    if outline is not None and 0 <= outline < _BODY_LEVEL and is_heading:
        return ParagraphRole.HEADING, outline + 1
    return named or (ParagraphRole.BODY, 0)
