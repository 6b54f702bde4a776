"""With real schedulers and workers of Dask, on loopback."""

import json
import os
import pickle
import platform
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import av
import pytest
import trustme
from dask import config

from podcast.config.load import load_settings
from podcast.errors import PodcastError
from podcast.manuscript import Manuscript
from podcast.produce import produce
from podcast.recording.jobs import cluster_worker
from podcast.recording.jobs.cluster import Cluster
from podcast.recording.jobs.cluster_client import unreachable
from podcast.recording.jobs.cluster_worker import OtherVersionsError, makers_of, work_away
from podcast.recording.jobs.render_jobs import MixClipJob, MixJob, SpeechClipJob, SpeechJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.strangers import refusal
from podcast.recording.jobs.worker import work
from podcast.recording.options import BuildOptions
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.shapes import MusicShape
from podcast.text.reading import read_essay
from voices.engine import engine, version_of
from voices.speech import SpeechError, Utterance, Voice

pytestmark = pytest.mark.slow

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[3]
TEXTS = [f"Sentence number {number}, of a text that nobody will read." for number in range(12)]
ONE_FAILURE = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}


class Dask:
    """A scheduler, and as many workers as are asked for."""

    def __init__(self, folder, environment=ONE_FAILURE, code=ROOT, protocol="tcp"):
        self._folder, self._file = folder, folder / "scheduler.json"
        self._environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(code), str(HERE)])} | environment
        self._processes = []
        self.scheduler = self._started("scheduler", "--host", f"{protocol}://127.0.0.1", "--port", "0")
        until(lambda: self.address)

    @property
    def address(self):
        """Empty until the scheduler has written it."""
        with suppress(OSError, ValueError):
            return json.loads(self._file.read_text())["address"]

    def add_worker(self, **environment):
        self._environment = self._environment | environment
        self._started("worker", "--nthreads", "1", "--nworkers", "1", "--memory-limit", "0", "--death-timeout", "30")

    def close(self):
        """Workers first: without a scheduler they take their time."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(20)

    def _started(self, *command):
        command = [sys.executable, "-m", "dask", *command, "--scheduler-file", self._file, "--no-dashboard"]
        with (self._folder / "log").open("ab") as log:
            process = subprocess.Popen(command, cwd=self._folder, env=self._environment, stdout=log, stderr=log)
        self._processes.append(process)
        return process


def until(is_so, at_most_s=60):
    begun = time.monotonic()
    while not is_so():
        assert time.monotonic() - begun < at_most_s
        time.sleep(0.02)


@pytest.fixture(scope="module")
def odd():
    sys.path.append(str(HERE))
    import odd_jobs

    yield odd_jobs
    sys.path.remove(str(HERE))


@pytest.fixture(scope="module")
def dask(tmp_path_factory):
    dask = Dask(tmp_path_factory.mktemp("dask"))
    dask.add_worker()
    dask.add_worker()
    yield dask
    dask.close()


@pytest.fixture
def connect():
    clusters = []

    def to(address, **wishes):
        clusters.append(Cluster(address, **wishes))
        return clusters[-1]

    yield to
    for cluster in clusters:
        cluster.close()


@pytest.fixture
def cluster(dask, connect):
    return connect(dask.address)


@pytest.fixture
def another(tmp_path):
    """Other processes than those of `dask`."""
    made = []

    def start(**wishes):
        made.append(Dask(tmp_path, **wishes))
        return made[-1]

    yield start
    for dask in made:
        dask.close()


@pytest.fixture(scope="module")
def passage(voice):
    return lambda text, by=voice: SpeechClipJob(SpeechJob(Utterance(text, by), Chain(gain_db=11), 300), 64)


@pytest.fixture(scope="module")
def jobs(passage):
    return [*map(passage, TEXTS)]


@pytest.fixture(scope="module")
def made_here(jobs):
    with Speaker() as speaker:
        return [work(job, speaker) for job in jobs]


def test_what_workers_make_is_what_is_made_here(cluster, jobs, made_here):
    with JobRunner(driver="espeak_ng", jobs=1, workforce=cluster) as runner:
        outcomes = [*runner.outcomes(jobs)]
    assert [job.packed(one.made) for job, one in zip(jobs, outcomes, strict=True)] == [
        answer.content for answer in made_here
    ]
    assert all(outcome.is_voiced for outcome in outcomes)


def test_a_worker_that_is_killed_in_mid_task_costs_time_only(cluster, jobs, made_here, odd, tmp_path):
    told = tmp_path / "told"
    awaited = cluster.submit(odd.Awaited(told))
    futures = [cluster.submit(job) for job in jobs]
    until(lambda: told.exists() and told.read_text())
    victim = int(told.read_text())
    os.kill(victim, signal.SIGKILL)
    assert int(awaited.result().content) != victim
    assert [future.result() for future in futures] == made_here


SHORE = (
    '[show]\ntitle = "Shore Letters"\nbase_url = "https://example.org/shore"\n[closing]\ntext = "That was {title}."\n'
)


@pytest.fixture
def show(tmp_path):
    def make(name, essays, passages, voice="heart"):
        text = "\n\n".join(["# Letters", *TEXTS[:passages]])
        (tmp_path / name / "essays").mkdir(parents=True)
        (tmp_path / name / "podcast.toml").write_text(f'{SHORE}[voice]\nname = "{voice}"\n')
        for number in range(essays):
            (tmp_path / name / "essays" / f"letter-{number}.md").write_text(f"{text}\n\nLetter {number}.")
        return tmp_path / name

    return make


def audio(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*.mp3")}


def test_an_episode_is_the_same_when_a_worker_is_killed_while_it_is_recorded(cluster, show, odd):
    victim = int(cluster.submit(odd.Whereabouts()).result().content)

    def kill(progress):
        if progress.done == 3:
            with suppress(ProcessLookupError):  # the third passage may be said once more, louder
                os.kill(victim, signal.SIGKILL)

    now = datetime.now(UTC)  # once: the tag has the minute
    for name, options in ("here", BuildOptions(2)), ("away", BuildOptions(1, workforce=cluster, on_progress=kill)):
        folder = show(name, essays=1, passages=8, voice="narrator")
        manuscript = Manuscript(
            read_essay((folder / "essays" / "letter-0.md").read_bytes(), "letter-0.md"), "letter-0.md"
        )
        settings = load_settings(folder / "podcast.toml")
        produced = produce(manuscript, settings, folder, now=now, options=options)
        assert produced.voiced == produced.episode.segments
    assert audio(folder) == audio(folder.parent / "here")


def test_a_batch_is_the_same_on_a_cluster(dask, show):
    built = {}
    for name, options in ("here", ["--jobs", "2"]), ("away", ["--jobs", "2", "--cluster", dask.address]):
        folder = show(name, essays=2, passages=2)
        command = [sys.executable, "-m", "podcast", "build", "essays", *options]
        # The tag has the minute in which it was built.
        environment = os.environ | {"PODCAST_CACHE_DIR": str(folder / "cache"), "SOURCE_DATE_EPOCH": "1772366400"}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert not done.stderr.strip() or name == "here"
        built[name] = audio(folder)
    assert len(built["away"]) == 2
    assert built["away"] == built["here"]


def test_a_batch_ends_at_once_when_the_scheduler_is_lost_and_says_so_in_a_line(another, show):
    dask = another()  # without a worker, so that all of them wait
    folder = show("lost", essays=4, passages=2)
    command = [sys.executable, "-m", "podcast", "build", "essays", "--jobs", "2", "--cluster", dask.address]
    environment = os.environ | {"PODCAST_CACHE_DIR": str(folder / "cache")}
    batch = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(6)
    assert batch.poll() is None
    dask.scheduler.kill()
    begun = time.monotonic()
    told, complained = batch.communicate(timeout=60)
    assert time.monotonic() - begun < 8
    assert batch.returncode == 1
    assert complained.count("Error:") == 1
    assert "was lost" in complained or "can't be reached" in complained  # as it was connected already, or not
    assert "3 not built" in told


def test_where_nobody_listens_it_is_told_at_once(show):
    folder = show("nobody", essays=2, passages=2)
    command = [sys.executable, "-m", "podcast", "build", "essays", "--cluster", "tcp://127.0.0.1:9"]
    begun = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert time.monotonic() - begun < 6
    assert done.returncode == 1
    assert done.stderr.count("can't be reached") == 1


def test_what_ends_each_worker_is_an_error(cluster, passage, odd):
    with pytest.raises(SpeechError, match="2 workers"):
        cluster.submit(odd.Poison()).result()
    assert cluster.submit(passage("Others are still said.")).result().content


def test_what_cannot_be_said_is_an_error_as_it_is_here(cluster, passage):
    with pytest.raises(SpeechError, match="nobody"):
        cluster.submit(passage("Hello.", Voice("espeak_ng", "nobody", "en"))).result()


def test_a_fault_of_our_own_comes_as_it_is(cluster, odd):
    with pytest.raises(ZeroDivisionError):
        cluster.submit(odd.Oversight()).result()


def test_it_has_work_for_each_thread_and_some_to_spare(cluster):
    until(lambda: cluster.width >= 4)


def test_leaving_waits_for_nobody(cluster, odd, patient):
    cluster.submit(odd.Whereabouts()).result()
    futures = [cluster.submit(odd.Whereabouts(after_s=5)) for _ in range(4)]
    time.sleep(0.3)
    begun = time.monotonic()
    cluster.close()
    assert time.monotonic() - begun < patient(2)
    assert all(future.done() for future in futures)
    cluster.close()


def test_no_scheduler(connect):
    with pytest.raises(PodcastError, match=r"127\.0\.0\.1:9"):
        connect("tcp://127.0.0.1:9", patience_s=0.5)


@pytest.mark.parametrize("address", ["scheduler", "http://127.0.0.1:80", "tls://127.0.0.1:9"])
def test_an_address_that_cannot_be_one(address, connect):
    with pytest.raises(PodcastError, match=address):
        connect(address, patience_s=0.5)


def test_no_dask(monkeypatch, connect):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(PodcastError, match="cluster"):
        connect("tcp://127.0.0.1:9")


def test_no_worker_and_then_no_scheduler(another, connect, passage):
    dask = another()
    waiting = connect(dask.address).submit(passage("Is anybody there?"))
    with pytest.raises(PodcastError, match="no worker"):
        connect(dask.address, patience_s=2).submit(passage("Is anybody there?")).result()
    dask.scheduler.kill()
    with pytest.raises(PodcastError, match="lost"):
        waiting.result()


def test_when_dask_has_given_up_the_scheduler_it_is_no_fault_of_ours(monkeypatch, dask, connect, passage):
    from distributed.client import Client, ClosedClientError

    def submit(*_arguments, **_options):
        raise ClosedClientError("Client is closed. Can't send update-graph message.")

    monkeypatch.setattr(Client, "submit", submit)
    with pytest.raises(PodcastError, match="lost"):
        connect(dask.address).submit(passage("Is anybody there?")).result()


def test_a_worker_with_other_code_is_refused(another, connect, passage, tmp_path, code_copy):
    for package in ("podcast", "voices"):
        code_copy(ROOT / package, tmp_path / package)
    with (tmp_path / "podcast" / "sound" / "master.py").open("a") as file:
        file.write("# something else\n")
    dask = another(code=tmp_path)
    dask.add_worker()
    with pytest.raises(PodcastError, match=r"it has code \w+, this machine has code \w+"):
        connect(dask.address).submit(passage("Something else.")).result()


@pytest.mark.parametrize("decides", ["versions", "proof"])
def test_what_would_make_other_bytes_makes_none(decides, passage):
    with pytest.raises(OtherVersionsError):
        work_away(pickle.dumps(passage("Hello.")), replace(makers_of(passage("Hello.")), **{decides: "something else"}))


NO_FMA = """
import ctypes, sys
from pathlib import Path
import av
[libavutil] = (Path(av.__file__).parent.parent / "av.libs").glob("libavutil*")
ffmpeg, without = ctypes.CDLL(str(libavutil)), int(sys.argv[1])
ffmpeg.av_force_cpu_flags(ffmpeg.av_get_cpu_flags() & ~without)
from podcast.sound.dsp.chain import Chain
from podcast.recording.jobs.render_jobs import SpeechClipJob, SpeechJob
from podcast.recording.jobs.cluster_worker import proof_of
from voices.speech import Utterance, Voice
said = SpeechJob(Utterance("Hello.", Voice("espeak_ng", "en-us", "en-us")), Chain())
print(proof_of(SpeechClipJob(said, 64)))
"""
FMA3, FMA4 = 0x10000, 0x800  # as libavutil/cpu.h has them


@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="it is about x86")
@pytest.mark.skipif(not [*Path(av.__file__).parent.parent.glob("av.libs/libavutil*")], reason="PyAV has no ffmpeg here")
def test_a_processor_that_would_make_other_music_has_another_proof():
    def proof(without):
        program = [sys.executable, "-c", NO_FMA, str(without)]
        return subprocess.run(program, capture_output=True, text=True, check=True).stdout.strip()

    here = makers_of(
        SpeechClipJob(SpeechJob(Utterance("Hello.", Voice("espeak_ng", "en-us", "en-us")), Chain()), 64)
    ).proof
    assert proof(0) == here != proof(FMA3 | FMA4)


OTHER_PROCESSOR = """
import ctypes
from pathlib import Path
import av
[libavutil] = (Path(av.__file__).parent.parent / "av.libs").glob("libavutil*")
ffmpeg = ctypes.CDLL(str(libavutil))
ffmpeg.av_force_cpu_flags(ffmpeg.av_get_cpu_flags() & ~0x10800)  # FMA3 and FMA4
"""


@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="it is about x86")
@pytest.mark.skipif(not [*Path(av.__file__).parent.parent.glob("av.libs/libavutil*")], reason="PyAV has no ffmpeg here")
def test_of_mixed_machines_those_that_would_make_other_bytes_are_left_out_by_name(
    another, connect, jobs, made_here, tmp_path
):
    dask = another()
    dask.add_worker()
    (tmp_path / "sitecustomize.py").write_text(OTHER_PROCESSOR)
    dask.add_worker(PYTHONPATH=os.pathsep.join(map(str, (tmp_path, ROOT, HERE))))
    cluster = connect(dask.address)
    until(lambda: cluster._threads == 2)
    assert [future.result() for future in [*map(cluster.submit, jobs)]] == made_here
    [line] = cluster.told
    assert platform.node() in line
    assert "processor" in line


def test_certificates(another, connect, passage, tmp_path):
    """A scheduler and a worker that speak to nobody who has no certificate of theirs."""
    authority = trustme.CA()
    ca, own = str(tmp_path / "ca.pem"), str(tmp_path / "own.pem")
    authority.cert_pem.write_to_path(ca)
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(own)
    tls = {"CA_FILE": ca, "SCHEDULER__CERT": own, "WORKER__CERT": own}
    dask = another(environment={f"DASK_DISTRIBUTED__COMM__TLS__{name}": tls[name] for name in tls}, protocol="tls")
    dask.add_worker()
    with pytest.raises(PodcastError, match="TLS"):
        connect(dask.address)
    with config.set({"distributed.comm.tls.ca-file": ca, "distributed.comm.tls.client.cert": own}):
        assert connect(dask.address).submit(passage("A secret.")).result().content


# --- what a worker proves, and what a user is told ------------------------------------------------------------------


def said_by(voice):
    return SpeechClipJob(SpeechJob(Utterance("Hello.", voice), Chain()), 64)


@pytest.fixture
def unproved():
    """What was proved before is known once."""
    cluster_worker._proof.cache_clear()
    yield
    cluster_worker._proof.cache_clear()


def music():
    return MixClipJob(MixJob(None, cluster_worker._music(), MusicShape(), -1.0), 64)


def test_a_voice_is_proved_whatever_it_says_and_in_whichever_manner(voice):
    slow = replace(voice, rate_wpm=100, pitch=30)
    assert cluster_worker.proof_of(said_by(voice)) == cluster_worker.proof_of(said_by(slow))
    assert cluster_worker.proof_of(said_by(voice)) != cluster_worker.proof_of(music()) != ""
    other = replace(voice, id="en-us+Annie")
    assert cluster_worker.proof_of(said_by(other)) != cluster_worker.proof_of(said_by(voice))


def test_of_an_engine_that_does_not_repeat_its_bytes_the_music_alone_is_proved(voice, unproved, monkeypatch):
    proved = cluster_worker.proof_of(music())
    told = replace(engine(voice.driver), repeats=False)
    monkeypatch.setattr(cluster_worker, "engine", lambda _name: told)
    assert cluster_worker.proof_of(said_by(voice)) == proved


def test_who_makes_a_job_is_its_engines_and_the_code_and_libraries_that_master(voice):
    mastering = cluster_worker.versions_of(music())
    assert {version.partition(" ")[0] for version in mastering.split("; ")} >= {"av", "numpy", "lameenc", "code"}
    assert cluster_worker.versions_of(said_by(voice)) == f"{version_of(voice.driver, voice.id)}; {mastering}"


def test_a_worker_that_is_refused_is_named_with_what_differs():
    def told(there, here):
        return refusal(OtherVersionsError(there, "attic", "aarch64"), here)

    versions = told("av 1; numpy 2; code a", "av 1; numpy 3; code a")
    assert "it has numpy 2, this machine has numpy 3" in versions.what
    assert "av 1" not in versions.what
    assert versions.which == "attic"
    net = told("av 1; processor x86_64 avx2", "av 1; processor x86_64 avx2 fma")
    assert "it has processor x86_64 avx2, this" in net.what
    processor = told("av 1; numpy 2", "av 1; numpy 2")
    assert processor.remedy == net.remedy
    assert "(aarch64)" in processor.what
    assert processor.remedy != versions.remedy


@pytest.mark.parametrize(("address", "hint"), [("tls://scheduler:8786", "tls://"), ("tcp://scheduler:8786", "tcp://")])
def test_of_a_chain_of_errors_the_first_reason_is_told(address, hint):
    first, last = OSError("no such host"), TimeoutError("timed out")
    last.__cause__ = first
    told = unreachable(address, last)
    assert "(no such host)" in told.what
    assert told.which == address
    assert hint in told.remedy
    assert "(TimeoutError)" in unreachable(address, TimeoutError()).what
