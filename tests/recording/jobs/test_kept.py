from dataclasses import replace

import pytest

from podcast.cache.store import Store
from podcast.recording.jobs.kept import KeptResults
from podcast.recording.jobs.questions import Calibration, Sounds, Voices
from podcast.recording.jobs.render_jobs import MixClipJob, MixJob, SpeechClipJob, SpeechJob
from podcast.recording.jobs.speaker import Speaker
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import MusicShape
from voices.speech import Phonemes, Utterance

TEXT = "Rivers bend, and bend again."


@pytest.fixture
def speaker():
    with Speaker() as speaker:
        yield speaker


@pytest.fixture
def job(voice):
    return SpeechClipJob(SpeechJob(Utterance(TEXT, voice), Chain(gain_db=11), 300), 64)


@pytest.fixture
def content(job, speaker):
    return job.packed(job.made(speaker))


def test_what_comes_back_is_what_was_kept(job, content, tmp_path):
    KeptResults(Store(tmp_path)).put(job, content)
    assert KeptResults(Store(tmp_path)).get(job) == job.unpacked(content)


def test_whatever_a_clip_depends_on_has_a_place_of_its_own(job, content, tmp_path):
    kept = KeptResults(Store(tmp_path))
    kept.put(job, content)
    voice = job.voice
    said = voice.utterance
    for other in (
        replace(job, bitrate_kbps=96),
        *(
            replace(job, voice=changed)
            for changed in (
                replace(voice, sentence_pause_ms=301),
                replace(voice, chain=replace(voice.chain, gain_db=11.01)),
                replace(voice, chain=replace(voice.chain, stereo=True)),
                replace(voice, utterance=replace(said, text=TEXT + ".")),
                replace(voice, utterance=replace(said, voice=replace(said.voice, pitch=51))),
                replace(voice, utterance=replace(said, phonemes=(Phonemes(0, 6, "ˈrɪvəz"),))),
            )
        ),
    ):
        assert kept.get(other) is None


def test_what_another_version_of_an_engine_said_is_not_taken(job, content, tmp_path, monkeypatch):
    KeptResults(Store(tmp_path)).put(job, content)
    monkeypatch.setattr("podcast.recording.jobs.kept.version_of", lambda driver, voice: f"{driver} 2, {voice}")
    assert KeptResults(Store(tmp_path)).get(job) is None


def test_music_is_known_by_its_content_and_not_by_its_place(job, content, tmp_path):
    kept = KeptResults(Store(tmp_path))
    piece = Piece("here.wav", "0a", -16.0, 1, -1.0)
    framing = MixClipJob(MixJob(job.voice, piece, MusicShape(), -1.0), 64)
    kept.put(framing, content)
    for changed, is_kept in ((replace(piece, path="there.wav"), True), (replace(piece, sha256="0b"), False)):
        other = replace(framing, mix=replace(framing.mix, music=changed))
        assert (kept.get(other) is not None) == is_kept
        assert (other == framing) == is_kept


def test_answers_are_kept_too(voice, speaker, tmp_path):
    kept = KeptResults(Store(tmp_path))
    for question in (Calibration(voice, Chain(), -16.0), Voices("espeak_ng", "1")):
        answer = question.made(speaker)
        kept.put(question, question.packed(answer))
        assert kept.get(question) == answer


def test_what_costs_nothing_or_may_change_is_not_kept(voice, tmp_path):
    kept = KeptResults(Store(tmp_path))
    for question in (Sounds(("river",), voice), Voices("sapi5", "1"), SpeechJob(Utterance(TEXT, voice), Chain())):
        kept.put(question, b"{}")
    assert not list(tmp_path.glob("*/*"))


def test_damage_is_nothing_kept(job, content, tmp_path):
    kept = KeptResults(Store(tmp_path))
    kept.put(job, content)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-100])
    assert kept.get(job) is None


def test_without_a_store_nothing_is_kept(job, content):
    kept = KeptResults(None)
    kept.put(job, content)
    assert kept.get(job) is None
