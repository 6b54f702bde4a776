"""`podcast script`: what will be said, what will not, and how long it will take; nothing is voiced."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import essays

if TYPE_CHECKING:
    from podcast.settings import Settings
    from podcast.text.cues import Cue
    from podcast.text.essay import Essay
    from podcast.text.script import Script

_MUSIC_ALONE_MS = 6000  # of our own intro and outro; the rest is under the voice


@click.command(
    epilog="""\b
Examples:
  podcast script essay.md
  podcast script essay.md --json | jq '.skipped'
"""
)
@click.argument("essay")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--title", default="", help="The episode's title, else the essay's own.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, with the offsets of each text in the source.")
def script(essay: str, *, show: Path, title: str, as_json: bool) -> None:
    """Print what an episode of ESSAY would say, and what not and why, without voicing it.

    ESSAY is a text, Markdown or HTML file (.mhtml too), or - for standard input.
    """
    from podcast.text.script import Roles, write_script

    settings = essays.settings_for(show, {})
    roles = Roles(settings.roles.heading, settings.roles.quotation)
    read = essays.read(essay, title=title, speakers=essays.speakers_of(settings))
    language = read.language or settings.show.language
    written = write_script(read, says_title=not settings.opening.text, roles=roles, language=language)
    duration_ms = _duration_ms(read, written, settings, show)
    if as_json:
        click.echo(json.dumps(_as_json(read, written, duration_ms), ensure_ascii=False, indent=2))
    else:
        _show(read, written, duration_ms)


def _duration_ms(essay: "Essay", written: "Script", settings: "Settings", show: Path) -> int:
    """An estimate of the whole episode: segments, welcome, sign-off and music."""
    from podcast.syndicate import show_title
    from podcast.text.duration import estimate_duration_ms
    from podcast.text.template import fill
    from voices.casting import profiles

    profile = profiles().get(settings.voice.name) or next(iter(profiles().values()))
    author = essay.author or settings.show.author
    blanks = {"show": show_title(settings, show), "title": essay.title, "author": author}
    frames = (settings.opening, settings.closing)
    texts = [segment.text for segment in written.segments]
    framing = [fill(frame.text, blanks) for frame in frames if frame.text]
    music_ms = sum(_MUSIC_ALONE_MS for frame in frames if frame.music != "none")
    return music_ms + estimate_duration_ms([*texts, *framing], settings.voice.rate_wpm or profile.rate_wpm)


def _as_json(essay: "Essay", written: "Script", duration_ms: int) -> dict[str, Any]:
    from podcast.text.spoken import spoken

    return {
        "title": essay.title,
        "author": essay.author,
        "language": essay.language,
        "duration_ms": duration_ms,
        "segments": [
            {
                "kind": segment.kind,
                "role": segment.role,
                "language": segment.language,
                "cues": [_cue(cue) for cue in segment.cues],
                "text": segment.text,
                "spoken": spoken(segment.text).text,
                "start": segment.start,
                "end": segment.end,
            }
            for segment in written.segments
        ],
        "last_cues": [_cue(cue) for cue in written.last_cues],
        "skipped": [
            {"text": skip.text, "reason": skip.reason, "start": skip.start, "end": skip.end} for skip in written.skips
        ],
    }


def _cue(cue: "Cue") -> dict[str, Any]:
    """A pause that has no length of its own is as long as a scene break."""
    return {"kind": cue.kind} | ({"duration_ms": cue.duration_ms} if cue.duration_ms >= 0 else {})


def _cue_in_words(cue: "Cue") -> str:
    return f"{cue.kind}, {cue.duration_ms / 1000:g} s" if cue.duration_ms >= 0 else str(cue.kind)


def _show(essay: "Essay", written: "Script", duration_ms: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.padding import Padding

    from podcast.cli.screen import clock, line
    from podcast.text.essay import NARRATOR, SILENT_REASONS

    console = Console(highlight=False)
    author = f" by {escape(essay.author)}" if essay.author else ""
    console.print(f"[bold]{escape(essay.title)}[/bold]{author}")
    console.print(f"about {clock(duration_ms)}, {len(written.segments)} segments\n")
    for number, segment in enumerate(written.segments, 1):
        for cue in segment.cues:
            console.print(f"[dim]     ({_cue_in_words(cue)})[/dim]")
        role = "" if segment.role == NARRATOR else segment.role
        facts = ", ".join(filter(None, (segment.kind, role, segment.language)))
        console.print(f"[dim]{number:3}  {escape(facts)}[/dim]")
        console.print(Padding(escape(segment.text), (0, 0, 0, 5)))
    for cue in written.last_cues:
        console.print(f"[dim]     ({_cue_in_words(cue)})[/dim]")
    reported = [skip for skip in written.skips if skip.reason not in SILENT_REASONS]
    console.print("\nNot said:" if reported else "\nNothing is left out.")
    for skip in reported:
        console.print(Padding(f"[dim]{skip.reason}:[/dim] {escape(line(skip.text, 300))}", (0, 0, 0, 5)))
