"""What a part of a book is for: its text, its notes, or what a book has beside them: cover, contents, copyright, index.

    use_of_file("OEBPS/copyright.xhtml", piece, stated="")      # BookUse.FURNITURE
    use_of_title("Table of Contents", body)                     # BookUse.FURNITURE

What the book itself states counts first, then names and titles, then what is written there. In doubt it is text.
"""

import re
from enum import Enum, auto
from posixpath import basename

from podcast.text.documents.book.page import BookPiece
from podcast.text.wordlist import each


class BookUse(Enum):
    TEXT = auto()
    FURNITURE = auto()
    NOTES = auto()


_FURNITURE = frozenset(
    each("""
    cover title-page titlepage halftitlepage halftitle half-title copyright-page copyright toc loi lot lov loa index
    landmarks page-list imprint other.ms-coverimage other.ms-coverimage-standard
    """)
)
_NOTES = frozenset(each("notes endnotes rearnotes footnotes"))
_FILE = re.compile(
    r"(?:[a-z]{0,3}\d{1,4}[-_.])?(?:cover[-_]?(?:page|image)?|title[-_]?page|title|half[-_]?title(?:[-_]?page)?"
    r"|(?:un)?copyright[-_]?(?:page)?|imprint|colophon|toc|nav|contents|table[-_]?of[-_]?contents|landmarks"
    r"|also[-_]?by|ad[-_]?card|newsletter)[-_]?\d{0,3}",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:front |back |book )?cover(?: (?:page|image))?|(?:half[- ]?)?title(?: ?page)?|(?:un)?copyright.{0,60}|imprint"
    r"|(?:table of |brief |detailed )?contents|toc|landmarks|list of (?:illustrations|figures|tables|maps|plates)"
    r"|illustrations|(?:general |subject |name )?index|also (?:available )?by .{1,80}|also in (?:this|the) series"
    r"|(?:other )?(?:books|works|titles) by .{1,80}|by the same author|newsletter.{0,40}|colophon"
    r"|(?:the )?(?:full )?project gutenberg.{0,60}|transcriber['’]?s? notes?"
    r"|inhalt(?:sverzeichnis)?|impressum|titel(?:seite|blatt)|schmutztitel|umschlag|buchcover"
    r"|(?:stichwort|personen|namen|sach|orts)?(?:register|verzeichnis)|abbildungsverzeichnis"
    r"|sommaire|table des (?:matières|illustrations)|couverture|page de (?:titre|copyright)|mentions légales"
    r"|du même auteur"
    r"|índice.{0,30}|cubierta|portada|portadilla|créditos|página de título|derechos de autor|ficha técnica|capa|sumário"
    r"|indice.{0,30}|sommario|copertina|frontespizio|inhoud(?:sopgave)?|omslag|titelpagina|colofon"
    r"|spis treści|okładka|strona tytułowa|indeks|karta redakcyjna|содержание|оглавление|обложка|титульный лист"
    r"|目次|表紙|奥付|扉|目录|目錄|版权页?|版權頁?|封面|书名页",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"(?:the )?(?:full )?project gutenberg.{0,60}licen[sc]e", re.IGNORECASE)
_NOTES_TITLE = re.compile(
    r"(?:end|foot)?-?notes?(?: and references)?|notes to .{1,60}|anmerkungen|endnoten|fußnoten|notas(?: al pie)?"
    r"|notes de (?:bas de page|fin)|note(?: al testo)?|noten|eindnoten|voetnoten|przypisy|примечания|сноски"
    r"|注释?|註釋?|脚注",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\bISBN\b|all rights reserved|©|\(c\) ?\d{4}|\bcopyright\b|published by|first published|library of congress"
    r"|no part of this|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti"
    r"|todos os direitos|alle rechten voorbehouden|wszelkie prawa|все права|版权所有|dépôt légal|printed in",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|li|h[1-6]|td|dt|dd|div)\b[^<>]*>(.*?)(?=<(?:p|li|h[1-6]|td|dt|dd|div)\b|\Z)", re.DOTALL)
_NOTE = re.compile(r"\W{0,3}(?:\d{1,4}|[*†‡])\W")
_ENTRY = re.compile(r"[,\s.]\s?\d{1,4}\W*\Z")
_TAG = re.compile(r"<[^<>]*>")
_SHORT, _SHORT_LEGAL = 3_000, 8_000  # characters


def use_of_file(href: str, piece: BookPiece, stated: str) -> BookUse:
    """`stated`: by the book's guide or its landmarks."""
    told = {stated, *piece.types}
    if told & _NOTES:
        return BookUse.NOTES
    if told & _FURNITURE and (piece.length < 2 * _SHORT_LEGAL or told & {"toc", "index", "landmarks", "page-list"}):
        return BookUse.FURNITURE
    stem = basename(href).rpartition(".")[0]
    if _FILE.fullmatch(stem) and (piece.length < _SHORT or _is_linked(piece)):
        return BookUse.FURNITURE
    if piece.length < _SHORT_LEGAL and len({found.lower() for found in _COPYRIGHT.findall(piece.text)}) >= 3:
        return BookUse.FURNITURE
    if piece.length > 100 and piece.linked > 0.7 * piece.length:
        return BookUse.FURNITURE
    first = next((line.strip() for line in piece.text.split("\n") if line.strip()), "")
    return use_of_title(first, piece.body)


def use_of_title(title: str, body: str) -> BookUse:
    title = title.strip(" .:·—–-")
    if _LICENCE.fullmatch(title):
        return BookUse.FURNITURE
    if _NOTES_TITLE.fullmatch(title) and _share(body, _NOTE) > 0.5:
        return BookUse.NOTES
    if not _TITLE.fullmatch(title):
        return BookUse.TEXT
    most = _SHORT_LEGAL if "copyright" in title.lower() else _SHORT
    is_list = _share(body, _ENTRY) > 0.4 or body.count('href="#') > len(body) / 400
    return BookUse.FURNITURE if len(plain(body)) < most or is_list else BookUse.TEXT


def is_title_page(piece: BookPiece, title: str) -> bool:
    """A few lines with the book's title among them, and no prose."""
    lines = [line.strip() for line in piece.text.split("\n") if line.strip()]
    folded = letters(title)
    is_short = piece.length < 500 and all(len(line) < 120 for line in lines)
    return is_short and bool(folded) and folded in letters(piece.text)


def plain(body: str) -> str:
    return " ".join(_TAG.sub(" ", body).split())


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_linked(piece: BookPiece) -> bool:
    return piece.linked > 0.3 * piece.length


def _share(body: str, sign: re.Pattern[str]) -> float:
    """Of the blocks below the first."""
    blocks = [text for match in _BLOCK.finditer(body) if (text := plain(match[1]))][1:]
    return sum(1 for text in blocks if sign.search(text) and (sign is _ENTRY or sign.match(text))) / max(len(blocks), 1)
