"""What a second build has to voice: what is new to the engine, and nothing else."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from podcast.cli import main

FIRST_SECTION = """\
---
title: On Ponds
author: Ada Lake
date: 2026-03-01
---
## The skin

A pond is a lake that has stopped pretending. It has no far shore to dream of.
"""
LAST_SECTION = """
## The floor

Everything that ever fell in is still falling, only more slowly.
"""
ESSAY = FIRST_SECTION + LAST_SECTION
PLAIN = """\
[show]
title = "Shore Letters"
cover = "cover.png"
[opening]
text = "{title}, by {author}."
music = "none"
[closing]
text = ""
music = "none"
"""


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("PODCAST_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def new_show(folder):
    folder.mkdir()
    (folder / "ponds.md").write_text(ESSAY)
    (folder / "podcast.toml").write_text(PLAIN)
    for name, colour in (("cover.png", "navy"), ("other.png", "teal")):
        Image.new("RGB", (1400, 1400), colour).save(folder / name)
    return folder


@pytest.fixture
def show(tmp_path, cache, monkeypatch):
    folder = new_show(tmp_path / "show")
    monkeypatch.chdir(folder)
    return folder


def build(*options):
    shutil.rmtree(".podcast/built", ignore_errors=True)  # or what is current would be passed over
    result = CliRunner().invoke(main, ["build", "ponds.md", "--json", *options])
    assert result.exit_code == 0, result.stderr
    [episode] = json.loads(result.stdout)["episodes"]
    return episode


def counts(episode):
    return episode["voiced"], episode["reused"]


def mp3(episode):
    return Path(episode["audio"]).read_bytes()


def entries(cache):
    return [path for path in cache.glob("*/*") if path.is_file()]


def edit(path, *changes):
    text = Path(path).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path(path).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def first_build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PODCAST_CACHE_DIR", str(folder / "cache"))
        patch.chdir(new_show(folder / "show"))
        episode = build()
        return folder, counts(episode), mp3(episode)


@pytest.fixture
def built(first_build, tmp_path, cache, monkeypatch):
    """A show that was built once, with its cache: the bytes of its MP3."""
    folder, _, sound = first_build
    for name in ("show", "cache"):
        shutil.copytree(folder / name, tmp_path / name)
    monkeypatch.chdir(tmp_path / "show")
    return sound


def test_at_first_all_is_voiced(first_build):
    assert first_build[1] == (4, 0)


def test_the_same_again_voices_nothing_and_makes_nothing(built, monkeypatch):
    monkeypatch.setattr("podcast.recording.jobs.worker.Worker.make", None)
    again = build()
    assert counts(again) == (0, 4)
    assert mp3(again) == built


CHANGES = {
    "music": ("podcast.toml", ('music = "none"\n[closing]', 'music = "default"\n[closing]')),
    "pauses": ("podcast.toml", ("[show]", "[pauses_ms]\nparagraph = 1500\nbefore_heading = 2000\n[show]")),
    "the welcome": ("podcast.toml", ("{title}, by", "Hello! {title}, by")),
    "title": ("ponds.md", ("title: On Ponds", "title: Of Ponds")),
    "bitrate": ("podcast.toml", ("[show]", "[sound]\nbitrate_kbps = 96\n[show]")),
    "cover": ("podcast.toml", ("cover.png", "other.png")),
    "a section that is gone": ("ponds.md", (LAST_SECTION, "")),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_no_word_of_the_essay_voices_no_segment(what, built):
    edit(*CHANGES[what])
    assert build()["voiced"] == 0


def test_one_sentence_is_one_segment(built):
    edit("ponds.md", ("no far shore", "a far shore"))
    assert counts(build()) == (1, 3)


def test_one_sentence_is_spoken_mastered_and_encoded_and_nothing_else(built, cache):
    before = len(entries(cache))
    edit("ponds.md", ("no far shore", "a far shore"))
    build()
    assert len(entries(cache)) == before + 2  # a take and a clip


@pytest.mark.parametrize(
    ("change", "voiced"),
    [
        ('[voice]\nname = "clara"', 4),  # who was the announcer: now another one says the headings, too
        ("[voice]\npitch = 60", 2),  # the headings have a voice of their own
        ('[cast.announcer]\nvoice = "fireside"', 2),
    ],
)
def test_another_voice_says_anew_what_is_its_own(built, change, voiced):
    edit("podcast.toml", ("[show]", f"{change}\n[show]"))
    assert counts(build()) == (voiced, 4 - voiced)


def test_back_to_what_was_before_voices_nothing(built):
    edit("ponds.md", ("no far shore", "a far shore"))
    build()
    edit("ponds.md", ("a far shore", "no far shore"))
    again = build()
    assert counts(again) == (0, 4)
    assert mp3(again) == built


def test_no_cache_voices_all_and_keeps_it(built, cache):
    for path in entries(cache):
        path.write_bytes(b"damaged")
    assert counts(build("--no-cache")) == (4, 0)
    assert counts(build()) == (0, 4)


def test_damage_costs_time_only(built, cache):
    for index, path in enumerate(entries(cache)):
        kept = path.read_bytes()
        path.write_bytes((b"", kept[: len(kept) // 2], kept[:-1] + bytes([kept[-1] ^ 1]))[index % 3])
    again = build()
    assert counts(again) == (4, 0)
    assert mp3(again) == built


def test_a_cache_that_has_no_place_changes_nothing(built, tmp_path, monkeypatch):
    Path("file").write_text("")
    monkeypatch.setenv("PODCAST_CACHE_DIR", str(tmp_path / "file" / "cache"))
    again = build()
    assert counts(again) == (4, 0)
    assert mp3(again) == built


def test_a_cache_of_no_size_keeps_nothing(show, monkeypatch, cache):
    monkeypatch.setenv("PODCAST_CACHE_MAX_MB", "0")
    assert counts(build()) == counts(build()) == (4, 0)
    assert not cache.exists()


def test_the_same_sentence_twice_counts_twice_for_any_number_of_jobs(show):
    edit("ponds.md", ("The floor", "The skin"))
    assert counts(build("--jobs", "3")) == (4, 0)
    assert counts(build("--jobs", "1")) == (0, 4)


def test_a_script_that_is_recorded_twice_for_its_loudness_was_voiced(show):
    """A few seconds in which one word is soft come out too loud or too low at the first go."""
    Path("ponds.md").write_text("---\ntitle: One\n---\nOh.\n")
    edit("podcast.toml", ("{title}, by {author}.", ""))
    assert counts(build())[1] == 0
    assert counts(build())[0] == 0


def test_two_builds_at_once_share_what_they_say(show, cache, tmp_path_factory):
    Path("ponds.md").write_text(ESSAY + "".join(f"\nPond number {n} is deeper than the last.\n" for n in range(6)))
    shows = [new_show(tmp_path_factory.mktemp("show") / name) for name in ("one", "two")]
    command = [sys.executable, "-m", "podcast", "build", show / "ponds.md", "--json", "--show"]
    builds = [subprocess.Popen([*command, folder], stdout=subprocess.PIPE, text=True) for folder in shows]
    told = [json.loads(done.communicate(timeout=60)[0])["episodes"][0] for done in builds]
    assert [done.returncode for done in builds] == [0, 0]
    assert len({(folder / one["audio"]).read_bytes() for folder, one in zip(shows, told, strict=True)}) == 1
    assert not list(cache.glob("*/.new-*"))
    assert counts(build()) == (0, 10)


def test_without_a_choice_it_lies_where_the_system_wants_it(show, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PODCAST_", "XDG_"))}
    command = [sys.executable, "-m", "podcast", "build", "ponds.md"]
    done = subprocess.run(command, env={**kept, "HOME": str(home)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(r"4 of 4 segments voiced, 0 reused, \d+\.\d s\n", done.stdout)
    if sys.platform == "linux":
        # Takes of four segments, the welcome and the calibration of two voices; four clips and the welcome's; what the
        # calibrations found.
        assert len(entries(home / ".cache" / "podcast")) == 14
