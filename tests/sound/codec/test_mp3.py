"""Frames are checked with another decoder than the one in the product: Chromium's and ffmpeg's is libavcodec's float
decoder, here it is minimp3 by way of miniaudio."""

import subprocess

import av
import miniaudio
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.sound import BITRATES_KBPS
from podcast.sound.codec import encoder, mp3

CHANNELS = pytest.mark.parametrize("channels", [1, 2])


def decoded(stream, channels=1):
    sound = miniaudio.mp3_read_s16(stream)
    assert (sound.sample_rate, sound.nchannels) == (44100, channels)
    samples = np.array(sound.samples, np.int16)
    return samples if channels == 1 else samples.reshape(-1, channels)


def wide(pcm, channels):
    """The same sound in that many channels, the second one softer and turned round."""
    return pcm if channels == 1 else np.stack([pcm, -pcm // 2], axis=1)


@CHANNELS
def test_a_sound_begins_after_the_delay_and_nowhere_else(channels):
    pcm = np.zeros(10 * mp3.FRAME_SAMPLES, np.int16)
    pcm[5000] = 30000
    stream = encoder.encode(wide(pcm, channels), 64 * channels)
    for heard in (decoded(stream, channels), encoder.decode(stream)):
        for channel in heard.reshape(-1, channels).T:
            assert np.argmax(np.abs(channel.astype(int))) == 5000 + mp3.DELAY_SAMPLES


@CHANNELS
@given(frames=st.integers(1, 40))
@settings(max_examples=15)
def test_an_encoding_is_one_frame_longer_than_its_sound(frames, channels):
    stream = encoder.encode(wide(np.zeros(frames * mp3.FRAME_SAMPLES, np.int16), channels), 64 * channels)
    assert len(list(mp3.frame_offsets(stream))) == frames + 1
    assert encoder.decode(stream).shape == wide(np.zeros((frames + 1) * mp3.FRAME_SAMPLES), channels).shape


@CHANNELS
@pytest.mark.parametrize("bitrate_kbps", [64, 128, 160, 320])
def test_joined_encodings_sound_as_each_alone(sine, channels, bitrate_kbps):
    faded = encoder.padded(sine(440, 0.7) * np.hanning(len(sine(440, 0.7)))).astype(np.int16)
    other = encoder.padded(sine(880, 0.5) * np.hanning(len(sine(880, 0.5)))).astype(np.int16)
    first, second = (encoder.encode(wide(sound, channels), bitrate_kbps) for sound in (faded, other))
    pause = mp3.silence(7, bitrate_kbps, channels)
    together = decoded(first + pause + second, channels)
    apart = np.concatenate([decoded(piece, channels) for piece in (first, pause, second)])
    assert len(together) == len(apart)
    assert np.abs(together.astype(int) - apart).max() <= 2


@CHANNELS
@pytest.mark.parametrize("bitrate_kbps", BITRATES_KBPS)
def test_silence_is_silent_frames_at_every_bit_rate(bitrate_kbps, sine, channels):
    stream = mp3.silence(5, bitrate_kbps, channels)
    assert not decoded(stream, channels).any()
    assert len(decoded(stream, channels)) == 5 * mp3.FRAME_SAMPLES
    mixed = stream + encoder.encode(wide(encoder.padded(sine(seconds=0.2)), channels), bitrate_kbps) + stream
    assert len(encoder.decode(mixed)) == len(list(mp3.frame_offsets(mixed))) * mp3.FRAME_SAMPLES
    assert len(decoded(mixed, channels)) == len(encoder.decode(mixed))


@CHANNELS
@pytest.mark.parametrize("bitrate_kbps", BITRATES_KBPS)
def test_silence_and_sound_are_coded_in_the_same_mode(bitrate_kbps, sine, channels):
    """Strict players take another mode or rate for the beginning of another stream."""
    spoken = encoder.encode(wide(encoder.padded(sine(seconds=0.2)), channels), bitrate_kbps)
    mixed = spoken + mp3.silence(2, bitrate_kbps, channels)
    headers = [mixed[at : at + 4] for at in mp3.frame_offsets(mixed)]
    # Padding may differ from frame to frame, and so may whether a joint frame holds middle and side.
    assert len({(header[:2], header[2] & ~0b10, header[3] & ~0b11_0000) for header in headers}) == 1
    assert {header[3] >> 6 for header in headers} == {3 if channels == 1 else bitrate_kbps <= 128}


@CHANNELS
def test_a_strict_checker_finds_nothing(judge, sine, tmp_path, channels):
    for bitrate_kbps in (32, 64, 128, 192, 320):
        pause = mp3.silence(9, bitrate_kbps, channels)
        spoken = encoder.encode(wide(encoder.padded(sine(seconds=0.4)), channels), bitrate_kbps)
        file = tmp_path / f"{bitrate_kbps}.mp3"
        file.write_bytes(pause + spoken + pause + spoken)
        done = subprocess.run([judge("mp3val"), file], capture_output=True, encoding="utf-8", check=True)
        told = [line for line in done.stdout.splitlines() if "No supported tags" not in line]
        assert not [line for line in told if line.startswith(("WARNING", "ERROR"))]
        decode = [judge("ffmpeg"), "-v", "error", "-i", file, "-f", "s16le", "-"]
        heard = subprocess.run(decode, capture_output=True, check=True).stdout
        assert len(heard) == 2 * channels * mp3.FRAME_SAMPLES * len(list(mp3.frame_offsets(file.read_bytes())))


@CHANNELS
@pytest.mark.parametrize("bitrate_kbps", BITRATES_KBPS)
def test_the_level_is_what_lame_makes_of_it(sine, bitrate_kbps, channels):
    pcm = encoder.padded(sine(level_dbfs=-12))
    heard = encoder.decode(encoder.encode(pcm if channels == 1 else np.stack([pcm, pcm], axis=1), bitrate_kbps))
    middle = heard[10000:30000].astype(float)
    level_db = 20 * np.log10(np.sqrt((middle**2).mean()) * np.sqrt(2) / 32767)
    assert level_db == pytest.approx(-12 + mp3.level_db(bitrate_kbps), abs=0.05)


def test_what_is_not_whole_frames_is_refused():
    with pytest.raises(ValueError, match="1151"):
        encoder.encode(np.zeros(1151, np.int16), 64)
    with pytest.raises(ValueError, match="byte 0"):
        list(mp3.frame_offsets(b"ID3\x03"))


@pytest.mark.parametrize(
    "stream",
    [b"\xff\xfb\x00\x04" * 300, b"\xff\xfb\xf0\x04" * 300, mp3.silence(2, 64)[:-1]],
    ids=["free", "bad", "cut"],
)
def test_what_says_no_length_or_is_cut_off_is_no_frame(stream):
    with pytest.raises(ValueError, match=r"bit rate|cut off"):
        list(mp3.frame_offsets(stream))


def test_what_a_decoder_would_skip_is_an_error(sine):
    frames = encoder.encode(encoder.padded(sine(440, 1)), 64)
    offset = [*mp3.frame_offsets(frames)][20]
    other_layer = frames[:offset] + bytes([0xFF, 0xFD]) + frames[offset + 2 :]
    for broken in (frames[:offset] + b"something" + frames[offset:], other_layer):
        with pytest.raises((ValueError, av.FFmpegError)):
            encoder.decode(broken)
