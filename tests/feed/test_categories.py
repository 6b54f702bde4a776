import pytest

from feed.categories import CATEGORIES, is_category, nearest_categories


def test_the_table_is_whole():
    assert len(CATEGORIES) == 19
    assert sum(len(subs) for subs in CATEGORIES.values()) == 91
    assert all(len(set(subs)) == len(subs) for subs in CATEGORIES.values())


@pytest.mark.parametrize("text", ["Society & Culture", "Society & Culture > Philosophy", "TV & Film > TV Reviews"])
def test_a_category_is_one(text):
    assert is_category(text)


@pytest.mark.parametrize("text", ["", "arts", "Philosophy", "Arts > Philosophy", "Arts >", "Arts > Books > Old"])
def test_anything_else_is_none(text):
    assert not is_category(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("arts", "Arts"),
        ("society and culture", "Society & Culture"),
        ("Philosofy", "Society & Culture > Philosophy"),
        ("society & culture: philosophy", "Society & Culture > Philosophy"),
        ("Howto", "Education > How To"),
        ("books", "Arts > Books"),
    ],
)
def test_the_nearest_category_is_what_was_meant(text, meant):
    assert nearest_categories(text)[0] == meant


def test_nonsense_is_near_nothing():
    assert nearest_categories("qzxv") == ()
    assert nearest_categories("") == ()


def test_every_suggestion_is_a_category():
    assert all(is_category(name) for text in ("history", "news", "fiction") for name in nearest_categories(text))
