"""Beginnings of words on the sound."""

import numpy as np
import pytest

from voices.nets.onsets import heard

RATE_HZ = 24_000


@pytest.fixture(scope="module")
def sound():
    """Noise from 0.3 to 0.8 s and from 1.0 to 1.6 s, with a stop of 40 ms in the second."""
    noise = np.random.default_rng(1).normal(0, 3000, 2 * RATE_HZ)
    for begin, end in ((0, 0.3), (0.8, 1.0), (1.3, 1.34), (1.6, 2.0)):
        noise[round(begin * RATE_HZ) : round(end * RATE_HZ)] = 0
    return noise.astype(np.int16)


def at(seconds):
    return round(seconds * RATE_HZ)


def test_after_a_silence_a_word_begins_with_the_sound(sound):
    found = heard(sound, [at(0.325), at(1.05)], RATE_HZ, lag_ms=25)
    assert found == pytest.approx([at(0.3), at(1.0)], abs=at(0.003))


def test_behind_a_pause_a_word_that_is_told_late_begins_with_the_sound(sound):
    found = heard(sound, [at(0.325), at(1.0), at(1.165), at(1.3)], RATE_HZ, lag_ms=25, marks={1})
    assert found[2:] == [pytest.approx(at(1.0), abs=at(0.003)), at(1.275)]


def test_only_the_first_word_behind_a_pause_begins_with_its_sound(sound):
    assert heard(sound, [at(0.325), at(1.05), at(1.22)], RATE_HZ, lag_ms=25)[2] == at(1.195)


def test_elsewhere_the_lag_is_taken_off(sound):
    assert heard(sound, [at(0.325), at(0.6)], RATE_HZ, lag_ms=25)[1] == at(0.575)


def test_a_stop_is_no_silence(sound):
    assert heard(sound, [at(1.36)], RATE_HZ, lag_ms=25) == [at(1.335)]


def test_a_silence_that_is_far_away_moves_nothing(sound):
    assert heard(sound, [at(0.5)], RATE_HZ, lag_ms=0) == [at(0.5)]


def test_they_stay_in_order_and_inside(sound):
    told = [0, 0, at(0.31), at(0.315), at(0.9), at(1.01), at(1.01), at(1.99)]
    found = heard(sound, told, RATE_HZ, lag_ms=25)
    assert found == sorted(found)
    assert 0 <= found[0] <= found[-1] < len(sound)


@pytest.mark.parametrize("length", [0, 1, 47, 5000])
def test_silence_and_nothing_are_no_error(length):
    assert heard(np.zeros(length, np.int16), [0] * min(length, 1), RATE_HZ, lag_ms=25) == [0] * min(length, 1)
