from dataclasses import replace

import pytest

from podcast.sound.chain import Chain
from podcast.sound.clips import Clips, Recipe
from podcast.sound.record import record
from podcast.store import Store
from voices.speech import Phonemes, Utterance

TEXT = "Rivers bend, and bend again."


@pytest.fixture
def recipe(voice):
    return Recipe(Utterance(TEXT, voice), Chain(gain_db=11), 300, 64)


@pytest.fixture
def clip(recipe, booth):
    return record(recipe.utterance, recipe.chain, recipe.bitrate_kbps, booth.speak)


def test_what_comes_back_is_what_was_kept(recipe, clip, tmp_path):
    Clips(Store(tmp_path), "engine 1").put(recipe, clip)
    assert Clips(Store(tmp_path), "engine 1").get(recipe) == clip


def test_whatever_a_clip_depends_on_has_a_place_of_its_own(recipe, clip, tmp_path):
    clips = Clips(Store(tmp_path), "engine 1")
    clips.put(recipe, clip)
    said = recipe.utterance
    for other in (
        replace(recipe, bitrate_kbps=96),
        replace(recipe, sentence_pause_ms=301),
        replace(recipe, chain=replace(recipe.chain, gain_db=11.01)),
        replace(recipe, chain=replace(recipe.chain, stereo=True)),
        replace(recipe, utterance=replace(said, text=TEXT + ".")),
        replace(recipe, utterance=replace(said, voice=replace(said.voice, pitch=51))),
        replace(recipe, utterance=replace(said, phonemes=(Phonemes(0, 6, "ˈrɪvəz"),))),
    ):
        assert clips.get(other) is None
    assert Clips(Store(tmp_path), "engine 2").get(recipe) is None


def test_damage_is_nothing_kept(recipe, clip, tmp_path):
    clips = Clips(Store(tmp_path), "engine 1")
    clips.put(recipe, clip)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-100])
    assert clips.get(recipe) is None


def test_without_a_store_nothing_is_kept(recipe, clip):
    clips = Clips(None, "")
    clips.put(recipe, clip)
    assert clips.get(recipe) is None
