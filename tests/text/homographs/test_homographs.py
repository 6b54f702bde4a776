"""Words that are written alike, in sentences of our own: which of their senses is meant."""

import re
from pathlib import Path

import pytest

from podcast.text.homographs import HOMOGRAPHS, accented, senses, tagger
from podcast.text.homographs.forms import with_senses
from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.spoken import spoken

SENTENCES = [
    line.split("\t") for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").strip().splitlines()
]
needs_tagger = pytest.mark.skipif(not tagger.tags(["a"])[0], reason="hibari isn't installed here")


def meant(marked):
    at = marked.index("[")
    return next(sense for sense in senses(marked.replace("[", "").replace("]", ""), "en-us") if sense.start == at)


@needs_tagger
@pytest.mark.parametrize(("name", "marked"), SENTENCES, ids=[marked for _, marked in SENTENCES])
def test_the_sense_that_a_sentence_means(name, marked):
    expected = "noun" if name == "adjective" else name
    assert meant(marked).name == expected


def test_there_are_enough_sentences_and_many_words_in_two_senses():
    assert len(SENTENCES) >= 250
    by_word = {}
    for name, marked in SENTENCES:
        by_word.setdefault(re.search(r"\[(.+)\]", marked)[1].lower(), set()).add(name)
    assert by_word.keys() <= HOMOGRAPHS
    assert sum(len(names) > 1 for names in by_word.values()) >= 100


def told(text, language="en-us"):
    return [(sense.written, sense.ipa) for sense in senses(text, language)]


def test_each_accent_has_its_sounds():
    assert told("We use the record.", "en-gb") == [("use", "ˈjuːz"), ("record", "ˈɹɛkɔːd")]
    assert told("We use the record.", "en-au") == told("We use the record.", "en-gb")
    assert told("We use the record.", "en") == [("use", "ˈjuːz"), ("record", "ˈɹɛkɚd")]
    assert accented("Record", "ˈɹɛkɚd", "en-gb") == "ˈɹɛkɔːd"
    assert accented("record", "ˈɹɛkɔːd", "en-us") == "ˈɹɛkɚd"
    assert accented("river", "x", "en-us") == accented("use", "x", "en-us") == "x"


@pytest.mark.parametrize("language", ["de", "fr", "", "eng"])
def test_other_languages_have_no_english_homographs(language):
    assert senses("Live record, use.", language) == ()


def test_a_word_that_others_hang_on_is_still_one():
    assert told("They don’t use it.") == [("use", "ˈjuːz")]
    assert [sense.written for sense in senses("The record's end, the lives’ record.", "en")] == [
        "record",
        "lives",
        "record",
    ]
    assert told("They 'use' it, ‘record’ it.") == [("use", "ˈjuːz"), ("record", "ɹəˈkɔːɹd")]
    assert senses("Recorders, reuse, misled.", "en") == ()


def test_without_a_tagger_neighbours_decide(monkeypatch):
    monkeypatch.setattr(tagger, "_tagger", lambda: None)
    text = "They use the tools. The use of tools. Critics attribute it to him. You must record the record."
    names = [sense.name for sense in senses(text, "en-us")]
    assert names == ["verb", "noun", "verb", "verb", "noun"]


def test_what_engines_say_by_themselves_they_are_not_told():
    found = senses("He does the number. Two does and a stag.", "en-us")
    assert [sense.is_told for sense in found] == [False, False, True]


def expansions(text, lexicon=()):
    rules = Lexicon.of(lexicon).rules("en-us")
    form = with_senses(spoken(text, "en-us", rules), "en-us")
    return [(text[one.written_start : one.written_end], one.rule, one.ipa) for one in form.expansions]


def test_the_lexicon_overrules():
    entry = LexiconEntry("use", ipa="ˈuːs")
    assert expansions("We use it.", [entry]) == [("use", "lexicon", "ˈuːs")]
    assert expansions("We use it.") == [("use", "homograph", "ˈjuːz")]
    assert expansions("We row it.", [LexiconEntry("row", say="roe")]) == [("row", "lexicon", "")]


def test_what_is_shouted_is_said_like_what_is_not():
    assert ("USE", "homograph", "ˈjuːz") in expansions("WE USE THE TOOLS OF OTHERS")


def test_places_are_those_of_the_written_text():
    assert expansions("In 1984 they used 5% and record it.")[-1] == ("record", "homograph", "ɹəˈkɔːɹd")


def test_long_texts_take_time_in_proportion():
    assert len(senses("record " * 2_000, "en-us")) == 2_000
    assert len(senses("Use it. " * 500, "en-us")) == 500
