"""Clips and pauses to one MP3 stream, written as it comes, and its timeline.

assembled = assemble(parts, file, bitrate_kbps=64)              # parts may be a generator: one clip is held at a time
assembled = assemble(parts, file, bitrate_kbps=64, bed=bed)     # lines among them lie on the bed

Parts are encoded already, and their frames are joined. Lines that follow each other share a bed that doesn't end with
them, so they are mixed, encoded and measured in one go, as they come.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby, tee
from typing import IO, TYPE_CHECKING

from podcast.episode.timeline import Placed, Timeline, pause_frames
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec import mp3
from podcast.sound.codec.clip import Clip, shifted
from podcast.sound.dsp import loudness
from voices.speech import Word

if TYPE_CHECKING:
    from podcast.sound.codec.stream import Encoding
    from podcast.sound.music.bed import Bed
    from podcast.sound.record import MasteredAudio


@dataclass(frozen=True, slots=True)
class ClipPart:
    """A clip, the silence before it, and what it says as it was written."""

    clip: Clip  # its words count characters of `text`
    text: str = ""
    pause_ms: int = 0
    segment: int | None = None  # index in the script; None for the opening, the closing, and stings
    is_voiced: bool = False  # whether an engine had to say something for it in this build

    @property
    def samples(self) -> int:
        """Of sound."""
        return self.clip.end_sample - self.clip.start_sample


@dataclass(frozen=True, slots=True)
class BedPart:
    """What is to be mixed with the bed. The pause before the first is the time that the bed takes to fade in."""

    audio: "MasteredAudio"  # its words count characters of `text`
    text: str = ""
    pause_ms: int = 0
    segment: int | None = None
    is_music: bool = False
    is_voiced: bool = False

    @property
    def samples(self) -> int:
        return len(self.audio.pcm)


@dataclass(frozen=True, slots=True)
class Assembled:
    timeline: Timeline
    loudness_lufs: float  # integrated, of what a listener's decoder makes of the stream
    true_peak_dbtp: float
    levels: bytes  # the peak of each frame, full scale being 255


def assemble(
    parts: Iterable[ClipPart | BedPart],
    stream: IO[bytes],
    bitrate_kbps: int,
    channels: int = 1,
    bed: "Bed | None" = None,
) -> Assembled:
    table = _Table(stream, bitrate_kbps, channels)
    for _, group in groupby(parts, type):
        table.add(group, bed)
    return table.assembled()


class _Table:
    """Where an episode grows."""

    def __init__(self, stream: IO[bytes], bitrate_kbps: int, channels: int) -> None:
        self._stream, self._bitrate_kbps, self._channels = stream, bitrate_kbps, channels
        self._placed: list[Placed] = []
        self._energies = array("d")  # ten a second, for hours
        self._levels = bytearray()
        self._peak, self._frames, self._silent_tail = 0.0, 0, 0

    def add(self, group: Iterable[ClipPart | BedPart], bed: "Bed | None") -> None:
        for first in group:
            if isinstance(first, ClipPart):
                self.join(first)
            elif bed:
                self.lay(chain([first], (line for line in group if isinstance(line, BedPart))), bed)
            else:
                raise ValueError("lines have no bed to lie on")

    def join(self, part: ClipPart) -> None:
        clip = part.clip
        pause = pause_frames(part.pause_ms, self._silent_tail + clip.start_sample)
        self._stream.write(mp3.silence(pause, self._bitrate_kbps, self._channels))
        self._levels += bytes(pause)
        self._frames += pause
        self._stream.write(clip.frames)
        at_sample = self._frames * mp3.FRAME_SAMPLES
        self._place(part, clip.words, at_sample, at_sample + clip.start_sample, at_sample + clip.end_sample)
        self._add(clip)
        self._silent_tail = clip.frame_count * mp3.FRAME_SAMPLES - clip.end_sample

    def lay(self, lines: Iterable[BedPart], bed: "Bed") -> None:
        from podcast.sound.codec.stream import Encoding
        from podcast.sound.music.bed import OnBed  # with numpy and ffmpeg's libraries, which joining needs not

        def strip(line: BedPart) -> OnBed:
            return OnBed(line.audio, round(line.pause_ms * SAMPLE_RATE_HZ / 1000), line.is_music)

        encoding = Encoding(self._bitrate_kbps, self._channels)
        at_sample = self._frames * mp3.FRAME_SAMPLES + mp3.DELAY_SAMPLES
        lines, ahead = tee(lines)
        laid_samples = 0
        for line, laid in zip(lines, bed.under(map(strip, ahead)), strict=True):
            self._stream.write(encoding.push(laid.pcm))
            start = at_sample + laid.start_sample
            self._place(line, line.audio.words, start, start, start + len(line.audio.pcm))
            laid_samples += len(laid.pcm)
        self._stream.write(encoding.finish())
        self._add(encoding)
        self._silent_tail = encoding.frame_count * mp3.FRAME_SAMPLES - mp3.DELAY_SAMPLES - laid_samples

    def assembled(self) -> Assembled:
        loudness_lufs = round(loudness.integrated_lufs(self._energies[: -loudness.EDGE_BLOCKS]), 2)
        timeline = Timeline(tuple(self._placed), self._frames)
        return Assembled(timeline, loudness_lufs, round(loudness.decibels(self._peak), 2), bytes(self._levels))

    def _place(self, said: ClipPart | BedPart, words: tuple[Word, ...], words_at: int, start: int, end: int) -> None:
        is_timed = said.clip.is_timed if isinstance(said, ClipPart) else said.audio.is_timed
        self._placed.append(Placed(said.segment, said.text, start, end, shifted(words, words_at), is_timed))

    def _add(self, encoded: "Clip | Encoding") -> None:
        self._energies.extend(encoded.energies)
        self._levels += encoded.levels
        self._peak = max(self._peak, encoded.peak)
        self._frames += encoded.frame_count
