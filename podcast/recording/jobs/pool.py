"""The workers of this machine: a few processes that make recordings at a time, each started when there is work for it.

workers = WorkerPool(WorkerSetup("hibari"), jobs=2)
future = workers.submit(job)
future.result().content
workers.close()
"""

import logging
import queue
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from podcast.processes.child import LostError
from podcast.recording.jobs.worker import JobAnswer, Worker, WorkerSetup
from voices.speech import SpeechError

if TYPE_CHECKING:
    from podcast.recording.jobs.render_jobs import RenderJob

log = logging.getLogger(__name__)


class WorkerPool:
    """At most `jobs` of them. A thread for each, which waits for its process outside the interpreter's lock."""

    def __init__(self, setup: WorkerSetup, jobs: int) -> None:
        self.width = jobs
        self.setup = setup
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="worker")
        self._all: list[Worker] = []
        self._left: list[Worker] = []
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._lock = Lock()
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get_ready(self, count: int) -> None:
        """Start so many of them now: they get ready while others have work to do."""
        for _ in range(min(count, self.width) - len(self._all)):
            self._free.put(self._one_more())

    def submit(self, job: "RenderJob[Any]") -> "Future[JobAnswer]":
        return self._threads.submit(self._make, job)

    @property
    def are_gone(self) -> bool:
        return self._is_closed

    def rest(self, ready: int = 1) -> None:
        """Until there is more to do: so many stay ready, and the others take no memory."""
        with self._lock:
            for gone in [worker for worker in self._left if not worker.is_there]:
                self._left.remove(gone)
                gone.close()
            while self._free.qsize() > ready:
                worker = self._free.get_nowait()
                worker.leave()
                self._all.remove(worker)
                self._left.append(worker)

    def leave(self) -> None:
        """There is no more to do, and nobody is waited for."""
        with self._lock:
            self._is_closed = True
        for worker in self._all:
            worker.leave()

    def close(self) -> None:
        """The workers first: whoever is still at work then fails at once."""
        self.leave()
        for worker in (*self._all, *self._left):
            worker.close()
        self._threads.shutdown(cancel_futures=True)

    def _make(self, job: "RenderJob[Any]") -> JobAnswer:
        """A worker that dies over it (killed, out of memory) costs time; a second one is an error."""
        try:
            return self._made(job)
        except LostError:
            log.info("a recording's process died; once more: %r", job)
        try:
            return self._made(job)
        except LostError:
            raise SpeechError("the recording's process was ended twice; is there enough memory?") from None

    def _made(self, job: "RenderJob[Any]") -> JobAnswer:
        with self._worker() as worker:
            return worker.make(job)

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        """One that is free, or a new one; one that was lost doesn't come back."""
        worker = self._free_one() or self._one_more()
        try:
            yield worker
        except LostError:
            self._dismiss(worker)
            raise
        except Exception:
            self._free.put(worker)
            raise
        self._free.put(worker)

    def _free_one(self) -> Worker | None:
        """Those that were killed while they had nothing to do are no job's fault."""
        with suppress(queue.Empty):
            while not (worker := self._free.get_nowait()).is_there:
                self._dismiss(worker)
            return worker
        return None

    def _one_more(self) -> Worker:
        with self._lock:
            if self._is_closed:
                raise SpeechError("the runner has left")
            self._all.append(Worker(self.setup))
            return self._all[-1]

    def _dismiss(self, worker: Worker) -> None:
        with self._lock:
            if not self._is_closed:
                self._all.remove(worker)
        worker.close()
