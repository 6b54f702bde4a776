from datetime import UTC, datetime

import pytest

from podcast.errors import PodcastError
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay
from podcast.text.script import write_script

PROSE = "A river is lazy water, and it bends where the ground lets it bend."


@pytest.mark.parametrize(
    "data",
    [
        "Café “au lait”".encode(),
        "Café “au lait”".encode("utf-8-sig"),
        "Café “au lait”".encode("utf-16"),
        b"\xfe\xff" + "Café “au lait”".encode("utf-16-be"),
        "Café “au lait”".encode("cp1252"),
    ],
)
def test_encodings(data):
    assert read_essay(data, "essay.txt").blocks[0].text == "Café “au lait”"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_where_it_is_obvious(encoding):
    assert read_essay(PROSE.encode(encoding), "-").blocks[0].text == PROSE


def test_a_page_may_declare_its_encoding():
    page = '<meta charset="koi8-r"><p>Привет</p>'.encode("koi8-r")
    assert read_essay(page, "page.html").blocks[0].text == "Привет"


def test_line_ends_do_not_change_offsets():
    essays = [read_essay(f"One.{end}{end}Two.".encode(), "x.txt") for end in ("\n", "\r\n", "\r")]
    assert {essay.source for essay in essays} == {"One.\n\nTwo."}
    assert {essay.blocks for essay in essays} == {essays[0].blocks}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"\xef\xbb\xbf",
        b"*** ... !!!",
        b"https://example.org/",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7 text",
        b"PK\x03\x04docx",
        b"words\x00and\x00more words that make up a text",
        b"\xff\xfeodd",
    ],
)
@pytest.mark.parametrize("name", ["essay.txt", "essay.md", "essay.html", "-"])
def test_what_is_not_an_essay_is_refused_by_name(data, name):
    with pytest.raises(PodcastError) as refusal:
        read_essay(data, name)
    assert refusal.value.which == name
    assert refusal.value.what
    assert refusal.value.remedy


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Rivers\n\nText.", Kind.HEADING),
        ("---\ntitle: x\n---\n\n> quoted", Kind.QUOTATION),
        ("<!doctype html><h1>Rivers</h1>", Kind.HEADING),
        ("  <p>Hello</p>", Kind.PARAGRAPH),
        ("Hello, #1 of * all.", Kind.PARAGRAPH),
    ],
)
def test_without_a_suffix_the_text_tells_the_format(text, kind):
    block = read_essay(text.encode(), "-").blocks[0]
    assert block.kind is kind
    assert not set(block.text[:2]) & set("#<>")


def test_what_the_caller_states_wins():
    source = b"---\ntitle: A\nauthor: B\ndate: 2020-01-01\nlanguage: de\n---\nText."
    stated = read_essay(source, "x.md")
    assert (stated.title, stated.author, stated.language) == ("A", "B", "de")
    assert stated.date == datetime(2020, 1, 1, tzinfo=UTC)
    date = datetime(2024, 5, 1, tzinfo=UTC)
    essay = read_essay(source, "x.md", title="T", author="W", language="en_US", date=date)
    assert (essay.title, essay.author, essay.language, essay.date) == ("T", "W", "en-us", date)


def test_addresses_are_not_said():
    essay = read_essay(b"See it (https://example.org/a_(b)?c=1), or www.example.org/x. Then go.", "x.txt")
    assert essay.blocks[0].text == "See it, or. Then go."
    assert [s.text for s in essay.skips if s.reason is Reason.URL] == [
        "https://example.org/a_(b)?c=1",
        "www.example.org/x",
    ]


TORTURE = {
    "brackets": "[" * 20_000 + "a",
    "images": "![" * 1_000 + "a" + "](u)" * 1_000,
    "one line": "word " * 200_000,
    "one word": "x" * 300_000,
    "divs": "<div>" * 10_000 + "text" + "</div>" * 10_000,
    "quotations": ">" * 5_000 + " text",
    "lists": "- " * 5_000 + "text",
    "open tags": "<a " * 20_000 + "text",
    "open quotes": '<a ="' * 20_000 + "> text",
    "open comments": "<!--" * 20_000 + "text",
    "spans": "<b><div>" + "<span>" * 5_000 + "</b>" * 5_000 + "text",
    "addresses": "http://a.b/((((( " * 5_000 + "text",
    "underscores": "_a " * 20_000,
    "exclamations": "a!" * 50_000,
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("text", TORTURE.values(), ids=TORTURE)
def test_no_input_takes_long_or_is_lost(text, suffix):
    essay = read_essay(text.encode(), f"essay.{suffix}")
    assert partition_faults(essay) == []
    assert 0 < len(essay.title) <= 150
    assert all(len(segment.text) <= 700 for segment in write_script(essay, says_title=True).segments)
