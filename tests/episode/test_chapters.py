import pytest

from podcast.episode.chapters import chapters
from podcast.episode.timeline import Placed, Timeline
from podcast.text.essay import Kind
from podcast.text.reading import read_essay
from podcast.text.script import Script, write_script

H, P = Kind.HEADING, Kind.PARAGRAPH


@pytest.fixture
def made(segment):
    """Chapters of an essay of (kind, text, level), a second for each segment, after a second of welcome."""

    def make(*blocks):
        segments = [segment(kind, index, text, level) for index, (kind, text, level) in enumerate(blocks)]
        welcome = Placed(None, "", 0, 40000, (), is_timed=True)
        placed = [
            Placed(i, "", (i + 1) * 44100, (i + 1) * 44100 + 40000, (), is_timed=True) for i in range(len(segments))
        ]
        found = chapters("Title", Script(tuple(segments), ()), Timeline((welcome, *placed), 999))
        return [(chapter.start_ms, chapter.title) for chapter in found]

    return make


def test_headings_begin_chapters_and_what_comes_before_has_the_title(made):
    assert made((P, "a", 0), (H, "One", 2), (P, "b", 0), (H, "Two", 2)) == [(0, "Title"), (2000, "One"), (4000, "Two")]


def test_an_essay_that_begins_with_a_heading_begins_with_its_chapter(made):
    assert made((H, "One", 2), (P, "b", 0), (H, "Two", 2)) == [(0, "One"), (3000, "Two")]


def test_a_sting_belongs_to_the_chapter_that_it_leads_to(segment):
    segments = tuple(
        segment(kind, i, "text", level) for i, (kind, level) in enumerate([(P, 0), (H, 2), (P, 0), (H, 2)])
    )
    # The opening, two segments, a sting before the first of two headings, and one after that heading.
    order = [None, 0, None, 1, None, 2, 3]
    placed = tuple(Placed(s, "", i * 44100, i * 44100 + 9, (), is_timed=True) for i, s in enumerate(order))
    found = chapters("Title", Script(segments, ()), Timeline(placed, 999))
    assert [chapter.start_ms for chapter in found] == [0, 2000, 6000]


def test_no_chapters_are_invented(made):
    assert made((P, "a", 0), (P, "b", 0)) == []


def test_only_the_two_highest_levels_count(made):
    assert [title for _, title in made((H, "One", 2), (H, "Sub", 3), (H, "Subsub", 4), (P, "x", 0))] == ["One", "Sub"]


def test_a_heading_of_two_segments_is_one_chapter(segment):
    segments = [segment(H, 0, "A very long", 1), segment(H, 0, "heading", 1), segment(P, 1, "text")]
    placed = tuple(Placed(i, "", i * 44100, i * 44100 + 1, (), is_timed=True) for i in range(3))
    (chapter,) = chapters("Title", Script(tuple(segments), ()), Timeline(placed, 999))
    assert chapter.title == "A very long heading"


def test_there_are_never_more_than_a_table_of_contents_can_count(made):
    assert len(made(*[(H, str(number), 2) for number in range(300)])) == 254
    mixed = made(*[(H, str(number), 2 + number % 2) for number in range(300)], (P, "x", 0))
    assert len(mixed) == 150  # the highest level alone


def test_a_first_heading_too_fine_for_a_chapter_lends_its_place_to_none(made):
    found = made((H, "Aside", 4), (P, "a", 0), (H, "One", 2), (P, "b", 0), (H, "Two", 2))
    assert found == [(0, "Title"), (3000, "One"), (5000, "Two")]


ILLUSTRATED = """\
![A map](cover.png)

Before.

## [The gauge](https://example.org/gauge)

Text. ![](pics/gauge.jpg "The gauge at noon") ![](second.jpg)

## The [lake](https://example.org/lake) below

![The lake at dawn][lake] ![](<the lake.webp>)

## Nothing

Here.

[lake]: https://example.org/lake.jpg
"""


def test_a_chapter_has_its_heading_s_link_and_the_first_image_under_it():
    script = write_script(read_essay(ILLUSTRATED.encode(), "x.md"), says_title=True)
    placed = tuple(
        Placed(i, segment.text, i * 44100, i * 44100 + 1, (), is_timed=True)
        for i, segment in enumerate(script.segments)
    )
    found = chapters("Title", script, Timeline(placed, 999))
    assert [(chapter.title, chapter.url, chapter.image_url) for chapter in found] == [
        ("Title", "", ""),
        ("The gauge", "https://example.org/gauge", "pics/gauge.jpg"),
        ("The lake below", "", "the lake.webp"),
        ("Nothing", "", ""),
    ]


def test_a_web_page_s_images_count_too():
    page = b"<article><h1>T</h1><h2>One</h2><p>Text.</p><img src='a.png' alt=''><h2>Two</h2><p>More.</p></article>"
    script = write_script(read_essay(page, "x.html"), says_title=True)
    placed = tuple(Placed(i, "", i * 44100, i * 44100 + 1, (), is_timed=True) for i in range(len(script.segments)))
    assert [chapter.image_url for chapter in chapters("T", script, Timeline(placed, 999))] == ["", "a.png", ""]
