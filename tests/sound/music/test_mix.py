"""Music around words: where it is, how loud it is there, and that the voice is always whole."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.config.settings import GreetingSettings, Settings
from podcast.sound.dsp.loudness import decibels
from podcast.sound.dsp.meter import true_peak
from podcast.sound.music.load import segment_of
from podcast.sound.music.mix import laid_over, with_music
from podcast.sound.record import MasteredAudio
from voices.speech import Word

FRAME = GreetingSettings(before_s=3, after_s=2, duck_db=-20, duck_s=0.5, fade_in_s=0.1, fade_out_s=1)
CLOSING = replace(FRAME, before_s=0.5, after_s=3, fade_in_s=1)
RATE = 44_100


@pytest.fixture(scope="module")
def music(sine):
    def make(seconds):
        return segment_of(sine(440, seconds, -20))

    return make


@pytest.fixture(scope="module")
def voice(sine):
    def make(seconds=2.0):
        pcm = sine(1500, seconds, -20)
        return MasteredAudio(pcm, (Word(0, 4, 0, len(pcm)),))

    return make


def level_db(pcm, frequency_hz, at_s, for_s=0.2):
    """How strong that frequency is there, in dB of full scale."""
    begin = round(at_s * RATE)
    stretch = pcm[begin : begin + round(for_s * RATE)].astype(float)
    time_s = np.arange(len(stretch)) / RATE
    phasor = np.exp(-2j * np.pi * frequency_hz * time_s) * np.hanning(len(stretch))
    return 20 * np.log10(np.abs((stretch * phasor).sum()) / np.hanning(len(stretch)).sum() * 2 / 32768 + 1e-9)


def test_music_alone_then_under_the_words_then_alone_then_gone(music, voice):
    audio = with_music(voice(), music(20), FRAME)
    assert audio.words[0].start_sample == 3 * RATE
    assert len(audio.pcm) == 7 * RATE
    levels = {at_s: round(level_db(audio.pcm, 440, at_s)) for at_s in (1, 2.2, 3.1, 4.7, 5.6)}
    assert levels == {1: -20, 2.2: -20, 3.1: -40, 4.7: -40, 5.6: -20}
    assert level_db(audio.pcm, 440, 6.75) < -28
    assert level_db(audio.pcm, 1500, 3.1) == pytest.approx(-20, abs=0.2)


def test_the_music_ducks_before_the_first_word_and_rises_after_the_last(music, voice):
    audio = with_music(voice(), music(20), FRAME)
    assert level_db(audio.pcm, 440, 2.7, 0.1) == pytest.approx(-25, abs=1)
    assert level_db(audio.pcm, 440, 5.2, 0.1) == pytest.approx(-25, abs=1)


def test_a_short_theme_ends_under_the_words_with_a_fade_of_its_own(music, voice):
    audio = with_music(voice(4), music(5), FRAME)
    assert audio.words[0].start_sample == 3 * RATE
    assert len(audio.pcm) == 7 * RATE  # the voice is over, and nothing follows it
    assert level_db(audio.pcm, 440, 4.7) < -44
    assert level_db(audio.pcm, 440, 5.2) < -70


def test_a_jingle_shorter_than_its_solo_brings_the_voice_in_sooner(music, voice):
    audio = with_music(voice(), music(2), FRAME)
    assert audio.words[0].start_sample == 1 * RATE
    assert len(audio.pcm) == 3 * RATE


def test_short_music_after_the_words_enters_under_them_and_keeps_its_end(music, voice):
    audio = with_music(voice(6), music(5), CLOSING)
    assert audio.words[0].start_sample == 0
    assert len(audio.pcm) == 9 * RATE
    assert level_db(audio.pcm, 440, 3.5) < -70
    assert level_db(audio.pcm, 440, 5.5) == pytest.approx(-40, abs=1)
    assert level_db(audio.pcm, 440, 7) == pytest.approx(-20, abs=0.5)


def test_a_tiny_piece_after_the_words_still_meets_them(music, voice):
    audio = with_music(voice(6), music(1), CLOSING)
    assert len(audio.pcm) == pytest.approx(6.5 * RATE, abs=2)


def test_either_may_be_missing(music, voice):
    said = voice()
    for shape in (FRAME, CLOSING):
        assert with_music(said, None, shape) is said
        alone = with_music(None, music(6), shape).pcm
        assert len(alone) == 6 * RATE
        assert np.abs(alone[[0, -1]]).max() <= 1
        with pytest.raises(ValueError, match="neither"):
            with_music(None, None, shape)


@settings(max_examples=25, deadline=None)
@given(
    st.builds(
        GreetingSettings,
        before_s=st.floats(0, 3),
        after_s=st.floats(0, 3),
        duck_s=st.floats(0, 2),
        duck_db=st.floats(-60, -12),
        fade_in_s=st.floats(0, 4),
        fade_out_s=st.floats(0, 4),
    ),
    st.floats(0.4, 8),
    st.floats(0.05, 4),
)
def test_the_voice_is_whole_and_where_its_words_say_whatever_is_set(shape, music_s, voice_s):
    time_s = np.arange(round(voice_s * RATE)) / RATE
    spoken = np.round(6000 * np.sin(2 * np.pi * 1500 * time_s)).astype(np.int16)
    tone = np.round(6000 * np.sin(2 * np.pi * 440 * np.arange(round(music_s * RATE)) / RATE)).astype(np.int16)
    audio = with_music(MasteredAudio(spoken, (Word(0, 4, 0, len(spoken)),)), segment_of(tone), shape)
    [word] = audio.words
    assert word.end_sample - word.start_sample == len(spoken)
    under = audio.pcm[word.start_sample : word.end_sample].astype(int)
    assert len(under) == len(spoken)
    loudest = 6000 * 10 ** (shape.duck_db / 20) + 3
    # Where the voice begins and ends the music is still on its way, or what is left of it is fading.
    assert np.abs(under - spoken).max() <= loudest


@pytest.mark.parametrize("shape", [Settings().opening, Settings().closing, FRAME, CLOSING])
@pytest.mark.parametrize("seconds", [0.5, 4, 30])
def test_no_edge_clicks(shape, seconds, voice):
    """Music that goes on for ever: wherever it is cut, it must come and go without a step."""
    time_s = np.arange(round(seconds * RATE)) / RATE
    audio = with_music(
        voice(3), segment_of(np.round(12_000 * np.cos(2 * np.pi * 110 * time_s)).astype(np.int16)), shape
    )
    own_steps = 12_000 * 2 * np.pi * 110 / RATE + 3300 * 2 * np.pi * 1500 / RATE
    steps = np.abs(np.diff(np.concatenate([[0], audio.pcm.astype(int), [0]])))
    assert steps.max() < 1.2 * own_steps


def test_stereo_music_stays_stereo(sine):
    left, right = sine(440, 8, -20), sine(550, 8, -20)
    spoken = sine(1500, 2, -23)
    under = laid_over(np.stack([left, right], axis=1), np.stack([spoken, spoken], axis=1), 3 * RATE + 7)
    assert under.shape == (8 * RATE, 2)
    assert level_db(under[:, 0], 550, 1) < -70 < level_db(under[:, 0], 440, 1)
    assert (under[3 * RATE + 7 :][: len(spoken), 0] - left[3 * RATE + 7 :][: len(spoken)] == spoken).all()


@given(st.integers(0, 3000), st.integers(1, 3000), st.integers(1, 4000))
def test_sounds_are_laid_to_the_sample(at, over_length, under_length):
    under, over = np.full(under_length, 100, np.int16), np.full(over_length, 11, np.int16)
    expected = under.copy()
    expected[at : at + over_length] += 11
    assert list(laid_over(under, over, min(at, under_length))) == list(expected)


def test_a_lower_peak_that_the_show_wants_is_held_in_the_mix(voice, music):
    loud = MasteredAudio(np.clip(voice(3).pcm * 8.0, -32768, 32767).astype(np.int16))
    usual, low = with_music(loud, music(20), FRAME), with_music(loud, music(20), FRAME, -6.0)
    assert decibels(true_peak(low.pcm)) <= -6
    assert decibels(true_peak(usual.pcm)) > -3
