"""Gains that follow a sound."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.dynamics import compressed, held_under
from podcast.sound.dsp.filters import filtered
from voices.speech import Utterance, Voice

RATE_HZ = 22050
SENTENCE = "The bank is weak here, so the water digs; what it takes it lays down on the other side."


def tone(seconds, level, hz=220):
    return (level * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE_HZ)) / RATE_HZ)).astype(np.float32)


def level_of(samples):
    return 20 * np.log10(np.sqrt(np.mean(samples.astype(float) ** 2)))


@given(
    bursts=st.lists(st.tuples(st.integers(0, 900), st.floats(0.1, 20)), max_size=12),
    ceiling=st.floats(0.05, 0.95),
    channels=st.sampled_from([1, 2]),
)
def test_nothing_is_over_the_ceiling_whatever_comes(bursts, ceiling, channels):
    samples = np.zeros((901, channels), np.float32)
    for at, level in bursts:
        samples[at, at % channels] = level
    held = held_under(samples if channels == 2 else samples[:, 0], RATE_HZ, ceiling)
    assert len(held) == len(samples)
    assert np.abs(held).max() <= ceiling * (1 + 1e-5)


def test_what_is_under_the_ceiling_is_not_touched():
    quiet = tone(1, 0.5)
    assert held_under(quiet, RATE_HZ, 0.5001) is quiet
    burst = np.concatenate([tone(1, 0.4), tone(0.1, 0.9), tone(1, 0.4)])
    held = held_under(burst, RATE_HZ, 0.6)
    for part in (slice(0, round(0.99 * RATE_HZ)), slice(round(1.2 * RATE_HZ), None)):
        np.testing.assert_allclose(held[part], burst[part], rtol=1e-5)


def test_the_limiter_comes_before_the_peak_and_goes_slowly():
    samples = np.full(RATE_HZ, 0.25, np.float32)
    samples[RATE_HZ // 2] = 1.0
    gain = held_under(samples, RATE_HZ, 0.5) / samples
    lowered = np.flatnonzero(gain < 0.999) - RATE_HZ // 2
    assert -0.007 * RATE_HZ < lowered[0] < -0.003 * RATE_HZ
    assert 0.05 * RATE_HZ < lowered[-1] < 0.1 * RATE_HZ
    assert np.abs(np.diff(gain)).max() < 0.01  # no step that would click


def test_both_channels_get_one_gain():
    stereo = np.stack([tone(0.5, 1.2), tone(0.5, 0.3, hz=330)], axis=1)
    gains = held_under(stereo, RATE_HZ, 0.7)[100:] / np.where(np.abs(stereo) < 1e-3, np.nan, stereo)[100:]
    assert np.nanmax(np.abs(gains[:, 0] - gains[:, 1])) < 1e-5


@pytest.mark.parametrize("name", ["en-us+m6", "en-gb-x-rp+f3"])
def test_a_voice_is_compressed_as_by_ffmpeg_s_compressor_of_samples(name, engine_process):
    take = engine_process.speak(Utterance(SENTENCE, Voice("espeak_ng", name, "en")))
    voice = (np.frombuffer(take.pcm, "<i2") / 32768).astype(np.float32)
    chain = Chain()
    options = f"threshold={10 ** (chain.threshold_dbfs / 20)}:ratio={chain.ratio}:knee=4"
    times = f"attack={chain.attack_ms}:release={chain.release_ms}"
    expected = filtered(voice, take.rate_hz, ("acompressor", f"{options}:{times}"), sample_format="flt")
    made = compressed(voice, voice, take.rate_hz, chain)
    piece = take.rate_hz // 50
    levels = np.array(
        [
            [level_of(sound[at : at + piece]) for sound in (made, expected)]
            for at in range(0, len(voice) - piece, piece)
            if np.abs(voice[at : at + piece]).max() > 0.01
        ]
    )
    apart = levels[:, 0] - levels[:, 1]
    assert np.std(apart) < 0.4
    assert abs(np.mean(apart)) < 0.5


def test_the_compressor_goes_by_what_it_hears():
    loud, soft = tone(1, 0.5), tone(1, 0.01)
    np.testing.assert_allclose(compressed(loud, soft, RATE_HZ, Chain()), loud, atol=1e-4)
    assert level_of(compressed(soft, loud, RATE_HZ, Chain())) < level_of(soft) - 5


@pytest.mark.parametrize("length", [1, 7, 8, 9])
def test_a_sound_may_be_short(length):
    samples = np.full(length, 0.9, np.float32)
    assert len(compressed(samples, samples, RATE_HZ, Chain())) == length
    assert held_under(samples, RATE_HZ, 0.5).max() <= 0.5 * (1 + 1e-5)
