import io
import subprocess
import sys

import av
import numpy as np
import pytest

from podcast.errors import PodcastError
from podcast.sound.meter import loudness_lufs
from podcast.sound.music import LONGEST_MUSIC_S, closing, load_music, opening
from podcast.sound.record import Stem
from voices.speech import Word

FORMATS = {
    "wav": ("wav", "pcm_s16le", 44100, "mono"),
    "wav-float": ("wav", "pcm_f32le", 96000, "stereo"),
    "wav-24": ("wav", "pcm_s24le", 48000, "stereo"),
    "wav-8k": ("wav", "pcm_s16le", 8000, "mono"),
    "mp3": ("mp3", "libmp3lame", 44100, "stereo"),
    "m4a": ("ipod", "aac", 44100, "stereo"),
    "flac": ("flac", "flac", 48000, "mono"),
    "ogg": ("ogg", "vorbis", 44100, "stereo"),
    "opus": ("ogg", "libopus", 48000, "mono"),
    "aiff": ("aiff", "pcm_s16be", 44100, "mono"),
}


def audio(kind, seconds=3, level=0.1):
    """A tone of 440 Hz in a file of that kind, as bytes."""
    form, codec, rate_hz, layout = FORMATS[kind]
    out = io.BytesIO()
    tone = (level * np.sin(2 * np.pi * 440 * np.arange(seconds * rate_hz) / rate_hz)).astype(np.float32)
    channels = 2 if layout == "stereo" else 1
    with av.open(out, "w", format=form) as container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout, options={"strict": "experimental"})
        frame = av.AudioFrame.from_ndarray(np.repeat(tone, channels)[None, :], format="flt", layout=layout)
        frame.sample_rate = rate_hz
        fifo = av.AudioFifo()
        resampler = av.AudioResampler(format=stream.format, layout=layout, rate=rate_hz)
        for resampled in resampler.resample(frame):
            fifo.write(resampled)
        size = stream.codec_context.frame_size or 1024
        for piece in fifo.read_many(size, partial=True):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return out.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_every_usual_format_comes_to_the_same_loudness(kind, tmp_path):
    file = tmp_path / "music.bin"  # the name says nothing: the content decides
    file.write_bytes(audio(kind))
    music = load_music(file, -16)
    assert (music.frame_rate, music.channels, music.sample_width) == (44100, 1, 2)
    assert len(music) == pytest.approx(3000, abs=120)
    pcm = np.frombuffer(music.raw_data, "<i2")
    assert loudness_lufs(pcm) == pytest.approx(-16, abs=0.5)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\x89PNG\r\n\x1a\n" + bytes(99),
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"RIFF1234WAVE",
        b"ID3",
    ],
    ids=["empty", "text", "picture", "playlist", "broken wav", "broken mp3"],
)
def test_what_is_not_audio_is_refused_by_name(content, tmp_path):
    file = tmp_path / "jingle.mp3"
    file.write_bytes(content)
    with pytest.raises(PodcastError, match="not audio") as failure:
        load_music(file, -16)
    assert failure.value.which == str(file)


def test_a_missing_file_a_folder_and_silence_are_refused(tmp_path):
    silent = tmp_path / "silent.wav"
    silent.write_bytes(audio("wav", level=0))
    for path in (tmp_path / "none.mp3", tmp_path, silent):
        with pytest.raises(PodcastError):
            load_music(path, -16)


def test_music_that_goes_on_and_on_is_refused(tmp_path):
    long = tmp_path / "long.wav"
    long.write_bytes(audio("wav-8k", seconds=LONGEST_MUSIC_S + 5))
    with pytest.raises(PodcastError, match="longer"):
        load_music(long, -16)


@pytest.fixture
def theme(tmp_path):
    file = tmp_path / "theme.wav"
    file.write_bytes(audio("wav", seconds=6))
    return load_music(file, -16)


@pytest.fixture
def voice_stem(sine):
    return Stem(sine(1500, 2, -20), (Word(0, 4, 0, 88200),))


def band_level(pcm, frequency_hz):
    """How strong that frequency is, in dB of full scale."""
    time_s = np.arange(len(pcm)) / 44100
    phasor = np.exp(-2j * np.pi * frequency_hz * time_s)
    return 20 * np.log10(np.abs((pcm * phasor).mean()) * 2 / 32768 + 1e-9)


def test_the_voice_enters_over_the_end_of_the_opening_music(theme, voice_stem):
    stem = opening(voice_stem, theme)
    start = stem.words[0].start_sample
    assert 3 * 44100 <= start < 6 * 44100
    assert band_level(stem.pcm[start : start + 8820], 1500) == pytest.approx(-20, abs=1)
    alone, under = band_level(stem.pcm[44100:88200], 440), band_level(stem.pcm[start : start + 22050], 440)
    assert under < alone - 10
    assert len(stem.pcm) > start + len(voice_stem.pcm)


def test_the_closing_music_rises_as_the_voice_ends(theme, voice_stem):
    stem = closing(voice_stem, theme)
    assert stem.words[0].start_sample == 0
    under, after = band_level(stem.pcm[44100:66150], 440), band_level(stem.pcm[150000:190000], 440)
    assert under < after - 10
    assert np.abs(stem.pcm[-20:].astype(int)).max() < 50


def test_either_may_be_missing(theme, voice_stem):
    for frame in (opening, closing):
        assert frame(voice_stem, None) is voice_stem
        assert len(frame(None, theme).pcm) == pytest.approx(6 * 44100, abs=100)
        with pytest.raises(ValueError, match="neither"):
            frame(None, None)


def test_a_voice_longer_or_shorter_than_the_music(theme, sine):
    for seconds in (0.2, 20):
        stem = Stem(sine(1500, seconds, -20))
        assert len(opening(stem, theme).pcm) >= len(stem.pcm)
        assert len(closing(stem, theme).pcm) >= len(stem.pcm)


def test_importing_it_prints_nothing():
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", "import podcast.sound.music"],
        capture_output=True, text=True, check=True, env={"PATH": "/nonexistent", "PYTHONPATH": "."},
    )  # fmt: skip
    assert not done.stdout
    assert "ffmpeg" not in done.stderr
