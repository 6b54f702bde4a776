import io
import subprocess
import sys
import wave

import av
import numpy as np
import pytest

from podcast.errors import PodcastError
from podcast.sound.dsp.loudness import decibels
from podcast.sound.dsp.meter import loudness_lufs, true_peak
from podcast.sound.music.load import LONGEST_MUSIC_S, load_piece, pcm_of
from podcast.sound.music.piece import Piece

FORMATS = {
    "wav": ("wav", "pcm_s16le", 44100, "mono"),
    "wav-float": ("wav", "pcm_f32le", 96000, "stereo"),
    "wav-24": ("wav", "pcm_s24le", 48000, "stereo"),
    "wav-32": ("wav", "pcm_s32le", 44100, "stereo"),
    "wav-8k": ("wav", "pcm_s16le", 8000, "mono"),
    "mp3": ("mp3", "libmp3lame", 44100, "stereo"),
    "m4a": ("ipod", "aac", 44100, "stereo"),
    "flac": ("flac", "flac", 48000, "mono"),
    "flac-96k": ("flac", "flac", 96000, "stereo"),
    "ogg": ("ogg", "vorbis", 44100, "stereo"),
    "opus": ("ogg", "libopus", 48000, "mono"),
    "aiff": ("aiff", "pcm_s16be", 44100, "mono"),
}


def written(kind, left, right=None):
    """Samples (full scale is 1.0, at the rate of the kind) in a file of that kind, as bytes."""
    form, codec, rate_hz, layout = FORMATS[kind]
    out = io.BytesIO()
    sides = [left] if layout == "mono" else [left, left if right is None else right]
    with av.open(out, "w", format=form) as container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout, options={"strict": "experimental"})
        interleaved = np.stack(sides, axis=1).astype(np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(interleaved, format="flt", layout=layout)
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


def tone(kind, seconds=3, level=0.1, hz=440):
    rate_hz = FORMATS[kind][2]
    return level * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)


@pytest.fixture
def load(tmp_path):
    def load(content, target_lufs=-16, channels=1, true_peak_dbtp=-1.0):
        file = tmp_path / "music.bin"  # the name says nothing: the content decides
        file.write_bytes(content)
        return load_piece(Piece.of(str(file), target_lufs, channels, true_peak_dbtp))

    return load


def judged_lufs(music, judge, tmp_path):
    """What ffmpeg's own program makes of it."""
    path = tmp_path / "judged.wav"
    music.export(path, format="wav").close()
    command = [judge("ffmpeg"), "-hide_banner", "-nostats", "-i", str(path), "-af", "ebur128", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return float(told.split("I:")[-1].split("LUFS")[0])


@pytest.mark.parametrize("kind", FORMATS)
def test_every_usual_format_comes_to_the_same_loudness(kind, load):
    music = load(written(kind, tone(kind)))
    assert (music.frame_rate, music.channels, music.sample_width) == (44100, 1, 2)
    assert len(music) == pytest.approx(3000, abs=120)
    assert loudness_lufs(pcm_of(music)) == pytest.approx(-16, abs=0.2)


def noise(seconds, seed=1):
    """With the spectrum of music rather than that of a hiss."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(round(seconds * 44100)))
    hz = np.fft.rfftfreq(round(seconds * 44100), 1 / 44100)
    sound = np.fft.irfft(spectrum / np.maximum(hz, 60) ** 0.5, round(seconds * 44100))
    return 0.1 * sound / sound.std()


PIECES = {
    "very quiet": noise(4) * 1e-4,
    "over full scale": noise(4) * 40,
    "clipped": np.clip(noise(4) * 20, -1, 1),
    "short": noise(0.5),
    "rising": noise(8) * np.geomspace(1e-3, 1, 8 * 44100),
    "drums": noise(6) * np.exp(-(np.arange(6 * 44100) % 22050) / 900),
}


@pytest.mark.parametrize("name", PIECES)
def test_quiet_loud_short_and_lively_pieces_do_too(name, load, judge, tmp_path):
    music = load(written("wav-float", np.repeat(PIECES[name], 96000 // 44100 + 1)))
    assert loudness_lufs(pcm_of(music)) == pytest.approx(-16, abs=0.5)
    assert judged_lufs(music, judge, tmp_path) == pytest.approx(-16, abs=0.5)
    assert np.abs(pcm_of(music).astype(int)).max() < 29_000


def test_a_quiet_file_of_many_bits_has_them_all(load):
    """At -100 dBFS, 16 bits would have left nothing but their own noise."""
    pcm = pcm_of(load(written("wav-float", tone("wav-float", level=1e-5)))).astype(float)[20_000:-20_000]
    spectrum = np.abs(np.fft.rfft(pcm * np.hanning(len(pcm)))) ** 2
    peak = int(np.argmax(spectrum))
    assert 10 * np.log10(spectrum[peak - 4 : peak + 5].sum() / spectrum.sum()) > -0.01


# --- channels -----------------------------------------------------------------------------------------------


def middle_db(music):
    """How loud the sum of the channels is, against their mean."""
    left, right = pcm_of(music).astype(float).T
    return 10 * np.log10(
        np.square((left + right) / 2).mean() / (np.square(left).mean() / 2 + np.square(right).mean() / 2)
    )


def test_channels_that_cancel_each_other_are_turned_the_right_way(load):
    """Wired upside down, a channel would silence the other where there is one loudspeaker."""
    sound = noise(3)
    mono = load(written("wav-24", sound, -sound))
    assert loudness_lufs(pcm_of(mono)) == pytest.approx(-16, abs=0.2)
    spectrum = np.abs(np.fft.rfft(pcm_of(mono).astype(float)))
    assert np.median(spectrum) > 100  # the sound, and not what rounding left of it


def test_wide_music_is_left_as_it_is(load):
    one, other = noise(3, 1), noise(3, 2)
    pcm = pcm_of(load(written("wav-24", one, other))).astype(float)
    expected = np.interp(np.arange(len(pcm)) * 48000 / 44100, np.arange(len(one)), one + other)
    assert np.corrcoef(pcm[1000:-1000], expected[1000:-1000])[0, 1] > 0.98


def test_a_side_that_is_empty_costs_nothing(load):
    sound = tone("wav-24")
    music = load(written("wav-24", np.zeros(len(sound)), sound))
    assert loudness_lufs(pcm_of(music)) == pytest.approx(-16, abs=0.2)


# --- what is refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\x89PNG\r\n\x1a\n" + bytes(99),
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"RIFF1234WAVE",
        b"ID3",
        written("wav-float", np.full(96_000, np.nan)),
    ],
    ids=["empty", "text", "picture", "playlist", "broken wav", "broken mp3", "not numbers"],
)
def test_what_is_not_audio_is_refused_by_name(content, tmp_path):
    file = tmp_path / "jingle.mp3"
    file.write_bytes(content)
    with pytest.raises(PodcastError, match="not audio") as failure:
        load_piece(Piece.of(str(file), -16, 1))
    assert failure.value.which == str(file)


def test_sound_in_a_codec_that_nobody_knows_is_refused(tmp_path):
    file = tmp_path / "odd.wav"
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(44_100)
        out.writeframes(bytes(88_200))
    content = file.read_bytes()
    file.write_bytes(content[:20] + b"\xef\xbe" + content[22:])
    with pytest.raises(PodcastError, match="not audio"):
        load_piece(Piece.of(str(file), -16.0, 1))


def test_a_missing_file_a_folder_silence_and_a_blip_are_refused(tmp_path):
    silent, blip = tmp_path / "silent.wav", tmp_path / "blip.wav"
    silent.write_bytes(written("wav", tone("wav", level=0)))
    blip.write_bytes(written("wav", tone("wav", seconds=0.3)))
    for path in (tmp_path / "none.mp3", tmp_path, silent, blip):
        with pytest.raises(PodcastError):
            load_piece(Piece.of(str(path), -16, 1))


def test_music_that_goes_on_and_on_is_refused(tmp_path):
    long = tmp_path / "long.wav"
    long.write_bytes(written("wav-8k", tone("wav-8k", seconds=LONGEST_MUSIC_S + 1)))
    with pytest.raises(PodcastError, match="longer"):
        load_piece(Piece.of(str(long), -16, 1))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process's peak is told otherwise")
def test_a_quarter_of_an_hour_in_stereo_takes_little_memory(tmp_path):
    """It is 160 MB of samples, and was 1.9 GB."""
    long = tmp_path / "long.wav"
    with wave.open(str(long), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(44_100)
        lively = (np.random.default_rng(2).normal(0, 0.1, 88_200) * np.linspace(0, 3, 88_200)).clip(-1, 1)
        second = (lively * 30_000).astype("<i2").tobytes()
        for _ in range(LONGEST_MUSIC_S - 1):
            out.writeframes(second)
    script = (
        "from pathlib import Path; from podcast.sound.music.piece import Piece\n"
        f"length_ms = len(Piece.of({str(long)!r}, -8.0, 2).made())\n"
        "print(length_ms, Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    length_ms, most_kb = map(int, done.stdout.split())
    assert length_ms == (LONGEST_MUSIC_S - 1) * 1000
    assert most_kb < 600_000


def test_importing_it_prints_nothing():
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", "import podcast.sound.music.load"],
        capture_output=True, text=True, check=True, env={"PATH": "/nonexistent", "PYTHONPATH": "."},
    )  # fmt: skip
    assert not done.stdout
    assert "ffmpeg" not in done.stderr


def test_music_keeps_under_the_peak_that_the_show_wants(load):
    beats = tone("wav", 4) * np.where(np.arange(4 * FORMATS["wav"][2]) % 11_025 < 1000, 8, 0.5)
    usual, low = (load(written("wav", beats), true_peak_dbtp=peak_dbtp) for peak_dbtp in (-1.0, -8.0))
    assert decibels(true_peak(pcm_of(low))) <= -8 < decibels(true_peak(pcm_of(usual)))
