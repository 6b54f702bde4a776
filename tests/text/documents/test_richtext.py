"""Rich Text as Word, TextEdit, LibreOffice and pandoc write it."""

import re

import pytest

from podcast.errors import PodcastError
from podcast.text.documents.kinds import kind_of, page_of
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

PROSE = "A river never runs straight, and whoever tried to make it do so has had to learn the lesson again. " * 2
SHEET = (
    r"{\stylesheet{\ql Normal;}{\s1\outlinelevel0\b heading 1;}{\s2\sbasedon1 Mine;}{\s3 Quote;}{\*\cs10 Default;}"
    r"{\s15 Title;}}"
)


def rtf(body, head=""):
    source = r"{\rtf1\ansi\ansicpg1252\deff0\deflang2057{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial Cyr;}"
    source += r"{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}}" + head
    return (source + body + r"\par\pard " + PROSE + r"\par}").encode("cp1252")


def read(data, name="essay.rtf"):
    essay = read_essay(data, name)
    assert partition_faults(essay) == []
    return essay


def said(essay):
    return [block.text.strip() for block in essay.blocks]


def skipped(essay, reason):
    return " ".join(skip.text for skip in essay.skips if skip.reason is reason)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (r"na\'efve caf\'e9", "naïve café"),
        (r"\u8220?so\u8221\'94 it \uc0\u8211  is", "“so” it – is"),
        (r"\uc2\u955\'6c\'61 and on", "λ and on"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\f1 \'cc\'e8\'f0\f0  now", "Мир now"),
        (r"\f2 a\f0 -ray", "α-ray"),
        (r"\f3 \'93\'fa\'96\'7b\f0 : Japan", "日本: Japan"),
        (r"\ldblquote so\rdblquote\emdash it\rquote s", "“so”—it’s"),
        (r"co\-operate well\_known 5~\~km", "cooperate well‑known 5~ km"),
        (r"one{\b  two}\i  three", "one two three"),
        (r"{\upr{old}{\*\ud new}} words", "new words"),
        (r"{\field{\*\fldinst REF x}{\fldrslt chapter two}}", "chapter two"),
        (r"{\*\unknown gone}kept {\nobodyknows too}", "kept too"),
        (r"\{braces\} and a \\", "{braces} and a \\"),
        (r"10{\super 2} metres", "10² metres"),
        ("broken by\r\n the file", "broken by the file"),
        (r"{\pict\pngblip\bin4 }{\}}after", "after"),
    ],
)
def test_letters_are_read_however_they_are_written(written, wanted):
    assert " ".join(said(read(rtf(f"Here: {written}")))[0].split()) == f"Here: {wanted}".replace("\xa0", " ")


@pytest.mark.parametrize(
    "written",
    [
        r"{\v hidden}", r"{\deleted gone}", r"{\header above}", r"{\footerr below}", r"{\pict 0102ff}",
        r"{\*\annotation a remark}", r"{\field{\*\fldinst PAGE}{\fldrslt 17}}", r"{\object{\*\objdata 0102}}",
        r"{\xe entry}", r"{\*\bkmkstart here}", r"{\info{\doccomm remark}}", r"{\nonshppict{\pict 01}}",
    ],
)  # fmt: skip
def test_what_a_reader_of_the_document_does_not_read_is_not_said(written):
    assert said(read(rtf(f"Before{written} after.")))[0] == "Before after."


def test_headings_quotations_and_titles_are_known_by_style_and_by_level():
    body = (
        r"\pard\s15 On Mills\par\pard\s1 First\par\pard " + PROSE + r"\par\pard\s2 Second\par\pard " + PROSE
        + r"\par\pard\s3 Quoted.\par\pard\outlinelevel1 Third\par\pard Last"
    )  # fmt: skip
    essay = read(rtf(body, SHEET))
    kinds = {block.text: block.kind for block in essay.blocks}
    assert essay.title == "On Mills"
    assert kinds["First"] is kinds["Second"] is kinds["Third"] is Kind.HEADING
    assert kinds["Quoted."] is Kind.QUOTATION


def test_notes_are_told_as_footnotes():
    essay = read(rtf(r"A claim{\super\chftn}{\footnote\pard{\super\chftn} A source.\par Its end.}, they say."))
    assert said(essay)[0] == "A claim, they say."
    assert "A source." in skipped(essay, Reason.FOOTNOTE)
    assert "Its end." in skipped(essay, Reason.FOOTNOTE)


def test_tables_are_told_and_the_text_behind_them_is_said():
    row = r"\trowd\cellx1\cellx2\pard\intbl one\cell two\cell\row "
    essay = read(rtf(f"Before.\\par {row}{row}\\pard After."))
    assert said(essay)[:2] == ["Before.", "After."]
    assert skipped(essay, Reason.TABLE).split() == ["one", "two"] * 2


def test_lists_are_known_by_their_marks():
    listed = r"{\listtext\t 4.\t}\ls1\ilvl0 four\par{\listtext\t \bullet\t}\ls1\ilvl1 deep\par"
    typed = r"\pard\li360\fi-360 \bullet \tx360\tab typed\par\pard"
    essay = read(rtf(rf"\pard{listed}{typed} "))
    kinds = {block.text: (block.kind, block.level) for block in essay.blocks}
    assert kinds["four"] == kinds["typed"] == (Kind.LIST_ITEM, 1)
    assert kinds["deep"] == (Kind.LIST_ITEM, 2)
    assert '<ol start="4"><li>four' in page_of("rtf", rtf(rf"\pard{listed}"), "essay.rtf")


def test_a_document_of_textedit_is_read():
    source = (
        r"{\rtf1\ansi\ansicpg1252\cocoartf2761{\fonttbl\f0\fswiss\fcharset0 Helvetica-Bold;\f1\fnil\fcharset0 Times;}"
        r"{\colortbl;\red255\green255\blue255;}{\*\expandedcolortbl;;}\paperw11900\pard\pardirnatural\f0\b\fs48 \cf0 "
        "On Mills\\\n\\f1\\b0\\fs24 " + PROSE + "\\\n\\\n\\f0\\b The Race\\\n\\f1\\b0 " + PROSE + "}"
    )
    essay = read(source.encode(), "-")
    assert essay.title == "On Mills"
    assert [block.text for block in essay.blocks if block.kind is Kind.HEADING] == ["On Mills", "The Race"]


def test_a_box_is_read_behind_its_paragraph_and_its_stand_in_is_not():
    shape = r"{\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv 1}}{\shptxt In the box.\par}}{\shprslt{\*\do In the box.}}}"
    assert said(read(rtf(f"Its {shape}paragraph.")))[:2] == ["Its paragraph.", "In the box."]


def test_links_and_languages_are_kept():
    link = r'{\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt{the mill}}}'
    french = r"{\lang1036 tout va bien}"
    essay = read(rtf(f"{PROSE} See {link}: {french}."))
    runs = essay.blocks[0].runs
    assert essay.language == "en-gb"
    assert [run.text for run in runs if run.href] == ["the mill"]
    assert [run.text for run in runs if run.lang] == ["tout va bien"]


def test_formulas_are_told():
    essay = read(rtf(r"So {\mmath{\*\moMath{\mr E=mc}{\msSup{\me{\mr x}}}}} holds."))
    assert "E=mcx" in skipped(essay, Reason.FORMULA)


def test_contents_are_navigation():
    contents = r"{\field{\*\fldinst TOC \\o}{\fldrslt First 1\par Second 2\par}}"
    essay = read(rtf(f"{contents}\\pard Text."))
    assert said(essay)[0] == "Text."
    assert skipped(essay, Reason.NAVIGATION).split() == "First 1 Second 2".split()


def test_properties_count():
    info = r"{\info{\title On Mills}{\author Jane Doe}{\operator Typist}{\creatim\yr2001}{\doccomm Ask Ben.}}"
    essay = read(rtf("Text.", info))
    assert "Ben" not in essay.source
    assert (essay.title, essay.author, essay.date) == ("On Mills", "Jane Doe", None)


def test_the_content_tells_and_not_the_name():
    assert kind_of(rtf("Text."), "essay.doc") == kind_of(b"\xef\xbb\xbf\n" + rtf("Text."), "-") == "rtf"


@pytest.mark.parametrize("data", [rtf("Text.")[:-1], rtf("Text.")[:300], b"{\\rtf1 " + b"{" * 5000 + b"}" * 5001])
def test_what_stops_in_the_middle_is_refused(data):
    with pytest.raises(PodcastError, match="damaged"):
        read_essay(data, "essay.rtf")


def test_every_letter_is_in_the_page_or_of_a_destination_that_is_none():
    body = " ".join(rf"{{\b word{number}}}\i  other{number}\i0\par" for number in range(50))
    page = re.sub(r"<[^>]*>", "", page_of("rtf", rtf(body), "essay.rtf"))
    assert all(f"{word}{number}" in page for number in range(50) for word in ("word", "other"))
