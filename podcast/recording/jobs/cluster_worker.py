"""What a worker of a cluster does: the work of a worker, on another machine (see cluster.py).

    makers = makers_of(job)                      # on the machine that writes the episode
    answer = work_away(job_as_bytes, makers)     # on a worker: the same bytes as here, or OtherVersionsError

Each thread of a worker keeps its engines for the next job. They end with the worker: an engine that nobody can ask
any more leaves by itself.
"""

import hashlib
import pickle
import platform
import threading
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from podcast.recording.jobs.kept import chain_version, engines_of
from podcast.recording.jobs.render_jobs import MixClipJob, MixJob, RenderJob, SpeechJob, voices_in
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.worker import JobAnswer, work
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import MusicShape
from voices.engine import engine
from voices.processor import processor
from voices.speech import Utterance, Voice

_PROOF = "A river that could choose would still not run straight: it digs where the bank is weak, and bends."


class _Mine(threading.local):
    """This thread's engines."""

    def __init__(self) -> None:
        self.speaker = Speaker()


_mine = _Mine()


@dataclass(frozen=True, slots=True)
class MakerVersions:
    """All that decides which bytes come of a job."""

    versions: str  # of the engines, of libraries and of our code: "av 18.1.0; numpy 2.4.6; …"
    proof: str  # what came of the same words and music: ffmpeg rounds otherwise where a processor has no FMA


class OtherVersionsError(Exception):
    """This worker would make other bytes."""

    def __init__(self, versions: str, host: str, kind: str, address: str = "") -> None:
        super().__init__(versions, host, kind, address)
        self.versions, self.host = versions, host
        self.processor, self.address = kind, address  # the address: as the scheduler knows it


def work_away(job: bytes, makers: MakerVersions) -> JobAnswer:
    """Raises what `work` raises, and OtherVersionsError. `job` is pickled: other code than ours may not know it."""
    wanted: RenderJob[Any] = pickle.loads(job)  # noqa: S301 — whoever can reach a worker can run code there
    here = versions_of(wanted)
    if here != makers.versions or proof_of(wanted) != makers.proof:
        raise OtherVersionsError(here, platform.node(), processor(), _address())
    return work(wanted, _mine.speaker)


def _address() -> str:
    """Of the worker of Dask in which this is; empty outside of one."""
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:
        return ""


def makers_of(job: RenderJob[Any]) -> MakerVersions:
    return MakerVersions(versions_of(job), proof_of(job))


def versions_of(job: RenderJob[Any]) -> str:
    return "; ".join([*engines_of(job), chain_version()])


def proof_of(job: RenderJob[Any]) -> str:
    """A hash of what comes of a sentence and of music here, for each voice in it."""
    spoken = {Voice(voice.driver, voice.id, voice.language) for voice in voices_in(job)}
    return " ".join(_proof(voice) for voice in sorted(spoken, key=repr)) or _proof(None)


@cache
def _proof(voice: Voice | None) -> str:
    """Of an engine that doesn't repeat its bytes only the version is known."""
    is_said = voice is not None and engine(voice.driver).repeats
    said = SpeechJob(Utterance(_PROOF, voice), Chain()) if voice and is_said else None
    with Speaker() as speaker:
        clip = MixClipJob(MixJob(said, _music(), MusicShape(), TRUE_PEAK_DBTP), bitrate_kbps=64).made(speaker)
    return hashlib.sha256(repr(clip.words).encode() + clip.frames).hexdigest()


def _music() -> Piece:
    """The shortest of the package's own."""
    piece = Piece("sting.opus", "", -16.0, 1, TRUE_PEAK_DBTP, is_ours=True)
    return replace(piece, sha256=hashlib.sha256(piece.file.read_bytes()).hexdigest())
