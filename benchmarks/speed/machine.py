"""The machine that was measured on, in a few lines of Markdown."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from process import cores

_ENGINES = ("podcast-producer", "hibari-tts", "onnxruntime", "espeakng-loader", "pyttsx3", "lameenc", "av", "numpy")
_RIVALS = ("kokoro-onnx",)
_PROGRAMS = {"espeak-ng": "--version", "lame": "--version", "ffmpeg": "-version"}
_ROOT = Path(__file__).parents[2]


def machine() -> dict[str, str]:
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": _said(["git", "-C", str(_ROOT), "describe", "--always", "--dirty"]) or "unknown",
        "processor": f"{_processor()}, {cores()} cores",
        "memory": _memory(),
        "other work": _load(),
        "system": f"{_system()}, Python {platform.python_version()}",
        "engines": ", ".join(_installed(_ENGINES)),
        "for comparison": ", ".join([*_versions(), *_installed(_RIVALS)]) or "nothing",
    }


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    models = re.findall(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else []
    return models[0] if models else platform.processor() or platform.machine()


def _memory() -> str:
    if not hasattr(os, "sysconf"):
        return "unknown"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB"


def _load() -> str:
    """Call it before anything is measured. Ratios of time are to be trusted where it is near 0."""
    return f"load average {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else "unknown"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def _installed(distributions: Iterable[str]) -> Iterator[str]:
    for name in distributions:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _versions() -> list[str]:
    said = {name: _said([name, option]) for name, option in _PROGRAMS.items() if shutil.which(name)}
    numbers = {name: re.search(r"\d+\.[\d.]*\d", text) for name, text in said.items()}
    return [f"{name} {number[0]}" for name, number in numbers.items() if number]


def _said(line: list[str]) -> str:
    """The first line that it prints; empty when it can't be run."""
    try:
        lines = subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    except (OSError, subprocess.CalledProcessError):
        return ""
    return lines[0] if lines else ""
