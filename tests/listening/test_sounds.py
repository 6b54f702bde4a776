"""What an ear takes for the same, and what it doesn't."""

import pytest

from podcast.listening.sounds import Ear, sound_alike
from podcast.listening.words import plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lindqvist", "lindquist"),
        ("carwardine", "carwadine"),
        ("kissimmee", "kassimi"),
        ("langbein", "langbine"),
        ("vicksburg", "vixburg"),
        ("belville", "bellvill"),
        ("knight", "nite"),
        ("wright", "rite"),
        ("philip", "filip"),
    ],
)
def test_names_have_many_spellings(one, other):
    assert sound_alike(one, other)
    assert sound_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("london", "boston"), ("ida", "ada"), ("marsh", "match"), ("dombey", "sunday"), ("grant", "gray")],
)
def test_other_names_are_others(one, other):
    assert not sound_alike(one, other)


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        (["sea", "shells"], ["seashells"]),
        (["room", "full"], ["roomful"]),
        (["us"], ["u", "s"]),
        (["plain"], ["plane"]),
        (["there"], ["theyre"]),
        ([plain("flour")], ["flower"]),
    ],
)
def test_compounds_and_homophones_are_the_same_words(written, heard):
    assert Ear().are_alike(written, heard)
    assert Ear().are_alike(heard, written)


def test_only_unusual_words_are_compared_by_sound():
    names = Ear(frozenset({"lindqvist", "nora"}))
    assert names.are_alike(["lindqvist"], ["lind", "quist"])
    assert Ear(frozenset({"dom", "bee"})).are_alike(["dom", "bee"], ["dombie"])
    assert names.are_alike(["nora", "lindqvist"], ["norah", "lindkvist"])
    assert names.are_alike(["lindqvists"], ["lindquists"])
    assert not names.are_alike(["by", "lindqvist"], ["my", "lindquist"])
    assert not Ear().are_alike(["lindqvist"], ["lindquist"])
    assert not names.are_alike(["threat"], ["thread"])


def test_a_long_row_of_the_same_sounds_may_be_cut_into_other_words():
    assert Ear().are_alike(["brook", "in", "a", "meadow"], ["broken", "a", "meadow"])
    assert Ear().are_alike(["on", "steep", "ground"], ["unsteep", "ground"])
    assert not Ear().are_alike(["brook", "in"], ["broken"])
    assert not Ear().are_alike(["brook", "in", "the", "meadow"], ["broken", "a", "meadow"])


def test_nothing_is_like_no_word():
    assert not Ear().are_alike([], ["a"])
    assert not Ear().are_alike(["a"], [])
