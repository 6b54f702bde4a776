"""Books, made as the tests need them."""

import io
import zipfile

import pytest

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
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as book:
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
