"""What is timed: each contestant is one kind of run, which does its work anew each time that it is called.

    with Workshop(essay) as workshop:
        CONTESTANTS["cold"].measure(workshop)       # Measured(value=3.2, unit="s", cpu_s=5.0, note="461 s of audio")

Those of one group take turns. Only what is named is in the value: folders are emptied and essays edited before.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import essays
from memory import MemoryMeter
from process import Run, cores, podcast, timed
from workshop import Workshop, add_episode, build

HERE = Path(__file__).parent
TWELVE_MINUTES_WORDS, TWELVE_HOURS_WORDS = 1_900, 124_000

# As fast as the narrator, in LAME's quality of a build, for the same kind of file.
_PIPE = (
    'espeak-ng -v en-us+m6 -s 165 -f "$0" --stdout 2>/dev/null | '
    'lame --quiet -m m -b 64 -q 7 --resample 44.1 - "$1" 2>/dev/null'
)


@dataclass(frozen=True, slots=True)
class Measured:
    value: float
    unit: str = "s"
    cpu_s: float | None = None  # of the whole tree, where the value is wall-clock time
    note: str = ""


def _audio_s(told: Any) -> float:
    return float(sum(episode["duration_ms"] for episode in told["episodes"])) / 1000


# --- an essay -----------------------------------------------------------------------------------------------


def cold(workshop: Workshop) -> Measured:
    run, told = build([workshop.essay], workshop.new_folder("cold"))
    return _wall(run, f"{_audio_s(told):.0f} s of audio")


def edit(workshop: Workshop) -> Measured:
    show = workshop.edited()
    run, told = build([show / workshop.essay.name], show)
    [episode] = told["episodes"]
    return _wall(run, f"{episode['voiced']} of {episode['segments']} segments voiced")


def same(workshop: Workshop) -> Measured:
    run, _ = build([workshop.built / workshop.essay.name], workshop.built)
    return _wall(run)


def by_hand(workshop: Workshop) -> Measured:
    return _by_hand(workshop)


def by_hand_unmastered(workshop: Workshop) -> Measured:
    return _by_hand(workshop, "--no-mastering")


def _by_hand(workshop: Workshop, *options: str) -> Measured:
    target = workshop.folder / "by-hand.mp3"
    run = timed([sys.executable, HERE / "by_hand.py", workshop.essay, target, *options])
    return _wall(run, f"{float(run.output):.0f} s of audio")


def pipe(workshop: Workshop) -> Measured:
    target = workshop.folder / "pipe.mp3"
    run = timed(["sh", "-c", _PIPE, workshop.essay, target])
    return _wall(run, f"{target.stat().st_size * 8 / 64_000:.0f} s of audio")


def limit(workshop: Workshop) -> Measured:
    [episode] = workshop.built.glob("public/episodes/*/*.mp3")
    told = json.loads(timed([sys.executable, HERE / "limit.py", workshop.script, episode]).output)
    cpu_s = told["synthesis_s"] + told["encoding_s"]
    note = f"synthesis {told['synthesis_s']:.2f} s, encoding {told['encoding_s']:.2f} s, by {cores()} cores"
    return Measured(cpu_s / cores(), cpu_s=cpu_s, note=note)


# --- start-up, batch ----------------------------------------------------------------------------------------


def show_help(workshop: Workshop) -> Measured:
    return _wall(timed([*podcast(), "--help"], folder=workshop.folder))


def import_click(workshop: Workshop) -> Measured:
    return _wall(timed([sys.executable, "-c", "import click"], folder=workshop.folder))


def one_job(workshop: Workshop) -> Measured:
    return _batch(workshop, "1")


def two_jobs(workshop: Workshop) -> Measured:
    return _batch(workshop, "2")


def _batch(workshop: Workshop, jobs: str) -> Measured:
    run, told = build(workshop.batch, workshop.new_folder("batch-show"), "--jobs", jobs)
    return _wall(run, f"{len(told['episodes'])} essays, {_audio_s(told) / 60:.0f} min of audio")


# --- memory -------------------------------------------------------------------------------------------------


def minutes_memory(workshop: Workshop) -> Measured:
    return _memory(workshop, TWELVE_MINUTES_WORDS)


def hours_memory(workshop: Workshop) -> Measured:
    return _memory(workshop, TWELVE_HOURS_WORDS)


def _memory(workshop: Workshop, words: int) -> Measured:
    file, meter = essays.written(essays.invented(words), workshop.folder / f"{words}-words.txt"), MemoryMeter()
    run, told = build([file], workshop.new_folder("memory"), watch=meter.watching)
    minutes, when = _audio_s(told) / 60, f"after {meter.peak_after_s:.0f} of {run.wall_s:.0f} s"
    note = f"{minutes:.0f} min of audio, peak {when}, RSS {meter.peak.rss_mb:.0f} MB"
    return Measured(meter.peak.pss_mb, "MB", note=note)


# --- a long feed --------------------------------------------------------------------------------------------


def small_feed(workshop: Workshop) -> Measured:
    return _wall(add_episode(workshop.small_show, f"more-{next(workshop.turns)}"))


def long_feed(workshop: Workshop) -> Measured:
    return _wall(add_episode(workshop.long_show, f"more-{next(workshop.turns)}"))


def long_feed_memory(workshop: Workshop) -> Measured:
    meter, show = MemoryMeter(), workshop.long_show
    add_episode(show, f"more-{next(workshop.turns)}", meter.watching)
    feed_mb = (show / "public" / "feed.xml").stat().st_size / 1e6
    return Measured(meter.peak.pss_mb, "MB", note=f"RSS {meter.peak.rss_mb:.0f} MB, the feed is {feed_mb:.0f} MB")


def _wall(run: Run, note: str = "") -> Measured:
    return Measured(run.wall_s, cpu_s=run.cpu_s, note=note)


@dataclass(frozen=True, slots=True)
class Contestant:
    title: str
    group: str  # those who take turns with each other
    measure: Callable[[Workshop], Measured]
    needs: tuple[str, ...] = ()  # programs, or "libespeak-ng", or "2 cores"


CONTESTANTS = {
    "cold": Contestant("cold build", "essay", cold),
    "edit": Contestant("rebuild after one edit", "essay", edit),
    "same": Contestant("rebuild of what is current", "essay", same),
    "by-hand": Contestant("script by hand", "essay", by_hand, ("ffmpeg", "libespeak-ng")),
    "by-hand-unmastered": Contestant("without loudnorm", "essay", by_hand_unmastered, ("ffmpeg", "libespeak-ng")),
    "pipe": Contestant("`espeak-ng \\| lame`", "essay", pipe, ("espeak-ng", "lame")),
    "limit": Contestant("the limit", "essay", limit),
    "help": Contestant("`podcast --help`", "startup", show_help),
    "click": Contestant('`python -c "import click"`', "startup", import_click),
    "one-job": Contestant("10 essays, 1 job", "batch", one_job, ("2 cores",)),
    "two-jobs": Contestant("2 jobs", "batch", two_jobs, ("2 cores",)),
    "minutes": Contestant("peak memory, 12 minutes", "memory", minutes_memory),
    "hours": Contestant("peak memory, 12 hours", "memory", hours_memory),
    "small-feed": Contestant("one more in a small show", "feed", small_feed),
    "long-feed": Contestant("one more than 10,000 episodes", "feed", long_feed),
    "long-feed-memory": Contestant("peak memory, 10,000 episodes", "feed", long_feed_memory),
}
