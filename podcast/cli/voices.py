"""`podcast voices`: the narrators that come with podcast, and the voices of all engines here."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import essays, voicelibrary
from podcast.cli.audition import audition
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from rich.console import Console

    from voices.speech import InstalledVoice, Roster

    Found = Mapping[str, tuple[InstalledVoice, ...]]  # by engine


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  podcast voices
  podcast voices --language de
  podcast voices --all --language en-gb
  podcast voices add hibari:emma
  podcast voices audition --essay essay.md
  podcast build essay.md --voice en-gb-x-rp+Annie
""",
)
@click.option("--language", default="", help="Only voices of this language, such as en or pt-br.")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--all", "is_all", is_flag=True, help="List what can be added, too, its size and its licence.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_context
def voices(ctx: click.Context, *, language: str, show: Path, is_all: bool, as_json: bool) -> None:
    """List the narrators, and the voices of all engines.

    Each name can be given to `podcast build --voice`; hibari:heart is heart of hibari and of no other engine. A variant
    follows a voice with a plus: en-us+Annie.
    """
    if ctx.invoked_subcommand is not None:
        return
    if is_all:
        voicelibrary.list_all(language, as_json=as_json)
        return
    wanted = language.lower().replace("_", "-")
    rosters = _rosters(essays.settings_for(show, {}).voice.driver)
    found = {name: tuple(voice for voice in one.voices if _speaks(voice, wanted)) for name, one in rosters.items()}
    if not any(found.values()):
        remedy = "`podcast voices` lists all, `podcast voices --all` what can be added."
        raise PodcastError("No voice here speaks this language", which=language, remedy=remedy)
    if as_json:
        click.echo(json.dumps(_as_json(found, rosters), ensure_ascii=False, indent=2))
    else:
        _show(found, rosters)


voices.add_command(voicelibrary.add)
voices.add_command(voicelibrary.remove)
voices.add_command(audition)


def _rosters(only: str) -> "Mapping[str, Roster]":
    from podcast.recording.jobs.engine_process import EngineProcess
    from voices.rosters import Rosters
    from voices.speech import SpeechError

    with ExitStack() as engine_processes:
        rosters = Rosters(lambda name: engine_processes.enter_context(EngineProcess(name)).roster(), only)
        try:
            return {name: rosters.of(name) for name in rosters.names}
        except SpeechError as error:
            remedy = "Name another engine as driver under [voice] in podcast.toml, or none."
            raise PodcastError(str(error), remedy=remedy) from None


def _speaks(voice: "InstalledVoice", language: str) -> bool:
    return not language or any(tag == language or tag.startswith(f"{language}-") for tag in voice.languages)


def _as_json(found: "Found", rosters: "Mapping[str, Roster]") -> dict[str, Any]:
    from voices.casting import profiles
    from voices.engine import engine, engines

    return {
        "profiles": [
            {"name": profile.name, "description": profile.description, "engine": profile.driver, "voice": _id(profile)}
            for profile in profiles().values()
        ],
        "engines": [
            {
                "name": name,
                "description": engine(name).description,
                "is_neural": engine(name).is_neural,
                "missing": engine(name).missing(),
                "variants": rosters[name].variants if name in rosters else (),
            }
            for name in dict.fromkeys((*rosters, *engines()))
        ],
        "voices": [
            {
                "engine": name,
                "id": voice.id,
                "name": voice.name,
                "languages": voice.languages,
                "gender": voice.gender,
                "licence": voice.licence,
                "credit": voice.credit,
            }
            for name, ones in found.items()
            for voice in ones
        ],
    }


def _show(found: "Found", rosters: "Mapping[str, Roster]") -> None:
    from rich.console import Console
    from rich.table import Table

    from voices.casting import profiles

    console = Console(highlight=False)
    narrators = Table("narrator", "voice", "rate", "what it is like", box=None, pad_edge=False, header_style="bold")
    for profile in profiles().values():
        voice = f"{profile.driver}:{_id(profile)}"
        narrators.add_row(profile.name, voice, f"{profile.rate_wpm} wpm", profile.description)
    console.print(narrators)
    for name, ones in found.items():
        _show_engine(name, ones, rosters[name].variants, console)
    for told in _absent(rosters):
        console.print(f"\n[dim]{told}[/dim]")


def _show_engine(name: str, ones: "tuple[InstalledVoice, ...]", variants: tuple[str, ...], console: "Console") -> None:
    from rich.markup import escape
    from rich.table import Table

    from voices.engine import engine

    if not ones:
        return
    console.print(f"\n[bold]voices of {escape(name)}[/bold]: {escape(engine(name).description)}")
    by_id = Table("voice", "name", "language", "licence", box=None, pad_edge=False, show_header=False)
    for one in sorted(ones, key=lambda one: one.id):
        by_id.add_row(escape(one.id), escape(one.name), escape(", ".join(one.languages[:1])), escape(one.licence))
    console.print(by_id)
    if variants:
        console.print(f"variants of each, as in {escape(min(one.id for one in ones))}+{variants[0]}:")
        console.print(escape(", ".join(variants)))


def _absent(rosters: "Mapping[str, Roster]") -> Iterator[str]:
    """Engines that this program knows and that can't speak here, and what would help."""
    from rich.markup import escape

    from voices.engine import engines

    for name, one in engines().items():
        if name not in rosters:
            why = one.missing() or f"{name} has no voice here yet: `podcast voices --all` lists what can be added."
            yield escape(why)


def _id(profile: Any) -> str:
    return f"{profile.voice}+{profile.variant}" if profile.variant else str(profile.voice)
