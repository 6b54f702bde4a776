"""Who makes the recordings: as many hands as there are cores, or others that can be given recipes.

    with Crew(jobs=2, store=Store(folder)) as crew:
        crew.rosters().of("espeak_ng").voices
        for outcome in crew.outcomes(recipes):          # in their order
            outcome.made, outcome.is_voiced

What was made before comes from the store, and no process is started for it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Protocol, Self

from podcast.cache.store import Store
from podcast.recording.jobs.kept import Kept
from podcast.recording.jobs.pool import Hands
from podcast.recording.jobs.questions import Sounds, Voices
from podcast.recording.jobs.render_jobs import Made, Recipe
from podcast.recording.jobs.worker import Answer, Workplace
from voices.engine import version_of
from voices.ipa import unsayable
from voices.rosters import Rosters
from voices.speech import Roster, Voice

_WAITING_PER_JOB = 3  # finished clips that may wait for a slow one before them: memory stays flat


class Workforce(Protocol):
    """Who makes what was not made before."""

    @property
    def width(self) -> int:
        """How many recipes it can have under way."""

    def submit(self, recipe: Recipe[Any]) -> "Future[Answer]":
        """The future raises SpeechError or PodcastError when it can't be made."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Made]):
    made: Made
    is_voiced: bool  # whether the engine had to speak for it since this crew came together


class Crew:
    """Raises what making a recipe raises, at its place in the order.

    `hands` are lent: they stay when the crew leaves, for another one, unless it leaves in the middle of its work;
    without them it has `jobs` of its own, with that `store` and that engine started at once. What they make is kept
    where they keep their takes.
    `workforce`: who makes passages in place of hands of this machine. `meanwhile`: what this process can do while it
    waits for them, which it may never have to.
    """

    def __init__(
        self,
        *,
        jobs: int = 1,
        driver: str = "",
        store: Store | None = None,
        hands: Hands | None = None,
        workforce: Workforce | None = None,
        meanwhile: Iterable[Callable[[], object]] = (),
    ) -> None:
        self._are_lent = hands is not None
        self._hands = hands or Hands(Workplace(driver, store), jobs)
        self._kept = Kept(self._hands.workplace.store)
        self._away = workforce
        self._meanwhile = deque(meanwhile)
        self._voiced: set[Recipe[Any]] = set()
        self._under_way: dict[Recipe[Any], Future[Answer]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._are_lent and error is None:
            self._hands.rest()
        else:
            self._hands.close()

    def rosters(self, only: str = "") -> Rosters:
        """What can be asked of each engine, or of the `only` one that is to be used."""
        return Rosters(self._roster, only)

    def sounds(self, texts: Iterable[str], voice: Voice) -> list[str]:
        """How the voice would say each text, in IPA; empty where its engine can't tell."""
        return self.result(Sounds(tuple(texts), voice))

    @staticmethod
    def unsayable(ipa: str, voice: Voice) -> str:
        """Why a voice can't make these sounds; empty when it can, or when its engine says the text as it stands."""
        return unsayable(ipa, voice)

    def result(self, recipe: Recipe[Made]) -> Made:
        return next(self.outcomes([recipe])).made

    def results(self, recipes: Iterable[Recipe[Made]]) -> Iterator[Made]:
        return (outcome.made for outcome in self.outcomes(recipes))

    def outcomes(self, recipes: Iterable[Recipe[Made]]) -> Iterator[Outcome[Made]]:
        """In the order of the recipes, which may be a generator: only a few are begun ahead."""
        waiting: deque[_Begun[Made]] = deque()
        for recipe in recipes:
            waiting.append(self._begun(recipe))
            if len(waiting) > self._width * _WAITING_PER_JOB:
                yield self._outcome(*waiting.popleft())
        while waiting:
            yield self._outcome(*waiting.popleft())

    def _roster(self, driver: str) -> Roster:
        return self.result(Voices(driver, version_of(driver)))

    def begin(self, recipe: Recipe[Any]) -> None:
        """Now, for it takes long and is wanted last: whoever is free at the end would wait for it."""
        self._begun(recipe)

    @property
    def _width(self) -> int:
        return self._hands.width + (self._away.width if self._away else 0)

    def _begun(self, recipe: Recipe[Made]) -> "_Begun[Made]":
        """Kept, or under way: the same recipe twice is made once."""
        if future := self._under_way.get(recipe):
            return recipe, future
        kept = self._kept.get(recipe)
        if kept is not None:
            return recipe, Outcome(kept, recipe in self._voiced)
        workforce = self._away if self._away and recipe.is_portable else self._hands
        future = self._under_way[recipe] = workforce.submit(recipe)
        return recipe, future

    def _outcome(self, recipe: Recipe[Made], begun: "Outcome[Made] | Future[Answer]") -> Outcome[Made]:
        if isinstance(begun, Outcome):
            return begun
        is_first = self._under_way.pop(recipe, None) is not None
        while self._meanwhile and not begun.done():
            self._meanwhile.popleft()()
        answer = begun.result()
        if is_first:
            self._kept.put(recipe, answer.content)
        if answer.is_voiced:
            self._voiced.add(recipe)
        return Outcome(recipe.unpacked(answer.content), answer.is_voiced)


_Begun = tuple[Recipe[Made], Outcome[Made] | Future[Answer]]
