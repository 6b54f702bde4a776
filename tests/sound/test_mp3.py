"""Frames are checked with another decoder than the one in the product: Chromium's and ffmpeg's is libavcodec's float
decoder, here it is minimp3 by way of miniaudio."""

import miniaudio
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.sound import BITRATES_KBPS, mp3


def decoded(stream):
    sound = miniaudio.mp3_read_s16(stream)
    assert (sound.sample_rate, sound.nchannels) == (44100, 1)
    return np.array(sound.samples, np.int16)


def test_a_sound_begins_after_the_delay_and_nowhere_else(sine):
    pcm = np.zeros(10 * mp3.FRAME_SAMPLES, np.int16)
    pcm[5000] = 30000
    heard = decoded(mp3.encode(pcm, 64))
    assert np.argmax(np.abs(heard)) == 5000 + mp3.DELAY_SAMPLES


@given(st.integers(1, 40))
@settings(max_examples=15)
def test_an_encoding_is_one_frame_longer_than_its_sound(frames):
    stream = mp3.encode(np.zeros(frames * mp3.FRAME_SAMPLES, np.int16), 64)
    assert len(list(mp3.frame_offsets(stream))) == frames + 1
    assert len(mp3.decode(stream)) == (frames + 1) * mp3.FRAME_SAMPLES


def test_joined_encodings_sound_as_each_alone(sine):
    faded = mp3.padded(sine(440, 0.7) * np.hanning(len(sine(440, 0.7)))).astype(np.int16)
    other = mp3.padded(sine(880, 0.5) * np.hanning(len(sine(880, 0.5)))).astype(np.int16)
    first, second = mp3.encode(faded, 64), mp3.encode(other, 64)
    pause = mp3.silence(7, 64)
    together = decoded(first + pause + second)
    apart = np.concatenate([decoded(first), decoded(pause), decoded(second)])
    assert len(together) == len(apart)
    assert np.abs(together.astype(int) - apart).max() <= 2


@pytest.mark.parametrize("bitrate_kbps", BITRATES_KBPS)
def test_silence_is_silent_frames_at_every_bit_rate(bitrate_kbps, sine):
    stream = mp3.silence(5, bitrate_kbps)
    assert not decoded(stream).any()
    assert len(decoded(stream)) == 5 * mp3.FRAME_SAMPLES
    spoken = mp3.encode(mp3.padded(sine(seconds=0.2)), bitrate_kbps)
    mixed = stream + spoken + stream
    assert len(mp3.decode(mixed)) == len(list(mp3.frame_offsets(mixed))) * mp3.FRAME_SAMPLES


def test_the_level_is_what_lame_makes_of_it(sine):
    heard = mp3.decode(mp3.encode(mp3.padded(sine(level_dbfs=-12)), 128))
    middle = heard[10000:30000].astype(float)
    level_db = 20 * np.log10(np.sqrt((middle**2).mean()) * np.sqrt(2) / 32767)
    assert level_db == pytest.approx(-12 + mp3.LEVEL_DB, abs=0.05)


def test_what_is_not_whole_frames_is_refused():
    with pytest.raises(ValueError, match="1151"):
        mp3.encode(np.zeros(1151, np.int16), 64)
    with pytest.raises(ValueError, match="byte 0"):
        list(mp3.frame_offsets(b"ID3\x03"))
