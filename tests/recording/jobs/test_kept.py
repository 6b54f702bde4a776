from dataclasses import replace

import pytest

from podcast.cache.store import Store
from podcast.recording.jobs.kept import Kept
from podcast.recording.jobs.questions import Calibration, Sounds, Voices
from podcast.recording.jobs.render_jobs import Framing, Mix, Passage, Performance
from podcast.recording.jobs.speaker import Speaker
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.frame import Frame
from podcast.sound.music.piece import Piece
from voices.speech import Phonemes, Utterance

TEXT = "Rivers bend, and bend again."


@pytest.fixture
def speaker():
    with Speaker() as speaker:
        yield speaker


@pytest.fixture
def recipe(voice):
    return Passage(Performance(Utterance(TEXT, voice), Chain(gain_db=11), 300), 64)


@pytest.fixture
def content(recipe, speaker):
    return recipe.packed(recipe.made(speaker))


def test_what_comes_back_is_what_was_kept(recipe, content, tmp_path):
    Kept(Store(tmp_path)).put(recipe, content)
    assert Kept(Store(tmp_path)).get(recipe) == recipe.unpacked(content)


def test_whatever_a_clip_depends_on_has_a_place_of_its_own(recipe, content, tmp_path):
    kept = Kept(Store(tmp_path))
    kept.put(recipe, content)
    voice = recipe.voice
    said = voice.utterance
    for other in (
        replace(recipe, bitrate_kbps=96),
        *(
            replace(recipe, voice=changed)
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


def test_what_another_version_of_an_engine_said_is_not_taken(recipe, content, tmp_path, monkeypatch):
    Kept(Store(tmp_path)).put(recipe, content)
    monkeypatch.setattr("podcast.recording.jobs.kept.version_of", lambda driver, voice: f"{driver} 2, {voice}")
    assert Kept(Store(tmp_path)).get(recipe) is None


def test_music_is_known_by_its_content_and_not_by_its_place(recipe, content, tmp_path):
    kept = Kept(Store(tmp_path))
    piece = Piece("here.wav", "0a", -16.0, 1, -1.0)
    framing = Framing(Mix(recipe.voice, piece, Frame(), -1.0), 64)
    kept.put(framing, content)
    for changed, is_kept in ((replace(piece, path="there.wav"), True), (replace(piece, sha256="0b"), False)):
        other = replace(framing, mix=replace(framing.mix, music=changed))
        assert (kept.get(other) is not None) == is_kept
        assert (other == framing) == is_kept


def test_answers_are_kept_too(voice, speaker, tmp_path):
    kept = Kept(Store(tmp_path))
    for question in (Calibration(voice, Chain(), -16.0), Voices("espeak_ng", "1")):
        answer = question.made(speaker)
        kept.put(question, question.packed(answer))
        assert kept.get(question) == answer


def test_what_costs_nothing_or_may_change_is_not_kept(voice, tmp_path):
    kept = Kept(Store(tmp_path))
    for question in (Sounds(("river",), voice), Voices("sapi5", "1"), Performance(Utterance(TEXT, voice), Chain())):
        kept.put(question, b"{}")
    assert not list(tmp_path.glob("*/*"))


def test_damage_is_nothing_kept(recipe, content, tmp_path):
    kept = Kept(Store(tmp_path))
    kept.put(recipe, content)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-100])
    assert kept.get(recipe) is None


def test_without_a_store_nothing_is_kept(recipe, content):
    kept = Kept(None)
    kept.put(recipe, content)
    assert kept.get(recipe) is None
