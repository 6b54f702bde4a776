"""Word documents (.docx, .docm, .dotx): their parts, and the facts in their properties.

    page = page_of(data, "essay.docx")

The text is read in wordtext.py. Headers, footers and comments are other parts, which are not asked.
"""

import posixpath

from lxml import etree

from podcast.errors import PodcastError
from podcast.text.documents.archive import ZippedDocument, attribute, child, damaged, open_archive, tag
from podcast.text.documents.onepage import one_page
from podcast.text.documents.paragraphs import Blocks, WordProcessed
from podcast.text.documents.properties import is_date
from podcast.text.documents.word.styles import WordStyles
from podcast.text.documents.word.text import WordText

_MAIN = "word/document.xml"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def page_of(data: bytes, name: str) -> str:
    archive = open_archive(data, name)
    main = _main_part(archive)
    root = archive.xml(main)
    body = child(root, "body")
    if body is None:
        raise damaged(name)
    related = _related(archive, main)
    parts = {
        kind: archive.xml(target) for kind, target, is_outside in related.values() if not is_outside and kind in _PARTS
    }
    links = {key: target for key, (_, target, is_outside) in related.items() if is_outside}
    styles = WordStyles(parts.get("styles"), parts.get("numbering"))
    text = WordText(styles, links)
    blocks = text.of(body)
    if text.has_chunks:
        raise PodcastError(
            "The document only encloses another one",
            which=name,
            remedy="Open it in a word processor, save it anew as .docx, and try again.",
        )
    notes = [*_notes(archive, "footnote", parts, main, styles), *_notes(archive, "endnote", parts, main, styles)]
    return one_page(_with_facts(archive, WordProcessed(blocks, tuple(notes), language=text.language)))


_PARTS = frozenset({"styles", "numbering", "footnotes", "endnotes"})


def _main_part(archive: ZippedDocument) -> str:
    """Most call it document.xml; what they call it stands in a list of its own."""
    found = (target for kind, target, _ in _related(archive, "").values() if kind == "officeDocument")
    return next((target for target in found if target in archive), _MAIN)


def _related(archive: ZippedDocument, part: str) -> dict[str, tuple[str, str, bool]]:
    """What a part refers to, by key: its kind, its path or address, and whether it lies outside."""
    folder, file = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    found = {}
    for one in root if root is not None else ():
        target, is_outside = attribute(one, "Target"), attribute(one, "TargetMode") == "External"
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[attribute(one, "Id")] = (attribute(one, "Type").rpartition("/")[2], target, is_outside)
    return found


def _notes(
    archive: ZippedDocument, kind: str, parts: dict[str, etree._Element | None], main: str, styles: WordStyles
) -> list[tuple[str, Blocks]]:
    root = parts.get(f"{kind}s")
    path = posixpath.join(posixpath.dirname(main), f"{kind}s.xml")
    links = {key: target for key, (_, target, is_outside) in _related(archive, path).items() if is_outside}
    text = WordText(styles, links)
    notes = [one for one in (root if root is not None else ()) if tag(one) == kind]
    return [
        (f"{kind}-{attribute(one, 'id')}", text.of(one)) for one in notes if attribute(one, "type") not in _SEPARATORS
    ]


def _with_facts(archive: ZippedDocument, document: WordProcessed) -> WordProcessed:
    core, custom = (
        archive.xml(_by_kind(archive, "core-properties")),
        archive.xml(_by_kind(archive, "custom-properties")),
    )
    stated = {tag(one): "".join(map(str, one.itertext())) for one in (core if core is not None else ())}
    dates = [
        "".join(map(str, one.itertext()))
        for one in (custom if custom is not None else ())
        if is_date(attribute(one, "name"))
    ]
    return WordProcessed(
        document.blocks,
        document.notes,
        title=stated.get("title", ""),
        author=stated.get("creator", ""),
        date=next(iter(dates), ""),
        keywords=stated.get("keywords", "").replace(";", ","),
        language=document.language or stated.get("language", ""),
    )


def _by_kind(archive: ZippedDocument, kind: str) -> str:
    return next((target for one, target, _ in _related(archive, "").values() if one == kind), "")
