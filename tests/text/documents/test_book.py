import pytest

from podcast.errors import PodcastError
from podcast.text.documents.book.reader import chapters_of
from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def read(data, chapters=""):
    essay = read_essay(data, "rivers.epub", chapters=chapters)
    assert not partition_faults(essay)
    return essay


def said(essay):
    return "\n".join(block.text for block in essay.blocks)


def skipped(essay, reason):
    return "\n".join(skip.text for skip in essay.skips if skip.reason is reason)


@pytest.fixture
def two_chapters(maker):
    files = {
        "c1.xhtml": f"<h1>The Source</h1>{maker.prose('Brook')}",
        "c2.xhtml": f"<h1>The Mouth</h1>{maker.prose('Delta')}",
    }
    return maker.book(files, [("The Source", "c1.xhtml"), ("The Mouth", "c2.xhtml")])


def test_a_book_says_what_it_is_called_and_who_wrote_it(maker):
    facts = (
        "<dc:title>On Rivers</dc:title><dc:creator opf:role='aut'>Doe, Jane</dc:creator>"
        "<dc:creator opf:role='ill'>Ann Artist</dc:creator><dc:language>de</dc:language>"
        "<dc:date opf:event='conversion'>2023-01-01</dc:date><dc:date opf:event='publication'>2004-05-06</dc:date>"
        "<dc:description>&lt;p&gt;Of water.&lt;/p&gt;</dc:description>"
    )
    essay = read(maker.book({"a.xhtml": maker.prose("Der Bach")}, facts=facts))
    assert (essay.title, essay.author, essay.language, essay.description) == (
        "On Rivers",
        "Jane Doe",
        "de",
        "Of water.",
    )
    assert (essay.date.year, essay.date.month) == (2004, 5)


@pytest.mark.parametrize(("date", "told"), [("2023-01-01T10:00:00Z", None), ("2023-01-01", 2023)])
def test_a_date_that_is_when_the_file_was_made_is_not_when_it_was_published(maker, date, told):
    made = '<meta property="dcterms:modified">2023-01-01T10:00:00Z</meta>'
    book = maker.book({"a.xhtml": maker.prose("Brook")}, facts=f"<dc:title>B</dc:title><dc:date>{date}</dc:date>{made}")
    found = read(book).date
    assert (found and found.year) == told


def test_chapters_come_in_the_order_of_the_spine(two_chapters):
    text = said(read(two_chapters))
    assert text.index("Brook 0") < text.index("Brook 7") < text.index("The Mouth") < text.index("Delta 0")


def test_a_chapter_alone_has_its_own_title_and_the_books_author(two_chapters):
    essay = read(two_chapters, "2")
    assert (essay.title, essay.author) == ("The Mouth", "Jane Doe")
    assert "Delta" in said(essay)
    assert "Brook" not in essay.source


def test_chapters_that_are_not_there_are_refused(two_chapters):
    with pytest.raises(PodcastError, match="no chapter 3"):
        read(two_chapters, "3")


def test_only_a_book_has_chapters():
    with pytest.raises(PodcastError):
        read_essay(b"# Rivers\n\nThey bend.", "rivers.md", chapters="1")


@pytest.mark.parametrize("ncx", [True, False])
def test_what_stands_around_the_chapters_is_left_out_and_listed(maker, ncx):
    files = {
        "cover.xhtml": '<img src="cover.jpg" alt="A bridge over water"/>',
        "t.xhtml": "<h1>On Rivers</h1><p>Jane Doe</p>",
        "legal.xhtml": "<p>Copyright © 2020 Jane Doe. All rights reserved. ISBN 123.</p>",
        "c.xhtml": '<p>Contents</p><p><a href="c1.xhtml">The Source</a></p><p><a href="c2.xhtml">The Mouth</a></p>',
        "c1.xhtml": f"<h1>The Source</h1>{maker.prose('Brook')}",
        "c2.xhtml": f"<h1>The Mouth</h1>{maker.prose('Delta')}",
        "i.xhtml": "<h1>Index</h1>" + "".join(f"<p>brook {page}, {page + 1}</p>" for page in range(20)),
        "popup.xhtml|": "<p>A picture, larger.</p>",
    }
    table = [("Cover", "cover.xhtml"), ("The Source", "c1.xhtml"), ("The Mouth", "c2.xhtml"), ("Index", "i.xhtml")]
    book = maker.book(files, table, ncx=ncx)
    essay = read(book)
    assert chapters_of(book, "rivers.epub") == ("The Source", "The Mouth")
    assert said(essay).startswith("The Source")
    assert said(essay).endswith("down to the sea.")
    assert all(word in skipped(essay, Reason.FURNITURE) for word in ("Jane Doe", "ISBN 123", "brook 3, 4"))


def test_a_list_of_chapters_that_is_called_contents_in_a_story_is_text(maker):
    files = {
        "c1.xhtml": f"<h1>Contents</h1>{maker.prose('The drawer', 80)}",
        "c2.xhtml": f"<h1>Keys</h1>{maker.prose('A')}",
    }
    book = maker.book(files, [("Contents", "c1.xhtml"), ("Keys", "c2.xhtml")])
    assert chapters_of(book, "keys.epub") == ("Contents", "Keys")


def test_notes_are_footnotes_wherever_they_stand(maker):
    files = {
        "c1.xhtml": '<h1>One</h1><p>It bends<a epub:type="noteref" href="#n">*</a> here'
        '<sup><a href="n.xhtml#e">2</a></sup>.</p>'
        '<aside epub:type="footnote" id="n"><p>Below the page.</p></aside><aside><p>A box of text.</p></aside>',
        "c2.xhtml": f"<h1>Two</h1>{maker.prose('Delta')}",
        "n.xhtml": '<h1>Notes</h1><p id="e"><a href="c1.xhtml#r">2</a> At the end.</p>'
        '<p><a href="c1.xhtml#s">3</a> Ibid.</p>',
    }
    essay = read(maker.book(files, [("One", "c1.xhtml"), ("Two", "c2.xhtml"), ("Notes", "n.xhtml")]))
    assert "It bends here." in said(essay)
    assert "A box of text." in said(essay)
    notes = skipped(essay, Reason.FOOTNOTE)
    assert "Below the page." in notes
    assert "At the end." in notes


def test_a_chapter_in_several_files_and_several_in_one(maker):
    files = {
        "a_split_000.html": f"<h2>Chapter One</h2>{maker.prose('Brook')}",
        "a_split_001.html": maker.prose("Stream"),
        "b.html": f'<div><h2><a id="two"/>Chapter Two</h2>{maker.prose("River")}</div>'
        f'<div class="c"><p id="three">Chapter Three</p>{maker.prose("Delta")}</div>',
    }
    table = [("Chapter One", "a_split_000.html"), ("Chapter Two", "b.html#two"), ("Chapter Three", "b.html#three")]
    book = maker.book(files, table)
    one, two, three = (read(book, number) for number in "123")
    assert "Stream 7" in said(one)
    assert said(two).startswith("Chapter Two\nRiver 0")
    assert said(two).endswith("sea.")
    assert three.blocks[0].kind == "heading"
    assert "Delta 7" in said(three)


def test_sections_are_no_chapters_and_a_part_belongs_to_its_first(maker):
    files = {
        "p1.xhtml": "<h1>Part One</h1><p>A motto.</p>",
        "c1.xhtml": f'<h2>1</h2>{maker.prose("Brook")}<h3 id="s">Stones</h3>{maker.prose("Stone")}',
        "p2.xhtml": "<h1>Part Two</h1>",
        "c2.xhtml": f"<h2>1</h2>{maker.prose('Delta')}",
    }
    table = [
        ("Part One", "p1.xhtml", [("1", "c1.xhtml", [("Stones", "c1.xhtml#s")])]),
        ("Part Two", "p2.xhtml", [("1", "c2.xhtml")]),
    ]
    book = maker.book(files, table)
    assert chapters_of(book, "rivers.epub") == ("Part One, 1", "Part Two, 1")
    assert "A motto." in said(read(book, "1"))
    assert "Stone 7" in said(read(book, "1"))


def test_without_a_table_chapters_stand_where_the_highest_headings_do(maker):
    body = f"<h1>On Rivers</h1><h2>Brooks</h2>{maker.prose('Brook')}<h2>Deltas</h2>{maker.prose('Delta')}"
    assert chapters_of(maker.book({"a.xhtml": body}), "rivers.epub") == ("Brooks", "Deltas")


def test_a_preface_that_the_table_leaves_out_is_a_chapter_and_a_motto_is_none(maker):
    files = {
        "ded.xhtml": "<p>For my mother.</p>",
        "pre.xhtml": f"<h1>Preface</h1>{maker.prose('Water', 40)}",
        "c1.xhtml": f"<h1>One</h1>{maker.prose('Brook')}",
        "c2.xhtml": f"<h1>Two</h1>{maker.prose('Delta')}",
    }
    book = maker.book(files, [("One", "c1.xhtml"), ("Two", "c2.xhtml")])
    assert chapters_of(book, "rivers.epub") == ("Preface", "One", "Two")
    assert said(read(book)).startswith("For my mother.")


def test_the_librarys_own_words_are_no_part_of_its_book(maker):
    start = (
        '<section class="pg-boilerplate pgheader" id="pg-header"><h2>The Project Gutenberg eBook of On Rivers</h2>'
        "<p>This ebook is for the use of anyone anywhere.</p>"
        "<div>*** START OF THE PROJECT GUTENBERG EBOOK ***</div></section>"
    )
    end = '<section id="pg-footer"><h2 id="l">THE FULL PROJECT GUTENBERG LICENSE</h2><p>To protect.</p></section>'
    files = {
        "a.xhtml": f'{start}<h2 id="one">Chapter I</h2>{maker.prose("Brook")}'
        '<p>On <span class="pagenum">[3]</span>and on.</p>',
        "b.xhtml": f'<h2 id="two">Chapter II</h2>{maker.prose("Delta")}{end}',
    }
    table = [
        ("Chapter I", "a.xhtml#one"),
        ("Chapter II", "b.xhtml#two"),
        ("THE FULL PROJECT GUTENBERG LICENSE", "b.xhtml#l"),
    ]
    book = maker.book(files, table)
    text = said(read(book))
    assert chapters_of(book, "rivers.epub") == ("Chapter I", "Chapter II")
    assert "On and on." in text
    assert not any(word in text for word in ("anyone anywhere", "Gutenberg", "GUTENBERG", "protect"))


def test_broken_markup_loses_no_words(maker):
    body = "<p>Unclosed <b>bold<p>caf&eacute;&nbsp;au lait <br>line <a id=x/>text <span/>here &unknown; <i>end"
    text = said(
        read(maker.book({"a.xhtml": body, "missing.xhtml": None}, [("X", "../../../etc/passwd"), ("Y", "z.xhtml")]))
    )
    assert all(word in text for word in ("Unclosed", "bold", "café", "line", "text", "here", "&unknown;", "end"))
