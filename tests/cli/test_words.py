"""`podcast words` with the real voice."""

import json
import os
import subprocess
import sys
import wave

import numpy as np
import pytest
from rich.cells import cell_len

ESSAY = """\
---
title: The Thalweg
language: en
---
Nguyen read the Kissimmee's zwortel for NATO in 1984, and Dr. Hale said [grenouille]{lang=fr} in the U.S., too.

> The Kissimmee bends.
"""


def run(*arguments, cwd, columns="160"):
    command = [sys.executable, "-m", "podcast", "words", *map(str, arguments)]
    environment = os.environ | {"COLUMNS": columns}
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=environment)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("words")
    (folder / "thalweg.md").write_text(ESSAY, "utf-8")
    return folder


@pytest.fixture(scope="module")
def told(folder):
    done = run("thalweg.md", "--json", "--output", "words.wav", cwd=folder)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["words"]


def test_json_has_every_word_with_its_line_its_sounds_and_the_rule(tmp_path):
    (tmp_path / "thalweg.md").write_text(ESSAY, "utf-8")
    said = {one["written"]: one for one in json.loads(run("thalweg.md", "--json", cwd=tmp_path).stdout)["said"]}
    assert (said["1984"]["spoken"], said["1984"]["rule"]) == ("nineteen eighty-four", "year")
    assert [said["Kissimmee"][key] for key in ("count", "line", "rule")] == [1, 7, ""]
    assert said["grenouille"]["language"] == "fr"
    assert all(one["ipa"] for one in said.values())


def test_names_acronyms_and_unusual_words_are_listed_the_riskiest_first(told):
    assert [(one["word"], one["risk"], one["count"]) for one in told[:2]] == [
        ("Kissimmee", "unknown name", 2),
        ("zwortel", "unknown word", 1),
    ]
    risks = {one["word"]: one["risk"] for one in told}
    assert (risks["NATO"], risks["read"]) == ("acronym", "two sounds")


def test_what_a_rule_says_in_words_is_no_risk(told):
    assert not {"1984", "Dr", "in", "The"} & {one["word"] for one in told}


def test_each_is_told_as_it_is_said(told):
    nato = next(one for one in told if one["word"] == "NATO")
    assert nato["ipa"].replace("ˈ", "").startswith("neɪ")
    assert "zwortel" in nato["context"]


def test_an_acronym_with_dots_is_said_to_its_last_letter(told):
    [states] = [one for one in told if one["word"] == "U.S"]
    assert states["spoken"].startswith("U.S")


def test_all_can_be_heard_where_it_says(told, folder):
    with wave.open(str(folder / "words.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (44_100, 1, 2)
        pcm = np.abs(np.frombuffer(file.readframes(-1), "<i2").astype(int))
    starts = [one["start_ms"] * 441 // 10 for one in told]
    assert starts == sorted(starts)
    for start in starts:
        assert pcm[start : start + 8000].max() > 2000
        assert pcm[max(start - 8000, 0) : max(start - 200, 0)].max(initial=0) < 100


def test_what_a_lexicon_has_is_not_listed(folder, told):
    (folder / "lexicon.toml").write_text('Kissimmee = "kih SIM ee"\n', "utf-8")
    done = run("thalweg.md", "--json", cwd=folder)
    assert "Kissimmee" not in {one["word"] for one in json.loads(done.stdout)["words"]}


def test_people_get_a_table(folder, told):
    shown = run("thalweg.md", "--all", cwd=folder).stdout
    assert {"zwortel", "NATO", "acronym"} <= set(shown.split())


def test_no_word_is_cut_on_a_narrow_screen(tmp_path, told):
    (tmp_path / "thalweg.md").write_text(ESSAY, "utf-8")
    shown = run("thalweg.md", "--all", "--output", "words.wav", cwd=tmp_path, columns="80").stdout
    assert {one["word"] for one in told} <= set(shown.split())
    assert {one["ipa"] for one in told if " " not in one["ipa"]} <= set(shown.split())
    assert max(map(cell_len, shown.splitlines())) <= 80  # a mark on a letter takes no room


def test_common_words_only_are_said_so(tmp_path):
    (tmp_path / "plain.txt").write_text("The river is wide. It is not deep.", "utf-8")
    done = run("plain.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_a_place_where_nothing_can_be_saved_is_refused_before_work(folder):
    for name in ("words.mp3", "nowhere/words.wav"):
        done = run("thalweg.md", "--output", name, cwd=folder)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("Error: ")
