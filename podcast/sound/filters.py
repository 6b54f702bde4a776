"""ffmpeg's audio filters over arrays, by PyAV: no program is started.

louder = filtered(pcm, 22_050, ("volume", "3dB"), ("aresample", "44100"))     # in stereo if `pcm` is
"""

from collections.abc import Iterator

import av
import av.filter
import numpy as np
from numpy.typing import NDArray

Pcm = NDArray[np.int16]  # (samples,) in mono, (samples, 2) in stereo
Filter = tuple[str, str]  # a name and its arguments, as ffmpeg writes them


# A chain works on one piece after another: each is still in the core's cache when the next filter wants it.
_IN_PIECES: Filter = ("asetnsamples", "n=4096:p=0")
_IN_ONE_PIECE: Filter = ("asetnsamples", "n=1048576:p=0")  # fewer calls than a piece each


def filtered(pcm: Pcm, rate_hz: int, *filters: Filter) -> Pcm:
    """`pcm` sent through `filters`; the last one decides the rate of what comes back."""
    frames = filtered_frames(pcm, rate_hz, *filters, _IN_ONE_PIECE)
    pieces = [frame.to_ndarray().reshape(-1, *pcm.shape[1:]) for frame in frames]
    return np.concatenate(pieces).astype(np.int16, copy=False) if pieces else pcm[:0]


def channel_count(pcm: Pcm) -> int:
    return 1 if pcm.ndim == 1 else pcm.shape[1]


def filtered_frames(pcm: Pcm, rate_hz: int, *filters: Filter) -> Iterator[av.AudioFrame]:
    """The frames (signed 16 bit, interleaved) that leave the filters, with the metadata that a meter attaches."""
    graph = av.filter.Graph()
    graph.threads = 1  # the crew has a thread a core already
    layout = "mono" if channel_count(pcm) == 1 else "stereo"
    source = graph.add_abuffer(sample_rate=rate_hz, format="s16", layout=layout)
    sink = graph.add("abuffersink")
    chain = [graph.add(name, arguments) for name, arguments in (_IN_PIECES, *filters)]
    to_s16 = graph.add("aformat", f"sample_fmts=s16:channel_layouts={layout}")
    graph.link_nodes(source, *chain, to_s16, sink).configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm).reshape(1, -1), format="s16", layout=layout)
    frame.sample_rate = rate_hz
    frame.pts = 0
    source.push(frame)
    source.push(None)
    yield from pulled(sink)


def pulled(sink: av.filter.context.FilterContext) -> Iterator[av.AudioFrame]:
    """The frames that are ready behind filters."""
    while True:
        try:
            frame = sink.pull()
        except (av.EOFError, av.BlockingIOError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame
