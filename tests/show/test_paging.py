from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from podcast.show.paging import ListPage, list_pages

MANY = st.integers(0, 200)
SIZES = st.integers(1, 30)


def made(count, size):
    return list_pages(list(range(count, 0, -1)), size, "first", "page-{}")


@given(MANY, SIZES)
def test_the_pages_are_the_list(count, size):
    assert [member for page in made(count, size) for member in page.members] == list(range(count, 0, -1))


@given(MANY, SIZES)
def test_one_more_changes_only_the_first_page_or_adds_one_after_it(count, size):
    before = {page.name: page.members for page in made(count, size)[1:]}
    after = {page.name: page.members for page in made(count + 1, size)[1:]}
    assert before.items() <= after.items()
    assert len(after) - len(before) in (0, 1)


@given(MANY, SIZES)
def test_no_page_is_nearly_empty_and_none_too_long(count, size):
    first, *others = made(count, size)
    assert min(count, size) <= len(first.members) < 2 * size
    assert {len(page.members) for page in others} <= {size}


@given(MANY, SIZES)
def test_pages_lead_to_each_other(count, size):
    pages = made(count, size)
    for newer, older in pairwise(pages):
        assert (newer.older, older.newer) == (older.name, newer.name)
        assert (newer.newest, newer.oldest) == (pages[0].name, pages[-1].name)
    assert pages[0].newer == pages[-1].older == ""
    assert [page.name for page in pages] == ["first", *(f"page-{number}" for number in range(len(pages) - 1, 0, -1))]


def test_one_page_leads_nowhere():
    assert [page.ways for page in made(3, 10)] == [("first", "", "", "", "")]
    assert ListPage("first", ()).ways == ("first", "", "", "", "")


def test_of_three_pages_each_tells_where_the_others_are():
    assert [page.ways for page in made(7, 2)] == [
        ("first", "first", "", "page-2", "page-1"),
        ("page-2", "first", "first", "page-1", "page-1"),
        ("page-1", "first", "page-2", "", "page-1"),
    ]
