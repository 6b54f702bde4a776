"""Any audio file as music for a show: decoded, put right, and brought to one loudness.

    theme = load_piece(Piece.of("jingle.mp3", level_lufs=-16, channels=1))      # a pydub segment, mono, 44.1 kHz

Quiet and floating-point files lose nothing on the way: a file is gone through twice, once to learn its peak, and the
second time scaled by it. A long one is decoded twice for that: only a piece of it is ever held at more than 16 bit.
"""

import hashlib
import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from podcast.errors import PodcastError
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.filters import Pcm, channel_count
from podcast.sound.dsp.loudness import approached
from podcast.sound.dsp.master import amplified, amplified_stretches, has_room
from podcast.sound.dsp.meter import loudness_lufs, loudness_of_pieces
from podcast.sound.music.piece import Piece

with warnings.catch_warnings():
    # pydub warns that there is no ffmpeg program, which we don't need, and has invalid escapes in its source.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment", "load_piece", "pcm_of", "segment_of"]

SHORTEST_MUSIC_S, LONGEST_MUSIC_S = 0.4, 900  # loudness is measured over 0.4 s

_KEPT_S = 60  # 21 MB in two channels
_TOLERANCE_LU = 0.1
_CANCELLING = 4.0  # the channels' difference has so much more power than their sum: one of them is upside down
_ONE_SIDED = 1e4  # 40 dB: the other channel is crosstalk, if anything
_FULL_SCALE = 0.9 * 32768
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

_Frames = NDArray[np.float32]  # (samples, channels)


@lru_cache(maxsize=1)  # a bed comes again and again
def load_piece(piece: Piece) -> AudioSegment:
    """Without its own gain. Raises PodcastError when it isn't audio, or the file has become another one."""
    return segment_of(_at_loudness(_mixed(piece), piece.level_lufs, piece.true_peak_dbtp))


def segment_of(pcm: Pcm) -> AudioSegment:
    data = pcm.astype("<i2", copy=False).tobytes()
    return AudioSegment(data=data, sample_width=2, frame_rate=SAMPLE_RATE_HZ, channels=channel_count(pcm))


def pcm_of(segment: AudioSegment) -> Pcm:
    """To be read only: it is the segment's own memory."""
    pcm = np.frombuffer(segment.raw_data, "<i2").astype(np.int16, copy=False)
    return pcm if segment.channels == 1 else pcm.reshape(-1, segment.channels)


def _mixed(piece: Piece) -> Pcm:
    """As many channels as the show has, and as loud as fits."""
    data = piece.read()
    if hashlib.sha256(data).hexdigest() != piece.sha256:
        remedy = "Run the command again."
        raise PodcastError("The music was changed while the episode was built", which=piece.path, remedy=remedy)
    form = _format(data)
    if form is None:
        raise _not_audio(piece.file)
    try:
        sound = _Sound(data, form)
        found = _survey(sound, piece.file)
        pcm = np.empty((found.length, *((piece.channels,) if piece.channels > 1 else ())), np.int16)
        reached = 0
        for frames in sound:
            pcm[reached : reached + len(frames)] = _mixed_down(frames, found, piece.channels)
            reached += len(frames)
    except (av.FFmpegError, IndexError, ValueError, ArithmeticError):  # the last ones, of what changes on the way
        raise _not_audio(piece.file) from None
    return pcm[:reached]


# --- from the file to samples -------------------------------------------------------------------------------


def _format(data: bytes) -> str | None:
    for offset, magic, form in _MAGIC:
        if data[offset : offset + len(magic)] == magic:
            return form
    is_mpeg_frame = len(data) > 1 and data[0] == 0xFF and data[1] & 0xE6 in (0xE2, 0xE4)
    return "mp3" if is_mpeg_frame else None


def _decoded(data: bytes, form: str) -> Iterator[_Frames]:
    """One channel or two, as the file has; more of them are mixed down to two."""
    with av.open(io.BytesIO(data), mode="r", format=form) as container:
        stream = container.streams.audio[0]
        if stream.codec_context is None:  # a codec that nobody knows; asked for its channels, the stream has none
            raise ValueError("it is in no codec that is known")
        layout = "mono" if stream.channels == 1 else "stereo"
        # A second at a time: what numpy costs, it costs by the piece.
        resampler = av.AudioResampler(format="flt", layout=layout, rate=SAMPLE_RATE_HZ, frame_size=SAMPLE_RATE_HZ)
        for frame in chain(container.decode(stream), [None]):
            for resampled in resampler.resample(frame):
                yield np.asarray(resampled.to_ndarray(), np.float32).reshape(-1, 1 if layout == "mono" else 2)


class _Sound:
    """What is decoded anew each time that somebody goes through it, unless it is short enough to be kept."""

    def __init__(self, data: bytes, form: str) -> None:
        self._data, self._form = data, form
        self._kept: list[_Frames] | None = None

    def __iter__(self) -> Iterator[_Frames]:
        if self._kept is not None:
            yield from self._kept
            return
        kept: list[_Frames] = []
        for frames in _decoded(self._data, self._form):
            if len(kept) <= _KEPT_S:
                kept.append(frames)
            yield frames
        if len(kept) <= _KEPT_S:
            self._kept = kept


@dataclass(frozen=True, slots=True)
class _Survey:
    """What a file turned out to hold."""

    length: int  # samples
    peak: float  # full scale is 1.0, which floating-point files may exceed
    to_middle: NDArray[np.float32]  # a matrix that puts right what is one-sided or upside down


def _survey(pieces: Iterable[_Frames], path: Path) -> _Survey:
    """Raises PodcastError for what is too short, too long or silent."""
    length, peak = 0, 0.0
    powers = np.zeros(4)  # left, right, sum, difference
    for frames in pieces:
        length += len(frames)
        if length > LONGEST_MUSIC_S * SAMPLE_RATE_HZ:
            what = f"The music is longer than {LONGEST_MUSIC_S // 60} minutes"
            raise PodcastError(what, which=str(path), remedy="Give a shorter piece.")
        peak = max(peak, float(np.abs(frames).max(initial=0)))
        left, right = frames[:, 0], frames[:, -1]
        powers += [float(np.square(signal).sum()) for signal in (left, right, left + right, left - right)]
    if not np.isfinite(powers).all():
        raise _not_audio(path)
    if length < SHORTEST_MUSIC_S * SAMPLE_RATE_HZ:
        what = f"The music is shorter than {SHORTEST_MUSIC_S:g} s"
        raise PodcastError(what, which=str(path), remedy='Give a longer piece, or "none".')
    if peak == 0:
        raise PodcastError("The music is silent", which=str(path), remedy="Give a file with sound in it.")
    return _Survey(length, peak, _corrected(*powers))


def _corrected(left: float, right: float, together: float, apart: float) -> NDArray[np.float32]:
    """Left and right to left and right, by their powers and those of their sum and difference.

    A channel that was wired upside down would vanish where a listener has one loudspeaker.
    """
    if left > _ONE_SIDED * right:
        return np.array([[1, 1], [0, 0]], np.float32)
    if right > _ONE_SIDED * left:
        return np.array([[0, 0], [1, 1]], np.float32)
    if apart > _CANCELLING * together:
        return np.array([[1, 0], [0, -1]], np.float32)
    return np.eye(2, dtype=np.float32)


def _mixed_down(frames: _Frames, found: _Survey, channels: int) -> Pcm:
    if frames.shape[1] == 2:
        frames = frames @ found.to_middle
    if channels == 1:
        frames = frames.mean(axis=1)
    elif frames.shape[1] == 1:
        frames = np.repeat(frames, 2, axis=1)
    return np.asarray(np.rint(frames * np.float32(_FULL_SCALE / found.peak)), np.int16)


def _at_loudness(pcm: Pcm, target_lufs: float, true_peak_dbtp: float) -> Pcm:
    """The limiter takes back some of the gain that a lively piece needs."""
    own_lufs = loudness_lufs(pcm)
    gain_db = target_lufs - own_lufs
    if not has_room(pcm, gain_db, true_peak_dbtp):  # else gain alone is exact

        def reached(gain_db: float) -> float:
            return loudness_of_pieces(amplified_stretches(pcm, gain_db, true_peak_dbtp), channel_count(pcm))

        gain_db, _ = approached(target_lufs, own_lufs, reached, float, within_lu=_TOLERANCE_LU)
    return amplified(pcm, gain_db, true_peak_dbtp)


def _not_audio(path: Path) -> PodcastError:
    return PodcastError("This is not audio that can be read", which=str(path), remedy=f"Give {_ACCEPTED}.")
