"""The whole way as a user goes it: the real command, the real voice, and other programs as judges."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import miniaudio
import numpy as np
import pytest
from lxml import etree
from mutagen.id3 import ID3

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"

RIVERS = """\
---
title: Why Rivers Bend
author: Ada Lake
date: 2026-03-01
language: en-us
description: A short essay on meanders.
---
# Why Rivers Bend

A river that could choose would still not run straight. See [the gauge](https://example.org/gauge) for its level.

## The weak bank

Stone. Paper. Copper. Garden.

> Water takes the path of least resistance, and then it changes its mind.

## The quiet lake

```python
lake = cut_off(loop)
```

- One flood is enough.
- The loop becomes a lake.
"""
PONDS = "Ponds stand still.\n\nThey are older than they look, and nobody asks them why.\n\nLeave a Reply"


def podcast(*arguments, cwd, text=None, env=None):
    return subprocess.run(
        [sys.executable, "-m", "podcast", *map(str, arguments)],
        cwd=cwd, input=text, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


def built(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    """A show with one episode, built where no program can be found on PATH."""
    folder = tmp_path_factory.mktemp("show") / "river-letters"
    folder.mkdir()
    (folder / "rivers.md").write_text(RIVERS, "utf-8")
    env = {"PATH": "/nonexistent", "PODCAST_CACHE_DIR": str(folder.parent / "cache")}
    done = podcast("build", "rivers.md", "--json", cwd=folder, env=env)
    return folder, built(done)["episodes"][0], done


@pytest.fixture(scope="module")
def heard(show):
    """What another decoder than the product's makes of the MP3."""
    folder, episode, _ = show
    sound = miniaudio.mp3_read_file_s16(str(folder / episode["audio"]))
    return np.array(sound.samples, np.int16)


def items(folder):
    return etree.parse(folder / "public" / "feed.xml").getroot().findall("channel/item")


def test_the_json_tells_what_was_made(show):
    folder, episode, _ = show
    assert episode["title"] == "Why Rivers Bend"
    assert episode["slug"] == "rivers"
    assert episode["bytes"] == (folder / episode["audio"]).stat().st_size
    assert episode["segments"] == episode["voiced"] == 7
    assert episode["reused"] == 0
    assert [chapter["title"] for chapter in episode["chapters"]] == [
        "Why Rivers Bend",
        "The weak bank",
        "The quiet lake",
    ]
    assert {skip["reason"] for skip in episode["skipped"]} == {"code block"}


def test_its_facts_prove_that_no_text_was_lost(show, heard):
    folder, _, _ = show
    facts = json.loads((folder / "public/episodes/rivers/episode.json").read_text("utf-8"))
    source = (folder / "rivers.md").read_text("utf-8")
    assert facts["coverage"]["sha256"] == hashlib.sha256(source.encode()).hexdigest()
    left = list(source)
    for start, end, *fate in facts["coverage"]["spans"]:
        left[start:end] = " " * (end - start)
        if source[start:end] == "The weak bank":
            begin, stop = (round(ms * 44.1) for ms in fate)
            assert np.abs(heard[begin:stop].astype(int)).max() > 3000
            assert np.abs(heard[begin - 4410 : begin - 441].astype(int)).max() < 100
    assert not "".join(left).strip()


def test_nothing_is_printed_beside_the_json(show):
    assert show[2].stderr == ""


def test_only_what_is_to_be_uploaded_lies_in_public(show):
    folder, episode, _ = show
    names = {re.sub("-[0-9a-f]{8}", "", path.as_posix()) for path in snapshot(folder / "public")}
    assert episode["audio"].startswith("public/episodes/rivers/rivers-")
    of_the_show = "feed.xml feed.xsl feed.css index.html cover.jpg assets/page.css assets/player.js assets/show.js"
    of_the_episode = "episode.json index.html rivers.mp3 rivers.vtt rivers.srt rivers.words.json rivers.chapters.json"
    assert names == {*of_the_show.split(), *(f"episodes/rivers/{name}" for name in of_the_episode.split())}


def test_the_duration_is_that_of_the_decoded_sound_to_the_frame(show, heard):
    assert len(heard) % 1152 == 0
    assert show[1]["duration_ms"] == round(len(heard) / 44.1)


def test_levels_are_what_was_promised_and_what_was_told(show, judge):
    judge("ffmpeg")
    folder, episode, _ = show
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(folder / episode["audio"])]
    command += ["-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    loudness_lufs = float(told.split("I:")[-1].split("LUFS")[0])
    peak_dbtp = float(told.split("Peak:")[-1].split("dBFS")[0])
    assert loudness_lufs == pytest.approx(-16, abs=0.5)
    assert loudness_lufs == pytest.approx(episode["loudness_lufs"], abs=0.2)
    assert peak_dbtp <= -0.95
    assert peak_dbtp == pytest.approx(episode["true_peak_dbtp"], abs=0.2)


def test_mp3val_finds_nothing(show, judge):
    judge("mp3val")
    folder, episode, _ = show
    told = subprocess.run(["mp3val", folder / episode["audio"]], capture_output=True, text=True, check=True).stdout
    assert "WARNING" not in told
    assert "CBR" in told


def test_chapters_begin_where_silence_ends(show, heard):
    """The heading's first word is heard within 80 ms of the chapter's time, after the pause before it."""
    for chapter in show[1]["chapters"][1:]:
        start = round(chapter["start_ms"] * 44.1)
        level = np.abs(heard[start - 22050 : start + 22050].astype(int))
        onset = int(np.argmax(level > 400)) - 22050
        assert abs(onset) < 0.08 * 44100
        assert level[:18000].max() < 100


def test_the_tag_names_the_episode(show):
    folder, episode, _ = show
    tag = ID3(folder / episode["audio"])
    assert tag.version == (2, 3, 0)
    assert (str(tag["TIT2"]), str(tag["TPE1"])) == ("Why Rivers Bend", "Ada Lake")
    assert "path of least resistance" in tag.getall("USLT")[0].text
    assert len(tag.getall("CHAP")) == 3


def test_the_feed_s_enclosure_is_the_file(show):
    folder, episode, _ = show
    [item] = items(folder)
    enclosure = item.find("enclosure")
    assert enclosure.get("url") == "http://localhost:8000/" + episode["audio"].removeprefix("public/")
    assert int(enclosure.get("length")) == episode["bytes"]
    assert enclosure.get("type") == "audio/mpeg"
    assert item.findtext("guid") == episode["guid"]
    assert parsedate_to_datetime(item.findtext("pubDate")) == datetime.fromisoformat("2026-03-01T00:00:00+00:00")
    assert item.findtext(f"{ITUNES}duration") == str(round(episode["duration_ms"] / 1000))
    assert '<a href="https://example.org/gauge"' in item.findtext("description")


@pytest.fixture
def copy(show, tmp_path):
    folder = tmp_path / "river-letters"
    shutil.copytree(show[0], folder)
    return folder


def test_building_again_changes_not_a_byte(copy):
    before = snapshot(copy / "public")
    episode = built(podcast("build", "rivers.md", "--json", cwd=copy))["episodes"][0]
    assert snapshot(copy / "public") == before
    assert episode["audio"].removeprefix("public/") in {
        str(p.relative_to(copy / "public")) for p in copy.rglob("*.mp3")
    }


@pytest.mark.parametrize("jobs", [1, 5])
def test_the_number_of_jobs_changes_not_a_byte(jobs, show, tmp_path):
    folder = tmp_path / "river-letters"
    folder.mkdir()
    shutil.copy(show[0] / "rivers.md", folder)
    built(podcast("build", "rivers.md", "--json", "--no-cache", "--jobs", jobs, cwd=folder))
    audio = {path.name: content for path, content in snapshot(folder).items() if path.suffix == ".mp3"}
    assert audio == {Path(show[1]["audio"]).name: (show[0] / show[1]["audio"]).read_bytes()}


def test_an_edited_essay_keeps_its_place_in_the_feed(copy, show):
    (copy / "rivers.md").write_text(RIVERS.replace("Copper.", "Silver.").replace("Bend\n", "Wander\n"), "utf-8")
    episode = built(podcast("build", "rivers.md", "--json", cwd=copy))["episodes"][0]
    [item] = items(copy)
    assert episode["guid"] == show[1]["guid"] == item.findtext("guid")
    assert episode["audio"] != show[1]["audio"]
    assert parsedate_to_datetime(item.findtext("pubDate")).year == 2026
    assert [path.name for path in copy.rglob("*.mp3")] == [Path(episode["audio"]).name]


def test_what_an_edit_replaces_is_gone_and_what_it_leaves_alone_stays(copy, show):
    before = {path.name for path in (copy / "public/episodes/rivers").iterdir()}
    (copy / "rivers.md").write_text(RIVERS.replace("Copper.", "Silver."), "utf-8")
    built(podcast("build", "rivers.md", "--json", cwd=copy))
    after = {path.name for path in (copy / "public/episodes/rivers").iterdir()}
    assert len(after) == len(before)
    assert {"index.html", "episode.json"} <= after & before
    assert not {name for name in after & before if name.endswith((".mp3", ".vtt", ".srt", ".words.json"))}


def test_a_second_essay_is_a_second_item_and_the_newest_comes_first(copy, show):
    done = podcast("build", "-", "--title", "On Ponds", "--date", "2026-04-01", "--json", cwd=copy, text=PONDS)
    episode = built(done)["episodes"][0]
    assert [item.findtext("title") for item in items(copy)] == ["On Ponds", "Why Rivers Bend"]
    assert episode["skipped"] == [{"text": "Leave a Reply", "reason": "page furniture"}]
    assert (copy / show[1]["audio"]).exists()


def test_several_essays_in_one_go(tmp_path):
    (tmp_path / "one-pond.txt").write_text(PONDS)
    (tmp_path / "two-ponds.txt").write_text(PONDS)
    told = built(podcast("build", "one-pond.txt", "two-ponds.txt", "--json", cwd=tmp_path))
    assert [episode["slug"] for episode in told["episodes"]] == ["one-pond", "two-ponds"]
    assert len(items(tmp_path)) == 2


def test_settings_and_options_shape_the_episode(tmp_path, show):
    (tmp_path / "essay.md").write_text(RIVERS, "utf-8")
    (tmp_path / "podcast.toml").write_text(
        """
        [show]
        title = "Water & Stone"
        author = "Ada Lake"
        email = "ada@example.org"
        base_url = "https://example.org/water"
        categories = ["Science > Nature"]
        [voice]
        name = "british"
        rate_wpm = 200
        [opening]
        music = "none"
        text = ""
        [closing]
        music = "none"
        text = "The end."
        [sound]
        bitrate_kbps = 96
        loudness_lufs = -19
        """
    )
    episode = built(podcast("build", "essay.md", "--json", "--base-url", "https://example.net", cwd=tmp_path))[
        "episodes"
    ][0]
    sound = miniaudio.mp3_read_file_s16(str(tmp_path / episode["audio"]))
    assert sound.num_frames / 44100 < show[1]["duration_ms"] / 1000 - 10
    assert episode["loudness_lufs"] == pytest.approx(-19, abs=0.5)
    assert episode["segments"] == 8  # nobody has said the title yet
    assert items(tmp_path)[0].find("enclosure").get("url").startswith("https://example.net/episodes/")
    channel = etree.parse(tmp_path / "public" / "feed.xml").find("channel")
    assert channel.findtext("title") == "Water & Stone"
    assert channel.find(f"{ITUNES}category/{ITUNES}category").get("text") == "Nature"


def test_the_environment_can_set_an_option(tmp_path):
    done = podcast("build", "-", "--json", cwd=tmp_path, text=PONDS, env={"PODCAST_BUILD_TITLE": "From outside"})
    assert built(done)["episodes"][0]["title"] == "From outside"


def test_the_user_s_own_music_frames_the_episode(tmp_path, sine):
    import wave

    with wave.open(str(tmp_path / "jingle.wav"), "wb") as file:
        file.setparams((1, 2, 44100, 0, "NONE", ""))
        file.writeframes(sine(440, 5, -20).tobytes())
    done = podcast("build", "-", "--json", "--intro", "jingle.wav", "--outro", "none", cwd=tmp_path, text=PONDS)
    sound = miniaudio.mp3_read_file_s16(str(tmp_path / built(done)["episodes"][0]["audio"]))
    first_second = np.array(sound.samples[22050:44100], float)
    spectrum = np.abs(np.fft.rfft(first_second * np.hanning(len(first_second))))
    assert np.argmax(spectrum) * 44100 / len(first_second) == pytest.approx(440, abs=3)


def test_the_screen_at_the_end_says_what_matters(copy):
    done = podcast("build", "rivers.md", cwd=copy)
    for part in ("Why Rivers Bend", "LUFS", "3 chapters", "code block", "public/feed.xml", "base_url", "replaced"):
        assert part in done.stdout


def test_a_terminal_shows_how_far_it_is(copy, terminal):
    ours, theirs = terminal
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}
    command = [sys.executable, "-m", "podcast", "build", "rivers.md"]
    build = subprocess.Popen(command, cwd=copy, env=environment, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:
        pass  # Linux says so when the other end is closed
    assert build.wait() == 0
    for part in (b"7/7 segments", "× real time".encode(), b"Why Rivers Bend"):
        assert part in shown


def test_what_is_published_tells_nothing_of_the_author_s_folders_and_comments(tmp_path):
    essay = tmp_path / "secret-folder" / "ponds.md"
    essay.parent.mkdir()
    essay.write_text("Ponds stand still. <!-- ask the lawyer --> They are old.\n")
    show = tmp_path / "show"
    for _ in range(2):
        episode = built(podcast("build", essay, "--show", show, "--json", cwd=tmp_path))["episodes"][0]
    assert episode["slug"] == "ponds"
    assert len(items(show)) == 1
    published = b"".join(snapshot(show / "public").values())
    assert b"secret-folder" not in published
    assert b"lawyer" not in published
    assert [skip["reason"] for skip in episode["skipped"]] == ["comment"]


def test_a_language_that_nobody_speaks_is_said_and_told(tmp_path):
    (tmp_path / "a.md").write_text("She said [nuqneH tlhIngan]{lang=tlh}, and [bonjour madame]{lang=fr}.", "utf-8")
    done = podcast("build", "a.md", "--json", "--intro", "none", "--outro", "none", cwd=tmp_path)
    assert built(done)["episodes"][0]["unspoken_languages"] == ["tlh"]
    assert "tlh" in podcast("build", "a.md", "--intro", "none", "--outro", "none", cwd=tmp_path).stdout
