"""Who does the recordings: as many hands as there are cores, each with a booth of its own.

    with Crew("espeak_ng", jobs=2) as crew:
        for clip in crew.clips(partial(record, utterance, chain, 64) for utterance in utterances):
            …                                     # in the order of the utterances

Threads are enough: engines speak in processes of their own, and filters and LAME release the interpreter lock.
"""

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Protocol, Self, TypeVar

from podcast.sound.record import Speak
from voices.booth import Booth
from voices.speech import Roster, Take, Utterance

_WAITING_PER_JOB = 3  # finished clips that may wait for a slow one before them: memory stays flat

Result = TypeVar("Result")


Made_co = TypeVar("Made_co", covariant=True)


class Recording(Protocol[Made_co]):
    """What is left of `record` or `perform` once it knows all but who speaks."""

    def __call__(self, *, speak: Speak) -> Made_co: ...


class Crew:
    """Raises what a recording raises, at its place in the order."""

    def __init__(self, driver: str, *, jobs: int) -> None:
        self._jobs = jobs
        self._booths = [Booth(driver) for _ in range(jobs)]
        self._free: queue.SimpleQueue[Booth] = queue.SimpleQueue()
        for booth in self._booths:
            self._free.put(booth)
        self._hands = ThreadPoolExecutor(jobs, thread_name_prefix="crew")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The booths first: whoever is still speaking then fails at once, and nobody is waited for.
        for booth in self._booths:
            booth.close()
        self._hands.shutdown(cancel_futures=True)

    def roster(self) -> Roster:
        return self._with_booth(Booth.roster)

    def speak(self, utterance: Utterance) -> Take:
        return self._with_booth(lambda booth: booth.speak(utterance))

    def clips(self, recordings: Iterable[Recording[Result]]) -> Iterator[Result]:
        """What they make, in the order of the recordings, which may be a generator: only a few are begun ahead."""
        waiting: deque[Future[Result]] = deque()
        for recording in recordings:
            waiting.append(self._hands.submit(recording, speak=self.speak))
            if len(waiting) > self._jobs * _WAITING_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _with_booth(self, action: Callable[[Booth], Result]) -> Result:
        booth = self._free.get()
        try:
            return action(booth)
        finally:
            self._free.put(booth)
