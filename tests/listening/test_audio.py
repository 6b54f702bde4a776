"""The clips of an MP3, for a recogniser."""

import numpy as np
import pytest

from podcast.errors import PodcastError
from podcast.listening.audio import RATE_HZ, sounds_of
from podcast.listening.cuts import Excerpt
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec.encoder import encode, padded


@pytest.fixture(scope="module")
def mp3(tmp_path_factory, sine):
    """Three seconds of silence, two of a tone, three of silence."""
    silence = np.zeros(3 * SAMPLE_RATE_HZ, np.int16)
    path = tmp_path_factory.mktemp("audio") / "sound.mp3"
    path.write_bytes(encode(padded(np.concatenate([silence, sine(440, 2.0), silence])), 64))
    return path


def level(sound):
    return float(np.sqrt(np.mean(sound**2)))


def test_each_clip_is_where_it_was_asked_for(mp3):
    cut = [Excerpt(500, 2500, "en"), Excerpt(3200, 4800, "en"), Excerpt(5500, 7000, "en")]
    before, tone, behind = sounds_of(mp3, cut)
    assert [len(sound) for sound in (before, tone, behind)] == [2 * RATE_HZ, 1.6 * RATE_HZ, 1.5 * RATE_HZ]
    assert max(level(before), level(behind)) < 0.001
    assert level(tone) > 0.05


def test_clips_may_touch(mp3):
    one, other = sounds_of(mp3, [Excerpt(0, 4000, "en"), Excerpt(4000, 8000, "en")])
    [whole] = sounds_of(mp3, [Excerpt(0, 8000, "en")])
    assert np.array_equal(np.concatenate([one, other]), whole)


def test_behind_the_end_there_is_nothing(mp3):
    last, beyond = sounds_of(mp3, [Excerpt(7000, 60_000, "en"), Excerpt(60_000, 61_000, "en")])
    assert 0.9 * RATE_HZ < len(last) < 1.3 * RATE_HZ
    assert len(beyond) == 0


def test_what_is_no_audio_is_told(tmp_path):
    path = tmp_path / "sound.mp3"
    for content in (b"", b"no audio"):
        path.write_bytes(content)
        with pytest.raises(PodcastError, match="decoded"):
            list(sounds_of(path, [Excerpt(0, 1000, "en")]))
    with pytest.raises(PodcastError, match="decoded"):
        list(sounds_of(tmp_path / "none.mp3", [Excerpt(0, 1000, "en")]))
