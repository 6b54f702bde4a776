"""`podcast diff`: what a build would change in an essay's episode; listed, and played."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import cache, essays, websources
from podcast.cli.chapters import parts
from podcast.cli.players import find_players, play
from podcast.cli.wav import check_wav_name, save_wav
from podcast.errors import PodcastError
from podcast.sound import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from podcast.comparison import Comparison
    from podcast.config.settings import Settings
    from podcast.episode.changes import Difference, SaidPiece
    from podcast.text.essay import Essay

_GAP = bytes(2 * SAMPLE_RATE_HZ * 6 // 10)  # between passages that do not follow each other
_DIFFERS, _TROUBLE = 1, 2  # exit status, as diff(1) has it


class _Trouble(click.ClickException):
    exit_code = _TROUBLE


@click.command(
    epilog="""\b
Examples:
  podcast diff essay.md
  podcast diff essay.md --play
  podcast diff essay.md --json | jq .to_voice
  podcast diff essay.md --exit-code || podcast build essay.md
"""
)
@click.argument("essay")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--title", default="", help="As you would give it to build; so are the next three.")
@click.option("--author", default="", help="Who wrote it, else as the essay says.")
@click.option("--date", default="", help="When it is published: 2026-11-22, or with a time.")
@click.option("--language", default="", help="The essay's language, such as en or de-at.")
@click.option("--chapters", default="", help="Of a book, these: 3, 3-5 or 2,4-6.")
@click.option("--play", "is_played", is_flag=True, help="Play what is new or reworded, as it will sound.")
@click.option("--output", type=click.Path(path_type=Path), help="Save that there, as WAV.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when anything differs, and with 2 when it can't be told.")
@websources.options
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def diff(  # noqa: PLR0913 — one parameter an option
    essay: str,
    *,
    show: Path,
    title: str,
    author: str,
    date: str,
    language: str,
    chapters: str,
    is_played: bool,
    output: Path | None,
    exit_code: bool,
    as_json: bool,
) -> None:
    """Show what a build of ESSAY would change in its episode, as that was last built.

    Compared is the text that is said, by paragraphs and in them by words, and what the essay says of itself. What new
    settings, lexicons and voices change is not.
    """
    stated = {"title": title, "author": author, "language": language, "date": date, "chapters": chapters}
    try:
        is_same = _diff(essay, show, stated, is_played=is_played, output=output, as_json=as_json)
    except PodcastError as error:
        if exit_code:
            raise _Trouble(str(error)) from error
        raise
    if exit_code and not is_same:
        click.get_current_context().exit(_DIFFERS)


def _diff(
    path: str, show: Path, stated: dict[str, str], *, is_played: bool, output: Path | None, as_json: bool
) -> bool:
    """Whether all is the same."""
    from podcast.cli.diffview import print_comparison
    from podcast.comparison import compare_with_episode

    if output is not None:
        check_wav_name(output)
    players = find_players() if is_played else []
    settings = essays.settings_for(show, {})
    path = websources.here(path, show)
    [part], data = parts([path], stated["chapters"], is_split=False), essays.bytes_of(path)
    read = essays.read(path, data=data, **stated, settings=settings)
    settings = settings.narrated_by(read.voice)
    found = compare_with_episode(read, part.source(show, data), settings, show, now=datetime.now(UTC))
    pcm = _voiced(found, read, settings, show, essays.folder_of(path)) if players or output is not None else b""
    if output is not None and pcm:
        save_wav(pcm, output)
    if as_json:
        click.echo(json.dumps(_as_json(found, output if pcm else None), ensure_ascii=False, indent=2))
    else:
        print_comparison(read.title, found, output if pcm else None)
    if players and pcm:
        with TemporaryDirectory(prefix="podcast-diff-") as folder:
            play(save_wav(pcm, Path(folder) / "changes.wav"), players, lasts_s=len(pcm) / 2 / SAMPLE_RATE_HZ)
    return found.is_same


def _voiced(found: "Comparison", essay: "Essay", settings: "Settings", show: Path, folder: Path | None) -> bytes:
    """What is new or reworded, mastered like an episode's; nothing, if there is no such thing."""
    from podcast.recording.jobs.runner import JobRunner
    from podcast.voicing.casting import likely_engine
    from podcast.voicing.lexicons import load_reader
    from podcast.voicing.ready_voices import characters_of, naming, prepare_cast, ready_for

    wanted = [*_to_hear(found)]
    if not wanted:
        return b""
    reader = load_reader(settings, show, folder, essay.language or settings.show.language)
    with JobRunner(driver=likely_engine(settings, reader.language), store=cache.store()) as runner:
        greetings = [(piece.text, piece.language) for piece in wanted if piece.segment is None]
        cast = prepare_cast(runner, settings, reader, characters_of(found.script, (one for _, one in greetings)))
        cast = ready_for(found.script, greetings, cast, runner)
        readings = []
        for piece in wanted:
            segment = None if piece.segment is None else found.script.segments[piece.segment]
            narration = (cast.of(segment) if segment else cast.greeter(piece.language)).in_mono
            readings.append(narration.reading(piece.text, segment.language if segment else piece.language))
        sounds = runner.results(reading.job for reading in readings)
        pieces = []
        for reading in readings:
            with naming(reading.text):
                pieces.append(next(sounds).pcm.astype("<i2").tobytes())
    return _GAP.join(pieces)


def _to_hear(found: "Comparison") -> Iterator["SaidPiece"]:
    """A welcome and a sign-off are of no segment."""
    from podcast.episode.changes import Change

    to_voice = set(found.to_voice)
    for one in found.changes:
        for piece in one.now.pieces if one.now else ():
            is_new_frame = piece.segment is None and one.change in (Change.NEW, Change.CHANGED)
            if is_new_frame or piece.segment in to_voice:
                yield piece


def _as_json(found: "Comparison", output: Path | None) -> dict[str, Any]:
    return {
        "slug": found.slug,
        "is_built": found.episode is not None,
        "is_same": found.is_same,
        "is_source_same": found.is_source_same,
        "segments": len(found.script.segments),
        "to_voice": len(found.to_voice),
        "facts": [{"name": fact.name, "before": fact.before, "now": fact.now} for fact in found.facts],
        "changes": [_change_as_json(one) for one in found.changes],
        "moving_chapters": [{"start_ms": one.start_ms, "title": one.title} for one in found.moving_chapters],
        "output": str(output) if output else "",
    }


def _change_as_json(one: "Difference") -> dict[str, Any]:
    there = one.now or one.before
    return {
        "change": one.change,
        "kind": there.kind if there else "",
        "speaker": there.speaker if there else "",
        "before": one.before.text if one.before else None,
        "now": one.now.text if one.now else None,
        "words": [[fate, text] for fate, text in one.words],
        "other": one.other,
        "start_ms": one.before.start_ms if one.before else None,
        "segments": [piece.segment for piece in one.now.pieces if piece.segment is not None] if one.now else [],
    }
