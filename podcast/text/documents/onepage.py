"""A document of a word processor as one page of HTML, in the order in which it is read.

    page = one_page(WordProcessed(blocks, title="On Mills", author="Jane Doe"))

Facts stand in the head, where read_html looks for them; notes stand behind the text, where it skips them.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, takewhile

from podcast.text.bounds import check_paragraphs
from podcast.text.cleaning.byline import byline_of
from podcast.text.dates import parse_date
from podcast.text.documents.facts import page_with_facts
from podcast.text.documents.headinglines import outlined
from podcast.text.documents.languages import main_language, with_languages
from podcast.text.documents.paragraphs import Blocks, DocumentTable, TextBox, TextPiece, WordParagraph, WordProcessed
from podcast.text.documents.properties import author_in, title_in
from podcast.text.documents.stylenames import ParagraphRole

_PROSE = 160  # characters of a paragraph; what stands above the first may be a byline
_NEAR_TOP = 8  # paragraphs
_QUOTED_TWICE = 20  # characters, from which on a box that repeats the text is an ornament
_PLAIN = {
    ParagraphRole.QUOTATION: ("<blockquote>", "</blockquote>"),
    ParagraphRole.CONTENTS: ("<nav>", "</nav>"),
    ParagraphRole.CAPTION: ("<figure>", "</figure>"),
}


def one_page(document: WordProcessed) -> str:
    """Raises PodcastError for too many paragraphs."""
    check_paragraphs(len(document.blocks))
    language = main_language(document)
    blocks = with_languages(tuple(_captioned(outlined(document.blocks, title_in(document.title)))), language)
    paragraphs = [block for block in blocks if isinstance(block, WordParagraph) and block.text.strip()]
    said = _squeezed("".join(paragraph.text for paragraph in paragraphs))
    told = [(name, "".join(_body(with_languages(note, language), ""))) for name, note in document.notes]
    notes = "".join(f'<li id="{escape(name)}">{note}</li>' for name, note in told)
    after = f'<section role="doc-endnotes"><ol>{notes}</ol></section>' if notes else ""
    return page_with_facts(
        f"{''.join(_body(blocks, said))}{after}", {"language": language, **_facts(document, paragraphs)}
    )


def anchor_of(name: str, mark: str) -> str:
    """The mark of a note, in its line."""
    return f'<a role="doc-noteref" href="#{escape(name)}">{escape(mark)}</a>'


def picture(alt: str, *, is_told: bool = True) -> str:
    """An image; `is_told`: its text is a person's, about what it shows."""
    words = escape(" ".join(alt.split()))
    hidden = "" if is_told else ' aria-hidden="true"'
    return f'<img alt="{words}"{hidden}>'


def formula(text: str) -> str:
    return f'<span role="math">{escape(text)}</span>'


def _captioned(blocks: Blocks) -> Iterator[WordParagraph | DocumentTable | TextBox]:
    """What a table is called goes where the table goes."""
    for at, block in enumerate(blocks):
        near = [*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]]
        is_caption = isinstance(block, WordParagraph) and block.role is ParagraphRole.CAPTION
        is_tables = is_caption and any(isinstance(one, DocumentTable) for one in near)
        yield DocumentTable((((block,),),), has_heads=True) if is_tables else block


def _facts(document: WordProcessed, paragraphs: Sequence[WordParagraph]) -> dict[str, str]:
    top = list(takewhile(lambda one: len(one.text) < _PROSE, paragraphs[:_NEAR_TOP]))
    author = _styled(top, ParagraphRole.AUTHOR) or _in_byline(top) or author_in(document.author)
    date = document.date or _styled(top, ParagraphRole.DATE)
    return {
        "title": _title(document, top),
        "author": author,
        "date": date if date and parse_date(date) else "",
        "keywords": document.keywords,
    }


def _title(document: WordProcessed, top: Sequence[WordParagraph]) -> str:
    """What a reader sees as the title; the properties', which may be those of an older text, where there is none."""
    heads = takewhile(lambda one: one.role is ParagraphRole.TITLE, _from_title(top))
    return " ".join(one.text.strip() for one in heads) or title_in(document.title)


def _from_title(top: Sequence[WordParagraph]) -> Sequence[WordParagraph]:
    first = next((at for at, one in enumerate(top) if one.role is ParagraphRole.TITLE), len(top))
    return top[first:]


def _styled(top: Sequence[WordParagraph], role: ParagraphRole) -> str:
    return " and ".join(one.text.strip() for one in top if one.role is role)


def _in_byline(top: Sequence[WordParagraph]) -> str:
    lines = (byline_of(" ".join(one.text.split())) for one in top if one.role is not ParagraphRole.HEADING)
    return next((line.author for line in lines if line and line.author), "")


def _body(blocks: Blocks, said: str) -> Iterator[str]:
    """`said`: all text of the document, squeezed."""
    for role, group in groupby(blocks, key=lambda block: getattr(block, "role", None)):
        of_role = list(group)
        if role is ParagraphRole.ITEM:
            yield from _list([one for one in of_role if isinstance(one, WordParagraph)])
        elif role is ParagraphRole.CODE:
            lines = "\n".join(one.text for one in of_role if isinstance(one, WordParagraph))
            yield f"<pre>{escape(lines)}</pre>\n"
        else:
            opening, closing = _PLAIN.get(role, ("", "")) if role else ("", "")
            yield opening
            for block in of_role:
                yield from _block(block, said)
            yield closing


def _block(block: WordParagraph | DocumentTable | TextBox, said: str) -> Iterator[str]:
    if isinstance(block, DocumentTable):
        yield from _table(block, said)
    elif isinstance(block, TextBox):
        text = _squeezed("".join(one.text for one in block.blocks if isinstance(one, WordParagraph)))
        name = "aside" if len(text) >= _QUOTED_TWICE and text in said else "div"
        inner = "".join(_body(block.blocks, said))
        yield f"<{name}>{inner}</{name}>\n"
    elif block.role is ParagraphRole.BREAK:
        yield "<hr>\n"
    elif any(piece.text.strip() or piece.html for piece in block.pieces):
        name = _NAMES.get(block.role, f"h{min(block.level, 6)}" if block.role is ParagraphRole.HEADING else "p")
        yield f"<{name}>{inline(block.pieces)}</{name}>\n"


_NAMES = {ParagraphRole.TITLE: "h1", ParagraphRole.CAPTION: "figcaption"}


def _table(table: DocumentTable, said: str) -> Iterator[str]:
    yield "<table>"
    for number, row in enumerate(table.rows):
        name = "th" if table.has_heads and not number else "td"
        cells = ["".join(_body(cell, said)) for cell in row]
        yield f"<tr>{''.join(f'<{name}>{cell}</{name}>' for cell in cells)}</tr>\n"
    yield "</table>\n"


def _list(items: Sequence[WordParagraph]) -> Iterator[str]:
    """Items of any depth, each list within the item above it."""
    opened: list[str] = []
    for item in items:
        name = "ul" if item.number is None else "ol"
        while len(opened) > item.level or (len(opened) == item.level and opened[-1] != name):
            yield f"</li></{opened.pop()}>"
        if len(opened) == item.level:
            yield "</li>"
        while len(opened) < item.level:
            opened.append(name)
            start = f' start="{item.number}"' if item.number not in (None, 1) and len(opened) == item.level else ""
            yield f"<{name}{start}>{'<li>' if len(opened) < item.level else ''}"
        yield f"<li>{inline(item.pieces)}"
    yield "".join(f"</li></{name}>" for name in reversed(opened)) + "\n"


def inline(pieces: Sequence[TextPiece]) -> str:
    parts = []
    for href, linked in groupby(pieces, key=lambda piece: piece.href):
        text = "".join(map(_piece, linked))
        parts.append(f'<a href="{escape(href)}">{text}</a>' if href else text)
    return "".join(parts)


def _piece(piece: TextPiece) -> str:
    if piece.html:
        return piece.html
    text = escape(piece.text, quote=False).replace("\n", "<br>")
    for name in reversed([name for name in piece.tags if name != "u"]):
        text = f"<{name}>{text}</{name}>"
    return f'<bdi lang="{escape(piece.lang)}">{text}</bdi>' if piece.lang else text


def _squeezed(text: str) -> str:
    return "".join(text.split())
