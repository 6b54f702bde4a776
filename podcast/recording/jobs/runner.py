"""Who makes the recordings: as many workers as there are cores, or others that can be given jobs.

    with JobRunner(jobs=2, store=Store(folder)) as runner:
        runner.rosters().of("espeak_ng").voices
        for outcome in runner.outcomes(jobs):          # in their order
            outcome.made, outcome.is_voiced

What was made before comes from the store, and no process is started for it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Protocol, Self

from podcast.cache.store import Store
from podcast.recording.jobs.kept import KeptResults
from podcast.recording.jobs.pool import WorkerPool
from podcast.recording.jobs.questions import Sounds, Voices
from podcast.recording.jobs.render_jobs import Made, RenderJob
from podcast.recording.jobs.worker import JobAnswer, WorkerSetup
from voices.engine import version_of
from voices.ipa import unsayable
from voices.rosters import Rosters
from voices.speech import Roster, SpeechError, Voice

_WAITING_PER_JOB = 3  # finished clips that may wait for a slow one before them: memory stays flat


class Workforce(Protocol):
    """Who makes what was not made before."""

    @property
    def width(self) -> int:
        """How many jobs it can have under way."""

    @property
    def told(self) -> tuple[str, ...]:
        """What whoever builds should hear of it: who of it was left out, and why."""

    def submit(self, job: RenderJob[Any]) -> "Future[JobAnswer]":
        """The future raises SpeechError or PodcastError when it can't be made."""


@dataclass(frozen=True, slots=True)
class Rendered(Generic[Made]):
    made: Made
    is_voiced: bool  # whether the engine had to speak for it since this runner came together


class JobRunner:
    """Raises what making a job raises, at its place in the order.

    `workers` are lent: they stay when the runner leaves, for another one, unless it leaves in the middle of its work;
    without them it has `jobs` of its own, with that `store` and that engine started at once. What they make is kept
    where they keep their takes.
    `workforce`: who makes passages in place of workers of this machine. `meanwhile`: what this process can do while it
    waits for them, which it may never have to.
    """

    def __init__(
        self,
        *,
        jobs: int = 1,
        driver: str = "",
        store: Store | None = None,
        workers: WorkerPool | None = None,
        workforce: Workforce | None = None,
        meanwhile: Iterable[Callable[[], object]] = (),
    ) -> None:
        self._are_lent = workers is not None
        self._workers = workers or WorkerPool(WorkerSetup(driver, store), jobs)
        self._kept = KeptResults(self._workers.setup.store)
        self._away = workforce
        self._meanwhile = deque(meanwhile)
        self._damaged = 0
        self._damaged_before = self._kept.damaged
        self._voiced: set[RenderJob[Any]] = set()
        self._under_way: dict[RenderJob[Any], Future[JobAnswer]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._are_lent and error is None:
            self._workers.rest()
        else:
            self._workers.close()

    def rosters(self, only: str = "") -> Rosters:
        """What can be asked of each engine, or of the `only` one that is to be used."""
        return Rosters(self._roster, only)

    def sounds(self, texts: Iterable[str], voice: Voice) -> list[str]:
        """How the voice would say each text, in IPA; empty where its engine can't tell."""
        return self.result(Sounds(tuple(texts), voice))

    @staticmethod
    def unsayable(ipa: str, voice: Voice) -> str:
        """Why a voice can't make these sounds; empty when it can, or when its engine says the text as it stands."""
        return unsayable(ipa, voice)

    def result(self, job: RenderJob[Made]) -> Made:
        return next(self.outcomes([job])).made

    def results(self, jobs: Iterable[RenderJob[Made]]) -> Iterator[Made]:
        return (outcome.made for outcome in self.outcomes(jobs))

    def outcomes(self, jobs: Iterable[RenderJob[Made]]) -> Iterator[Rendered[Made]]:
        """In the order of the jobs, which may be a generator: only a few are begun ahead."""
        for attempt in self.attempts(jobs):
            if isinstance(attempt, SpeechError):
                raise attempt
            yield attempt

    def attempts(self, jobs: Iterable[RenderJob[Made]]) -> "Iterator[Rendered[Made] | SpeechError]":
        """The same, with the error in place of what an engine could not say, and the others after it."""
        waiting: deque[_Begun[Made]] = deque()
        for job in jobs:
            waiting.append(self._begun(job))
            if len(waiting) > self._width * _WAITING_PER_JOB:
                yield self._attempt(*waiting.popleft())
        while waiting:
            yield self._attempt(*waiting.popleft())

    def _roster(self, driver: str) -> Roster:
        return self.result(Voices(driver, version_of(driver)))

    def begin(self, job: RenderJob[Any]) -> None:
        """Now, for it takes long and is wanted last: whoever is free at the end would wait for it."""
        self._begun(job)

    @property
    def damaged(self) -> int:
        """How much of what was kept was not what it should be, and was made anew."""
        return self._damaged + self._kept.damaged - self._damaged_before

    @property
    def _width(self) -> int:
        return self._workers.width + (self._away.width if self._away else 0)

    def _begun(self, job: RenderJob[Made]) -> "_Begun[Made]":
        """KeptResults, or under way: the same job twice is made once."""
        if future := self._under_way.get(job):
            return job, future
        kept = self._kept.get(job)
        if kept is not None:
            return job, Rendered(kept, job in self._voiced)
        workforce = self._away if self._away and job.is_portable else self._workers
        future = self._under_way[job] = workforce.submit(job)
        return job, future

    def _attempt(
        self, job: RenderJob[Made], begun: "Rendered[Made] | Future[JobAnswer]"
    ) -> "Rendered[Made] | SpeechError":
        try:
            return self._outcome(job, begun)
        except SpeechError as error:
            return error

    def _outcome(self, job: RenderJob[Made], begun: "Rendered[Made] | Future[JobAnswer]") -> Rendered[Made]:
        if isinstance(begun, Rendered):
            return begun
        is_first = self._under_way.pop(job, None) is not None
        while self._meanwhile and not begun.done():
            self._meanwhile.popleft()()
        answer = begun.result()
        if is_first:
            self._kept.put(job, answer.content)
        self._damaged += answer.damaged
        if answer.is_voiced:
            self._voiced.add(job)
        return Rendered(job.unpacked(answer.content), answer.is_voiced)


_Begun = tuple[RenderJob[Made], Rendered[Made] | Future[JobAnswer]]
