"""Sound made faster: what is heard stays, in less time."""

import numpy as np
import pytest

from voices.nets.tempo import faster

RATE_HZ = 24_000


@pytest.fixture
def tone():
    time_s = np.arange(RATE_HZ) / RATE_HZ
    return np.round(8000 * np.sin(2 * np.pi * 440 * time_s)).astype(np.int16)


@pytest.mark.parametrize("factor", [1.01, 1.2, 1.5, 2.6])
def test_it_takes_less_time_to_the_sample_and_keeps_its_pitch(tone, factor):
    made = faster(tone, RATE_HZ, factor)
    assert len(made) == round(len(tone) / factor)
    middle = made[2000:-4000].astype(float) * np.hanning(len(made) - 6000)
    peak_hz = np.argmax(np.abs(np.fft.rfft(middle))) * RATE_HZ / len(middle)
    assert peak_hz == pytest.approx(440, abs=8)


@pytest.mark.parametrize("factor", [0.5, 1.0])
def test_it_is_never_made_slower(tone, factor):
    assert faster(tone, RATE_HZ, factor) is tone


@pytest.mark.parametrize("samples", [0, 1, 100])
def test_a_sound_of_hardly_any_length_keeps_its_share(samples):
    assert len(faster(np.ones(samples, np.int16), RATE_HZ, 2)) == round(samples / 2)


def test_the_same_sound_has_the_same_bytes(tone):
    assert np.array_equal(faster(tone, RATE_HZ, 1.3), faster(tone, RATE_HZ, 1.3))
