"""Each word of a text: what is said for it, how that sounds, and what decided it."""

from itertools import pairwise

import pytest

from podcast.config.settings import Settings, VoiceSettings
from podcast.recording.jobs.runner import JobRunner
from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.vocabulary import voices_for
from podcast.voicing.wordbyword import essay_words, heard, words_said

LEXICON = Lexicon((LexiconEntry("Nguyen", "win"), LexiconEntry("Hale", ipa="heɪl"), LexiconEntry("Ross", ipa="ɹɒs")))
READER = TextReader(LEXICON, "en-us")


@pytest.fixture(scope="module")
def runner():
    with JobRunner(driver="espeak_ng") as runner:
        yield runner


def said(text, voice=None, reader=READER):
    return tuple(words_said(text, reader.form(text), voice))


def told(text):
    return [(one.written, one.spoken, one.rule) for one in said(text)]


def test_what_a_rule_takes_for_one_thing_is_one_word():
    assert told("Dr. Nguyen’s mill cost $5.6bn.") == [
        ("Dr.", "Doctor", "title"),
        ("Nguyen’s", "win’s", "lexicon"),
        ("mill", "mill", ""),
        ("cost", "cost", ""),
        ("$5.6bn", "five point six billion dollars", "currency"),
    ]


@pytest.mark.parametrize("text", ["", " … ", "—", "A", "’tis 5%", "a\u200bb &", "Zoe\u0308 met हिन्दी.", "10 – 12 * 3"])
def test_each_word_is_where_it_says_in_order_and_nothing_is_told_twice(text):
    found = said(text)
    assert all(text[one.start : one.end] == one.written == one.written.strip() != "" for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    letters = {at for at, sign in enumerate(text) if sign.isalnum()}
    assert letters <= {at for one in found for at in range(one.start, one.end)}


def test_a_letter_and_its_marks_are_one_word():
    assert [one.written for one in said("Zoe\u0308’s हिन्दी")] == ["Zoe\u0308’s", "हिन्दी"]


def test_a_homograph_has_its_sense_and_what_told_it():
    use = next(one for one in said("People use it.") if one.written == "use")
    assert (use.rule, use.sense, bool(use.reason)) == ("homograph", "verb", True)


def test_sounds_that_somebody_states_are_those_of_the_place_also_of_an_owner(voice):
    found = {one.written: one.ipa for one in said("Hale, Hale’s and Ross’s mill", voice)}
    assert found == {"Hale": "heɪl", "Hale’s": "heɪlz", "and": "", "Ross’s": "ɹɒsɪz", "mill": ""}


def test_all_others_have_those_of_the_voice(runner, voice):
    found = heard([(one, voice) for one in said("Hale has 5 mills", voice)], runner)
    assert [one.ipa for one in found] == ["heɪl", *runner.sounds(["has", "five", "mills"], voice)]
    assert heard([(one, None) for one in said("five mills")], runner) == said("five mills")


def test_an_essay_tells_each_way_of_saying_a_word_once_where_it_stands_first(runner):
    source = "We use the mill.\n\nThe use of the mill, and [mill]{lang=de}. The mill."
    script = write_script(read_essay(source.encode(), "essay.md"), says_title=True)
    settings = Settings(voice=VoiceSettings("narrator"))
    found = essay_words(script, READER, voices_for(script, settings, READER, runner), runner)
    mills = [one for one in found if one.word.written == "mill"]
    assert [(one.count, one.character[1], source[one.source_start :][:4]) for one in mills] == [
        (3, "", "mill"),
        (1, "de", "mill"),
    ]
    assert [one.source_start for one in mills] == [source.index("mill"), source.index("[mill]") + 1]
    assert len({one.word.ipa for one in found if one.word.written == "use"}) == 2
    assert all(one.word.ipa for one in found)
