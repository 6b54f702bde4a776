"""What each engine declares of itself, and which engines there are on this machine.

    engine("espeak_ng").missing()           # "": it can run here; else why not, and what would help
    engines()                               # all that declare themselves, by name, the preferred first
    version_of("hibari", "heart")           # while this stays the same, the same words sound the same

An engine is a pyttsx3 driver. Ours lie in voices/drivers, and each says in one place, its `ENGINE`, what it is. Another
package adds one by an entry point of the group `podcast.engines`, whose name is the driver's and whose value is the
module that has `ENGINE` and `buildDriver`; docs/voices.md shows one. Every other driver of pyttsx3 (SAPI 5,
NSSpeechSynthesizer) can be used as well: it is taken for an engine of the system, of which nothing is known.

A module with an `ENGINE` must be cheap to import: whatever is heavy is imported when an engine is started.
"""

import hashlib
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voices.processor import processor
from voices.speech import Roster

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

ENTRY_POINTS = "podcast.engines"

#: Those of this package, the preferred first: whose voice is taken where several speak a language.
_OURS = ("hibari", "kokoro", "piper", "espeak_ng")

_HERE = Path(__file__).parent
_SILENT = _HERE / "additions"  # fetches voices, and changes none


@dataclass(frozen=True, slots=True)
class Engine:
    """All that the rest of the program needs to know of an engine without starting it."""

    name: str  # of its pyttsx3 driver
    description: str = "an engine of the system"
    distributions: tuple[str, ...] = ()  # whose versions decide what it sounds like
    modules: tuple[str, ...] = ()  # that have to be importable …
    remedy: str = ""  # … and what brings them
    fault: str = ""  # why it can't run in any case
    languages: tuple[str, ...] = ()  # first parts of BCP 47 tags; empty: its roster tells
    is_declared: bool = True  # False: nothing is known, and it changes with the system
    is_neural: bool = False
    is_slow: bool = False  # its takes are dear: they are packed, so that more of them can be kept
    timeout_s: float = 60  # in which it answers, unless it hangs: a paragraph said, on a slow machine
    repeats: bool = True  # the same text has the same bytes, in any order and any process
    forks: bool = False  # each utterance is said by a forked child
    has_pitch: bool = True  # that can be set
    reads_any_script: bool = True  # False: only Latin letters; others have to be told as phonemes (see `adapted`)
    #: … but for these, by the first part of a tag: {"hi": "DEVANAGARI"}, as the Unicode names of its letters begin.
    scripts: Mapping[str, str] = field(default_factory=dict)
    minds_processor: bool = False  # another kind of processor makes other bytes
    chain: Mapping[str, Any] = field(default_factory=dict)  # how its voices' mastering differs, as profiles have it
    licence: str = ""  # SPDX, of what its voices say that don't state one of their own
    #: What it can be asked for, where that is known without starting it.
    roster: Callable[[], Roster] | None = None
    #: The SHA-256 of the weights behind a voice, where they don't come with `distributions`.
    weights: Callable[[str], str] = lambda _voice: ""
    #: IPA and a language to the engine's own phonemes, raising SpeechError; None: it takes no phonemes.
    notation: Callable[[str, str], object] | None = None
    #: What espeak-ng says in a language, in IPA, as IPA that the engine can say; None where it reads any script.
    adapted: Callable[[str, str], str] | None = None

    def missing(self) -> str:
        """Why it can't run here, as a sentence with the remedy; empty when it can as far as one sees from outside."""
        if self.fault:
            return self.fault
        absent = [name for name in self.modules if find_spec(name) is None]
        if not absent:
            return ""
        return f"{self.name} needs {' and '.join(absent)}, which isn't installed here. {self.remedy}".strip()


@cache
def engines() -> Mapping[str, Engine]:
    """Those of this package and of others that declare themselves, whether they can run here or not."""
    declared = {name: _declared(f"voices.drivers.{name}") for name in _OURS}
    for entry in sorted(_entries(), key=lambda entry: entry.name):
        declared.setdefault(entry.name, _declared_elsewhere(entry))
    return declared


def sources() -> tuple[Path, ...]:
    """The files in which other packages declare engines."""
    return tuple(path for name in engines() if name not in _OURS for path in _sources_of(name))


def engine(name: str) -> Engine:
    if name in _OURS:
        return _declared(f"voices.drivers.{name}")  # the process that hosts it need not look for all others
    return engines().get(name) or Engine(name, is_declared=False, repeats=False, is_slow=True)


def module_of(name: str) -> str:
    """The module of a declared engine; empty for one that pyttsx3 has to find."""
    if name in _OURS:
        return f"voices.drivers.{name}"
    return next((entry.value for entry in _entries() if entry.name == name), "")


@cache
def version_of(name: str, voice: str = "") -> str:
    """What a take depends on besides its utterance; starts no engine. `voice`: an id, with or without a variant.

    An engine of the system is known as the system's build, since it comes and changes with it and tells no version of
    its own; that one of its voices was changed alone, nobody can know.
    """
    from importlib.metadata import version

    told = engine(name)
    parts = [name, f"pyttsx3 {version('pyttsx3')}"]
    if told.is_declared:
        parts += [f"{one} {_installed(one)}" for one in told.distributions]
        weights = told.weights(voice.partition("+")[0])
        parts += [f"weights {weights[:16]}"] * bool(weights)
        parts += [f"processor {processor()}"] * told.minds_processor
    else:
        parts.append(f"{platform.system()} {platform.release()} {platform.version()} {platform.machine()}")
    return "; ".join([*parts, f"code {_code(name)}"])


@cache
def _code(name: str) -> str:
    """A hash of all that any voice of the engine goes through: read once, though a cast has six voices."""
    ours = [file for file in _HERE.rglob("*.py") if _SILENT not in file.parents]
    return _digest([*ours, *_sources_of(name)])


def _entries() -> "EntryPoints":
    from importlib.metadata import entry_points  # it takes as long to load as all of this package's engines

    return entry_points(group=ENTRY_POINTS)


def _declared(module: str) -> Engine:
    found: Engine = import_module(module).ENGINE
    return found


def _declared_elsewhere(entry: "EntryPoint") -> Engine:
    """What is wrong with another package's engine must not stop those who don't use it."""
    try:
        found = _declared(entry.value)
    except Exception as error:  # noqa: BLE001 — it is not our code that is imported
        return _unusable(entry, f"{type(error).__name__}: {error}")
    return found if found.name == entry.name else _unusable(entry, f"it calls itself {found.name}")


def _unusable(entry: "EntryPoint", why: str) -> Engine:
    fault = f"{entry.name} can't be used: {entry.value} declares no such engine ({why})."
    return Engine(entry.name, "an engine of another package", fault=fault)


def _installed(distribution: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"


def _sources_of(name: str) -> list[Path]:
    """The driver's, where somebody else wrote it."""
    if name in _OURS:
        return []  # among ours
    try:
        found = find_spec(module_of(name) or f"pyttsx3.drivers.{name}")
    except ImportError:
        return []
    return [Path(found.origin)] if found and found.origin else []


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(str(file.name).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
