"""The words that a voice may say wrong: which are told, in which order, with what around them, and how they sound."""

from dataclasses import replace

import numpy as np
import pytest

from podcast.cache.store import Store
from podcast.config.settings import Settings, SoundSettings, VoiceSettings
from podcast.recording.jobs.render_jobs import SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.sound import SAMPLE_RATE_HZ
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.lexicons import load_reader
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import characters_of, prepare_cast
from podcast.voicing.vocabulary import GAP_S, audition, vocabulary, voices_for
from voices.speech import Utterance, Voice

READER = TextReader(Lexicon(), "en-us")
SETTINGS = Settings(voice=VoiceSettings("narrator"))
HEART = Voice("hibari", "heart", "en-us")


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    with JobRunner(driver="espeak_ng", store=Store(tmp_path_factory.mktemp("kept"))) as runner:
        yield runner


def script_of(text):
    return write_script(read_essay(text.encode(), "rivers.md"), says_title=True)


@pytest.fixture
def found(runner):
    def find(text, reader=READER, voice=None):
        script = script_of(text)
        voices = voices_for(script, SETTINGS, reader, runner)
        if voice:
            voices = dict.fromkeys(voices, voice)
        return vocabulary(script, reader, voices, runner)

    return find


def words(found):
    return [one.word.text for one in found]


def test_the_riskiest_come_first_and_of_these_the_most_frequent_and_then_by_the_alphabet(found):
    told = found("A zwortel and a brumfle met Kissimmee. The zwortel and a quimble saw NATO.")
    assert words(told) == ["Kissimmee", "zwortel", "brumfle", "quimble", "NATO"]
    assert [one.word.count for one in told] == [1, 2, 1, 1, 1]


def test_each_has_the_sounds_of_what_the_voice_is_given(found, runner, voice):
    told = found("The zwortel met NATO in the U.S. He left.")
    assert [one.ipa for one in told] == runner.sounds([one.spoken for one in told], voice)
    assert {one.word.text: one.spoken for one in told}["U.S"] == "U.S."
    assert all(one.character == ("narrator", "") for one in told)


def test_words_in_other_letters_have_the_sounds_that_the_voice_is_told(found):
    [told] = [one for one in found("He said Привет.", voice=HEART) if one.word.text == "Привет"]
    assert "v" in told.ipa
    assert told.spoken == "Привет"


def test_a_word_is_told_with_whole_words_around_it(found):
    text = "At first nobody would have thought that a zwortel could have been seen by anyone in the end."
    [told] = found(text)
    assert told.context == "have thought that a zwortel could have been"
    assert [one.context for one in found("A zwortel.")] == ["A zwortel."]
    assert [one.context for one in found("Zwortels were seen by nobody in the end")] == ["Zwortels were seen by nobody"]


def test_what_a_lexicon_or_a_rule_says_is_settled(found, tmp_path):
    text = "Kissimmee cost $5 in 1984, said Dr. Hale, on the 5th of May."
    assert words(found(text)) == ["Kissimmee"]
    assert words(found("A zwortel&brumfle.")) == ["brumfle", "zwortel"]  # the rule says what is between them
    settings = replace(SETTINGS, lexicon={"Kissimmee": "kih SIM ee"})
    assert words(found(text, load_reader(settings, tmp_path, None, "en-us"))) == []


@pytest.mark.parametrize("word", ["US", "IT", "WHO"])
def test_a_small_word_in_capitals_may_be_an_acronym(found, word):
    assert word in words(found(f"{word} IS NOT THE LAW HERE. We saw the {word} there."))


def test_words_of_two_sounds_are_those_of_english(found):
    assert "read" in words(found("They read it. [Man read das]{lang=de}"))
    assert words(found("The river bends. [Der Wind ist gut]{lang=de}")) == []
    assert words(found("The wind is good.")) == ["wind"]


def test_each_sense_of_a_homograph_is_told_with_its_sound_and_its_reason(found, runner):
    told = found("We use it. You use it. The use of it is new.")
    assert [(one.word.text, one.word.count, one.ipa, one.sense) for one in told] == [
        ("use", 2, "ˈjuːz", "verb"),
        ("use", 1, "ˈjuːs", "noun"),
    ]
    assert all(one.reason for one in told)
    heard, _ = audition(told, prepare_cast(runner, SETTINGS, READER), runner)
    assert len(heard)


def test_a_homograph_that_nothing_decides_is_riskier_than_one_that_is_decided(found):
    told = found("It was a row. The zwortel said that we use it.")
    assert words(told)[-1] == "use"


def test_homographs_of_the_lexicon_are_settled(found, tmp_path):
    settings = replace(SETTINGS, lexicon={"use": "yooze"})
    assert words(found("We use it.", load_reader(settings, tmp_path, None, "en-us"))) == []


def test_a_passage_in_another_language_is_held_against_its_words_and_said_by_its_voice(found):
    told = found("The river bends. [la grenouille est une montagne]{lang=fr}")
    assert not {"la", "est", "une", "montagne"} & {*words(told)}
    odd = found("The river bends. [la zwortelle est une montagne]{lang=fr}")
    assert [(one.word.text, one.character) for one in odd] == [("zwortelle", ("narrator", "fr"))]


def test_the_voices_are_those_of_the_cast(runner):
    script = script_of("The river bends.\n\n> It does.\n")
    voices = voices_for(script, SETTINGS, READER, runner)
    assert voices.keys() == characters_of(script)
    assert voices["narrator", ""] == prepare_cast(runner, SETTINGS, READER).narrator.voice


def test_each_is_heard_after_the_other_in_mono_with_a_rest_between(found, runner):
    told = found("A zwortel met a brumfle.")
    settings = replace(SETTINGS, sound=SoundSettings(stereo=True))
    cast = prepare_cast(runner, settings, READER)
    pcm, starts = audition(told, cast, runner)
    alone = [
        runner.result(SpeechJob(Utterance(one.spoken, cast.narrator.voice), cast.narrator.in_mono.chain)).pcm
        for one in told
    ]
    gap = round(GAP_S * SAMPLE_RATE_HZ)
    assert starts == (0, len(alone[0]) + gap)
    assert pcm.ndim == 1
    for start, sound in zip(starts, alone, strict=True):
        assert np.array_equal(pcm[start : start + len(sound)], sound)
        assert not pcm[start + len(sound) : start + len(sound) + gap].any()
    assert len(pcm) == sum(map(len, alone)) + 2 * gap


def test_of_no_words_nothing_is_heard(runner):
    pcm, starts = audition((), prepare_cast(runner, SETTINGS, READER), runner)
    assert (len(pcm), starts) == (0, ())
