"""Who does the recordings: as many hands as there are cores, each with a booth of its own.

    with Crew("espeak_ng", chain, bitrate_kbps=64, jobs=2) as crew:
        for clip in crew.clips(utterances):         # in the order of the utterances

Threads are enough: engines speak in processes of their own, and filters and LAME release the interpreter lock.
"""

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

from podcast.sound.master import Chain
from podcast.sound.record import Clip, Stem, perform, record
from voices.booth import Booth
from voices.speech import Take, Utterance

Done = TypeVar("Done")

_WAITING_PER_JOB = 3  # finished clips that may wait for a slow one before them: memory stays flat


class Crew:
    """Raises what `record` raises, at the place of the utterance that failed."""

    def __init__(self, driver: str, chain: Chain, *, bitrate_kbps: int, jobs: int) -> None:
        self._chain, self._bitrate_kbps, self._jobs = chain, bitrate_kbps, jobs
        self._booths: queue.SimpleQueue[Booth] = queue.SimpleQueue()
        self._all_booths = [Booth(driver) for _ in range(jobs)]
        for booth in self._all_booths:
            self._booths.put(booth)
        self._hands = ThreadPoolExecutor(jobs, thread_name_prefix="crew")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The booths first: whoever is still speaking then fails at once, and nobody is waited for.
        for booth in self._all_booths:
            booth.close()
        self._hands.shutdown(cancel_futures=True)

    def clips(self, utterances: Iterable[Utterance]) -> Iterator[Clip]:
        return self._in_order(lambda said: record(said, self._speak, self._chain, self._bitrate_kbps), utterances)

    def stems(self, utterances: Iterable[Utterance]) -> Iterator[Stem]:
        return self._in_order(lambda said: perform(said, self._speak, self._chain), utterances)

    def _in_order(self, work: Callable[[Utterance], Done], utterances: Iterable[Utterance]) -> Iterator[Done]:
        waiting: deque[Future[Done]] = deque()
        for utterance in utterances:
            waiting.append(self._hands.submit(work, utterance))
            if len(waiting) > self._jobs * _WAITING_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _speak(self, utterance: Utterance) -> Take:
        booth = self._booths.get()
        try:
            return booth.speak(utterance)
        finally:
            self._booths.put(booth)
