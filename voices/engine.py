"""Which engine it is that speaks: while this stays the same, the same words sound the same.

    engine_version("espeak_ng")     # "espeak_ng; pyttsx3 2.99; espeakng-loader 0.2.4; code 0c8a…"

The embedded engine is known down to its data. An engine of the system is known as the system's build, since SAPI 5
and NSSpeechSynthesizer come and change with it, and tell no version of their own; that one of its voices was changed
alone, nobody can know.
"""

import hashlib
import platform
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

_HERE = Path(__file__).parent


def is_embedded(driver: str) -> bool:
    """Whether it comes with this package, so that nothing but its version changes what it can say."""
    return (_HERE / "drivers" / f"{driver}.py").exists()


def engine_version(driver: str) -> str:
    """What a take depends on besides its utterance; starts no engine."""
    if is_embedded(driver):
        origin = f"espeakng-loader {version('espeakng-loader')}"
        sources = [_HERE / "drivers" / f"{driver}.py"]
    else:
        origin = f"{platform.system()} {platform.release()} {platform.version()} {platform.machine()}"
        sources = _sources_of(driver)
    code = _digest([*_HERE.glob("*.py"), *sources])
    return f"{driver}; pyttsx3 {version('pyttsx3')}; {origin}; code {code}"


def _sources_of(driver: str) -> list[Path]:
    """Of a driver that pyttsx3 or somebody else wrote."""
    try:
        found = find_spec(f"pyttsx3.drivers.{driver}")
    except ImportError:
        return []
    return [Path(found.origin)] if found and found.origin else []


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
