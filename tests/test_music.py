"""Music as a listener gets it: real builds with a bed and stings, judged on the decoded MP3 by other programs."""

import json
import re
import subprocess
import sys

import miniaudio
import numpy as np
import pytest

pytestmark = pytest.mark.slow

ESSAY = """\
---
title: The Quiet Loop
author: Ada Lake
date: 2026-03-01
---
Stone. Paper. Copper. Garden. A river would not run straight.

## The weak bank

Water takes the path of least resistance.

## The lake

One flood is enough, and the loop becomes a lake.
"""
NO_FRAME = '[opening]\nmusic = "none"\n[closing]\nmusic = "none"\n'
SHOWS = {
    "bed": '[bed]\nmusic = "default"\n[sting]\nbefore_chapters = true\n',
    "headings": NO_FRAME + '[bed]\nmusic = "default"\nunder = "headings"\nfade_s = 1\n',
    "loud bed": NO_FRAME.replace("]", ']\ntext = ""', 2) + '[bed]\nmusic = "default"\nlevel_db = 0\nduck_db = 0\n',
    "long pauses": NO_FRAME.replace("]", ']\ntext = ""', 2)
    + '[bed]\nmusic = "default"\n[pauses_ms]\nbefore_heading = 20000\nafter_heading = 20000\n',
    "none": NO_FRAME,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """What `build --json` tells of the episode with those settings, and what another decoder hears."""
    known = {}

    def build(name):
        if name not in known:
            folder = tmp_path_factory.mktemp("loop")
            (folder / "loop.md").write_text(ESSAY)
            (folder / "podcast.toml").write_text(SHOWS[name])
            command = [sys.executable, "-m", "podcast", "build", "loop.md", "--json"]
            done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
            assert done.returncode == 0, done.stderr
            [told] = json.loads(done.stdout)["episodes"]
            path = folder / told["audio"]
            sound = np.array(miniaudio.mp3_read_file_s16(str(path)).samples, np.int16)
            words = json.loads(next(path.parent.glob("*.words.json")).read_text("utf-8"))["segments"]
            known[name] = told, path, sound, words
        return known[name]

    return build


@pytest.mark.parametrize("name", SHOWS)
def test_levels_are_what_was_promised_with_any_music(name, built, judge):
    told, path, *_ = built(name)
    command = [judge("ffmpeg"), "-hide_banner", "-nostats", "-i", str(path)]
    command += ["-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-"]
    heard = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    loudness_lufs = float(heard.split("I:")[-1].split("LUFS")[0])
    peak_dbtp = float(heard.split("Peak:")[-1].split("dBFS")[0])
    assert loudness_lufs == pytest.approx(-16, abs=0.5)
    assert loudness_lufs == pytest.approx(told["loudness_lufs"], abs=0.2)
    assert peak_dbtp <= -0.95
    assert peak_dbtp == pytest.approx(told["true_peak_dbtp"], abs=0.25)


@pytest.mark.parametrize("name", SHOWS)
def test_the_duration_is_that_of_the_decoded_sound_to_the_frame(name, built):
    told, _, sound, _ = built(name)
    assert len(sound) % 1152 == 0
    assert told["duration_ms"] == round(len(sound) / 44.1)


def level_dbfs(sound, begin_ms, end_ms):
    stretch = sound[round(begin_ms * 44.1) : round(end_ms * 44.1)].astype(float)
    return 20 * np.log10(np.sqrt(np.square(stretch).mean()) / 32768 + 1e-6)


@pytest.mark.parametrize("name", ["bed", "headings", "none"])
def test_words_begin_when_they_are_heard(name, built):
    """The four that stand alone: silence, or a bed far below them, is before each."""
    *_, sound, passages = built(name)
    passage = next(passage for passage in passages if passage["body"].startswith("Stone"))
    for start_ms, _, start, end in passage["words"][:4]:
        word = passage["body"][start:end]
        assert re.match("Stone|Paper|Copper|Garden", word)
        levels = [level_dbfs(sound, start_ms + ms, start_ms + ms + 10) for ms in range(-100, 120, 10)]
        quiet, loud = levels[:6], levels[12:]
        assert max(loud) > max(quiet) + 8, word


def test_the_voice_is_the_same_whatever_plays(built):
    """Stems don't know the music: what is said has the same words at the same distances."""
    distances = []
    for name in ("bed", "headings", "none"):
        body = [passage for passage in built(name)[3] if passage["body"].startswith(("Stone", "Water", "One flood"))]
        distances.append([np.diff([word[0] for word in passage["words"]]) for passage in body])
    for other in distances[1:]:
        for ours, theirs in zip(distances[0], other, strict=True):
            assert np.abs(ours - theirs).max() <= 1  # they are rounded to milliseconds


def test_a_chapter_begins_with_its_sting(built):
    told, _, sound, passages = built("bed")
    headings = [passage for passage in passages if passage["kind"] == "heading"]
    for chapter, passage in zip(told["chapters"][1:], headings, strict=True):
        assert chapter["title"] == passage["body"]
        lead_ms = passage["words"][0][0] - chapter["start_ms"]
        assert 2500 < lead_ms < 3000
        assert level_dbfs(sound, chapter["start_ms"], chapter["start_ms"] + 1500) > -30
        assert level_dbfs(sound, chapter["start_ms"] - 250, chapter["start_ms"] - 50) < -50  # the bed has made way


def test_the_bed_lies_under_the_essay_and_not_around_it(built):
    told, _, sound, passages = built("bed")
    essay = [passage for passage in passages if passage["kind"] != "frame"]
    first_ms, last_ms = essay[0]["words"][0][0], essay[-1]["words"][-1][1]
    assert -60 < level_dbfs(sound, first_ms - 800, first_ms - 300) < -28
    assert level_dbfs(sound, first_ms - 2200, first_ms - 2000) < -50
    without = built("none")[2]
    assert level_dbfs(without, 0, 10) < -60
    between = essay[1]["words"][-1][1] + 200
    assert -60 < level_dbfs(sound, between, between + 100) < -30
    assert last_ms < told["duration_ms"] - 8000  # then the closing


@pytest.mark.parametrize("name", SHOWS)
def test_nothing_clicks_where_nobody_speaks(name, built):
    """At every edge and seam there are only music and silence, whose samples never bend sharply."""
    *_, sound, passages = built(name)
    bends = np.abs(np.diff(sound.astype(int), 2))
    for passage in passages:
        begin_ms, end_ms = max(0, passage["words"][0][0] - 30), passage["words"][-1][1] + 30
        bends[round(begin_ms * 44.1) : round(end_ms * 44.1)] = 0
    assert bends.max() < 2000  # the struck tines of the closing have 1500
