"""How many recordings go on at a time, when several processes make them: a job server, as GNU make has one.

    server = JobServer(8)                       # where the processes are started
    server.take("rivers")                       # a process begins with a token of its own …
    server.ask("rivers")                        # … and wants one more: it is granted when nobody else is to begin
    server.give_back("rivers")
    server.forget("rivers")                     # it has died: what it held is there again

    tokens = Tokens(ask, give_back)             # in each process
    with tokens:                                # each of its threads that records
        …

So eight jobs are eight recordings of one essay, or of eight.
"""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from threading import Condition
from typing import Generic, TypeVar

Who = TypeVar("Who", bound=Hashable)


class JobServer(Generic[Who]):
    """Who holds how many tokens, and who waits for one; not for several threads."""

    def __init__(self, jobs: int) -> None:
        self.free = jobs
        self._held: Counter[Who] = Counter()
        self._waiting: deque[Who] = deque()

    def take(self, who: Who) -> bool:
        if not self.free:
            return False
        self.free -= 1
        self._held[who] += 1
        return True

    def ask(self, who: Who) -> None:
        """For one more, when there is one."""
        self._waiting.append(who)

    def granted(self) -> Iterator[Who]:
        """Who gets what is free, in the order in which they asked."""
        while self.free and self._waiting:
            who = self._waiting.popleft()
            self.take(who)
            yield who

    def give_back(self, who: Who) -> None:
        """A token too many is no token: nobody can give back what they don't hold."""
        if self._held[who]:
            self._held[who] -= 1
            self.free += 1

    def forget(self, who: Who) -> None:
        self.free += self._held.pop(who, 0)
        self._waiting = deque(waiting for waiting in self._waiting if waiting != who)


class Tokens:
    """Those of one process: one of its own, and what others can spare. For any number of threads.

    `ask` asks for one more and doesn't wait: `more` is called when it is there. `give_back` gives back one of those.
    Whoever waits gets what is free first, its own or another.
    """

    def __init__(self, ask: Callable[[], None], give_back: Callable[[], None]) -> None:
        self._ask, self._give_back = ask, give_back
        self._changed = Condition()
        self._free, self._waiting, self._asked, self._lent = 1, 0, 0, 0

    def more(self) -> None:
        with self._changed:
            self._asked -= 1
            self._lent += 1
            self._free += 1
            self._settle()
            self._changed.notify()

    def __enter__(self) -> None:
        with self._changed:
            self._waiting += 1
            try:
                if not self._free and self._asked < self._waiting:
                    self._asked += 1
                    self._ask()
                self._changed.wait_for(lambda: self._free)
                self._free -= 1
            finally:
                self._waiting -= 1

    def __exit__(self, *error: object) -> None:
        with self._changed:
            self._free += 1
            self._settle()
            self._changed.notify()

    def _settle(self) -> None:
        """What nobody here waits for is for others."""
        while self._lent and self._free > self._waiting:
            self._lent -= 1
            self._free -= 1
            self._give_back()
