"""Times `podcast build` against by_hand.py on the same essay: whole processes, taking turns, every build cold.

apt-get install espeak-ng ffmpeg          # for by_hand.py alone
python benchmarks/build_vs_by_hand.py [--essay FILE] [--runs 5] [--no-mastering]
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from ctypes.util import find_library
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"


class Run(NamedTuple):
    seconds: float
    audio_s: float


def main() -> None:
    options = arguments()
    if missing := missing_programs():
        sys.exit(f"Missing: {', '.join(missing)}. apt-get install espeak-ng ffmpeg; pip install .")
    with tempfile.TemporaryDirectory() as folder:
        essay = Path(folder) / "essay.txt"
        essay.write_text(paragraphs_of(options.essay or sorted(EXAMPLES.glob("*.md"))), encoding="utf-8")
        print(machine())
        print(f"{len(essay.read_text(encoding='utf-8').split())} words, {options.runs} runs each, after one warm-up")
        builds, by_hands = [], []
        for turn in range(options.runs + 1):
            build_run, by_hand_run = build(essay), by_hand(essay, mastering=options.mastering)
            if turn:
                builds.append(build_run)
                by_hands.append(by_hand_run)
    ours, theirs = report("podcast build", builds), report("by_hand.py", by_hands)
    print(f"ratio {ours / theirs:.2f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times `podcast build` against by_hand.py.")
    parser.add_argument("--essay", type=lambda name: [Path(name)], metavar="FILE", help="text or Markdown")
    parser.add_argument("--runs", type=int, default=5, help="of each, after one warm-up (default 5)")
    parser.add_argument("--no-mastering", dest="mastering", action="store_false", help="by_hand.py without loudnorm")
    return parser.parse_args()


def missing_programs() -> list[str]:
    programs = ["podcast build"] if command() is None else []
    programs += ["ffmpeg"] if shutil.which("ffmpeg") is None else []
    return programs + (["espeak-ng"] if find_library("espeak-ng") is None else [])


def command() -> str | None:
    """The `podcast` beside this interpreter, or else the one on the PATH."""
    return shutil.which("podcast", path=Path(sys.executable).parent) or shutil.which("podcast")


def paragraphs_of(files: list[Path]) -> str:
    """The words of the essays as plain text, a paragraph a line, as by_hand.py wants it."""
    text = "\n\n".join(
        re.sub(r"\A---\n.*?\n---\n", "", file.read_text(encoding="utf-8"), flags=re.DOTALL) for file in files
    )
    text = re.sub(r"^\[\^.*|^!\[.*|\[\^\w+\]", "", text, flags=re.MULTILINE)  # footnotes, images
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)  # links
    text = re.sub(r"^(#+|>|-) ?|(?<!\w)\*|\*(?!\w)", "", text, flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n", text) if "\n\n" in text else text.splitlines()
    return "\n".join(" ".join(block.split()) for block in blocks if block.strip()) + "\n"


def build(essay: Path) -> Run:
    with tempfile.TemporaryDirectory() as show, tempfile.TemporaryDirectory() as cache:
        seconds, output = timed([str(command()), "--cache-dir", cache, "build", str(essay), "--show", show, "--json"])
    return Run(seconds, json.loads(output)["episodes"][0]["duration_ms"] / 1000)


def by_hand(essay: Path, *, mastering: bool) -> Run:
    options = [] if mastering else ["--no-mastering"]
    target = essay.with_suffix(".mp3")
    seconds, output = timed([sys.executable, str(HERE / "by_hand.py"), str(essay), str(target), *options])
    return Run(seconds, float(output))


def timed(line: list[str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(line)} failed with {done.returncode}:\n{done.stderr}")
    return seconds, done.stdout


def machine() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    models = re.findall(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else []
    cpu = models[0] if models else platform.processor() or "unknown CPU"
    return f"{os.cpu_count()} cores, {cpu}, Python {platform.python_version()}, {platform.system()}"


def report(name: str, runs: list[Run]) -> float:
    median_s = statistics.median(run.seconds for run in runs)
    times = " ".join(f"{run.seconds:.2f}" for run in runs)
    print(f"{name:<14}{median_s:6.2f} s for {runs[0].audio_s:.0f} s of audio    ({times})")
    return median_s


if __name__ == "__main__":
    main()
