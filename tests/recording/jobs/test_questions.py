"""What is asked before anything is recorded: the answers are true, and come back from their bytes as they were."""

from dataclasses import replace

import pytest

from podcast.cache.store import Store
from podcast.errors import PodcastError
from podcast.recording.jobs.questions import Calibration, Proof, Sounds, Voices
from podcast.recording.jobs.render_jobs import SpeechJob
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.takes import Takes
from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.meter import loudness_lufs
from podcast.sound.music.piece import Piece
from voices.speech import Utterance

PROSE = (
    "A river that could choose would still not run straight. Wherever the bank is weak, the water digs; what it takes "
    "there it lays down on the other side, a little further on. Each curve makes the next one sharper."
)
STING = Piece.of("sting.opus", -16.0, 1, is_ours=True)


@pytest.fixture(scope="module")
def speaker(tmp_path_factory):
    with Speaker(Takes(Store(tmp_path_factory.mktemp("takes")))) as speaker:
        yield speaker


@pytest.mark.parametrize("level_lufs", [-16.0, -20.0])
def test_a_voice_is_as_loud_as_was_asked_for_whatever_it_says(level_lufs, speaker, voice):
    question = Calibration(voice, Chain(), level_lufs)
    chain = question.made(speaker)
    audio = SpeechJob(Utterance(PROSE, voice), chain).made(speaker)
    assert loudness_lufs(audio.pcm) == pytest.approx(level_lufs, abs=0.7)
    assert question.unpacked(question.packed(chain)) == chain
    assert isinstance(chain.allpass_hz, tuple)
    assert hash(chain) == hash(question.unpacked(question.packed(chain)))


def test_a_voice_is_measured_at_its_pace(speaker, voice):
    asked = []

    class Asked:
        def speak(self, utterance):
            asked.append(utterance)
            return speaker.speak(utterance)

    for rate_wpm in (120, 240):
        Calibration(replace(voice, rate_wpm=rate_wpm), Chain(), -16.0).made(Asked())
    slow, fast = asked
    assert fast.voice.rate_wpm == pytest.approx(2 * slow.voice.rate_wpm, abs=2)
    assert slow.text == fast.text


def test_a_file_is_music_when_it_has_samples(speaker, tmp_path):
    question = Proof(STING)
    count = question.made(speaker)
    assert count == int(STING.made().frame_count()) > 0
    assert question.unpacked(question.packed(count)) == count
    (tmp_path / "none.mp3").write_bytes(b"no music")
    with pytest.raises(PodcastError):
        Proof(Piece.of(str(tmp_path / "none.mp3"), -16.0, 1)).made(speaker)


def test_all_voices_of_an_engine_come_back_as_they_are(speaker):
    question = Voices("espeak_ng", "1")
    roster = question.made(speaker)
    again = question.unpacked(question.packed(roster))
    assert again == roster
    assert roster.variants
    assert "en-us" in {voice.id for voice in roster.voices}
    assert hash(again) == hash(roster)


def test_voices_are_kept_of_an_engine_that_declares_them():
    assert Voices("espeak_ng", "1").is_kept
    assert not Voices("sapi5", "1").is_kept


def test_how_a_text_sounds_is_told_for_each(speaker, voice):
    question = Sounds(("river", "bank"), voice)
    told = question.made(speaker)
    assert len(told) == 2
    assert "ɹ" in told[0]
    assert question.unpacked(question.packed(told)) == told
