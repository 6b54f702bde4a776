"""ffmpeg's audio filters over arrays, by PyAV: no program is started.

    louder = filtered(pcm, 22_050, ("volume", "3dB"), ("aresample", "44100"))     # in stereo if `pcm` is

    pipe = FilterPipe(44_100, 2, ("highpass", "f=80"), gives="fltp")            # for sound that comes in pieces
    for piece in pieces:
        pipe.push(piece)                            # a list of what is ready, an array (channels, samples) each
    pipe.push(None)                                 # the rest

Filters take sound in short frames: what one of them writes is still in the processor's cache when the next reads it,
and they reuse the memory of a frame that is done. A take in one frame takes a fifth longer.
"""

from collections.abc import Iterator
from typing import Any

import av
import av.filter
import numpy as np
from numpy.typing import NDArray

Pcm = NDArray[np.int16]  # (samples,) in mono, (samples, 2) in stereo
Filter = tuple[str, str]  # a name and its arguments, as ffmpeg writes them

_FRAME_SAMPLES = 16_384


def filtered(pcm: NDArray[Any], rate_hz: int, *filters: Filter, sample_format: str = "s16") -> NDArray[Any]:
    """`pcm` sent through `filters`; the last one decides the rate of what comes back. "flt" gives floats.

    It is 16 bit, or floats with a full scale of 1.0.
    """
    takes = "flt" if pcm.dtype == np.float32 else "s16"
    pipe = FilterPipe(rate_hz, channel_count(pcm), *filters, takes=takes, gives=sample_format)
    pieces = [*pipe.push(pcm), *pipe.push(None)]
    return np.concatenate(pieces, axis=1).reshape(-1, *pcm.shape[1:]) if pieces else pcm[:0]


def channel_count(pcm: NDArray[Any]) -> int:
    return 1 if pcm.ndim == 1 else pcm.shape[1]


class FilterPipe:
    """What it takes and gives is "s16" or "flt" (floats up to 1.0), as one row, or "fltp", a row a channel."""

    def __init__(
        self,
        rate_hz: int,
        channels: int,
        *filters: Filter,
        takes: str = "s16",
        gives: str = "s16",
        frame_samples: int = _FRAME_SAMPLES,
    ) -> None:
        self._rate_hz, self._takes = rate_hz, takes
        self._layout = "mono" if channels == 1 else "stereo"
        self._at = 0
        graph = av.filter.Graph()
        graph.threads = 1  # there is a worker for each core already
        self._source = graph.add_abuffer(sample_rate=rate_hz, format=takes, layout=self._layout)
        self._sink = graph.add("abuffersink")
        chain = (("asetnsamples", f"n={frame_samples}:p=0"), *filters, ("aformat", f"sample_fmts={gives}"))
        graph.link_nodes(self._source, *(graph.add(*of) for of in chain), self._sink).configure()
        self._graph = graph  # the nodes don't keep it

    def push(self, pcm: NDArray[Any] | None) -> list[NDArray[Any]]:
        """What is ready now. None means that there will be no more."""
        if pcm is None:
            self._source.push(None)
        elif len(pcm):  # ffmpeg takes no empty frame
            frame = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(pcm).reshape(1, -1), format=self._takes, layout=self._layout
            )
            frame.sample_rate = self._rate_hz
            frame.pts = self._at
            self._at += len(pcm)
            self._source.push(frame)
        return [frame.to_ndarray() for frame in pulled(self._sink)]


def pulled(sink: av.filter.context.FilterContext) -> Iterator[av.AudioFrame]:
    """The frames that are ready behind filters."""
    while True:
        try:
            frame = sink.pull()
        except (av.EOFError, av.BlockingIOError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame
