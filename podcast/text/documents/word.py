"""Word documents (.docx): mammoth makes their page by the names of styles, not by how they look."""

from html import escape
from io import BytesIO

import mammoth


def page_of(data: bytes, name: str) -> str:
    body = mammoth.convert_to_html(BytesIO(data)).value
    return f"<!DOCTYPE html><html><head><title>{escape('')}</title></head><body><article>{body}</article></body></html>"
