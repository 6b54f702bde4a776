"""How fast an engine has to be told to speak, so that words come out at the rate that is wanted.

    pace = Pace(((120, 0.85), (150, 1.2), (180, 1.5)))      # measured: words a minute, and the setting that gives them
    pace.setting(165)                                       # 1.35

Every engine has a scale of its own, and none is in words a minute of an essay. A rate here counts the words of a text
over the time that it takes to say it with the pauses between its sentences, without those between its paragraphs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Pace:
    """Pairs of words a minute and setting, both growing. Between them is a line; beyond them the outer lines go on."""

    measured: tuple[tuple[float, float], ...]

    def setting(self, rate_wpm: float) -> float:
        return _along(self.measured, rate_wpm)

    def rate_wpm(self, setting: float) -> float:
        return _along([(value, rate) for rate, value in self.measured], setting)


def _along(pairs: Sequence[tuple[float, float]], x: float) -> float:
    lines = list(pairwise(pairs))
    (x0, y0), (x1, y1) = next((line for line in lines if x <= line[1][0]), lines[-1])
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
