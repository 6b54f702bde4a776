from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.sound.dsp.curves import SILENT, crossfaded, gains, shaped

POINTS = [(100, SILENT), (600, 0.0), (900, 0.0), (1500, -20.0)]


def test_a_curve_goes_through_its_points_and_stays_outside_them():
    curve = gains(POINTS, 0, 2000)
    assert curve[:101].max() == 0
    assert curve[600:901].min() == pytest.approx(1)
    assert curve[1500:] == pytest.approx(0.1)
    assert curve[350] == pytest.approx(0.5, abs=0.01)


def test_a_curve_has_neither_steps_nor_corners():
    curve = gains(POINTS, 0, 2000).astype(float)
    assert np.abs(np.diff(curve)).max() < 1.1 * np.pi / 2 / 500  # the middle of the steepest ramp
    assert np.abs(np.diff(curve, 2)).max() < 1.1 * np.pi**2 / 2 / 500**2


@settings(max_examples=30)
@given(st.integers(-500, 2500), st.lists(st.integers(1, 700), min_size=1, max_size=6))
def test_a_curve_in_pieces_is_the_curve(begin, lengths):
    edges = np.cumsum([begin, *lengths])
    whole = gains(POINTS, int(edges[0]), int(edges[-1]))
    pieces = [gains(POINTS, int(a), int(b)) for a, b in pairwise(edges)]
    assert np.concatenate(pieces) == pytest.approx(whole, abs=1e-5)


def test_points_at_one_place_are_a_step_and_not_an_error():
    assert list(gains([(5, SILENT), (5, 0.0)], 3, 8)) == [0, 0, 1, 1, 1]


@pytest.mark.parametrize("channels", [1, 2])
def test_shaping_takes_either_number_of_channels(channels, sine):
    pcm = sine(440, 0.1)
    pcm = pcm if channels == 1 else np.stack([pcm, -pcm], axis=1)
    quiet = shaped(pcm, gains([(0, -20.0)], 0, len(pcm)))
    assert quiet.dtype == np.int16
    assert quiet.shape == pcm.shape
    assert np.abs(quiet - pcm / 10).max() <= 1


def test_what_would_be_more_than_full_scale_is_cut_off_and_never_turns_round():
    loud = np.array([30_000, -30_000], np.int16)
    assert list(shaped(loud, np.array([2, 2], np.float32))) == [32767, -32768]
    assert crossfaded(np.full(9, 32767, np.int16), np.full(9, 32767, np.int16)).min() > 0


def test_a_crossfade_of_one_sound_with_itself_is_that_sound(sine):
    pcm = sine(440, 0.5)
    assert np.abs(crossfaded(pcm, pcm, is_alike=True).astype(int) - pcm).max() <= 1


def test_a_crossfade_of_unlike_sounds_keeps_their_power():
    rng = np.random.default_rng(5)
    first, second = (np.round(4000 * rng.standard_normal(44_100)).astype(np.int16) for _ in range(2))
    mixed = crossfaded(first, second).astype(float).reshape(20, -1)
    levels_db = 20 * np.log10(np.sqrt((mixed**2).mean(axis=1)) / 4000)
    assert np.abs(levels_db).max() < 0.5
