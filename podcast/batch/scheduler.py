"""The building of a batch: who starts when, who records how much at a time, and whose turn it is to be published.

    with Batch(order, most=len(names)) as batch:
        batch.build(assignments, watch)
        report = batch.check(slugs, base_url)

An essay begins when a token is free, and one that waits for its turn has given its own back. So cores are never idle
while there is something to do; but only a few may wait, since each of them is a process. What is free when none may
begin is for the runners of those that are being built.
"""

import queue
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from podcast.batch.build_process import BuildProcess
from podcast.batch.jobserver import JobServer
from podcast.batch.messages import Ask, BatchOptions, BuildOutcome, CheckRequest, Grant
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
    def ended(self, index: int, outcome: BuildOutcome) -> None: ...


class Batch:
    """Its processes start at once, and get ready while the essays are read. `most`: how many essays there may be."""

    def __init__(self, order: BatchOptions, *, most: int) -> None:
        self._order = order
        self._server: JobServer[BuildProcess] = JobServer(order.jobs)
        self._own: set[BuildProcess] = set()  # who holds the token that they began with
        self._heard: queue.SimpleQueue[tuple[BuildProcess, Any]] = queue.SimpleQueue()
        self._lines: list[BuildProcess] = []
        self._idle = [self._new_line() for _ in range(min(order.jobs, most))]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for line in self._lines:
            line.dismiss() if line in self._idle else line.hang_up()
        for line in self._lines:
            line.close()

    def build(self, assignments: Sequence[Assignment], watch: BatchObserver) -> None:
        """The watch is told what became of each. One that fails, or whose process dies, does not stop the others."""
        run = _Run(assignments, watch)
        while not run.is_over:
            self._begin(run)
            for line in self._server.granted():
                line.send(Grant.TOKEN)
            line, message = self._next()
            self._answer(run, line, message)
            if first := run.whose_turn():
                first.send(Grant.TURN)

    def check(self, slugs: Sequence[str], base_url: str) -> "Report":
        """The gate, by one who has everything at hand."""
        line = self._idle[0] if self._idle else self._new_line()
        line.send(CheckRequest(tuple(slugs), base_url))
        heard: tuple[BuildProcess | None, Any] = (None, None)
        while heard[0] is not line or isinstance(heard[1], Ask):  # a token may still be on its way back
            heard = self._next()
        found: Report | BuildOutcome | None = heard[1]
        if found is None or isinstance(found, BuildOutcome):
            why = found.error if found else f"the process was ended: {line.last_words()}"
            raise PodcastError("What was built is published, but could not be checked", which=why)
        return found

    def _begin(self, run: "_Run") -> None:
        """As many as there are tokens and processes for."""
        while run.left and self._server.free and (self._idle or len(self._lines) < self._order.jobs + _WAITING):
            line = self._idle.pop() if self._idle else self._new_line()
            self._server.take(line)
            self._own.add(line)
            line.send(run.begin(line))

    def _answer(self, run: "_Run", line: BuildProcess, message: Any) -> None:
        match message:
            case Progress():
                run.watch.made(run.busy[line], message)
            case Ask.TOKEN:
                self._server.ask(line)
            case Ask.LESS:
                self._server.give_back(line)
            case Ask.TURN:
                if not run.wait(line):
                    self._has_ended(line)
            case BuildOutcome():
                self._has_ended(line)
                self._idle.append(line)
                run.end(line, message)
            case None:
                self._own.discard(line)
                self._server.forget(line)
                self._lines.remove(line)
                line.close()
                if line in self._idle:
                    self._idle.remove(line)
                else:
                    what = f"The process that built it was ended ({line.last_words()})"
                    run.end(line, BuildOutcome(error=f"{what}\n{_TOLL}"))

    def _has_ended(self, line: BuildProcess) -> None:
        """All that it records: its own token is for others. What it was lent it gives back itself."""
        if line in self._own:
            self._own.remove(line)
            self._server.give_back(line)

    def _new_line(self) -> BuildProcess:
        self._lines.append(BuildProcess(self._order, self._heard))
        return self._lines[-1]

    def _next(self) -> tuple[BuildProcess, Any]:
        while True:
            with suppress(queue.Empty):
                return self._heard.get(timeout=_TICK_S)


class _Run:
    """How far the essays are."""

    def __init__(self, assignments: Sequence[Assignment], watch: BatchObserver) -> None:
        self._assignments, self.watch = assignments, watch
        self.left = deque(range(len(assignments)))
        self.busy: dict[BuildProcess, int] = {}
        self._waiting: dict[int, BuildProcess] = {}
        self._ended: set[int] = set()
        self._lost: list[int] = []  # new ones that never came to be
        self._turn = 0  # whose it is to be published

    @property
    def is_over(self) -> bool:
        return self._turn == len(self._assignments)

    def begin(self, line: BuildProcess) -> Assignment:
        index = self.busy[line] = self.left.popleft()
        self.watch.begun(index)
        return self._assignments[index].after(len(self._lost))

    def wait(self, line: BuildProcess) -> bool:
        """Whether it is its turn already."""
        index = self.busy[line]
        self._waiting[index] = line
        return index == self._turn

    def whose_turn(self) -> BuildProcess | None:
        """If they are waiting for it."""
        return self._waiting.pop(self._turn, None)

    def end(self, line: BuildProcess, outcome: BuildOutcome) -> None:
        index = self.busy.pop(line)
        self._waiting.pop(index, None)
        self._ended.add(index)
        if outcome.produced is None and self._assignments[index].is_new:
            self._lost.append(index)
        while self._turn in self._ended:
            self._turn += 1
        self.watch.ended(index, outcome)
