"""Commands that voice nothing."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from podcast.cli import main

ESSAY = "# Rivers\n\nThey [bend](https://example.org). `x`\n\n> Always.\n\n```\ncode\n```\n"
COMMANDS = sorted(main.commands)


def run(*arguments, text=None):
    result = CliRunner().invoke(main, arguments, input=text)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("rivers.md").write_text(ESSAY)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command):
    told = run(command, "--help")
    assert "Examples:" in told
    assert f"podcast {command}" in told


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(command):
    begins = main.commands[command].help.partition("\n")[0][:40]
    assert re.search(rf"^  {command} +{re.escape(begins)}", run("--help"), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_is_for(command):
    options = [option for option in main.commands[command].params if isinstance(option, click.Option)]
    assert all(option.help for option in options)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command):
    assert f"podcast {command}" in (Path(__file__).parents[2] / "README.md").read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize("arguments", [["script", "rivers.md"], ["script", "rivers.md", "--json"], ["--help"]])
def test_where_nobody_reads_on_it_ends_quietly(arguments):
    """As behind `| head`."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "podcast", *arguments]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=env, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_the_version_is_the_distribution_s():
    from importlib.metadata import version

    assert version("podcast-producer") in run("--version")


def test_a_script_shows_what_is_said_and_what_is_not():
    told = run("script", "rivers.md")
    for part in ("Rivers", "They bend. x", "quotation", "code block"):
        assert part in told


def test_a_script_as_json_has_the_offsets_of_the_source():
    told = json.loads(run("script", "rivers.md", "--json"))
    assert (told["title"], told["author"], told["language"]) == ("Rivers", "", "")
    assert [segment["text"] for segment in told["segments"]] == ["They bend. x", "Always."]
    for segment in told["segments"]:
        assert set(segment) == {"kind", "role", "language", "cues", "text", "spoken", "expansions", "start", "end"}
        assert ESSAY[segment["start"] : segment["end"]].startswith(segment["text"][:4])
    for skip in told["skipped"]:
        assert skip["text"] in ESSAY[skip["start"] : skip["end"]]
    assert {"code block", "title"} <= {skip["reason"] for skip in told["skipped"]}
    assert 20_000 < told["duration_ms"] < 40_000  # some 19 s of it music


SCRIPT = (
    "# Talk\n\nHOST: Say [guten Tag]{lang=de}.\n\nADA: Why? [pause 1.5s] So.\n\nHOST: Bye.\n\n***\n\nEnd. [sting]\n"
)


def test_a_script_tells_roles_languages_and_marks():
    told = json.loads(run("script", "-", "--json", text=SCRIPT))
    assert [(one["role"], one["language"], one["cues"]) for one in told["segments"]] == [
        ("HOST", "", []),
        ("HOST", "de", []),
        ("ADA", "", []),
        ("ADA", "", [{"kind": "pause", "duration_ms": 1500}]),
        ("HOST", "", []),
        ("narrator", "", [{"kind": "scene break"}]),
    ]
    assert told["last_cues"] == [{"kind": "sting"}]
    shown = run("script", "-", text=SCRIPT)
    for fact in ("HOST, de", "pause, 1.5 s", "scene break", "sting"):
        assert fact in shown
    assert "narrator" not in shown


def test_a_script_knows_the_cast_and_the_roles_of_the_show():
    Path("podcast.toml").write_text("[cast.ada]\n[roles]\nquotation = 'narrator'\n[cast.announcer]\n")
    told = json.loads(run("script", "-", "--json", text="Ada: Yes.\n\nAnnouncer: x\n\n> No.\n"))
    assert [(one["role"], one["text"]) for one in told["segments"]] == [
        ("ada", "Yes."),
        ("ada", "Announcer: x"),
        ("narrator", "No."),
    ]


def test_a_script_can_come_from_standard_input():
    assert "Ponds stand still." in run("script", "-", text="Ponds stand still.")


def test_one_segment_is_not_many():
    told = CliRunner().invoke(main, ["script", "-"], input=b"A sentence.")
    assert "1 segment\n" in told.output


def test_voices_of_all_engines_are_listed():
    told = run("voices", "--language", "en")
    for part in ("narrator", "heart", "hibari", "espeak_ng", "en-us", "Annie"):
        assert part in told
    assert "Deutsch" not in told


def test_voices_as_json():
    told = json.loads(run("voices", "--language", "de", "--json"))
    assert {"heart", "narrator"} <= {profile["name"] for profile in told["profiles"]}
    assert [(voice["engine"], voice["id"]) for voice in told["voices"]] == [("espeak_ng", "de")]
    engines = {engine["name"]: engine for engine in told["engines"]}
    assert "Annie" in engines["espeak_ng"]["variants"]
    assert engines["hibari"]["is_neural"]
    assert all(engine["description"] for engine in engines.values())


def test_only_the_engine_that_a_show_names_is_listed(tmp_path):
    (tmp_path / "podcast.toml").write_text("[voice]\ndriver = 'hibari'\n")
    told = json.loads(run("voices", "--json", "--show", tmp_path))
    assert {voice["engine"] for voice in told["voices"]} == {"hibari"}
