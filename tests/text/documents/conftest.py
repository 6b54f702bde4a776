"""Documents as word processors write them, made of the XML that a test is about; books, made as the tests need them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_RELATED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

_OPEN = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
        for name, kind in {
            **{name: name for name in ("office", "text", "table", "style", "meta")},
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(parts):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return data.getvalue()


@pytest.fixture(scope="session")
def docx():
    """docx(body, styles="…", footnotes="…", core="…") is the file's bytes; "link" is a relationship to a page."""

    def made(body, core="", **parts):
        related = "".join(f'<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>' for name in parts)
        link = '<Relationship Id="link" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        top = '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        properties = '<Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/>'
        files = {
            "_rels/.rels": f"<Relationships {_RELATED}>{top}{properties}</Relationships>",
            "docProps/core.xml": f'<c:coreProperties xmlns:c="c" xmlns:dc="d">{core}</c:coreProperties>',
            "word/_rels/document.xml.rels": f"<Relationships {_RELATED}>{related}{link}</Relationships>",
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        }
        return zipped(files | {f"word/{name}.xml": f"<w:x {_WORD}>{part}</w:x>" for name, part in parts.items()})

    return made


@pytest.fixture(scope="session")
def odt():
    """odt(body, styles="…", automatic="…", meta="…", **parts by their paths) is the file's bytes."""

    def made(body, styles="", automatic="", meta="", **parts):
        text = f"<office:body><office:text>{body}</office:text></office:body>"
        return zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "styles.xml": f"<x {_OPEN}><office:styles>{styles}</office:styles></x>",
                "content.xml": f"<x {_OPEN}><office:automatic-styles>{automatic}</office:automatic-styles>{text}</x>",
                "meta.xml": f"<x {_OPEN}><office:meta>{meta}</office:meta></x>",
                **parts,
            }
        )

    return made


@pytest.fixture(scope="session")
def archived():
    """The bytes of a zip archive of some parts."""
    return zipped


_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
_PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{}</body></html>'
)
FACTS = "<dc:title>On Rivers</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>en-GB</dc:language>"


class BookMaker:
    """`files` are bodies by names, in the order of the spine; a name that ends in "|" is not linear."""

    def book(self, files, contents=(), *, ncx=False, facts=FACTS, guide="", container=_CONTAINER, more=None):
        archive = BytesIO()
        with ZipFile(archive, "w", ZIP_DEFLATED) as book:
            book.writestr("mimetype", "application/epub+zip")
            book.writestr("META-INF/container.xml", container)
            book.writestr("OEBPS/content.opf", self._package(files, facts, guide, ncx=ncx))
            for name, body in files.items():
                if body is not None:
                    book.writestr(f"OEBPS/{name.rstrip('|')}", _PAGE.format(body))
            table = f"<ncx><navMap>{self._points(contents)}</navMap></ncx>" if ncx else self._nav(contents)
            book.writestr("OEBPS/toc.ncx" if ncx else "OEBPS/nav.xhtml", table)
            for name, data in (more or {}).items():
                book.writestr(name, data)
        return archive.getvalue()

    def prose(self, word, paragraphs=8):
        return "".join(
            f"<p>{word} {number} runs through the valley and carries its stones down to the sea.</p>"
            for number in range(paragraphs)
        )

    def _package(self, files, facts, guide, *, ncx):
        names = [name.rstrip("|") for name in files]
        items = "".join(
            f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>' for at, name in enumerate(names)
        )
        items += (
            '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
            if ncx
            else '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        )
        spine = "".join(
            f'<itemref idref="i{at}"{" linear=" + chr(34) + "no" + chr(34) if name.endswith("|") else ""}/>'
            for at, name in enumerate(files)
        )
        return (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
            f'{facts}</metadata><manifest>{items}</manifest><spine toc="ncx">{spine}</spine>{guide}</package>'
        )

    def _nav(self, contents):
        return _PAGE.format(f'<nav epub:type="toc">{self._list(contents)}</nav>' if contents else "")

    def _list(self, contents):
        items = (
            f'<li><a href="{href}">{title}</a>{self._list(inner[0]) if inner else ""}</li>'
            for title, href, *inner in contents
        )
        return f"<ol>{''.join(items)}</ol>"

    def _points(self, contents):
        return "".join(
            f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{href}"/>'
            f"{self._points(inner[0]) if inner else ''}</navPoint>"
            for title, href, *inner in contents
        )


@pytest.fixture
def maker():
    return BookMaker()
