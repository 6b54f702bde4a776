"""The memory of a whole process tree at its peak, sampled while it runs.

    meter = MemoryMeter()
    timed(line, watch=meter.watching)
    meter.peak.pss_mb, meter.peak.rss_mb

PSS counts a page that several processes share once in all, so it is what the tree takes from the machine; the sum of
RSS counts such pages for each of them and bounds it from above. Where there is no /proc (psutil is then needed) only
RSS is known, and stands for both. A sample is of all descendants of this process, so a worker that outlives its parent
counts too (process.py); where others run beside it, MemoryMeter(pid) counts a process and its own. Peaks shorter than a
sample's interval can be missed.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

_INTERVAL_S = 0.02
_MOST_OF_A_CORE = 0.04  # the kernel counts pages for a sample, and may not slow down what is measured
_PROC = Path("/proc")


class Memory(NamedTuple):
    pss_mb: float
    rss_mb: float


class MemoryMeter:
    def __init__(self, pid: int = 0) -> None:
        self._pid = pid
        self.peak = Memory(0, 0)
        self.peak_after_s = 0.0  # of the watching
        self._is_done = threading.Event()

    @contextmanager
    def watching(self) -> Iterator[None]:
        with ThreadPoolExecutor(1) as aside:
            sampling = aside.submit(self._sample_until_done)
            try:
                yield
            finally:
                self._is_done.set()
            sampling.result()  # a meter that stopped early has measured nothing

    def _sample_until_done(self) -> None:
        pause_s, started_s = _INTERVAL_S, time.monotonic()
        while not self._is_done.wait(pause_s):
            begun_s = time.thread_time()
            now = memory_of_tree(self._pid) if self._pid else memory_of_descendants(os.getpid())
            if now.pss_mb > self.peak.pss_mb:
                self.peak_after_s = time.monotonic() - started_s
            self.peak = Memory(*map(max, self.peak, now))
            pause_s = max(_INTERVAL_S, (time.thread_time() - begun_s) / _MOST_OF_A_CORE)


def memory_of_descendants(pid: int) -> Memory:
    """Of all of them together, `pid` itself not counted."""
    each = [memory_of(child) for child in descendants(pid)] if _has_proc() else _by_psutil(pid)
    return Memory(sum(one.pss_mb for one in each), sum(one.rss_mb for one in each))


def memory_of_tree(pid: int) -> Memory:
    return Memory(*map(sum, zip(memory_of(pid), memory_of_descendants(pid), strict=True)))


def memory_of(pid: int) -> Memory:
    """Nothing for a process that has just ended."""
    fields = {}
    with suppress(OSError), (_PROC / str(pid) / "smaps_rollup").open("rb") as rollup:
        next(rollup)
        fields = {name: int(rest.split()[0]) for name, _, rest in (line.partition(b":") for line in rollup)}
    return Memory(fields.get(b"Pss", 0) / 1024, fields.get(b"Rss", 0) / 1024)


def descendants(pid: int) -> Iterator[int]:
    for child in _children(pid):
        yield child
        yield from descendants(child)


def _children(pid: int) -> Iterator[int]:
    """Of each of its threads, for the kernel notes them there."""
    tasks = _PROC / str(pid) / "task"
    with suppress(OSError):  # the process may end at any moment, and so may each of its threads
        for task in os.listdir(tasks):  # noqa: PTH208 — fifty times a second
            with suppress(OSError):
                yield from map(int, (tasks / task / "children").read_bytes().split())


def _has_proc() -> bool:
    return sys.platform == "linux" and (_PROC / "self" / "smaps_rollup").exists()


def _by_psutil(pid: int) -> Iterator[Memory]:
    import psutil  # the dependency group "bench"

    for process in psutil.Process(pid).children(recursive=True):
        with suppress(psutil.Error):
            rss_mb = process.memory_info().rss / 2**20
            yield Memory(rss_mb, rss_mb)
