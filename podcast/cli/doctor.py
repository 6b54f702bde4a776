"""`podcast doctor`: what there is on this machine, and what its user has to do before a build."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcast.cli import cache

if TYPE_CHECKING:
    from podcast.cli.checkup import CheckedThing

_COLORS = {"well": "green", "note": "cyan", "ill": "red"}


@click.command(
    epilog="""\b
Examples:
  podcast doctor
  podcast doctor --show ~/shows/river-letters --json
"""
)
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def doctor(*, show: Path, as_json: bool) -> None:
    """Look whether all is well here: versions, engines, folders and their disks, and the show.

    Tells of each engine whether it can run, else why not and what would help. Nothing is voiced, changed or fetched.
    Exits with 1 if something has to be done; what is only worth knowing is a note.
    """
    from podcast.cli.checkup import State, look_at

    found = list(look_at(show, cache.store()))
    ill = [one for one in found if one.state is State.ILL]
    if as_json:
        click.echo(
            json.dumps({"is_well": not ill, "checks": [asdict(one) for one in found]}, ensure_ascii=False, indent=2)
        )
    else:
        _tell(found)
    if ill:
        raise click.exceptions.Exit(1)


def _tell(found: "list[CheckedThing]") -> None:
    from podcast.cli.screen import counted, visible

    width = max(len(one.name) for one in found)
    for one in found:
        state = click.style(f"{one.state:<4}", fg=_COLORS[one.state])
        headline, *more = visible_lines(one)
        click.echo(f"{state}  {visible(one.name):<{width}}  {headline}")
        for line in more:
            click.echo(f"{'':{width + 8}}{line}")
    count = sum(one.state == "ill" for one in found)
    click.echo(f"\n{counted(count, 'thing')} to be done" if count else "\nAll is well.")


def visible_lines(one: "CheckedThing") -> list[str]:
    from podcast.cli.screen import visible

    return [visible(line) for line in f"{one.what}\n{one.remedy}".strip().split("\n")]
