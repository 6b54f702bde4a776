"""The contract of every engine process, over the embedded engine and over one that knows nothing but save_to_file."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from podcast.recording.jobs.engine_process import EngineProcess
from voices.engine import engine as engine_named
from voices.speech import InstalledVoice, Phonemes, SpeechError, Utterance, Voice

TEXT = "Rivers bend because their banks are never equally strong."

# As macOS's own driver does: AIFF whatever the name, stereo, no times of words, and chatter on stdout.
PLAIN = """
import av
print("Audio saved to", filename)
tone = (8000 * np.sin(np.arange(220 * len(text)) / 5)).astype(np.int16)
with av.open(filename, "w", format="aiff") as out:
    stream = out.add_stream("pcm_s16be", rate=22050, layout="stereo")
    frame = av.AudioFrame.from_ndarray(np.repeat(tone, 2)[None, :], format="s16", layout="stereo")
    frame.sample_rate = 22050
    for packet in [*stream.encode(frame), *stream.encode(None)]:
        out.mux(packet)
"""


@pytest.fixture(scope="session")
def plain_booth(tmp_path_factory, make_known):
    folder = tmp_path_factory.mktemp("drivers")
    with pytest.MonkeyPatch.context() as patch:
        make_known(patch, folder, "plain", PLAIN)
        engine_process = EngineProcess("plain")
    with engine_process:
        yield engine_process


@pytest.fixture(params=["espeak_ng", "plain"])
def engine(request):
    if request.param == "plain":
        return request.getfixturevalue("plain_booth"), Voice("plain", "one", "en")
    return request.getfixturevalue("engine_process"), request.getfixturevalue("voice")


def test_a_take_is_sound_and_words(engine):
    engine_process, voice = engine
    take = engine_process.speak(Utterance(TEXT, voice))
    assert take.rate_hz == 22050
    assert take.samples > take.rate_hz // 2
    assert np.frombuffer(take.pcm, "<i2").any()
    assert [TEXT[word.start : word.end] for word in take.words] == TEXT.split()
    assert take.words[-1].end_sample == take.samples


def test_the_same_utterance_gives_the_same_take(engine):
    engine_process, voice = engine
    first = engine_process.speak(Utterance(TEXT, voice))
    engine_process.speak(Utterance("Something else is said in between, at some length.", voice))
    assert engine_process.speak(Utterance(TEXT, voice)) == first


def test_an_unknown_voice_is_an_error(engine):
    engine_process, voice = engine
    with pytest.raises(SpeechError, match="nobody"):
        engine_process.speak(Utterance(TEXT, Voice(voice.driver, "nobody", "en")))


def test_the_roster_has_voices_with_language_tags(engine):
    engine_process, _ = engine
    assert any(tag.startswith("en") for voice in engine_process.roster().voices for tag in voice.languages)


def test_an_engine_that_tells_no_times_gets_estimates(plain_booth):
    take = plain_booth.speak(Utterance("aaaa bbbb", Voice("plain", "one", "en")))
    assert not take.is_timed
    assert [word.start_sample for word in take.words] == [0, take.samples // 2]


def test_an_engine_that_can_only_speak_tells_no_sounds_and_no_variants(plain_booth):
    assert plain_booth.sounds(["Nguyen", "Bach"], Voice("plain", "one", "en")) == ["", ""]
    assert plain_booth.roster().variants == ()


def test_an_unknown_variant_is_an_error_and_not_another_voice(engine_process):
    with pytest.raises(SpeechError, match="Anni"):
        engine_process.speak(Utterance(TEXT, Voice("espeak_ng", "en-us+Anni", "en-us")))


def test_rate_and_pitch_change_the_take(engine_process, voice):
    def duration(rate_wpm):
        return engine_process.speak(Utterance(TEXT, Voice("espeak_ng", voice.id, "en-us", rate_wpm=rate_wpm))).samples

    def sound(**manner):
        return engine_process.speak(Utterance(TEXT, Voice("espeak_ng", voice.id, "en-us", **manner))).pcm

    assert duration(220) < duration(170) < duration(120)
    assert len({sound(), sound(pitch=20), sound(pitch_range=90)}) == 3


def test_a_crash_costs_one_utterance(engine_process, voice):
    with pytest.raises(SpeechError, match="crashed"):
        engine_process.speak(Utterance("é." * 1000, voice))  # espeak-ng 1.52 aborts
    assert engine_process.speak(Utterance(TEXT, voice)).samples


def test_a_host_that_was_killed_is_replaced(voice):
    with EngineProcess("espeak_ng") as engine_process:
        first = engine_process.speak(Utterance(TEXT, voice))
        engine_process._host.kill()
        assert engine_process.speak(Utterance(TEXT, voice)) == first


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there, engines speak in the host itself")
def test_a_child_that_outlives_its_host_is_given_up_all_the_same(voice, patient):
    with EngineProcess("espeak_ng", timeout_s=1) as engine_process:
        engine_process.speak(Utterance(TEXT, voice))
        threading.Timer(0.3, os.kill, (engine_process._host.pid, signal.SIGKILL)).start()
        begun = time.monotonic()
        with pytest.raises(SpeechError, match="1 s"):
            engine_process._say(Utterance("And on, and on. " * 60_000, voice))  # it takes a minute
        assert time.monotonic() - begun < patient(20)


def test_an_engine_that_hangs_is_given_up(voice):
    with EngineProcess("espeak_ng", timeout_s=0.02) as engine_process, pytest.raises(SpeechError, match=r"0\.02 s"):
        engine_process.speak(Utterance("And on, and on. " * 3000, voice))


SLEEPY = """
import time, wave
time.sleep(1)
with wave.open(filename, "wb") as out:
    out.setparams((1, 2, 22050, 0, "NONE", ""))
    out.writeframes(bytes(2000))
"""


@pytest.mark.parametrize(("is_slow", "length", "is_said"), [(True, 60, True), (True, 2, False), (False, 60, False)])
def test_a_slow_engine_has_more_time_for_a_long_text(is_slow, length, is_said, make_known, tmp_path, monkeypatch):
    make_known(monkeypatch, tmp_path, "sleepy", SLEEPY)
    told = replace(engine_named("sleepy"), is_slow=is_slow)
    monkeypatch.setattr("podcast.recording.jobs.engine_process.engine", lambda _name: told)
    with EngineProcess("sleepy") as engine_process:
        assert engine_process.roster().voices  # it has started
        engine_process._timeout_s = 0.2
        said = Utterance("x" * length, Voice("sleepy", "one", "en"))
        if is_said:
            assert engine_process._say(said).samples == 1000
        else:
            with pytest.raises(SpeechError, match=r"0\.[23] s"):
                engine_process._say(said)


@pytest.mark.parametrize(
    ("fault", "told"), [("ValueError('odd')", r"\(ValueError: odd\)"), ("RuntimeError('none here')", r"\(none here\)")]
)
def test_what_keeps_an_engine_from_starting_is_told(fault, told, make_known, tmp_path, monkeypatch):
    make_known(monkeypatch, tmp_path, "broken", "")
    (tmp_path / "broken.py").write_text(f"raise {fault}\n")
    with EngineProcess("broken") as engine_process, pytest.raises(SpeechError, match=told):
        engine_process.roster()


VOICES = r"""
from types import SimpleNamespace as Told

def voices():
    return [
        Told(id="a", name=None, languages=[b"\x05en_GB", "DE"], gender=None),
        Told(id="b", name="Bert", languages=None, gender="male"),
        Told(id="c", name="", languages=[b"\x02fr-ca"], gender=""),
    ]
"""


def test_voices_are_told_alike_however_a_driver_tells_them(make_known, tmp_path, monkeypatch):
    make_known(monkeypatch, tmp_path, "odd", "pass")
    code = (tmp_path / "odd.py").read_text()
    (tmp_path / "odd.py").write_text(VOICES + re.sub(r"\[Voice\(.*\]\)\]", "voices()", code))
    with EngineProcess("odd") as engine_process:
        assert engine_process.roster().voices == (
            InstalledVoice("a", "a", ("en-gb", "de"), ""),
            InstalledVoice("b", "Bert", (), "male"),
            InstalledVoice("c", "c", ("fr-ca",), ""),
        )


@pytest.mark.parametrize("driver", ["nonesuch", "sapi5"])
@pytest.mark.skipif(sys.platform == "win32", reason="sapi5 is Windows' own")
def test_an_engine_that_is_not_there_says_why(driver):
    with EngineProcess(driver) as engine_process, pytest.raises(SpeechError, match=rf"{driver} can't run here \(.+"):
        engine_process.roster()


def test_a_closed_engine_process_speaks_no_more(voice):
    engine_process = EngineProcess("espeak_ng")
    engine_process.close()
    with pytest.raises(SpeechError, match="closed"):
        engine_process.speak(Utterance(TEXT, voice))


def test_nothing_is_left_behind(voice):
    engine_process = EngineProcess("espeak_ng")
    engine_process.speak(Utterance(TEXT, voice))
    host, folder = engine_process._host, Path(engine_process._folder.name)
    engine_process.close()
    assert not host.is_there
    assert not folder.exists()


def test_a_folder_called_voices_where_the_user_is_changes_nothing(tmp_path):
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "__init__.py").write_text("raise SystemExit('the wrong voices')")
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    program = (
        "from podcast.recording.jobs.engine_process import EngineProcess\n"
        "print(len(EngineProcess('espeak_ng').roster().voices))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert int(done.stdout) > 100, done.stderr


def test_an_engine_that_takes_no_phonemes_says_the_text(plain_booth):
    voice = Voice("plain", "one", "en")
    assert plain_booth.speak(Utterance("Nguyen", voice, (Phonemes(0, 6, "wɪn"),))) == plain_booth.speak(
        Utterance("Nguyen", voice)
    )


def test_phonemes_are_said_in_place_of_the_text_and_its_words_keep_their_places(engine_process, voice):
    voice = replace(voice, rate_wpm=40)  # as slow as it goes, whatever the words
    text = "In Worcester (Worcester) sleeps “Worcester”."
    phonemes = tuple(Phonemes(start, start + 9, "ˈwʊstɚ") for start in (3, 14, 33))
    assert engine_process.speak(Utterance(text, voice, phonemes)) == engine_process.speak(Utterance(text, voice))
    nguyen, win = Utterance("Ask Nguyen.", voice, (Phonemes(4, 10, "wɪn"),)), Utterance("Ask win.", voice)
    assert engine_process.speak(nguyen).pcm == engine_process.speak(win).pcm
    assert [(word.start, word.end) for word in engine_process.speak(nguyen).words] == [(0, 3), (4, 11)]
    assert engine_process.speak(Utterance("Ask Nguyen.", voice)).pcm != engine_process.speak(nguyen).pcm


def test_brackets_of_the_text_begin_no_phonemes_with_or_without_others(engine_process, voice):
    assert (
        engine_process.speak(Utterance("a [[w'Ust3]] b", voice)).samples
        > engine_process.speak(Utterance("a b", voice)).samples * 3
    )
    voice = replace(voice, rate_wpm=40)
    told = Utterance("win [[w'Ust3]]", voice, (Phonemes(0, 3, "wɪn"),))
    assert engine_process.speak(told).pcm == engine_process.speak(Utterance("win [ [w'Ust3]]", voice)).pcm


def test_a_sound_that_the_voice_lacks_is_an_error_that_names_it(engine_process, voice):
    with pytest.raises(SpeechError, match="y"):
        engine_process.speak(Utterance("Vin", voice, (Phonemes(0, 3, "vyn"),)))


def test_a_voice_tells_how_it_would_say_a_text(engine_process):
    american, german = (Voice("espeak_ng", name, name) for name in ("en-us", "de"))
    assert engine_process.sounds(["river", "Worcester. Ja?", ""], american) == ["ɹˈɪvɚ", "wˈʊstɚ jˈɑː", ""]
    assert engine_process.sounds(["Fluss"], german) == ["flˈʊs"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it is compared with what a forked child says")
def test_without_fork_each_utterance_has_the_same_bytes_by_a_process_of_its_own(engine_process, tmp_path, monkeypatch):
    """As on Windows."""
    voice = Voice("espeak_ng", "en-us", "en-us")
    utterances = [Utterance(text, voice) for text in (TEXT, "Yes! Hush, she said.", TEXT)]
    forked = [engine_process.speak(utterance) for utterance in utterances]
    (tmp_path / "sitecustomize.py").write_text("import os\ndel os.fork\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.delattr(os, "fork")
    with EngineProcess("espeak_ng") as without:
        assert [without.speak(utterance) for utterance in utterances] == forked
        without.sounds(["Nobody hears this."], voice)
        assert without.speak(utterances[1]) == forked[1]
