import av
import compose
import numpy as np
import pytest
from compose import RATE_HZ
from scores import BED, INTRO, OUTRO, PIECES, STING

from podcast.config.settings import BedSettings, Settings
from podcast.recording.accompaniment import load_accompaniment
from podcast.recording.jobs.runner import JobRunner
from podcast.sound.music.mix import samples

LENGTHS_S = {"intro": (14, 18), "outro": (12, 15), "bed": (30, 41), "sting": (2, 3)}
THAT_END = [name for name, score in PIECES.items() if not score.loops]


def read(name):
    with av.open(str(compose.path_of(name))) as container:
        stream = container.streams.audio[0]
        assert (stream.rate, stream.channels) == (RATE_HZ, 1)
        pcm = np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(stream)])
        return np.round(pcm * 32_768).astype(np.int16)


@pytest.fixture(scope="module")
def shipped():
    return {name: read(name) for name in PIECES}


def rms(pcm):
    return np.sqrt(np.square(pcm.astype(float)).mean())


@pytest.mark.parametrize("name", PIECES)
def test_the_shipped_file_is_the_composed_piece(name, shipped):
    composed = compose.lapped(PIECES[name]).astype(float)
    assert len(composed) == len(shipped[name])
    assert rms(composed) > 4 * rms(composed - shipped[name])  # what Opus changed lies 12 dB below it


def test_composing_twice_gives_the_same_samples():
    assert (compose.compose(STING) == compose.compose(STING)).all()


@pytest.mark.parametrize("name", PIECES)
def test_it_lasts_as_long_as_it_should_and_does_not_clip(name, shipped):
    shortest_s, longest_s = LENGTHS_S[name]
    assert shortest_s <= len(shipped[name]) / RATE_HZ <= longest_s
    peak = np.abs(shipped[name].astype(int)).max() / 32_768
    assert peak == pytest.approx(10 ** (compose.PEAK_DBFS / 20), rel=0.1)
    assert abs(shipped[name].mean()) < 20


@pytest.mark.parametrize("name", THAT_END)
def test_it_begins_and_ends_in_silence(name, shipped):
    """The piece exactly, and its file as far as Opus can."""
    composed = compose.compose(PIECES[name])
    assert abs(int(composed[0])) <= 1
    assert np.abs(composed[-RATE_HZ // 50 :].astype(int)).max() <= 1
    assert abs(composed.mean()) < 5
    assert abs(int(shipped[name][0])) <= 200
    assert np.abs(shipped[name][-RATE_HZ // 50 :].astype(int)).max() <= 4


@pytest.mark.parametrize("name", PIECES)
def test_it_is_music(name, shipped):
    """Each note of the melody, or the chord, stands out where the score has it."""
    score = PIECES[name]
    for note in score.melody or score.chords:
        length = round(min(note.beats, 1) * 0.9 * score.beat_s * RATE_HZ)
        start = round((note.beat + (0 if score.melody else 1)) * score.beat_s * RATE_HZ)
        spectrum = np.abs(np.fft.rfft(shipped[name][start : start + length] * np.hanning(length), 1 << 17))
        for pitch in note.pitches.split():
            peak = round(compose.pitch_hz(pitch) * (1 << 17) / RATE_HZ)
            near = spectrum[round(peak * 0.97) : round(peak * 1.03)].max()
            assert near > 2 * np.median(spectrum[round(peak * 0.8) : round(peak * 1.25)])
    assert len({note.pitches for note in score.melody or score.chords}) >= 4


def level_db(pcm, begin_s, end_s):
    return 20 * np.log10(rms(pcm[round(begin_s * RATE_HZ) : round(end_s * RATE_HZ)]))


def test_intro_and_outro_are_calm_where_the_words_are_and_then_die_away(shipped):
    beat_s = INTRO.beat_s
    theme, calm, swell = (
        level_db(shipped["intro"], begin * beat_s, end * beat_s) for begin, end in ((0, 8), (10, 16), (16, 22))
    )
    assert theme - 6 < calm < theme - 2
    assert swell > calm + 2
    under, after = level_db(shipped["outro"], 0, 8 * OUTRO.beat_s), level_db(shipped["outro"], 5.4, 9)
    assert after > under + 2
    for name in ("intro", "outro", "sting"):
        assert rms(shipped[name][-RATE_HZ // 2 :]) < rms(shipped[name]) / 30


def test_the_bed_is_even(shipped):
    seconds = [level_db(shipped["bed"], second, second + 2) for second in range(0, 30, 2)]
    assert np.ptp(seconds) < 4


def test_the_score_of_the_bed_goes_round_without_a_seam():
    """Where it begins anew it is as smooth as anywhere else, and nothing that rang is cut off."""
    assert_seamless(np.tile(compose.compose(BED), 2))


def test_so_does_the_file_as_it_is_played(tmp_path):
    wish = Settings(bed=BedSettings(music="default"))
    with JobRunner(driver="espeak_ng", jobs=1) as runner:
        loop = load_accompaniment(wish, tmp_path, runner, plays_sting=False).bedding.made().loop
    round_ = samples(BED.length_s)
    assert_seamless(loop.stretch(0, 2 * round_))
    assert (loop.stretch(0, 5000) == loop.stretch(round_, round_ + 5000)).all()


def assert_seamless(twice):
    twice = twice.astype(float)
    seam = len(twice) // 2
    jumps = np.abs(np.diff(twice, 3))
    assert jumps[seam - 6 : seam + 3].max() <= np.percentile(jumps, 99.9)
    spectra = [
        np.abs(np.fft.rfft(twice[at - 2048 : at + 2048] * np.hanning(4096)))
        for at in range(seam - 9000, seam + 9001, 3000)
    ]
    high = [spectrum[400:].sum() for spectrum in spectra]  # from 4.3 kHz on, where a cut would be heard
    assert high[3] < 1.5 * max(high[0], high[-1])
    assert 20 * np.log10(rms(twice[seam - 4410 : seam]) / rms(twice[seam : seam + 4410])) == pytest.approx(0, abs=3)


def test_the_bed_leaves_the_voice_its_place(shipped):
    """Most of its power is below what makes words clear, 1 to 4 kHz."""
    power = np.square(np.abs(np.fft.rfft(shipped["bed"].astype(float))))
    hz = np.fft.rfftfreq(len(shipped["bed"]), 1 / RATE_HZ)
    assert power[(hz > 1000) & (hz < 4000)].sum() < 0.01 * power.sum()
    assert not BED.melody


def test_the_files_are_small():
    sizes = {name: compose.path_of(name).stat().st_size for name in PIECES}
    assert sum(sizes.values()) < 250_000
