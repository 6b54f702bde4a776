"""OpenDocument texts of LibreOffice and others (.odt, .ott, .fodt): their parts, and the facts in their properties.

    page = page_of(data, "essay.odt")

The text is read in opentext.py. Headers and footers belong to styles, which are not read aloud.
"""

from lxml import etree

from podcast.text.documents.archive import ZippedDocument, attribute, child, damaged, locked, open_archive, parse, tag
from podcast.text.documents.onepage import one_page
from podcast.text.documents.opendocument.styles import OpenStyles
from podcast.text.documents.opendocument.text import OpenText
from podcast.text.documents.paragraphs import WordProcessed
from podcast.text.documents.properties import is_date

_ZIP = b"PK"


def page_of(data: bytes, name: str) -> str:
    archive = open_archive(data, name) if data.startswith(_ZIP) else None
    parts = _parts(archive) if archive else [parse(data, name)]
    bodies = [body for part in parts if (body := child(part, "body")) is not None]
    body = next((child(body, "text") if child(body, "text") is not None else body for body in bodies), None)
    if body is None:
        raise damaged(name)
    styles = OpenStyles(parts)
    text = OpenText(styles, archive)
    blocks = text.blocks(body)
    facts = next((found for part in parts if (found := child(part, "meta")) is not None), None)
    return one_page(_with_facts(WordProcessed(blocks, tuple(text.notes), language=text.language), facts))


def _parts(archive: ZippedDocument) -> list[etree._Element]:
    manifest = archive.part("META-INF/manifest.xml")
    if b"encryption-data" in manifest or "encrypted-package" in archive:
        raise locked(archive.name)
    found = [archive.xml(path) for path in ("styles.xml", "content.xml", "meta.xml")]
    return [root for root in found if root is not None]


def _with_facts(document: WordProcessed, facts: etree._Element | None) -> WordProcessed:
    """The first who wrote it is its author, and not the last who saved it."""
    elements = list(facts) if facts is not None else []
    stated = {tag(one): "".join(map(str, one.itertext())) for one in reversed(elements)}
    dates = ["".join(map(str, one.itertext())) for one in elements if is_date(attribute(one, "name"))]
    keywords = [one.text or "" for one in elements if tag(one) == "keyword"]
    return WordProcessed(
        document.blocks,
        document.notes,
        title=stated.get("title", ""),
        author=stated.get("initial-creator") or stated.get("creator", ""),
        date=next(iter(dates), ""),
        keywords=", ".join(map(str, keywords)),
        language=document.language or stated.get("language", ""),
    )
