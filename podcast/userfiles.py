"""Files that users name, or that lie in a show of somebody's: opened only if they are files, and not too large.

    data = read_file(path, COVER_BYTES)             # OSError, whose strerror says why not: "it is a pipe and no file"
    with open_file(path, MUSIC_BYTES) as file: …    # the same for what need not be in memory
    path_of("~/jingle.mp3", show)                   # what a setting names, seen from the show's folder

All that this program didn't write itself is read through here (tests/test_userfiles.py knows the exceptions). A pipe
would wait for ever for somebody who writes, a device has no end, and a sparse file of a few blocks can have terabytes.
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

#: What a file of a kind may have: more than any that is meant, and less than would hurt. Text has its own, lower limit.
ESSAY_BYTES = 200_000_000  # a book with all its pictures
MUSIC_BYTES = 520_000_000  # the longest that is taken, 15 minutes, in stereo of 24 bit at 96 kHz
COVER_BYTES = 50_000_000
PICTURE_BYTES = 100_000_000
LEXICON_BYTES = 32_000_000  # some 200,000 words
SETTINGS_BYTES = 4_000_000
RECORDING_BYTES = 4_000_000_000  # a published episode, of which never all is in memory
RECORD_BYTES = 200_000_000  # what was written by ourselves: an episode's facts, lists

_KINDS = {
    stat.S_ISDIR: "a folder",
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}
#: Not to wait for a pipe that takes the file's place in this very moment. Windows has the last only.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_OWN_DESCRIPTORS = ("/dev/fd", "/proc/self/fd")


def read_file(path: str | Path, most_bytes: int) -> bytes:
    """All that is in it. Raises OSError: it can't be opened, is no file, or has more than `most_bytes`."""
    with open_file(path, most_bytes) as file:
        return read_stream(file, most_bytes)


def open_file(path: str | Path, most_bytes: int) -> BinaryIO:
    """For reading. It has no name, as lxml and ffmpeg want to do something with one. Raises as `read_file`."""
    try:
        _check(os.stat(path), most_bytes, path)  # noqa: PTH116 — opening a device may do something to it
        file = os.fdopen(os.open(path, _FLAGS), "rb")
    except ValueError:
        raise OSError(errno.EINVAL, "no file can have this name", ascii(str(path))) from None
    try:
        _check(os.fstat(file.fileno()), most_bytes, path)
    except OSError:
        file.close()
        raise
    return file


def read_stream(stream: BinaryIO, most_bytes: int) -> bytes:
    """What comes from standard input, or of a file that has no size before it is read (/proc). Raises OSError."""
    data = stream.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise _too_large(most_bytes)
    return data


def is_own_stream(path: str | Path) -> bool:
    """Whether it stands for what this process was started with, as a shell's `<(…)` does: its other end is there."""
    return str(path) == "/dev/stdin" or os.path.dirname(path) in _OWN_DESCRIPTORS  # noqa: PTH120


def path_of(name: str, folder: Path) -> Path:
    """A "~" that is nobody's home is the name of a file."""
    return folder / os.path.expanduser(name)  # noqa: PTH111 — which raises where there is none


def _check(status: os.stat_result, most_bytes: int, path: str | Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((kind for is_kind, kind in _KINDS.items() if is_kind(status.st_mode)), "something else")
        raise OSError(errno.EINVAL, f"it is {kind} and no file", str(path))
    if status.st_size > most_bytes:
        raise _too_large(most_bytes, f"it has {status.st_size / 1e6:,.0f} MB", str(path))


def _too_large(most_bytes: int, how: str = "it has no end", path: str = "") -> OSError:
    return OSError(errno.EFBIG, f"{how}, and {most_bytes // 1_000_000} MB is the most", path or None)
