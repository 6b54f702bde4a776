"""`podcast script`: what will be said, what will not, and how long it will take; nothing is voiced."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import essays, websources
from podcast.cli.chapters import titles_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from podcast.config.settings import Settings
    from podcast.text.cues import Mark
    from podcast.text.essay import Essay
    from podcast.text.script import Script
    from podcast.voicing.reading_aloud import TextReader


@click.command(
    epilog="""\b
Examples:
  podcast script essay.md
  podcast script essay.md --spoken
  podcast script book.epub --chapters 3
  podcast script essay.md --json | jq '.skipped'
  podcast script essay.md --diff-source
  podcast script essay.md --diff-source --html > galley.html
"""
)
@click.argument("essay")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--title", default="", help="The episode's title, else the essay's own.")
@click.option("--author", default="", help="Who wrote it, else as the essay says.")
@click.option("--language", default="", help="The essay's language, such as en or de-at.")
@click.option("--chapters", default="", help="Of a book, these: 3, 3-5 or 2,4-6.")
@click.option("--spoken", is_flag=True, help="Show below each text how it is said, where that differs.")
@websources.options
@click.option("--json", is_flag=True, help="Print it as JSON, with the offsets of each text in the source.")
@click.option("--diff-source", is_flag=True, help="Print the essay's source, with what is not said struck through.")
@click.option("--html", is_flag=True, help="With --diff-source: print that as a web page.")
def script(essay: str, *, show: Path, title: str, author: str, language: str, chapters: str, **ways: bool) -> None:
    """Print what an episode of ESSAY would say, and what not and why, without voicing it.

    ESSAY is a file as `podcast build` takes it, the address of one on the web, or - for standard input. Of a book it
    lists the chapters first.
    """
    from podcast.config.scripts import script_of
    from podcast.voicing.lexicons import load_reader

    _check(ways)
    settings = essays.settings_for(show, {})
    essay = websources.here(essay, show)
    data = essays.bytes_of(essay)
    facts = {"title": title, "author": author, "language": language, "chapters": chapters}
    read = essays.read(essay, data=data, **facts, settings=settings)
    settings = settings.narrated_by(read.voice)
    reader = load_reader(settings, show, essays.folder_of(essay), read.language)
    written = script_of(read, settings, reader.language)
    duration_ms = _duration_ms(read, written, settings, show)
    told = _told(read, read.language or settings.show.language)
    if ways["html"]:
        from podcast.galley.page import galley

        click.echo(galley(read, written, duration_ms, told))
        return
    _warn(told)
    titles = titles_of(data, essay)
    if ways["json"]:
        listed = {"chapters": titles} if titles else {}
        click.echo(json.dumps(listed | _as_json(read, written, reader, duration_ms), ensure_ascii=False, indent=2))
    elif ways["diff_source"]:
        from podcast.cli.sourceview import print_source
        from podcast.text.marked import proofread

        print_source(proofread(read, written))
    else:
        from podcast.cli.scriptview import print_chapters, print_script

        print_chapters(titles)
        print_script(read, written, duration_ms, reader if ways["spoken"] else None)


def _check(ways: "Mapping[str, bool]") -> None:
    """Whether the ways to print it go together."""
    if ways["html"] and not ways["diff_source"]:
        raise click.UsageError("--html goes with --diff-source.")
    chosen = [f"--{way.replace('_', '-')}" for way in ("diff_source", "json", "spoken") if ways[way]]
    if len(chosen) > 1:
        raise click.UsageError(f"{chosen[0]} doesn't go with {chosen[1]}.")


def _told(essay: "Essay", language: str) -> tuple[str, ...]:
    from podcast.text.loss import loss_of
    from podcast.text.notices import notices, withheld

    loss = loss_of(essay)
    told: tuple[str, ...] = (f"{loss}. `podcast build` asks for --yes.",) if loss.is_great else ()
    why = withheld(essay, datetime.now(UTC))
    told += (f"The essay says {why}: a build of several passes over it",) if why else ()
    return (*told, *notices(essay, language))


def _warn(told: "Sequence[str]") -> None:
    """On stderr, so that it is no part of the script."""
    from podcast.cli.screen import visible

    for sentence in told:
        click.secho(visible(sentence), fg="yellow", err=True)


def _duration_ms(essay: "Essay", written: "Script", settings: "Settings", show: Path) -> int:
    """An estimate of the whole episode: segments, welcome, sign-off and music."""
    from podcast.config.greetings import greetings_of
    from podcast.show.feed_facts import show_title
    from podcast.text.duration import estimate_duration_ms
    from podcast.text.template import fill
    from voices.casting import profiles

    profile = profiles().get(settings.voice.name) or next(iter(profiles().values()))
    author = essay.author or settings.show.author
    blanks = {"show": show_title(settings, show), "title": essay.title, "author": author}
    greetings, said = (settings.opening, settings.closing), greetings_of(settings)
    texts = [segment.text for segment in written.segments]
    framing = [fill(template, blanks) for template in (said.welcome, said.sign_off) if template]
    music_s = sum(greeting.before_s + greeting.after_s for greeting in greetings if greeting.music != "none")
    rate_wpm = settings.voice.rate_wpm or profile.rate_wpm
    return round(music_s * 1000) + estimate_duration_ms([*texts, *framing], rate_wpm)


def _as_json(essay: "Essay", written: "Script", reader: "TextReader", duration_ms: int) -> dict[str, Any]:
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
                "spoken": reader.form(segment.text, segment.language).text,
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


def _cue(cue: "Mark") -> dict[str, Any]:
    """A pause that has no length of its own is as long as a scene break."""
    return {"kind": cue.kind} | ({"duration_ms": cue.duration_ms} if cue.duration_ms >= 0 else {})
