"""How loud episodes come out, by a meter that is not ours: ffmpeg's ebur128, on the published MP3.

    apt-get install ffmpeg
    python benchmarks/loudness.py                        # every English voice and profile: four essays of 20 s
    python benchmarks/loudness.py --hours 2              # and one of two hours each
    python benchmarks/loudness.py --every                # all variants of en-us, one essay each
    python benchmarks/loudness.py --stereo clara en-us+f3

Essays are sentences of examples/ and docs/, shuffled, and voice alone: no music that would steady them. It prints a
Markdown table, a line a voice; those in docs/sound.md were made by the first three.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "benchmarks" / "speed"))
from memory import MemoryMeter  # noqa: E402

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}
LEAST_WORDS, MOST_WORDS = 5, 30  # of a sentence
WORDS_PER_MINUTE = 150  # about what espeak-ng makes of an essay at 165
HEADER = (
    "| voice | 20 s, LUFS | true peak, dBTP | told amiss by | {hours:g} h, LUFS | true peak, dBTP | memory |\n"
    "| --- | --- | --- | --- | --- | --- | --- |"
)
BARE = '[opening]\nmusic = "none"\ntext = ""\n[closing]\nmusic = "none"\ntext = ""\n'


@dataclass(frozen=True, slots=True)
class Measured:
    """An episode, by ffmpeg and as `podcast build` told it."""

    lufs: float
    peak_dbtp: float
    told_lufs: float
    duration_s: float
    memory_mb: float  # of all its processes together, at their peak


def main() -> None:
    options = arguments()
    voices = options.voices or [*(every_variant() if options.every else english())]
    print(HEADER.format(hours=options.hours or 2))
    for voice in voices:
        short = [measure(voice, essay(50, seed), stereo=options.stereo) for seed in range(1 if options.every else 4)]
        long = measure(voice, essay(round(options.hours * 60 * WORDS_PER_MINUTE)), BARE) if options.hours else None
        print(line(voice, short, long), flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the loudness of episodes by ffmpeg.")
    parser.add_argument("voices", nargs="*", help="profiles or voices (default: every English one)")
    parser.add_argument("--every", action="store_true", help="all variants of en-us")
    parser.add_argument("--hours", type=float, default=0, help="an essay of that length, too")
    parser.add_argument("--stereo", action="store_true")
    return parser.parse_args()


def english() -> Iterator[str]:
    """The profiles, and the plain voices of all engines."""
    known = podcast("voices", "--json", "--language", "en")
    yield from (profile["name"] for profile in known["profiles"])
    yield from (f"{voice['engine']}:{voice['id']}" for voice in known["voices"])


def every_variant() -> Iterator[str]:
    known = {engine["name"]: engine for engine in podcast("voices", "--json")["engines"]}
    yield from (f"en-us+{variant}" for variant in known["espeak_ng"]["variants"])


def podcast(*arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "podcast", *arguments]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT).stdout)
    return told


def essay(words: int, seed: int = 0) -> str:
    """Paragraphs of 30 to 120 words."""
    chance = random.Random(seed)
    sentences = list(prose())
    paragraphs, paragraph, written = [], list[str](), 0
    while written < words:
        chance.shuffle(sentences)
        for sentence in sentences:
            paragraph.append(sentence)
            written += len(sentence.split())
            if len(" ".join(paragraph).split()) >= min(chance.randint(30, 120), words):
                paragraphs.append(" ".join(paragraph))
                paragraph = []
            if written >= words:
                break
    return "\n\n".join([*paragraphs, " ".join(paragraph)])


def prose() -> Iterator[str]:
    for file in sorted(ROOT.glob("examples/*.md")):
        for paragraph in re.split(r"\n\s*\n", file.read_text("utf-8")):
            if paragraph[0].isalpha() and ":" not in paragraph.partition("\n")[0]:
                plain = re.sub(r"[`*_\[\]]|\(http\S+\)", "", " ".join(paragraph.split()))
                sentences = re.split(r"(?<=[.?!]) ", plain)
                yield from (one for one in sentences if LEAST_WORDS <= len(one.split()) <= MOST_WORDS)


def measure(voice: str, text: str, settings: str = BARE, *, stereo: bool = False) -> Measured:
    """`podcast build`, as a process of its own, and ffmpeg."""
    with tempfile.TemporaryDirectory() as folder:
        show = Path(folder)
        (show / "essay.txt").write_text(text, "utf-8")
        (show / "podcast.toml").write_text(settings + "[sound]\nstereo = true\n" * stereo, "utf-8")
        command = [sys.executable, "-m", "podcast", "build", "essay.txt", "--title", "T", "--voice", voice, "--json"]
        with subprocess.Popen(command, cwd=show, stdout=subprocess.PIPE, env=ENVIRONMENT) as build:
            meter = MemoryMeter(build.pid)
            with meter.watching():
                printed, _ = build.communicate()
        if build.returncode:
            raise RuntimeError(f"podcast build failed with {voice}")
        [told] = json.loads(printed)["episodes"]
        lufs, peak_dbtp = by_ffmpeg(show / told["audio"])
    return Measured(lufs, peak_dbtp, told["loudness_lufs"], told["duration_ms"] / 1000, meter.peak.pss_mb)


def by_ffmpeg(file: Path) -> tuple[float, float]:
    """Integrated loudness and true peak."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(file), "-map", "0:a"]
    command += ["-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return float(told.split("I:")[-1].split("LUFS")[0]), float(told.split("Peak:")[-1].split("dBFS")[0])


def line(voice: str, short: list[Measured], long: Measured | None) -> str:
    lufs = sorted(one.lufs for one in short)
    amiss = max(abs(one.told_lufs - one.lufs) for one in short)
    cells = [voice, f"{lufs[0]:.1f} … {lufs[-1]:.1f}" if len(lufs) > 1 else f"{lufs[0]:.1f}"]
    cells += [f"{max(one.peak_dbtp for one in short):.1f}", f"{amiss:.2f}"]
    cells += [f"{long.lufs:.1f}", f"{long.peak_dbtp:.1f}", f"{long.memory_mb:.0f} MB"] if long else ["", "", ""]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
