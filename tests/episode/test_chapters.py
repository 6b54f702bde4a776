import pytest

from podcast.episode.chapters import chapters
from podcast.episode.timeline import Placed, Timeline
from podcast.text.essay import Kind

H, P = Kind.HEADING, Kind.PARAGRAPH


@pytest.fixture
def made(segment):
    """Chapters of an essay of (kind, text, level), a second for each segment, after a second of welcome."""

    def make(*blocks):
        segments = [segment(kind, index, text, level) for index, (kind, text, level) in enumerate(blocks)]
        welcome = Placed(None, 0, 40000, (), is_timed=True)
        placed = [Placed(i, (i + 1) * 44100, (i + 1) * 44100 + 40000, (), is_timed=True) for i in range(len(segments))]
        found = chapters("Title", segments, Timeline((welcome, *placed), 999))
        return [(chapter.start_ms, chapter.title) for chapter in found]

    return make


def test_headings_begin_chapters_and_what_comes_before_has_the_title(made):
    assert made((P, "a", 0), (H, "One", 2), (P, "b", 0), (H, "Two", 2)) == [(0, "Title"), (2000, "One"), (4000, "Two")]


def test_an_essay_that_begins_with_a_heading_begins_with_its_chapter(made):
    assert made((H, "One", 2), (P, "b", 0), (H, "Two", 2)) == [(0, "One"), (3000, "Two")]


def test_no_chapters_are_invented(made):
    assert made((P, "a", 0), (P, "b", 0)) == []


def test_only_the_two_highest_levels_count(made):
    assert [title for _, title in made((H, "One", 2), (H, "Sub", 3), (H, "Subsub", 4), (P, "x", 0))] == ["One", "Sub"]


def test_a_heading_of_two_segments_is_one_chapter(segment):
    segments = [segment(H, 0, "A very long", 1), segment(H, 0, "heading", 1), segment(P, 1, "text")]
    placed = tuple(Placed(i, i * 44100, i * 44100 + 1, (), is_timed=True) for i in range(3))
    assert len(chapters("Title", segments, Timeline(placed, 999))) == 1


def test_there_are_never_more_than_a_table_of_contents_can_count(made):
    assert len(made(*[(H, str(number), 2) for number in range(300)])) == 254
    mixed = made(*[(H, str(number), 2 + number % 2) for number in range(300)], (P, "x", 0))
    assert len(mixed) == 150  # the highest level alone


def test_a_first_heading_too_fine_for_a_chapter_lends_its_place_to_none(made):
    found = made((H, "Aside", 4), (P, "a", 0), (H, "One", 2), (P, "b", 0), (H, "Two", 2))
    assert found == [(0, "Title"), (3000, "One"), (5000, "Two")]
