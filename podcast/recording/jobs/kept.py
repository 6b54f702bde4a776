"""What was made of jobs, kept in the store for the next build: an edit makes only what it changed.

    kept = KeptResults(store)
    clip = kept.get(passage)                        # None: it has to be made
    kept.put(passage, passage.packed(clip))

A key covers the job, the engines of the voices in it, and the code and the libraries that master and encode.
"""

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from podcast import sound
from podcast.cache.code_version import code_version
from podcast.cache.store import Shelf, Store
from podcast.recording.jobs.render_jobs import Made, RenderJob, essence, voices_in
from voices.engine import version_of
from voices.processor import vectors

_CODE = (Path(sound.__file__).parent, Path(__file__).parent)
_LIBRARIES = ("av", "lameenc", "numpy", "pydub")


class KeptResults:
    """Without a store nothing is kept. What can't be read is not there."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._shelf = Shelf(store, chain_version() if store else "")

    @property
    def damaged(self) -> int:
        """How many were not what they should be."""
        return self._store.damaged if self._store else 0

    def get(self, job: RenderJob[Made]) -> Made | None:
        if not self._store or not job.is_kept:
            return None
        return self._shelf.get(job.kind, _essence(job), job.unpacked)

    def put(self, job: RenderJob[Made], content: bytes) -> None:
        if self._store and job.is_kept:
            self._shelf.put(job.kind, _essence(job), content)


def _essence(job: RenderJob[Any]) -> list[Any]:
    return [engines_of(job), essence(job)]


def engines_of(job: RenderJob[Any]) -> list[str]:
    """Who speaks in it, each with its version."""
    return sorted({version_of(voice.driver, voice.id) for voice in voices_in(job)})


@cache
def chain_version() -> str:
    """Who masters and encodes: libraries, by the instructions that they have, and our own code."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return "; ".join([*libraries, f"vectors {vectors()}", f"code {code_version(_CODE)}"])
