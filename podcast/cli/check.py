"""`podcast check`: the release gate."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcast.cli import heardview, problems
from podcast.errors import PodcastError

if TYPE_CHECKING:
    import httpx

    from feed.rules import Report
    from podcast.listening.show import HeardEpisode

_TIMEOUT_S = 30


@click.command(
    epilog="""\b
Examples:
  podcast check
  podcast check --strict --show ~/shows/river-letters
  podcast check --url https://example.org/show/feed.xml
  podcast check --listen --only on-paper
"""
)
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--url", default="", help="Check the feed that a server has at this address instead of public/.")
@click.option("--strict", is_flag=True, help="Fail on what is only recommended, too.")
@click.option("--only", metavar="SLUG", multiple=True, help="Look at this episode alone; may be given several times.")
@click.option(
    "--listen", is_flag=True, help="Let a speech recogniser judge the voice, too: needs podcast-producer[listen]."
)
@click.option(
    "--listen-model",
    metavar="MODEL",
    default="base",
    show_default=True,
    help="A Whisper by its name, which is fetched once, or the folder of one.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def check(
    *, show: Path, url: str, strict: bool, only: tuple[str, ...], listen: bool, listen_model: str, as_json: bool
) -> None:
    """Hold every rule of apps and directories against what is published, before subscribers do.

    Looks at feed.xml, the covers, transcripts, chapters and pages, listens to all of the audio, and finds files that
    are missing or that nothing refers to. Each problem is told with its rule, a remedy, and who demands it. Exits with
    1 if a required rule is broken; with --strict, if a recommended one is. --url also tries the server: byte ranges,
    caching, media types; it may be the address of the show's page, which names the feed. --listen writes down what it
    hears of each episode, and tells where that is not what was written.
    """
    if url and (listen or only):
        raise click.UsageError("--listen and --only are for a show in a folder, not for --url.")
    report = _on_server(url) if url else _on_folder(show, only)
    heard: tuple[HeardEpisode, ...] = ()
    if listen:
        report, heard = _listened(report, show, only, listen_model)
    failing = ("required", "recommended") if strict else ("required",)
    if as_json:
        checked = {"episodes": report.episodes, "rules": len(report.rules)}
        told: dict[str, object] = {
            "checked": checked,
            "problems": [problems.as_json(problem) for problem in report.problems],
        }
        if listen:
            told["heard"] = [heardview.as_json(one) for one in heard]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        problems.tell(report.problems)
        for line in (line for one in heard for line in heardview.lines(one)):
            click.echo(line)
        click.echo(problems.verdict(report.findings))
    if any(problem.rule.level in failing for problem in report.problems):
        raise click.exceptions.Exit(1)


def _on_folder(show: Path, only: tuple[str, ...]) -> "Report":
    from rich.console import Console

    from podcast.show.release_check import report_on

    _refuse_unknown(show, only)
    with Console(stderr=True).status("Listening to the audio …"):
        return report_on(show, slugs=only or None)


def _refuse_unknown(show: Path, only: tuple[str, ...]) -> None:
    from podcast.episode.archive import Archive

    known = Archive(show / "public").signatures() if only else {}
    for slug in only:
        if slug not in known:
            near = get_close_matches(slug, known, n=3) or [*known][:3]
            remedy = f"There is {', '.join(near)}." if near else "Build an episode first (`podcast build essay.md`)."
            raise PodcastError("There is no such episode", which=slug, remedy=remedy)


def _listened(
    report: "Report", show: Path, only: tuple[str, ...], model: str
) -> "tuple[Report, tuple[HeardEpisode, ...]]":
    """The report with what a recogniser found, and what it heard."""
    from rich.console import Console

    from podcast.config.load import load_settings
    from podcast.episode.archive import Archive
    from podcast.listening import rules
    from podcast.listening.recogniser import load_recogniser
    from podcast.listening.show import listen_to

    settings = load_settings(show / "podcast.toml")
    heard: list[HeardEpisode] = []
    found = list(report.problems)
    with Console(stderr=True).status(f"Getting the recogniser {model} …") as status:
        recogniser = load_recogniser(model)
        for slug in dict.fromkeys(only) or Archive(show / "public").signatures():
            status.update(f"Writing down what {slug} says …")
            try:
                heard.append(listen_to(show, slug, recogniser, settings))
            except PodcastError as error:
                found.append(rules.unheard(slug, error))
            else:
                found += rules.problems(heard[-1])
    return replace(report, problems=tuple(found), rules=(*report.rules, *rules.RULES)), tuple(heard)


def _on_server(url: str) -> "Report":
    import httpx

    from feed.check import Standard
    from feed.check.served import check_served
    from feed.check.site import is_absolute

    if not is_absolute(url):
        raise PodcastError(
            "This is no address of a feed", which=url, remedy="Write it as https://example.org/feed.xml."
        )
    with httpx.Client(timeout=_TIMEOUT_S, headers={"user-agent": "podcast-producer (podcast check)"}) as client:
        return check_served(_feed_at(url, client), client, Standard(now=datetime.now(UTC)))


def _feed_at(url: str, client: "httpx.Client") -> str:
    from feed.check.autodiscovery import NoAnswer, find_feed
    from podcast.cli.screen import line

    try:
        feed_url = find_feed(url, client)
    except NoAnswer as error:
        remedy = "Look whether the address is right and the server runs, then check again."
        raise PodcastError(f"Nobody answers at {url} ({error})", remedy=remedy) from None
    if feed_url != url:
        click.echo(f"Checking the feed that this page names: {line(feed_url, 300)}", err=True)
    return feed_url
