"""MP3 as frames: pieces of sound encoded apart, whose frames one after another are one valid stream.

    stream = clip.frames + silence(30, 64) + other.frames       # silence(30, 64, channels=2) among stereo
    for offset in frame_offsets(stream): ...

Each encoding starts with an empty bit reservoir, so its first frame needs nothing of what stands before it, and
each piece begins and ends in silence, so the decoder's overlap has nothing to carry over. Silence is written by
hand, with no encoder: a frame whose granules have no bits. (ISO/IEC 11172-3, 2.4.1)

A stream is mono or stereo from end to end. Stereo is joint stereo up to 128 kbit/s; where bits abound, LAME codes left
and right apart.
"""

import math
from collections.abc import Iterator

from podcast.sound import BITRATES_KBPS, SAMPLE_RATE_HZ

FRAME_SAMPLES = 1152

#: A sound begins this much after the beginning of its first frame: LAME's 576 and every decoder's 529.
DELAY_SAMPLES = 1105

_BITRATE_INDEX = (0, *BITRATES_KBPS)  # in the frame header, 0 is "free"
_HEADER_BYTES = 4
_JOINT_UP_TO_KBPS = 128

# LAME scales what it encodes by 0.95, and by less where more bits leave peaks as they are (its table abr_switch_map).
_SCALES = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}


def level_db(bitrate_kbps: int) -> float:
    """How much louder a sound is after its encoding."""
    return 20 * math.log10(_SCALES.get(bitrate_kbps, 0.95))


def silence(frames: int, bitrate_kbps: int, channels: int = 1) -> bytes:
    """Frames of silence. One carries the padding byte where the bit rate needs it on average."""
    index = _BITRATE_INDEX.index(bitrate_kbps)
    exact = 144 * bitrate_kbps * 1000 / SAMPLE_RATE_HZ
    padding = int(exact % 1 > 0.5)
    mode = 0b11 if channels == 1 else 0b01 if bitrate_kbps <= _JOINT_UP_TO_KBPS else 0b00
    # Sync word, MPEG-1, layer III, no checksum; bit rate, 44.1 kHz, padding; mono, joint or plain stereo; original.
    header = bytes([0xFF, 0xFB, index << 4 | padding << 1, mode << 6 | 0b100])
    return (header + bytes(int(exact) + padding - _HEADER_BYTES)) * frames


def frame_offsets(stream: bytes) -> Iterator[int]:
    """Where each frame begins. Raises ValueError when something stands between two frames, or the last is not whole."""
    offset = 0
    while offset < len(stream):
        header = stream[offset : offset + _HEADER_BYTES]
        if len(header) < _HEADER_BYTES or header[0] != 0xFF or header[1] != 0xFB:
            raise ValueError(f"no MPEG-1 layer III frame at byte {offset}")
        index, padding = header[2] >> 4, header[2] >> 1 & 1
        if not 0 < index < len(_BITRATE_INDEX):
            raise ValueError(f"no bit rate that a frame can have at byte {offset}")
        yield offset
        bitrate_kbps = _BITRATE_INDEX[index]
        offset += 144 * bitrate_kbps * 1000 // SAMPLE_RATE_HZ + padding
    if offset > len(stream):
        raise ValueError("the last frame is cut off")
