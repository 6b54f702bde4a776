"""The clips of an episode as a recogniser wants them: one channel, 16 kHz.

    for clip, samples in zip(cut, sounds_of(path, cut), strict=True): …

The file is decoded once, from its beginning to the end of the last clip, and only what the next clip needs is kept.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from podcast.errors import PodcastError
from podcast.listening.cuts import Excerpt
from podcast.userfiles import RECORDING_BYTES, open_file

RATE_HZ = 16_000

_Sound = NDArray[np.float32]


def sounds_of(path: Path, cut: Sequence[Excerpt]) -> Iterator[_Sound]:
    """One for each clip, in order; shorter where the file ends. Raises PodcastError when it can't be decoded."""
    blocks = _blocks(path)
    kept, kept_from = np.zeros(0, np.float32), 0
    for clip in cut:
        start, end = (at_ms * RATE_HZ // 1000 for at_ms in (clip.start_ms, clip.end_ms))
        waiting, reached = [kept], kept_from + len(kept)
        while reached < end and (block := next(blocks, None)) is not None:
            reached += len(block)
            waiting.append(block)
        kept = np.concatenate(waiting)[max(0, start - kept_from) :]
        kept_from = max(start, kept_from)
        yield kept[: end - kept_from]


def _blocks(path: Path) -> Iterator[_Sound]:
    try:
        with open_file(path, RECORDING_BYTES) as file, av.open(file, mode="r", format="mp3") as container:
            resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)
            for frame in container.decode(audio=0):
                frame.pts = None  # samples are counted, as players do
                yield from (resampled.to_ndarray()[0] for resampled in resampler.resample(frame))
            yield from (resampled.to_ndarray()[0] for resampled in resampler.resample(None))
    except (av.FFmpegError, IndexError, OSError, ValueError) as error:
        remedy = "Build the episode again; `podcast check` tells what else is wrong with it."
        raise PodcastError(f"The audio can't be decoded ({error})", which=str(path), remedy=remedy) from None
