"""What the options of `podcast build` say of each of its essays.

wish = BuildWish(show, changes, stated, voice, jobs, cluster, is_trusting=True, may_lose=False, …)
wanted = wish.look_up(EssayPart("ponds.md"), BuildRecords(show))
manuscript = wish.manuscript(wanted)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from podcast.cli import cache, essays
from podcast.cli.chapters import EssayPart

if TYPE_CHECKING:
    from podcast.cache.store import Store
    from podcast.cache.uptodate import BuildRecords
    from podcast.cli.wanted import RequestedEssay
    from podcast.config.settings import Settings
    from podcast.manuscript import Manuscript


@dataclass(frozen=True)
class BuildWish:
    """What the options say of any number of essays."""

    show: Path
    changes: Mapping[str, Mapping[str, str | None]]  # of podcast.toml
    stated: dict[str, str]  # instead of what essays say of themselves
    voice: str | None
    jobs: int
    cluster: str  # the address of its scheduler, if there is one
    is_trusting: bool  # what was made before may be used
    may_lose: bool  # much of the prose
    as_json: bool
    skips_failed: bool = False  # passages that no engine can say are left out
    same_as: str = ""  # the slug of the episode that the essay is
    is_found: bool = False  # in a folder: nobody named the essay

    @cached_property
    def settings(self) -> "Settings":
        return essays.settings_for(self.show, self.changes, self.voice)

    @cached_property
    def store(self) -> "Store | None":
        return cache.store(is_read=self.is_trusting)

    def look_up(
        self, part: EssayPart, records: "BuildRecords", if_other: Callable[[], object] = lambda: None
    ) -> "RequestedEssay":
        from podcast.cli.wanted import look_up

        return look_up(part, records, self._all_that_matters, is_trusting=self.is_trusting, if_other=if_other)

    def manuscript(self, wanted: "RequestedEssay") -> "Manuscript":
        from podcast.cli.wanted import manuscript_of

        facts = (wanted, self.show, self.stated, self.settings)
        return manuscript_of(*facts, may_lose=self.may_lose, same_as=self.same_as)

    @property
    def _all_that_matters(self) -> dict[str, object]:
        return {**self.changes, **self.stated, **({"same_as": self.same_as} if self.same_as else {})}
