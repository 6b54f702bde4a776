import io
from itertools import pairwise

import miniaudio
import numpy as np
import pytest

from podcast.config.settings import BedSettings
from podcast.episode.assembly import BedPart, ClipPart, assemble
from podcast.sound.codec import encoder, mp3
from podcast.sound.dsp.meter import loudness_lufs
from podcast.sound.music.bed import Bed, Loop
from podcast.sound.record import MasteredAudio, encode_clip
from voices.speech import Word


@pytest.fixture
def assembled(clip):
    stream = io.BytesIO()
    parts = [
        ClipPart(clip(1.0)),
        ClipPart(clip(0.3), "text", 700, 0),
        ClipPart(clip(0.6), "text", 20, 1),
        ClipPart(clip(0.4), "", 1300),
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
    heard = encoder.decode(stream)
    assert result.true_peak_dbtp == pytest.approx(20 * np.log10(np.abs(heard.astype(float)).max() / 32768), abs=0.1)
    assert -35 < result.loudness_lufs < -20


# --- lines on a bed -----------------------------------------------------------------------------------------

FADE_S = 1.0


@pytest.fixture(scope="module")
def bedded(sine):
    """An opening, three lines on a bed with a sting among them, and a closing."""

    def tone(hz, seconds):
        pcm = sine(hz, seconds, -16)
        return (pcm * np.minimum(1, np.hanning(len(pcm)) * 20)).astype(np.int16)

    def line(hz, seconds, pause_ms, segment):
        pcm = tone(hz, seconds)
        return BedPart(MasteredAudio(pcm, (Word(0, 4, 0, len(pcm)),)), "text", pause_ms, segment)

    parts = [
        ClipPart(encode_clip(MasteredAudio(tone(440, 1.0)), 64)),
        line(800, 0.5, 999, 0),
        line(1100, 0.7, 300, 1),
        BedPart(MasteredAudio(tone(500, 0.6)), pause_ms=700, is_music=True),
        line(1400, 0.4, 400, 2),
        ClipPart(encode_clip(MasteredAudio(tone(440, 0.5)), 64), "bye", 200),
    ]
    bed = Bed(Loop(sine(150, 2, -34)), BedSettings(duck_db=-6, duck_s=0.2, fade_s=FADE_S))
    stream = io.BytesIO()
    return assemble(iter(parts), stream, 64, bed=bed), stream.getvalue()


def test_lines_and_clips_make_one_stream_of_the_timeline_s_length(bedded):
    result, stream = bedded
    heard = miniaudio.mp3_read_s16(stream)
    assert heard.num_frames == result.timeline.frame_count * mp3.FRAME_SAMPLES
    assert len(result.levels) == result.timeline.frame_count
    assert [placed.segment for placed in result.timeline.placed] == [None, 0, 1, None, 2, None]


def test_each_line_is_heard_where_the_timeline_has_it(bedded):
    """By its own tone: the delay counts once, however many pieces there were."""
    result, stream = bedded
    heard = np.array(miniaudio.mp3_read_s16(stream).samples, float)
    tones = {0: 800, 1: 1100, 2: 1400}
    for placed in result.timeline.placed:
        if placed.segment is None:
            continue
        phasor = np.exp(-2j * np.pi * tones[placed.segment] * np.arange(len(heard)) / 44100)
        strength = np.abs(np.convolve(heard * phasor, np.ones(441) / 441, "same"))
        loud = np.flatnonzero(strength > strength.max() / 2)
        assert loud[0] + loud[-1] == pytest.approx(placed.start_sample + placed.end_sample, abs=60)  # its middle
        assert placed.words[0].start_sample == placed.start_sample
        assert placed.words[0].end_sample == placed.end_sample


def test_pauses_between_lines_are_exact(bedded):
    placed = bedded[0].timeline.placed
    gaps_ms = [(b.start_sample - a.end_sample) / 44.1 for a, b in pairwise(placed)]
    assert gaps_ms[1:4] == pytest.approx([300, 700, 400], abs=0.1)
    assert gaps_ms[0] == pytest.approx(FADE_S * 1000, abs=60)
    assert gaps_ms[4] == pytest.approx(FADE_S * 1000 + 200, abs=60)


def test_the_bed_is_heard_in_the_pauses_and_not_outside(bedded):
    result, stream = bedded
    level = np.abs(np.array(miniaudio.mp3_read_s16(stream).samples, float))
    opening, first, second = result.timeline.placed[:3]
    assert level[first.end_sample + 3000 : second.start_sample - 3000].max() > 150
    assert level[opening.end_sample + 300 : opening.end_sample + 1000].max() < 40
    assert level[-1000:].max() < 40


def test_levels_with_a_bed_are_of_the_whole(bedded):
    result, stream = bedded
    heard = encoder.decode(stream)
    assert result.loudness_lufs == pytest.approx(loudness_lufs(heard), abs=0.2)
    assert result.true_peak_dbtp == pytest.approx(20 * np.log10(np.abs(heard.astype(float)).max() / 32768), abs=0.2)


def test_lines_need_a_bed(sine):
    with pytest.raises(ValueError, match="bed"):
        assemble([BedPart(MasteredAudio(sine()))], io.BytesIO(), 64)
