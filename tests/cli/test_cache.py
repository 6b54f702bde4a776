"""`podcast cache`, over what a real build kept."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cache.store import Shelf, Store
from podcast.cli import main
from podcast.cli.cacheview import ago
from podcast.cli.sizes import size

BUILD = [sys.executable, "-m", "podcast", "build", "pond.md", "--json"]
QUIET = "[opening]\nmusic = 'none'\ntext = ''\n[closing]\nmusic = 'none'\ntext = ''\n[voice]\nname = 'narrator'\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PODCAST_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("podcast.toml").write_text(QUIET)
    Path("pond.md").write_text("A pond is a lake that has stopped pretending.\n")
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(main, ["cache", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def build():
    Path("public/index.html").unlink(missing_ok=True)  # a whole show would be passed over
    result = CliRunner().invoke(main, BUILD[3:])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)["episodes"][0]["voiced"]


def test_what_a_build_kept_is_shown_and_cleared(folder):
    assert build() == 1
    told = json.loads(run("--json"))
    there = {kind["kind"]: kind["entries"] for kind in told["kinds"]}
    assert {"take", "clip", "chain"} <= there.keys()
    assert told["entries"] == sum(there.values())
    assert told["bytes"] == sum(kind["bytes"] for kind in told["kinds"]) > 100_000
    assert (told["folder"], told["refusal"]) == (str(folder / "cache"), "")
    shown = run()
    assert all(kind in shown for kind in there)
    assert json.loads(run("clear", "clips", "--json"))["deleted"] == there["clip"]
    assert build() == 0  # the take is still there
    assert json.loads(run("clear", "--older-than", "1h", "--json"))["deleted"] == 0
    before = json.loads(run("--json"))
    assert json.loads(run("clear", "--json")) == {
        "folder": told["folder"], "deleted": before["entries"], "bytes": before["bytes"], "left": 0,
    }  # fmt: skip
    assert json.loads(run("clear", "clips", "--json"))["deleted"] == 0  # there might have been some
    assert build() == 1


def test_a_build_that_runs_meanwhile_is_not_harmed(folder):
    Path("pond.md").write_text("".join(f"Pond number {number} is deeper than the last.\n\n" for number in range(5)))
    build()
    [audio] = folder.glob("public/episodes/pond/*.mp3")
    audio.unlink()
    with subprocess.Popen([*BUILD, "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as again:
        while again.poll() is None:
            run("clear")
            time.sleep(0.05)
        assert again.returncode == 0, again.stderr.read()
    assert audio.exists()  # its name has its content in it


def test_its_folder_is_told_to_other_programs(folder):
    assert run("dir") == f"{folder / 'cache'}\n"


def test_that_nothing_is_kept_is_told(folder, monkeypatch):
    monkeypatch.setenv("PODCAST_CACHE_MAX_MB", "0")
    assert json.loads(run("--json"))["refusal"]
    assert json.loads(run("--json"))["refusal"] in run()


@pytest.mark.parametrize(
    ("arguments", "code"), [(["clear", "tale"], 1), (["clear", "--older-than", "30"], 2), (["celar"], 2)]
)
def test_what_is_not_understood_deletes_nothing(arguments, code, folder):
    Shelf(Store(folder / "cache"), "").put("take", None, b"content")
    before = json.loads(run("--json"))["entries"]
    assert CliRunner().invoke(main, ["cache", *arguments]).exit_code == code
    assert json.loads(run("--json"))["entries"] == before


def test_sizes_and_ages_are_written_for_people():
    assert [size(count) for count in (0, 1, 999, 1000, 12_345_678, 999_960_000, 5 * 10**12)] == [
        "0 bytes", "1 byte", "999 bytes", "1.0 kB", "12.3 MB", "1.0 GB", "5000.0 GB",
    ]  # fmt: skip
    assert [ago(seconds) for seconds in (-5, 59, 60, 7300, 86_400 * 40)] == [
        "just now", "just now", "1 minute ago", "2 hours ago", "40 days ago",
    ]  # fmt: skip
