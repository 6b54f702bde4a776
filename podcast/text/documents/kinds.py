"""Which kind of document a file is, and its page.

    kind = kind_of(data, "essay.docx")      # "docx"; empty: no document, but text
    page_of(kind, data, "essay.docx")       # "<!DOCTYPE html>…"

What a file holds decides, not what it is called: people send .doc that is RTF, and .zip that is a book.
"""

import re
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile

from podcast.text.documents.damage import UNREADABLE

_ZIP, _PDF, _PDF_END = b"PK\x03\x04", b"%PDF-", b"%%EOF"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD, _BOOK = "word/", "META-INF/container.xml"
_STATED, _LONGEST = "mimetype", 200  # where an archive says what it is, and bytes of that
_IS_TEXT = re.compile(rb"opendocument\.text|sun\.xml\.writer")
#: By its name, so that its own reader says that it is damaged.
_DAMAGED = {".epub": "epub", ".docx": "docx", ".docm": "docx", ".odt": "odt"}
_OPEN = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<office:document\s")  # in one file of XML
#: A kind's module, and the command that installs its library where it is not there.
_MODULES = {
    "docx": "podcast.text.documents.word.reader",
    "doc": "podcast.text.documents.word.oldword",
    "odt": "podcast.text.documents.opendocument.reader",
    "rtf": "podcast.text.documents.richtext.reader",
    "rst": "podcast.text.documents.restructured.reader",
    "epub": "podcast.text.documents.book.reader",
    "pdf": "podcast.text.documents.pdf.reader",
    "org": "podcast.text.documents.org.reader",
}


def kind_of(data: bytes, name: str) -> str:
    if data.startswith(_ZIP):
        return _in_zip(data, name)
    if data.startswith(_OLE):
        return "doc"
    if data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PDF) or (_PDF in data[:1024] and _PDF_END in data[-1024:]):  # ISO 32000-1, 7.5.2, note 13
        return "pdf"
    return "odt" if _OPEN.match(data[:1000].removeprefix(b"\xef\xbb\xbf")) else ""


def page_of(kind: str, data: bytes, name: str, chapters: str = "") -> str:
    """Raises PodcastError for a file that is damaged, empty, locked, or larger than it may be.

    `chapters`: of a book, those that are wanted.
    """
    read = import_module(_MODULES[kind]).page_of
    page: str = read(data, name, chapters) if chapters else read(data, name)
    return page


def _in_zip(data: bytes, name: str) -> str:
    try:
        archive = ZipFile(BytesIO(data))
        names = archive.namelist()
        kind = (
            archive.read(_STATED)[:_LONGEST]
            if _STATED in names and archive.getinfo(_STATED).file_size < _LONGEST
            else b""
        )
    except UNREADABLE:
        return _DAMAGED.get(PurePath(name).suffix.lower(), "")
    if "content.xml" in names and (not kind or _IS_TEXT.search(kind)):
        return "odt"
    if _BOOK in names or any(one.endswith(".opf") for one in names):
        return "epub"
    return "docx" if any(one.startswith(_WORD) and one.endswith(".xml") for one in names) else ""
