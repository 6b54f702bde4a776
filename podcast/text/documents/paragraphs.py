"""What the readers of word processors' files find: paragraphs of marked pieces, tables, and notes.

    line = Pieces()
    line.say("Ten to the power of ten", tags=("em",), lang="en")
    WordParagraph(line.finished(), ParagraphRole.BODY)

Written as a page in onepage.py.
"""

from dataclasses import dataclass, replace

from podcast.text.documents.stylenames import ParagraphRole


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Text of one manner; or HTML of its own, which says `text` in the place where it stands."""

    text: str
    tags: tuple[str, ...] = ()  # "strong", "em", "sup", "sub", "code"
    lang: str = ""  # as it was marked, which need not be true
    href: str = ""
    html: str = ""


#: Between two paragraphs of one item of a list.
GAP = (TextPiece("\n", html="<br><br>"),)


@dataclass(frozen=True, slots=True)
class WordParagraph:
    pieces: tuple[TextPiece, ...]
    role: ParagraphRole = ParagraphRole.BODY
    level: int = 0  # of a heading, 1–9; of an item, from 1
    number: int | None = None  # of an item that is numbered
    size: float = 0  # of its smallest letters, in points; 0: unknown
    is_centred: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_bold(self) -> bool:
        """All of it, or underlined, as typewriters did."""
        spoken = [piece for piece in self.pieces if piece.text.strip()]
        return bool(spoken) and all({"strong", "u"} & set(piece.tags) for piece in spoken)


@dataclass(frozen=True, slots=True)
class DocumentTable:
    rows: tuple[tuple["Blocks", ...], ...]
    has_heads: bool = False  # the first row says what is in the others


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text that lies beside the text."""

    blocks: "Blocks"


Blocks = tuple[WordParagraph | DocumentTable | TextBox, ...]


class Pieces:
    """Gathers the pieces of a paragraph; those of one manner, which word processors cut where they like, are joined."""

    def __init__(self) -> None:
        self._found: list[TextPiece] = []
        self._parts: list[str] = []  # of one manner, whose first is the last piece found

    def say(self, text: str, tags: tuple[str, ...] = (), lang: str = "", href: str = "") -> None:
        last = self._found[-1] if self._found else None
        if last and not last.html and (last.tags, last.lang, last.href) == (tags, lang, href):
            self._parts.append(text)
        elif text:
            self._join()
            self._found.append(TextPiece(text, tags, lang, href))

    def put(self, html: str, text: str = "") -> None:
        self._join()
        self._found.append(TextPiece(text, html=html))

    def finished(self) -> tuple[TextPiece, ...]:
        self._join()
        pieces, self._found = tuple(self._found), []
        return pieces

    def _join(self) -> None:
        if self._parts:
            last = self._found[-1]
            self._found[-1] = replace(last, text="".join([last.text, *self._parts]))
            self._parts = []


@dataclass(frozen=True, slots=True)
class WordProcessed:
    """A document as its file states it; but for "Comments", by which people mean a note to themselves."""

    blocks: Blocks
    notes: tuple[tuple[str, Blocks], ...] = ()  # by the name that their marks lead to
    title: str = ""
    author: str = ""
    date: str = ""
    keywords: str = ""
    language: str = ""  # of what is not marked
