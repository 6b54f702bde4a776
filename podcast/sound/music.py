"""Music around the voice, in pydub's segments: any audio file, levelled, faded and laid under the spoken words.

theme = load_music(Path("jingle.mp3"), target_lufs=-16)
stem = opening(welcome, theme)          # music alone, ducked as the voice enters, gone when it ends
stem = closing(sign_off, theme)         # the voice, music rising under its end, then music alone
"""

import io
import warnings
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import av
import numpy as np

from podcast.errors import PodcastError
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.filters import Pcm, channel_count
from podcast.sound.master import leveled, limited
from podcast.sound.record import Stem, shifted

with warnings.catch_warnings():
    # pydub warns that there is no ffmpeg program, which we don't need, and has invalid escapes in its source.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment", "closing", "load_music", "opening"]

SHORTEST_MUSIC_S, LONGEST_MUSIC_S = 0.1, 900

_DUCK_DB = -16
_DUCK_MS = 900  # how long the music takes to step back or forward
_OVERLAP_MS = 2600  # how long it stays with the voice
_FADE_MS = 60
_ACCEPTED = "wav, mp3, m4a, flac, ogg, opus or aiff"

# The format is read from the content and given to the decoder: under the name of an .mp3, ffmpeg would also take a
# playlist that reads other files.
_MAGIC = (
    (0, b"RIFF", "wav"),
    (0, b"RF64", "wav"),
    (0, b"fLaC", "flac"),
    (0, b"OggS", "ogg"),
    (0, b"FORM", "aiff"),
    (0, b"ID3", "mp3"),
    (4, b"ftyp", "mov"),
)


def load_music(path: Path, target_lufs: float, channels: int = 1) -> AudioSegment:
    """The file's sound in one or two channels, at the target loudness. Raises PodcastError when it isn't audio."""
    try:
        data = path.read_bytes()
    except OSError as error:
        remedy = "Give a file that can be read."
        raise PodcastError(f"The music can't be read ({error.strerror})", which=str(path), remedy=remedy) from None
    form = _format(data)
    if form is None:
        raise _not_audio(path)
    try:
        pcm = _within_length(_decoded(data, form, channels), path)
    except (av.FFmpegError, IndexError):
        raise _not_audio(path) from None
    if len(pcm) < SHORTEST_MUSIC_S * SAMPLE_RATE_HZ:
        what = f"The music is shorter than {SHORTEST_MUSIC_S:g} s"
        raise PodcastError(what, which=str(path), remedy='Give a longer piece, or "none".')
    if not pcm.any():
        raise PodcastError("The music is silent", which=str(path), remedy="Give a file with sound in it.")
    return _segment(leveled(pcm, target_lufs))


def opening(voice: Stem | None, music: AudioSegment | None) -> Stem:
    """Music, then the voice over its end; at least one of them is needed."""
    if voice is None or music is None:
        return _alone(voice, music)
    overlap_ms = min(_OVERLAP_MS, len(music) // 2)
    start_ms = len(music) - overlap_ms
    bed = music.fade_in(_FADE_MS).fade(to_gain=_DUCK_DB, end=start_ms, duration=min(_DUCK_MS, start_ms))
    return _mixed(bed.fade_out(overlap_ms), 0, voice, start_ms)


def closing(voice: Stem | None, music: AudioSegment | None) -> Stem:
    """The voice, its end over music, then the music; at least one of them is needed."""
    if voice is None or music is None:
        return _alone(voice, music)
    voice_ms = len(voice.pcm) * 1000 // SAMPLE_RATE_HZ
    overlap_ms = min(_OVERLAP_MS, len(music) // 2, voice_ms)
    bed = music.fade(from_gain=_DUCK_DB, start=overlap_ms, duration=min(_DUCK_MS, len(music) - overlap_ms))
    return _mixed(bed.fade_in(overlap_ms).fade_out(_FADE_MS), voice_ms - overlap_ms, voice, 0)


def _alone(voice: Stem | None, music: AudioSegment | None) -> Stem:
    if voice is not None:
        return voice
    if music is None:
        raise ValueError("there is neither voice nor music")
    return Stem(_pcm(music.fade_in(_FADE_MS).fade_out(min(_DUCK_MS, len(music)))))


def _mixed(music: AudioSegment, music_at_ms: int, voice: Stem, voice_at_ms: int) -> Stem:
    spoken = _segment(voice.pcm)
    length_ms = max(music_at_ms + len(music), voice_at_ms + len(spoken)) + 1
    canvas = AudioSegment.silent(length_ms, frame_rate=SAMPLE_RATE_HZ)
    mixed = canvas.overlay(music, position=music_at_ms).overlay(spoken, position=voice_at_ms)
    words = shifted(voice.words, voice_at_ms * SAMPLE_RATE_HZ // 1000)
    return Stem(limited(_pcm(mixed)), words, voice.is_timed)


def _segment(pcm: Pcm) -> AudioSegment:
    data = pcm.astype("<i2").tobytes()
    return AudioSegment(data=data, sample_width=2, frame_rate=SAMPLE_RATE_HZ, channels=channel_count(pcm))


def _pcm(segment: AudioSegment) -> Pcm:
    pcm = np.frombuffer(segment.raw_data, "<i2").astype(np.int16)
    return pcm if segment.channels == 1 else pcm.reshape(-1, segment.channels)


def _format(data: bytes) -> str | None:
    for offset, magic, form in _MAGIC:
        if data[offset : offset + len(magic)] == magic:
            return form
    is_mpeg_frame = len(data) > 1 and data[0] == 0xFF and data[1] & 0xE6 in (0xE2, 0xE4)
    return "mp3" if is_mpeg_frame else None


def _decoded(data: bytes, form: str, channels: int) -> Iterator[Pcm]:
    with av.open(io.BytesIO(data), mode="r", format=form) as container:
        layout = "mono" if channels == 1 else "stereo"
        resampler = av.AudioResampler(format="s16", layout=layout, rate=SAMPLE_RATE_HZ)
        for frame in chain(container.decode(container.streams.audio[0]), [None]):
            for resampled in resampler.resample(frame):
                pcm = resampled.to_ndarray().reshape(-1).astype(np.int16)
                yield pcm if channels == 1 else pcm.reshape(-1, channels)


def _within_length(pieces: Iterator[Pcm], path: Path) -> Pcm:
    kept: list[Pcm] = []
    samples = 0
    for piece in pieces:
        kept.append(piece)
        samples += len(piece)
        if samples > LONGEST_MUSIC_S * SAMPLE_RATE_HZ:
            what = f"The music is longer than {LONGEST_MUSIC_S // 60} minutes"
            raise PodcastError(what, which=str(path), remedy="Give a shorter piece.")
    return np.concatenate(kept) if kept else np.zeros(0, np.int16)


def _not_audio(path: Path) -> PodcastError:
    return PodcastError("This is not audio that can be read", which=str(path), remedy=f"Give {_ACCEPTED}.")
