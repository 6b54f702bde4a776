"""How fast `podcast` is: one table of ratios, each measured side by side in one run, as whole processes.

    python benchmarks/speed/bench.py                            # all but twelve hours: some 25 minutes
    python benchmarks/speed/bench.py --long                     # those too
    python benchmarks/speed/bench.py --only limit --only edit --rounds 3
    python benchmarks/speed/bench.py --json >results.json

Contestants take turns, there and back, after one turn that isn't counted. `podcast` is the one beside the interpreter
that runs this, with its modules compiled, as its users have it from the second start on. A row whose programs are
missing (apt-get install espeak-ng ffmpeg lame; pip install --group bench) is left out and says so. The table goes to
stdout, progress to stderr. Run it on a machine that does nothing else.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from ctypes.util import find_library
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import essays
from contestants import CONTESTANTS, Measured
from machine import machine
from process import FailedError, cores
from rows import ROWS, resulting
from table import markdown
from workshop import Workshop

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Pace:
    """How a group's turns are counted."""

    a_round: int = 1
    most: int = 100
    warms_up: bool = True


PACES = {
    "essay": Pace(),
    "essay-espeak": Pace(),
    "kokoro": Pace(most=1, warms_up=False),  # it takes minutes
    "say": Pace(),
    "say-espeak": Pace(),
    "startup": Pace(a_round=4),  # they are so short that the machine's noise is as long
    "batch": Pace(most=3, warms_up=False),
    "batch-espeak": Pace(most=3, warms_up=False),
    "memory": Pace(most=2, warms_up=False),
    "memory-espeak": Pace(most=2, warms_up=False),
    "feed": Pace(),
}

Turns = Mapping[str, Sequence[Measured]]


def main() -> None:
    options = arguments()
    names = options.only or [name for name, row in ROWS.items() if options.long or not row.is_long]
    left_out = {name: missing for name in names if (missing := missing_for(name))}
    wanted = [name for name in names if name not in left_out]
    where = machine()
    paragraphs = essays.from_file(options.essay) if options.essay else essays.from_examples()
    try:
        with Workshop(paragraphs) as workshop:
            turns = measure(wanted, workshop, options.rounds)
    except FailedError as error:
        sys.exit(str(error))
    results = {name: resulting(ROWS[name], turns) for name in wanted}
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    if options.json:
        facts = {
            "machine": where,
            "words": words,
            "rows": {name: asdict(result) for name, result in results.items()},
            "turns": {name: [asdict(turn) for turn in turns[name]] for name in turns},
            "left_out": left_out,
        }
        print(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        print(markdown(where, words, results, turns, left_out))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times `podcast`, and prints a table of ratios.")
    parser.add_argument("--only", action="append", choices=ROWS, metavar="ROW", help=f"one of {', '.join(ROWS)}")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each; short runs take more (default 5)")
    parser.add_argument("--long", action="store_true", help="twelve hours of audio too")
    parser.add_argument("--essay", type=Path, metavar="FILE", help="text or Markdown, else the essays in examples/")
    parser.add_argument("--json", action="store_true", help="every turn, as JSON")
    return parser.parse_args()


def sides(name: str) -> list[str]:
    row = ROWS[name]
    return [side for side in (row.measured, row.against) if side]


def missing_for(name: str) -> str:
    """What this machine lacks for the row."""
    needs = {need: None for side in sides(name) for need in CONTESTANTS[side].needs}
    return ", ".join(need for need in needs if not is_there(need))


def is_there(need: str) -> bool:
    kind, _, name = need.partition(" ")
    if kind == "module":
        return find_spec(name) is not None
    if kind == "file":
        return (ROOT / name).exists()
    if need == "2 cores":
        return cores() >= 2
    return bool(find_library(need.removeprefix("lib")) if need.startswith("lib") else shutil.which(need))


def measure(names: Sequence[str], workshop: Workshop, rounds: int) -> Turns:
    """Each contestant of these rows, group by group."""
    turns: dict[str, list[Measured]] = {}
    for group, pace in PACES.items():
        members = [one for one in CONTESTANTS if one in {side for name in names for side in sides(name)}]
        members = [one for one in members if CONTESTANTS[one].group == group]
        turns |= {one: [] for one in members}
        is_once = any(ROWS[name].is_long for name in names if ROWS[name].measured in members)
        for is_counted, order in orders(members, pace, 1 if is_once else rounds):
            for one in order:
                turn = CONTESTANTS[one].measure(workshop)
                tell(one, turn, is_counted=is_counted)
                turns[one] += [turn] if is_counted else []
    return turns


def orders(members: Sequence[str], pace: Pace, rounds: int) -> Iterator[tuple[bool, Sequence[str]]]:
    """Who comes after whom in each turn, and whether it counts: there and back, so that nobody is always first."""
    if pace.warms_up:
        yield False, members
    for turn in range(min(rounds * pace.a_round, pace.most)):
        yield True, members[::-1] if turn % 2 else members


def tell(name: str, turn: Measured, *, is_counted: bool) -> None:
    cpu = "" if turn.cpu_s is None else f"  CPU {turn.cpu_s:6.2f} s"
    note = turn.note if is_counted else "(not counted)"
    print(f"{name:20} {turn.value:8.2f} {turn.unit:2}{cpu}  {note}", file=sys.stderr)


if __name__ == "__main__":
    main()
