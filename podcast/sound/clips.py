"""Clips that were recorded once, kept in the store for the next build: an edit encodes only what it changed.

    clips = Clips(store, engine_version("espeak_ng"))
    clip = clips.get(recipe) or press(perform(recipe.utterance, recipe.chain, speak), recipe.bitrate_kbps)
    clips.put(recipe, clip)

A recipe is all that a clip depends on, but for the engine, and for the code and the libraries that master and encode.
Those are in the key, too.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from podcast.sound.chain import Chain
from podcast.sound.clip import Clip
from podcast.store import Shelf, Store
from voices.speech import Utterance, Word

_LIBRARIES = ("av", "lameenc", "numpy")


@dataclass(frozen=True, slots=True)
class Recipe:
    utterance: Utterance
    chain: Chain
    sentence_pause_ms: int
    bitrate_kbps: int


class Clips:
    """Without a store nothing is kept. The words of a clip count characters of its utterance."""

    def __init__(self, store: Store | None, engine: str) -> None:
        self._shelf = Shelf(store, f"{engine}; {_chain_version() if store else ''}")

    def get(self, recipe: Recipe) -> Clip | None:
        return self._shelf.get("clip", asdict(recipe), _read)

    def put(self, recipe: Recipe, clip: Clip) -> None:
        self._shelf.put("clip", asdict(recipe), _written(clip))


@cache
def _chain_version() -> str:
    code = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(file.read_bytes())
    return "; ".join([*(f"{name} {version(name)}" for name in _LIBRARIES), f"code {code.hexdigest()[:16]}"])


def _written(clip: Clip) -> bytes:
    facts = {
        "frame_count": clip.frame_count,
        "start_sample": clip.start_sample,
        "end_sample": clip.end_sample,
        "words": [[word.start, word.end, word.start_sample, word.end_sample] for word in clip.words],
        "is_timed": clip.is_timed,
        "energies": clip.energies,
        "peak": clip.peak,
    }
    return json.dumps(facts).encode() + b"\n" + clip.levels + clip.frames


def _read(content: bytes) -> Clip:
    head, _, rest = content.partition(b"\n")
    facts = json.loads(head)
    count = facts["frame_count"]  # and as many levels
    words = tuple(Word(*word) for word in facts.pop("words"))
    energies = tuple(facts.pop("energies"))
    return Clip(frames=rest[count:], levels=rest[:count], words=words, energies=energies, **facts)
