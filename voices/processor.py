"""Which kind of processor this is, as far as it decides what a neural net computes.

    processor()         # "x86_64 fma avx2 avx512f avx512_vnni"

The same libraries give other bytes where the instructions differ: int8 nets without VNNI, float sums without FMA. So a
take that was kept on one kind is not taken for one of another.
"""

import platform
import re
from functools import cache
from pathlib import Path

#: The instructions that onnxruntime's and numpy's kernels choose by, as Linux names them.
_DECIDING = (
    *("fma", "avx2", "avx512f", "avx512bw", "avx_vnni", "avx512_vnni", "avx512_bf16", "amx_int8"),  # x86
    *("asimddp", "i8mm", "sve", "bf16"),  # ARM
)


@cache
def processor() -> str:
    flags = _flags()
    return " ".join([platform.machine(), *(flag for flag in _DECIDING if flag in flags)])


def _flags() -> frozenset[str]:
    """Where the system tells none, the processor's name stands for them."""
    try:
        told = re.search(r"^(?:flags|Features)\s*:(.*)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:
        told = None
    return frozenset(told[1].split() if told else platform.processor().split())
