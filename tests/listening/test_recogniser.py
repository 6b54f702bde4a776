"""Who can't listen says why, and what to do. That it can is for tests/judges_speech."""

import os
import sys

import pytest

from podcast.errors import PodcastError
from podcast.listening.recogniser import load_recogniser


def error_of(model):
    with pytest.raises(PodcastError) as raised:
        load_recogniser(str(model))
    assert raised.value.remedy
    return raised.value


@pytest.fixture
def folder(tmp_path):
    for name in ("config.json", "model.bin", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    return tmp_path


def test_without_the_package_the_extra_is_named(monkeypatch, folder):
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    for model in ("base", folder):
        assert "podcast-producer[listen]" in error_of(model).remedy


@pytest.mark.parametrize("model", ["no/such/folder", "./base", "~/nowhere", os.path.abspath("nowhere")])  # noqa: PTH100
def test_a_folder_that_is_not_there_is_no_name(model):
    error = error_of(model)
    assert error.which == model
    assert "folder" in error.what


@pytest.mark.parametrize("name", ["config.json", "model.bin", "tokenizer.json"])
def test_a_folder_that_lacks_a_file_is_told_before_anything_is_fetched(folder, name):
    (folder / name).unlink()
    assert name in error_of(folder).what


def test_a_file_that_is_no_model_is_told(judge, folder):
    judge(module="faster_whisper")
    assert error_of(folder).which == str(folder)


def test_a_name_that_nobody_has_gets_the_nearest(judge):
    judge(module="faster_whisper")
    assert "base" in error_of("bse").remedy


def test_without_a_network_a_name_is_told(judge, monkeypatch, tmp_path):
    judge(module="faster_whisper")
    import huggingface_hub.constants

    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    assert error_of("tiny").which == "tiny"
