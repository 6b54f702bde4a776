"""Which kind of document a file is, and its page.

    kind = kind_of(data, "essay.docx")      # "docx"; empty: no document, but text
    page_of(kind, data, "essay.docx")       # "<!DOCTYPE html>…"

What a file holds decides, not what it is called: people send .doc that is RTF, and .zip that is a book.
"""

from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "word/"
#: A kind's module, and the command that installs its library where it is not there.
_MODULES = {
    "docx": "podcast.text.documents.word",
    "doc": "podcast.text.documents.oldword",
}


def kind_of(data: bytes, name: str) -> str:
    if data.startswith(_ZIP):
        return _in_zip(data, name)
    return "doc" if data.startswith(_OLE) else ""


def page_of(kind: str, data: bytes, name: str) -> str:
    """Raises PodcastError for a file that is damaged, empty, locked, or larger than it may be."""
    page: str = import_module(_MODULES[kind]).page_of(data, name)
    return page


def _in_zip(data: bytes, name: str) -> str:
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, ValueError, OverflowError, NotImplementedError):  # its own reader says that it is damaged
        return {".docx": "docx", ".docm": "docx"}.get(PurePath(name).suffix.lower(), "")
    return "docx" if any(one.startswith(_WORD) and one.endswith(".xml") for one in names) else ""
