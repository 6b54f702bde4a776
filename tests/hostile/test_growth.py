"""The time for a character is the same in a longer text: of each reader, each document and each spoken form."""

import io
import json
from contextlib import suppress
from functools import partial
from zipfile import ZipFile

import pytest
from growth import is_growing, repeated

from podcast.errors import PodcastError
from podcast.text.reading import read_essay
from podcast.text.spoken import spoken

pytestmark = [pytest.mark.drill, pytest.mark.slow]

READERS = ("a.md", "a.html", "a.txt", "a.org", "a.rst", "a.rtf", "a.mhtml")
PIECES = (
    *("a", "A", "A river. ", "1", " ", "\t", "\u00a0", "\n", " \n", "\n\n", "a\n\n", "\u0301", "日", "😀"),
    *(
        "*",
        "_",
        "`",
        "~",
        "^",
        "=",
        "+",
        "-",
        "#",
        "|",
        ">",
        "<",
        "&",
        "%",
        "@",
        "$",
        "/",
        ":",
        ";",
        ",",
        ".",
        "!",
        "?",
    ),
    *("[", "]", "(", ")", "{", "}", "](", "{%", "\\", "\\b ", '"', "'", "::", "--- "),
    *("<b>", "<div>", "<!--", "- a\n", "1. a\n", "# a\n", ":a:\n", "=\n", "* * *\n", "  a\n", "HOST: a\n"),
    *("[^1]", "[1] ", "http://a.b ", "a@b.c ", "III. ", "12 ", "1,000 ", "$5 "),
)
_FEWEST = 2000


def read(name, data):
    with suppress(PodcastError):
        read_essay(data, name)


def told(record_property, what, pieces, made, work):
    """What is loaded is loaded; then each piece."""
    grown = []
    for piece in pieces:
        work(made(piece, _FEWEST))
        if is_growing(work, partial(made, piece)):
            grown.append(piece)
    record_property("drill", f"growth of time, {what}: {len(pieces)} inputs, {len(grown)} not linear")
    return grown


@pytest.mark.parametrize("name", READERS)
def test_no_reader_takes_more_time_for_a_character_of_a_longer_text(name, extent, record_property):
    """At a place of its own, and within a line. Up to 16,000 here; tests/text/test_bounds.py has a million."""
    head = {"a.rtf": "{\\rtf1 ", "a.mhtml": "MIME-Version: 1.0\nContent-Type: text/html\n\n"}.get(name, "A river.\n\n")

    def made(piece, length):
        half = repeated(piece, length // 2)
        return f"{head}{half}\n\nIt{half}bends.\n".encode()

    pieces = PIECES[:: extent(short=10, whole=1)]
    assert told(record_property, name, pieces, made, partial(read, name)) == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "nl", "ja"])
def test_no_spoken_form_takes_more_time_for_a_character_of_a_longer_text(language, extent, record_property):
    pieces = PIECES[:: extent(short=10, whole=1)]
    assert told(record_property, f"spoken in {language}", pieces, repeated, partial(spoken, language=language)) == []


#: By kind: the part of the archive, and after what; and what is put there again and again.
DOCUMENTS = {
    "docx": (
        ("word/document.xml", "<w:body>"),
        (
            "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
            "<w:p/>",
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
            '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        ),
    ),
    "odt": (
        ("content.xml", "<office:text>"),
        (
            "<text:p>a</text:p>",
            '<text:h text:outline-level="1">a</text:h>',
            "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>",
            "<text:p>a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p>",
            "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>",
        ),
    ),
    "epub": (
        ("OEBPS/a.xhtml", "<body>"),
        ("<p>a</p>", "<h1>a</h1>", "<p><a href='#c'>a</a></p>", "<ol><li>a</li></ol>"),
    ),
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_no_document_takes_more_time_for_a_character_of_a_longer_one(kind, essays, extent, record_property):
    (path, after), pieces = DOCUMENTS[kind]
    with ZipFile(io.BytesIO(essays[kind])) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}

    def made(piece, length):
        changed = parts[path].replace(after, after + repeated(piece, length), 1)
        data = io.BytesIO()
        with ZipFile(data, "w") as archive:
            for name, content in {**parts, path: changed}.items():
                archive.writestr(name, content)
        return data.getvalue()

    pieces = pieces[:: extent(short=4, whole=1)]
    assert told(record_property, kind, pieces, made, partial(read, f"a.{kind}")) == []


#: What is in a cell, and how many characters of it.
CELLS = (("A river. ", 0), ("# a\n", 0), ("- a\n", 0), ("a", 1), ("# a", 3))


def test_no_notebook_takes_more_time_for_a_character_of_a_longer_one(extent, record_property):
    def made(cell, length):
        piece, of_each = cell
        each = {"cell_type": "markdown", "metadata": {}, "source": repeated(piece, of_each or length)}
        cells = [each] * (1 if not of_each else length // len(json.dumps(each)))
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()

    pieces = CELLS[:: extent(short=3, whole=1)]
    assert told(record_property, "ipynb", pieces, made, partial(read, "a.ipynb")) == []


def test_no_pdf_takes_more_time_for_a_character_of_a_longer_one(extent, record_property):
    from reportlab.pdfgen.canvas import Canvas

    def made(per_page, length):
        data = io.BytesIO()
        canvas = Canvas(data, pageCompression=0)
        for at in range(length // 40):
            canvas.drawString(72, 760 - 14 * (at % per_page), f"Line {at} runs through the valley to it.")
            if at % per_page == per_page - 1:
                canvas.showPage()
        canvas.save()
        return data.getvalue()

    pieces = (1, 5, 50)[:: extent(short=2, whole=1)]
    assert told(record_property, "pdf", pieces, made, partial(read, "a.pdf")) == []
