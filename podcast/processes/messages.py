"""Messages between two processes of ours, pickled, over pipes that nobody else can reach.

messages = claimed()            # in a child: what were its stdin and stdout
while True:
    question = messages.receive()           # EOFError: whoever started this process is gone
    messages.send(answer)                   # OSError: the same
"""

import os
import pickle
import select
import threading
from collections.abc import Callable
from typing import IO, Any


class Messages:
    """One end. Sending is for any number of threads, receiving for one."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self.incoming, self.outgoing = incoming, outgoing
        self._lock = threading.Lock()

    def send(self, message: object) -> None:
        """Raises OSError or ValueError when nobody is there any more."""
        data = pickle.dumps(message)
        with self._lock:
            self.outgoing.write(data)
            self.outgoing.flush()

    def receive(self) -> Any:
        """Raises EOFError when nobody is there any more, or when what comes is no message.

        A library that writes to the pipe itself can make pickle raise anything.
        """
        try:
            return pickle.load(self.incoming)  # noqa: S301 — from a process of our own, over a pipe of our own
        except Exception as error:
            raise EOFError from error

    def when_left(self, leave: Callable[[], object]) -> None:
        """Have a thread call it when nobody is there any more, in the middle of whatever is done then."""
        if not hasattr(select, "poll"):  # there it is seen when the next message is wanted
            return
        asking = select.poll()
        asking.register(self.incoming, 0)  # not what comes, but that nothing can come any more

        def watch() -> None:
            while not asking.poll():
                pass
            leave()

        threading.Thread(target=watch, name="left", daemon=True).start()


def claimed() -> Messages:
    """Standard input and output, for messages alone: whatever a library prints goes to stderr instead."""
    messages = Messages(os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    return messages
