"""`podcast check --listen` as a user types it, on an episode that says something else than it claims."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LAMP = Path(__file__).parent.parent.parent / "examples" / "the-desk-lamp.md"
SAID = "I have his lamp on my own desk now. The paint has worn off where he used to take it"
CLAIMED = "I sold his lamp in the next spring. No paint was left on it, which nobody minded"

pytestmark = [pytest.mark.speech, pytest.mark.timeout(1200), pytest.mark.filterwarnings("ignore")]


@pytest.fixture
def show(show_of, tmp_path):
    show = shutil.copytree(show_of(LAMP), tmp_path / "letters")
    [words] = show.glob("public/episodes/*/*.words.json")
    told = json.loads(words.read_text("utf-8"))
    [passage] = (one for one in told["segments"] if SAID in one["body"])
    passage["body"] = passage["body"].replace(SAID, CLAIMED.ljust(len(SAID)))
    words.write_text(json.dumps(told), "utf-8")
    return show


def test_it_finds_the_passage_and_tells_what_was_said(show, whisper):
    command = ["-m", "podcast", "check", "--show", show, "--listen", "--listen-model", whisper, "--only", LAMP.stem]
    done = subprocess.run([sys.executable, *command, "--json"], capture_output=True, encoding="utf-8", check=False)
    told = json.loads(done.stdout)
    [problem] = (problem for problem in told["problems"] if problem["rule"] == "understood")
    assert problem["level"] == "recommended"
    assert "nobody minded" in problem["what"]
    [heard] = told["heard"]
    assert heard["slug"] == LAMP.stem
    longest = heard["runs"][0]
    assert "worn off" in longest["heard"]
    assert "nobody minded" in longest["written"]
    assert heard["passages"][longest["passage"]]["start_ms"] <= longest["start_ms"] <= longest["end_ms"]
