"""`podcast script`, in a process of its own: what it prints, and how its ways go together."""

import json
import os
import subprocess
import sys

import pytest

SOURCE = "# Rivers\n\nRivers *bend*.\n\n![](map.png)\n\nThey do.\n"


@pytest.fixture
def script(tmp_path):
    (tmp_path / "essay.md").write_text(SOURCE, "utf-8")

    def run(*options, **environment):
        command = [sys.executable, "-m", "podcast", "script", "essay.md", *options]
        env = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=env | environment)

    return run


def test_where_there_is_no_colour_what_is_not_said_stands_in_brackets(script):
    told = script("--diff-source").stdout
    assert "[-map.png-]{image file}" in told
    assert "Rivers [-*-]bend[-*-]." in told


def test_in_colour_it_is_struck_through(script):
    told = script("--diff-source", FORCE_COLOR="1", TERM="xterm").stdout
    assert "[-" not in told
    [struck] = [line for line in told.splitlines() if "map.png" in line]
    assert "\x1b[9;31mmap.png\x1b[0m" in struck


def test_as_a_page_it_is_nothing_but_a_page(script):
    done = script("--diff-source", "--html")
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.endswith("</html>\n")
    assert done.returncode == 0


SPOKEN = "# Rivers\n\nDr. Hale [led]{say='lead'} 5 people use it.\n"


def test_what_is_said_otherwise_stands_out_in_colour_and_is_mere_text_in_a_pipe(script, tmp_path):
    (tmp_path / "essay.md").write_text(SPOKEN, "utf-8")
    piped = script("--spoken").stdout
    assert "said: Doctor Hale lead five people use /ˈjuːz/ it." in piped
    assert "\x1b" not in piped
    coloured = script("--spoken", FORCE_COLOR="1", TERM="xterm").stdout
    assert all(f"\x1b[1;4m{said}\x1b[0m" in coloured for said in ("Doctor", "lead", "five", "use"))


def test_each_change_tells_its_reason_to_who_asks(script, tmp_path):
    (tmp_path / "essay.md").write_text(SPOKEN, "utf-8")
    told = script("--spoken", "--why").stdout
    assert all(f"‹{rule}›" in told for rule in ("title", "mark", "number"))
    assert "‹verb: " in told
    [segment] = json.loads(script("--json").stdout)["segments"]
    assert [(one["written"], one["spoken"], one["rule"]) for one in segment["expansions"]] == [
        ("Dr.", "Doctor", "title"), ("led", "lead", "mark"), ("5", "five", "number"), ("use", "use", "homograph")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "options",
    [("--why",), ("--html",), ("--diff-source", "--json"), ("--diff-source", "--spoken"), ("--json", "--spoken")],
)
def test_what_would_have_no_effect_is_refused(script, options):
    done = script(*options)
    assert done.returncode == 2
    assert done.stdout == ""
