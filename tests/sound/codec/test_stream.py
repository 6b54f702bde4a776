import miniaudio
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.sound.codec import encoder, mp3
from podcast.sound.codec.stream import Encoding
from podcast.sound.dsp.meter import Meter, momentary_energies, true_peak
from podcast.sound.record import MasteredAudio, encode_clip

RATE = 44_100


@pytest.fixture(scope="module")
def sound(sine):
    """Five seconds that are not whole frames, silent at both edges."""
    pcm = np.concatenate([sine(440, 2.1, -14), sine(1310, 1.7, -8), sine(600, 1.2, -30)])
    return (pcm * np.hanning(len(pcm))).astype(np.int16)


def encoded(pcm, cuts):
    encoding = Encoding(64)
    pieces = np.split(pcm, sorted(cuts))
    return encoding, b"".join([*(encoding.push(piece) for piece in pieces), encoding.finish()])


@settings(max_examples=10, deadline=None)
@given(cuts=st.lists(st.integers(0, 5 * RATE), max_size=8))
def test_pieces_make_the_bytes_of_the_whole(cuts, sound):
    encoding, stream = encoded(sound, cuts)
    assert stream == encoder.encode(encoder.padded(sound), 64, encoder.SPEECH_QUALITY)
    assert encoding.frame_count == len(list(mp3.frame_offsets(stream)))


def test_a_sound_begins_after_one_delay(sound):
    click = np.zeros(10 * RATE, np.int16)
    click[7 * RATE] = 30_000
    _, stream = encoded(click, range(0, len(click), 5000))
    heard = np.array(miniaudio.mp3_read_s16(stream).samples)
    assert np.argmax(np.abs(heard)) == 7 * RATE + mp3.DELAY_SAMPLES


def test_it_is_measured_as_a_clip_is(sound):
    encoding, stream = encoded(sound, [1000, 50_000, 50_001, 170_000])
    clip = encode_clip(MasteredAudio(sound), 64)
    assert encoding.frame_count == clip.frame_count
    assert encoding.levels == clip.levels
    assert encoding.peak == pytest.approx(true_peak(encoder.decode(stream)), rel=0.001)
    assert encoding.energies == pytest.approx(clip.energies, rel=1e-3, abs=1e-9)


def test_a_peak_between_two_pieces_is_found():
    """A tone at a quarter of the rate, whose samples miss its peaks by 3 dB, in pieces of a frame."""
    tone = 0.5 * 32767 * np.sin(np.pi / 2 * (np.arange(RATE) + 0.5)) * np.hanning(RATE)
    pcm = np.round(tone).astype(np.int16)
    encoding, stream = encoded(pcm, range(0, RATE, 1152))
    assert encoding.peak == pytest.approx(true_peak(encoder.decode(stream)), rel=0.001)
    assert encoding.peak == pytest.approx(0.5 * 0.95, rel=0.06)  # which is LAME's own scale


@settings(max_examples=10, deadline=None)
@given(cuts=st.lists(st.integers(0, 5 * RATE), max_size=8))
def test_the_meter_reads_the_same_in_pieces(cuts, sound):
    meter = Meter()
    for piece in np.split(sound, sorted(cuts)):
        meter.push(piece)
    meter.finish()
    assert meter.energies == pytest.approx(momentary_energies(sound), rel=1e-6)
