"""What is timed: each contestant is one kind of run, which does its work anew each time that it is called.

    with Workshop(essay) as workshop:
        CONTESTANTS["cold"].measure(workshop)       # Measured(value=3.2, unit="s", cpu_s=5.0, note="461 s of audio")

Those of one group take turns. Only what is named is in the value: folders are emptied and essays edited before. Those
whose names end in -espeak are the others with the narrator that speaks where no neural voice can.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import essays
import weights
from memory import MemoryMeter
from player import Player
from process import Run, cores, podcast, timed
from workshop import HEART, NARRATOR, Workshop, add_episode, build, stated

HERE = Path(__file__).parent

#: How many words of each default voice are twelve minutes and twelve hours.
_MINUTES = {HEART: 1_600, NARRATOR: 1_900}
_HOURS = {HEART: 103_000, NARRATOR: 124_000}

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


def cold(workshop: Workshop, voice: str = HEART) -> Measured:
    run, told = build([workshop.essay], workshop.new_folder("cold"), *stated(voice))
    return _wall(run, f"{_audio_s(told):.0f} s of audio")


def edit(workshop: Workshop, voice: str = HEART) -> Measured:
    show = workshop.edited(voice)
    run, told = build([show / workshop.essay.name], show, *stated(voice))
    [episode] = told["episodes"]
    return _wall(run, f"{episode['voiced']} of {episode['segments']} segments voiced")


def same(workshop: Workshop, voice: str = HEART) -> Measured:
    show = workshop.built(voice)
    run, _ = build([show / workshop.essay.name], show, *stated(voice))
    return _wall(run)


def by_hand(workshop: Workshop, voice: str, *options: str | Path) -> Measured:
    target = workshop.folder / "by-hand.mp3"
    run = timed([sys.executable, HERE / "by_hand.py", voice, workshop.essay, target, *options])
    return _wall(run, f"{float(run.output):.0f} s of audio")


def by_kokoro(workshop: Workshop) -> Measured:
    return by_hand(workshop, "kokoro", "--weights", workshop.kokoro)


def unmastered(workshop: Workshop) -> Measured:
    return by_hand(workshop, "espeak", "--no-mastering")


def pipe(workshop: Workshop) -> Measured:
    target = workshop.folder / "pipe.mp3"
    run = timed(["sh", "-c", _PIPE, workshop.essay, target])
    return _wall(run, f"{target.stat().st_size * 8 / 64_000:.0f} s of audio")


def limit(workshop: Workshop, voice: str = HEART) -> Measured:
    [episode] = workshop.built(voice).glob("public/episodes/*/*.mp3")
    told = json.loads(timed([sys.executable, HERE / "limit.py", workshop.script, episode, voice]).output)
    cpu_s = told["synthesis_s"] + told["encoding_s"]
    note = f"synthesis {told['synthesis_s']:.2f} s, encoding {told['encoding_s']:.2f} s, by {cores()} cores"
    return Measured(cpu_s / cores(), cpu_s=cpu_s, note=note)


# --- one line -----------------------------------------------------------------------------------------------


def say(workshop: Workshop, voice: str = HEART) -> Measured:
    """Until a player is started; the voice was heard before, the words were not."""
    text, cache = f"Rivers bend for {next(workshop.turns) + 100} reasons.", workshop.folder / "say-cache"
    player = Player(workshop.new_folder("player"))
    run = timed([*podcast(), "--cache-dir", cache, "say", text, *stated(voice)], programs=player.folder)
    return Measured(player.begun_s(), cpu_s=run.cpu_s)


# --- start-up, batch ----------------------------------------------------------------------------------------


def show_help(workshop: Workshop) -> Measured:
    return _wall(timed([*podcast(), "--help"], folder=workshop.folder))


def import_click(workshop: Workshop) -> Measured:
    return _wall(timed([sys.executable, "-c", "import click"], folder=workshop.folder))


def batch(workshop: Workshop, jobs: int, voice: str = HEART) -> Measured:
    show = workshop.new_folder("batch-show")
    run, told = build(workshop.batch, show, *stated(voice), "--jobs", str(jobs))
    return _wall(run, f"{len(told['episodes'])} essays, {_audio_s(told) / 60:.0f} min of audio")


# --- memory -------------------------------------------------------------------------------------------------


def memory(workshop: Workshop, words: dict[str, int], voice: str = HEART) -> Measured:
    """With two jobs, however many cores there are."""
    file = essays.written(essays.invented(words[voice]), workshop.folder / f"{words[voice]}-words.txt")
    meter = MemoryMeter()
    options = (*stated(voice), "--jobs", "2")
    run, told = build([file], workshop.new_folder("memory"), *options, watch=meter.watching)
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
    needs: tuple[str, ...] = ()  # programs, or "libespeak-ng", "module hibari", "file PATH", "2 cores"


_HIBARI = ("module hibari", "module onnxruntime")
_HAND = ("ffmpeg", "libespeak-ng")

#: What both voices have.
_BOTH = {
    "cold": ("cold build", "essay", cold, ()),
    "edit": ("rebuild after one edit", "essay", edit, ()),
    "same": ("rebuild of what is current", "essay", same, ()),
    "limit": ("the limit", "essay", limit, ()),
    "say": ("`podcast say`, until it is heard", "say", say, ()),
    "one-job": ("10 essays, 1 job", "batch", partial(batch, jobs=1), ("2 cores",)),
    "two-jobs": ("2 jobs", "batch", partial(batch, jobs=2), ("2 cores",)),
    "minutes": ("peak memory, 12 minutes", "memory", partial(memory, words=_MINUTES), ()),
    "hours": ("peak memory, 12 hours", "memory", partial(memory, words=_HOURS), ()),
}

CONTESTANTS = {
    **{
        name: Contestant(title, group, measure, (*needs, *_HIBARI))
        for name, (title, group, measure, needs) in _BOTH.items()
    },
    **{
        f"{name}-espeak": Contestant(f"{title}, espeak-ng", f"{group}-espeak", partial(measure, voice=NARRATOR), needs)
        for name, (title, group, measure, needs) in _BOTH.items()
    },
    "by-hand": Contestant("script by hand", "essay", partial(by_hand, voice="hibari"), ("ffmpeg", *_HIBARI)),
    "cold-once": Contestant("cold build", "kokoro", cold, _HIBARI),
    "by-kokoro": Contestant("script by hand, Kokoro int8", "kokoro", by_kokoro, ("ffmpeg", *weights.NEEDS)),
    "by-hand-espeak": Contestant("script by hand", "essay-espeak", partial(by_hand, voice="espeak"), _HAND),
    "unmastered-espeak": Contestant("without loudnorm", "essay-espeak", unmastered, _HAND),
    "pipe-espeak": Contestant("`espeak-ng \\| lame`", "essay-espeak", pipe, ("espeak-ng", "lame")),
    "help": Contestant("`podcast --help`", "startup", show_help),
    "click": Contestant('`python -c "import click"`', "startup", import_click),
    "small-feed": Contestant("one more in a small show", "feed", small_feed),
    "long-feed": Contestant("one more than 10,000 episodes", "feed", long_feed),
    "long-feed-memory": Contestant("peak memory, 10,000 episodes", "feed", long_feed_memory),
}
