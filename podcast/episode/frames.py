"""How long an MP3 of ours is, by the headers of its frames: a look at each, without a decoder.

    found = count_frames(Path("on-paper-1f2e3d4c.mp3"))
    found.duration_ms, found.fault

After the tag every byte belongs to a frame (ISO/IEC 11172-3, 2.4.1.3: MPEG-1, Layer III), so one header that isn't
where the frame before it ends shows that something was lost. The file is read in portions, however long it is.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from podcast.sound import SAMPLE_RATE_HZ
from podcast.userfiles import RECORDING_BYTES, open_file

_FRAME_SAMPLES = 1152
_PORTION_BYTES = 1 << 20
_HEADER_BYTES, _TAG_HEADER_BYTES = 4, 10
_BITRATES_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_RATES_HZ = (44_100, 48_000, 32_000)


@dataclass(frozen=True, slots=True)
class Mp3Length:
    duration_ms: int
    fault: str = ""


def count_frames(path: Path) -> Mp3Length:
    """A file that is no MP3, or a cut-off one, is one with a fault, never an exception."""
    try:
        with open_file(path, RECORDING_BYTES) as file:
            file.seek(_tag_bytes(file))
            count, fault = _walk(file)
    except OSError as error:
        return Mp3Length(0, f"it can't be read ({error.strerror})")
    return Mp3Length(round(count * _FRAME_SAMPLES * 1000 / SAMPLE_RATE_HZ), fault)


def _tag_bytes(file: BinaryIO) -> int:
    """Of the ID3v2 tag at the begin; its size is written in seven bits a byte (ID3v2.3, 3.1)."""
    head = file.read(_TAG_HEADER_BYTES)
    if len(head) < _TAG_HEADER_BYTES or not head.startswith(b"ID3"):
        return 0
    first, second, third, fourth = head[6:]
    return _TAG_HEADER_BYTES + (first << 21 | second << 14 | third << 7 | fourth)


def _walk(file: BinaryIO) -> tuple[int, str]:
    """How many frames there are up to the first fault."""
    count, at = 0, file.tell()
    rest = b""
    while portion := file.read(_PORTION_BYTES):
        data = rest + portion
        begun, frames = _walk_through(data)
        count, at, rest = count + frames, at + begun, data[begun:]
        if len(rest) > max(_SIZES):
            break
    if rest:
        return count, f"the frame at byte {at} is broken or cut off"
    return count, "" if count else "there is no sound in it"


def _walk_through(data: bytes) -> tuple[int, int]:
    """Where the first frame begins that isn't wholly there, or isn't one; and how many are before it."""
    at, count, last = 0, 0, len(data) - _HEADER_BYTES
    while at <= last and data[at] == 0xFF and data[at + 1] & 0xFE == 0xFA:
        size = _SIZES[data[at + 2]]
        if not size or at + size > len(data):
            break
        at, count = at + size, count + 1
    return at, count


def _size(code: int) -> int:
    """Of a frame in bytes, by the third byte of its header; 0: a rate that is reserved, free, or not ours."""
    bitrate, rate = code >> 4, code >> 2 & 3
    if bitrate >= len(_BITRATES_KBPS) or _RATES_HZ[rate : rate + 1] != (SAMPLE_RATE_HZ,):
        return 0
    padding = code >> 1 & 1
    return _BITRATES_KBPS[bitrate] and 144 * _BITRATES_KBPS[bitrate] * 1000 // SAMPLE_RATE_HZ + padding


_SIZES = tuple(map(_size, range(256)))
