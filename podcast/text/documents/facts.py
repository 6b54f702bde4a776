"""The head of a page that is made of a document: what the document says of itself, as web pages state it.

page_with_facts("<p>…</p>", {"title": "On Mills", "author": "Jane Doe", "date": "2026-11-22", "language": "en"})
"""

from collections.abc import Mapping
from html import escape

_NAMES = {
    "title": "og:title",
    "author": "author",
    "date": "date",
    "description": "description",
    "keywords": "keywords",
    "image": "og:image",
}


def page_with_facts(body: str, facts: Mapping[str, str]) -> str:
    metas = "".join(
        f'<meta name="{_NAMES[name]}" content="{escape(" ".join(value.split()))}">'
        for name, value in facts.items()
        if name in _NAMES and value.strip()
    )
    language = escape(facts.get("language", "").replace("_", "-").strip())
    head = f'<!DOCTYPE html>\n<html lang="{language}"><head>{metas}</head>\n'
    return f"{head}<body><article>\n{body}</article></body></html>\n"
