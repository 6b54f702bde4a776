"""`podcast words`: the names, acronyms and unusual words of an essay, and how each will be said."""

import json
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import essays, websources
from podcast.errors import PodcastError

if TYPE_CHECKING:
    from rich.table import Table

    from podcast.voicing.vocabulary import Sounding
    from podcast.voicing.wordbyword import EssayWord

_SHOWN = 40
_MOST_SAID = 24  # columns for how a word is said; what is longer goes on in the next line
_LEAST_CONTEXT = 20  # columns that the place of a word needs to be of use
_GAP = 2  # columns before it
_UNBOUNDED = 10_000


@click.command(
    epilog="""\b
Examples:
  podcast words essay.md
  podcast words essay.md --output words.wav
  podcast words essay.md --json | jq -r '.words[].word'
"""
)
@click.argument("essay")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--chapters", default="", help="Of a book, these: 3, 3-5 or 2,4-6.")
@click.option("--output", type=click.Path(path_type=Path), help="Save all words, said one after the other, as WAV.")
@click.option("--all", "shows_all", is_flag=True, help=f"Print all, and not the {_SHOWN} riskiest.")
@websources.options
@click.option("--json", "as_json", is_flag=True, help="Print all of them as JSON, and all other words in `said`.")
def words(essay: str, *, show: Path, chapters: str, output: Path | None, shows_all: bool, as_json: bool) -> None:
    """List the words of ESSAY that a voice may say wrong, the riskiest first, with how each will be said.

    What sounds wrong goes into a lexicon: docs/lexicon.md. Words that are in it are not listed.

    With --json, `said` has every word of the essay, each way of saying it once: as it is written, as it is said, its
    sounds in IPA, and the rule or the sense that decided. The sounds are those of the place where the lexicon or the
    sentence states them, else those that the voice has for the word alone; empty where its engine can't tell.
    """
    from podcast.cli.wav import check_wav_name, save_wav

    if output is not None:
        check_wav_name(output)
    made = _made(essay, show, chapters, is_saved=output is not None, tells_all=as_json)
    found, starts_ms = made.unusual, made.starts_ms
    if output is not None:
        save_wav(made.pcm, output)
    if as_json:
        click.echo(json.dumps(_as_json(made, output), ensure_ascii=False, indent=2))
    else:
        _print(found if shows_all else found[:_SHOWN], len(found), starts_ms, output)


@dataclass(frozen=True, slots=True)
class _Words:
    unusual: "tuple[Sounding, ...]"
    all: "tuple[EssayWord, ...]" = ()
    line_ends: tuple[int, ...] | None = None  # of the essay's file, where its author knows its lines
    pcm: bytes = b""
    starts_ms: tuple[int, ...] = ()


def _made(essay: str, show: Path, chapters: str, *, is_saved: bool, tells_all: bool) -> _Words:
    from podcast.cli import cache
    from podcast.config.scripts import script_of
    from podcast.recording.jobs.runner import JobRunner
    from podcast.sound import SAMPLE_RATE_HZ
    from podcast.voicing.casting import likely_engine
    from podcast.voicing.lexicons import load_reader
    from podcast.voicing.ready_voices import characters_of, prepare_cast, ready_for
    from podcast.voicing.vocabulary import audition, vocabulary, voices_for
    from podcast.voicing.wordbyword import essay_words
    from voices.speech import SpeechError

    settings = essays.settings_for(show, {})
    essay = websources.here(essay, show)
    read = essays.read(essay, settings=settings, chapters=chapters)
    settings = settings.narrated_by(read.voice)
    reader = load_reader(settings, show, essays.folder_of(essay), read.language)
    script = script_of(read, settings, reader.language, says_title=True)
    try:
        with JobRunner(driver=likely_engine(settings, reader.language), store=cache.store()) as runner:
            voices = voices_for(script, settings, reader, runner)
            found = vocabulary(script, reader, voices, runner)
            told = essay_words(script, reader, voices, runner) if tells_all else ()
            ends = None if read.is_converted else tuple(at for at, sign in enumerate(read.source) if sign == "\n")
            if not is_saved:
                return _Words(found, told, ends)
            cast = prepare_cast(runner, settings, reader, characters_of(script))
            pcm, starts = audition(found, ready_for(script, (), cast, runner), runner)
    except SpeechError as error:
        raise PodcastError(str(error), remedy="`podcast voices` lists what can be used here.") from None
    starts_ms = tuple(start * 1000 // SAMPLE_RATE_HZ for start in starts)
    return _Words(found, told, ends, pcm.astype("<i2").tobytes(), starts_ms)


def _as_json(made: _Words, output: Path | None) -> dict[str, Any]:
    """A line is 0 where the essay's file has none that people see: a document, a book."""
    from podcast.cli.asjson import as_json_word

    found, starts_ms = made.unusual, made.starts_ms
    return {
        "words": [
            {
                "word": one.word.text,
                "risk": str(one.word.risk),
                "count": one.word.count,
                "spoken": one.spoken,
                "ipa": one.ipa,
                "sense": one.sense,
                "reason": one.reason,
                "context": one.context,
                "role": one.character[0],
                "language": one.character[1],
                **({"start_ms": starts_ms[index]} if starts_ms else {}),
            }
            for index, one in enumerate(found)
        ],
        "said": [
            as_json_word(one.word)
            | {
                "count": one.count,
                "line": 0 if made.line_ends is None else bisect_left(made.line_ends, one.source_start) + 1,
                "role": one.character[0],
                "language": one.character[1],
            }
            for one in made.all
        ],
        "output": str(output) if output else "",
    }


def _print(found: "tuple[Sounding, ...]", total: int, starts_ms: tuple[int, ...], output: Path | None) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.measure import Measurement

    console = Console(highlight=False)
    if not found:
        console.print("No unusual word: a voice knows all of these.")
        return
    table = _table(found, starts_ms)
    taken = Measurement.get(console, console.options.update(width=_UNBOUNDED), table).maximum
    left = console.width - taken - _GAP
    console.print(_table(found, starts_ms, context=left) if left >= _LEAST_CONTEXT else table)
    if total > len(found):
        console.print(f"and {total - len(found)} more: --all lists them")
    if output is not None:
        console.print(f"\nTo hear them: {escape(str(output))}")


def _table(found: "tuple[Sounding, ...]", starts_ms: tuple[int, ...], context: int = 0) -> "Table":
    """Where each word stands is shown in `context` columns, if any: half a word is of no use, so these come last."""
    from rich.markup import escape
    from rich.table import Column, Table

    from podcast.cli.screen import clock

    columns = [
        Column("word", overflow="fold"),
        Column("why", no_wrap=True),
        Column("times", no_wrap=True),
        Column("said as", max_width=_MOST_SAID, overflow="fold"),
        Column("sounds", max_width=_MOST_SAID, overflow="fold"),
    ]
    if starts_ms:
        columns.insert(0, Column("at", no_wrap=True))
    if context:
        columns.append(Column("first in", max_width=context, no_wrap=True, overflow="ellipsis"))
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for index, one in enumerate(found):
        said = f"{one.sense}: {one.reason}" if one.sense else one.spoken if one.spoken != one.word.text else ""
        row = [one.word.text, str(one.word.risk), str(one.word.count), said, one.ipa]
        row += [one.context] if context else []
        table.add_row(*([clock(starts_ms[index])] if starts_ms else []), *map(escape, row))
    return table
