"""`podcast build`: essays to episodes in the feed. Several at once: batch.py."""

import json
import os
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import cache, essays, folders, problems
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from feed.check import Report
    from podcast.cli.batch import Result
    from podcast.manuscript import Manuscript
    from podcast.produced import Produced
    from podcast.settings import Settings
    from podcast.store import Store

_LOCAL_ADDRESS = "public-address"  # a rule of feed/check


@click.command(
    epilog="""\b
Examples:
  podcast build essay.md
  podcast build essays/
  podcast build essay.md --title "Why Rivers Bend" --date 2026-11-22
  podcast build essay.md --intro jingle.mp3 --outro none --base-url https://example.org/show
  pandoc essay.docx -t markdown | podcast build - --title "Why Rivers Bend"
"""
)
@click.argument("essay", nargs=-1, required=True)
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--title", default="", help="The episode's title, else the essay's own.")
@click.option("--author", default="", help="Who wrote it, else as the essay says.")
@click.option("--date", default="", help="When it is published: 2026-11-22, or with a time.")
@click.option("--language", default="", help="The essay's language, such as en or de-at; it picks the voice.")
@click.option("--voice", help="A narrator's profile or a voice; see `podcast voices`.")
@click.option("--intro", metavar="FILE", help='Music to begin with: wav, mp3, m4a, flac, ogg, opus; or "none".')
@click.option("--outro", metavar="FILE", help='Music to end with; or "none".')
@click.option("--base-url", help="The address at which public/ will be found.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Recordings at a time.  [default: one a core]")
@click.option("--no-cache", is_flag=True, help="Have all of it spoken again, and keep that instead.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def build(  # noqa: PLR0913 — one parameter an option
    essay: tuple[str, ...],
    *,
    show: Path,
    title: str,
    author: str,
    date: str,
    language: str,
    voice: str | None,
    intro: str | None,
    outro: str | None,
    base_url: str | None,
    jobs: int | None,
    no_cache: bool,
    as_json: bool,
) -> None:
    """Build an episode from each ESSAY and enter it in the show's feed.

    ESSAY is a text, Markdown or HTML file (.mhtml too), or - for standard input, or a folder: then all essays in it,
    in the order of their names, 2 before 10, but not those in folders within it, nor files whose names begin with . or
    _, nor README, LICENSE and the like. An essay that was built before keeps its place, its address and its date in
    the feed.

    Of several essays, --jobs recordings are made at a time, and one that fails does not stop the others.
    """
    names = folders.gathered(essay, show)
    if len(names) > 1 and title:
        raise click.UsageError("--title names one episode: build one essay at a time with it.")
    changes = {
        "show": {"base_url": base_url},
        "opening": {"music": essays.music_choice(intro)},
        "closing": {"music": essays.music_choice(outro)},
    }
    settings = essays.settings_for(show, changes, voice)
    stated = {"title": title, "author": author, "language": language, "date": date}

    def read(name: str) -> "Manuscript":
        from podcast.manuscript import Manuscript

        text = essays.read(name, **stated, speakers=settings.speakers)
        return Manuscript(text, essays.source_of(name, show), essays.folder_of(name))

    store = cache.store(is_read=not no_cache)
    wish = _Wish(settings, show, jobs or _cores(), _now(), store, as_json)
    if len(names) == 1:
        _build_one(read(names[0]), wish)
    else:
        _build_several(names, read, wish)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the options say of any number of essays."""

    settings: "Settings"
    show: Path
    jobs: int
    now: datetime
    store: "Store | None"
    as_json: bool


def _build_one(manuscript: "Manuscript", wish: _Wish) -> None:
    from podcast.cli.screen import next_step, progress, summary
    from podcast.means import Means
    from podcast.produce import produce

    with progress(manuscript.essay.title) as on_progress:
        means = Means(wish.jobs, store=wish.store, on_progress=on_progress)
        produced = produce(manuscript, wish.settings, wish.show, now=wish.now, means=means)
    report = _checked(produced, wish.show)
    if wish.as_json:
        _print_json([produced], report)
        return
    summary(produced, wish.show)
    _tell_check(report)
    next_step(produced.base_url)


def _build_several(names: list[str], read: "Callable[[str], Manuscript]", wish: _Wish) -> None:
    from podcast.batch.messages import Order
    from podcast.cli import batch

    result = batch.Result(names)
    try:
        batch.build_all(result, read, Order(wish.settings, wish.show, wish.jobs, wish.store), wish.now)
    finally:  # also when it was stopped: what was built is published
        if result.outcomes:
            _tell_several(result, wish)
    if result.failed:
        sys.exit(1)


def _tell_several(result: "Result", wish: _Wish) -> None:
    from podcast.cli import batch
    from podcast.cli.screen import next_step

    if wish.as_json:
        failed = [{"essay": name, "error": outcome.error} for name, outcome in result.failed]
        _print_json(result.episodes, result.report, failed)
    else:
        batch.tell(result, wish.show)
        if result.report:
            _tell_check(result.report)
    batch.tell_failed(result, is_debugging=click.get_current_context().find_root().params["debug"])
    if result.report and not wish.as_json:
        next_step(result.episodes[-1].base_url)


def _checked(produced: "Produced", show: Path) -> "Report":
    """The gate, without listening: each clip was decoded and measured when it was made."""
    from podcast.gate import report_on

    return report_on(show, slugs={produced.episode.slug}, is_listening=False, base_url=produced.base_url)


def _tell_check(report: "Report") -> None:
    """That only this machine can follow the feed's links is no surprise here: `next_step` says it."""
    told = tuple(problem for problem in report.problems if problem.rule.id != _LOCAL_ADDRESS)
    problems.tell(told)
    click.echo(f"  checked  {problems.verdict(replace(report, problems=told))}")


def _cores() -> int:
    """Those that this process may use: a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _now() -> datetime:
    """SOURCE_DATE_EPOCH makes a build that can be repeated to the byte: reproducible-builds.org/specs."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        remedy = "Give seconds since 1970, or unset it."
        raise PodcastError("SOURCE_DATE_EPOCH can't be read", which=epoch, remedy=remedy) from None


def _print_json(
    built: "list[Produced]", report: "Report | None", failed: "Sequence[Mapping[str, str]] | None" = None
) -> None:
    facts = {
        "feed": "public/feed.xml",
        "episodes": [_episode_as_json(produced) for produced in built],
        "problems": [problems.as_json(problem) for problem in report.problems] if report else [],
    } | ({} if failed is None else {"failed": failed})
    click.echo(json.dumps(facts, ensure_ascii=False, indent=2))


def _episode_as_json(produced: "Produced") -> dict[str, Any]:
    episode = produced.episode
    return {
        "slug": episode.slug,
        "title": episode.title,
        "guid": episode.guid,
        "audio": f"public/episodes/{episode.slug}/{episode.audio.file}",
        "bytes": episode.audio.bytes,
        "duration_ms": episode.audio.duration_ms,
        "loudness_lufs": episode.audio.loudness_lufs,
        "true_peak_dbtp": episode.audio.true_peak_dbtp,
        "segments": episode.segments,
        "voiced": produced.voiced,
        "reused": produced.reused,
        "unspoken_languages": produced.unspoken,
        "soundbites": [{"start_ms": bite.start_ms, "duration_ms": bite.duration_ms} for bite in episode.soundbites],
        "chapters": [{"start_ms": chapter.start_ms, "title": chapter.title} for chapter in episode.chapters],
        "skipped": [{"text": skipped.text, "reason": skipped.reason} for skipped in episode.skipped],
    }
