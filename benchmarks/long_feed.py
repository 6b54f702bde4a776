"""What it costs to add an episode to a show that has ten thousand: seconds and memory of `podcast build`.

    python benchmarks/long_feed.py [EPISODES]

The show is made of episode.json files, each with its notes, as if it had been built over the years; its first build
after that makes every page and item, the builds that are measured add one episode each.
"""

import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from podcast.episode.facts import Audio, Episode, to_json

SENTENCE = "A river that could choose would still not run straight, and nobody asks it why it bends. "
NOTES = "".join(f"<p>{SENTENCE * 5}</p>\n" for _ in range(8))  # 3.7 kB
ESSAY = "Ponds stand still, and nobody asks them why. They are older than they look.\n"
RUNS = 5
BEGUN = datetime(1999, 1, 1, tzinfo=UTC)


def make_show(folder: Path, episodes: int) -> None:
    template = Episode(
        slug="", guid="", number=0, published=BEGUN, updated=BEGUN, title="", author="Ada Lake", language="en",
        summary=SENTENCE * 2, notes_html=NOTES, source="", segments=40,
        audio=Audio("", 3_000_000, 400_000, -16.0, -1.2),
    )  # fmt: skip
    for number in range(1, episodes + 1):
        slug, date = f"letter-{number}", BEGUN + timedelta(days=number)
        audio = replace(template.audio, file=f"{slug}-0badcafe.mp3")
        names = {"slug": slug, "guid": f"guid-{number}", "title": f"Letter {number}", "source": f"{slug}.md"}
        episode = replace(template, **names, number=number, published=date, updated=date, audio=audio)
        path = folder / "public" / "episodes" / slug / "episode.json"
        path.parent.mkdir(parents=True)
        path.write_text(to_json(episode), "utf-8")


def build(folder: Path, name: str) -> tuple[float, float]:
    """Seconds, and megabytes at the peak."""
    (folder / name).write_text(ESSAY, "utf-8")
    begun = time.perf_counter()
    pid = os.spawnv(
        os.P_NOWAIT,
        sys.executable,
        [sys.executable, "-m", "podcast", "--cache-max-mb", "0", "build", str(folder / name), "--show", str(folder)],
    )
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"the build failed ({status})")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def main() -> None:
    episodes = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        os.chdir(folder)
        empty = folder / "empty"
        empty.mkdir()
        build(empty, "warm-up.txt")
        alone = [build(empty, f"alone-{number}.txt") for number in range(RUNS)]
        long = folder / "long"
        long.mkdir()
        make_show(long, episodes)
        first = build(long, "first.txt")
        more = [build(long, f"more-{number}.txt") for number in range(RUNS)]
        size_mb = (long / "public" / "feed.xml").stat().st_size / 1e6
    for what, runs in (
        ("an episode in a small show", alone),
        (f"the first build of {episodes} episodes", [first]),
        (f"one more than {episodes}", more),
    ):
        seconds, megabytes = zip(*runs, strict=True)
        each = " ".join(f"{one:.2f}" for one in seconds)
        print(f"{what:40} {median(seconds):6.2f} s {max(megabytes):6.0f} MB    ({each})", file=sys.stderr)
    print(f"the feed is {size_mb:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
