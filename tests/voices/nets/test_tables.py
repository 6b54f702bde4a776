"""hibari's tables, read when they are asked for."""

import gzip
import json
from pathlib import Path

import pytest

from voices.nets.tables import Weights, Words, lexicon, tagger

pytest.importorskip("hibari")


def content(name):
    from hibari.g2p import ASSETS

    return gzip.decompress((Path(ASSETS) / name).read_bytes())


@pytest.fixture(scope="module")
def tagging():
    return content("tagger.json.gz")


def test_every_table_of_weights_is_what_the_file_says_and_so_is_all_else(tagging):
    whole, lazy = json.loads(tagging), tagger(tagging)
    weights = lazy["weights"]
    assert isinstance(weights, Weights)
    assert len(weights) == len(whole["weights"])
    for feature, table in whole["weights"].items():
        assert [*weights.get(feature).items()] == [*table.items()]  # in their order: sums of floats depend on it
    assert {**lazy, "weights": {}} == {**whole, "weights": {}}


@pytest.mark.parametrize("name", ["us_gold", "us_silver", "gb_gold", "gb_silver"])
def test_every_word_of_a_lexicon_sounds_as_the_file_says(name):
    whole = json.loads(content(f"lexicon_{name}.json.gz"))
    words = lexicon(content(f"lexicon_{name}.json.gz"))
    assert isinstance(words, Words)
    assert len(words) == len(whole)
    assert {word: words.get(word) for word in whole} == whole


def test_a_word_that_is_in_no_lexicon_is_not_taken_for_its_neighbour():
    words = lexicon(content("lexicon_us_gold.json.gz"))
    for word in ("", "riverx", "rivers ", "zzzz", "'", "\U0001f600", 'a":"'):
        assert words.get(word) is None
    assert words.get("riverx", "else") == "else"


def test_an_entry_is_read_once_and_what_has_none_has_none(tagging):
    weights = tagger(tagging)["weights"]
    assert weights.get("b") is weights.get("b")
    assert weights.get("no such feature") is None
    assert weights.get("no such feature", 1) == 1


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"a": {"DT": "ɐ", "DEFAULT": "ˈA"}},
        {"a": {"DT": "ɐ"}, "b": "bˈi"},
        {"b": "bˈi", "a": {"DT": "ɐ"}},
        {"b": "bˈi", "a": "ˈA", "ab": "ˈæb", "a b": "ˈA bˈi", "a!": "ˈA"},
        {"b": "bˈi", "c": {"DT": None}, "d": "dˈi"},
        {"b": "b{i}", 'say "b"': "bˈi", "back\\slash": "x"},
        {"a,b": "x", "a:b": ":", "c": ","},
        {"a": None, "b": "bˈi"},
        {"é": "A", "b": ["b", "i"]},
    ],
)
@pytest.mark.parametrize("separators", [(",", ":"), None])
def test_lexicons_that_are_written_otherwise_are_read_as_well(words, separators):
    read = lexicon(json.dumps(words, ensure_ascii=False, separators=separators).encode())
    assert {word: read.get(word) for word in words} == words
    assert len(read) == len(words)


def test_a_tagger_s_file_of_another_kind_is_read_at_once():
    other = {"weights": {"b": {"NN": 1.5}}, "tags": ["NN"]}
    assert tagger(json.dumps(other).encode()) == other
