"""Parts of speech of an English sentence, in Penn tags, by the tagger that the neural voice's package brings.

    tags(["She", "read", "it", "."])        # ("PRP", "VBD", "PRP", ".")

It is a table of weights and 60 lines of plain Python. Its file is loaded by itself, since its package would load the
voice's net and numpy with it. Where that package isn't installed there are no tags: each is empty, and the neighbours
of a word decide alone (wordclass.py).
"""

import gzip
import importlib.util
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from voices.nets.tables import tagger as read_lazily

_PACKAGE = "hibari"
_Tagger = Callable[[list[str]], list[str]]


def tags(words: Sequence[str]) -> tuple[str, ...]:
    tagger = _tagger()
    return tuple(tagger(list(words))) if tagger and words else ("",) * len(words)


@cache
def _tagger() -> _Tagger | None:
    """None where it isn't installed, or is no longer what it was."""
    found = importlib.util.find_spec(_PACKAGE)
    for folder in map(Path, (found and found.submodule_search_locations) or ()):
        try:
            return _loaded(folder)
        except (OSError, ValueError, KeyError, AttributeError):
            continue
    return None


def _loaded(folder: Path) -> _Tagger:
    weights = read_lazily(gzip.decompress((folder / "assets" / "tagger.json.gz").read_bytes()))
    spec = importlib.util.spec_from_file_location("_podcast_tagger", folder / "g2p" / "tagger.py")
    if spec is None or spec.loader is None:
        raise OSError(f"no tagger in {folder}")
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tagger: _Tagger = module.Tagger(weights)
    return tagger
