"""LAME and a decoder: from samples to MP3 frames, and back to what a listener hears.

frames = encode(padded(pcm), bitrate_kbps=64)
heard = decode(frames)
"""

from collections.abc import Iterable
from typing import cast

import av
import lameenc
import numpy as np

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec.mp3 import FRAME_SAMPLES, frame_offsets
from podcast.sound.dsp.filters import Pcm, channel_count

#: LAME's -q: for a synthetic voice at 64 kbit/s, 7 takes half the time of 5 and adds less noise (docs/design.md).
SPEECH_QUALITY = 7
MUSIC_QUALITY = 3  # takes half the time of 2, and adds less noise to simple music and as much to dense (docs/music.md)
_ROW_BYTES = 4 * FRAME_SAMPLES  # of one channel of a frame; its buffer may be longer


def encode(pcm: Pcm, bitrate_kbps: int, quality: int = SPEECH_QUALITY) -> bytes:
    """Frames of `pcm`, one more than its length in frames; the last one makes room for the delay."""
    if len(pcm) % FRAME_SAMPLES:
        raise ValueError(f"{len(pcm)} samples are not whole frames of {FRAME_SAMPLES}")
    lame = encoder(bitrate_kbps, channel_count(pcm), quality)
    frames = bytes(lame.encode(np.ascontiguousarray(pcm, "<i2").tobytes()) + lame.flush())
    expected = len(pcm) // FRAME_SAMPLES + 1
    if (count := sum(1 for _ in frame_offsets(frames))) != expected:
        raise RuntimeError(f"LAME made {count} frames of {expected}")
    return frames


def encoder(bitrate_kbps: int, channels: int, quality: int) -> lameenc.Encoder:
    """LAME, for sound that comes in pieces."""
    lame = lameenc.Encoder()
    lame.silence()
    lame.set_bit_rate(bitrate_kbps)
    lame.set_in_sample_rate(SAMPLE_RATE_HZ)
    lame.set_out_sample_rate(SAMPLE_RATE_HZ)  # or LAME lowers it with the bit rate
    lame.set_channels(channels)
    lame.set_quality(quality)
    return lame


def decode(frames: bytes) -> Pcm:
    """All samples that a decoder makes of the frames, the delay included. Raises ValueError if one can't be."""
    pcm = joined(decoder().decode(av.Packet(frames)))  # it takes them out of the packet one by one
    expected = sum(1 for _ in frame_offsets(frames))
    if len(pcm) != expected * FRAME_SAMPLES:
        raise ValueError(f"of {expected} frames, {len(pcm) // FRAME_SAMPLES} can be decoded")
    return pcm


def decoder() -> av.AudioCodecContext:
    """Of MP3, in floating point: two thirds of the time of ffmpeg's other one, and the kind that players have.

    It makes the same samples on every x86-64.
    """
    return cast("av.AudioCodecContext", av.CodecContext.create("mp3float", "r"))


def joined(decoded: Iterable[av.AudioFrame]) -> Pcm:
    """The samples of what `decoder` gave, at 16 bit; at least one frame."""
    # Some 2,300 frames a minute: what is done for each of them is done while no other thread can run.
    rows = zip(*([memoryview(plane)[:_ROW_BYTES] for plane in frame.planes] for frame in decoded), strict=True)
    channels = [_rounded(b"".join(row)) for row in rows]
    return channels[0] if len(channels) == 1 else np.stack(channels, axis=1)


def _rounded(row: bytes) -> Pcm:
    samples = np.frombuffer(row, "<f4") * np.float32(32768)
    np.clip(samples, -32768, 32767, out=samples)
    return np.rint(samples, out=samples).astype(np.int16)


def padded(pcm: Pcm) -> Pcm:
    """`pcm` with silence up to whole frames."""
    missing = np.zeros((-len(pcm) % FRAME_SAMPLES, *pcm.shape[1:]), np.int16)
    return np.concatenate([pcm, missing])
