"""`podcast build`: an essay to an episode in the feed."""

import json
import os
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import cache, essays, problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from feed.rules import Findings
    from podcast.currency import Ledger, Request
    from podcast.produced import Produced
    from podcast.settings import Settings
    from podcast.store import Store

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
    from podcast.currency import Ledger

    begun = time.monotonic()
    if len(essay) > 1 and title:
        raise click.UsageError("--title names one episode: build one essay at a time with it.")
    changes = {
        "show": {"base_url": base_url},
        "opening": {"music": essays.music_choice(intro)},
        "closing": {"music": essays.music_choice(outro)},
    }
    stated = {"title": title, "author": author, "language": language, "date": date}
    ledger = Ledger(show)
    options = {**changes, **stated, "voice": voice}
    wanted = [_looked_up(path, show, ledger, options, is_trusting=not no_cache) for path in essay]
    if not all(one.current for one in wanted):  # else nothing more is read, and nothing heavy is imported
        settings = essays.settings_for(show, changes, voice)
        store = cache.store(is_read=not no_cache)
        make = _maker(wanted, settings, stated, store, jobs or _cores())
    built: list[Produced] = []
    if as_json:
        click.get_current_context().call_on_close(lambda: _print_json(built, wanted, ledger))
    else:
        from podcast.cli.screen import next_step, summary
    for one in wanted:
        produced = one.current or make(one)
        built.append(produced)
        if not as_json:
            summary(produced, show, time.monotonic() - begun)
        begun = time.monotonic()
    if not as_json:
        _tell_check(_checked(built, wanted, ledger))
        next_step(built[-1].base_url)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An essay of the command line, and its episode, if that is current."""

    name: str
    content: bytes
    request: "Request"
    current: "Produced | None"


def _looked_up(
    name: str, show: Path, ledger: "Ledger", options: "Mapping[str, object]", *, is_trusting: bool
) -> _Wanted:
    content = essays.bytes_of(name)
    request = ledger.request(name, essays.source_of(name, show), content, essays.folder_of(name), options)
    return _Wanted(name, content, request, ledger.passed_over(request) if is_trusting else None)


def _maker(
    wanted: list[_Wanted], settings: "Settings", stated: dict[str, str], store: "Store | None", jobs: int
) -> "Callable[[_Wanted], Produced]":
    """Of those that are not current, all are read before any is voiced."""
    from podcast.cli.screen import progress
    from podcast.produce import Manuscript, produce

    read = {
        one.name: essays.read(one.name, data=one.content, **stated, speakers=settings.speakers)
        for one in wanted
        if not one.current
    }

    def make(one: _Wanted) -> "Produced":
        text, folder = read[one.name], essays.folder_of(one.name)
        manuscript = Manuscript(text, one.request.source, folder, one.request)
        with progress(text.title) as on_progress:
            now = datetime.now(UTC)
            return produce(
                manuscript, settings, one.request.show, jobs=jobs, now=now, store=store, on_progress=on_progress
            )

    return make


def _checked(built: "list[Produced]", wanted: list[_Wanted], ledger: "Ledger") -> "Findings":
    """The gate, without listening: each clip was decoded and measured when it was made."""
    from podcast.currency import Ledger
    from podcast.findings import kept_or

    def look() -> "Findings":
        from podcast.gate import report_on

        slugs = {produced.episode.slug for produced in built}
        return report_on(ledger.show, slugs=slugs, is_listening=False, base_url=built[-1].base_url).findings

    is_known = all(one.current for one in wanted)
    requests = [one.request for one in wanted[: len(built)]]
    return kept_or(look, ledger if is_known else Ledger(ledger.show), requests)


def _tell_check(findings: "Findings") -> None:
    """That only this machine can follow the feed's links is no surprise here: `next_step` says it."""
    told = tuple(problem for problem in findings.problems if problem.rule.id != _LOCAL_ADDRESS)
    problems.tell(told)
    click.echo(f"  checked  {problems.verdict(replace(findings, problems=told))}")


def _cores() -> int:
    """Those that this process may use: a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _print_json(built: "list[Produced]", wanted: list[_Wanted], ledger: "Ledger") -> None:
    """Also after an error: what was built before it is published."""
    if built:
        facts = {
            "feed": "public/feed.xml",
            "episodes": [_episode_as_json(produced) for produced in built],
            "problems": [problems.as_json(problem) for problem in _checked(built, wanted, ledger).problems],
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
