"""The rows of the table: who is measured against whom, and what is to come of it.

    result = resulting(ROWS["limit"], {"cold": [Measured(3.2), …], "limit": [Measured(0.8), …]})
    result.middle, result.low, result.high, result.is_met

A ratio is taken turn by turn, of two runs that stood near each other, and the row's is the median of these: what slows
the machine for a while slows both, and leaves the ratio alone. (A quotient of two medians would not know which runs
belong together.) The spread is the lowest and the highest of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from contestants import Measured


@dataclass(frozen=True, slots=True)
class Goal:
    bound: float
    is_least: bool = False  # otherwise at most

    def is_met(self, value: float) -> bool:
        return value >= self.bound if self.is_least else value <= self.bound


@dataclass(frozen=True, slots=True)
class Row:
    measured: str  # a contestant
    against: str = ""  # another; empty: the value itself is the result
    goal: Goal | None = None
    is_long: bool = False  # takes minutes: only with --long or by name


@dataclass(frozen=True, slots=True)
class Result:
    middle: float
    low: float
    high: float
    unit: str  # empty for a ratio
    cpu: float | None  # the same ratio, of CPU: what other programs do hardly changes it
    is_met: bool | None  # None where there is no goal


ROWS = {
    "by-hand": Row("cold", "by-hand", Goal(0.4)),
    "kokoro": Row("cold-once", "by-kokoro", Goal(0.15)),
    "limit": Row("cold", "limit", Goal(1.8)),
    "edit": Row("edit", "cold", Goal(0.25)),
    "same": Row("same", goal=Goal(0.15)),
    "say": Row("say", goal=Goal(1.2)),
    "jobs": Row("one-job", "two-jobs", Goal(1.7, is_least=True)),
    "memory": Row("minutes", goal=Goal(800)),
    "memory-long": Row("hours", "minutes", Goal(1.3), is_long=True),
    "memory-long-peak": Row("hours", goal=Goal(800), is_long=True),
    "by-hand-espeak": Row("cold-espeak", "by-hand-espeak", Goal(0.22)),
    "unmastered-espeak": Row("cold-espeak", "unmastered-espeak", Goal(0.5)),
    "pipe-espeak": Row("cold-espeak", "pipe-espeak"),
    "limit-espeak": Row("cold-espeak", "limit-espeak", Goal(1.35)),
    "edit-espeak": Row("edit-espeak", "cold-espeak", Goal(0.25)),
    "same-espeak": Row("same-espeak", goal=Goal(0.15)),
    "say-espeak": Row("say-espeak", goal=Goal(1.2)),
    "jobs-espeak": Row("one-job-espeak", "two-jobs-espeak", Goal(1.7, is_least=True)),
    "memory-espeak": Row("minutes-espeak", goal=Goal(400)),
    "memory-long-espeak": Row("hours-espeak", "minutes-espeak", Goal(1.3), is_long=True),
    "startup": Row("help", "click", Goal(2)),
    "feed": Row("long-feed", "small-feed"),
    "feed-time": Row("long-feed", goal=Goal(2)),
    "feed-memory": Row("long-feed-memory", goal=Goal(200)),
}


def resulting(row: Row, turns: Mapping[str, Sequence[Measured]]) -> Result:
    measured = turns[row.measured]
    pairs = list(zip(measured, turns[row.against], strict=True)) if row.against else []
    values = [one.value / other.value for one, other in pairs] or [one.value for one in measured]
    of_cpu = [one.cpu_s / other.cpu_s for one, other in pairs if one.cpu_s and other.cpu_s]
    return Result(
        middle=median(values),
        low=min(values),
        high=max(values),
        unit="" if pairs else measured[0].unit,
        cpu=median(of_cpu) if of_cpu else None,
        is_met=row.goal.is_met(median(values)) if row.goal else None,
    )
