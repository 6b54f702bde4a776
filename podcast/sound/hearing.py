"""Listen to a published MP3 as a player does: does it decode, how long, how loud, does it fall silent?

    heard = listen(Path("on-paper-1f2e3d4c.mp3"))
    heard.fault, heard.duration_ms, heard.loudness_lufs, heard.true_peak_dbtp

The file is streamed through ffmpeg's decoder and its meter of EBU R 128 (PyAV), so that an episode of hours takes no
more memory than one of minutes.
"""

import math
from dataclasses import dataclass, replace
from pathlib import Path

import av
import av.filter

from podcast.sound.dsp.filters import pulled
from podcast.sound.dsp.loudness import ABSOLUTE_GATE_LUFS, decibels
from podcast.userfiles import RECORDING_BYTES, open_file

LONG_SILENCE_S = 5
_SILENCE_DB = -60


@dataclass(frozen=True, slots=True)
class Hearing:
    """None means: not measured."""

    duration_ms: int
    fault: str = ""  # what can't be decoded, and at which byte
    loudness_lufs: float | None = None  # integrated, gated (BS.1770-4)
    true_peak_dbtp: float | None = None
    silences_s: tuple[tuple[float, float], ...] = ()  # from, to: those longer than 5 s, between sounds


def listen(path: Path) -> Hearing:
    """Decode and measure the whole file. A broken file is a Hearing with a fault, never an exception."""
    ear = _Ear()
    try:
        with open_file(path, RECORDING_BYTES) as file, av.open(file, mode="r", format="mp3") as container:
            for packet in container.demux(container.streams.audio[0]):
                ear.take(packet)
    except (av.FFmpegError, IndexError, OSError, ValueError) as error:  # ValueError: a tag in no encoding
        return replace(ear.hearing(), fault=ear.fault or f"it can't be read as MP3 ({_reason(error)})")
    return ear.hearing()


class _Ear:
    """Decodes packet after packet, and remembers figures only."""

    def __init__(self) -> None:
        self.fault = ""
        self._samples = 0
        self._rate_hz = 0
        self._meter: _Meter | None = None

    def take(self, packet: "av.Packet[av.AudioStream]") -> None:
        try:
            for frame in packet.decode():
                if isinstance(frame, av.AudioFrame):
                    self._hear(frame)
        except av.FFmpegError as error:
            self.fault = self.fault or f"it can't be decoded from byte {packet.pos} on ({_reason(error)})"

    def hearing(self) -> Hearing:
        if self._meter is None:
            return Hearing(0, self.fault or "there is no sound in it")
        loudness_lufs, true_peak_dbtp = self._meter.levels()
        return Hearing(
            duration_ms=round(1000 * self._samples / self._rate_hz),
            fault=self.fault,
            loudness_lufs=loudness_lufs,
            true_peak_dbtp=true_peak_dbtp,
            silences_s=tuple(self._meter.silences_s),
        )

    def _hear(self, frame: av.AudioFrame) -> None:
        if self._meter is None:
            self._rate_hz, self._meter = frame.sample_rate, _Meter(frame)
        frame.pts = self._samples
        self._samples += frame.samples
        self._meter.measure(frame)


class _Meter:
    """ffmpeg's ebur128 and silencedetect, fed by frames like the first one."""

    def __init__(self, first: av.AudioFrame) -> None:
        self.silences_s: list[tuple[float, float]] = []
        self._silent_from_s = 0.0
        self._last: dict[str, str] = {}
        graph = av.filter.Graph()
        graph.threads = 1  # several files are heard at a time
        self._source = graph.add_abuffer(
            sample_rate=first.sample_rate, format=first.format.name, layout=first.layout.name
        )
        self._sink = graph.add("abuffersink")
        loudness = graph.add("ebur128", "metadata=1:peak=true")
        silence = graph.add("silencedetect", f"noise={_SILENCE_DB}dB:duration={LONG_SILENCE_S}")
        graph.link_nodes(self._source, loudness, silence, self._sink).configure()
        self._graph = graph

    def measure(self, frame: av.AudioFrame) -> None:
        self._source.push(frame)
        for measured in pulled(self._sink):
            metadata = measured.metadata
            if "lavfi.silence_start" in metadata:
                self._silent_from_s = float(metadata["lavfi.silence_start"])
            if "lavfi.silence_end" in metadata and self._silent_from_s > 0:
                self.silences_s.append((self._silent_from_s, float(metadata["lavfi.silence_end"])))
            self._last.update(metadata)

    def levels(self) -> tuple[float, float]:
        loudness_lufs = float(self._last.get("lavfi.r128.I", ABSOLUTE_GATE_LUFS))
        peak = float(self._last.get("lavfi.r128.true_peak", 0))
        return (
            loudness_lufs if math.isfinite(loudness_lufs) else ABSOLUTE_GATE_LUFS,
            decibels(peak),
        )


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", "") or error)
