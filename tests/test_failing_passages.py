"""Passages that an engine can't say: all of them are told at once, with file and line, and can be left out."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main
from podcast.recording.jobs.engine_process import EngineProcess
from voices.speech import SpeechError, Utterance, Voice

# What each word makes of an engine that else says a tone as long as its text.
MOODY = """
import os, subprocess, sys, time, wave
seconds, rate = 0.07 * len(text), 22050
if "chatter" in text:
    print("I am saying it")
if "abort" in text:
    os.abort()
if "refuse" in text:
    raise ValueError("I would rather not")
if "hang" in text:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(__file__).with_name("hung").open("a").write(f"{os.getpid()} {child.pid} {time.time()}\\n")
    time.sleep(600)
if "nothing" in text:
    return
if "folder" in text:
    Path(filename).mkdir()
    (Path(filename) / "inner").write_text("sound")
    return
if "junk" in text:
    for number in range(3, 20):
        try:
            os.write(number, b"\\x80\\x04junk of many letters\\n" * 40)
        except OSError:
            pass
tone = (8000 * np.sin(np.arange(int(rate * seconds)) / 5)).astype("<i2")
if "silence" in text:
    tone[:] = 0
if "half" in text:
    tone = tone[: len(tone) // 2]
with wave.open(filename, "wb") as out:
    out.setparams((1, 2, rate, 0, "NONE", ""))
    out.writeframes(tone.tobytes())
if "rateless" in text:
    with open(filename, "r+b") as file:
        file.seek(24)
        file.write(bytes(8))
if "odd" in text:
    with open(filename, "r+b") as file:
        data = bytearray(file.read())
        data[40:44] = (len(data) - 44 - 1).to_bytes(4, "little")
        file.seek(0)
        file.write(bytes(data[:-1]))
        file.truncate()
"""
SETTINGS = """
[show]
base_url = "https://example.org/show"
[voice]
driver = 'moody'
[opening]
music = 'none'
text = ''
[closing]
music = 'none'
text = ''
"""
GOOD = "Rivers bend, and nobody asks them why they do, for they are older than they look."


@pytest.fixture
def show(tmp_path, monkeypatch, make_known):
    drivers = tmp_path / "drivers"
    drivers.mkdir()
    make_known(monkeypatch, drivers, "moody", MOODY)
    monkeypatch.setenv("PODCAST_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "show"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("podcast.toml").write_text(SETTINGS)
    return folder


def essay(*moods, name="essay.md"):
    """Its passages stand in lines 3, 5, 7 and so on."""
    passages = [f"{GOOD} Let this one {mood}." if mood else GOOD for mood in moods]
    Path(name).write_text("\n\n".join(["# On rivers", *passages]) + "\n")
    return name


def build(*arguments, code=0):
    result = CliRunner().invoke(main, ["build", *arguments])
    assert result.exit_code == code, result.output
    return result


def test_all_that_fails_is_told_at_once_with_file_line_text_and_engine_and_nothing_is_published(show):
    told = build(essay("refuse", "", "abort", "", "nothing"), code=1).stderr
    assert told.startswith("Error: 3 passages could not be voiced")
    for place in ("essay.md:3: “Rivers bend", "essay.md:7: “Rivers bend", "essay.md:11: “Rivers bend"):
        assert place in told
    assert told.count("moody") == 3
    assert "--skip-failed" in told
    assert not (show / "public").exists()


def test_the_rest_is_kept_and_the_next_build_says_only_what_is_new(show):
    build(essay("refuse", "", "abort", ""), code=1)
    [episode] = json.loads(build(essay("", "", "", ""), "--json").stdout)["episodes"]
    assert episode["reused"] >= 2


def test_what_fails_can_be_left_out_and_is_told_wherever_an_episode_is(show):
    name = essay("", "refuse", "", "abort")
    told = build(name, "--skip-failed").stdout
    assert "not said, since no engine could: 2 passages" in told
    assert "essay.md:5:" in told
    assert "essay.md:9:" in told
    [episode] = json.loads(build(name, "--skip-failed", "--json").stdout)["episodes"]
    assert [gap.partition(" ")[0] for gap in episode["gaps"]] == ["essay.md:5:", "essay.md:9:"]
    assert sum(skip["reason"] == "unvoiced passage" for skip in episode["skipped"]) == 2
    assert episode["segments"] == 3
    checked = CliRunner().invoke(main, ["check", "--json"])
    assert checked.exit_code == 0
    found = [problem for problem in json.loads(checked.stdout)["problems"] if problem["rule"] == "gaps"]
    assert len(found) == 2
    assert "Let this one refuse" in found[0]["what"]


def test_the_proof_and_the_transcript_are_true_about_a_gap(show):
    build(essay("", "refuse", ""), "--skip-failed")
    [facts] = map(json.loads, (path.read_text("utf-8") for path in show.rglob("episode.json")))
    source = Path("essay.md").read_text()
    [gap] = [span for span in facts["coverage"]["spans"] if span[2] == "unvoiced passage"]
    assert source[gap[0] : gap[1]] == f"{GOOD} Let this one refuse."
    [words] = show.rglob("*.words.json")
    assert "refuse" not in words.read_text("utf-8")


@pytest.mark.slow
def test_an_episode_with_a_gap_is_never_current(show):
    name = essay("", "refuse")
    build(name, "--skip-failed")
    assert "could not be voiced" in build(name, code=1).stderr
    assert "1 passage" in build(name, "--skip-failed").stdout


def test_where_nothing_can_be_said_there_is_nothing_to_publish(show):
    Path("essay.md").write_text("Let this refuse.\n")
    assert "could not be voiced" in build("essay.md", "--skip-failed", code=1).stderr
    assert not (show / "public").exists()


def test_an_engine_that_fails_again_and_again_is_not_asked_for_all_of_a_book(show):
    Path("essay.md").write_text("\n\n".join(f"{number}: let this refuse." for number in range(200)))
    told = build("essay.md", code=1).stderr
    assert "10 passages could not be voiced, and nothing else" in told


@pytest.mark.slow
def test_a_batch_goes_on_and_tells_of_each_essay_all_that_failed(show):
    essay("refuse", "", "refuse", name="bad.md")
    essay("", name="good.md")
    with Path("good.md").open("a") as file:
        file.write("\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    result = build("bad.md", "good.md", code=1)
    assert "bad.md:3:" in result.stderr
    assert "bad.md:7:" in result.stderr
    assert "1 built, 1 failed" in result.stdout
    assert "good.md: left out: 1 table" in result.stdout
    again = build("bad.md", "good.md", "--skip-failed")
    assert "bad.md: not said, since no engine could: 2 passages" in again.stdout


WHY = {
    "nothing": "wrote no sound",
    "folder": "wrote no sound",
    "silence": "silent",
    "half": "too short",
    "rateless": "a rate of 0 Hz",
    "odd": "half a sample",
    "junk": "crashed",
    "abort": "crashed",
    "refuse": "I would rather not",
}


def test_what_an_engine_does_wrong_is_refused_by_its_name_and_the_passage(show):
    lines = build(essay("", *WHY), code=1).stderr.splitlines()
    for number, (mood, why) in enumerate(WHY.items()):
        [line] = [line for line in lines if f"essay.md:{5 + 2 * number}: " in line]
        assert "moody" in line, mood
        assert why in line, mood


@pytest.mark.slow
def test_what_an_engine_prints_is_seen_by_who_asks_for_it(show):
    essay("chatter")
    for options, is_seen in (["--no-cache"], False), (["--no-cache"], True):
        command = [sys.executable, "-m", "podcast", *["-v"] * is_seen, "build", "essay.md", *options]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert ("I am saying it" in done.stderr) is is_seen
        assert ("jobs.engine_host is process" in done.stderr) is is_seen
        assert "I am saying it" not in done.stdout


def is_gone(pid):
    """Not there, or only as what nobody has asked about yet."""
    try:
        return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True


def are_gone(pids, at_most_s=20):
    """Soon: whoever is killed dies when the system next has time for it, and nobody waits for a child's child."""
    over = time.monotonic() + at_most_s
    while not all(map(is_gone, pids)):
        if time.monotonic() > over:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at Linux's list of processes")
def test_what_hangs_is_killed_with_its_children_and_not_asked_twice(show):
    with EngineProcess("moody", timeout_s=1) as process:
        process.roster()  # it has started
        process._s_a_letter = 0.0001
        with pytest.raises(SpeechError, match="moody did not answer within 1"):
            process.speak(Utterance("hang", Voice("moody", "one", "en")))
    hung = (show.parent / "drivers" / "hung").read_text().split()
    assert len(hung) == 3
    assert are_gone(hung[:2])


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at Linux's list of processes")
def test_a_hang_costs_one_time_out_and_what_hangs_is_gone_with_its_children(show):
    begun = time.monotonic()
    told = build(essay("", "", "hang", ""), code=1).stderr
    assert "essay.md:7:" in told
    assert "did not answer within" in told
    assert time.monotonic() - begun < 30
    hung = (show.parent / "drivers" / "hung").read_text().split()
    assert len(hung) == 3  # it was tried once
    assert are_gone(hung[:2])
