import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.config.settings import BedSettings
from podcast.sound.music.bed import Bed, Loop, OnBed
from podcast.sound.record import MasteredAudio

RATE = 44_100
WISH = BedSettings(duck_db=-12, duck_s=0.5, fade_s=2)
LEVEL = 2000  # of a bed that is nothing but this, so that its curve can be read off


def flat(pause_s=0.0, seconds=2.0, *, is_music=False):
    """Silence on a bed leaves the bed."""
    return OnBed(MasteredAudio(np.zeros(round(seconds * RATE), np.int16)), round(pause_s * RATE), is_music)


def curve(*laid_on, wish=WISH):
    """The bed's level in dB under those laid_on, and where they begin, in seconds."""
    laid = list(Bed(Loop(np.full(RATE, LEVEL, np.int16)), wish).under(iter(laid_on)))
    whole = np.concatenate([piece.pcm for piece in laid]).astype(float)
    with np.errstate(divide="ignore"):
        levels_db = 20 * np.log10(whole / LEVEL)
    return levels_db, [piece.start_sample / RATE for piece in laid]


def at(levels_db, second):
    return float(levels_db[round(second * RATE)])


def test_the_bed_leads_in_ducks_and_fades_out():
    levels_db, [start_s] = curve(flat())
    assert start_s == 2
    assert len(levels_db) == 6 * RATE
    assert levels_db[0] < -60
    assert at(levels_db, 1.5) == pytest.approx(0, abs=0.1)
    assert at(levels_db, 2.0) == pytest.approx(-12, abs=0.1)
    assert at(levels_db, 3.9) == pytest.approx(-12, abs=0.1)
    assert levels_db[-1] < -60


def test_a_breath_stays_ducked_and_a_long_pause_lets_the_bed_rise():
    levels_db, starts_s = curve(flat(), flat(0.6), flat(4))
    assert starts_s == [2, 4.6, 10.6]
    assert np.ptp(levels_db[2 * RATE : 6 * RATE]) < 0.1
    assert at(levels_db, 7.2) == at(levels_db, 10) == pytest.approx(0, abs=0.1)
    assert at(levels_db, 10.6) == pytest.approx(-12, abs=0.1)


def test_under_other_music_the_bed_is_silent_and_comes_back():
    levels_db, starts_s = curve(flat(), flat(0.7, is_music=True), flat(0.3))
    sting_s = starts_s[1]
    assert levels_db[round(sting_s * RATE) : round((sting_s + 2) * RATE)].max() < -60
    assert at(levels_db, starts_s[2] + 0.6) == pytest.approx(-12, abs=0.1)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0.3, 1.5), st.booleans()), min_size=1, max_size=5))
def test_the_level_never_jumps_and_pieces_fit_together(laid_on):
    laid = list(Bed(Loop(np.full(RATE, LEVEL, np.int16)), WISH).under(flat(p, s, is_music=m) for p, s, m in laid_on))
    whole = np.concatenate([piece.pcm for piece in laid]).astype(int)
    steepest = LEVEL * np.pi / 2 / (0.15 * RATE)  # within half of the shortest laid
    assert np.abs(np.diff(whole)).max() <= 1.2 * steepest + 1
    length = 4 * RATE + sum(round(s * RATE) for _, s, _ in laid_on) + sum(round(p * RATE) for p, _, _ in laid_on[1:])
    assert len(whole) == length


def test_what_is_said_is_where_it_is_told_to_the_sample(sine):
    words = [sine(1000 + 300 * n, 0.5, -20) for n in range(4)]
    bed = Bed(Loop(np.zeros(RATE, np.int16)), WISH)
    laid = list(bed.under(OnBed(MasteredAudio(pcm), 12_345 + 111 * n) for n, pcm in enumerate(words)))
    whole = np.concatenate([piece.pcm for piece in laid])
    for pcm, piece in zip(words, laid, strict=True):
        assert np.abs(whole[piece.start_sample : piece.start_sample + len(pcm)].astype(int) - pcm).max() <= 1


def test_only_one_strip_is_looked_ahead():
    """They are recorded as the laid_on are asked for; nothing may gather them."""
    asked = []
    laid_on = (asked.append(n) or flat(0.3, 0.2) for n in range(50))
    next(Bed(Loop(np.zeros(RATE, np.int16)), WISH).under(laid_on))
    assert len(asked) == 2


def test_around_one_passage_the_bed_comes_and_goes(sine):
    audio = Bed(Loop(sine(220, 1, -30)), WISH).around(MasteredAudio(sine(1500, 1, -20)))
    assert len(audio.pcm) == 5 * RATE
    assert np.abs(audio.pcm[[0, 1, -2, -1]]).max() <= 3
    assert np.abs(audio.pcm[RATE : RATE + 9000]).max() > 500


# --- the loop -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channels", [1, 2])
def test_going_round_makes_no_jump_and_no_hole(channels):
    """Noise without its highest tones, as a piece that nobody made for looping."""
    rng = np.random.default_rng(3)
    noise = np.cumsum(rng.standard_normal((6 * RATE, channels)), axis=0)
    noise = noise[200:] - noise[:-200]
    piece = np.round(noise / noise.std() * 4000).astype(np.int16)
    piece = piece if channels == 2 else piece[:, 0]
    loop = Loop(piece, 2 * RATE)
    played = loop.stretch(0, 20 * RATE).astype(float)
    assert np.abs(np.diff(played, axis=0)).max() <= 1.5 * np.abs(np.diff(piece.astype(float), axis=0)).max()
    levels = np.sqrt((played[: 20 * RATE].reshape(40, -1) ** 2).mean(axis=1))
    assert np.abs(20 * np.log10(levels / 4000)).max() < 1.5


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 60))
def test_any_stretch_is_that_of_an_endless_piece(begin, length, crossfade):
    loop = Loop(np.arange(100, dtype=np.int16), crossfade)
    endless = np.tile(loop.stretch(0, 100 - min(crossfade, 50)), 20)
    assert list(loop.stretch(begin, begin + length)) == list(endless[begin : begin + length])


def test_without_a_crossfade_the_piece_goes_round_as_it_is():
    piece = np.arange(50, dtype=np.int16)
    assert list(Loop(piece).stretch(0, 100)) == [*piece, *piece]
