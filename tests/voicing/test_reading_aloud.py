from dataclasses import replace

import pytest

from podcast.errors import PodcastError
from podcast.recording.jobs.runner import JobRunner
from podcast.text.homographs.by_class import NOUNS_AND_VERBS
from podcast.text.homographs.by_tense import TENSES
from podcast.text.homographs.by_topic import TOPICS
from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.text.spoken import spoken
from podcast.voicing.reading_aloud import TextReader, refuse_unsayable, utterance, with_sounds
from voices.speech import Phonemes, Utterance, Voice

LEXICON = Lexicon(
    (
        LexiconEntry("Nguyen", "win"),
        LexiconEntry("Worcester", ipa="ˈwʊstɚ"),
        LexiconEntry("Vin", ipa="vyn"),
        LexiconEntry("\u200b", ipa="a"),
        LexiconEntry("\x01", ipa="a"),
    )
)


def said(text, voice):
    return utterance(spoken(text, "en-us", LEXICON.rules("en-us")), voice)


def test_sounds_go_with_their_words(voice):
    assert said("Nguyen’s Worcester", voice) == Utterance("win’s Worcester", voice, (Phonemes(6, 15, "ˈwʊstɚ"),))
    assert said("Rivers bend.", voice) == Utterance("Rivers bend.", voice)


def test_a_word_that_is_not_seen_has_no_sound(voice):
    assert said("a \u200b \x01 b", voice).phonemes == ()


def test_what_a_name_sounds_like_reaches_the_engine(engine_process, voice):
    told, spelled = (
        engine_process.speak(said("In Worcester.", voice)),
        engine_process.speak(Utterance("In Worcester.", voice)),
    )
    assert told == spelled  # which espeak-ng knows by itself
    lexicon = Lexicon((LexiconEntry("Nguyen", ipa="wɪn"),))
    form = spoken("Nguyen’s pond", "en-us", lexicon.rules("en-us"))
    slow = replace(voice, rate_wpm=40)  # as slow as it goes, whatever the words
    assert engine_process.speak(utterance(form, slow)).pcm == engine_process.speak(Utterance("win’s pond", slow)).pcm


def test_sounds_that_a_voice_lacks_are_refused_all_at_once_and_once_each(voice):
    german = Voice("espeak_ng", "de", "de")
    refuse_unsayable([said("Worcester", voice), said("Vin", german)], JobRunner.unsayable)
    refuse_unsayable([said("Vin", Voice("sapi5", "Zira", "en-us"))], JobRunner.unsayable)
    with pytest.raises(PodcastError) as failure:
        refuse_unsayable(
            [said("Vin and Vin", voice), said("Worcester", Voice("espeak_ng", "pt", "pt"))], JobRunner.unsayable
        )
    assert str(failure.value).count("Vin:") == 1
    for part in ("/vyn/", "uː", "Worcester", "pt"):
        assert part in str(failure.value)


# --- the reader -----------------------------------------------------------------------------------------------------


def test_a_text_is_read_in_its_own_language_or_the_essay_s():
    lexicon = Lexicon(
        (LexiconEntry("Handy", "cell phone", language="en"), LexiconEntry("Handy", "hendi", language="de"))
    )
    reader = TextReader(lexicon, "en-us")
    assert reader.form("Handy 3").text == "cell phone three"
    assert reader.form("Handy 3", "de").text == "hendi drei"
    assert reader.form("Handy 3").text == "cell phone three"
    assert TextReader(lexicon, "de", expands=False).form("Handy 3").text == "hendi 3"


# --- homographs -----------------------------------------------------------------------------------------------------

BRITISH = Voice("espeak_ng", "en-gb", "en-gb")


def read(text, voice, language="en-us", **options):
    return utterance(TextReader(Lexicon(), "en-us", **options).form(text, language), voice).phonemes


def test_a_homograph_s_sounds_are_told_in_the_voice_s_accent(voice):
    assert read("We record it.", voice) == (Phonemes(3, 9, "ɹəˈkɔːɹd"),)
    assert read("We record it.", BRITISH) == read("We record it.", BRITISH, "en-gb") == (Phonemes(3, 9, "ɹɪˈkɔːd"),)


def test_a_voice_of_another_language_isn_t_told_english_sounds(voice):
    german = Voice("espeak_ng", "de", "de")
    assert read("We record it.", german) == read("Wir live.", voice, "de") == ()


def test_without_expanding_nothing_but_the_lexicon_is_told(voice):
    assert read("We record it.", voice, expands=False) == ()


@pytest.mark.parametrize(
    "said_by",
    [Voice("espeak_ng", "en-us", "en-us"), BRITISH, Voice("hibari", "heart", "en-us")],
    ids=lambda one: one.id,
)
def test_every_voice_can_make_the_sounds_of_every_homograph(said_by):
    sounds = {ipa for rows in NOUNS_AND_VERBS.values() for row in rows for ipa in row[1:]}
    sounds |= {ipa for rows in TENSES.values() for row in rows for ipa in row[1:]}
    sounds |= {ipa for rows in TOPICS.values() for row in rows for ipa in (row.american, row.british)}
    assert {ipa: problem for ipa in sounds if (problem := JobRunner.unsayable(ipa, said_by))} == {}


NET = Voice("hibari", "heart", "en-us")


def test_words_in_other_letters_have_their_sounds_and_the_lexicon_s_own_win():
    said = Utterance("Γνῶθι Γ", NET, (Phonemes(6, 7, "x"),))
    told = with_sounds(said, {"Γνῶθι": "ˈɡnɔθi", "Γ": "y", "nothing": "z"})
    assert told.phonemes == (Phonemes(0, 5, "ˈɡnɔθi"), Phonemes(6, 7, "x"))
    assert with_sounds(Utterance("Γνῶθι", NET), {}).phonemes == ()


@pytest.mark.parametrize(("start", "end", "is_told"), [(0, 2, True), (0, 3, False), (6, 7, False), (7, 8, True)])
def test_sounds_that_touch_a_word_from_outside_are_another_s(start, end, is_told):
    """ "a Γνῶθι b": the word stands from 2 to 7."""
    said = Utterance("a Γνῶθι b", NET, (Phonemes(start, end, "x"),))
    assert (Phonemes(2, 7, "ˈɡnɔθi") in with_sounds(said, {"Γνῶθι": "ˈɡnɔθi"}).phonemes) == is_told


@pytest.mark.parametrize(
    ("words", "what"),
    [("Vin", "A word of the lexicon or of a mark can't be said"), ("Vin Vin", "A word of"), ("Vin Vyn", "Words of")],
)
def test_one_word_is_not_told_as_many(words, what, voice):
    lexicon = Lexicon((LexiconEntry("Vin", ipa="vyn"), LexiconEntry("Vyn", ipa="yv")))
    one = utterance(spoken(words, "en-us", lexicon.rules("en-us")), voice)
    with pytest.raises(PodcastError) as failure:
        refuse_unsayable([one], JobRunner.unsayable)
    assert failure.value.what.startswith(what)


def test_what_a_reader_has_read_makes_it_no_other():
    one, other = TextReader(LEXICON, "en-us"), TextReader(LEXICON, "en-us")
    one.form("Nguyen", "de")
    assert one == other != TextReader(LEXICON, "de")


def test_a_mark_in_the_essay_is_said_in_its_place_and_what_its_voice_lacks_is_refused(voice):
    source = 'The lead and the [lead]{ipa="lɛd"} of [Nguyen]{say="noo yen"} and Nguyen.'
    [segment] = write_script(read_essay(source.encode(), "essay.md"), says_title=True).segments
    form = TextReader(LEXICON, "en-us", expands=False).form_of(segment)
    assert form.text == "The lead and the lead of noo yen and win."
    assert utterance(form, voice).phonemes == (Phonemes(17, 21, "lɛd"),)
    with pytest.raises(PodcastError) as failure:
        refuse_unsayable([utterance(form, Voice("espeak_ng", "pt", "pt"))], JobRunner.unsayable)
    assert "lead" in failure.value.remedy
