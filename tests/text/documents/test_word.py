"""Word's documents, those of python-docx and those of XML that it doesn't write."""

import re
from io import BytesIO

import docx as python_docx
import pytest

from podcast.errors import PodcastError
from podcast.text.documents.kinds import kind_of, page_of
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

PROSE = "A river never runs straight, and whoever tried to make it do so has had to learn the lesson again. " * 2
LANGUAGE = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault></w:docDefaults>"


def t(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def field(code, *result):
    def sign(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        sign("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + sign("separate")
        + "".join(result)
        + sign("end")
    )


def drawn(alt):
    return f'<w:r><w:drawing><wp:inline><wp:docPr descr="{alt}"/></wp:inline></w:drawing></w:r>'


def style(name, kind="paragraph", inner="", based_on=""):
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{base}{inner}</w:style>'
    )


def styled(name, *runs):
    return p(*runs, properties=f'<w:pStyle w:val="{name}"/>')


def read(data, name="essay.docx"):
    essay = read_essay(data, name)
    assert partition_faults(essay) == []
    return essay


def said(essay):
    return [block.text.strip() for block in essay.blocks]


def skipped(essay, reason):
    return " ".join(skip.text for skip in essay.skips if skip.reason is reason)


@pytest.fixture(scope="module")
def written():
    """As python-docx writes it, whose template has Word's own styles."""
    document = python_docx.Document()
    document.core_properties.title = "Word Document"
    document.add_paragraph("Why Rivers Bend", "Title")
    document.add_paragraph("By Jane Doe")
    document.add_paragraph("May 4, 2021")
    document.add_heading("First", 1)
    paragraph = document.add_paragraph(PROSE + "It is 10")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" metres deep.")
    document.add_paragraph("To bend is to live.", "Intense Quote")
    for text in ("One", "Two"):
        document.add_paragraph(text, "List Number")
    document.add_paragraph("Between.")
    document.add_paragraph("Three", "List Number")
    document.add_paragraph("Alpha", "List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "a cell"
    document.add_paragraph().add_run("The Mill").bold = True
    document.add_paragraph(PROSE)
    document.add_paragraph("* * *")
    document.add_paragraph("The end of it.")
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_document_is_read_as_its_styles_say(written):
    essay = read(written)
    kinds = {block.text.strip(): block.kind for block in essay.blocks}
    assert (essay.title, essay.author, essay.date.date().isoformat()) == ("Why Rivers Bend", "Jane Doe", "2021-05-04")
    assert kinds["To bend is to live."] is Kind.QUOTATION
    assert kinds["Two"] is kinds["Three"] is kinds["Alpha"] is Kind.LIST_ITEM
    assert kinds["First"] is Kind.HEADING
    assert any("It is 10² metres deep." in text for text in kinds)
    assert "a cell" in skipped(essay, Reason.TABLE)


def test_a_line_all_in_bold_is_a_heading(written):
    assert next(block.kind for block in read(written).blocks if block.text == "The Mill") is Kind.HEADING


def test_a_list_that_goes_on_below_a_paragraph_goes_on_counting(written):
    assert '<ol start="3"><li>Three' in page_of("docx", written, "essay.docx")


def test_a_name_says_nothing_and_the_content_all(written):
    assert read(written, "-").title == read(written, "ESSAY.DOC").title == "Why Rivers Bend"


def test_bold_says_nothing_where_all_is_bold(docx):
    bold = "<w:b/>"
    essay = read(docx(p(t("A short line", bold)) + p(t(PROSE, bold)) + p(t("Another line", bold)) + p(t(PROSE, bold))))
    assert {block.kind for block in essay.blocks} == {Kind.PARAGRAPH}


#: Words that must be said, in everything that Word puts around text.
WITHIN = {
    "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{t('control')}</w:sdtContent></w:sdt>",
    "tag": f"<w:smartTag>{t('tag')}</w:smartTag>",
    "inserted": f"<w:ins>{t('inserted')}</w:ins>",
    "arrived": f"<w:moveTo>{t('arrived')}</w:moveTo>",
    "linked": f'<w:hyperlink r:id="link">{t("linked")}</w:hyperlink>',
    "fielded": field(' HYPERLINK "https://example.org/" ', t("fielded")),
    "reference": field(" REF _Ref1 ", t("reference")),
    "simple": f'<w:fldSimple w:instr=" AUTHOR ">{t("simple")}</w:fldSimple>',
    "order": f'<w:bdo w:val="ltr">{t("order")}</w:bdo>',
    "future": f"<w:nobodyKnows><w:thisOne>{t('future')}</w:thisOne></w:nobodyKnows>",
    "base": f"<w:r><w:ruby><w:rt>{t('above')}</w:rt><w:rubyBase>{t('base')}</w:rubyBase></w:ruby></w:r>",
    "mill": drawn("An old mill"),
    "α": '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
    "custom": f"<w:customXml>{t('custom')}</w:customXml>",
}


@pytest.mark.parametrize("word", WITHIN)
def test_words_are_said_whatever_stands_around_them(docx, word):
    essay = read(docx(p(t("Before "), WITHIN[word], t(" after.")) + p(t(PROSE))))
    assert re.fullmatch(rf"Before .*\b{word} after\.", said(essay)[0])


#: What is left out, by a word of it, where it stands, and what is told of it: empty where the page doesn't have it.
LEFT_OUT = {
    "deleted": ("<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>", None),
    "departed": (f"<w:moveFrom>{t('departed')}</w:moveFrom>", None),
    "hidden": (t("hidden", "<w:vanish/>"), None),
    "prompt": (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{t('prompt')}</w:sdtContent></w:sdt>", None),
    "1234": (field(" PAGE ", t("1234")), None),
    "E=mc": ("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", Reason.FORMULA),
    "automatically": (drawn("A tree. Description automatically generated"), Reason.IMAGE),
}


@pytest.mark.parametrize("word", LEFT_OUT)
def test_what_a_reader_of_the_document_does_not_read_is_not_said(docx, word):
    written, reason = LEFT_OUT[word]
    essay = read(docx(p(t("Before "), written, t(" after.")) + p(t(PROSE))))
    assert not any(word in text for text in said(essay))
    assert reason is None or word in skipped(essay, reason)


def test_notes_are_told_as_footnotes_with_their_marks(docx):
    own = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>'
    marks = f'<w:r><w:footnoteReference w:id="2"/></w:r>{own}'
    essay = read(
        docx(
            p(t("A claim"), marks, t(".")) + p(t(PROSE)),
            footnotes=f'<w:footnote w:id="0" w:type="separator">{p()}</w:footnote>'
            f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", t("A source."))}</w:footnote>',
            endnotes=f'<w:endnote w:id="5">{p(t("An aside."))}</w:endnote>',
        )
    )
    assert said(essay)[0] == "A claim."
    told = skipped(essay, Reason.FOOTNOTE)
    assert all(word in told for word in ("1", "*", "A source.", "An aside."))


def test_a_text_box_is_read_once_behind_its_paragraph(docx):
    box = f"<w:txbxContent>{p(t('In the box.'))}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert said(read(docx(p(shape, t("Its paragraph.")) + p(t(PROSE)))))[:2] == ["Its paragraph.", "In the box."]


def test_a_pull_quote_is_not_said_twice(docx):
    box = f"<w:txbxContent>{p(t('A river never runs straight'))}</w:txbxContent>"
    essay = read(docx(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>", t(PROSE))))
    assert sum("never runs straight" in text for text in said(essay)) == 1
    assert "A river" in skipped(essay, Reason.FURNITURE)


def test_contents_are_navigation_and_their_lines_no_headings(docx):
    lines = [p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText> TOC </w:instrText></w:r>",
               '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', t("First 1")),
             p(t("Second 2")), p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')]  # fmt: skip
    essay = read(docx("".join(lines) + p(t(PROSE))))
    assert said(essay) == [PROSE.strip()]
    assert skipped(essay, Reason.NAVIGATION).split() == "First 1 Second 2".split()


def test_a_field_that_never_ends_takes_no_words(docx):
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
    assert said(read(docx(p(broken, t("One.")) + p(t(PROSE))))) == ["One.", PROSE.strip()]


def test_a_paragraph_whose_end_was_deleted_goes_on(docx):
    body = p(t("Half a "), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p(t("sentence.")) + p(t(PROSE))
    assert said(read(docx(body)))[0] == "Half a sentence."


@pytest.mark.parametrize(
    ("styles", "used"),
    [
        (style("Überschrift 2"), "Überschrift2"),
        (style("Titre 3"), "Titre3"),
        (style("My own", inner='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), "Myown"),
        (style("heading 2") + style("Mine", based_on="heading2"), "Mine"),
    ],
)
def test_headings_are_known_by_name_in_many_languages_by_level_and_by_what_they_are_based_on(docx, styles, used):
    essay = read(docx(p(t(PROSE)) + styled(used, t("Chapter")) + p(t(PROSE)), styles=styles))
    assert [block.text for block in essay.blocks if block.kind is Kind.HEADING] == ["Chapter"]


@pytest.mark.parametrize("name", ["Quote", "Zitat", "Citation intense", "Block Text"])
def test_quotations_are_known_by_name(docx, name):
    essay = read(docx(p(t(PROSE)) + styled(name.replace(" ", ""), t("Quoted.")) + p(t(PROSE)), styles=style(name)))
    assert essay.blocks[1].kind is Kind.QUOTATION


def test_a_passage_in_another_language_is_marked(docx):
    french = t("tout va bien dans la maison de mon père", '<w:lang w:val="fr-FR"/>')
    essay = read(docx(p(t(PROSE + "They say: "), french, t(".")) + p(t(PROSE)), styles=LANGUAGE))
    assert essay.language == "en-gb"
    assert [run.text for run in essay.blocks[0].runs if run.lang] == ["tout va bien dans la maison de mon père"]


def test_a_mark_of_another_keyboard_is_not_believed(docx):
    english = t(
        "The road was older than the town, and it had been there for as long as they could tell.",
        '<w:lang w:val="de-DE"/>',
    )
    essay = read(docx(p(t(PROSE), english) + p(t(PROSE)), styles=LANGUAGE))
    assert not any(run.lang for block in essay.blocks for run in block.runs)


def test_a_template_in_english_makes_no_english_of_german(docx):
    german = (
        "Der Weg war älter als die Stadt, und er war schon da, als die ersten Häuser an dem Fluss gebaut wurden. " * 3
    )
    assert read(docx(p(t(german)), styles=LANGUAGE)).language == ""


@pytest.mark.parametrize(
    ("core", "title", "author"),
    [
        ("<dc:title>On Mills</dc:title><dc:creator>Jane Doe</dc:creator>", "On Mills", "Jane Doe"),
        ("<dc:title>Microsoft Word - x.doc</dc:title><dc:creator>Windows User</dc:creator>", "Rivers", ""),
        ("<dc:title>Document1</dc:title><dc:creator>Jane Doe;John Roe</dc:creator>", "Rivers", "Jane Doe and John Roe"),
        ("<dc:title>Dokument 2</dc:title><dc:creator>python-docx</dc:creator>", "Rivers", ""),
    ],
)
def test_properties_count_where_a_person_filled_them_in(docx, core, title, author):
    essay = read(docx(p(t(PROSE)) + p(t(PROSE)), core=core), "rivers.docx")
    assert (essay.title, essay.author) == (title, author)


def test_the_day_on_which_a_file_was_created_is_no_date(docx):
    assert read(docx(p(t(PROSE)), core="<dc:created>2009-01-02T03:04:05Z</dc:created>")).date is None


def test_comments_among_the_properties_are_a_note_to_oneself_and_no_summary(docx):
    essay = read(docx(p(t(PROSE)), core="<dc:description>Ask Ben before this goes out.</dc:description>"))
    assert "Ben" not in essay.description + essay.source


def test_a_byline_in_the_text_wins_over_the_properties(docx):
    body = styled("Title", t("On Mills")) + p(t("By Jane Doe")) + p(t(PROSE))
    essay = read(docx(body, styles=style("Title"), core="<dc:creator>Typist Roe</dc:creator>"))
    assert (essay.title, essay.author, said(essay)[-1]) == ("On Mills", "Jane Doe", PROSE.strip())


def test_links_keep_their_targets(docx):
    essay = read(docx(p(t("See "), WITHIN["linked"], t(" and "), WITHIN["fielded"], t(".")) + p(t(PROSE))))
    assert [run.href for run in essay.blocks[0].runs if run.href] == ["https://example.org/"] * 2


def test_every_run_of_text_is_in_the_page(docx):
    body = "".join(p(t(f"{word} "), around) for word, around in WITHIN.items()) + p(t(PROSE))
    page = re.sub(r"<[^>]*>", "", page_of("docx", docx(body), "essay.docx"))
    assert all(text.strip() in page for text in re.findall(r"<w:t[^>]*>([^<]*)</w:t>", body))


def test_broken_documents_are_refused_with_a_sentence(docx, archived, written):
    damaged = [
        written[: len(written) // 2],
        docx("<w:p>").replace(b"</w:p>", b"</w:q>"),
        archived({"word/document.xml": "<a/>"}),
    ]
    for data in damaged:
        with pytest.raises(PodcastError, match="damaged"):
            read_essay(data, "essay.docx")


def test_a_document_that_unpacks_to_far_more_is_refused(archived, monkeypatch):
    monkeypatch.setattr("podcast.text.documents.archive._MOST_BYTES", 1000)
    with pytest.raises(PodcastError, match="too large"):
        read_essay(archived({"word/document.xml": "<w>" + " " * 2000 + "</w>"}), "essay.docx")


def test_entities_are_refused_and_no_file_is_read(archived):
    hostile = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w><body><p><r><t>&x;</t></r></p></body></w>'
    with pytest.raises(PodcastError, match="entities"):
        read_essay(archived({"word/document.xml": hostile}), "essay.docx")


@pytest.mark.parametrize(("stream", "why"), [("WordDocument", "old format"), ("EncryptedPackage", "password")])
def test_old_and_locked_documents_are_refused_with_the_way_out(stream, why):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")
    assert kind_of(data, "essay.doc") == "doc"
    with pytest.raises(PodcastError, match=why):
        read_essay(data, "essay.doc")
