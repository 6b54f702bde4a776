"""The engine that docs/voices.md shows is whole: taken out of the page and installed, it is an engine like ours."""

import json
import os
import re
import subprocess
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "voices.md").read_text("utf-8")
ESSAY = """# What Ponds Know

A pond is a lake that has stopped pretending. It has no far shore to dream of.

Stand still long enough, and the pond forgets that you came.
"""


def shown(language, marker):
    """The code of the page in which the marker stands."""
    [code] = [code for code in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL) if marker in code]
    return code


@pytest.fixture
def site(tmp_path):
    """What pip makes of the package on the page: its module, and what is known of it."""
    site, project = tmp_path / "site", shown("toml", "podcast.engines")
    info = site / "podcast_tones-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "tones.py").write_text(shown("python", "buildDriver"), "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: podcast-tones\nVersion: 1.0\n")
    name, module = re.search(r'"podcast\.engines"\]\n(\w+) = "(\w+)"', project).groups()
    (info / "entry_points.txt").write_text(f"[podcast.engines]\n{name} = {module}\n")
    return site


@pytest.fixture
def podcast(site, tmp_path):
    path = os.pathsep.join([str(site), str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": path, "PODCAST_CACHE_DIR": str(tmp_path / "cache")}

    def run(*arguments):
        command = [sys.executable, "-P", "-m", "podcast", *arguments]
        options = {"cwd": tmp_path, "env": environment, "capture_output": True, "encoding": "utf-8"}
        done = subprocess.run(command, check=False, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_the_driver_is_as_short_as_the_page_says():
    assert len(shown("python", "buildDriver").splitlines()) <= 60


def test_it_is_listed_with_its_voices(podcast):
    told = json.loads(podcast("voices", "--json"))
    [engine] = [one for one in told["engines"] if one["name"] == "tones"]
    assert engine["missing"] == ""
    voices = {one["id"]: one for one in told["voices"] if one["engine"] == "tones"}
    assert {name: one["languages"] for name, one in voices.items()} == {"low": ["en-us"], "high": ["en-us"]}


def test_it_says_a_line_at_the_rate_that_is_wanted(podcast, tmp_path):
    line = "The oldest settlements along the estuary were founded by merchants who followed the herring northwards."
    podcast("say", line, "--voice", "tones:low", "--output", "line.wav")
    with wave.open(str(tmp_path / "line.wav")) as file:
        said_s = file.getnframes() / file.getframerate()
    assert len(line.split()) / said_s * 60 == pytest.approx(155, rel=0.1)


def built(podcast, tmp_path):
    (tmp_path / "ponds.md").write_text(ESSAY, "utf-8")
    podcast_says = ("build", "ponds.md", "--voice", "tones:high", "--intro", "none", "--outro", "none", "--json")
    return json.loads(podcast(*podcast_says))["episodes"][0]


def test_it_narrates_an_episode_whose_words_have_its_times(podcast, tmp_path):
    built(podcast, tmp_path)
    [words] = (tmp_path / "public").rglob("*.words.json")
    passages = [one for one in json.loads(words.read_text("utf-8"))["segments"] if one["kind"] != "frame"]
    assert len(passages) == 2
    assert all(one["isTimed"] for one in passages)
    for begin_ms, later_ms, letters in steps(passages[-1]["words"]):  # of one sentence: each letter lasts as long
        assert later_ms - begin_ms == pytest.approx(letters * letter_ms(passages[-1]["words"]), abs=2)


def steps(words):
    """When each word begins, and the next one, and how many letters and spaces lie between."""
    return [(one[0], other[0], other[2] - one[2]) for one, other in pairwise(words)]


def letter_ms(words):
    return (words[-1][0] - words[0][0]) / (words[-1][2] - words[0][2])


def test_an_edit_of_its_file_has_everything_voiced_anew(podcast, tmp_path, site):
    first = built(podcast, tmp_path)
    assert built(podcast, tmp_path)["audio"] == first["audio"]
    driver = site / "tones.py"
    driver.write_text(driver.read_text("utf-8").replace('"high": 220', '"high": 247'), "utf-8")
    assert built(podcast, tmp_path)["audio"] != first["audio"]
