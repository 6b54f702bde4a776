"""A process of our own, seen from the one that started it.

    child = Child("podcast.recording.jobs.worker", environment={"OMP_NUM_THREADS": "1"})    # its main() is called
    answer = child.ask(question, timeout_s=60)          # LostError: it has crashed, hung, or was ended
    child.close(patience_s=2)                           # ended and reaped: nothing is left of it

A child that takes too long is killed, so nobody waits for ever. It leads a session of its own: Ctrl-C is for the
process that started it, and what it has forked is killed with it. It has to end by itself when its messages end, since
whoever started it may be killed at any time.
"""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any, cast

from podcast.processes.messages import Messages
from podcast.processes.telling import is_told

log = logging.getLogger(__name__)

_TELLING = "from podcast.processes.telling import tell_all; tell_all(); "


class LostError(Exception):
    """The process has ended, or had to be; the argument says how."""


class HungError(LostError):
    """It took too long, and was killed."""


class Child:
    """`module` has a function main(), which finds `arguments` in sys.argv."""

    def __init__(self, module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            # -P: a folder called podcast/ where the user happens to be must not be taken for ours. Not by -m: the types
            # of the module would have other names there, and messages hold some.
            [sys.executable, "-P", "-c", f"{_TELLING * is_told()}from {module} import main; main()", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if is_told() else subprocess.DEVNULL,
            env=os.environ | {"PYTHONWARNINGS": "ignore"} | dict(environment or {}),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        log.info("%s is process %d", module, self._process.pid)
        self._messages = Messages(cast(IO[bytes], self._process.stdout), cast(IO[bytes], self._process.stdin))
        self._listener: threading.Thread | None = None
        self._fault = ""  # why it had to be killed

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_there(self) -> bool:
        return self._process.poll() is None

    def send(self, message: object) -> None:
        """Raises LostError."""
        try:
            self._messages.send(message)
        except (OSError, ValueError) as error:
            raise self._loss() from error

    def receive(self, timeout_s: float | None = None) -> Any:
        """The next message. Raises LostError."""
        with self._killed_after(timeout_s):
            try:
                return self._messages.receive()
            except EOFError as error:
                raise self._loss() from error

    def ask(self, question: object, *, timeout_s: float, meanwhile: Callable[[], object] = lambda: None) -> Any:
        """The answer; `meanwhile` is done while there is none yet. Raises LostError."""
        with self._killed_after(timeout_s):
            self.send(question)
            meanwhile()
            return self.receive()

    def listen(self, heard: Callable[[Any], None]) -> None:
        """Have a thread call it with each message as it comes, and at the end with None."""

        def hear() -> None:
            try:
                with suppress(LostError):
                    while True:
                        heard(self.receive())
            finally:  # whatever it was that can't be understood: nobody must wait for the next word
                heard(None)

        self._listener = threading.Thread(target=hear, daemon=True)
        self._listener.start()

    def last_words(self) -> str:
        """How it ended, once it has."""
        code = self._process.wait()
        if code >= 0:
            return f"exit status {code}"
        return signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"

    def hang_up(self) -> None:
        """There are no more messages: it ends in good order."""
        with suppress(OSError, ValueError):
            self._messages.outgoing.close()

    def terminate(self) -> None:
        """It ends at what it makes of SIGTERM. May be called while another thread waits for an answer."""
        self._process.terminate()

    def kill(self) -> None:
        """And what it has forked, which may outlive it."""
        if hasattr(os, "killpg") and self._process.returncode is None:
            # Until somebody has asked for its status its number is nobody else's.
            with suppress(ProcessLookupError, PermissionError):  # PermissionError: macOS, when all of them have ended
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()

    def close(self, patience_s: float = 0) -> None:
        """Hang up, wait, and kill it if it is still there then."""
        self.hang_up()
        try:
            self._process.wait(patience_s)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        if self._listener:
            self._listener.join()
        with suppress(BrokenPipeError, RuntimeError):  # RuntimeError: a signal came while it was read
            self._messages.incoming.close()

    def _loss(self) -> LostError:
        return HungError(self._fault) if self._fault else LostError("crashed")

    @contextmanager
    def _killed_after(self, timeout_s: float | None) -> Iterator[None]:
        if timeout_s is None:
            yield
            return

        def give_up() -> None:
            self._fault = f"did not answer within {timeout_s:g} s"
            self.kill()

        timer = threading.Timer(timeout_s, give_up)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
