"""`podcast diff`, against real episodes; players are programs of a line."""

import json
import shutil
import sys
import wave
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from podcast.cli import main
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.meter import loudness_lufs

SAID = "Nobody reads it, and that is why it's worth keeping: it\nwas never meant to please."
INSTEAD = "Nobody reads it, and that is why it is worth keeping."


@pytest.fixture
def show(real_show, tmp_path, monkeypatch):
    """A show with one episode, to do with as one likes."""
    shutil.copytree(real_show.folder, tmp_path / "show")
    monkeypatch.chdir(tmp_path / "show")
    return tmp_path / "show"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["diff", *arguments])
    assert result.exit_code == code, result.output
    return result.stdout if code < 2 and result.stdout else result.stderr


def told(*arguments):
    return json.loads(run("log.md", "--json", *arguments))


def edit(old, new, path="log.md"):
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def samples(path):
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, SAMPLE_RATE_HZ)
        return np.frombuffer(file.readframes(-1), "<i2")


def test_nothing_differs_from_what_was_just_built(show):
    found = told("--exit-code")
    assert (found["is_built"], found["is_same"], found["is_source_same"], found["to_voice"]) == (True, True, True, 0)
    assert found["changes"] == found["facts"] == found["moving_chapters"] == []
    assert len(run("log.md").splitlines()) == 2


def test_nothing_is_written(show):
    edit(SAID, INSTEAD)
    before = {path: path.stat().st_mtime_ns for path in show.rglob("*")}
    told()
    assert {path: path.stat().st_mtime_ns for path in show.rglob("*")} == before


def test_one_sentence_is_shown_by_its_words(show):
    edit(SAID, INSTEAD)
    found = told()
    [change] = found["changes"]
    assert (change["change"], change["kind"], found["to_voice"]) == ("changed", "paragraph", 1)
    assert [text.strip() for fate, text in change["words"] if fate == "new"] == ["it is", "keeping."]
    assert found["moving_chapters"][0]["title"] == "Fog & frost"
    shown = run("log.md")
    assert "[-it's-]{+it is+} worth" in shown
    assert "Ness Point" in shown
    assert "{+keeping.+}" in shown
    assert "\x1b" not in shown


def test_a_summary_that_is_made_of_the_text_is_not_told_beside_what_changed_in_it(show):
    text = Path("log.md").read_text("utf-8")
    Path("log.md").write_text("\n".join(line for line in text.split("\n") if not line.startswith("description:")))
    assert [fact["name"] for fact in told()["facts"]] == ["summary"]
    edit(SAID, INSTEAD)
    assert told()["facts"] == []


def test_where_it_is_shown_in_colour_no_marks_stand_in_the_text(show, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    edit(SAID, INSTEAD)
    shown = run("log.md")
    assert "\x1b[" in shown
    assert "{+" not in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "{+it is+}" in run("log.md")


def test_what_the_essay_says_of_itself_is_compared(show):
    edit("title: The Keeper’s Log", "title: A Keeper’s Log")
    edit("date: 2026-03-01", "date: 2026-03-02")
    found = told()
    assert [fact["name"] for fact in found["facts"]] == ["title", "date"]
    assert [change["kind"] for change in found["changes"]] == ["frame", "heading", "frame"]
    assert "title: The Keeper’s Log → A Keeper’s Log" in run("log.md")
    assert told("--title", "The Keeper’s Log", "--date", "2026-03-01")["facts"] == []


def test_what_is_not_said_is_a_change_too(show):
    edit("https://example.org/inspector", "https://example.org/other")
    found = told()
    assert (found["is_same"], found["is_source_same"], found["changes"]) == (False, False, [])
    run("log.md", "--exit-code", code=1)


def test_an_essay_that_was_never_built_is_new_as_a_whole(show, tmp_path):
    Path("pond.md").write_text("# Ponds\n\nA pond is a lake.\n\n## The skin\n")
    found = json.loads(run("pond.md", "--json"))
    assert (found["is_built"], found["segments"], found["to_voice"]) == (False, 2, 2)
    assert {change["change"] for change in found["changes"]} == {"new"}
    assert "2 segments" in run("pond.md", "--show", str(tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()


def test_the_exit_status_is_that_of_diff_when_it_is_asked_for(show):
    run("log.md", "--exit-code", code=0)
    edit(SAID, INSTEAD)
    run("log.md", code=0)
    run("log.md", "--exit-code", code=1)
    run("nothing.md", code=1)
    assert "nothing.md" in run("nothing.md", "--exit-code", code=2)


def test_an_episode_whose_words_are_lost_is_trouble(show):
    [words] = show.glob("public/episodes/*/*.words.json")
    words.write_text("{}")
    assert words.name in run("log.md", "--exit-code", code=2)


def test_what_is_new_can_be_saved_and_is_only_that(show, tmp_path):
    edit(SAID, INSTEAD)
    edit("There was no fog.", "There was no fog at all.")
    output = tmp_path / "new.wav"
    assert told("--output", str(output))["output"] == str(output)
    heard = samples(output)
    assert 15 < len(heard) / SAMPLE_RATE_HZ < 60
    assert abs(loudness_lufs(heard) - -16) < 1.5


def test_where_nothing_new_is_said_nothing_is_saved(show, tmp_path):
    edit("> We heard her bell at ten, and again at noon. We did not hear it at two.\n", "")
    assert told("--output", str(tmp_path / "new.wav"))["output"] == ""
    assert not (tmp_path / "new.wav").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_it_is_played(show, tmp_path, monkeypatch):
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    assert "--output" in run("log.md", "--play", code=1)
    player = programs / "aplay"
    note = f"open({str(tmp_path / 'played')!r}, 'w').write(str(f.getnframes()))"
    player.write_text(
        f"#!{sys.executable}\nimport sys, time, wave\nf = wave.open(sys.argv[-1])\n{note}\ntime.sleep(3)\n"
    )
    player.chmod(0o755)
    run("log.md", "--play")
    assert not (tmp_path / "played").exists()
    edit("# The Keeper’s Log\n", "# A Log\n")
    run("log.md", "--play")
    assert 0.3 * SAMPLE_RATE_HZ < int((tmp_path / "played").read_text()) < 3 * SAMPLE_RATE_HZ


def test_a_build_voices_as_much_as_was_told(show):
    edit(SAID, "Nobody reads it.")
    edit("> We heard her bell at ten, and again at noon. We did not hear it at two.\n", "")
    edit("### A word about ink", "### A word on ink")
    expected = told()["to_voice"]
    result = CliRunner().invoke(main, ["build", "log.md", "--json"])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["episodes"][0]["voiced"] == expected == 2
    assert told()["is_same"]
