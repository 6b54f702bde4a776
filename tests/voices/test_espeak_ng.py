"""The driver by itself, through pyttsx3's own interface."""

import subprocess
import sys
import time
import wave

import numpy as np
import pytest

from podcast.recording.jobs.engine_process import EngineProcess
from voices.speech import Utterance, Voice

PROGRAM = """
import sys, pyttsx3, pyttsx3.drivers, voices.drivers
pyttsx3.drivers.__path__.append(voices.drivers.__path__[0])
engine = pyttsx3.init("espeak_ng")
seen = []
for topic in ("started-utterance", "started-word", "finished-utterance", "error"):
    engine.connect(topic, lambda topic=topic, **told: seen.append((topic, told)))
engine.setProperty("voice", "en-us")
engine.setProperty("rate", 170)
engine.setProperty("volume", 0.5)
for number in (1, 2):
    engine.save_to_file("One two, three.", f"{sys.argv[1]}/{number}.wav")
engine.say("not aloud")
engine.runAndWait()
engine.runAndWait()
for topic, told in seen:
    print(topic, told.get("location"), told.get("sample"), repr(told.get("exception")))
print(engine.getProperty("rate"), engine.getProperty("volume"), engine.getProperty("voice"))
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("espeak")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder], capture_output=True, text=True, check=True, env={"PYTHONPATH": "."}
    )
    return folder, done.stdout.splitlines()


def test_every_queued_file_is_complete_when_run_and_wait_returns(run):
    folder, _ = run
    for name in ("1.wav", "2.wav"):
        with wave.open(str(folder / name)) as file:
            samples = np.frombuffer(file.readframes(-1), "<i2")
            assert file.getframerate() == 22050
            assert len(samples) > 15000
            assert np.abs(samples).max() > 3000


def test_words_are_told_with_their_place_and_their_sample(run):
    _, lines = run
    words = [line.split()[1:3] for line in lines if line.startswith("started-word")]
    assert [int(location) for location, _ in words[:3]] == [0, 4, 9]
    assert 0 == int(words[0][1]) < int(words[1][1]) < int(words[2][1])


def test_what_it_cannot_do_is_an_error_event_and_nothing_is_printed(run):
    _, lines = run
    assert sum("NotImplementedError" in line for line in lines) == 1
    assert not any("saved" in line for line in lines)


def test_properties_can_be_read_back(run):
    _, lines = run
    assert lines[-1] == "170 0.5 gmw/en-US"


CURRENT_VOICES = """
import pyttsx3, pyttsx3.drivers, voices.drivers
pyttsx3.drivers.__path__.append(voices.drivers.__path__[0])
engine = pyttsx3.init("espeak_ng")
engine.connect("error", lambda name, exception: print("error", exception))
def queue(voice):
    engine.setProperty("voice", voice.id)
    engine.runAndWait()
    print(voice.id, engine.getProperty("voice"))
for voice in engine.getProperty("voices"):
    queue(voice)
"""


def test_every_voice_that_is_listed_can_be_had_and_is_the_one_that_answers():
    done = subprocess.run([sys.executable, "-c", CURRENT_VOICES], capture_output=True, text=True, check=True)
    answers = [line.split() for line in done.stdout.splitlines()]
    assert len(answers) > 100
    for name, identifier in answers:
        assert identifier.lower().rpartition("/")[2] == name


def test_no_voice_is_listed_twice(roster):
    assert len({voice.id for voice in roster.voices}) == len(roster.voices)


LOADED = """
import pyttsx3, pyttsx3.drivers, voices.drivers
pyttsx3.drivers.__path__.append(voices.drivers.__path__[0])
engine = pyttsx3.init("espeak_ng")
print(*{line.split()[-1] for line in open("/proc/self/maps") if "espeak" in line})
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_system_s_espeak_is_never_used():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split()
    assert all("espeakng_loader" in path or "drivers" in path for path in done.stdout.split())


@pytest.mark.parametrize("name", ["en-us+f2", "en-us+whisper"])
def test_breath_is_the_same_noise_in_every_process(name):
    """espeak-ng seeds its noise by the clock's second."""
    takes = []
    for _ in range(2):
        with EngineProcess("espeak_ng") as engine_process:
            takes.append(engine_process.speak(Utterance("The same breath.", Voice("espeak_ng", name, "en-us"))).pcm)
        time.sleep(1.1)
    assert takes[0] == takes[1]
