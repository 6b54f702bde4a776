from dataclasses import replace

import numpy as np
import pytest

from podcast.sound.dsp.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.dsp.filters import filtered
from podcast.sound.dsp.master import amplified, calibrated, limited, master, placed
from podcast.sound.dsp.meter import loudness_lufs
from voices.casting import profiles
from voices.speech import Utterance, Voice

CALIBRATION = "The bank is weak here, so the water digs; what it takes it lays down on the other side. " * 3
OTHER = "Nobody planned the pattern. From the air, thousands of years look like one long stroke of a brush. " * 3


@pytest.mark.parametrize("name", ["en-us", "en-gb-x-rp+f3", "de+m7"])
def test_a_calibrated_chain_brings_any_text_of_the_voice_to_the_target(name, engine_process):
    voice = Voice("espeak_ng", name, "en")
    take = engine_process.speak(Utterance(CALIBRATION, voice))
    chain = calibrated(Chain(), np.frombuffer(take.pcm, "<i2"), take.rate_hz, -16)
    other = engine_process.speak(Utterance(OTHER, voice))
    for said in (take, other):
        pcm = master(np.frombuffer(said.pcm, "<i2"), said.rate_hz, chain)
        assert len(pcm) == pytest.approx(said.samples * 44100 / said.rate_hz, abs=2)
        assert loudness_lufs(pcm) == pytest.approx(-16, abs=0.5)
        assert np.abs(pcm.astype(int)).max() < 32768 * 10 ** (TRUE_PEAK_DBTP / 20)


def spectrum(pcm, rate_hz, from_hz, to_hz):
    """The level between two frequencies, in dB of the whole."""
    power = np.abs(np.fft.rfft(pcm)) ** 2
    at_hz = np.fft.rfftfreq(len(pcm), 1 / rate_hz)
    return 10 * np.log10(power[(at_hz >= from_hz) & (at_hz < to_hz)].sum() / power.sum())


@pytest.fixture(scope="module")
def said(engine_process):
    take = engine_process.speak(Utterance(CALIBRATION, Voice("espeak_ng", "en-us+m6", "en")))
    return np.frombuffer(take.pcm, "<i2"), take.rate_hz


def test_hiss_is_not_lifted_over_the_vowels(said):
    """A compressor that heard all alike would lift it by 6 dB."""
    pcm, rate_hz = said
    mastered = master(pcm, rate_hz, calibrated(Chain(), pcm, rate_hz, -16))
    assert spectrum(mastered, 44100, 5000, 11000) <= spectrum(pcm, rate_hz, 5000, 11000)


def test_rumble_is_taken_away(said):
    pcm, rate_hz = said
    rumble = np.round(1000 * np.sin(2 * np.pi * 25 * np.arange(len(pcm)) / rate_hz)).astype(np.int16)
    shaky = pcm // 2 + rumble
    mastered = master(shaky, rate_hz, calibrated(Chain(), shaky, rate_hz, -16))
    assert spectrum(mastered, 44100, 20, 30) < spectrum(shaky, rate_hz, 20, 30) - 10


def test_a_soft_engine_s_voice_is_treated_as_a_loud_one_s(said):
    pcm, rate_hz = said
    soft = (pcm // 4).astype(np.int16)
    loud_chain, soft_chain = (calibrated(Chain(), take, rate_hz, -16) for take in (pcm, soft))
    assert soft_chain.input_db == pytest.approx(loud_chain.input_db + 12.04, abs=0.05)
    assert soft_chain.gain_db == pytest.approx(loud_chain.gain_db, abs=0.1)


@pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.name)
def test_profiles_name_what_a_chain_has(profile):
    chain = replace(Chain(), **profile.chain)
    assert -12 <= chain.treble_db <= 6


def test_the_chain_keeps_the_time(engine_process, voice):
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


def test_a_limiter_holds_the_ceiling(sine):
    loud = limited(sine(440, 1, -0.1))
    assert np.abs(loud.astype(int)).max() <= 32768 * 10 ** ((TRUE_PEAK_DBTP - 1) / 20) + 1


@pytest.mark.parametrize("channels", [1, 2])
def test_where_a_long_piece_is_cut_for_the_limiter_nobody_hears(channels):
    """A lively piece of a minute, with and without its first seconds: what the cuts fall on is not the same."""
    rng = np.random.default_rng(1)
    beats = np.repeat(rng.uniform(0.05, 1, 600), 4410)[:, np.newaxis] * rng.uniform(-1, 1, (2_646_000, channels))
    pcm = (beats * 20_000).astype(np.int16)[:, 0 if channels == 1 else slice(None)]
    whole, later = amplified(pcm, 12.0), amplified(pcm[200_000:], 12.0)
    settled = 16_000  # what came before the beginning is missing
    assert np.abs(whole[200_000 + settled :].astype(int) - later[settled:]).max() <= 1


def test_filters_may_change_the_rate(sine):
    assert len(filtered(sine(rate_hz=22050), 22050, ("aresample", "48000"))) == 48000
