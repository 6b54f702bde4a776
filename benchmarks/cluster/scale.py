"""What a cluster of 10, 100 and 1,000 workers does, and what of it is exhausted first.

    python benchmarks/cluster/scale.py [WORKERS …]

Scheduler, workers and client are Dask's and ours, on loopback; only the recording is simulated: for the time that a
passage takes on a core, measured here first, a worker sleeps, and then gives back a tone of the same length as MP3. So
this machine's cores are left to the scheduler, the client, and what moves bytes. What counts is the CPU that a passage
costs each of them: on machines of their own they have a core for it, here they share.
"""

import argparse
import asyncio
import json
import os
import queue
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count, islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from tones import Tone

from podcast.recording.jobs.cluster import Cluster
from podcast.recording.jobs.render_jobs import SpeechClipJob, SpeechJob
from podcast.recording.jobs.speaker import Speaker
from podcast.sound.codec.clip import Clip
from podcast.sound.dsp.chain import Chain
from voices.speech import Utterance, Voice

if TYPE_CHECKING:
    from concurrent.futures import Future

    from podcast.recording.jobs.worker import JobAnswer

HERE = Path(__file__).parent
WORKERS = (10, 100, 1000)
WORKERS_A_PROCESS = 125
SECONDS = 20
SENTENCE = "A river that could choose would still not run straight, and nobody asks it why it bends. "
SAMPLES = 8
# What each worker does fifty or a hundred times a second for its own sake is too much for 125 of them in one process.
QUIET = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "5s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
}
RATE_HZ = 44_100


@dataclass(frozen=True, slots=True)
class Recording:
    """Of a passage: the mean."""

    work_s: float
    sound_s: float


@dataclass(frozen=True, slots=True)
class Figures:
    workers: int
    wanted: float  # passages a second that so many workers can make
    made: float
    bytes_a_passage: float
    scheduler_ms: float  # of CPU, for a passage
    client_ms: float


def measured() -> Recording:
    """A paragraph of 90 words, some 30 s: the CPU of this process and of the engine's."""
    job = SpeechClipJob(SpeechJob(Utterance(SENTENCE * 5, Voice("espeak_ng", "en-us", "en-us")), Chain(), 300), 64)
    with Speaker() as speaker:
        clip = job.made(speaker)
        engine = psutil.Process().children()[0]
        begun = _cpu_s(engine) + time.process_time()
        for _ in range(SAMPLES):
            job.made(speaker)
        work_s = (_cpu_s(engine) + time.process_time() - begun) / SAMPLES
    return Recording(round(work_s, 4), round((clip.end_sample - clip.start_sample) / RATE_HZ, 2))


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)


def run(workers: int, recording: Recording, seconds: float = SECONDS) -> Figures:
    with _scheduler() as (address, scheduler), _hosts(address, workers), Cluster(address) as cluster:
        while cluster.width < 2 * workers:
            time.sleep(0.2)
        sizes = map(_size, _flow(cluster, recording, window=2 * workers))
        for _ in range(workers):  # each process has proved itself, and has its tone
            next(sizes)
        begun, before_s, own_s = time.perf_counter(), _cpu_s(scheduler), time.process_time()
        told = list(takewhile(lambda _: time.perf_counter() < begun + seconds, sizes))
        took_s, passages = time.perf_counter() - begun, len(told)
        return Figures(
            workers,
            wanted=workers / recording.work_s,
            made=passages / took_s,
            bytes_a_passage=sum(told) / passages,
            scheduler_ms=(_cpu_s(scheduler) - before_s) * 1000 / passages,
            client_ms=(time.process_time() - own_s) * 1000 / passages,
        )


def _flow(cluster: Cluster, recording: Recording, window: int) -> Iterator[Clip]:
    """As they come, without an end; `window`: how many are under way."""
    done: queue.SimpleQueue[Future[JobAnswer]] = queue.SimpleQueue()
    jobs = (Tone(number, recording.work_s, recording.sound_s) for number in count(0))
    for job in islice(jobs, window):
        cluster.submit(job).add_done_callback(done.put)
    for job in jobs:
        content = done.get().result().content
        cluster.submit(job).add_done_callback(done.put)
        yield job.unpacked(content)


def _size(clip: Clip) -> int:
    return len(clip.frames)


@contextmanager
def _scheduler() -> Iterator[tuple[str, psutil.Process]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scheduler.json"
        command = ["scheduler", "--host", "tcp://127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file]
        process = subprocess.Popen([sys.executable, "-m", "dask", *command], stderr=subprocess.DEVNULL)
        yield _address(file), psutil.Process(process.pid)
        process.terminate()
        process.wait()


def _address(file: Path) -> str:
    """When the scheduler has written it."""
    while True:
        time.sleep(0.1)
        with suppress(OSError, ValueError):
            return str(json.loads(file.read_text())["address"])


@contextmanager
def _hosts(address: str, workers: int) -> Iterator[None]:
    """Some processes that hold all of the workers: each with its connections, its heartbeat and its thread."""
    paths = [str(HERE), os.environ.get("PYTHONPATH", "")]
    processes = []
    for first in range(0, workers, WORKERS_A_PROCESS):
        count = min(WORKERS_A_PROCESS, workers - first)
        command = [sys.executable, str(HERE / "scale.py"), "--hold", address, str(count)]
        environment = os.environ | QUIET | {"PYTHONPATH": os.pathsep.join(paths)}
        processes.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
    yield
    for process in processes:
        process.kill()
        process.wait()


async def hold(address: str, count: int) -> None:
    from distributed import Worker

    async with AsyncExitStack() as stack:
        for _ in range(count):
            await stack.enter_async_context(Worker(address, nthreads=1, memory_limit=0, dashboard=False))
        await asyncio.Event().wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workers", type=int, nargs="*", default=WORKERS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--hold", metavar="ADDRESS", help="be the workers of a scheduler")
    wish = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    if wish.hold:
        asyncio.run(hold(wish.hold, wish.workers[0]))
        return
    recording = measured()
    print(f"a passage of {recording.sound_s} s takes {recording.work_s * 1000:.0f} ms of a core\n")
    print("| workers | passages a second they could make | they made | scheduler, CPU a passage | client | MB/s |")
    print("| --- | --- | --- | --- | --- | --- |")
    for workers in wish.workers:
        told = run(workers, recording, wish.seconds)
        cells = [f"{told.workers:,}", f"{told.wanted:.0f}", f"{told.made:.0f}", f"{told.scheduler_ms:.2f} ms"]
        print(
            f"| {' | '.join(cells)} | {told.client_ms:.2f} ms | {told.made * told.bytes_a_passage / 1e6:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
