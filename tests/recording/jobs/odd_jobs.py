"""Recipes that tell of the worker that made them, or end it; workers find this file by PYTHONPATH."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar


@dataclass(frozen=True)
class Whereabouts:
    kind: ClassVar[str] = "whereabouts"

    after_s: float = 0

    def made(self, _speaker):
        time.sleep(self.after_s)
        return os.getpid()

    def packed(self, made):
        return str(made).encode()


@dataclass(frozen=True)
class Awaited:
    """It tells who is at it, and comes to no end; whoever is at it after that one is done at once."""

    kind: ClassVar[str] = "awaited"

    told: Path

    def made(self, _speaker):
        if not self.told.exists():
            self.told.write_text(str(os.getpid()))
            time.sleep(600)
        return os.getpid()

    def packed(self, made):
        return str(made).encode()


@dataclass(frozen=True)
class Poison:
    kind: ClassVar[str] = "poison"

    def made(self, _speaker):
        os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Oversight:
    """A fault in our own code."""

    kind: ClassVar[str] = "oversight"

    def made(self, _speaker):
        return 1 // 0
