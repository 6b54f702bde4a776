"""A cast that is ready: each voice with its chain, its pauses and what it can't read; and texts as it reads them."""

from dataclasses import replace

import pytest

from podcast.cache.store import Store
from podcast.config.settings import CastSettings, PauseSettings, Settings, SoundSettings, VoiceSettings
from podcast.errors import PodcastError
from podcast.recording.jobs.runner import JobRunner
from podcast.sound.dsp.chain import Chain
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.lexicons import load_reader
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import Cast, Narration, characters_of, naming, prepare_cast, ready_for
from podcast.voicing.ready_voices import _credits as credits_of
from voices.rosters import Rosters
from voices.speech import InstalledVoice, Pauses, Roster, SpeechError, Utterance, Voice

READER = TextReader(Lexicon(), "en-us")
HEART = Voice("hibari", "heart", "en-us")
ROBOT = Voice("espeak_ng", "en-us", "en-us")
SETTINGS = Settings(voice=VoiceSettings("narrator"))
NARRATOR = ("narrator", "")
QUOTED = "Rivers bend.\n\n> They do.\n\nSaid [en France]{lang=fr}.\n"


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    with JobRunner(driver="espeak_ng", store=Store(tmp_path_factory.mktemp("kept"))) as runner:
        yield runner


@pytest.fixture
def cast_for(runner):
    return lambda settings=SETTINGS, characters=(): prepare_cast(runner, settings, READER, characters)


def narration(voice=ROBOT, **changes):
    return replace(Narration(voice, Pauses(), Chain(gain_db=3.0), READER), **changes)


def script_of(text):
    return write_script(read_essay(text.encode(), "rivers.md"), says_title=True)


# --- one voice --------------------------------------------------------------------------------------------------------


def test_a_text_is_read_in_words_and_its_sound_counts_what_was_written(runner):
    reading = narration().reading("It cost $5 in 1984.")
    assert "nineteen eighty-four" in reading.job.utterance.text
    made = reading.of_text(runner.result(reading.job))
    assert [reading.text[word.start : word.end] for word in made.words][-1].startswith("1984")


def test_a_recording_has_the_voice_s_chain_and_its_pause_between_sentences():
    job = narration(pauses=Pauses(sentence=450)).reading("Rivers bend.").job
    assert (job.utterance.voice, job.chain, job.sentence_pause_ms) == (ROBOT, Chain(gain_db=3.0), 450)


def test_a_text_in_another_language_is_read_by_the_rules_of_that_language():
    in_english, in_german = (narration().reading("1984", language).form.text for language in ("", "de"))
    assert in_english == "nineteen eighty-four"
    assert in_german != in_english


def test_louder_is_louder_than_it_was_to_the_hundredth():
    assert narration().louder(1.5).chain.gain_db == 4.5
    assert narration().louder(-1.2345).chain.gain_db == 1.77
    cast = Cast({NARRATOR: narration(), ("quote", ""): narration()})
    assert {who.chain.gain_db for who in cast.louder(2).narrations.values()} == {5.0}


def test_in_mono_all_but_the_channels_stays():
    wide = narration(chain=Chain(gain_db=3.0, stereo=True, pan=0.5))
    assert wide.in_mono == narration(chain=Chain(gain_db=3.0, stereo=False, pan=0.5))


# --- a cast -----------------------------------------------------------------------------------------------------------


def test_each_speaker_of_each_language_in_a_script_is_one(cast_for):
    script = script_of(QUOTED)
    assert characters_of(script) == {NARRATOR, ("quote", ""), ("narrator", "fr")}
    cast = cast_for(characters=characters_of(script))
    assert cast.narrations.keys() == characters_of(script)
    assert [cast.of(segment) for segment in script.segments] == [
        cast.narrations[segment.role, segment.language] for segment in script.segments
    ]
    assert cast.narrator is cast.narrations[NARRATOR]
    assert cast.voices == {who.voice for who in cast.narrations.values()}
    assert cast.of(script.segments[0]).voice != cast.of(script.segments[1]).voice


def test_what_is_set_for_the_sound_is_in_each_chain(cast_for):
    plain, tuned = (
        cast_for(replace(SETTINGS, sound=sound)).narrator.chain
        for sound in (SoundSettings(), SoundSettings(loudness_lufs=-20.0, true_peak_dbtp=-3.0, stereo=True))
    )
    assert (plain.true_peak_dbtp, plain.stereo) == (-1.0, False)
    assert (tuned.true_peak_dbtp, tuned.stereo) == (-3.0, True)
    assert plain.gain_db - tuned.gain_db == pytest.approx(4, abs=3.5)


def test_where_a_role_stands_and_how_long_it_rests_reaches_its_recordings(cast_for):
    settings = replace(
        SETTINGS,
        cast={"quote": CastSettings(pan=-0.5)},
        pauses_ms=PauseSettings(sentence=777),
        sound=SoundSettings(stereo=True),
    )
    cast = cast_for(settings, [("quote", "")])
    jobs = [who.reading("Rivers bend.").job for who in (cast.narrator, cast.narrations["quote", ""])]
    assert [job.chain.pan for job in jobs] == [0.0, -0.5]
    assert {job.sentence_pause_ms for job in jobs} == {777}


def test_languages_that_no_voice_here_speaks_are_told_in_order(cast_for):
    cast = cast_for(characters=[("narrator", "zz"), ("quote", "yy"), ("narrator", "fr")])
    assert cast.unspoken == ("yy", "zz")


def test_a_voice_that_is_not_there_is_an_error(cast_for):
    with pytest.raises(PodcastError):
        cast_for(Settings(voice=VoiceSettings("nobody-at-all")))


def test_voices_are_fixed_where_their_engines_declare_them():
    declared, other = narration(), narration(Voice("sapi5", "one", "en"))
    assert Cast({NARRATOR: declared}).has_fixed_voices
    assert not Cast({NARRATOR: declared, ("quote", ""): other}).has_fixed_voices


def test_the_licences_of_those_who_speak_have_their_lines():
    found = [("anna", "Anna, CC BY"), ("bert", "Bert, CC BY"), ("carl", "Carl, CC BY"), ("dora", "")]
    roster = Roster(tuple(InstalledVoice(id_, id_, ("en",), credit=credit) for id_, credit in found), ("whisper",))
    speaking = [narration(Voice("espeak_ng", id_, "en")) for id_ in ("carl", "anna+whisper", "dora")]
    assert credits_of(speaking, Rosters({"espeak_ng": roster}.__getitem__)) == ("Anna, CC BY", "Carl, CC BY")


# --- what a voice can't read ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["essay", "greeting"])
def test_words_in_other_letters_get_their_sounds_wherever_they_stand(where, runner):
    texts = ("He said Привет.", "Hello.") if where == "essay" else ("He left.", "Привет, all.")
    cast = ready_for(
        script_of(texts[0]), [(text, "") for text in texts[1:]], Cast({NARRATOR: narration(HEART)}), runner
    )
    assert cast.narrator.strange.keys() == {"Привет"}
    said = cast.narrator.reading("Привет!").job.utterance
    assert [(one.start, one.end) for one in said.phonemes] == [(0, 6)]


def test_where_every_word_can_be_read_the_cast_is_as_it_was(runner):
    for voice in (HEART, ROBOT):
        cast = Cast({NARRATOR: narration(voice)})
        text = "Rivers bend." if voice is HEART else "He said Привет."
        assert ready_for(script_of(text), (), cast, runner) is cast


@pytest.mark.parametrize("text", ["The keeper left.", "The river bends."])
@pytest.mark.parametrize("greeting", ["The keeper speaks.", "Hello."])
def test_sounds_that_the_voice_lacks_are_refused_where_they_would_be_said(text, greeting, runner, tmp_path):
    settings = replace(SETTINGS, lexicon={"keeper": {"ipa": "kǂipə"}})
    reader = load_reader(settings, tmp_path, None, "en-us")
    cast = Cast({NARRATOR: narration(reader=reader)})
    if "keeper" in text + greeting:
        with pytest.raises(PodcastError, match="can't be said"):
            ready_for(script_of(text), ((greeting, ""),), cast, runner)
    else:
        assert ready_for(script_of(text), ((greeting, ""),), cast, runner) is cast


@pytest.mark.parametrize(("length", "is_cut"), [(60, False), (61, True)])
def test_a_passage_that_cannot_be_voiced_is_named_by_its_beginning(length, is_cut):
    text = "x" * length
    with pytest.raises(PodcastError) as caught, naming(text):
        raise SpeechError("it crashed")
    assert "it crashed" in caught.value.what
    assert caught.value.which == f"“{text[:60]}{'…' * is_cut}”"


def test_any_other_error_goes_its_way():
    with pytest.raises(ZeroDivisionError), naming("Rivers bend."):
        raise ZeroDivisionError
    with naming("Rivers bend."):
        assert Utterance("Rivers bend.", ROBOT)
