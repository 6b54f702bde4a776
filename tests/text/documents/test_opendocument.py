"""OpenDocument texts, of XML as LibreOffice writes it."""

import re
from contextlib import suppress

import pytest

from podcast.errors import PodcastError
from podcast.text.documents.kinds import kind_of, page_of
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

PROSE = "A river never runs straight, and whoever tried to make it do so has had to learn the lesson again. " * 2
BODY = f"<text:p>{PROSE}</text:p>"
ENGLISH = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/>'
    "</style:default-style>"
)
NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'text:start-value="3"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def text_style(name, properties):
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def read(data, name="essay.odt"):
    essay = read_essay(data, name)
    assert partition_faults(essay) == []
    return essay


def said(essay):
    return [block.text.strip() for block in essay.blocks]


def skipped(essay, reason):
    return " ".join(skip.text for skip in essay.skips if skip.reason is reason)


#: Words that must be said, in everything that may stand around text.
WITHIN = {
    "spanned": "<text:span>spanned</text:span>",
    "linked": '<text:a xlink:href="https://example.org/">linked</text:a>',
    "meta": "<text:meta>meta</text:meta>",
    "reference": "<text:bookmark-ref>reference</text:bookmark-ref>",
    "future": "<text:nobody-knows><text:this-one>future</text:this-one></text:nobody-knows>",
    "base": "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>",
    "mill": "<draw:frame><draw:image/><svg:desc>An old mill</svg:desc></draw:frame>",
    "two words": "two<text:s/>words",
    "tabbed word": "tabbed<text:tab/>word",
}


@pytest.mark.parametrize("words", WITHIN)
def test_words_are_said_whatever_stands_around_them(odt, words):
    essay = read(odt(f"<text:p>Before {WITHIN[words]} after.</text:p>{BODY}"))
    assert re.fullmatch(rf"Before .*\b{words} after\.", said(essay)[0])


LEFT_OUT = {
    "commented": "<office:annotation><text:p>commented</text:p></office:annotation>",
    "hidden": '<text:span text:style-name="T9">hidden</text:span>',
    "1234": "<text:page-number>1234</text:page-number>",
}


@pytest.mark.parametrize("word", LEFT_OUT)
def test_what_a_reader_of_the_document_does_not_read_is_not_said(odt, word):
    hidden = text_style("T9", 'text:display="none"')
    essay = read(odt(f"<text:p>Before {LEFT_OUT[word]} after.</text:p>{BODY}", automatic=hidden))
    assert " ".join(said(essay)[0].split()) == "Before after."


def test_deleted_text_is_not_said(odt):
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
    essay = read(odt(f"{deleted}</text:changed-region></text:tracked-changes>{BODY}"))
    assert said(essay) == [PROSE.strip()]


def test_styles_and_levels_say_what_a_paragraph_is(odt):
    styles = (
        '<style:style style:name="Title" style:family="paragraph"/>'
        '<style:style style:name="Quotations" style:family="paragraph"/>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
        '<style:style style:name="Mine" style:family="paragraph" style:default-outline-level="2"/>'
    )
    body = (
        '<text:p text:style-name="Title">On Mills</text:p><text:h text:outline-level="1">First</text:h>'
        f'{BODY}<text:p text:style-name="P1">Quoted.</text:p><text:p text:style-name="Mine">Second</text:p>{BODY}'
    )
    essay = read(odt(body, styles=styles))
    kinds = {block.text: block.kind for block in essay.blocks}
    assert essay.title == "On Mills"
    assert (kinds["First"], kinds["Second"], kinds["Quoted."]) == (Kind.HEADING, Kind.HEADING, Kind.QUOTATION)


def test_lists_keep_their_numbers_and_their_depth(odt):
    inner = "<text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>three</text:p>'
        f"{inner}</text:list-item><text:list-item><text:p>four</text:p><text:p>more</text:p></text:list-item></text:list>"
        f'{BODY}<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>five</text:p>'
        "</text:list-item></text:list>"
    )
    data = odt(body, automatic=NUMBERED)
    page = page_of("odt", data, "essay.odt")
    assert '<ol start="3"><li>three<ul><li>deep</li></ul></li><li>four<br><br>more</li></ol>' in page
    assert '<ol start="5"><li>five' in page
    levels = {block.text: (block.kind, block.level) for block in read(data).blocks}
    assert (levels["deep"], levels["four"]) == ((Kind.LIST_ITEM, 2), (Kind.LIST_ITEM, 1))


def test_notes_tables_contents_and_formulas_are_told(odt):
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A source.</text:p>"
        "</text:note-body></text:note>"
    )
    formula = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    body = (
        "<text:table-of-content><text:index-body><text:p>First 1</text:p></text:index-body></text:table-of-content>"
        f"<text:p>A claim{note}. So {formula} holds.</text:p>{BODY}"
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><mo>=</mo><mi>mc</mi></math>'
    essay = read(odt(body, **{"Object 1/content.xml": math}))
    assert said(essay)[0].startswith("A claim.")
    told = [Reason.FOOTNOTE, Reason.NAVIGATION, Reason.FORMULA, Reason.TABLE]
    wanted = ["A source.", "First 1", "E=mc", "cell"]
    assert all(words in skipped(essay, reason) for words, reason in zip(wanted, told, strict=True))


def test_a_frame_of_text_is_read_behind_its_paragraph(odt):
    frame = "<draw:frame><draw:text-box><text:p>In the frame.</text:p></draw:text-box></draw:frame>"
    assert said(read(odt(f"<text:p>{frame}Its paragraph.</text:p>{BODY}")))[:2] == ["Its paragraph.", "In the frame."]


def test_a_passage_in_another_language_is_marked(odt):
    french = text_style("T1", 'fo:language="fr" fo:country="FR"')
    body = f'<text:p>{PROSE}<text:span text:style-name="T1">tout va bien</text:span>.</text:p>{BODY}'
    essay = read(odt(body, styles=ENGLISH, automatic=french))
    assert essay.language == "en-gb"
    assert [run.text for run in essay.blocks[0].runs if run.lang] == ["tout va bien"]


def test_powers_are_said(odt):
    raised = text_style("T1", 'style:text-position="super 58%"')
    body = f'<text:p>It is 10<text:span text:style-name="T1">2</text:span> metres.</text:p>{BODY}'
    assert said(read(odt(body, automatic=raised)))[0] == "It is 10² metres."


def test_who_wrote_it_first_is_its_author_and_no_day_is_taken_for_a_date(odt):
    meta = (
        "<dc:title>On Mills</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>"
        "<dc:creator>An Editor</dc:creator><dc:date>2020-01-01</dc:date>"
        "<meta:creation-date>2019-01-01</meta:creation-date>"
    )
    essay = read(odt(BODY, meta=meta))
    assert (essay.title, essay.author, essay.date) == ("On Mills", "Jane Doe", None)


def test_a_text_in_one_file_of_xml_is_read(odt):
    flat = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="o" xmlns:text="t"><office:body>'
        f"<office:text>{BODY}</office:text></office:body></office:document>"
    )
    assert said(read(flat.encode(), "-")) == [PROSE.strip()]


def test_the_content_tells_and_not_the_name(odt, archived):
    assert kind_of(odt(BODY), "-") == "odt"
    sheet = archived({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    with pytest.raises(PodcastError, match="not text"):
        read_essay(sheet, "sheet.odt")


def test_damaged_and_locked_ones_are_refused(odt):
    with pytest.raises(PodcastError, match="damaged"):
        read_essay(odt(BODY)[:300], "essay.odt")
    locked = odt(BODY, **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(PodcastError, match="password"):
        read_essay(locked, "essay.odt")


def test_whatever_bit_is_damaged_it_is_read_or_refused(odt):
    whole = odt(BODY)
    for at in range(0, len(whole), 7):
        with suppress(PodcastError):
            read_essay(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :], "essay.odt")
