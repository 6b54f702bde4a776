"""An engine that is slow, as good ones are: what it once said is kept, and nothing but a new word makes it speak.

It is found as an engine of the system is, as a driver of pyttsx3's, and writes down what it is asked to say.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main

PATIENT = """
import wave
log = Path(__file__).with_name("said")
with log.open("a") as said:
    said.write(text + "\\n")
seconds = np.arange(int(24000 * 0.07 * len(text))) / 24000
tone = (8000 * np.sin(2 * np.pi * 200 * seconds) * (1 + np.sin(9 * seconds))).astype("<i2")
with wave.open(filename, "wb") as out:
    out.setparams((1, 2, 24000, 0, "NONE", ""))
    out.writeframes(tone.tobytes())
"""
ESSAY = "# On ponds\n\nA pond is a lake that has stopped pretending.\n\n## The floor\n\nEverything is still falling.\n"
SETTINGS = "[voice]\ndriver = 'patient'\n[opening]\nmusic = 'none'\n[closing]\nmusic = 'none'\n"


@pytest.fixture
def said(tmp_path, monkeypatch, make_known):
    """A show with that engine; to call it is to know what the engine has said since it was last called."""
    drivers = tmp_path / "drivers"
    drivers.mkdir()
    make_known(monkeypatch, drivers, "patient", PATIENT)
    monkeypatch.setenv("PODCAST_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("essay.md").write_text(ESSAY)
    Path("podcast.toml").write_text(SETTINGS)

    def said():
        log = drivers / "said"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    return said


def build():
    result = CliRunner().invoke(main, ["build", "essay.md", "--jobs", "2", "--json"])
    assert result.exit_code == 0, result.stderr
    [episode] = json.loads(result.stdout)["episodes"]
    return episode


def test_a_new_bit_rate_or_another_chain_voices_nothing(said, tmp_path):
    first = build()
    assert (first["voiced"], first["reused"]) == (3, 0)
    kept = [path.read_bytes() for path in tmp_path.glob("cache/*/*.take")]
    assert len(said()) == len(kept) > 3  # the calibration and the welcome as well
    assert all(b"fLaC" in take for take in kept)
    sounds = {Path(first["audio"]).read_bytes()}
    for sound in ("bitrate_kbps = 96", "loudness_lufs = -18", "stereo = true"):
        Path("podcast.toml").write_text(f"[sound]\n{sound}\n{SETTINGS}")
        again = build()
        assert (again["voiced"], again["reused"], said()) == (0, 3, []), sound
        sounds.add(Path(again["audio"]).read_bytes())
    assert len(sounds) == 4


def test_one_new_sentence_is_all_that_it_says(said):
    build()
    said()
    Path("essay.md").write_text(ESSAY.replace("still falling", "falling still"))
    assert build()["voiced"] == 1
    assert said() == ["Everything is falling still."]
