import numpy as np
import pytest

from podcast.sound.filters import filtered
from podcast.sound.master import TRUE_PEAK_DBTP, Chain, calibrated, leveled, limited, master, placed
from podcast.sound.meter import loudness_lufs
from voices.speech import Utterance, Voice

CALIBRATION = "The bank is weak here, so the water digs; what it takes it lays down on the other side. " * 3
OTHER = "Nobody planned the pattern. From the air, thousands of years look like one long stroke of a brush. " * 3


@pytest.mark.parametrize("name", ["en-us", "en-gb-x-rp+f3", "de+m7"])
def test_a_calibrated_chain_brings_any_text_of_the_voice_to_the_target(name, booth):
    voice = Voice("espeak_ng", name, "en")
    take = booth.speak(Utterance(CALIBRATION, voice))
    chain = calibrated(Chain(), np.frombuffer(take.pcm, "<i2"), take.rate_hz, -16)
    other = booth.speak(Utterance(OTHER, voice))
    for said in (take, other):
        pcm = master(np.frombuffer(said.pcm, "<i2"), said.rate_hz, chain)
        assert len(pcm) == pytest.approx(said.samples * 44100 / said.rate_hz, abs=2)
        assert loudness_lufs(pcm) == pytest.approx(-16, abs=0.5)
        assert np.abs(pcm.astype(int)).max() < 32768 * 10 ** (TRUE_PEAK_DBTP / 20)


def test_the_chain_keeps_the_time(booth, voice):
    """A click stays where it is: word times are measured before the chain."""
    click = np.zeros(22050, np.int16)
    click[11025] = 20000
    assert np.argmax(np.abs(master(click, 22050, Chain()))) == pytest.approx(22050, abs=20)


@pytest.mark.parametrize("pan", [-1, -0.4, 0, 0.7, 1])
def test_a_voice_is_as_loud_wherever_it_stands(sine, pan):
    mono = sine(997, 3, -20)
    stereo = placed(mono, pan)
    assert stereo.shape == (len(mono), 2)
    assert loudness_lufs(stereo) == pytest.approx(loudness_lufs(mono), abs=0.02)
    left, right = (np.abs(channel.astype(int)).max() for channel in stereo.T)
    assert np.sign(right - left) == np.sign(pan)
    if pan == 0:
        assert (stereo[:, 0] == stereo[:, 1]).all()


def test_a_chain_may_end_in_stereo(sine):
    tone = sine(300, 2, -20, rate_hz=22050)
    mono = master(tone, 22050, Chain(gain_db=3))
    stereo = master(tone, 22050, Chain(gain_db=3, stereo=True))
    assert stereo.shape == (len(mono), 2)
    assert loudness_lufs(stereo) == pytest.approx(loudness_lufs(mono), abs=0.02)


def test_a_limiter_turns_both_channels_down_at_once(sine):
    """Or the picture would move to the softer side at each peak."""
    loud, soft = sine(440, 1, -0.1), sine(440, 1, -12.1)
    left, right = limited(np.stack([loud, soft], axis=1)).T.astype(float)
    assert np.sqrt((left**2).mean() / (right**2).mean()) == pytest.approx(10 ** (12 / 20), rel=0.01)


@pytest.mark.parametrize("goal_dbtp", [-1.0, -3.0, -9.0])
def test_the_ceiling_follows_the_goal(sine, goal_dbtp):
    loud = limited(sine(440, 1, -0.1), goal_dbtp)
    assert np.abs(loud.astype(int)).max() <= 32768 * 10 ** ((goal_dbtp - 1) / 20) + 1


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("level_dbfs", [-40, -20, -6])
def test_music_is_levelled_whatever_it_came_at(sine, level_dbfs, channels):
    tone = sine(440, 4, level_dbfs)
    music = tone if channels == 1 else np.stack([tone, tone // 2], axis=1)
    assert loudness_lufs(leveled(music, -16)) == pytest.approx(-16, abs=0.3)


def test_a_limiter_holds_the_ceiling(sine):
    loud = limited(sine(440, 1, -0.1))
    assert np.abs(loud.astype(int)).max() <= 32768 * 10 ** ((TRUE_PEAK_DBTP - 1) / 20) + 1


def test_filters_may_change_the_rate(sine):
    assert len(filtered(sine(rate_hz=22050), 22050, ("aresample", "48000"))) == 48000
