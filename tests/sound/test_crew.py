import os
import time
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main
from podcast.sound.chain import Chain
from podcast.sound.crew import Crew
from podcast.sound.record import record
from podcast.store import Store
from voices.speech import SpeechError, Utterance, Voice

TEXTS = [f"Sentence number {number}." * (1 + number % 3) for number in range(12)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_clips_come_in_order_and_are_the_same_for_any_number_of_jobs(jobs, booth, voice):
    utterances = [Utterance(text, voice) for text in TEXTS]
    expected = [record(said, Chain(), 64, booth.speak).frames for said in utterances]
    with Crew("espeak_ng", jobs=jobs) as crew:
        clips = crew.results(partial(record, said, Chain(), 64) for said in utterances)
        assert [clip.frames for clip in clips] == expected


def test_only_a_few_recordings_are_begun_ahead():
    begun = []
    with Crew("espeak_ng", jobs=2) as crew:
        clips = crew.results(partial(lambda number, **_: begun.append(number) or number, n) for n in range(100))
        assert next(clips) == 0
        time.sleep(0.1)
        assert len(begun) < 12


def test_a_failure_comes_at_its_place_and_the_rest_is_let_go(voice):
    bad = Voice("espeak_ng", "nobody", "en")
    with Crew("espeak_ng", jobs=2) as crew:
        said = [Utterance("Good.", voice), Utterance("Bad.", bad), Utterance("Good.", voice)]
        clips = crew.results(partial(record, utterance, Chain(), 64) for utterance in said)
        assert next(clips).frame_count
        with pytest.raises(SpeechError, match="nobody"):
            next(clips)


def test_leaving_early_waits_for_nobody(voice):
    """Two hours of speech are under way when somebody presses Ctrl-C."""
    said = [Utterance("Short.", voice)] + [Utterance("On and on. " * 9000, voice)] * 2
    with pytest.raises(KeyboardInterrupt), Crew("espeak_ng", jobs=2) as crew:
        clips = crew.results(partial(record, utterance, Chain(), 64) for utterance in said)
        next(clips)
        begun = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 2


# An engine that hands over a tenth of a second of sound, whatever it was asked, until it has done so a few times.
HASTY_DRIVER = """
import wave
from pathlib import Path
import numpy as np
from pyttsx3.voice import Voice

def buildDriver(proxy):
    return Driver(proxy)

class Driver:
    def __init__(self, proxy):
        self.proxy = proxy
        self.tries = Path(__file__).with_name("tries")
        self.properties = {"voice": "one", "rate": 170, "voices": [Voice("one", "One", ["en"])]}
    def destroy(self): pass
    def endLoop(self): pass
    def stop(self): pass
    def startLoop(self): self.proxy.setBusy(False)
    def getProperty(self, name): return self.properties[name]
    def setProperty(self, name, value): self.properties[name] = value
    def save_to_file(self, text, filename):
        faults = self.tries.read_text().splitlines()
        fault = faults.pop(0) if faults else "hasty" if "unsayable" in text else ""
        self.tries.write_text("\\n".join(faults))
        if fault == "lost":
            return
        seconds = 0.1 if fault == "hasty" else 0.07 * len(text)
        tone = (8000 * np.sin(np.arange(int(22050 * seconds)) / 5)).astype("<i2")
        with wave.open(filename, "wb") as out:
            out.setparams((1, 2, 22050, 0, "NONE", ""))
            out.writeframes(tone.tobytes())
"""


@pytest.fixture
def faults(tmp_path, monkeypatch):
    """Makes the driver "hasty" known, and what it does wrong first."""
    folder = tmp_path / "drivers"
    folder.mkdir()
    (folder / "hasty.py").write_text(HASTY_DRIVER)
    (folder / "sitecustomize.py").write_text(
        f"import pyttsx3.drivers\npyttsx3.drivers.__path__.append({str(folder)!r})\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    return lambda *kinds: (folder / "tries").write_text("\n".join(kinds))


HASTY = Voice("hasty", "one", "en")
LONG = Utterance("A river that could choose would still not run straight.", HASTY)


@pytest.mark.parametrize("kind", ["hasty", "lost"])
def test_a_take_that_cannot_be_true_is_voiced_once_more(kind, faults):
    faults(kind)
    with Crew("hasty", jobs=1) as crew:
        assert crew.speak(LONG).samples > 22050 * 3


@pytest.mark.parametrize(("kinds", "reason"), [(["hasty"] * 2, "too short"), (["lost"] * 2, "no sound")])
def test_a_second_one_is_an_error_and_is_not_kept(kinds, reason, faults, tmp_path):
    faults(*kinds)
    with Crew("hasty", jobs=1, store=Store(tmp_path / "cache")) as crew:
        with pytest.raises(SpeechError, match=reason):
            crew.speak(LONG)
        assert not crew.has_voiced(LONG)
        assert crew.speak(LONG).samples > 22050 * 3


def test_the_passage_that_cannot_be_had_is_named(faults, tmp_path, monkeypatch):
    faults()
    monkeypatch.chdir(tmp_path)
    Path("essay.md").write_text("This can be said.\n\nSomething unsayable stands in this paragraph.\n")
    Path("podcast.toml").write_text("[voice]\ndriver = 'hasty'\n[opening]\nmusic = 'none'\n[closing]\nmusic = 'none'\n")
    result = CliRunner().invoke(main, ["build", "essay.md", "--jobs", "1"])
    assert result.exit_code == 1
    assert "Something unsayable stands in this paragraph." in result.stderr
    assert not Path("public").exists()


def test_a_roster_of_the_system_is_asked_for_each_time(faults, tmp_path):
    faults()
    for _ in range(2):
        with Crew("hasty", jobs=1, store=Store(tmp_path / "cache")) as crew:
            assert [voice.id for voice in crew.roster().voices] == ["one"]
            assert len(crew._booths._all) == 1


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


def test_what_was_said_before_needs_no_engine(store, voice, booth):
    said = [Utterance(text, voice) for text in TEXTS]
    with Crew("espeak_ng", jobs=2, store=store) as crew:
        first = [*map(crew.speak, said)], crew.roster()
        assert all(map(crew.has_voiced, said))
    with Crew("espeak_ng", jobs=2, store=store) as crew:
        assert ([*map(crew.speak, said)], crew.roster()) == first
        assert not any(map(crew.has_voiced, said))
        assert crew._booths._all == []
    assert first == ([*map(booth.speak, said)], booth.roster())


def test_only_what_is_new_is_voiced(store, voice):
    old, new = Utterance("Old.", voice), Utterance("New.", voice)
    for said in ([old], [old, new, new]):
        with Crew("espeak_ng", jobs=2, store=store) as crew:
            [*crew.results(partial(record, utterance, Chain(), 64) for utterance in said)]
            assert crew.has_voiced(said[-1])
    assert not crew.has_voiced(old)


def test_a_store_that_can_keep_nothing_changes_nothing(tmp_path, voice, booth):
    (tmp_path / "cache").write_text("a file")
    said = Utterance("Rivers bend.", voice)
    with Crew("espeak_ng", jobs=1, store=Store(tmp_path / "cache")) as crew:
        assert [crew.speak(said), crew.speak(said)] == [booth.speak(said)] * 2


def test_a_crew_that_has_left_starts_no_engine(store, voice):
    with Crew("espeak_ng", jobs=1, store=store) as crew:
        crew.roster()
    with pytest.raises(SpeechError, match="closed"):
        crew.speak(Utterance("Too late.", voice))
