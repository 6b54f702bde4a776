"""An essay is recorded until it is at the show's level: by the real engine, on music that makes it hard."""

import io
import wave
from dataclasses import replace

import numpy as np
import pytest

from podcast.cache.store import Store
from podcast.config.settings import BedSettings, GreetingSettings, Settings, SoundSettings, VoiceSettings
from podcast.recording.options import BuildOptions
from podcast.recording.recording import LOUDNESS_TOLERANCE_LU, MOST_RECORDINGS, RecordingRequest, record_episode
from podcast.sound.codec.mp3 import frame_offsets
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.reading_aloud import TextReader

ESSAY = "A river bends. Stone. Paper. Copper. Garden.\n\nA flood is enough, and the loop becomes a lake.\n"
EVEN = """\
A river that could choose would still not run straight. Wherever the bank is weak, the water digs.

What it takes there it lays down on the other side, a little further on. Each curve makes the next one sharper, until
the loop is so tight that a single flood can cut it off, and leave a quiet lake behind.
"""
SILENT = GreetingSettings(text="", music="none")
PLAIN = Settings(voice=VoiceSettings("narrator"), opening=SILENT, closing=SILENT)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def record(tmp_path, store):
    """What came of the essay, and what was told of each recording when it was whole; none leaves a byte to the next."""

    def run(settings, essay=ESSAY):
        script = write_script(read_essay(essay.encode(), "river.md"), says_title=False)
        request = RecordingRequest(script, TextReader(Lexicon(), "en-us"), "", "", settings, tmp_path)
        told = []
        body = io.BytesIO()
        done = record_episode(request, body, BuildOptions(on_progress=told.append, store=store))
        frames = body.getvalue()
        assert len(list(frame_offsets(frames))) == done.assembled.timeline.frame_count
        return done, [one for one in told if one.done == one.total]

    return run


@pytest.fixture
def hiss(tmp_path):
    """Full scale or its negative by chance: what an encoder list_pages out of it was what kept its peaks so low."""
    signs = np.sign(np.random.default_rng(5).standard_normal(4 * 44_100))
    with wave.open(str(tmp_path / "hiss.wav"), "wb") as out:
        out.setparams((1, 2, 44_100, 0, "NONE", ""))
        out.writeframes((20_000 * signs).astype("<i2").tobytes())
    return BedSettings(music="hiss.wav", level_db=0, duck_db=0, fade_s=0.5, crossfade_s=0.1)


def test_peaks_that_are_too_high_on_a_bed_are_a_reason_to_record_again(record, hiss):
    """The first recording is as loud as it should be, and only its peaks are not what was promised."""
    settings = replace(PLAIN, bed=hiss, sound=SoundSettings(true_peak_dbtp=-4.5, bitrate_kbps=32))
    done, recordings = record(settings)
    assert 1 < len(recordings) <= MOST_RECORDINGS
    assert done.assembled.true_peak_dbtp <= -4.5


def test_what_is_at_its_level_at_once_is_recorded_once(record):
    done, recordings = record(PLAIN, EVEN)
    assert len(recordings) == 1
    assert abs(done.assembled.loudness_lufs + 16) <= LOUDNESS_TOLERANCE_LU
    assert done.assembled.true_peak_dbtp <= -1
    assert (recordings[0].done, recordings[0].total) == (2, 2)
    spoken_ms = sum((one.end_sample - one.start_sample) / 44.1 for one in done.assembled.timeline.placed)
    assert recordings[0].audio_ms == pytest.approx(spoken_ms, abs=2)


@pytest.mark.parametrize("essay", ["Stone.", "Stone. " * 3])
def test_what_is_so_short_that_it_comes_out_too_loud_or_soft_is_recorded_again(record, essay):
    done, recordings = record(PLAIN, essay)
    assert len(recordings) > 1
    assert abs(done.assembled.loudness_lufs + 16) <= LOUDNESS_TOLERANCE_LU


def test_it_is_told_who_speaks(record):
    done, _ = record(PLAIN)
    assert [voice.partition(":")[0] for voice in done.voices] == ["espeak_ng"]
    assert done.has_fixed_voices
    assert done.unspoken == done.advice == ()
