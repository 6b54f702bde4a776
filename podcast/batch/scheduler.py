"""The building of a batch: who starts when, who records how much at a time, and whose turn it is to be published.

    with Batch(options, most=len(names)) as batch:
        batch.build(assignments, observer)
        report = batch.check(slugs, base_url)

An essay begins when a job is free, with its share of those that are; one that waits for its turn has given its own
back. So cores are hardly idle while there is something to do; but only a few may wait: each of them is a process.
"""

import queue
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from podcast.batch.build_process import BuildProcess
from podcast.batch.messages import Announcement, BatchOptions, BuildOutcome, CheckRequest, Turn
from podcast.batch.plan import Assignment
from podcast.errors import PodcastError
from podcast.recording.options import Progress

if TYPE_CHECKING:
    from feed.check import Report

_WAITING = 2  # processes beyond the number of jobs
_TICK_S = 0.5  # where a wait can't be interrupted, this long after Ctrl-C it is seen
_TOLL = "Perhaps memory has run out: build with fewer --jobs. What the essay was before is still in the feed."


class BatchObserver(Protocol):
    """Is told how it goes, by the assignments' places."""

    def begun(self, index: int) -> None: ...
    def made(self, index: int, progress: Progress) -> None: ...
    def announced(self, index: int, text: str) -> None: ...
    def ended(self, index: int, outcome: BuildOutcome) -> None: ...


class Batch:
    """Its processes start at once, and get ready while the essays are read. `most`: how many essays there may be."""

    def __init__(self, options: BatchOptions, *, most: int) -> None:
        self._options = options
        self._free = options.jobs
        self._held: dict[BuildProcess, int] = {}  # jobs of those that record
        self._heard: queue.SimpleQueue[tuple[BuildProcess, Any]] = queue.SimpleQueue()
        self._processes: list[BuildProcess] = []
        self._idle = [self._new_process() for _ in range(min(options.jobs, most))]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.dismiss() if process in self._idle else process.hang_up()
        for process in self._processes:
            process.close()

    def build(self, assignments: Sequence[Assignment], observer: BatchObserver) -> None:
        """The observer is told what became of each.

        One that fails, or whose process dies, does not stop the others, unless what it failed for would be in their
        way, too: then they have no outcome.
        """
        run = _Run(assignments, observer)
        while not (run.is_over or run.is_hopeless):
            self._begin(run)
            process, message = self._next()
            self._answer(run, process, message)
            if first := run.whose_turn():
                first.send(Turn.GIVEN)

    def check(self, slugs: Sequence[str], base_url: str) -> "Report":
        """The gate, by one who has everything at hand."""
        process = self._idle[0] if self._idle else self._new_process()
        process.send(CheckRequest(tuple(slugs), base_url))
        heard: tuple[BuildProcess | None, Any] = (None, None)
        while heard[0] is not process:
            heard = self._next()
        found: Report | BuildOutcome | None = heard[1]
        if found is None or isinstance(found, BuildOutcome):
            why = found.error if found else f"the process was ended: {process.last_words()}"
            raise PodcastError("What was built is published, but could not be checked", which=why)
        return found

    def _begin(self, run: "_Run") -> None:
        """As many as there are jobs and processes for. Those that are left share what is free."""
        while run.left and self._free and (self._idle or len(self._processes) < self._options.jobs + _WAITING):
            process = self._idle.pop() if self._idle else self._new_process()
            share = -(-self._free // min(self._free, len(run.left)))
            self._free -= share
            self._held[process] = share
            process.send(replace(run.begin(process), jobs=share))

    def _answer(self, run: "_Run", process: BuildProcess, message: Any) -> None:
        match message:
            case Progress():
                run.observer.made(run.busy[process], message)
            case Announcement():
                run.observer.announced(run.busy[process], message.text)
            case Turn.WANTED:
                if not run.wait(process):
                    self._has_ended(process)
            case BuildOutcome():
                self._has_ended(process)
                self._idle.append(process)
                run.end(process, message)
            case None:
                self._has_ended(process)
                self._processes.remove(process)
                process.close()
                if process in self._idle:
                    self._idle.remove(process)
                else:
                    what = f"The process that built it was ended ({process.last_words()})"
                    run.end(process, BuildOutcome(error=f"{what}\n{_TOLL}"))

    def _has_ended(self, process: BuildProcess) -> None:
        """All that it records: its jobs are for others."""
        self._free += self._held.pop(process, 0)

    def _new_process(self) -> BuildProcess:
        self._processes.append(BuildProcess(self._options, self._heard))
        return self._processes[-1]

    def _next(self) -> tuple[BuildProcess, Any]:
        while True:
            with suppress(queue.Empty):
                return self._heard.get(timeout=_TICK_S)


class _Run:
    """How far the essays are."""

    def __init__(self, assignments: Sequence[Assignment], observer: BatchObserver) -> None:
        self._assignments, self.observer = assignments, observer
        self.left = deque(range(len(assignments)))
        self.busy: dict[BuildProcess, int] = {}
        self._waiting: dict[int, BuildProcess] = {}
        self._ended: set[int] = set()
        self._lost: list[int] = []  # new ones that never came to be
        self.is_hopeless = False
        self._turn = 0  # whose it is to be published

    @property
    def is_over(self) -> bool:
        return self._turn == len(self._assignments)

    def begin(self, process: BuildProcess) -> Assignment:
        index = self.busy[process] = self.left.popleft()
        self.observer.begun(index)
        return self._assignments[index].after(len(self._lost))

    def wait(self, process: BuildProcess) -> bool:
        """Whether it is its turn already."""
        index = self.busy[process]
        self._waiting[index] = process
        return index == self._turn

    def whose_turn(self) -> BuildProcess | None:
        """If they are waiting for it."""
        return self._waiting.pop(self._turn, None)

    def end(self, process: BuildProcess, outcome: BuildOutcome) -> None:
        index = self.busy.pop(process)
        self._waiting.pop(index, None)
        self._ended.add(index)
        if outcome.produced is None and self._assignments[index].is_new:
            self._lost.append(index)
        while self._turn in self._ended:
            self._turn += 1
        self.is_hopeless |= outcome.is_lasting
        self.observer.ended(index, outcome)
