"""A web page that a browser saved as one file (.mhtml): an e-mail in form, whose first HTML part is the page.

page_of(data, "essay.mhtml")       # b"<!DOCTYPE html>…"
"""

import re
from email import message_from_bytes
from email.message import Message

from podcast.errors import PodcastError

_HEADER = re.compile(rb"^Content-Type: multipart/related", re.MULTILINE | re.IGNORECASE)
_HEADER_BYTES = 2000


def page_of(data: bytes, name: str) -> bytes:
    """The data as they are where they are no such page. Raises PodcastError for one that has no page in it."""
    if not data.startswith((b"From:", b"MIME-Version:")) or not _HEADER.search(data, 0, _HEADER_BYTES):
        return data
    try:
        page = _page(message_from_bytes(data))
    except RecursionError:  # parts within parts; browsers write two levels
        page = None
    if page is None:
        remedy = "Save it in a browser once more, or save what you want to be read as a text."
        raise PodcastError("There is no page in this saved web page", which=name, remedy=remedy)
    return page


def _page(message: Message) -> bytes | None:
    pages = (part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/html")
    page = next(pages, None)
    return page if isinstance(page, bytes) else None
