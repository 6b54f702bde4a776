from dataclasses import replace

import pytest

from podcast.errors import PodcastError
from podcast.recording.jobs.runner import JobRunner
from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.spoken import spoken
from podcast.voicing.reading_aloud import refuse_unsayable, utterance
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
