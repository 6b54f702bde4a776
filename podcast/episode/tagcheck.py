"""Read an episode's ID3 tag as strictly as the strictest player: version, chapters in the order of the file.

    tag = read_tag(Path("on-paper-1f2e3d4c.mp3"))
    tag.version, tag.album, tag.chapters, tag.faults

mutagen keys frames by name, so the order in which they stand in the file is read from the bytes themselves. Sources:
ID3v2.3 (id3.org) and the ID3v2 Chapter Frame Addendum; what players insist on stands in docs/design.md.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from mutagen import MutagenError
from mutagen.id3 import CHAP, CTOC, ID3, TALB, TIT2, TRCK, CTOCFlags

from feed.show import Chapter
from podcast.userfiles import RECORDING_BYTES, open_file

_HEADER_BYTES = 10
#: What is looked at, and what stands in it: the text of a long episode is not unpacked.
_KNOWN_FRAMES = {frame.__name__: frame for frame in (TALB, CHAP, CTOC, TIT2)}
_LARGEST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Tag:
    version: str = ""  # "2.3"; empty: there is no tag
    album: str = ""  # the show, as it was called when the episode was made
    chapters: tuple[Chapter, ...] = ()  # in the order of the file
    faults: tuple[str, ...] = ()  # what keeps players from showing the chapters


def read_tag(path: Path) -> Tag:
    """A tag that can't be read is a Tag with a fault, never an exception."""
    try:
        with open_file(path, RECORDING_BYTES) as file:
            data = _tag_bytes(file)
        return _read(data) if data else Tag()
    except (OSError, MutagenError, ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        return Tag(faults=(f"the tag can't be read ({str(error) or type(error).__name__})",))


def _tag_bytes(file: BinaryIO) -> bytes:
    """The tag alone; its size stands in its header, seven bits a byte (ID3v2.3, 3.1)."""
    header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or header[:3] != b"ID3":
        return b""
    size = 0
    for byte in header[6:]:
        size = size << 7 | byte & 0x7F
    return header + file.read(min(size, _LARGEST_BYTES))


def _read(data: bytes) -> Tag:
    tag = ID3(io.BytesIO(data), translate=False, known_frames=_KNOWN_FRAMES)
    version = f"2.{data[3]}"
    chapters = {frame.element_id: frame for frame in tag.getall("CHAP")}
    order = [name for name in _chapter_ids(data) if name in chapters]
    found = tuple(Chapter(chapters[name].start_time, _title(chapters[name])) for name in order)
    faults = tuple(_faults(tag.getall("CTOC"), [chapters[name] for name in order]))
    return Tag(version, " ".join(map(str, tag.getall("TALB"))), found, faults)


def _faults(contents: list[Any], chapters: list[Any]) -> Iterator[str]:
    """Of CTOC and CHAP frames, to whose fields mutagen gives no types."""
    if not chapters:
        return
    tops = [toc for toc in contents if toc.flags & CTOCFlags.TOP_LEVEL]
    if len(tops) != 1:
        yield f"there are {len(tops)} top-level tables of contents (CTOC) instead of one"
        return
    (toc,) = tops
    if not toc.flags & CTOCFlags.ORDERED:
        yield "the table of contents (CTOC) is not marked as ordered"
    if not _title(toc):
        yield "the table of contents (CTOC) has no title (TIT2)"
    if list(toc.child_element_ids) != [chapter.element_id for chapter in chapters]:
        yield "the table of contents (CTOC) lists other chapters, or in another order, than there are"
    if any(later.start_time <= earlier.start_time for earlier, later in pairwise(chapters)):
        yield "the chapters (CHAP) don't stand in the order of time"
    if any(chapter.end_time <= chapter.start_time for chapter in chapters):
        yield "a chapter (CHAP) ends before it starts"


def _title(frame: Any) -> str:
    title = frame.sub_frames.get("TIT2")
    return str(title) if title is not None else ""


def _chapter_ids(data: bytes) -> Iterator[str]:
    """The ids of CHAP frames in the order of the file. ID3v2.4 writes sizes with seven bits a byte."""
    bits = 7 if data[3] >= 4 else 8
    offset = _HEADER_BYTES
    while offset + _HEADER_BYTES <= len(data) and data[offset]:
        size = 0
        for byte in data[offset + 4 : offset + 8]:
            size = size << bits | byte
        if data[offset : offset + 4] == b"CHAP":
            yield data[offset + _HEADER_BYTES : offset + _HEADER_BYTES + size].partition(b"\0")[0].decode("latin-1")
        offset += _HEADER_BYTES + size


def read_number(path: Path) -> int:
    """The episode's, as its tag has it; 0: nobody knows."""
    try:
        with open_file(path, RECORDING_BYTES) as file:
            tag = ID3(io.BytesIO(_tag_bytes(file)), translate=False, known_frames={"TRCK": TRCK})
        return max(0, int(+tag["TRCK"]))
    except (OSError, MutagenError, ValueError, IndexError, KeyError, TypeError, AttributeError):
        return 0
