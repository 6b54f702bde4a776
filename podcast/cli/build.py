"""`podcast build`: an essay to an episode in the feed."""

import json
import os
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import cache, essays, problems

if TYPE_CHECKING:
    from feed.check import Report
    from podcast.produce import Produced

_LOCAL_ADDRESS = "public-address"  # a rule of feed/check


@click.command(
    epilog="""\b
Examples:
  podcast build essay.md
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

    ESSAY is a text, Markdown or HTML file (.mhtml too), or - for standard input. An essay that was built before keeps
    its place, its address and its date in the feed.
    """
    from podcast.cli.screen import next_step, progress, summary
    from podcast.produce import Manuscript, produce

    begun = time.monotonic()
    if len(essay) > 1 and title:
        raise click.UsageError("--title names one episode: build one essay at a time with it.")
    changes = {
        "show": {"base_url": base_url},
        "opening": {"music": essays.music_choice(intro)},
        "closing": {"music": essays.music_choice(outro)},
    }
    settings = essays.settings_for(show, changes, voice)
    stated = {"title": title, "author": author, "language": language, "date": date}
    read = [essays.read(path, **stated, speakers=settings.speakers) for path in essay]
    store = cache.store(is_read=not no_cache)
    built: list[Produced] = []
    if as_json:
        click.get_current_context().call_on_close(lambda: _print_json(built, show))
    for path, text in zip(essay, read, strict=True):
        with progress(text.title) as on_progress:
            produced = produce(
                Manuscript(text, essays.source_of(path, show), essays.folder_of(path)),
                settings,
                show,
                jobs=jobs or _cores(),
                now=datetime.now(UTC),
                store=store,
                on_progress=on_progress,
            )
        built.append(produced)
        if not as_json:
            summary(produced, show, time.monotonic() - begun)
        begun = time.monotonic()
    if not as_json:
        _tell_check(_checked(built, show))
        next_step(built[-1].base_url)


def _checked(built: "list[Produced]", show: Path) -> "Report":
    """The gate, without listening: each clip was decoded and measured when it was made."""
    from podcast.gate import report_on

    slugs = {produced.episode.slug for produced in built}
    return report_on(show, slugs=slugs, is_listening=False, base_url=built[-1].base_url)


def _tell_check(report: "Report") -> None:
    """That only this machine can follow the feed's links is no surprise here: `next_step` says it."""
    told = tuple(problem for problem in report.problems if problem.rule.id != _LOCAL_ADDRESS)
    problems.tell(told)
    click.echo(f"  checked  {problems.verdict(replace(report, problems=told))}")


def _cores() -> int:
    """Those that this process may use: a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _print_json(built: "list[Produced]", show: Path) -> None:
    """Also after an error: what was built before it is published."""
    if built:
        facts = {
            "feed": "public/feed.xml",
            "episodes": [_episode_as_json(produced) for produced in built],
            "problems": [problems.as_json(problem) for problem in _checked(built, show).problems],
        }
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
