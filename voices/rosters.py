"""What can be asked of each engine on this machine. An engine is asked when somebody wants to know, and once.

rosters = Rosters(booth_roster)                 # how an engine is asked that doesn't tell without being started
rosters.names                                   # the engines that can run here, the preferred first
rosters.of("espeak_ng").variants
"""

from collections.abc import Callable

from voices.engine import Engine, engine, engines
from voices.speech import Roster, SpeechError


class Rosters:
    """`only`: the one engine that is to be used, whether it declares itself or not; empty: all that declare it."""

    def __init__(self, ask: Callable[[str], Roster], only: str = "") -> None:
        self._ask = ask
        self._known: dict[str, Roster] = {}
        self.names: tuple[str, ...] = (
            (only,) if only else tuple(name for name, one in engines().items() if can_run(one))
        )

    def of(self, name: str) -> Roster:
        """Raises SpeechError when the engine can't be had."""
        if name not in self._known:
            told = engine(name)
            if missing := told.missing():
                raise SpeechError(missing)
            self._known[name] = told.roster() if told.roster else self._ask(name)
        return self._known[name]

    def only(self, name: str) -> "Rosters":
        return Rosters(self._ask, name)


def can_run(told: Engine) -> bool:
    """Whether anything speaks against it; an engine without a voice has nothing to say."""
    return not told.missing() and (told.roster is None or bool(told.roster().voices))
