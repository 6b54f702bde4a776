"""A published MP3 is heard as a player hears it, and damage has a place."""

import math

import numpy as np
import pytest

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec.encoder import encode, padded
from podcast.sound.codec.mp3 import silence
from podcast.sound.hearing import listen


@pytest.fixture(scope="module")
def tone(sine):
    return encode(padded(sine(seconds=8, level_dbfs=-20)), 64)


@pytest.fixture
def mp3(tmp_path):
    def write(content):
        path = tmp_path / "sound.mp3"
        path.write_bytes(content)
        return path

    return write


def test_duration_loudness_and_peak_are_measured(mp3, tone):
    heard = listen(mp3(tone))
    assert heard.fault == ""
    assert heard.duration_ms == pytest.approx(8000, abs=60)
    # A sine of -20 dBFS on one channel has -23 LUFS (BS.1770-4); LAME takes 0.446 dB off.
    assert heard.loudness_lufs == pytest.approx(-23.4, abs=0.2)
    assert heard.true_peak_dbtp == pytest.approx(-20.4, abs=0.2)
    assert heard.silences_s == ()


def test_both_channels_are_heard(mp3, sine):
    both = np.stack([sine(seconds=8, level_dbfs=-20), sine(seconds=8, level_dbfs=-26)], axis=1)
    heard = listen(mp3(encode(padded(both), 128) + silence(3, 128, channels=2)))
    assert heard.fault == ""
    # The channels' powers add: -23.01 and -29.01 LUFS.
    assert heard.loudness_lufs == pytest.approx(-22.0 - 0.45, abs=0.2)
    assert heard.true_peak_dbtp == pytest.approx(-20.4, abs=0.2)


def test_a_long_silence_inside_is_found_and_those_at_the_ends_are_not(mp3, tone):
    frames = math.ceil(6 * SAMPLE_RATE_HZ / 1152)
    pause = silence(frames, 64)
    ((from_s, to_s),) = listen(mp3(pause + tone + pause + tone + pause)).silences_s
    assert from_s == pytest.approx(14, abs=0.2)
    assert to_s == pytest.approx(20, abs=0.2)


def test_a_pause_of_three_seconds_is_none(mp3, tone):
    assert listen(mp3(tone + silence(115, 64) + tone)).silences_s == ()


@pytest.mark.parametrize("damage", ["zeros", "gap", "words"])
def test_damage_in_the_middle_is_a_fault_with_its_place(mp3, tone, damage):
    at = len(tone) // 2
    damaged = {
        "zeros": tone[:at] + bytes(2000) + tone[at + 2000 :],
        "gap": tone[:at] + tone[at + 333 :],
        "words": tone[:at] + b"hello, world" * 100 + tone[at:],
    }[damage]
    fault = listen(mp3(damaged)).fault
    assert "byte" in fault
    place = next(int(word) for word in fault.split() if word.isdecimal())
    assert place == pytest.approx(at, abs=2000)


@pytest.mark.parametrize(
    "content", [b"", b"no sound", b"<html></html>" * 500, b"ID3\x03\0\0\0\0\x0f\x00", b"\xff\xfb" * 9]
)
def test_what_is_no_mp3_is_a_fault_and_not_an_exception(mp3, content):
    heard = listen(mp3(content))
    assert heard.fault
    assert heard.duration_ms == pytest.approx(0, abs=30)


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    assert listen(tmp_path / "none.mp3").fault


def test_silence_alone_has_a_loudness_too(mp3):
    heard = listen(mp3(silence(50, 64)))
    assert (heard.fault, heard.loudness_lufs) == ("", -70)
    assert np.isfinite(heard.true_peak_dbtp)
