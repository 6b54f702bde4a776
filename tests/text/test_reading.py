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


def test_of_an_address_in_a_sentence_the_site_is_said_and_in_brackets_nothing():
    essay = read_essay(b"See it (https://example.org/a_(b)?c=1), or www.example.org/x. Then go.", "x.txt")
    assert essay.blocks[0].text == "See it, or example.org. Then go."
    assert [s.text for s in essay.skips if s.reason is Reason.URL] == [
        "https://example.org/a_(b)?c=1",
        "www.example.org/x",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("See https://e.org/mill to clone it.", "See e.org to clone it."),
        ("Read https://a.org/a, https://b.org, and http://www.c.org/x?y=1.", "Read a.org, b.org, and c.org."),
        ("My talks: the mill talk: https://e.org/t", "My talks: the mill talk: e.org"),
        ("It stood (see https://e.org/a) there (https://e.org/b, https://e.org/c).", "It stood (see e.org) there."),
        ("I wrote of it. https://e.org/a", "I wrote of it."),
        ("I wrote of it. https://e.org/a Then I left.", "I wrote of it. Then I left."),
        ("https://e.org is my site.", "e.org is my site."),
        ("<https://e.org/x> is my site, *see* <https://e.org/y>.", "e.org is my site, see e.org."),
        ("The sum ($\\alpha$) and [$\\beta$] , so `a()` and ( ) stay.", "The sum and, so a() and ( ) stay."),
        ("Il dit {{< x >}} : non ; oui {{< y >}}.", "Il dit : non ; oui."),
    ],
)
def test_what_is_cut_out_leaves_a_sentence(written, said):
    essay = read_essay(written.encode(), "x.md")
    assert essay.blocks[0].text == said
    assert partition_faults(essay) == []


def test_the_name_of_a_site_leads_to_the_address():
    essay = read_essay(b"See https://example.org/mill to clone it.", "x.txt")
    assert {run.href for run in essay.blocks[0].runs} == {"", "https://example.org/mill"}
    assert read_essay(b"One.\n\n<https://example.org>\n\nTwo.", "x.md").skips[0].reason is not Reason.FURNITURE


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A river bends.[1][2] It is lazy[3] water.", "A river bends. It is lazy water."),
        ("A river bends.[citation needed] And so.", "A river bends. And so."),
        ("A river bends.\u00b9 It is lazy.", "A river bends. It is lazy."),
        ("See [1], river[s], [sic] and 5 m\u00b2.", "See [1], river[s], [sic] and 5 m\u00b2."),
        ('He wrote "https://example.org/x" there.', "He wrote there."),
    ],
)
def test_footnote_marks_and_empty_quotes_are_not_said(written, said):
    assert read_essay(written.encode(), "x.txt").blocks[0].text == said


def test_a_footnote_whose_mark_was_found_is_not_said_nor_is_the_heading_above():
    essay = read_essay(f"# Rivers\n\n{PROSE}[1]\n\n## Notes\n\n[1] See the map.".encode(), "x.md")
    assert [block.text for block in essay.blocks] == ["Rivers", PROSE]
    assert [skip.text for skip in essay.skips if skip.reason is Reason.FOOTNOTE] == ["[1]", "Notes", "[1] See the map."]
    essay = read_essay(f"{PROSE}\n\n[1] A thing.".encode(), "x.txt")
    assert len(essay.blocks) == 2


def test_a_page_that_a_browser_saved_as_one_file():
    page = (
        "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\tboundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        "<!DOCTYPE html><h1>Caf=C3=A9</h1><p>A ri=\r\nver.</p>\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    assert [block.text for block in read_essay(page.encode(), "page.mhtml").blocks] == ["Café", "A river."]


def test_markdown_in_a_text_file():
    assert read_essay(b"# Rivers\n\nThey *bend*.", "essay.txt").blocks[0].kind is Kind.HEADING
    assert read_essay(b"One line.\n#1 of all\n# 2\nMore.", "essay.txt").blocks[0].kind is Kind.PARAGRAPH


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
    "underscores": "_a " * 10_000,
    "exclamations": "a!" * 50_000,
    "dollars": "$a\\b " * 4_000,
    "formulas": "$$\na\n\n" * 2_001,
    "braces": "{{ {% a " * 4_000,
    "wiki links": "[[a|" * 4_000,
    "marks": "==a" * 4_000,
    "breaks": "a b<br>\n" * 4_000,
    "footnote marks": "a.[1]" * 4_000,
    "anchors": "a<a href='#b'>1</a>" * 4_000,
    "heading": "# " + "a" * 19_000 + "\nb",
    "keys": "title: a\n" * 4_000,
    "languages": "a [b c]{lang=fr} <i lang=de>d e</i> f " * 1_000,
    "open languages": "a " + "[" * 4_000 + "b]{lang=fr} {a lang=",
    "pauses": "a [pause] b[pause 1" * 2_000,
    "voices": "a <!-- podcast: voice b --> c" * 1_000,
    "labels": "HOST: a\nGUEST: b\n" * 1_000,
    "shortcodes": "[a b=1] [c] [/a] [/c] [a b='" * 3_000,
    "open shortcodes": "[a " * 20_000 + "[b]" * 5_000 + "[/c]" * 5_000,
    "open tags of templates": "{{< a {% b {{ c {# d {/* e " * 3_000,
    "open code": "``a `b " * 5_000 + "{% highlight a %} <pre> <!-- " * 3_000,
    "fences": "".join("`" * length + "\na\n" for length in range(3, 300)),
    "components": "import a from 'b'\n\n" + "<A b={{ <B c='" * 5_000 + "export default {\n\n" * 3_000,
    "tables": "<table><td>a " * 5_000 + "\n-- --\n" * 3_000 + "\n-----\na\n" * 3_000 + "\n+--+\n| a" * 3_000,
    "divisions": "::: {lang=fr}\n" * 4_000 + "a",
    "lines of a page": "a<br>Share<br>" * 4_000,
    "paragraphs": "a\n\n" * 4_000,
    "powers": "10<sup>2 " * 3_000,
    "formulas in formulas": "<math>a" * 3_000,
    "notes in notes": "<p>a</p>" + "<span class='footnote'>a" * 2_000,
    "formulas that end far away": "\\[00:01\\] a\n" * 2_000 + "\\]\n",
    "labels that end far away": "[a " * 8_000 + "![[[" * 2_000 + "](u)",
    "changes of language": "<i lang=de>Guten Tag</i> a b. " * 1_500,
    "changes of voice": "<!-- podcast: voice Ada -->\n\na\n\n" * 1_500,
    "changes of an editor": "a " + "{++{~~{--{== b" * 1_000 + "++}",
    "dates": "1 May 2 a\n\n" * 2_000,
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@pytest.mark.parametrize("text", TORTURE.values(), ids=TORTURE)
def test_no_input_takes_long_or_is_lost(text, suffix):
    essay = read_essay(text.encode(), f"essay.{suffix}")
    assert partition_faults(essay) == []
    assert 0 < len(essay.title) <= 150
    assert all(len(segment.text) <= 700 for segment in write_script(essay, says_title=True).segments)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_a_paragraph_of_emoji_is_told_as_left_out_and_an_ornament_is_a_scene_break(name):
    text = "One word.\n\n😀 🎉\n\nTwo words.\n\n❦\n\nThree words."
    if name == "a.html":
        text = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    skips = {skip.text: skip.reason for skip in read_essay(text.encode(), name).skips}
    assert skips["😀 🎉"] is Reason.EMOJI
    assert skips["❦"] is Reason.RULE
