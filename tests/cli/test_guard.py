"""Before much of an essay is left out, the writer is asked."""

import pytest
from click.testing import CliRunner

from podcast.cli import main

PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away. "
SWALLOWED = f"# Rivers\n\n{PROSE}\n\n<!-- not closed\n\n" + PROSE * 10 + "\n\n-->\n"


@pytest.fixture
def essay(tmp_path):
    path = tmp_path / "essay.md"
    path.write_text(SWALLOWED, encoding="utf-8")
    return path


def test_a_build_that_would_lose_much_stops_and_says_how_much_and_why(essay, tmp_path):
    result = CliRunner().invoke(main, ["build", str(essay), "--show", str(tmp_path)])
    assert result.exit_code == 1
    assert all(told in result.output for told in ("%", "comment", "--yes", str(essay)))
    assert not (tmp_path / "public" / "feed.xml").exists()


def test_the_script_is_printed_with_a_warning(essay, tmp_path):
    result = CliRunner().invoke(main, ["script", str(essay), "--show", str(tmp_path)])
    assert result.exit_code == 0
    assert "--yes" in result.stderr
    assert "--yes" not in result.stdout


def test_what_may_be_lost_is_built(essay, tmp_path):
    result = CliRunner().invoke(main, ["build", str(essay), "--show", str(tmp_path), "--yes"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "public" / "feed.xml").exists()
