"""How a process ends at a signal: what it is at is left in good order, and soon it has ended in any case.

    with ending_at_signals(within_s=1.7):
        work()                          # Stopped is raised in it, whatever it waits for; its `code` is 128 + the signal

Who waits for an answer of the network, or is inside a library that listens to nobody, can't be interrupted. So a thread
hears of the signal, too, and ends the process when its time is over. That loses nothing: a build may be killed at any
instant. A signal that this process was started to ignore, as by nohup, stays ignored.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

#: Ctrl-C, what `kill` and a system that shuts down send, and the end of a terminal.
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))

_SHOW_CURSOR = b"\x1b[?25h"  # which a progress bar has hidden


class Stopped(SystemExit):
    """By a signal. No error, so nobody who handles errors takes it for one."""


@contextmanager
def ending_at_signals(within_s: float) -> Iterator[None]:
    """For the main thread. What comes when the work is done ends the process at once."""
    heard = [number for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, _stop)
    if hasattr(signal, "pthread_kill"):  # elsewhere only sockets can wake somebody
        _watch(heard, within_s)
    try:
        yield
    except Stopped:
        _show_cursor()  # whoever has hidden it may not have come so far that he would show it again
        raise
    finally:
        for number in heard:
            if signal.getsignal(number) is _stop:
                signal.signal(number, _end)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    """Once: what is being put in order then must not be interrupted, and needs to tell nobody what it stumbles on."""
    for other in ENDING:
        signal.signal(other, signal.SIG_IGN)
    sys.unraisablehook = lambda _: None
    threading.excepthook = lambda _: None
    raise Stopped(128 + number)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(128 + number)


def _watch(numbers: list[int], within_s: float) -> None:
    """The signal's number comes through a pipe at once; a handler only has its turn when Python code runs."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)

    def watch() -> None:
        while (heard := os.read(reading, 1)) and heard[0] not in numbers:
            pass
        if heard:
            threading.Event().wait(within_s)
            _show_cursor()
            os._exit(128 + heard[0])

    threading.Thread(target=watch, name="ending", daemon=True).start()


def _show_cursor() -> None:
    with suppress(OSError):
        if os.isatty(2):
            os.write(2, _SHOW_CURSOR)
