"""What a person sees: a progress bar on stderr while it records, and one screen at the end."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

import click

if TYPE_CHECKING:
    from podcast.produced import ProducedEpisode
    from podcast.recording.options import OnProgress
    from podcast.recording.options import Progress as Made

_SHOWN_SKIPS = 5
_UNCOUNTED = ("page furniture", "navigation", "emoji")  # reasons why something is left out; words without a plural


def clock(ms: int) -> str:
    """As a player shows it: 6:59, 1:02:03."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def lasting(seconds: float) -> str:
    """How long work took: 0.4 s, 1:15 min, 1:02:03 h."""
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    return f"{clock(round(seconds) * 1000)} {'h' if seconds >= 3600 else 'min'}"


def counted(number: int, thing: str) -> str:
    """1 segment, 2 segments, 0 segments."""
    return f"{number} {thing}" + "s" * (number != 1)


@contextmanager
def progress(title: str, things: str = "segments") -> "Iterator[OnProgress]":
    """A bar with segments done, minutes of audio, and how many times faster than life it goes."""
    from podcast.processes.telling import is_told

    if sys.stderr is None or not sys.stderr.isatty() or is_told():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[state]}"),
    )
    begun = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(title), total=None, state="preparing the voice")

        def on_progress(made: "Made") -> None:
            speed = made.audio_ms / 1000 / max(time.monotonic() - begun, 0.001)
            state = f"{made.done}/{made.total} {things} · {clock(made.audio_ms)} · {speed:.0f}× real time"
            bar.update(task, completed=made.done, total=made.total, state=state)

        yield on_progress


def summary(produced: "ProducedEpisode", show: Path, seconds: float) -> None:
    """What was made, how long and loud it is, and what was left out. `seconds`: that it took."""
    episode, audio = produced.episode, produced.episode.audio
    folder = show / "public" / "episodes" / episode.slug
    by = f" by {visible(episode.author)}" if episode.author else ""
    click.echo(click.style(visible(episode.title), bold=True) + by)
    click.echo(visible(f"  {clock(audio.duration_ms)} · {_levels(produced)} · {audio.bytes / 1e6:.1f} MB"))
    segments = counted(episode.segments, "segment")
    click.echo(visible(f"  {produced.voiced} of {segments} voiced, {produced.reused} reused, {lasting(seconds)}"))
    if episode.chapters:
        chapters = counted(len(episode.chapters), "chapter")
        click.echo(visible(f"  {chapters}: {', '.join(c.title for c in episode.chapters)}"))
    if episode.soundbites:
        starts = ", ".join(clock(bite.start_ms) for bite in episode.soundbites)
        click.echo(visible(f"  {counted(len(episode.soundbites), 'soundbite')}, at {starts}"))
    if produced.unspoken:
        click.echo(visible(f"  no voice here speaks {', '.join(produced.unspoken)}: left to the speaker's own"))
    for told in produced.advice:
        click.echo(visible(f"  {told}"))
    for told in gap_lines(produced):
        click.secho(visible(f"  {told}"), fg="yellow")
    for told in _left_out(produced):
        click.echo(visible(f"  {told}"))
    click.echo(visible(f"  episode  {folder / audio.file}"))
    state = "new" if produced.is_new else "replaced, same GUID and date"
    if produced.is_passed_over:
        state = "nothing has changed"
    many = counted(produced.episode_count, "episode")
    click.echo(visible(f"  feed     {show / 'public' / 'feed.xml'} ({many}; {state})"))


def gap_lines(produced: "ProducedEpisode") -> "Iterator[str]":
    """What the episode lacks, though it was to be said."""
    if produced.gaps:
        yield f"not said, since no engine could: {counted(len(produced.gaps), 'passage')}"
        yield from (f"  {gap}" for gap in produced.gaps)


def next_step(base_url: str) -> None:
    for told in _next(base_url):
        click.secho(visible(told), dim=True)


def visible(text: str) -> str:
    """What a text from elsewhere may do to a terminal: nothing but stand there."""
    return "".join(
        sign if sign.isprintable() or category(sign) == "Zs" else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def _levels(produced: "ProducedEpisode") -> str:
    audio = produced.episode.audio
    return f"{audio.loudness_lufs:.1f} LUFS, true peak {audio.true_peak_dbtp:.1f} dBTP"


def _left_out(produced: "ProducedEpisode") -> Iterator[str]:
    """Which kinds of text are not said, and the first of them."""
    skipped = produced.episode.skipped
    if not skipped:
        yield "nothing left out"
        return
    yield left_out(produced)
    told = [skip for skip in skipped if skip.text]  # a comment's is not published, so not known here
    for skip in told[:_SHOWN_SKIPS]:
        yield f"  {skip.reason}: {line(skip.text)}"
    if len(told) > _SHOWN_SKIPS:
        yield f"  and {len(told) - _SHOWN_SKIPS} more: `podcast script` shows all"


def left_out(produced: "ProducedEpisode") -> str:
    """Such as "left out: 2 images, 1 table"; empty when there is nothing of the kind."""
    counts = Counter(skip.reason for skip in produced.episode.skipped)
    return f"left out: {', '.join(counted_reason(count, reason) for reason, count in counts.items())}" if counts else ""


def counted_reason(count: int, reason: str) -> str:
    if reason not in _UNCOUNTED:
        return counted(count, reason)
    return f"{reason} ×{count}" if count > 1 else reason


def line(text: str, longest: int = 70) -> str:
    """One line of a text, cut where it is too long."""
    folded = " ".join(text.split())
    return folded if len(folded) <= longest else folded[: longest - 1] + "…"


def _next(base_url: str) -> Iterator[str]:
    from feed.hosts import is_local

    if is_local(base_url):
        yield f"The feed's links start with {base_url}, which only this machine can follow. Once you know"
        yield "where you will upload public/, set base_url under [show] in podcast.toml, and build again."
    else:
        yield f"Upload public/ to {base_url}; people subscribe to {base_url.rstrip('/')}/feed.xml."
