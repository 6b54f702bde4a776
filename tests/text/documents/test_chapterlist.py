import pytest

from podcast.errors import PodcastError
from podcast.text.documents.book.chapterlist import canonical, chosen


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("3", (3,)), ("3-5", (3, 4, 5)), ("2,4-6", (2, 4, 5, 6)), ("5, 2 – 3,3", (2, 3, 5)), ("8-", (8, 9))],
)
def test_numbers_and_ranges(text, numbers):
    assert chosen(text, 9, "rivers.epub") == numbers


@pytest.mark.parametrize("text", ["", "x", "0", "10", "5-3", "3-10", "-3", "1,,2", "²"])
def test_what_is_no_list_or_not_in_the_book_is_refused(text):
    with pytest.raises(PodcastError):
        chosen(text, 9, "rivers.epub")


@pytest.mark.parametrize(
    ("text", "written"),
    [("3", "3"), (" 4-5,3", "3-5"), ("2,4-6,1", "1-2,4-6"), ("7-", "7-"), ("x y", "xy"), ("5-3", "5-3")],
)
def test_one_choice_is_written_in_one_way(text, written):
    assert canonical(text) == written
