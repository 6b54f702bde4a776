"""Which kind of document a file is, and its page.

    kind = kind_of(data, "essay.docx")      # "docx"; empty: no document, but text
    page_of(kind, data, "essay.docx")       # "<!DOCTYPE html>…"

What a file holds decides, not what it is called: people send .doc that is RTF, and .zip that is a book.
"""

from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_WORD, _BOOK = "word/document.xml", "META-INF/container.xml"
#: A kind's module, and the command that installs its library where it is not there.
_MODULES = {
    "docx": "podcast.text.documents.word",
    "epub": "podcast.text.documents.book",
    "pdf": "podcast.text.documents.pdf",
}


def kind_of(data: bytes, name: str) -> str:
    if data.startswith(_ZIP):
        return _in_zip(data, name)
    return "pdf" if _PDF in data[:1024] and data.lstrip()[:1] != b"<" else ""


def page_of(kind: str, data: bytes, name: str, chapters: str = "") -> str:
    """Raises PodcastError for a file that is damaged, empty, locked, or larger than it may be.

    `chapters`: of a book, those that are wanted.
    """
    read = import_module(_MODULES[kind]).page_of
    page: str = read(data, name, chapters) if chapters else read(data, name)
    return page


def _in_zip(data: bytes, name: str) -> str:
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, ValueError, OverflowError, NotImplementedError):  # its own reader says that it is damaged
        return {".epub": "epub"}.get(PurePath(name).suffix.lower(), "")
    if _BOOK in names or any(name.endswith(".opf") for name in names):
        return "epub"
    return "docx" if _WORD in names else ""
