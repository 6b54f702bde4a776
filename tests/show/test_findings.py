"""What the gate found is told again while nothing changes, and not a build longer."""

import subprocess
import sys

import pytest

from feed.rules import Findings, Problem, Rule
from podcast.cache.uptodate import BuildRecords
from podcast.cli import essays
from podcast.show.findings import kept_or

RULE = Rule("album", "optional", "podcast", "A rule is kept.", "Keep it.")
FOUND = Findings((Problem(RULE, "On “Ponds”", "it isn't"),), episodes=1, rules=94)
OTHER = Findings((), episodes=1, rules=94)
OPTIONS = {"show": {"base_url": None}, "opening": {"music": "none"}, "closing": {"music": "none"}}
OPTIONS |= {"title": "", "author": "", "language": "", "date": "", "voice": "", "chapters": "", "address": ""}


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    folder = tmp_path_factory.mktemp("findings")
    (folder / "ponds.md").write_text("Ponds stand still, and nobody asks them why.\n")
    command = "-m podcast build ponds.md --intro none --outro none".split()
    subprocess.run([sys.executable, *command], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def ask(show):
    for path in (show / ".podcast" / "findings").iterdir():
        path.unlink()
    essay = show / "ponds.md"
    folder = essays.folder_of(str(essay))

    def found(look):
        records = BuildRecords(show)
        request = records.request("ponds.md", "ponds.md", essay.read_bytes(), folder, OPTIONS)
        assert records.passed_over(request)
        return kept_or(look, records, [request])

    return found


def nobody_looks():
    pytest.fail("it was looked for again")


def test_what_was_found_is_told_again(ask):
    assert ask(lambda: FOUND) == FOUND
    assert ask(nobody_looks) == FOUND


def test_what_somebody_changed_meanwhile_is_looked_for_again(ask, show):
    def look():
        (show / "public" / "robots.txt").write_text("")
        return FOUND

    assert ask(look) == FOUND
    (show / "public" / "robots.txt").unlink()
    assert ask(lambda: OTHER) == OTHER


def test_what_is_damaged_is_looked_for_again(ask, show):
    ask(lambda: FOUND)
    (kept,) = (show / ".podcast" / "findings").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"album", b"alnum"))
    assert ask(lambda: OTHER) == OTHER
