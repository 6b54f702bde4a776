"""How many recordings go on at a time, when several processes make them: a job server, as GNU make has one.

    server = JobServer(8)                  # in the process that starts the others
    server.take("rivers")                  # True: it may do one thing at a time
    server.take("rivers")                  # True while there are tokens left: one more
    server.give_back("rivers")
    server.forget("rivers")                # it has died: what it held is there again

A process has one token of its own from its beginning to its end. A crew asks for one more (`Tokens`) before it begins
a recording beside another, and gives it back after. So eight jobs are eight recordings of one essay, or of eight.
"""

from collections import Counter
from collections.abc import Hashable
from typing import Protocol


class Tokens(Protocol):
    """What a crew asks. For any number of threads."""

    def try_take(self) -> bool:
        """Whether there was one; nobody waits."""

    def give_back(self) -> None:
        """One that was taken."""


class JobServer:
    """Who holds how many tokens; not for several threads."""

    def __init__(self, jobs: int) -> None:
        self.free = jobs
        self._held: Counter[Hashable] = Counter()

    def take(self, who: Hashable) -> bool:
        if not self.free:
            return False
        self.free -= 1
        self._held[who] += 1
        return True

    def give_back(self, who: Hashable) -> None:
        """A token too many is no token: nobody can give back what they don't hold."""
        if self._held[who]:
            self._held[who] -= 1
            self.free += 1

    def forget(self, who: Hashable) -> None:
        self.free += self._held.pop(who, 0)
