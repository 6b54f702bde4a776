import io

import av
import numpy as np
import pytest

from podcast.sound.codec import encoder, opus


@pytest.fixture(scope="module")
def stream(sine):
    tone = sine(440, 8)
    return encoder.encode(tone[: len(tone) // 1152 * 1152], 64)


def transcoded(stream, bitrate_kbps=24):
    ogg = io.BytesIO()
    opus.transcode(io.BytesIO(stream), ogg, bitrate_kbps)
    return ogg.getvalue()


def test_it_is_the_same_sound_in_fewer_bytes(stream):
    ogg = transcoded(stream)
    with av.open(io.BytesIO(ogg)) as file:
        heard = np.concatenate([frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)])
        assert file.streams.audio[0].codec_context.name.endswith("opus")
    spectrum = np.abs(np.fft.rfft(heard[48_000:96_000]))
    assert int(np.argmax(spectrum)) == 440
    assert len(heard) / 48_000 == pytest.approx(len(encoder.decode(stream)) / 44_100, abs=0.05)
    assert len(ogg) < 0.7 * len(stream)


def test_stereo_stays_stereo(sine):
    tone = sine(440, 2)
    ogg = transcoded(encoder.encode(encoder.padded(np.stack([tone, tone // 8], axis=1)), 128), 96)
    with av.open(io.BytesIO(ogg)) as file:
        assert file.streams.audio[0].layout.name == "stereo"
        left, right = np.concatenate([frame.to_ndarray() for frame in file.decode(audio=0)], axis=1).astype(float)
    assert np.sqrt((left**2).mean() / (right**2).mean()) == pytest.approx(8, rel=0.1)


def test_the_same_input_gives_the_same_bytes(stream):
    assert transcoded(stream) == transcoded(stream)


@pytest.mark.parametrize("bitrate_kbps", [16, 48])
def test_it_has_as_many_bytes_as_were_asked_for(sine, bitrate_kbps):
    """Noise list_pages nothing out: Opus spends on it what it may."""
    noise = np.random.default_rng(2).integers(-4000, 4000, 8 * 44_100).astype(np.int16)
    ogg = transcoded(encoder.encode(encoder.padded(noise), 128), bitrate_kbps)
    assert len(ogg) * 8 / 8000 == pytest.approx(bitrate_kbps, rel=0.3)
