from pathlib import Path

import av
import numpy as np
import pytest

from podcast.music import compose
from podcast.music.compose import PIECES, RATE_HZ

FOLDER = Path(compose.__file__).parent


@pytest.fixture(scope="module", params=PIECES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def shipped(name):
    with av.open(str(FOLDER / name)) as container:
        stream = container.streams.audio[0]
        assert (stream.rate, stream.channels, stream.format.name) == (RATE_HZ, 1, "s16")
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(stream)])


def test_the_shipped_file_is_the_composed_piece(name, shipped):
    composed = compose.compose(PIECES[name])
    assert len(composed) == len(shipped)
    assert np.abs(composed.astype(int) - shipped).max() <= 1  # sines differ by an ulp among platforms


def test_it_lasts_some_seconds_and_does_not_clip(shipped):
    assert 6 <= len(shipped) / RATE_HZ <= 9
    assert np.abs(shipped.astype(int)).max() / 32_768 == pytest.approx(10 ** (-3 / 20), rel=0.01)


def test_it_begins_and_ends_in_silence(shipped):
    assert abs(int(shipped[0])) <= 1
    assert np.abs(shipped[-RATE_HZ // 50 :].astype(int)).max() <= 1
    assert abs(shipped.mean()) < 5


def test_it_is_neither_faint_nor_crushed_and_dies_away(shipped):
    level_dbfs = 20 * np.log10(np.sqrt(np.mean((shipped / 32_768) ** 2)))
    assert -22 < level_dbfs < -13
    seconds = [np.std(shipped[start : start + RATE_HZ]) for start in range(0, 5 * RATE_HZ, RATE_HZ)]
    assert min(seconds) > max(seconds) / 3
    assert np.std(shipped[-RATE_HZ:]) < max(seconds) / 10


def test_it_is_music(name, shipped):
    """Each note of the melody stands out where the score has it, and there are many of them."""
    score = PIECES[name]
    for note in score.melody:
        start, length = round(note.beat * score.beat_s * RATE_HZ), round(0.45 * score.beat_s * RATE_HZ)
        spectrum = np.abs(np.fft.rfft(shipped[start : start + length] * np.hanning(length), 1 << 17))
        peak = round(compose.pitch_hz(note.pitches) * (1 << 17) / RATE_HZ)
        near = spectrum[round(peak * 0.97) : round(peak * 1.03)].max()
        assert near > 3 * np.median(spectrum[round(peak * 0.8) : round(peak * 1.25)])
    assert len({note.pitches for note in score.melody}) >= 6


def test_the_two_together_are_small():
    assert sum((FOLDER / name).stat().st_size for name in PIECES) < 1_000_000
