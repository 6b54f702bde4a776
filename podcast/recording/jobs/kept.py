"""What was made of recipes, kept in the store for the next build: an edit makes only what it changed.

    kept = Kept(store)
    clip = kept.get(passage)                        # None: it has to be made
    kept.put(passage, passage.packed(clip))

A key covers the recipe, the engines of the voices in it, and the code and the libraries that master and encode.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from podcast import sound
from podcast.cache.store import Shelf, Store
from podcast.recording.jobs.render_jobs import Made, Recipe, essence, voices_in
from voices.engine import version_of

_CODE = (Path(sound.__file__).parent, Path(__file__).parent)
_LIBRARIES = ("av", "lameenc", "numpy", "pydub")


class Kept:
    """Without a store nothing is kept. What can't be read is not there."""

    def __init__(self, store: Store | None) -> None:
        self._is_kept = store is not None
        self._shelf = Shelf(store, chain_version() if store else "")

    def get(self, recipe: Recipe[Made]) -> Made | None:
        if not self._is_kept or not recipe.is_kept:
            return None
        return self._shelf.get(recipe.kind, _essence(recipe), recipe.unpacked)

    def put(self, recipe: Recipe[Made], content: bytes) -> None:
        if self._is_kept and recipe.is_kept:
            self._shelf.put(recipe.kind, _essence(recipe), content)


def _essence(recipe: Recipe[Any]) -> list[Any]:
    return [engines_of(recipe), essence(recipe)]


def engines_of(recipe: Recipe[Any]) -> list[str]:
    """Who speaks in it, each with its version."""
    return sorted({version_of(voice.driver, voice.id) for voice in voices_in(recipe)})


@cache
def chain_version() -> str:
    """Who masters and encodes: libraries, and our own code."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return "; ".join([*libraries, f"code {code_version(_CODE)}"])


def code_version(folders: Iterable[Path]) -> str:
    """It changes with any file of Python in them, or in a folder of theirs, and with its name."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
