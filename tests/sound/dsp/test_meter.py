"""The meter against the signals of EBU Tech 3341 and against its own definition."""

import av
import av.filter
import numpy as np
import pytest

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.filters import pulled
from podcast.sound.dsp.loudness import decibels, integrated_lufs, lufs_of
from podcast.sound.dsp.meter import loudness_lufs, momentary_energies, true_peak


@pytest.mark.parametrize("level_dbfs", [-23.0, -33.0, -16.0])
def test_a_997_hz_sine_measures_its_level_less_3_lu_in_one_channel(sine, level_dbfs):
    # EBU Tech 3341, signals 1 and 2, are stereo; one channel alone has 3.01 LU less.
    assert loudness_lufs(sine(997, 10, level_dbfs)) == pytest.approx(level_dbfs - 3.01, abs=0.1)


@pytest.mark.parametrize("level_dbfs", [-23.0, -33.0])
def test_a_sine_in_both_channels_measures_its_level(sine, level_dbfs):
    # EBU Tech 3341, signals 1 and 2.
    tone = sine(997, 10, level_dbfs)
    assert loudness_lufs(np.stack([tone, tone], axis=1)) == pytest.approx(level_dbfs, abs=0.1)
    assert loudness_lufs(np.stack([tone, 0 * tone], axis=1)) == pytest.approx(level_dbfs - 3.01, abs=0.1)


def test_quiet_passages_fall_under_the_relative_gate(sine):
    # EBU Tech 3341, signal 3: 10 s at -36, 60 s at -23, 10 s at -36 dBFS.
    signal = np.concatenate([sine(997, 10, -36), sine(997, 60, -23), sine(997, 10, -36)])
    assert loudness_lufs(signal) == pytest.approx(-26.01, abs=0.1)


def test_clips_that_are_measured_apart_measure_as_the_whole(sine):
    pause = np.zeros(SAMPLE_RATE_HZ, np.int16)
    pieces = [sine(300, 2.35, -18), sine(1500, 3.1, -22), sine(700, 1.77, -15)]
    whole = np.concatenate([sound for piece in pieces for sound in (piece, pause)])
    apart = [energy for piece in pieces for energy in momentary_energies(piece)]
    assert integrated_lufs(apart) == pytest.approx(loudness_lufs(whole), abs=0.15)


def test_silence_has_no_loudness():
    assert loudness_lufs(np.zeros(SAMPLE_RATE_HZ, np.int16)) == -70
    assert integrated_lufs([]) == -70
    assert true_peak(np.zeros(100, np.int16)) == 0


def lufs_by_ffmpeg(pcm, rate_hz):
    """As its own meter reads each block of 400 ms."""
    graph = av.filter.Graph()
    layout = "mono" if pcm.ndim == 1 else "stereo"
    source = graph.add_abuffer(sample_rate=rate_hz, format="s16", layout=layout)
    sink = graph.add("abuffersink")
    graph.link_nodes(source, graph.add("ebur128", "metadata=1"), sink).configure()
    frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout=layout)
    frame.sample_rate = rate_hz
    source.push(frame)
    source.push(None)
    readings = (frame.metadata.get("lavfi.r128.M") for frame in pulled(sink))
    return np.array([float(reading) for reading in readings if reading is not None][3:])


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate_hz", [16000, 22050, 24000, 44100, 48000])
def test_each_block_is_as_loud_as_for_ffmpeg(rate_hz, channels, sine):
    noise = np.random.default_rng(rate_hz).normal(0, 3000, (rate_hz, channels)).astype(np.int16)
    tones = [sine(hz, 1, -20, rate_hz=rate_hz)[:, np.newaxis].repeat(channels, axis=1) for hz in (40, 200, 3000, 7000)]
    pcm = np.concatenate([noise, *tones])
    pcm = pcm[:, 0] if channels == 1 else pcm // np.array([1, 3], np.int16)
    expected = lufs_by_ffmpeg(np.ascontiguousarray(pcm), rate_hz)
    energies = momentary_energies(pcm, rate_hz)
    made = np.array([lufs_of(energy) for energy in energies[3:-3]])
    np.testing.assert_allclose(made[: len(expected)], expected[: len(made)], atol=0.01)
    assert len(energies) == 5 * 10 + 3


@pytest.mark.parametrize("phase", [0, 0.25, 0.5, 1.0])
def test_the_true_peak_lies_between_the_samples(phase):
    # EBU Tech 3341, signals 15 to 19: a quarter of the sampling rate, whose samples miss the peak by up to 3 dB.
    time = np.arange(4410)
    tone = np.sin(2 * np.pi * time / 4 + phase * np.pi / 2)
    pcm = np.round(tone * 0.5 * 32767 * np.hanning(4410)).astype(np.int16)
    assert decibels(true_peak(pcm)) == pytest.approx(-6.02, abs=0.3)
    assert true_peak(np.stack([pcm // 4, pcm], axis=1)) == true_peak(pcm)
