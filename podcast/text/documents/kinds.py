"""Which kind of document a file is, and its page.

    kind = kind_of(data, "essay.docx")      # "docx"; empty: no document, but text
    page_of(kind, data, "essay.docx")       # "<!DOCTYPE html>…"

What a file holds decides, not what it is called: people send .doc that is RTF, and .zip that is a book.
"""

from importlib import import_module
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_ZIP = b"PK\x03\x04"
_WORD = "word/document.xml"
#: A kind's module, and the command that installs its library where it is not there.
_MODULES = {
    "docx": "podcast.text.documents.word",
    "rst": "podcast.text.documents.restructured",
    "org": "podcast.text.documents.org",
}


def kind_of(data: bytes, name: str) -> str:
    if data.startswith(_ZIP):
        return _in_zip(data)
    return ""


def page_of(kind: str, data: bytes, name: str) -> str:
    """Raises PodcastError for a file that is damaged, empty, locked, or larger than it may be."""
    page: str = import_module(_MODULES[kind]).page_of(data, name)
    return page


def _in_zip(data: bytes) -> str:
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except BadZipFile:
        return ""
    return "docx" if _WORD in names else ""
