"""Where the time of a build goes: py-spy's samples of it, by what our code was doing.

    pip install py-spy
    python benchmarks/speed/where.py cold           # or edit, or same; --voice narrator

Two builds, two tables. The first is the wall clock of the main thread, waiting included, by the steps of the way: who
waits for an episode waits for these. The second is CPU, in all threads and processes, by our innermost function on the
stack, or by what was being imported. Children that espeak-ng forks for an utterance are too short to be seen:
stages.py has them. Sampling slows a build, so shares are told beside the milliseconds.
"""

import argparse
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import essays
from process import FailedError, timed
from workshop import HEART, Workshop, build_line, stated

_RATE_HZ = 200
_ROWS = 16
_FRAME = re.compile(r"(?P<function>.*) \((?P<file>.*?)(:\d+)?\)$")
_OURS = re.compile(r"(?:^|/)((?:podcast|voices|feed)/[\w/]+)\.py$")

#: Functions that only call others: a step of the way is what they call.
_CORRIDOR = {
    *("main", "<module>", "Commands.invoke", "build", "_build_one", "_produced", "produce"),
    *("record_episode", "_at_loudness", "publish"),
}

Frame = tuple[str, str]  # a function and its file
Stack = tuple[Frame, ...]  # from the outermost on


def main() -> None:
    options = arguments()
    spy = shutil.which("py-spy", path=str(Path(sys.executable).parent)) or shutil.which("py-spy")
    if not spy:
        sys.exit("Missing: py-spy. pip install py-spy")
    with Workshop(essays.from_file(options.essay) if options.essay else essays.from_examples()) as workshop:
        try:
            plain = timed(line_of(options.build, workshop, options.voice))
            waiting = list(sampled([spy, "--idle"], options.build, workshop, options.voice))
            busy = list(sampled([spy], options.build, workshop, options.voice))
        except FailedError as error:
            sys.exit(str(error))
    print(f"`{options.build}`: {plain.wall_s:.2f} s, {plain.cpu_s:.2f} s of CPU, when nobody looks.\n")
    print(table("main thread", of_main_thread(waiting), step))
    print(table("CPU, all threads and processes", busy, place))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Samples a build, and prints where its time goes.")
    parser.add_argument("build", choices=("cold", "edit", "same"))
    parser.add_argument("--voice", default=HEART, help="a profile")
    parser.add_argument("--essay", type=Path, metavar="FILE", help="text or Markdown, else the essays in examples/")
    return parser.parse_args()


def line_of(kind: str, workshop: Workshop, voice: str) -> list[str | Path]:
    if kind == "cold":
        return build_line([workshop.essay], workshop.new_folder("cold"), *stated(voice))
    show = workshop.edited(voice) if kind == "edit" else workshop.built(voice)
    return build_line([show / workshop.essay.name], show, *stated(voice))


def sampled(spy: Sequence[str], kind: str, workshop: Workshop, voice: str) -> Iterator[tuple[str, Stack, int]]:
    """Which thread, what it was doing, and in how many samples."""
    raw = workshop.folder / "samples.txt"
    program, *options = spy
    watching = [
        program,
        "record",
        *options,
        *f"--rate {_RATE_HZ} --subprocesses --threads --format raw --output".split(),
    ]
    timed([*watching, raw, "--", *line_of(kind, workshop, voice)])
    for line in raw.read_text(encoding="utf-8").splitlines():
        text, _, count = line.rpartition(" ")
        frames = [match for part in text.split(";") if (match := _FRAME.match(part)) and not part.startswith("thread ")]
        yield text.partition(": ")[0], tuple((match["function"], match["file"]) for match in frames), int(count)


def of_main_thread(samples: Sequence[tuple[str, Stack, int]]) -> list[tuple[str, Stack, int]]:
    """That of the first process: the one thread that has the process's own number, and no process in between."""
    return [sample for sample in samples if re.match(r"process (\d+):[^;]*;thread \(\1\)", sample[0])]


def step(stack: Stack) -> str:
    """The outermost function of ours that does not just lead to others, or the import that it waits for."""
    ours = [(function, match[1]) for function, file in stack if (match := _OURS.search(file))]
    steps = [(function, file) for function, file in ours if function not in _CORRIDOR]
    return imported(stack) or _named(steps[0] if steps else ours[-1] if ours else ("the interpreter", ""))


def place(stack: Stack) -> str:
    """The innermost function of ours, or what was being imported."""
    ours = [(function, match[1]) for function, file in stack if (match := _OURS.search(file))]
    return imported(stack) or _named(ours[-1] if ours else ("the interpreter", ""))


def imported(stack: Stack) -> str:
    """The package that somebody's code or ours is importing, the outermost that isn't ours; empty when none is."""
    files = [file for _, file in stack]
    first = next((index for index, file in enumerate(files) if file.startswith("<frozen importlib")), None)
    if first is None:
        return ""
    modules = [file for function, file in stack[first:] if function == "<module>"]
    others = [file for file in modules if not _OURS.search(file)]
    return f"import {re.split('[/.]', (others or ['of our modules'])[0])[0]}"


def table(title: str, samples: Sequence[tuple[str, Stack, int]], name: Callable[[Stack], str]) -> str:
    counts: Counter[str] = Counter()
    for _, stack, count in samples:
        counts[name(stack)] += count
    total = counts.total()
    imports = sum(count for what, count in counts.items() if what.startswith("import "))
    rows = [("all imports, those below too", imports), *counts.most_common(_ROWS)]
    lines = [f"| {what} | {count * 1000 / _RATE_HZ:.0f} ms | {count / total:.0%} |" for what, count in rows]
    return "\n".join([f"| {title} | {total * 1000 / _RATE_HZ:.0f} ms | share |", "| --- | --- | --- |", *lines, ""])


def _named(frame: Frame) -> str:
    function, file = frame
    return f"{file.replace('/', '.')}: {function}" if file else function


if __name__ == "__main__":
    main()
