"""`podcast say`: one line, said as an episode would say it; played, or saved as WAV."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from podcast.cli import cache, essays, websources
from podcast.cli.players import find_players, play
from podcast.cli.wav import check_wav_name, save_wav
from podcast.episode.places import STANDARD_INPUT
from podcast.errors import PodcastError
from podcast.sound import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from podcast.config.settings import Settings
    from podcast.recording.jobs.pool import WorkerPool
    from podcast.recording.jobs.runner import JobRunner
    from podcast.text.spoken import SpokenForm
    from podcast.voicing.reading_aloud import TextReader
    from podcast.voicing.wordbyword import WordSaid
    from voices.speech import Voice

_LONGEST = 1000  # characters: an engine says them in one breath


@dataclass(frozen=True, slots=True)
class _Line:
    written: str
    form: "SpokenForm"
    reader: "TextReader"
    settings: "Settings"


@click.command(
    epilog="""\b
Examples:
  podcast say 'Nguyen paid $5.6bn in 1984.'
  podcast say "Nguyen" --essay essay.md --output nguyen.wav
  podcast say "Dr. Hale" --json | jq .spoken
"""
)
@click.argument("text")
@click.option("--voice", help="A profile or a voice; `podcast voices` lists them.")
@click.option(
    "--language", default="", help="Such as en-gb or de; picks the voice.  [default: the essay's, the show's]"
)
@click.option("--essay", default="", help="Say it as a line of this essay: with the lexicon beside it.")
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option("--output", type=click.Path(path_type=Path), help="Save it there, as WAV, instead of playing it.")
@click.option("--raw", is_flag=True, help="As the engine says it: without lexicon, and nothing in words.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON how it is said, word by word; it's not played.")
def say(  # noqa: PLR0913 — one parameter an option
    text: str,
    *,
    voice: str | None,
    language: str,
    essay: str,
    show: Path,
    output: Path | None,
    raw: bool,
    as_json: bool,
) -> None:
    """Say TEXT as an episode would: numbers and abbreviations in words, the lexicon applied, mastered.

    TEXT may be - for standard input.

    With --json, `words` has each word as it is written, as it is said, its sounds in
    IPA, and the rule or the sense that decided. The sounds are those of the place where the lexicon or the sentence
    states them, else those that the voice has for the word alone; empty where its engine can't tell.
    """
    settings = essays.settings_for(show, {}, voice)
    written = _text(text)
    essay = websources.here(essay, show)
    if output is not None:
        check_wav_name(output)
    players = [] if output is not None or as_json else find_players()
    with _getting_ready(settings, language) if output is not None or players else nullcontext() as workers:
        read = essays.read(essay) if essay else None
        settings = settings.narrated_by(read.voice) if read and voice is None else settings
        line = _line(written, settings, show, essay, language or (read.language if read else ""), is_raw=raw)
        pcm = _recorded(line, workers) if workers else b""
    if output is not None:
        save_wav(pcm, output)
    click.echo(json.dumps(_as_json(line, output), ensure_ascii=False, indent=2) if as_json else line.form.text)
    if players:
        with TemporaryDirectory(prefix="podcast-say-") as folder:
            play(save_wav(pcm, Path(folder) / "line.wav"), players, lasts_s=len(pcm) / 2 / SAMPLE_RATE_HZ)


def _text(argument: str) -> str:
    text = essays.standard_input().decode("utf-8-sig", "replace") if argument == STANDARD_INPUT else argument
    text = text.strip()
    if not any(character.isalnum() for character in text):
        raise PodcastError("There is nothing to say", which=text[:60], remedy="Give a text with a word in it.")
    if len(text) > _LONGEST:
        remedy = f"Say up to {_LONGEST} characters at once; `podcast build` voices an essay."
        raise PodcastError(f"The text is too long for one line ({len(text)} characters)", remedy=remedy)
    return text


def _line(text: str, settings: "Settings", show: Path, essay: str, language: str, *, is_raw: bool) -> _Line:
    from podcast.text.lexicon import Lexicon
    from podcast.voicing.lexicons import load_lexicon
    from podcast.voicing.reading_aloud import TextReader

    folder = essays.folder_of(essay) if essay else None
    lexicon = Lexicon() if is_raw else load_lexicon(settings, show, folder)
    expands = settings.speech.expand and not is_raw
    reader = TextReader(lexicon, _language(settings, language), expands)
    return _Line(text, reader.form(text), reader, settings)


def _language(settings: "Settings", wanted: str) -> str:
    """What is asked for, or the show's; a voice that was named and doesn't speak that has its own."""
    from feed.languages import is_language, language_tag

    if wanted and not is_language(language_tag(wanted)):
        raise PodcastError("This is no language", which=wanted, remedy="Give a tag such as en-gb or de.")
    return language_tag(wanted) or _own_language(settings)


def _own_language(settings: "Settings") -> str:
    from podcast.recording.jobs.runner import JobRunner
    from voices.speech import SpeechError

    if not settings.voice.name:
        return settings.show.language
    try:
        with JobRunner(store=cache.store()) as runner:
            return _language_of_narrator(runner, settings)
    except SpeechError as error:
        raise PodcastError(str(error), remedy="Name another engine as driver under [voice] in podcast.toml.") from None


def _language_of_narrator(runner: "JobRunner", settings: "Settings") -> str:
    from podcast.voicing.casting import choose_cast

    rosters = runner.rosters(settings.voice.driver)
    try:
        choose_cast(rosters, settings, settings.show.language, ())
    except PodcastError:
        [narrator] = choose_cast(rosters, settings, "", ()).values()
        return narrator.voice.language
    return settings.show.language


@contextmanager
def _getting_ready(settings: "Settings", language: str) -> Iterator["WorkerPool"]:
    """Who will probably speak: their engine starts while this process reads what is to be said."""
    from podcast.recording.jobs.pool import WorkerPool
    from podcast.recording.jobs.worker import WorkerSetup
    from podcast.voicing.casting import likely_engine

    driver = likely_engine(settings, language)
    with WorkerPool(WorkerSetup(driver, cache.store()), jobs=1) as workers:
        workers.get_ready(1)
        yield workers


def _recorded(line: _Line, workers: "WorkerPool") -> bytes:
    """The line, voiced and mastered like an episode's."""
    from podcast.recording.jobs.render_jobs import SpeechJob
    from podcast.recording.jobs.runner import JobRunner
    from podcast.voicing.reading_aloud import refuse_unsayable, utterance
    from podcast.voicing.ready_voices import naming, prepare_cast

    with JobRunner(workers=workers) as runner:
        cast = prepare_cast(runner, line.settings, line.reader)
        narration = cast.knowing([(cast.narrator, line.written, "")], runner).narrator.in_mono
        said = utterance(line.form, narration.voice, narration.strange)
        refuse_unsayable([said], runner.unsayable)
        with naming(line.written):
            stem = runner.result(SpeechJob(said, narration.chain, narration.pauses.sentence))
        return stem.pcm.astype("<i2").tobytes()


def _words(line: _Line) -> "tuple[WordSaid, ...]":
    """With the sounds that the narrator has for them, if somebody here speaks the language."""
    from podcast.recording.jobs.runner import JobRunner
    from podcast.voicing.casting import likely_engine
    from podcast.voicing.wordbyword import heard, words_said
    from voices.speech import SpeechError

    with JobRunner(driver=likely_engine(line.settings, line.reader.language), store=cache.store()) as runner:
        voice = _narrator(runner, line)
        said = [(word, voice) for word in words_said(line.written, line.form, voice)]
        try:
            return heard(said, runner)
        except SpeechError:
            return tuple(word for word, _ in said)


def _narrator(runner: "JobRunner", line: _Line) -> "Voice | None":
    from podcast.voicing.casting import choose_cast
    from voices.speech import SpeechError

    try:
        [speaker] = choose_cast(
            runner.rosters(line.settings.voice.driver), line.settings, line.reader.language, ()
        ).values()
    except (PodcastError, SpeechError):
        return None
    return speaker.voice


def _as_json(line: _Line, output: Path | None) -> dict[str, Any]:
    from podcast.cli.asjson import as_json_expansions, as_json_word

    form = line.form
    return {
        "written": line.written,
        "spoken": form.text,
        "language": line.reader.language,
        "expansions": as_json_expansions(line.written, form),
        "words": [as_json_word(one) | {"start": one.start, "end": one.end} for one in _words(line)],
        "output": str(output) if output else "",
    }
