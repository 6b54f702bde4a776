"""Other speakers and tempos out of the same frames."""

import numpy as np
import pytest

from voices.nets.warp import drawn_together, warped

FRAMES = 40


@pytest.fixture
def frames():
    chance = np.random.default_rng(1)
    lh, theta, ln, lr, phi = (chance.normal(size=(601, FRAMES)).astype(np.float32) for _ in range(5))
    f0 = np.linspace(150, 250, FRAMES, dtype=np.float32)
    f0[:5] = 0
    return lh, theta, ln, lr, phi, f0


def test_the_voice_s_own_is_left_as_it_is(frames):
    assert all(one is other for one, other in zip(warped(frames, 1.0, 1.0), frames, strict=True))
    assert all(one is other for one, other in zip(drawn_together(frames, 1), frames, strict=True))


@pytest.mark.parametrize(("formants", "pitch"), [(1.12, 1.2), (0.84, 0.56), (1.06, 0.9), (1.0, 0.7)])
def test_a_speaker_is_made_of_the_same_frames_and_leaves_them(frames, formants, pitch):
    before = [one.copy() for one in frames]
    first, again = warped(frames, formants, pitch), warped(frames, formants, pitch)
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))
    assert all(np.array_equal(one, other) for one, other in zip(before, frames, strict=True))
    assert [one.shape for one in first] == [one.shape for one in frames]
    assert all(one.dtype == np.float32 and np.isfinite(one).all() for one in first)


def test_formants_move_and_the_melody_with_the_pitch(frames):
    lh, *rest = frames
    peak = np.zeros_like(lh)
    peak[100] = 10
    harmonic, *_, f0 = warped((peak, *rest), 1.2, 1.0)
    assert int(harmonic[:, 0].argmax()) == 120
    *_, f0 = warped(frames, 1.0, 1.2)
    assert f0[5:] == pytest.approx(frames[-1][5:] * 1.2)
    assert not f0[:5].any()  # a consonant has no pitch


@pytest.mark.parametrize(("liveliness", "spread"), [(0.0, 0.0), (0.5, 0.5), (1.5, 1.5)])
def test_liveliness_widens_the_melody_around_its_middle(frames, liveliness, spread):
    own, moved = (np.log(one[5:]) for one in (frames[-1], warped(frames, 1.0, 1.0, liveliness)[-1]))
    assert moved.mean() == pytest.approx(own.mean(), abs=1e-4)
    assert moved.std() == pytest.approx(own.std() * spread, abs=1e-4)


def test_a_text_without_a_voiced_sound_is_no_error(frames):
    *spectra, f0 = frames
    assert not warped((*spectra, f0 * 0), 0.9, 0.8, 1.5)[-1].any()


@pytest.mark.parametrize(("ratio", "count"), [(2.0, 20), (1.25, 32), (100.0, 1)])
def test_frames_are_drawn_together(frames, ratio, count):
    made = drawn_together(frames, ratio)
    assert [one.shape[-1] for one in made] == [count] * 6
    assert np.abs(made[0]).max() <= np.abs(frames[0]).max()
