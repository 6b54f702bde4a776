import pytest

from podcast.cache.store import Store
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.takes import Takes
from voices.speech import SpeechError, Utterance, Voice

HASTY = Voice("hasty", "one", "en")
LONG = Utterance("A river that could choose would still not run straight.", HASTY)


@pytest.fixture
def takes(tmp_path):
    return Takes(Store(tmp_path / "cache"))


@pytest.mark.parametrize("kind", ["hasty", "lost"])
def test_a_take_that_cannot_be_true_is_voiced_once_more(kind, faults):
    faults(kind)
    with Speaker() as speaker:
        assert speaker.speak(LONG).samples > 22050 * 3


@pytest.mark.parametrize(("kinds", "reason"), [(["hasty"] * 2, "too short"), (["lost"] * 2, "no sound")])
def test_a_second_one_is_an_error_and_is_not_kept(kinds, reason, faults, takes):
    faults(*kinds)
    with Speaker(takes) as speaker:
        with pytest.raises(SpeechError, match=reason):
            speaker.speak(LONG)
        assert not speaker.has_spoken
        assert speaker.speak(LONG).samples > 22050 * 3


def test_what_was_said_before_needs_no_engine(takes, voice, engine_process, monkeypatch):
    said = Utterance("Rivers bend.", voice)
    with Speaker(takes) as speaker:
        take = speaker.speak(said)
        assert speaker.has_spoken
    monkeypatch.setattr("podcast.recording.jobs.speaker.EngineProcess", None)
    with Speaker(takes) as speaker:
        assert speaker.speak(said) == take == engine_process.speak(said)
        assert not speaker.has_spoken


def test_a_store_that_can_keep_nothing_changes_nothing(tmp_path, voice, engine_process):
    (tmp_path / "cache").write_text("a file")
    said = Utterance("Rivers bend.", voice)
    with Speaker(Takes(Store(tmp_path / "cache"))) as speaker:
        assert [speaker.speak(said), speaker.speak(said)] == [engine_process.speak(said)] * 2


def test_it_tells_what_the_engine_of_a_voice_tells(voice, engine_process):
    with Speaker() as speaker:
        assert speaker.sounds(["river", "bank"], voice) == engine_process.sounds(["river", "bank"], voice)
        assert speaker.roster("espeak_ng") == engine_process.roster()
        assert not speaker.has_spoken


def test_each_engine_is_started_once_and_ends_with_it(voice):
    speaker = Speaker()
    started = speaker.get_ready("espeak_ng")
    speaker.speak(Utterance("Rivers bend.", voice))
    assert speaker.get_ready("espeak_ng") is started
    speaker.close()
    with pytest.raises(SpeechError, match="closed"):
        started.speak(Utterance("Rivers bend.", voice))


# Slower than it was asked to be, and of some texts it says half.
DAWDLING = """
import wave
length = len(text) // 2 if "half" in text else len(text)
tone = (8000 * np.sin(np.arange(int(22050 * 0.12 * length)) / 5)).astype("<i2")
with wave.open(filename, "wb") as out:
    out.setparams((1, 2, 22050, 0, "NONE", ""))
    out.writeframes(tone.tobytes())
"""
STORY = "Rivers bend, and nobody asks them why they do, for they are older than they look, and this is"


def test_half_of_a_text_is_known_by_the_tempo_of_another_where_no_times_are_told(make_known, tmp_path, monkeypatch):
    make_known(monkeypatch, tmp_path, "dawdling", DAWDLING)
    voice = Voice("dawdling", "one", "en", rate_wpm=155)
    with Speaker() as speaker:
        assert speaker.speak(Utterance(f"{STORY} whole.", voice)).samples
        with pytest.raises(SpeechError, match="dawdling: its sound is too short"):
            speaker.speak(Utterance(f"{STORY} half.", voice))
