import pytest

from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

ONE = "The mill stood where the road began, and nobody had told the miller about it until"
TWO = "the carts came down the hill, one behind the other, with their lamps already lit."
THREE = "Nobody spoke that night. The miller counted them, and then he counted them once more."


def said(text):
    essay = read_essay(text.encode(), "essay.txt")
    assert partition_faults(essay) == []
    return [block.text for block in essay.blocks]


@pytest.mark.parametrize(
    "number",
    [
        *(" " * 30 + "3", " " * 30 + "- 3 -", "- 3 -", "Page 3", "Page 3 of 12", "Seite 3 von 12", "página 3"),
        *("第3页", "3ページ"),
    ],
)
def test_a_page_number_is_not_said_and_parts_no_sentence(number):
    assert said(f"{ONE}\n\n{number}\n\n{TWO}\n\n{THREE}") == [f"{ONE} {TWO}", THREE]
    assert said(f"{ONE}\n{number}\n{TWO}\n\n{THREE}") == [f"{ONE} {TWO}", THREE]


def test_a_running_head_that_returns_beside_page_numbers_is_not_said():
    page = " " * 30
    text = f"{ONE}\n{page}3\nLocal Papers    No. 12\n\n{TWO}\n\n{THREE}\n\n{page}4\nLocal Papers    No. 12\n\n{THREE}"
    assert said(text) == [f"{ONE} {TWO}", THREE, THREE]


def test_heads_behind_form_feeds_need_no_number_of_their_own():
    text = f"{ONE}\n\fTHE MILLER    13\n\n{TWO}\n\n{THREE}\n\n\fTHE MILLER    15\n\n{THREE}"
    assert said(text) == [f"{ONE} {TWO}", THREE, THREE]


def test_a_page_ends_a_paragraph_where_the_sentence_ends():
    assert said(f"{THREE}\n\n{' ' * 30}3\n\nThen they slept, all of them.") == [THREE, "Then they slept, all of them."]


@pytest.mark.parametrize(
    "text",
    [
        f"- 1 -\n\n{ONE} {TWO}\n\n- 2 -\n\n{THREE}",  # parts
        f"3\n\n{ONE} {TWO}\n\n4\n\n{THREE}",
        f"Day 1\n\n{ONE} {TWO}\n\nDay 2\n\n{THREE}",
        f"{ONE} {TWO}\n\nPage 3 was missing, he said, and so was the next.",
    ],
)
def test_other_numbers_are_said(text):
    numbers = [sign for sign in text.split() if sign.isdigit()]
    assert [sign for block in said(text) for sign in block.split() if sign.isdigit()] == numbers


def test_a_line_beside_one_page_number_is_the_writers():
    text = f"{THREE}\n\nThe end of the road\n{' ' * 30}3\n\n{THREE}\n\nMore.\n{' ' * 30}4\n\n{THREE}"
    assert "The end of the road" in said(text)
