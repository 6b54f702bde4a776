import io
from contextlib import suppress

import av
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from podcast.sound.codec.flac import packed, unpacked

SAMPLES = st.lists(st.integers(-32768, 32767), max_size=700)


@given(SAMPLES, st.integers(1, 40))
@example([], 1)
@example([1], 1)
@example([-32768, 32767], 2304)  # the largest leaps there are, and one sample more or less than a block of FLAC's
@example([-32768, 32767, 0], 1536)
@example([7], 4609)
@settings(deadline=None)
def test_what_was_packed_comes_back_to_the_bit(samples, times):
    pcm = np.array(samples * times, "<i2").tobytes()
    assert unpacked(packed(pcm)) == pcm


def test_speech_takes_much_less_room(engine_process, voice):
    from voices.speech import Utterance

    pcm = engine_process.speak(Utterance("A river that could choose would still not run straight.", voice)).pcm
    assert len(packed(pcm)) < 0.65 * len(pcm)


def test_the_same_samples_are_packed_the_same(sine):
    pcm = sine(seconds=2).tobytes()
    assert packed(pcm) == packed(pcm)


def test_it_is_a_flac_file_for_others_too(sine):
    with av.open(io.BytesIO(packed(sine().tobytes()))) as container:
        assert container.format.name == "flac"
        assert sum(frame.samples for frame in container.decode(audio=0)) == 44_100


@pytest.mark.parametrize("content", [b"", b"RIFF" * 20, b"fLa" + packed(b"\1\2")[4:]])
def test_what_is_no_such_stream_is_refused(content):
    with pytest.raises(ValueError, match="FLAC"):
        unpacked(content)


@pytest.mark.parametrize("kept", range(4, 90, 9))
def test_of_what_was_cut_off_no_sample_is_made_up(kept):
    """The store's checksum finds it; here, nothing else than ValueError may come."""
    pcm = b"\1\2" * 900
    with suppress(ValueError):
        assert pcm.startswith(unpacked(packed(pcm)[:kept]))
