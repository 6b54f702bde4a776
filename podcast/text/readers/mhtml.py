"""A web page that a browser saved as one file (.mhtml): an e-mail in form, whose first HTML part is the page.

page_of(data)       # b"<!DOCTYPE html>…"
"""

import re
from email import message_from_bytes

_HEADER = re.compile(rb"^Content-Type: multipart/related", re.MULTILINE | re.IGNORECASE)
_HEADER_BYTES = 2000


def page_of(data: bytes) -> bytes:
    """The data as they are where they are no such page."""
    if not data.startswith((b"From:", b"MIME-Version:")) or not _HEADER.search(data, 0, _HEADER_BYTES):
        return data
    parts = message_from_bytes(data).walk()
    pages = (part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html")
    page = next(pages, None)
    return page if isinstance(page, bytes) else data
