"""Recordings on other machines: the workers of a Dask cluster make what the workers of this one would make.

    with Cluster("tcp://scheduler:8786") as cluster:
        runner = JobRunner(jobs=2, store=store, workforce=cluster)

A worker needs this package, and no file of this machine: it gets a job and gives back what came of it, by the same
`work` as a worker. One that dies costs time, since Dask has another worker make the job; one that would make other
bytes is left out (strangers.py). The scheduler sees nothing but bytes, and needs Dask alone. docs/scale.md has how
clusters are set up.
"""

import asyncio
import logging
import pickle
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Any, Self, TypeVar, cast
from uuid import uuid4

from podcast.errors import LastingError, PodcastError
from podcast.recording.jobs.cluster_client import connected
from podcast.recording.jobs.cluster_worker import MakerVersions, OtherVersionsError, makers_of, versions_of, work_away
from podcast.recording.jobs.render_jobs import RenderJob
from podcast.recording.jobs.strangers import Strangers, refusal
from podcast.recording.jobs.worker import JobAnswer
from voices.speech import SpeechError

_WAITING_PER_THREAD = 2  # jobs: one that is made, and the next, so that no worker waits for the network
_LEAST_WIDTH = 8  # also without a worker: a cluster that grows with its work has to see some
_CONNECT_S = 10
_LEAVE_S, _LEAVE_LOST_S = 5, 0.2
_LOOK_S = 1.0

_AGAIN = "Build again: what was recorded before is kept."
_VERSIONS = "Install the same versions on each: what this machine has, `pip freeze` tells."

log = logging.getLogger(__name__)

_Result = TypeVar("_Result")


class Cluster:
    """A workforce for a runner. Raises PodcastError when the scheduler can't be reached.

    `patience_s`: how long there may be no worker while there is work for one.
    """

    def __init__(self, address: str, *, patience_s: float = 60) -> None:
        self._patience_s = patience_s
        self._waiting: set[asyncio.Task[Any]] = set()
        self._strangers = Strangers()
        self._fault: PodcastError | None = None
        self._threads = 0  # of all workers, as the client last heard
        self._is_lost = False  # there is nobody who would have to be told that it is left
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda _, context: log.info("Dask: %s", context["message"]))
        self._thread = Thread(target=self._loop.run_forever, name="cluster", daemon=True)
        self._thread.start()
        try:
            self._client = self._begun(connected(address, min(patience_s, _CONNECT_S))).result()
        except BaseException:
            self._end()
            raise
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="cluster")
        self._watching = self._begun(self._watch())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def width(self) -> int:
        """As the cluster is now: it may grow and shrink."""
        return max(_LEAST_WIDTH, self._threads * _WAITING_PER_THREAD)

    def submit(self, job: RenderJob[Any]) -> "Future[JobAnswer]":
        return self._begun(self._answer(job))

    def close(self) -> None:
        """What is under way is let go: workers end what they are at, and nobody takes it."""
        if self._loop.is_running():
            patience_s = _LEAVE_LOST_S if self._is_lost else _LEAVE_S
            with suppress(TimeoutError):
                self._begun(self._leave(patience_s)).result(patience_s)
            self._end()
            self._aside.shutdown(wait=False, cancel_futures=True)

    @property
    def told(self) -> tuple[str, ...]:
        """Who was left out, and why."""
        return self._strangers.told

    def _makers(self, job: RenderJob[Any]) -> "Future[MakerVersions]":
        """One after the other: what proves one job mostly proves the next, and is known by then."""
        return self._aside.submit(makers_of, job)

    def _begun(self, work: "Coroutine[Any, Any, _Result]") -> "Future[_Result]":
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _answer(self, job: RenderJob[Any]) -> JobAnswer:
        if self._is_lost and self._fault:
            raise self._fault
        task = cast(asyncio.Task[Any], asyncio.current_task())
        self._waiting.add(task)
        try:
            makers = await asyncio.wrap_future(self._makers(job))
            while True:
                try:
                    return await self._made(job, makers)
                except OtherVersionsError as error:
                    self._strangers.meet(error, makers, versions_of(job))
                    if not self._strangers.others(await self._addresses(), makers):
                        raise
        except asyncio.CancelledError:
            if self._fault:
                raise self._fault from None
            raise
        except Exception as error:
            if told := _told(error, versions_of(job)):
                self._is_lost |= isinstance(told, LastingError)
                raise told from error
            raise
        finally:
            self._waiting.discard(task)

    async def _made(self, job: RenderJob[Any], makers: MakerVersions) -> JobAnswer:
        """By any worker that is not left out. If those are gone when it is begun, by any: it may refuse, too."""
        call = _Call(work_away, pickle.dumps(job), makers)
        others = self._strangers.others(await self._addresses(), makers) if self._strangers.told else None
        # The scheduler unpickles what it is given. It is given bytes, so it needs no package of ours.
        made = self._client.submit(
            pickle.loads,
            pickle.dumps(call),
            key=f"{job.kind}-{uuid4()}",
            workers=others or None,
            allow_other_workers=bool(others),
        )
        return cast(JobAnswer, await made)

    async def _addresses(self) -> list[str]:
        return [*(await self._client.nthreads())]

    async def _watch(self) -> None:
        """Nobody waits for ever for workers that don't come, nor for a scheduler that is gone."""
        last_seen_s = self._loop.time()
        while not self._is_lost:
            # Only here: asked from another thread, the client asks the scheduler, and waits for one that is gone.
            self._threads = int(self._client.scheduler_info().get("total_threads", 0))
            now_s = self._loop.time()
            if self._threads or not self._waiting:
                last_seen_s = now_s
            if self._client.status != "running":  # it would try to come back for long; what it waited for is lost
                self._is_lost = True
                self._give_up(_lost())
            elif now_s - last_seen_s > self._patience_s:
                what = f"The cluster has had no worker for {self._patience_s:g} s"
                self._give_up(LastingError(what, remedy="Start some, and build again."))
            await asyncio.sleep(_LOOK_S)

    def _give_up(self, fault: PodcastError) -> None:
        self._fault = fault
        for task in self._waiting:
            task.cancel()

    async def _leave(self, patience_s: float) -> None:
        self._watching.cancel()
        for task in self._waiting:
            task.cancel()
        await asyncio.gather(*self._waiting, return_exceptions=True)
        await self._client.close(timeout=patience_s)


class _Call:
    """Pickled, it is a call: unpickled, it is the result."""

    def __init__(self, function: Callable[..., JobAnswer], *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self) -> tuple[Callable[..., JobAnswer], tuple[object, ...]]:
        return self._call


def _told(error: Exception, versions: str) -> Exception | None:
    """What a user can do something about, as a sentence."""
    from distributed import CancelledError, KilledWorker
    from distributed.client import ClosedClientError
    from distributed.comm.core import CommClosedError

    if isinstance(error, KilledWorker):
        return SpeechError(f"{error.allowed_failures + 1} workers of the cluster ended while they were at it")
    if isinstance(error, CancelledError | ClosedClientError | CommClosedError):
        return _lost()
    if isinstance(error, OtherVersionsError):
        return refusal(error, versions)
    if isinstance(error, ImportError):
        return PodcastError(
            f"A worker of the cluster has no podcast-producer, or an old one ({error})", remedy=_VERSIONS
        )
    return None


def _lost() -> LastingError:
    return LastingError("The connection to the cluster's scheduler was lost", remedy=_AGAIN)
