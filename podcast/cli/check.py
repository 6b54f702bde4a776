"""`podcast check`: the release gate."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcast.cli import problems
from podcast.errors import PodcastError

if TYPE_CHECKING:
    import httpx

    from feed.rules import Report

_TIMEOUT_S = 30


@click.command(
    epilog="""\b
Examples:
  podcast check
  podcast check --strict --show ~/shows/river-letters
  podcast check --url https://example.org/show/feed.xml
"""
)
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--url", default="", help="Check the feed that a server has at this address instead of public/.")
@click.option("--strict", is_flag=True, help="Fail on what is only recommended, too.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def check(*, show: Path, url: str, strict: bool, as_json: bool) -> None:
    """Hold every rule of apps and directories against what is published, before subscribers do.

    Looks at feed.xml, the covers, transcripts, chapters and pages, listens to all of the audio, and finds files that
    are missing or that nothing refers to. Each problem is told with its rule, a remedy, and who demands it. Exits with
    1 if a required rule is broken; with --strict, if a recommended one is. --url also tries the server: byte ranges,
    caching, media types; it may be the address of the show's page, which names the feed.
    """
    report = _on_server(url) if url else _on_folder(show)
    failing = ("required", "recommended") if strict else ("required",)
    if as_json:
        checked = {"episodes": report.episodes, "rules": len(report.rules)}
        told = {"checked": checked, "problems": [problems.as_json(problem) for problem in report.problems]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        problems.tell(report.problems)
        click.echo(problems.verdict(report.findings))
    if any(problem.rule.level in failing for problem in report.problems):
        raise click.exceptions.Exit(1)


def _on_folder(show: Path) -> "Report":
    from rich.console import Console

    from podcast.gate import report_on

    with Console(stderr=True).status("Listening to the audio …"):
        return report_on(show)


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
