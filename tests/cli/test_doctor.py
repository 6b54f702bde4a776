"""`podcast doctor`: what has to be done, what is worth knowing, and nothing heavy for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main


@pytest.fixture
def show(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments, code=0):
    result = CliRunner().invoke(main, [*arguments, "doctor", "--json"])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def of(facts, name):
    return [one for one in facts["checks"] if one["name"] == name]


def test_an_empty_folder_is_well(show):
    facts = told()
    assert facts["is_well"]
    names = {one["name"] for one in facts["checks"]}
    assert names >= {
        "python",
        "podcast-producer",
        "engine espeak_ng",
        "engine hibari",
        "ffmpeg",
        "cache",
        "write rights",
    }
    assert of(facts, "episodes")[0]["state"] == "note"
    assert "not needed" in of(facts, "ffmpeg")[0]["what"]
    assert list(show.iterdir()) == []


def test_a_person_reads_a_line_of_each_and_how_it_stands(show):
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 0
    assert "All is well." in result.stdout
    Path("podcast.toml").write_text("[show]\ntitel = 'x'\n")
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "did you mean title?" in result.stdout
    assert "1 thing to be done" in result.stdout


@pytest.mark.parametrize(
    "settings", ["[show", "[show]\ntitel = 'x'", "[lexicon]\nVin = 3", "[speech]\nlexicons = ['none.toml']"]
)
def test_settings_with_a_mistake_are_something_to_do(settings, show):
    Path("podcast.toml").write_text(settings)
    [found] = of(told(code=1), "settings")
    assert found["state"] == "ill"
    assert found["remedy"]


def test_an_engine_that_is_wanted_and_cannot_run_is_something_to_do(show, monkeypatch):
    from voices.engine import Engine

    monkeypatch.setattr(Engine, "missing", lambda self: "piper needs piper, get it" if self.name == "piper" else "")
    assert of(told(), "engine piper")[0]["state"] == "note"
    Path("podcast.toml").write_text("[voice]\ndriver = 'piper'\n")
    [found] = of(told(code=1), "engine piper")
    assert (found["state"], found["what"]) == ("ill", "piper needs piper, get it")


def test_an_episode_that_cannot_be_read_is_something_to_do(show):
    facts = show / "public" / "episodes" / "old" / "episode.json"
    facts.parent.mkdir(parents=True)
    facts.write_text("{")
    assert str(facts.relative_to(show)) in of(told(code=1), "episodes")[0]["what"]


def test_a_cache_that_keeps_nothing_is_told(show):
    Path("file").write_text("")
    assert of(told("--cache-max-mb", "0"), "cache")[0]["state"] == "note"
    [found] = of(told("--cache-dir", str(show / "file" / "cache"), code=1), "cache")
    assert "no folder" in found["what"]


def test_a_folder_for_temporary_files_that_is_not_there_is_told(show, monkeypatch):
    import tempfile

    def refuse():
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    [found] = of(told(code=1), "temporary files")
    assert "TMPDIR" in found["remedy"]


def test_it_loads_no_net_and_no_engine(show):
    program = "import sys; from podcast.cli import main; main(['doctor'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert not {"numpy", "onnxruntime", "hibari", "av", "lxml", "rich"} & set(loaded)
