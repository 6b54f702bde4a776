"""Whole processes, timed: the wall clock, and the CPU of the process with all that it started.

    run = timed([sys.executable, "-c", "import click"])
    run.wall_s, run.cpu_s, run.output

The kernel adds to a process's CPU that of the children it waited for. Those it left behind come to us (Linux: we are
the subreaper) and are waited for as well, so no worker's CPU is lost; whoever uses this has no other children.

Nothing of this shell's settings for Python or podcast reaches what is timed: with PYTHONDONTWRITEBYTECODE every start
would compile the whole package.
"""

import ctypes
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

_FOREIGN = re.compile(
    "PODCAST_|PYTHON(DONTWRITEBYTECODE|UNBUFFERED|PYCACHEPREFIX|PROFILEIMPORTTIME|DEVMODE|TRACEMALLOC)"
)
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, slots=True)
class Run:
    """One process from its start to the end of the last process that it started."""

    wall_s: float  # until the process itself ended
    cpu_s: float  # user and system, of all of them
    output: str  # what it wrote to stdout


Watch = Callable[[], AbstractContextManager[object]]


class FailedError(Exception):
    """A process that is timed must do its work."""


def timed(
    line: Sequence[str | Path], *, folder: Path | None = None, watch: Watch = nullcontext, programs: Path | None = None
) -> Run:
    """`watch` is open while it runs; what lies in `programs` is found before others.

    Raises FailedError when it ends with another status than 0.
    """
    _adopt_orphans()
    words = [str(word) for word in line]
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors, watch():
        begun = time.perf_counter()
        process = subprocess.Popen(words, stdout=output, stderr=errors, cwd=folder, env=_environment(programs))
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu_s = usage.ru_utime + usage.ru_stime + _cpu_of_orphans_s()
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise FailedError(f"{shlex.join(words)} failed with {process.returncode}:\n{errors.read()}")
        return Run(wall_s, cpu_s, output.read())


def podcast() -> list[str]:
    """The `podcast` beside this interpreter, as its users start it, or else the module."""
    script = shutil.which("podcast", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "podcast"]


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _environment(programs: Path | None) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not _FOREIGN.match(name)}
    return ours | {"PATH": f"{programs}{os.pathsep}{ours.get('PATH', '')}"} if programs else ours


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _cpu_of_orphans_s() -> float:
    """Of what the process left running, or ended without waiting for; waits for them."""
    cpu_s = 0.0
    while True:
        try:
            _, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            return cpu_s
        cpu_s += usage.ru_utime + usage.ru_stime
