"""The table, as Markdown that can be pasted into benchmarks/results.md."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from contestants import CONTESTANTS, Measured
from rows import ROWS, Goal, Result

_HEAD = "| row | measured | against | result | of CPU | goal |\n| --- | --- | --- | --- | --- | --- |"


def markdown(
    machine: Mapping[str, str],
    words: int,
    results: Mapping[str, Result],
    turns: Mapping[str, Sequence[Measured]],
    left_out: Mapping[str, str],
) -> str:
    lines = [f"- {what}: {value}" for what, value in machine.items()]
    lines += [f"- essay: {words:,} words", "", _HEAD]
    lines += [_line(name, result, turns) for name, result in results.items()]
    lines += [""] * bool(left_out)
    lines += [f"Left out: {name}, for this machine lacks {missing}." for name, missing in left_out.items()]
    return "\n".join([*lines, "", *notes(turns)])


def notes(turns: Mapping[str, Sequence[Measured]]) -> Iterator[str]:
    """What the contestants said of their last turn."""
    for name, taken in turns.items():
        if taken[-1].note:
            yield f"- {CONTESTANTS[name].title}: {taken[-1].note}"


def _line(name: str, result: Result, turns: Mapping[str, Sequence[Measured]]) -> str:
    row = ROWS[name]
    against = _side(row.against, turns[row.against]) if row.against else ""
    measured = _side(row.measured, turns[row.measured])
    cpu = "" if result.cpu is None else _number(result.cpu, "")
    return f"| {name} | {measured} | {against} | {_result(result)} | {cpu} | {_goal(row.goal, result)} |"


def _side(name: str, turns: Sequence[Measured]) -> str:
    middle, unit = median(turn.value for turn in turns), turns[0].unit
    cpu_s = [turn.cpu_s for turn in turns if turn.cpu_s is not None]
    cpu = f", {median(cpu_s):.2f} s of CPU" if cpu_s else ""
    return f"{CONTESTANTS[name].title}: {_number(middle, unit)}{cpu}"


def _result(result: Result) -> str:
    return f"**{_number(result.middle, result.unit)}** ({_number(result.low, '')} to {_number(result.high, '')})"


def _goal(goal: Goal | None, result: Result) -> str:
    if goal is None:
        return ""
    sign = "≥" if goal.is_least else "≤"
    return f"{sign} {goal.bound:g}{' ' * bool(result.unit)}{result.unit}: {'met' if result.is_met else 'missed'}"


def _number(value: float, unit: str) -> str:
    """Three digits are what the noise leaves."""
    digits = 0 if value >= 100 else 1 if value >= 20 else 2 if value >= 1 else 3
    return f"{value:.{digits}f}{' ' * bool(unit)}{unit}"
