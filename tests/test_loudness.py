"""Loudness and true peak of whole episodes, by ffmpeg's own meter on the published MP3 (benchmarks/loudness.py).

A few voices here; with `make test-long` every profile, neural or not, every English voice, and two hours in each.
"""

import importlib.util
import sys
from pathlib import Path

import pytest

from voices.casting import profiles

HERE = Path(__file__).parent
MOST_MB = 800  # of all its processes: an episode's parts are never in memory at once


def module():
    spec = importlib.util.spec_from_file_location("loudness", HERE.parent / "benchmarks" / "loudness.py")
    found = importlib.util.module_from_spec(spec)
    sys.modules["loudness"] = found  # dataclasses look their module up
    spec.loader.exec_module(found)
    return found


bench = module()


def holds(measured, *, lufs=-16.0, peak_dbtp=-1.0):
    assert measured.lufs == pytest.approx(lufs, abs=0.5)
    assert measured.peak_dbtp <= peak_dbtp
    assert measured.told_lufs == pytest.approx(measured.lufs, abs=0.15)


@pytest.fixture
def ffmpeg(judge):
    judge("ffmpeg")


SHORT = [
    ("narrator", False),
    ("clara", True),
    ("en-us+klatt", False),
    ("heart", False),
    ("heart", True),
    ("amos", False),
]


@pytest.mark.slow
@pytest.mark.parametrize(("voice", "stereo"), SHORT)
def test_twenty_seconds_of_a_voice_alone(ffmpeg, voice, stereo):
    measured = bench.measure(voice, bench.essay(50), stereo=stereo)
    assert 12 < measured.duration_s < 40
    holds(measured)


def test_other_goals(ffmpeg):
    settings = f"{bench.BARE}[sound]\nloudness_lufs = -23\ntrue_peak_dbtp = -9\nbitrate_kbps = 256\n"
    holds(bench.measure("fireside", bench.essay(50), settings), lufs=-23, peak_dbtp=-9)


ENGLISH = ["en-029", "en", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-gb-x-rp", "en-shaw", "en-us"]
ENGLISH += ["en-us-nyc"]


def test_no_english_voice_is_left_out(roster):
    assert {voice.id for voice in roster.voices if voice.languages[0].startswith("en")} == {*ENGLISH}


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("voice", [*profiles(), *ENGLISH])
@pytest.mark.parametrize("words", [50, 51, 52, 2 * 60 * bench.WORDS_PER_MINUTE])
def test_every_english_voice_for_seconds_and_for_hours(ffmpeg, voice, words):
    if words > 60 and voice == "brisk":  # who says a third more of them in a minute
        words = words * 4 // 3
    measured = bench.measure(voice, bench.essay(words, seed=words))
    assert measured.duration_s > 6000 or words < 60
    assert measured.memory_mb < MOST_MB
    holds(measured)
