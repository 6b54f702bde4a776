"""A rule, a rulebook that holds each rule beside the function that looks whether it is kept, and a report.

Here are no rules: those stand in `feed.check`. Who only tells what was found needs nothing but this.

BOOK = Rulebook[Entry]()

@BOOK.rule("enclosure-type", "required", "Apple", "An enclosure's type is audio/mpeg.", "Write type=audio/mpeg.")
def enclosure_type(entry: Entry) -> Iterator[str]:
    if entry.enclosure.type != "audio/mpeg":
        yield f"the type is {entry.enclosure.type!r}"
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Level = Literal["required", "recommended", "optional"]
LEVELS: tuple[Level, ...] = ("required", "recommended", "optional")

Seen = TypeVar("Seen")
Look = Callable[[Seen], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Optional: nothing has to be there, but what is there has to be right; it fails no check."""

    id: str
    level: Level
    source: str  # who demands it: "Apple", "PSP-1", "NS, podcast:guid", "RFC 2822"
    statement: str  # what must be true, as a sentence
    remedy: str  # what to do if it isn't, as a sentence


@dataclass(frozen=True, slots=True)
class Problem:
    rule: Rule
    where: str  # "channel", an item's title, or a file
    what: str  # what was found, in lower case: "the length is 12, the file has 13 bytes"


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to tell of a report."""

    problems: tuple[Problem, ...]
    episodes: int  # that were looked at
    rules: int  # how many were held against them


@dataclass(frozen=True, slots=True)
class Report:
    problems: tuple[Problem, ...]
    episodes: int  # that were looked at
    rules: tuple[Rule, ...]  # that were held against them

    @property
    def findings(self) -> Findings:
        return Findings(self.problems, self.episodes, len(self.rules))


class Rulebook(Generic[Seen]):
    """Rules over one kind of thing, in the order in which they are told."""

    def __init__(self) -> None:
        self._looks: list[tuple[Rule, Look[Seen]]] = []

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for rule, _ in self._looks)

    def rule(
        self, name: str, level: Level, source: str, statement: str, remedy: str
    ) -> Callable[[Look[Seen]], Look[Seen]]:
        """Enter a rule; the decorated function yields what breaks it."""
        return self.holds(Rule(name, level, source, statement, remedy))

    def holds(self, rule: Rule) -> Callable[[Look[Seen]], Look[Seen]]:
        """Enter a rule that other rulebooks may hold too."""

        def enter(look: Look[Seen]) -> Look[Seen]:
            self._looks.append((rule, look))
            return look

        return enter

    def problems(self, seen: Seen, where: str) -> Iterator[Problem]:
        for rule, look in self._looks:
            for what in look(seen):
                yield Problem(rule, where, what)
