import io
import time
import zipfile

import pytest

from podcast.errors import PodcastError
from podcast.text.documents.book.file import open_book, resolved
from podcast.text.reading import read_essay

AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"


def encryption(method, target):
    return (
        '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:EncryptionMethod Algorithm="{method}"/><enc:CipherData><enc:CipherReference URI="{target}"/>'
        "</enc:CipherData></enc:EncryptedData></encryption>"
    )


@pytest.mark.parametrize("text", [encryption(AES, "OEBPS/a.xhtml"), "not XML"])
def test_a_locked_book_is_refused(maker, text):
    book = maker.book({"a.xhtml": maker.prose("Brook")}, more={"META-INF/encryption.xml": text})
    with pytest.raises(PodcastError, match="locked"):
        open_book(book, "rivers.epub")


def test_garbled_fonts_lock_nothing(maker):
    text = encryption("http://www.idpf.org/2008/embedding", "OEBPS/serif.otf")
    book = maker.book({"a.xhtml": maker.prose("Brook")}, more={"META-INF/encryption.xml": text})
    assert [document.href for document in open_book(book, "rivers.epub").spine] == ["OEBPS/a.xhtml"]


def test_a_bomb_is_refused_before_it_is_unpacked(maker):
    book = io.BytesIO(maker.book({"a.xhtml": maker.prose("Brook"), "b.xhtml": None}))
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OEBPS/b.xhtml", b"a " * 40_000_000)
    with pytest.raises(PodcastError, match="more text than any book"):
        read_essay(book.getvalue(), "rivers.epub")


def test_a_book_that_ends_too_early_is_damaged(maker):
    book = maker.book({"a.xhtml": maker.prose("Brook")})
    with pytest.raises(PodcastError, match="damaged"):
        read_essay(book[: len(book) // 2], "rivers.epub")


def test_a_book_of_pictures_has_no_text(maker):
    with pytest.raises(PodcastError, match="no text"):
        read_essay(maker.book({"a.xhtml": '<img src="page-1.png"/>'}), "rivers.epub")


def test_entities_are_not_followed(maker):
    doctype = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = f"{doctype}<html><body><p>Words &x; here</p></body></html>"
    book = maker.book({"a.xhtml": None}, more={"OEBPS/a.xhtml": page})
    assert [block.text for block in read_essay(book, "rivers.epub").blocks] == ["Words &x; here"]


def test_a_package_that_is_not_where_the_container_says_is_found(maker):
    book = maker.book({"a.xhtml": maker.prose("Brook")}, container="<container/>")
    assert open_book(book, "rivers.epub").facts.title == "On Rivers"


@pytest.mark.parametrize(
    ("href", "led"),
    [
        ("b.xhtml", "OEBPS/text/b.xhtml"),
        ("../b%20c.xhtml", "OEBPS/b c.xhtml"),
        ("../../../etc/passwd", ""),
        ("/etc/passwd", ""),
        ("https://example.org/b", ""),
        ("http://[broken", ""),
    ],
)
def test_references_stay_in_the_book(href, led):
    assert resolved("OEBPS/text/a.xhtml", href) == led


def test_many_chapters_take_linear_time(maker):
    def seconds(count):
        files = {f"{at}.xhtml": f"<h1>Chapter {at}</h1><p>Words.</p>" for at in range(count)}
        book = maker.book(files, [(f"Chapter {at}", f"{at}.xhtml") for at in range(count)])
        begun = time.perf_counter()
        read_essay(book, "rivers.epub")
        return time.perf_counter() - begun

    seconds(10)
    assert seconds(400) < 20 * max(seconds(50), 0.02)


def test_a_file_that_the_spine_has_a_thousand_times_is_in_the_book_once(maker, archived):
    data = maker.book({"a.xhtml": "<p>A river bends.</p>", "b.xhtml": "<p>It does.</p>"}, [])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    package = parts["OEBPS/content.opf"]
    parts["OEBPS/content.opf"] = package.replace(b"</spine>", b'<itemref idref="i0"/>' * 1000 + b"</spine>", 1)
    book = open_book(archived(parts), "a.epub")
    assert [document.href for document in book.spine] == ["OEBPS/a.xhtml", "OEBPS/b.xhtml"]


def test_an_entry_that_has_another_name_in_the_archive_s_list_is_a_damaged_book(maker):
    data = maker.book({"a.xhtml": "<p>A river bends.</p>"}, [])
    with pytest.raises(PodcastError, match="damaged"):
        read_essay(data.replace(b"OEBPS/a.xhtml", b"OEBPS/b.xhtml", 1), "a.epub")
