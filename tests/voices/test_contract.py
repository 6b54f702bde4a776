"""What every engine keeps to, whichever it is: one suite over all that have a voice here.

Another engine joins by a line in VOICES, and in LIBRARIES if its voice has to be added first. What becomes of engines
that hang, crash, stay silent or write garbage is in test_engine_process.py: it is the process's doing, and no engine's.
"""

import re
import sys
from pathlib import Path

import numpy as np
import pytest

from podcast.recording.jobs.engine_process import EngineProcess
from podcast.sound.dsp.pacing import paced
from podcast.sound.plausible import fault_of
from podcast.sound.record import trimmed
from voices.casting import UnknownVoiceError, find
from voices.engine import engine
from voices.rosters import Rosters
from voices.speech import Phonemes, SpeechError, Utterance, Voice
from voices.words import word_spans

VOICES = {
    "espeak_ng": Voice("espeak_ng", "en-us", "en-us"),
    "hibari": Voice("hibari", "heart", "en-us"),
    "piper": Voice("piper", "en_US-joe-medium", "en-us"),
}
#: Fixtures of tests/conftest.py: folders of added voices.
LIBRARIES = {"piper": "piper_library"}

#: What espeak-ng 1.52 says nothing for. (The spoken form of an essay names such signs before it comes to an engine.)
SILENT = {("espeak_ng", "★")}

TEXT = "In the garden of the king, nobody ever asked why; the gate, however, stood open."
PASSAGE = """\
Printers once believed that their invention would finish handwriting within a generation. Nothing of the kind
happened. Correspondence increased, account books multiplied, and schoolmasters who had expected to lose their living
discovered that children taught to read wanted to write as well. Whoever owned a press needed manuscripts,
corrections, contracts, receipts, and every one of these was written by hand. The machine that was to replace the pen
had become, within forty years, its greatest customer. Something similar is reported about offices: computers promised
to abolish paper, and immediately consumed more of it than typewriters had. Inventions seldom remove the habits that
came before them; usually they make those habits cheaper, and cheaper habits proliferate. Perhaps that explains why
predictions about technology sound so convincing and age so disappointingly. They describe the machine accurately.
They forget the people standing around it, who have already thought of another purpose for whatever it produces.
"""
LETTERS_A_WORD = 5.6  # as essays have them: passages differ, and a rate is that of an essay


@pytest.fixture(scope="module", params=VOICES)
def voice(request, judge):
    """With the folder of added voices that its engine's processes find."""
    for module in engine(request.param).modules:
        judge(module=module)
    with pytest.MonkeyPatch.context() as patch:
        if request.param in LIBRARIES:
            patch.setenv("PODCAST_VOICES_DIR", str(request.getfixturevalue(LIBRARIES[request.param])))
        yield VOICES[request.param]


@pytest.fixture(scope="module")
def stage(voice):
    """Its engine process: of this module, for the session's others find other voices."""
    with EngineProcess(voice.driver) as engine_process:
        yield engine_process


@pytest.fixture
def speak(stage, voice):
    return lambda text, *phonemes, **manner: stage.speak(Utterance(text, in_manner(voice, **manner), phonemes))


@pytest.fixture(scope="module")
def seconds_without(stage, voice):
    """Of the sentence below without what is strange in it."""
    return seconds(stage.speak(Utterance("We saw there.", voice)))


def in_manner(voice, **manner):
    return Voice(voice.driver, voice.id, voice.language, **manner)


def seconds(take):
    return take.samples / take.rate_hz


def test_a_take_sounds_and_can_be_believed(speak, voice):
    take = speak(TEXT)
    samples = np.frombuffer(take.pcm, "<i2").astype(float)
    assert 0.01 < np.sqrt(np.mean(samples**2)) / 32768 < 0.25
    assert np.abs(samples).max() < 32767
    assert fault_of(Utterance(TEXT, voice), take) == ""


def test_each_word_has_its_time_in_order_and_inside_the_take(speak):
    take = speak(TEXT)
    assert take.is_timed
    assert [(word.start, word.end) for word in take.words] == word_spans(TEXT)
    edges = [edge for word in take.words for edge in (word.start_sample, word.end_sample)]
    assert edges == sorted(edges)
    assert edges[-1] <= take.samples
    assert all(word.end_sample - word.start_sample > 0.03 * take.rate_hz for word in take.words)


def test_a_word_that_follows_a_pause_begins_where_sound_does(speak):
    take = speak("One moment, please. Listen! Tomorrow, perhaps.")
    loud = np.abs(np.frombuffer(take.pcm, "<i2").astype(float))
    level = 10 ** (-40 / 20) * loud.max()
    for word in (take.words[index] for index in (0, 2, 3, 4, 5)):
        at = word.start_sample
        around = loud[max(0, at - take.rate_hz // 25) : at + take.rate_hz // 12]
        assert (around > level).any()


def test_the_same_text_is_the_same_bytes_in_any_order_and_in_another_process(stage, speak):
    first = speak(TEXT)
    speak("Something else is said in between, at some length.")
    assert speak(TEXT) == first
    stage.restart()
    assert speak(TEXT) == first


def test_an_unknown_voice_is_refused_and_the_nearest_is_named(stage, voice):
    with pytest.raises(SpeechError, match="nobody"):
        stage.speak(Utterance(TEXT, Voice(voice.driver, "nobody", "en")))
    rosters = Rosters(lambda _: stage.roster(), only=voice.driver)
    with pytest.raises(UnknownVoiceError) as raised:
        find(f"{voice.driver}:{voice.id[:-1]}", rosters)
    assert voice.id in raised.value.nearest


def test_every_voice_of_the_roster_that_is_told_without_starting_it_is_one_of_the_engine_s(stage, voice):
    declared = engine(voice.driver).roster
    assert voice.id in {one.id for one in stage.roster().voices}
    if declared is not None:
        assert [one.id for one in declared().voices] == [one.id for one in stage.roster().voices]


def test_phonemes_are_said_in_place_of_the_text_and_keep_its_times(speak):
    text = "Ask Nguyen about Worcester."
    told = speak(text, Phonemes(4, 10, "ˈwɪn"), Phonemes(17, 26, "ˈwʊstɚ"))
    assert told.pcm != speak(text).pcm
    assert told.is_timed
    assert [(word.start, word.end) for word in told.words] == word_spans(text)
    assert speak("Ask it.", Phonemes(4, 6, "kəˈmjuːnɪkeɪʃən")).samples > speak("Ask it.").samples * 1.3


def test_a_sound_that_it_lacks_is_refused_by_name(stage, speak, voice):
    with pytest.raises(SpeechError, match="ʘ"):
        engine(voice.driver).notation("ʘa", voice.language)
    with pytest.raises(SpeechError, match="ʘ"):
        speak("Ask him.", Phonemes(4, 7, "ʘa"))


def test_it_tells_how_it_says_a_word_in_ipa_that_it_takes(stage, speak, voice):
    [told] = stage.sounds(["river"], voice)
    assert re.sub("[ˈˌː]", "", told).startswith("ɹɪv")
    assert speak("A river.", Phonemes(2, 7, told)).samples > 0


@pytest.mark.parametrize(
    "rate_wpm", [155, pytest.param(120, marks=pytest.mark.long), pytest.param(180, marks=pytest.mark.long)]
)
def test_a_rate_in_words_a_minute_is_what_it_says(speak, voice, rate_wpm):
    text = " ".join(PASSAGE.split())
    take = paced(trimmed(speak(text, rate_wpm=rate_wpm)), text, 300)
    words = len(text.split())
    assert words >= 150
    assert sum(sign.isalpha() for sign in text) / words == pytest.approx(LETTERS_A_WORD, abs=0.15)
    assert words / (seconds(take) + 0.3) * 60 == pytest.approx(rate_wpm, rel=0.05)


@pytest.mark.parametrize(
    "strange",
    ["😀", "★", "漢字", "Γνῶθι", "привет", "ŋ", "ǂ", "ʍ", "é.é.é.é.é.é.é.é.é.é.é.é", "7" * 30],
)
def test_nothing_is_dropped_in_silence(speak, voice, seconds_without, strange):
    """It sounds, or the error says what doesn't."""
    if (voice.driver, strange) in SILENT:
        pytest.xfail("a known limit")
    try:
        take = speak(f"We saw {strange} there.")
    except SpeechError as error:
        if strange not in str(error):
            raise
    else:
        assert seconds(take) > seconds_without + 0.08


def test_a_word_of_three_hundred_letters_is_said_to_its_end(speak):
    letters = "ab" * 150
    assert seconds(speak(f"It was {letters}.")) > 1.8 * seconds(speak(f"It was {letters[: len(letters) // 3]}."))


def resident_mb(stage, field="VmRSS"):
    status = Path(f"/proc/{stage._host.pid}/status").read_text()
    return int(re.search(rf"{field}:\s+(\d+)", status)[1]) / 1024


def test_memory_is_flat(speak, stage, voice):
    words = PASSAGE.split()
    is_flat(speak, stage, 40 if engine(voice.driver).is_slow else 200, lambda number: words[number % len(words)])


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_memory_is_flat_over_an_hour_of_sound(speak, stage):
    is_flat(speak, stage, 500, lambda number: f"Page {number}. {PASSAGE[number % 90 : number % 90 + 100]}")


def is_flat(speak, stage, count, text):
    if sys.platform != "linux":
        pytest.skip("/proc is Linux's")
    speak(text(count))
    for number in range(count // 5):
        speak(text(number))
    before = resident_mb(stage)
    for number in range(count // 5, count):
        speak(text(number))
    assert resident_mb(stage) < before * 1.05 + 5


@pytest.mark.parametrize("characters", [1000, pytest.param(5000, marks=[pytest.mark.long, pytest.mark.timeout(900)])])
def test_a_text_without_a_comma_costs_no_more_memory_than_another(stage, speak, voice, characters):
    if sys.platform != "linux":
        pytest.skip("/proc is Linux's")
    if engine(voice.driver).forks:
        pytest.skip("its memory is that of a child which ends with the utterance")
    if engine(voice.driver).is_slow and characters < 5000:
        characters //= 3
    text = (" ".join(PASSAGE.split()) * 6)[:characters]
    speak(text)
    before = resident_mb(stage, "VmHWM")
    speak(re.sub(r"[.,;:]", "", text))
    assert resident_mb(stage, "VmHWM") < before * 1.6  # uncut, 5,000 characters take ten times as much
