"""Word's documents until 2003 (.doc), and whatever else is in such a file: refused, with the way out.

    page_of(data, "essay.doc")      # PodcastError: The document is in Word's old format

A document that is locked with a password is in such a file as well, whatever its own format.
"""

from typing import NoReturn

from podcast.errors import PodcastError
from podcast.text.documents.archive import locked

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def page_of(data: bytes, name: str) -> NoReturn:
    if _LOCKED in data:
        raise locked(name)
    what = "The document is in Word's old format" if _WORD in data else "The file is an old office document"
    raise PodcastError(
        f"{what}, which is not read here",
        which=name,
        remedy="Open it in Word or LibreOffice, save it as .docx, and build that.",
    )
