"""`podcast voices audition`: all voices at hand on one passage, to choose by ear."""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import cache, essays, websources
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from podcast.audition.results import Audition, Task
    from podcast.config.settings import Settings
    from podcast.text.essay import Essay

_FOLDER_NAME = "audition"


@click.command(
    epilog="""\b
Examples:
  podcast voices audition
  podcast voices audition --essay essay.md
  podcast voices audition "Nguyen came by boat." --voice heart --voice en-us+Annie
  podcast voices audition "Der Teich ruht." --language de
"""
)
@click.argument("text", required=False)
@click.option("--essay", default="", help="Say a passage of this essay, or TEXT as a line of it: with its lexicon.")
@click.option("--language", default="", help="Such as en-gb or de.  [default: the essay's, the show's]")
@click.option("--voice", "names", multiple=True, metavar="NAME", help="Only this one; may be given more than once.")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--output", type=click.Path(path_type=Path), help="Where to put it.  [default: audition/ in the show]")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON what was measured.")
def audition(
    text: str | None,
    *,
    essay: str,
    language: str,
    names: tuple[str, ...],
    show: Path,
    output: Path | None,
    as_json: bool,
) -> None:
    """Have every voice at hand say TEXT: a page and an MP3 to choose by ear.

    Without TEXT they say a passage of the essay, or in English one of our own. Each says its name first. The page
    tells pace, loudness, speed and licence, and how to use the voice. The MP3 has a chapter for each.
    """
    from podcast.audition.folder import publish, require_ours
    from podcast.show.feed_facts import show_title

    folder = output or show / _FOLDER_NAME
    require_ours(folder, show)
    settings = essays.settings_for(show, {})
    essay = websources.here(essay, show) if essay else essay
    task = _task(text, essay, language, settings, show)
    with TemporaryFile() as body:
        heard = _heard(task, names, body)
        audio, page = publish(folder, heard, body, show_title(settings, show))
    if as_json:
        click.echo(json.dumps(_as_json(heard, audio, page), ensure_ascii=False, indent=2))
    else:
        _show(heard, page)


def _task(text: str | None, essay_name: str, language: str, settings: "Settings", show: Path) -> "Task":
    """All of the input that can be wrong, but for the voices' names, is refused here."""
    from podcast.audition.passage import built_in, given, passage_of
    from podcast.audition.results import Task
    from podcast.voicing.lexicons import load_reader

    passage = given(text) if text is not None else ""
    essay = essays.read(essay_name) if essay_name else None
    spoken = _language(language, essay, settings)
    if not passage:
        passage = passage_of(essay, spoken) if essay else built_in(spoken)
    reader = load_reader(settings, show, essays.folder_of(essay_name) if essay_name else None, spoken)
    return Task(passage, reader, settings)


def _language(wanted: str, essay: "Essay | None", settings: "Settings") -> str:
    from feed.languages import is_language, language_tag
    from podcast.text.language import check_language

    if wanted and not is_language(language_tag(wanted)):
        raise PodcastError("This is no language", which=wanted, remedy="Give a tag such as en-gb or de.")
    language = language_tag(wanted or (essay.language if essay else "") or settings.show.language)
    if essay:
        check_language(essay, language)
    return language


def _heard(task: "Task", names: tuple[str, ...], body: Any) -> "Audition":
    from podcast.audition.candidates import at_hand, named
    from podcast.audition.hearing import hear
    from podcast.cli.screen import progress
    from podcast.recording.jobs.runner import JobRunner
    from voices.speech import SpeechError

    driver = task.settings.voice.driver
    try:
        # One at a time: how fast each is, is measured.
        with JobRunner(store=cache.store()) as runner, progress("Audition", "voices") as on_progress:
            rosters = runner.rosters(driver)
            candidates = named(names, rosters) if names else at_hand(rosters, task.reader.language)
            return hear(candidates, task, runner, body, is_strict=bool(names), on_progress=on_progress)
    except SpeechError as error:
        raise PodcastError(f"The voices can't be used: {error}", remedy="`podcast voices` lists them.") from None


def _as_json(heard: "Audition", audio: Path, page: Path) -> dict[str, Any]:
    return {
        "page": str(page),
        "audio": str(audio),
        "language": heard.task.reader.language,
        "passage": heard.task.passage,
        "spoken": heard.task.spoken,
        "duration_ms": heard.duration_ms,
        "voices": [asdict(one) for one in heard.heard],
        "left_out": [asdict(one) for one in heard.absent],
    }


def _show(heard: "Audition", page: Path) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from podcast.cli.screen import clock, visible

    columns = ("at", "voice", "wpm", "LUFS", "dBTP", "speed", "licence")
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for column in table.columns[2:6]:
        column.justify = "right"
    for one in heard.heard:
        figures = (one.rate_wpm or "–", f"{one.loudness_lufs:.1f}", f"{one.true_peak_dbtp:.1f}", _speed(one.speed))
        table.add_row(clock(one.start_ms), escape(one.name), *map(str, figures), escape(one.terms))
    Console(highlight=False).print(table)
    for absent in heard.absent:
        click.echo(visible(f"left out: {absent.name}: {absent.reason}"))
    click.echo(f"{page}  {clock(heard.duration_ms)}")


def _speed(speed: float | None) -> str:
    return "kept" if speed is None else f"{speed:.0f}×" if speed >= 10 else f"{speed:.1f}×"
