"""Which kind of processor this is, as far as it decides what comes of a text.

    processor()         # "x86_64 avx avx2 fma avx512f avx512_vnni": of what a neural net computes
    vectors()           # "x86_64 avx avx2 fma": of how sound is decoded, resampled and filtered

The same libraries give other bytes where the instructions differ: int8 nets without VNNI, float sums without FMA. So
what was kept on one kind is not taken for what is made on another. docs/platforms.md has what was measured.
"""

import platform
import re
from functools import cache
from pathlib import Path

#: The instructions that ffmpeg's kernels choose by, and that changed a byte, as Linux names them.
_VECTORS = ("avx", "avx2", "fma")
#: Those that onnxruntime's and numpy's choose by.
_DECIDING = (
    *(*_VECTORS, "avx512f", "avx512bw", "avx_vnni", "avx512_vnni", "avx512_bf16", "amx_int8"),  # x86
    *("asimddp", "i8mm", "sve", "bf16"),  # ARM
)


@cache
def processor() -> str:
    return _kind(_DECIDING)


@cache
def vectors() -> str:
    return _kind(_VECTORS)


def _kind(deciding: tuple[str, ...]) -> str:
    """Where the system tells no instructions, the processor's name stands for them."""
    flags = _flags()
    told = [flag for flag in deciding if flag in flags] if flags else [platform.processor()]
    return " ".join(filter(None, [platform.machine(), *told]))


@cache
def _flags() -> frozenset[str]:
    try:
        told = re.search(r"^(?:flags|Features)\s*:(.*)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:  # macOS, Windows
        told = None
    return frozenset(told[1].split() if told else ())
