"""`podcast voices`: the narrators that come with podcast, and the voices that an engine has here."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import essays, voicelibrary
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from voices.speech import InstalledVoice, Roster


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  podcast voices
  podcast voices --language de
  podcast voices --all --language en-gb
  podcast voices add hibari:emma
  podcast build essay.md --voice en-gb-x-rp+Annie
""",
)
@click.option("--language", default="", help="Only voices of this language, such as en or pt-br.")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--all", "is_all", is_flag=True, help="List what can be added, too, its size and its licence.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_context
def voices(ctx: click.Context, *, language: str, show: Path, is_all: bool, as_json: bool) -> None:
    """List the narrators, and the voices of the engine that the show uses.

    Each name can be given to `podcast build --voice`. A variant follows a voice with a plus: en-us+Annie.
    """
    if ctx.invoked_subcommand is not None:
        return
    if is_all:
        voicelibrary.list_all(language, as_json=as_json)
        return
    from voices.booth import Booth
    from voices.speech import SpeechError

    driver = essays.settings_for(show, {}).voice.driver
    try:
        with Booth(driver) as booth:
            roster = booth.roster()
    except SpeechError as error:
        raise PodcastError(str(error), remedy="Name another engine as driver under [voice] in podcast.toml.") from None
    wanted = language.lower().replace("_", "-")
    found = [voice for voice in roster.voices if _speaks(voice, wanted)]
    if not found:
        raise PodcastError("No voice here speaks this language", which=language, remedy="`podcast voices` lists all.")
    if as_json:
        click.echo(json.dumps(_as_json(driver, found, roster), ensure_ascii=False, indent=2))
    else:
        _show(driver, found, roster)


voices.add_command(voicelibrary.add)
voices.add_command(voicelibrary.remove)


def _speaks(voice: "InstalledVoice", language: str) -> bool:
    return not language or any(tag == language or tag.startswith(f"{language}-") for tag in voice.languages)


def _as_json(driver: str, found: "list[InstalledVoice]", roster: "Roster") -> dict[str, Any]:
    from voices.casting import profiles

    return {
        "profiles": [
            {"name": profile.name, "description": profile.description, "driver": profile.driver, "voice": profile.voice}
            for profile in profiles().values()
        ],
        "driver": driver,
        "voices": [
            {"id": voice.id, "name": voice.name, "languages": voice.languages, "gender": voice.gender}
            for voice in found
        ],
        "variants": roster.variants,
    }


def _show(driver: str, found: "list[InstalledVoice]", roster: "Roster") -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from voices.casting import profiles

    console = Console(highlight=False)
    narrators = Table("narrator", "voice", "rate", "what it is like", box=None, pad_edge=False, header_style="bold")
    for profile in profiles().values():
        voice = f"{profile.voice}+{profile.variant}" if profile.variant else profile.voice
        narrators.add_row(profile.name, voice, f"{profile.rate_wpm} wpm", profile.description)
    console.print(narrators)
    console.print(f"\n[bold]voices of {escape(driver)}[/bold]")
    by_id = Table("voice", "name", box=None, pad_edge=False, show_header=False)
    for one in sorted(found, key=lambda one: one.id):
        by_id.add_row(one.id, one.name)
    console.print(by_id)
    if roster.variants:
        console.print("\n[bold]variants[/bold] of each voice, as in en-us+Annie")
        console.print(", ".join(roster.variants))
