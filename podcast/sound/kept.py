"""What was made of recipes, kept in the store for the next build: an edit makes only what it changed.

    kept = Kept(store, engine_version("espeak_ng"))
    clip = kept.get(passage)                        # None: it has to be made
    kept.put(passage, passage.packed(clip))

A key covers the recipe, the engine, and the code and the libraries that master and encode.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from podcast.sound.recipes import Made, Recipe, essence
from podcast.store import Shelf, Store

_LIBRARIES = ("av", "lameenc", "numpy", "pydub")


class Kept:
    """Without a store nothing is kept. What can't be read is not there."""

    def __init__(self, store: Store | None, engine: str) -> None:
        self._shelf = Shelf(store, f"{engine}; {chain_version()}" if store else "")

    def get(self, recipe: Recipe[Made]) -> Made | None:
        return self._shelf.get(recipe.kind, essence(recipe), recipe.unpacked) if recipe.is_kept else None

    def put(self, recipe: Recipe[Made], content: bytes) -> None:
        if recipe.is_kept:
            self._shelf.put(recipe.kind, essence(recipe), content)


@cache
def chain_version() -> str:
    """Who masters and encodes: libraries, and our own code."""
    code = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(file.read_bytes())
    return "; ".join([*(f"{name} {version(name)}" for name in _LIBRARIES), f"code {code.hexdigest()[:16]}"])
