"""The command line: options to settings, one call, and what came of it to the screen.

Each command is a module; it imports what it needs when it runs, so that `podcast --help` is instant. Results go to
stdout, progress and errors to stderr.
"""

import io
import signal
import sys
import traceback
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click

from podcast.cli import cache
from podcast.cli.build import build
from podcast.cli.check import check
from podcast.cli.errors import tell
from podcast.cli.say import say
from podcast.cli.script import script
from podcast.cli.serve import serve
from podcast.cli.voices import voices
from podcast.cli.words import words
from podcast.errors import sentence_of


class Commands(click.Group):
    """The one place where an exception becomes a sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 — a traceback in front of a user is a bug
            _fail(sentence_of(error), is_debugging=ctx.params["debug"])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "PODCAST"},
    epilog="Every option can also be set in the environment: PODCAST_BUILD_BASE_URL is build's --base-url.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@cache.options
@click.version_option(package_name="podcast-producer", prog_name="podcast")
def main(*, debug: bool, cache_dir: Path | None, cache_max_mb: int) -> None:  # noqa: ARG001 — Commands, cache.store
    """Turn a written essay into a podcast episode that people subscribe to.

    \b
    podcast build essay.md            the episode, in public/, and the feed
    podcast script essay.md           what would be said, and what would not
    podcast words essay.md            names and unusual words, and how they will be said
    podcast voices                    who can say it
    podcast say TEXT                  hear or save one line
    podcast check                     the release gate: feed, audio, chapters, transcripts, cover
    podcast serve                     let a phone subscribe
    """
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of another encoding still shows what it can


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    # As Ctrl-C does: what is staged is removed on the way out.
    raise KeyboardInterrupt


def _fail(message: str, *, is_debugging: bool) -> NoReturn:
    if is_debugging:
        traceback.print_exc()
    tell(message)
    sys.exit(1)


for command in (build, script, voices, say, words, serve, check):
    main.add_command(command)
