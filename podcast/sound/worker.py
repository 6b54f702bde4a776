"""What a worker of a cluster does: the work of a hand, on another machine (see cluster.py).

    makers = makers_of("espeak_ng")                 # on the machine that writes the episode
    answer = work_away(recipe_as_bytes, makers)     # on a worker: the same bytes as here, or StrangerError

Each thread of a worker keeps its engine for the next recipe. It ends with the worker: an engine that nobody can ask any
more leaves by itself.
"""

import hashlib
import pickle
import platform
import threading
from dataclasses import dataclass, replace
from functools import cache

from podcast.sound.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.frame import Frame
from podcast.sound.hand import Answer, work
from podcast.sound.kept import chain_version
from podcast.sound.piece import Piece
from podcast.sound.recipes import Framing, Mix, Performance
from podcast.sound.speaker import Speaker
from voices.engine import engine_version, is_embedded
from voices.speech import Utterance, Voice

_PROOF = "A river that could choose would still not run straight: it digs where the bank is weak, and bends."


class _Mine(threading.local):
    """This thread's engines, by driver."""

    def __init__(self) -> None:
        self.speakers: dict[str, Speaker] = {}


_mine = _Mine()


@dataclass(frozen=True, slots=True)
class Makers:
    """All that decides which bytes come of a recipe."""

    driver: str
    versions: str  # of the engine, of libraries and of our code: "av 18.1.0; numpy 2.4.6; …"
    proof: str  # what came of the same words and music: ffmpeg rounds otherwise where a processor has no FMA


class StrangerError(Exception):
    """This worker would make other bytes. The arguments: its versions, its host, and the kind of its processor."""


def work_away(recipe: bytes, makers: Makers) -> Answer:
    """Raises what `work` raises, and StrangerError. `recipe` is pickled: other code than ours may not know it."""
    versions = versions_of(makers.driver)
    if versions != makers.versions or proof_of(makers.driver) != makers.proof:
        raise StrangerError(versions, platform.node(), platform.machine())
    return work(pickle.loads(recipe), _speaker(makers.driver))  # noqa: S301 — whoever can reach a worker can run code there


def makers_of(driver: str) -> Makers:
    return Makers(driver, versions_of(driver), proof_of(driver))


@cache
def versions_of(driver: str) -> str:
    return f"{engine_version(driver)}; {chain_version()}"


@cache
def proof_of(driver: str) -> str:
    """A hash of what comes of a sentence and of music here. Of a system's engine only the version is known.

    A voice comes out the same on every x86-64, as far as anybody has seen; music tells processors apart.
    """
    said = Performance(Utterance(_PROOF, Voice(driver, "en-us", "en-us")), Chain()) if is_embedded(driver) else None
    with Speaker(driver) as speaker:
        clip = Framing(Mix(said, _music(), Frame(), TRUE_PEAK_DBTP), bitrate_kbps=64).made(speaker)
    return hashlib.sha256(repr(clip.words).encode() + clip.frames).hexdigest()


def _music() -> Piece:
    """The shortest of the package's own."""
    piece = Piece("sting.opus", "", -16.0, 1, TRUE_PEAK_DBTP, is_ours=True)
    return replace(piece, sha256=hashlib.sha256(piece.file.read_bytes()).hexdigest())


def _speaker(driver: str) -> Speaker:
    return _mine.speakers.setdefault(driver, Speaker(driver))
