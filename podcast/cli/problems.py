"""What the release gate found, for people and as JSON; `podcast check` and `podcast build` tell it alike."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feed.rules import Findings, Problem

_SHOWN_PLACES = 5


def as_json(problem: "Problem") -> dict[str, str]:
    return {
        "rule": problem.rule.id,
        "level": problem.rule.level,
        "where": problem.where,
        "what": problem.what,
        "remedy": problem.rule.remedy,
        "source": problem.rule.source,
    }


def tell(problems: "Iterable[Problem]") -> None:
    """Required rules first; the same rule only once, with the places that break it."""
    from rich.console import Console
    from rich.markup import escape

    from feed.rules import LEVELS

    console = Console(highlight=False, soft_wrap=True)
    colors = dict(zip(LEVELS, ("red", "yellow", "cyan"), strict=True))
    ordered = sorted(problems, key=lambda found: (LEVELS.index(found.rule.level), found.rule.id))
    for rule, broken in groupby(ordered, key=lambda found: found.rule):
        color = colors[rule.level]
        console.print(f"[{color}]{rule.level}[/{color}] [bold]{rule.id}[/bold]: {escape(rule.statement)}")
        for place in _places(list(broken)):
            console.print(f"  {escape(place)}")
        console.print(f"  [dim]→[/dim] {escape(rule.remedy)} [dim]({escape(rule.source)})[/dim]")


def verdict(findings: "Findings") -> str:
    """Such as "3 episodes, 91 rules: 2 problems (1 required, 1 optional)"."""
    from feed.rules import LEVELS

    counts = [(sum(found.rule.level == level for found in findings.problems), level) for level in LEVELS]
    found = ", ".join(f"{count} {level}" for count, level in counts if count)
    episodes = f"{findings.episodes} episode{'' if findings.episodes == 1 else 's'}"
    count = len(findings.problems)
    problems = f"{count} problem{'' if count == 1 else 's'} ({found})" if count else "no problem"
    return f"{episodes}, {findings.rules} rules: {problems}"


def _places(problems: "Sequence[Problem]") -> Iterable[str]:
    from podcast.cli.screen import line

    for problem in problems[:_SHOWN_PLACES]:
        yield f"{line(problem.where)}: {line(problem.what, 300)}"
    if len(problems) > _SHOWN_PLACES:
        yield f"and {len(problems) - _SHOWN_PLACES} more: --json lists all"
