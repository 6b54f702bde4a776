"""Whether a file can be what it is given as, as far as a look at it tells: without onnxruntime, and without loading it.

require_onnx(Path("en_GB-alba-medium.onnx"))
require_style(Path("af_heart.bin"), size=522_240)
"""

import math
import os
from array import array
from pathlib import Path
from typing import IO

from voices.library import LibraryError

_GIT_LFS = b"version https://git-lfs"
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ")
_IR_VERSION, _GRAPH, _LAST_FIELD = 1, 7, 25  # of ModelProto in onnx.proto
_VARINT, _FIXED_64, _LENGTH, _FIXED_32 = 0, 1, 2, 5  # how a field of protobuf is written
_LOUDEST = 100.0  # a style's numbers are below 3


def require_onnx(path: Path) -> None:
    """A network with a graph that ends where the file ends. Raises LibraryError that says what it is instead."""
    _require_weights(path)
    try:
        with path.open("rb") as file:
            fields = _fields(file, path.stat().st_size)
    except ValueError as error:
        raise _not("no network in the ONNX format, or not a whole one", path, str(error)) from None
    if not {_IR_VERSION, _GRAPH} <= fields:
        raise _not("no network in the ONNX format", path, "it has no graph")


def require_style(path: Path, size: int) -> None:
    """A table of so many bytes of float32."""
    _require_weights(path)
    if path.stat().st_size != size:
        raise _not(f"no voice of Kokoro: it has {path.stat().st_size} bytes, and a voice has {size}", path)
    numbers = array("f", path.read_bytes())
    if not all(abs(number) < _LOUDEST and math.isfinite(number) for number in numbers):
        raise _not("no voice of Kokoro: its numbers are none that a style has", path)


def _require_weights(path: Path) -> None:
    if not path.is_file():
        raise LibraryError("There is no such file", which=str(path))
    with path.open("rb") as file:
        beginning = file.read(512)
    if not beginning.strip():
        raise _not("an empty file", path)
    if beginning.startswith(_GIT_LFS):
        remedy = "Run `git lfs pull` in the repository that it is from, or download the file itself."
        raise LibraryError(
            "This is a pointer of Git LFS, not the file that it stands for", which=str(path), remedy=remedy
        )
    if beginning.lstrip().startswith(b"<"):
        raise _not("a web page, not a voice", path, "save the file that the page links to")
    if beginning.startswith(_ARCHIVES):
        raise _not("an archive", path, "unpack it first")


def _fields(file: IO[bytes], size: int) -> set[int]:
    """The numbers of the fields of a message that fills the file."""
    found = set()
    while file.tell() < size:
        field, written_as = divmod(_varint(file), 8)
        if not 0 < field <= _LAST_FIELD:
            raise ValueError(f"it has a field {field} that no model has")
        found.add(field)
        length = _length(file, written_as)
        if length > size - file.tell():
            raise ValueError("it is cut off")
        file.seek(length, os.SEEK_CUR)
    return found


def _length(file: IO[bytes], written_as: int) -> int:
    """How many bytes of a field are still to come."""
    if written_as == _VARINT:
        _varint(file)
        return 0
    if written_as == _LENGTH:
        return _varint(file)
    lengths = {_FIXED_64: 8, _FIXED_32: 4}
    if written_as not in lengths:
        raise ValueError(f"it has a field of the unknown kind {written_as}")
    return lengths[written_as]


def _varint(file: IO[bytes]) -> int:
    number = 0
    for shift in range(0, 64, 7):
        byte = file.read(1)
        if not byte:
            raise ValueError("it is cut off")
        number |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return number
    raise ValueError("it has a number that is too long")


def _not(what: str, path: Path, why: str = "") -> LibraryError:
    return LibraryError(f"This is {what}" + (f" ({why})" if why else ""), which=str(path))
