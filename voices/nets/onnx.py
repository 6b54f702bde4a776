"""A net in an ONNX file that also tells how long each of its letters lasts.

    session = with_durations(path, tensor="/Clip_output_0", sha256="5f70…")
    *outputs, durations = session.run(None, inputs)

Nets that make speech of letters know how long each lasts, and don't tell. A protobuf message that follows another is
merged into it, so a few bytes at the end of the file make one more output of an inner tensor, and the others stay what
they were (protobuf.dev, "Encoding: Last One Wins"). The tensor's name is inner to the net, so whoever uses it holds the
sum of the durations against the sound each time.
"""

from pathlib import Path
from typing import Any

Buffer = bytes | memoryview

_FLOAT, _INT64 = 1, 7  # onnx.TensorProto.DataType
_ONE = b"\n\x02\x08\x01"  # TensorShapeProto{dim(1){dim_value(1) = 1}}


def with_durations(path: Path, tensor: str, *, is_whole: bool = False, free: str = "") -> Any:
    """An onnxruntime session of one thread, whose last output is `tensor`: numbers, of integers if `is_whole`.

    With more threads the bytes vary from run to run. `free`: an input that is declared as a single number, and is to
    take as many as there are letters.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    content = b"".join([*_freed(path.read_bytes(), free), _output(tensor, _INT64 if is_whole else _FLOAT)])
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _freed(content: bytes, name: str) -> tuple[Buffer, ...]:
    """In pieces, for each copy costs as much as reading it: with `dim_param: ""` for `dim_value: 1`, which is as long.

    Raises ValueError where the net has no such input.
    """
    if not name:
        return (content,)
    at = content.index(_ONE, content.rindex(_field(1, name.encode()))) + 2
    whole = memoryview(content)
    return whole[:at], _field(2, b""), whole[at + 2 :]


def _output(name: str, kind: int) -> bytes:
    """ModelProto{graph(7){output(12){name(1), type(2){tensor_type(1){elem_type(1)}}}}}"""
    element = bytes([1 << 3, kind])
    of_type = _field(2, _field(1, element))
    return _field(7, _field(12, _field(1, name.encode()) + of_type))


def _field(number: int, content: bytes) -> bytes:
    return bytes([number << 3 | 2, len(content)]) + content
