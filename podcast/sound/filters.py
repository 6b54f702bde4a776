"""ffmpeg's audio filters over arrays, by PyAV: no program is started.

louder = filtered(pcm, 22_050, ("volume", "3dB"), ("aresample", "44100"))
"""

from collections.abc import Iterator

import av
import av.filter
import numpy as np
from numpy.typing import NDArray

Pcm = NDArray[np.int16]
Filter = tuple[str, str]  # a name and its arguments, as ffmpeg writes them


def filtered(pcm: Pcm, rate_hz: int, *filters: Filter) -> Pcm:
    """`pcm` sent through `filters`; the last one decides the rate of what comes back."""
    pieces = [frame.to_ndarray().reshape(-1).astype(np.int16) for frame in filtered_frames(pcm, rate_hz, *filters)]
    return np.concatenate(pieces) if pieces else np.zeros(0, np.int16)


def filtered_frames(pcm: Pcm, rate_hz: int, *filters: Filter) -> Iterator[av.AudioFrame]:
    """The frames (signed 16 bit, mono) that leave the filters, with the metadata that a meter attaches."""
    graph = av.filter.Graph()
    graph.threads = 1  # the crew has a thread a core already
    source = graph.add_abuffer(sample_rate=rate_hz, format="s16", layout="mono")
    sink = graph.add("abuffersink")
    chain = [graph.add(name, arguments) for name, arguments in filters]
    to_s16 = graph.add("aformat", "sample_fmts=s16:channel_layouts=mono")
    graph.link_nodes(source, *chain, to_s16, sink).configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm).reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = rate_hz
    frame.pts = 0
    source.push(frame)
    source.push(None)
    while True:
        try:
            pulled = sink.pull()
        except (av.EOFError, av.BlockingIOError):
            return
        if isinstance(pulled, av.AudioFrame):
            yield pulled
