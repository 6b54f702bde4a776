"""The line to a producer, seen from where it was started.

heard = queue.SimpleQueue()
line = BuildProcess(order, heard)               # starts the process, and doesn't wait for it
line.send(assignment)
heard.get()                             # (line, message), or (line, None): the process has ended
line.close()
"""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, cast

from podcast.batch.messages import BatchOptions, MessagePipe

if TYPE_CHECKING:
    import queue

_PATIENCE_S = 10  # for one that is removing what it has staged


class BuildProcess:
    def __init__(self, order: BatchOptions, heard: "queue.SimpleQueue[tuple[BuildProcess, Any]]") -> None:
        self._heard = heard
        self._process = subprocess.Popen(
            # -P: a folder called podcast/ where the user happens to be must not be taken for ours.
            [sys.executable, "-P", "-m", "podcast.batch.producer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONWARNINGS": "ignore"},
            # Ctrl-C is for the one who gives it on: a producer then ends in good order.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._pipe = MessagePipe(cast(IO[bytes], self._process.stdout), cast(IO[bytes], self._process.stdin))
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.send(order)

    def send(self, message: object) -> None:
        """That it has ended is heard anyway."""
        with suppress(OSError, ValueError):
            self._pipe.send(message)

    def last_words(self) -> str:
        """Why it ended."""
        code = self._process.wait()
        if code >= 0:
            return f"exit status {code}"
        return signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"

    def hang_up(self) -> None:
        """Have it stop: one that is building removes what it has staged."""
        with suppress(OSError, ValueError):
            cast(IO[bytes], self._process.stdin).close()

    def dismiss(self) -> None:
        """The same for one that has nothing to do, even if it is not ready yet."""
        self._process.terminate()

    def close(self) -> None:
        """Wait until it has stopped."""
        self.hang_up()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        cast(IO[bytes], self._process.stdout).close()

    def _listen(self) -> None:
        try:
            with suppress(EOFError):
                while True:
                    self._heard.put((self, self._pipe.receive()))
        finally:  # whatever it was that can't be understood: nobody must wait for the next word
            self._heard.put((self, None))
