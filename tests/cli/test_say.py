"""`podcast say`, with the real engine; players are programs of a line."""

import json
import sys
import wave
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from podcast.cli import main
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.meter import loudness_lufs

SETTINGS = """
[lexicon]
Nguyen = "win"
Worcester = { ipa = "ˈwʊstɚ" }
Vin = { ipa = "vǃn" }
"""
LINE = "Nguyen sold the old mill on the river to a friend from Worcester, and bought a smaller one."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("podcast.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


def run(*arguments, text=None):
    result = CliRunner().invoke(main, ["say", *arguments], input=text)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*arguments):
    result = CliRunner().invoke(main, ["say", *arguments])
    assert result.exit_code == 1, result.output
    assert not list(Path.cwd().glob("*.wav"))
    return result.stderr


def samples(path):
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, SAMPLE_RATE_HZ)
        return np.frombuffer(file.readframes(-1), "<i2")


def test_a_line_is_saved_as_an_episode_would_say_it():
    assert run(LINE, "--output", "line.wav").strip() == LINE.replace("Nguyen", "win")
    heard = samples("line.wav")
    assert 4 < len(heard) / SAMPLE_RATE_HZ < 9
    assert abs(loudness_lufs(heard) - -16) < 1.5
    run(LINE.replace("Nguyen", "win"), "--raw", "--output", "raw.wav")
    assert np.array_equal(samples("raw.wav"), heard)  # espeak-ng knows Worcester


def test_json_tells_what_is_said_and_voices_nothing():
    told = json.loads(run("-", "--json", text="Ask Nguyen’s Worcester."))
    assert (told["written"], told["spoken"]) == ("Ask Nguyen’s Worcester.", "Ask win’s Worcester.")
    assert (told["language"], told["output"]) == ("en-us", "")
    assert [(one["written"], one["spoken"], one["ipa"], one["rule"]) for one in told["expansions"]] == [
        ("Nguyen", "win", "", "lexicon"),
        ("Worcester", "Worcester", "ˈwʊstɚ", "lexicon"),
    ]
    assert all(told["written"][one["start"] : one["end"]] == one["written"] for one in told["expansions"])


def test_raw_is_without_lexicon():
    assert json.loads(run("Nguyen", "--raw", "--json"))["spoken"] == "Nguyen"


def test_an_essay_brings_its_lexicon_and_its_language():
    Path("essays").mkdir()
    Path("essays/teich.md").write_text("---\nlanguage: de\n---\nDer Teich ruht.\n")
    Path("essays/lexicon.toml").write_text('Nguyen = "Nujen"\n[de]\nJob = "Dschobb"\n')
    told = json.loads(run("Nguyen: Job", "--essay", "essays/teich.md", "--json"))
    assert (told["spoken"], told["language"]) == ("Nujen: Dschobb", "de")
    told = json.loads(run("Nguyen: Job", "--essay", "essays/teich.md", "--language", "en_GB", "--json"))
    assert (told["spoken"], told["language"]) == ("Nujen: Job", "en-gb")


def test_a_voice_of_another_language_speaks_its_own():
    assert json.loads(run("Teich", "--voice", "de", "--json"))["language"] == "de"
    assert json.loads(run("Pond", "--voice", "british", "--json"))["language"] == "en-us"


def test_a_voice_that_is_asked_for_wins_over_the_narrator_of_the_show():
    Path("podcast.toml").write_text('[cast.Narrator]\nvoice = "fireside"\nrate_wpm = 140\n')
    assert json.loads(run("Teich", "--json"))["language"] == "en-us"
    assert json.loads(run("Teich", "--voice", "de", "--json"))["language"] == "de"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("Vin rests", "--output", "a.wav"), "vǃn"),
        (("Worcester", "--language", "pt", "--output", "a.wav"), "pt"),
        (("x", "--output", "a.mp3"), ".wav"),
        (("x", "--output", "no/a.wav"), "no"),
        ((" … ", "--json"), "…"),
        (("x" * 2000, "--json"), "2000"),
        (("x", "--language", "english", "--json"), "english"),
        (("x", "--essay", "nothing.md", "--json"), "nothing.md"),
        (("x", "--voice", "naratorr", "--json"), "narrator"),
        (("x", "--voice", "naratorr", "--output", "a.wav"), "narrator"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_saved(arguments, part):
    assert part in refused(*arguments)


def test_a_mistake_in_the_lexicon_is_refused():
    Path("lexicon.toml").write_text('Hale = { sya = "hail" }')
    assert "say?" in refused("Hale", "--json")


@pytest.fixture
def players(folder, monkeypatch):
    """An empty PATH, to which programs can be added that stand for players."""
    programs = folder / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))

    def add(name, program):
        file = programs / name
        file.write_text(f"#!{sys.executable}\n{program}\n")
        file.chmod(0o755)

    return add


def test_without_a_player_the_remedy_is_to_save_it(players):
    assert "--output" in refused("x")


def test_json_has_the_sense_of_a_homograph_and_what_tells_it():
    [one] = json.loads(run("We use it.", "--json"))["expansions"]
    assert (one["written"], one["ipa"], one["rule"], one["sense"]) == ("use", "ˈjuːz", "homograph", "verb")
    assert "we" in one["reason"]


def test_json_has_each_word_with_its_sounds_and_what_decided_them():
    words = json.loads(run("Ask Nguyen’s Worcester.", "--json"))["words"]
    assert [(one["written"], one["spoken"], one["rule"]) for one in words] == [
        ("Ask", "Ask", ""),
        ("Nguyen’s", "win’s", "lexicon"),
        ("Worcester", "Worcester", "lexicon"),
    ]
    assert all(one["ipa"] for one in words)
    assert words[2]["ipa"] == "ˈwʊstɚ"


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_the_first_player_that_works_plays_it(players):
    players("paplay", "import sys; sys.exit('Connection refused')")
    players("aplay", "pass  # as ffplay does where there is no sound card: nothing is wrong, and nothing is heard")
    players("ffplay", "import sys, time, wave; f = wave.open(sys.argv[-1]); time.sleep(f.getnframes() / 44100)")
    assert run("Nguyen").strip() == "win"
    players("ffplay", "")
    told = refused("Nguyen")
    for part in ("paplay: Connection refused", "aplay", "ffplay", "--output"):
        assert part in told


def test_a_line_of_an_essay_is_said_in_the_voice_that_the_essay_states_unless_another_is_asked_for(folder):
    Path("essay.md").write_text("---\nvoice: de\nlanguage: de\n---\nDer Teich ist still.\n", "utf-8")
    Path("plain.md").write_text("---\nlanguage: de\n---\nDer Teich ist still.\n", "utf-8")
    run("Der Teich", "--essay", "essay.md", "--output", "stated.wav")
    run("Der Teich", "--essay", "plain.md", "--voice", "de", "--output", "asked.wav")
    run("Der Teich", "--essay", "essay.md", "--voice", "de+Annie", "--output", "other.wav")
    stated, asked, other = (Path(f"{name}.wav").read_bytes() for name in ("stated", "asked", "other"))
    assert stated == asked
    assert other != stated
