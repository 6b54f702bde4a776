"""`podcast build` of several essays: how far each is while they are built, and a table at the end."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.batch.messages import BatchOptions, BuildOutcome
from podcast.batch.plan import Assignment, plan
from podcast.batch.scheduler import Batch
from podcast.cli.screen import clock, counted, gap_lines, lasting, left_out, visible
from podcast.errors import PodcastError
from podcast.manuscript import Manuscript
from podcast.processes.telling import is_told
from podcast.text.notices import withheld

if TYPE_CHECKING:
    from feed.rules import Findings
    from podcast.produced import ProducedEpisode
    from podcast.recording.options import Progress

_SHOWN_REMARKS = 20
_Read = Callable[[str], Manuscript]


@dataclass
class BatchResult:
    """Of a batch, or of as much as there was when it was stopped. Places are those on the command line."""

    names: Sequence[str]
    outcomes: dict[int, BuildOutcome] = field(default_factory=dict)
    findings: "Findings | None" = None  # of the gate, on the episodes
    seconds: float = 0

    @property
    def episodes(self) -> "list[ProducedEpisode]":
        """Those that were built, and those that were current."""
        outcomes = (self.outcomes[place] for place in sorted(self.outcomes))
        return [outcome.produced for outcome in outcomes if outcome.produced]

    @property
    def failed(self) -> list[tuple[str, BuildOutcome]]:
        return [(name, outcome) for name, outcome in self._named if not outcome.produced and not outcome.withheld]

    @property
    def withheld(self) -> list[tuple[str, str]]:
        """Drafts and the like, and why."""
        return [(name, outcome.withheld) for name, outcome in self._named if outcome.withheld]

    @property
    def remarks(self) -> list[tuple[str, str]]:
        """What the writers of those that were built should know."""
        made = [(name, one.produced) for name, one in self._named if one.produced and not one.produced.is_passed_over]
        told = [(name, (*produced.advice, left_out(produced))) for name, produced in made]
        return [(name, remark) for name, remarks in told for remark in remarks if remark]

    @property
    def lacking(self) -> "list[tuple[str, ProducedEpisode]]":
        """Those that were built without passages that no engine could say."""
        return [(name, one.produced) for name, one in self._named if one.produced and one.produced.gaps]

    @property
    def _named(self) -> list[tuple[str, BuildOutcome]]:
        return [(self.names[place], self.outcomes[place]) for place in sorted(self.outcomes)]


def build_all(result: BatchResult, read: _Read, order: BatchOptions, now: datetime) -> None:
    """What has an outcome already is passed over. Raises PodcastError when nothing can be built.

    Whatever ends it, `result` has what was built.
    """
    begun = time.monotonic()
    try:
        with Batch(order, most=len(result.names) - len(result.outcomes)) as batch:
            assignments = dict(_assignments(result, read, order.folder, now))
            with _watching(result, assignments) as watch:
                batch.build(tuple(assignments.values()), watch)
            if found := result.episodes:
                result.findings = batch.check([one.episode.slug for one in found], found[-1].base_url).findings
    finally:
        result.seconds = time.monotonic() - begun


def _assignments(result: BatchResult, read: _Read, folder: Path, now: datetime) -> Iterator[tuple[int, Assignment]]:
    """By their places; what speaks against the others is noted."""
    manuscripts: dict[int, Manuscript] = {}
    for place, name in enumerate(result.names):
        if place in result.outcomes:
            continue
        try:
            manuscript = read(name)
            if why := withheld(manuscript.essay, now):
                result.outcomes[place] = BuildOutcome(withheld=why)
            else:
                manuscripts[place] = manuscript
        except Exception as error:  # noqa: BLE001 — one essay's misfortune is not another's
            result.outcomes[place] = BuildOutcome.failed(error)
    current = {one.episode.slug: one.episode.title for one in result.episodes}
    for place, planned in zip(manuscripts, plan(tuple(manuscripts.values()), folder, now, current), strict=True):
        if isinstance(planned, PodcastError):
            result.outcomes[place] = BuildOutcome.failed(planned)
        else:
            yield place, planned


@contextmanager
def _watching(result: BatchResult, assignments: dict[int, Assignment]) -> "Iterator[_Bars]":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[state]}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal or is_told()) as bars:
        yield _Bars(result, tuple(assignments.items()), bars)


class _Bars:
    """One for each essay that is being built, and one for all. It also notes what becomes of them."""

    def __init__(self, result: BatchResult, assignments: Sequence[tuple[int, Assignment]], bars: Any) -> None:
        self._result, self._assignments, self._bars = result, assignments, bars
        self._tasks: dict[int, Any] = {}
        self._all = bars.add_task("essays", total=len(assignments), state="")

    def begun(self, index: int) -> None:
        from rich.markup import escape

        title = self._assignments[index][1].manuscript.essay.title
        self._tasks[index] = self._bars.add_task(escape(title), total=None, state="preparing the voice")

    def made(self, index: int, progress: "Progress") -> None:
        state = f"{progress.done}/{progress.total} segments · {clock(progress.audio_ms)}"
        self._bars.update(self._tasks[index], completed=progress.done, total=progress.total, state=state)

    def announced(self, index: int, text: str) -> None:
        name = self._result.names[self._assignments[index][0]]
        self._bars.console.print(visible(f"{name}: {text}"), markup=False, highlight=False, soft_wrap=True)

    def ended(self, index: int, outcome: BuildOutcome) -> None:
        self._result.outcomes[self._assignments[index][0]] = outcome
        self._bars.remove_task(self._tasks.pop(index))
        failed = len(self._result.failed)
        self._bars.update(self._all, advance=1, state=f"{failed} failed" if failed else "")


def tell(result: BatchResult, show: Path) -> None:
    """The table, what it adds up to, and where it is."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    console.print(_table(result))
    _tell_remarks(result.remarks)
    for name, produced in result.lacking:
        click.echo(visible(f"  {name}: {', '.join(gap_lines(produced))}"))
    built = [one for one in result.episodes if not one.is_passed_over]
    counts = {
        "built": len(built),
        "current": len(result.episodes) - len(built),
        "failed": len(result.failed),
        "not published": len(result.withheld),
        "not built": len(result.names) - len(result.outcomes),  # when it was stopped
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    console.print(f"\n{counted(len(result.names), 'essay')}: {told}")
    if built:
        audio_ms = sum(one.episode.audio.duration_ms for one in built)
        speed = audio_ms / 1000 / max(result.seconds, 0.001)
        console.print(f"  {clock(audio_ms)} of audio in {lasting(result.seconds)}, {speed:.0f}× real time")
        voiced, reused = sum(one.voiced for one in built), sum(one.reused for one in built)
        console.print(f"  {voiced} of {counted(voiced + reused, 'segment')} voiced, {reused} reused")
    if result.episodes:
        many = counted(max(one.episode_count for one in result.episodes), "episode")
        console.print(f"  feed     {escape(str(show / 'public' / 'feed.xml'))} ({many})")


def _tell_remarks(remarks: Sequence[tuple[str, str]]) -> None:
    if remarks:
        click.echo()
    for name, remark in remarks[:_SHOWN_REMARKS]:
        click.echo(visible(f"  {name}: {remark}"))
    if len(remarks) > _SHOWN_REMARKS:
        click.echo(f"  and {len(remarks) - _SHOWN_REMARKS} more: --json has all, `podcast script ESSAY` those of one")


def tell_failed(result: BatchResult, *, is_debugging: bool) -> None:
    from podcast.cli import errors

    for name, outcome in result.failed:
        if is_debugging and outcome.trace:
            click.echo(outcome.trace, err=True)
        headline, _, remedy = outcome.error.partition("\n")
        errors.tell(f"{headline if name in headline else f'{name}: {headline}'}\n{remedy}")


def _table(result: BatchResult) -> Any:
    from rich import box
    from rich.markup import escape
    from rich.table import Column, Table

    columns = [
        *(Column("essay", overflow="fold"), Column("", no_wrap=True), Column("length", justify="right", no_wrap=True)),
        *(Column("voiced", justify="right", no_wrap=True), Column("time", justify="right", no_wrap=True)),
    ]
    table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for place in sorted(result.outcomes):
        table.add_row(escape(result.names[place]), *_row(result.outcomes[place]))
    return table


def _row(outcome: BuildOutcome) -> tuple[str, ...]:
    """What happened, how long the episode is, how much of it was voiced, and how long that took."""
    if outcome.withheld:
        return f"[yellow]{outcome.withheld}[/yellow]", "", "", ""
    if outcome.produced is None:
        return "[red]failed[/red]", "", "", lasting(outcome.seconds) if outcome.seconds else ""
    produced, length = outcome.produced, clock(outcome.produced.episode.audio.duration_ms)
    if produced.is_passed_over:
        return "current", length, "", ""
    what = "new" if produced.is_new else "replaced"
    voiced = f"{produced.voiced} of {produced.voiced + produced.reused}"
    return what, length, voiced, lasting(outcome.seconds)
