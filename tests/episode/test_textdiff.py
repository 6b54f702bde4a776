import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.episode.textdiff import aligned, common, word_diff

WORDS = st.lists(st.sampled_from(["a", "pond", "rests.", "is", "deep,", "水", "é"]), max_size=30).map(" ".join)
ROWS = st.lists(st.integers(0, 9), max_size=25)


def bare(stretches):
    return "".join("".join(text for _, text in stretches).split())


def test_the_words_that_change_stand_apart():
    assert [*word_diff("It has no far shore.", "It has a far shore.")] == [
        ("same", "It has "),
        ("gone", "no "),
        ("new", "a "),
        ("same", "far shore."),
    ]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("", "All new.", [("new", "All new.")]),
        ("All gone.", "", [("gone", "All gone.")]),
        ("The same.", "The same.", [("same", "The same.")]),
        ("A line\nof verse", "A line of verse", [("same", "A line of verse")]),
        ("池水很静", "池水不静", [("same", "池水"), ("gone", "很"), ("new", "不"), ("same", "静")]),
    ],
)
def test_texts_of_all_kinds(before, now, expected):
    assert [*word_diff(before, now)] == expected


@given(WORDS, WORDS)
def test_without_what_is_new_it_is_the_old_one_and_without_what_is_gone_the_new_one(before, now):
    found = [*word_diff(before, now)]
    assert bare(one for one in found if one.fate != "new") == bare([("", before)])
    assert bare(one for one in found if one.fate != "gone") == bare([("", now)])
    assert all(text for _, text in found)


def test_a_book_without_paragraphs_is_compared_in_a_moment(patient):
    words = [f"word{number % 997} and" for number in range(60_000)]
    other = [*words[:30_000], "changed", *words[30_001:]]
    begun = time.process_time()
    changed = [stretch for stretch in word_diff(" ".join(words), " ".join(other)) if stretch.fate != "same"]
    assert [fate for fate, _ in changed] == ["gone", "new"]
    assert sum(1 for _ in word_diff(" ".join(words), " ".join(reversed(words)))) < 10
    assert time.process_time() - begun < patient(5)


@given(ROWS, ROWS)
def test_what_is_common_is_equal_and_in_order(before, now):
    pairs = [*common(before, now)]
    assert all(before[i] == now[j] for i, j in pairs)
    for side in zip(*pairs, strict=True):
        assert list(side) == sorted(set(side))


@given(ROWS)
def test_of_two_that_are_the_same_all_is_common(row):
    assert [*common(row, row)] == [(index, index) for index in range(len(row))]


@given(st.permutations(range(12)))
def test_as_much_stays_in_its_order_as_can(row):
    longest = [1] * 12
    for j in range(12):
        longest[j] += max((longest[i] for i in range(j) if row[i] < row[j]), default=0)
    assert len([*common(range(12), row)]) == max(longest)


def test_one_that_moved_is_all_that_is_not_common():
    assert [now for _, now in common("abcdefg", "acdefbg")] == [0, 1, 2, 3, 4, 6]


def test_a_reworded_text_is_found_again():
    before = ["Ponds rest.", "A lake is a pond that pretends.", "Rivers bend."]
    now = ["The sea is far.", "A lake is only a pond that pretends.", "Rivers bend and bend."]
    assert aligned(before, now) == [(1, 1), (2, 2)]
    assert aligned(["A bend, and its bank"], ["A Bend."]) == [(0, 0)]
    assert aligned([], now) == aligned(before, []) == aligned(["Ponds rest."], ["Rivers bend."]) == []


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
@settings(max_examples=50)
def test_pairs_ascend(before, now):
    for side in zip(*aligned(before, now), strict=True):
        assert list(side) == sorted(set(side))


def test_two_books_of_which_nothing_is_the_same_are_not_compared_for_minutes(patient):
    begun = time.process_time()
    assert aligned([f"One {n} of many." for n in range(2000)], [f"Another {n} of few." for n in range(2000)]) == []
    assert time.process_time() - begun < patient(1)
