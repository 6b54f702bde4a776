"""The real command, quick and the same every time: espeak-ng, no music, a cache of its own, a fixed hour.

told = built(show, "ponds.md")          # what --json tells of the one episode
done = podcast(show, "build", "ponds.md")
"""

import json
import os
import subprocess
import sys

PONDS = "Ponds stand still, and nobody asks them why.\n\nThey are older than they look.\n\nLeave them alone.\n"
LAKES = "Lakes lie open.\n\nA lake is a pond that was asked.\n"
QUICK = ("--voice", "narrator", "--intro", "none", "--outro", "none", "--jobs", "1")


def environment(show, **more):
    own = {"PODCAST_CACHE_DIR": str(show.parent / "cache"), "SOURCE_DATE_EPOCH": "1782900000"}
    return os.environ | own | {name: str(value) for name, value in more.items()}


def command(*arguments):
    options = QUICK if arguments[0] == "build" else ()
    return [sys.executable, "-m", "podcast", *map(str, arguments), *options]


def podcast(show, *arguments, **more):
    return subprocess.run(
        command(*arguments), cwd=show, env=environment(show, **more), capture_output=True, encoding="utf-8", check=False
    )


def built(show, *essays, **more):
    done = podcast(show, "build", *essays, "--json", **more)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)["episodes"]
    return told[0] if len(told) == 1 else told
