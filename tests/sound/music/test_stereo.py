"""Music in a stereo show: as loud as in mono, and with its sides."""

import io

import av
import numpy as np
import pytest

from podcast.config.settings import BedSettings, GreetingSettings
from podcast.sound.codec import encoder, mp3
from podcast.sound.codec.stream import Encoding
from podcast.sound.dsp import master
from podcast.sound.dsp.loudness import integrated_lufs
from podcast.sound.dsp.meter import Meter, loudness_lufs, momentary_energies
from podcast.sound.music.bed import Bed, Loop, OnBed
from podcast.sound.music.load import load_piece, pcm_of, segment_of
from podcast.sound.music.mix import with_music
from podcast.sound.music.piece import Piece
from podcast.sound.record import MasteredAudio

RATE = 44_100


def coloured(seed, seconds=3):
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(seconds * RATE))
    sound = np.fft.irfft(spectrum / np.maximum(np.fft.rfftfreq(seconds * RATE, 1 / RATE), 60) ** 0.5)
    return 0.1 * sound / sound.std()


@pytest.fixture
def load(tmp_path):
    def load(*sides, channels=2):
        out = io.BytesIO()
        layout = "mono" if len(sides) == 1 else "stereo"
        with av.open(out, "w", format="wav") as container:
            stream = container.add_stream("pcm_f32le", rate=RATE, layout=layout)
            interleaved = np.stack(sides, axis=1).astype(np.float32).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(interleaved, format="flt", layout=layout)
            frame.sample_rate = RATE
            container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        (tmp_path / "music.wav").write_bytes(out.getvalue())
        return pcm_of(load_piece(Piece.of(str(tmp_path / "music.wav"), -16, channels)))

    return load


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("sides", [(1,), (1, 1), (1, 2)])
def test_a_piece_is_as_loud_in_either_kind_of_show(sides, channels, load):
    pcm = load(*map(coloured, sides), channels=channels)
    assert pcm.shape == ((3 * RATE,) if channels == 1 else (3 * RATE, 2))
    assert loudness_lufs(pcm) == pytest.approx(-16, abs=0.2)


def test_the_sides_stay_where_they_are(load):
    left, right = coloured(1), coloured(2)
    pcm = load(left, right).astype(float)
    assert np.corrcoef(pcm[:, 0], left)[0, 1] > 0.99
    assert np.corrcoef(pcm[:, 1], right)[0, 1] > 0.99


def test_what_is_one_sided_or_upside_down_stands_in_the_middle(load):
    sound = coloured(1)
    for sides in ((sound, np.zeros(len(sound))), (np.zeros(len(sound)), sound), (sound, -sound)):
        left, right = load(*sides).astype(int).T
        assert np.abs(left - right).max() <= 1
        assert np.abs(left).max() > 1000


def test_frames_and_beds_keep_both_sides(load, sine):
    music = load(coloured(1, 8), coloured(2, 8))
    voice = MasteredAudio(master.placed(sine(1500, 2, -16), 0))
    audio = with_music(voice, segment_of(music), GreetingSettings(before_s=2, after_s=2, duck_db=-20))
    assert audio.pcm.shape == (6 * RATE, 2)
    spread = audio.pcm[:, 0].astype(int) - audio.pcm[:, 1]
    assert spread[RATE : 2 * RATE - RATE // 2].std() > 8 * spread[round(2.5 * RATE) : round(3.5 * RATE)].std() > 0
    bed = Bed(Loop(music, RATE), BedSettings())
    pieces = [laid.pcm for laid in bed.under([OnBed(voice), OnBed(voice, RATE)])]
    assert {piece.shape[1] for piece in pieces} == {2}


def test_a_stream_of_both_sides_is_measured_as_it_is_heard(load):
    pcm = load(coloured(1), coloured(2))
    encoding = Encoding(128, channels=2)
    stream = b"".join([*(encoding.push(piece) for piece in np.split(pcm, [999, 70_000])), encoding.finish()])
    heard = encoder.decode(stream)
    assert heard.shape == (encoding.frame_count * mp3.FRAME_SAMPLES, 2)
    assert integrated_lufs(encoding.energies) == pytest.approx(integrated_lufs(momentary_energies(heard)), abs=0.05)
    meter = Meter(2)
    meter.push(heard)
    meter.finish()
    assert encoding.energies == pytest.approx(meter.energies, rel=1e-6)
