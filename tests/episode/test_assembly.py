import io
from itertools import pairwise

import miniaudio
import numpy as np
import pytest

from podcast.episode.assembly import Part, assemble
from podcast.sound import mp3


@pytest.fixture
def assembled(clip):
    stream = io.BytesIO()
    parts = [
        Part(clip(1.0)),
        Part(clip(0.3), "text", 700, 0),
        Part(clip(0.6), "text", 20, 1),
        Part(clip(0.4), "", 1300),
    ]
    return assemble(iter(parts), stream, 64), stream.getvalue()


def test_the_duration_is_the_timeline_s_to_the_frame(assembled):
    result, stream = assembled
    heard = miniaudio.mp3_read_s16(stream)
    assert heard.num_frames == result.timeline.frame_count * mp3.FRAME_SAMPLES
    assert result.timeline.duration_ms == round(heard.num_frames / 44.1)


def test_sounds_are_where_the_timeline_says(assembled):
    result, stream = assembled
    level = np.abs(np.array(miniaudio.mp3_read_s16(stream).samples, float))
    for placed in result.timeline.placed:
        middle = (placed.start_sample + placed.end_sample) // 2
        assert level[middle - 500 : middle + 500].max() > 1000
        assert level[placed.start_sample - 1000 : placed.start_sample].max() < 60
        assert level[placed.end_sample : placed.end_sample + 1000].max() < 60
        assert placed.words[0].start_sample == placed.start_sample


def test_pauses_are_what_was_asked_for_to_half_a_frame(assembled):
    placed = assembled[0].timeline.placed
    gaps_ms = [(b.start_sample - a.end_sample) / 44.1 for a, b in pairwise(placed)]
    assert gaps_ms[0] == pytest.approx(700, abs=13.1)
    assert gaps_ms[2] == pytest.approx(1300, abs=13.1)
    assert 20 <= gaps_ms[1] < 60  # what is silent in the clips already can't be taken away


def test_segments_are_numbered_and_frames_of_the_show_are_not(assembled):
    assert [placed.segment for placed in assembled[0].timeline.placed] == [None, 0, 1, None]


def test_levels_are_of_the_whole(assembled):
    result, stream = assembled
    heard = mp3.decode(stream)
    assert result.true_peak_dbtp == pytest.approx(20 * np.log10(np.abs(heard.astype(float)).max() / 32768), abs=0.1)
    assert -35 < result.loudness_lufs < -20
