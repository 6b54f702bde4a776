"""A process that builds essays (producer.py), seen from where it was started.

heard = queue.SimpleQueue()
process = BuildProcess(options, heard)  # starts it, and doesn't wait for it
process.send(assignment)
heard.get()                             # (process, message), or (process, None): it has ended
process.close()
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from podcast.batch.messages import BatchOptions
from podcast.processes.child import Child, LostError

if TYPE_CHECKING:
    import queue

_PATIENCE_S = 10  # for one that is removing what it has staged


class BuildProcess:
    def __init__(self, options: BatchOptions, heard: "queue.SimpleQueue[tuple[BuildProcess, Any]]") -> None:
        self._child = Child("podcast.batch.producer")
        self._child.listen(lambda message: heard.put((self, message)))
        self.send(options)

    def send(self, message: object) -> None:
        """That it has ended is heard anyway."""
        with suppress(LostError):
            self._child.send(message)

    def last_words(self) -> str:
        """Why it ended."""
        return self._child.last_words()

    def hang_up(self) -> None:
        """Have it stop: one that is building removes what it has staged."""
        self._child.hang_up()

    def dismiss(self) -> None:
        """The same for one that has nothing to do, even if it is not ready yet."""
        self._child.terminate()

    def close(self) -> None:
        """Wait until it has stopped."""
        self._child.close(_PATIENCE_S)
