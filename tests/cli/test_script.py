"""`podcast script`, in a process of its own: what it prints, and how its ways go together."""

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


@pytest.mark.parametrize(
    "options", [("--html",), ("--diff-source", "--json"), ("--diff-source", "--spoken"), ("--json", "--spoken")]
)
def test_what_would_have_no_effect_is_refused(script, options):
    done = script(*options)
    assert done.returncode == 2
    assert done.stdout == ""
