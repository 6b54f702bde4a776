"""MP3 to Opus in an Ogg file: the same episode at half the bytes, for apps that know it.

transcode(body, staged, bitrate_kbps=32)        # two binary files; the same input gives the same bytes
"""

from typing import IO

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

SUFFIX = ".opus"
_RATE_HZ = 48_000  # the only one that every Opus decoder has (RFC 7845, 5.1)
_FRAME_SAMPLES = 960  # 20 ms (RFC 6716, 2.1.4)


def transcode(mp3: IO[bytes], ogg: IO[bytes], bitrate_kbps: int) -> None:
    """The whole of `mp3`, in place of what is in `ogg`; a frame at a time, and as many channels as it has."""
    mp3.seek(0)
    ogg.seek(0)
    ogg.truncate()
    options = {"fflags": "+bitexact"}  # else the stream's serial number is drawn by chance
    with (
        av.open(mp3, "r", format="mp3") as source,
        av.open(ogg, "w", format="ogg", container_options=options) as target,
    ):
        layout = source.streams.audio[0].layout.name
        stream = target.add_stream("libopus", rate=_RATE_HZ, layout=layout)
        stream.bit_rate = bitrate_kbps * 1000
        resampler = av.AudioResampler("s16", layout, _RATE_HZ, _FRAME_SAMPLES)
        for frame in source.decode(audio=0):
            _encode(resampler.resample(frame), stream, target)
        _encode(resampler.resample(None), stream, target)
        target.mux(stream.encode(None))


def _encode(frames: list[AudioFrame], stream: AudioStream, target: "av.container.OutputContainer") -> None:
    for frame in frames:
        target.mux(stream.encode(frame))
