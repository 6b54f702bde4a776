"""`podcast build`: essays to episodes in the feed. Several at once: batch.py.

What is current is passed over: then nothing more is read than the essays, and nothing heavy is imported.
"""

import os
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcast.cli import essays, folders, problems, showstate, websources
from podcast.cli.asjson import print_json
from podcast.cli.buildwish import BuildWish
from podcast.cli.chapters import EssayPart, parts
from podcast.cli.cluster import ESSAYS_A_CORE, cluster_option, workforce
from podcast.errors import PodcastError, about

if TYPE_CHECKING:
    from feed.rules import Findings
    from podcast.cache.store import Store
    from podcast.cli.batch import BatchResult
    from podcast.cli.wanted import RequestedEssay
    from podcast.produced import ProducedEpisode
    from podcast.recording.jobs.pool import WorkerPool

_SHOWN_ASIDE = 3
_LOCAL_ADDRESS = "public-address"  # a rule of feed/check


@click.command(
    epilog="""\b
Examples:
  podcast build essay.md
  podcast build essays/
  podcast build book.epub --split
  podcast build essay.md --title "Why Rivers Bend" --date 2026-11-22
  podcast build essay.md --intro jingle.mp3 --outro none --base-url https://example.org/show
  podcast build https://example.org/why-rivers-bend
  podcast build manuscript.docx
"""
)
@click.argument("essay", nargs=-1, required=True)
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--title", default="", help="The episode's title, else the essay's own.")
@click.option("--author", default="", help="Who wrote it, else as the essay says.")
@click.option("--date", default="", help="When it is published: 2026-11-22, or with a time.")
@click.option("--chapters", default="", help="Of a book, these: 3, 3-5 or 2,4-6, as `podcast script` lists them.")
@click.option("--split", is_flag=True, help="Make an episode of each chapter of a book.")
@click.option("--language", default="", help="The essay's language, such as en or de-at; it picks the voice.")
@click.option("--voice", help="A narrator's profile or a voice; see `podcast voices`.")
@click.option("--intro", metavar="FILE", help='Music to begin with: wav, mp3, m4a, flac, ogg, opus; or "none".')
@click.option("--outro", metavar="FILE", help='Music to end with; or "none".')
@click.option(
    "--same-as", metavar="SLUG", default="", help="It is the essay of this episode, whatever it is called now."
)
@click.option("--base-url", help="The address at which public/ will be found.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Recordings at a time.  [default: one a core]")
@cluster_option
@click.option("--no-cache", is_flag=True, help="Have all of it spoken again, and keep that instead.")
@click.option("--yes", is_flag=True, help="Build it though more than a third of its prose would not be said.")
@click.option("--skip-failed", is_flag=True, help="Publish it without the passages that no engine could say.")
@websources.options
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def build(  # noqa: PLR0913 — one parameter an option
    essay: tuple[str, ...],
    *,
    show: Path,
    title: str,
    author: str,
    date: str,
    chapters: str,
    split: bool,
    language: str,
    voice: str | None,
    intro: str | None,
    outro: str | None,
    same_as: str,
    base_url: str | None,
    jobs: int | None,
    cluster: str,
    no_cache: bool,
    yes: bool,
    skip_failed: bool,
    as_json: bool,
) -> None:
    """Build an episode from each ESSAY and enter it in the show's feed.

    ESSAY is a text, Markdown or HTML file (.mhtml too), a document (.docx, .odt, .rtf, .pdf, .rst, .org, .ipynb), a
    book (.epub), or - for standard input, or the address of a page: that is fetched once, saved in the show's sources/,
    and read from there ever after. Or it is a folder: then all essays in it, in the order of their names, 2 before 10,
    but not those in folders within it, nor books and PDFs, nor files whose names begin with . or _, nor README, LICENSE
    and the like. An essay that was built before keeps its place, its address and its date in the feed.

    An essay that says draft: true or the like is not published with others, but is when it is named alone.

    Of several essays, --jobs recordings are made at a time, and one that fails does not stop the others.
    """
    names = folders.gathered(essay, show)
    _tell_left_aside(folders.left_aside(essay))
    found = parts([websources.here(name, show) for name in names] if split else names, chapters, is_split=split)
    for option in [name for name, value in (("--title", title), ("--same-as", same_as)) if value and len(found) > 1]:
        raise click.UsageError(f"{option} names one episode: build one essay at a time with it.")
    changes = {
        "show": {"base_url": base_url},
        "opening": {"music": essays.music_choice(intro)},
        "closing": {"music": essays.music_choice(outro)},
    }
    stated = {"title": title, "author": author, "language": language, "date": date, "voice": voice or ""}
    jobs = jobs or _cores() * (ESSAYS_A_CORE if cluster and len(found) > 1 else 1)
    wish = BuildWish(
        show, changes, stated, voice, jobs, cluster, is_trusting=not no_cache, may_lose=yes, as_json=as_json
    )
    wish = replace(wish, is_found=names != list(essay), same_as=same_as, skips_failed=skip_failed)
    if len(found) == 1:
        _build_one(found[0], wish)
    else:
        _build_several(found, wish)


def _build_one(part: EssayPart, wish: BuildWish) -> None:
    from podcast.cache.uptodate import BuildRecords
    from podcast.cli.wanted import findings_of

    begun, records = time.monotonic(), BuildRecords(wish.show)
    with ExitStack() as at_the_end:
        workers = cache(partial(_workers, wish, at_the_end))
        wanted = wish.look_up(part, records, if_other=workers)
        produced = wanted.current or _produced(wanted, wish, workers())
        found = findings_of([produced], [wanted], records if wanted.current else BuildRecords(wish.show))
        if wish.as_json:
            print_json([produced], found)
            return
        from podcast.cli.screen import next_step, summary

        summary(produced, wish.show, time.monotonic() - begun)
        _tell_check(found)
        next_step(produced.base_url)


def _workers(wish: BuildWish, at_the_end: ExitStack) -> "WorkerPool":
    """One of them gets ready while this process looks around and reads."""
    from podcast.recording.jobs.pool import WorkerPool
    from podcast.recording.jobs.worker import WorkerSetup
    from podcast.voicing.casting import likely_engine

    setup = WorkerSetup(likely_engine(wish.settings, wish.stated["language"]), wish.store)
    workers = at_the_end.enter_context(WorkerPool(setup, wish.jobs))
    workers.get_ready(1)
    return workers


def _produced(wanted: "RequestedEssay", wish: BuildWish, workers: "WorkerPool") -> "ProducedEpisode":
    """The workers leave while it is told what was made."""
    with workforce(wish.cluster) as away:
        workers.get_ready(1 if wanted.request.was_built else 2)
        from podcast.cli.screen import progress
        from podcast.produce import produce
        from podcast.recording.options import BuildOptions

        _tell_refusal(wish.store)
        manuscript = wish.manuscript(wanted)
        essays.check_not_withheld(manuscript.essay, wanted.part.name, showstate.clock(), is_named=not wish.is_found)
        is_its_choice = manuscript.essay.voice or manuscript.essay.language  # which no voice may be there for
        subject = wanted.part.name if is_its_choice else ""
        with progress(manuscript.essay.title) as on_progress, about(subject):
            gate = partial(import_module, "podcast.show.release_check")  # which is wanted at the end
            options = BuildOptions(wish.jobs, workers, wish.store, on_progress, workforce=away, meanwhile=(gate,))
            options = replace(options, skips_failed=wish.skips_failed)
            moment = showstate.moment(wish.show)
            produced = produce(manuscript, wish.settings, wish.show, now=moment, options=options)
        workers.leave()
        return produced


def _build_several(found: list[EssayPart], wish: BuildWish) -> None:
    from podcast.batch.messages import BatchOptions, BuildOutcome
    from podcast.cache.uptodate import BuildRecords
    from podcast.cli import batch
    from podcast.cli.wanted import findings_of

    names = [part.label for part in found]
    result, records = batch.BatchResult(names), BuildRecords(wish.show)
    wanted: dict[str, RequestedEssay] = {}
    for place, (name, part) in enumerate(zip(names, found, strict=True)):
        try:
            wanted[name] = wish.look_up(part, records)
        except PodcastError as error:
            result.outcomes[place] = BuildOutcome.failed(error)
            continue
        if current := wanted[name].current:
            result.outcomes[place] = BuildOutcome(current)
    try:
        if len(result.outcomes) < len(names):
            with workforce(wish.cluster):
                pass  # is anybody there? It is told once, and not of each essay
            _tell_refusal(wish.store)
            showstate.tell_mended(wish.show)
            showstate.moment(wish.show)
            order = BatchOptions(wish.settings, wish.show, wish.jobs, wish.store, wish.skips_failed, wish.cluster)
            batch.build_all(result, lambda name: wish.manuscript(wanted[name]), order, showstate.clock())
        elif result.episodes:
            result.findings = findings_of(result.episodes, [*wanted.values()], records)
    finally:  # also when it was stopped: what was built is published
        if result.outcomes:
            _tell_several(result, wish)
    if result.failed:
        sys.exit(1)


def _tell_several(result: "BatchResult", wish: BuildWish) -> None:
    from podcast.cli import batch
    from podcast.cli.screen import next_step

    if wish.as_json:
        failed = [{"essay": name, "error": outcome.error} for name, outcome in result.failed]
        withheld = [{"essay": name, "why": why} for name, why in result.withheld]
        print_json(result.episodes, result.findings, failed, withheld)
    else:
        batch.tell(result, wish.show)
        if result.findings:
            _tell_check(result.findings)
    batch.tell_failed(result, is_debugging=click.get_current_context().find_root().params["debug"])
    if result.findings and not wish.as_json:
        next_step(result.episodes[-1].base_url)


def _tell_refusal(store: "Store | None") -> None:
    """A cache is never in the way of a build; but who waits for all of it every time should know why."""
    if store is not None and store.max_bytes and (why := store.refusal()):
        click.echo(f"Nothing new is kept for the next build: {why}.", err=True)


def _tell_left_aside(paths: list[str]) -> None:
    """On stderr: it is about what is not built."""
    if paths:
        from podcast.cli.screen import visible

        more = f" and {len(paths) - _SHOWN_ASIDE} more" if len(paths) > _SHOWN_ASIDE else ""
        told = f"Not built: {', '.join(paths[:_SHOWN_ASIDE])}{more}. Of a folder, name a book or a PDF itself."
        click.echo(visible(told), err=True)


def _tell_check(findings: "Findings") -> None:
    """That only this machine can follow the feed's links is no surprise here: `next_step` says it."""
    told = tuple(problem for problem in findings.problems if problem.rule.id != _LOCAL_ADDRESS)
    problems.tell(told)
    click.echo(f"  checked  {problems.verdict(replace(findings, problems=told))}")


def _cores() -> int:
    """Those that this process may use: a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
