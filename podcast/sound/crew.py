"""Who does the recordings: as many hands as there are cores, each with a booth of its own.

    with Crew("espeak_ng", jobs=2, store=Store(folder)) as crew:
        for clip in crew.results(partial(record, utterance, chain, 64) for utterance in utterances):
            …                                     # in the order of the utterances

Threads are enough: engines speak in processes of their own, and filters and LAME release the interpreter lock. What
was said before comes from the store, and no engine is started for it.
"""

import logging
import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from types import TracebackType
from typing import Protocol, Self, TypeVar

from podcast.sound.clips import Clips
from podcast.sound.plausible import fault_of
from podcast.sound.record import Speak
from podcast.sound.takes import Takes
from podcast.store import Store
from voices.booth import Booth
from voices.engine import engine_version, is_embedded
from voices.ipa import unsayable
from voices.speech import Roster, SpeechError, Take, Utterance, Voice

log = logging.getLogger(__name__)

_WAITING_PER_JOB = 3  # finished clips that may wait for a slow one before them: memory stays flat

Result = TypeVar("Result")
Made_co = TypeVar("Made_co", covariant=True)


class Task(Protocol[Made_co]):
    """What is left of `record`, or of anything else that needs a voice, once it knows all but who speaks."""

    def __call__(self, *, speak: Speak) -> Made_co: ...


class Crew:
    """Raises what a task raises, at its place in the order."""

    def __init__(self, driver: str, *, jobs: int, store: Store | None = None) -> None:
        self._jobs = jobs
        engine = engine_version(driver) if store else ""
        self._takes = Takes(store, engine)
        self.clips = Clips(store, engine)
        self._voiced: set[Utterance] = set()
        self._is_roster_kept = is_embedded(driver)  # a system may get new voices at any time
        self._roster = self._takes.roster() if self._is_roster_kept else None
        self._booths = _Booths(driver, jobs)
        if self._roster is None:  # an engine is wanted, and takes a while to start
            self._booths.start()
        self._hands = ThreadPoolExecutor(jobs, thread_name_prefix="crew")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The booths first: whoever is still speaking then fails at once, and nobody is waited for.
        self._booths.close()
        self._hands.shutdown(cancel_futures=True)

    def roster(self) -> Roster:
        if self._roster is None:
            self._roster = self._booths.use(Booth.roster)
            if self._is_roster_kept:
                self._takes.put_roster(self._roster)
        return self._roster

    def speak(self, utterance: Utterance) -> Take:
        """The take that was kept, or a new one that can be believed."""
        take = self._takes.get(utterance)
        if take is None:
            take = self._booths.use(lambda booth: _believable(booth, utterance))
            self._voiced.add(utterance)
            self._takes.put(utterance, take)
        return take

    def sounds(self, texts: Sequence[str], voice: Voice) -> list[str]:
        """How the voice would say each text, in IPA; empty where its engine can't tell."""
        return self._booths.use(lambda booth: booth.sounds(texts, voice))

    @staticmethod
    def unsayable(ipa: str, voice: Voice) -> str:
        """Why a voice can't make these sounds; empty when it can, or when its engine says the text as it stands."""
        return unsayable(ipa, voice)

    def has_voiced(self, utterance: Utterance) -> bool:
        """Whether its take is this crew's own, and not from an earlier build."""
        return utterance in self._voiced

    def results(self, tasks: Iterable[Task[Result]]) -> Iterator[Result]:
        """In the order of the tasks, which may be a generator: only a few are begun ahead."""
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(self._hands.submit(task, speak=self.speak))
            if len(waiting) > self._jobs * _WAITING_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _believable(booth: Booth, utterance: Utterance) -> Take:
    """What the engine says at its first try, or else at its second, as another process."""
    take = booth.speak(utterance)
    if fault := fault_of(utterance, take):
        log.info("voiced once more, since %s: %s", fault, utterance.text[:60])
        booth.restart()
        take = booth.speak(utterance)
        if fault := fault_of(utterance, take):
            raise SpeechError(fault)
    return take


class _Booths:
    """At most `most` of them, each started when it is wanted and none is free."""

    def __init__(self, driver: str, most: int) -> None:
        self._driver, self._most = driver, most
        self._all: list[Booth] = []
        self._free: queue.SimpleQueue[Booth] = queue.SimpleQueue()
        self._lock = Lock()
        self._is_closed = False

    def start(self) -> None:
        """All of them now: they get ready while others have work to do."""
        while booth := self._one_more():
            self._free.put(booth)

    def use(self, action: Callable[[Booth], Result]) -> Result:
        booth = self._wanted()
        try:
            return action(booth)
        finally:
            self._free.put(booth)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
        for booth in self._all:
            booth.close()

    def _wanted(self) -> Booth:
        try:
            return self._free.get_nowait()
        except queue.Empty:
            return self._one_more() or self._free.get()

    def _one_more(self) -> Booth | None:
        with self._lock:
            if self._is_closed:
                raise SpeechError("the booths are closed")
            if len(self._all) == self._most:
                return None
            self._all.append(Booth(self._driver))
            return self._all[-1]
