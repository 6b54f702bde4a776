"""Faults at the calls that change a folder: the N-th fails as a disk would have it, or is the last one ever.

    layer = FaultLayer(folder, at=7, fault=FULL)
    with layer:
        …                       # what is tested; it may raise OSError, or Died
    layer.struck                # "write …/feed.xml"; empty: there were fewer calls, so this run was clean

It stands where Python asks the system: `os` and `io`. SQLite asks on its own; `strace` and small disks are for that.
What is killed here does not end, but from then on nothing that it tries has any effect, so a folder looks as after
kill -9; half of what was being written is there.
"""

import builtins
import errno
import io
import os
from dataclasses import dataclass
from pathlib import Path


class Died(BaseException):
    """No `except` of the product's may hold it up."""


@dataclass(frozen=True)
class Fault:
    name: str
    error: int = 0  # 0: death
    calls: frozenset[str] = frozenset()  # that can fail so; empty: all
    lasts: bool = False  # all that follow fail, too


_MAKING = frozenset({"create", "write", "fsync", "mkdir", "link"})  # what needs room
FULL = Fault("ENOSPC", errno.ENOSPC, _MAKING, lasts=True)
FULL_ONCE = Fault("ENOSPC once", errno.ENOSPC, _MAKING | {"replace"})
BROKEN = Fault("EIO", errno.EIO)
GONE = Fault("EIO for good", errno.EIO, lasts=True)
INTERRUPTED = Fault("EINTR", errno.EINTR, frozenset({"replace", "link", "unlink", "mkdir", "rmdir", "close", "chmod"}))
KILLED = Fault("kill")

_BY_PATH = {"replace": "replace", "rename": "replace", "link": "link", "unlink": "unlink", "mkdir": "mkdir"}
_BY_PATH |= {"rmdir": "rmdir", "chmod": "chmod", "truncate": "write", "open": "open", "scandir": "list"}
_BY_DESCRIPTOR = {"fsync": "fsync", "close": "close"}


class FaultLayer:
    def __init__(self, folder, at=0, fault=KILLED):
        self.folder, self.at, self.fault = str(folder), at, fault
        self.calls = 0
        self.struck = ""
        self.is_dead = False

    def __enter__(self):
        self._own = {name: getattr(os, name) for name in (*_BY_PATH, *_BY_DESCRIPTOR)}
        self._opens = {io: io.open, builtins: builtins.open}
        for name, call in _BY_PATH.items():
            setattr(os, name, self._by_path(call, self._own[name]))
        for name, call in _BY_DESCRIPTOR.items():
            setattr(os, name, self._by_descriptor(call, self._own[name]))
        for module in self._opens:
            module.open = self._open
        return self

    def __exit__(self, *_):
        for name, own in self._own.items():
            setattr(os, name, own)
        for module, own in self._opens.items():
            module.open = own

    def meet(self, call, path):
        """One of the calls: it goes on from here, or not."""
        if self.is_dead:
            raise Died
        if self.fault.calls and call not in self.fault.calls:
            return
        self.calls += 1
        if self.calls == self.at or (self.struck and self.fault.lasts):
            self.struck = self.struck or f"{call} {path}"
            if not self.fault.error:
                self.is_dead = True
                raise Died
            raise OSError(self.fault.error, os.strerror(self.fault.error))

    def is_ours(self, path):
        return isinstance(path, (str, os.PathLike)) and str(Path(path).absolute()).startswith(self.folder)

    def _by_path(self, call, own):
        def run(path, *arguments, **options):
            is_ours = self.is_ours(path) or options.get("dir_fd") is not None
            if is_ours and not (call == "open" and Path(path).is_dir()):
                made = call == "open" and arguments and arguments[0] & os.O_CREAT
                self.meet("create" if made else call, path)
            return own(path, *arguments, **options)

        return run

    def _by_descriptor(self, call, own):
        def run(descriptor):
            if call == "close":
                own(descriptor)  # whatever it says, it is closed
            self.meet(call, descriptor)  # and nothing is synced: nobody switches this machine off

        return run

    def _open(self, file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, **options):
        is_read = not set(mode) & set("wax+")
        if self.is_ours(file) and "opener" not in options:  # which meets us on its own
            self.meet("open" if is_read or Path(file).exists() else "create", file)
        if is_read or not self.is_ours(file):
            return self._opens[io](file, mode, buffering, encoding, errors, newline, **options)
        raw = _Raw(file, mode.replace("b", "").replace("t", ""), **options)
        raw.layer = self
        buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding or "utf-8", errors, newline)


class _Raw(io.FileIO):
    layer: FaultLayer

    def write(self, content):
        try:
            self.layer.meet("write", self.name)
        except Died:
            if not self.layer.calls > self.layer.at:
                super().write(bytes(content)[: len(content) // 2])
            raise
        return super().write(content)

    def close(self):
        if not self.closed:
            super().close()
            if not self.layer.is_dead:  # the dead close all that they had
                self.layer.meet("close", self.name)
