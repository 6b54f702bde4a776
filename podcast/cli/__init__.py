"""The command line: options to settings, one call, and what came of it to the screen.

Each command is a module of its name, imported when it is wanted, and imports what it needs when it runs: so
`podcast --help` is instant. Results go to stdout, progress and errors to stderr.
"""

import atexit
import gc
import io
import sys
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NoReturn

import click

from podcast.cli import cache
from podcast.errors import sentence_of

#: podcast/cli/NAME.py has the command NAME. `podcast --help` says this of it, the beginning of its own help.
_SUMMARIES = {
    "build": "Build an episode from each ESSAY and enter it in the show's feed.",
    "cache": "Show what is kept for the next build: of which kind, how much, and when it was last used.",
    "check": "Hold every rule of apps and directories against what is published, before subscribers do.",
    "diff": "Show what a build of ESSAY would change in its episode, as that was last built.",
    "doctor": "Look whether all is well here: versions, engines, folders and their disks, and the show.",
    "say": "Say TEXT as an episode would: numbers and abbreviations in words, the lexicon applied, mastered.",
    "script": "Print what an episode of ESSAY would say, and what not and why, without voicing it.",
    "serve": "Serve the show, so that a podcast app on this machine or a phone can subscribe.",
    "voices": "List the narrators, and the voices of all engines.",
    "words": "List the words of ESSAY that a voice may say wrong, the riskiest first, with how each will be said.",
}
# A long essay becomes a million small objects, which live until it is read. Looking them over for rings after every
# 700, as Python does, would be a quarter of the time.
gc.set_threshold(100_000)
# What a process still holds when it ends needs no last look by the collector: that takes as long as all of `--help`.
atexit.register(gc.freeze)

_ENDS_WITHIN_S = 1.7  # of a signal: what was built by then is told, and what is staged is removed
_INDENT = 6  # columns around a command's name


class _Modules(UserDict[str, click.Command]):
    """All commands by name; a module is imported when its command is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        if name in _SUMMARIES and name not in self.data:
            self.data[name] = getattr(import_module(f"podcast.cli.{name}"), name)
        return self.data[name]

    def __contains__(self, name: object) -> bool:
        return name in _SUMMARIES or name in self.data

    def __iter__(self) -> Iterator[str]:
        return iter({**_SUMMARIES, **self.data})

    def __len__(self) -> int:
        return len({**_SUMMARIES, **self.data})


class Commands(click.Group):
    """The one place where an exception becomes a sentence and an exit code."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = _Modules()

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        room = formatter.width - _INDENT - max(map(len, _SUMMARIES))
        rows = [(name, click.Command(name, help=told).get_short_help_str(room)) for name, told in _SUMMARIES.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def main(self, args: Any = None, *others: Any, **options: Any) -> Any:
        """Without `args` this process is the command's own, and signals are for it."""
        if args is not None:
            return super().main(args, *others, **options)
        from podcast.processes.ending import ending_at_signals

        with ending_at_signals(_ENDS_WITHIN_S):
            return super().main(args, *others, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click knows what to do; the last is that nobody reads on, as behind `| head`
        except Exception as error:  # noqa: BLE001 — a traceback in front of a user is a bug
            _fail(sentence_of(error), is_debugging=ctx.params["debug"])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "PODCAST"},
    epilog="Every option can also be set in the environment: PODCAST_BUILD_BASE_URL is build's --base-url.",
)
@click.option("-v", "--verbose", is_flag=True, help="Tell on stderr what is done, and what engines and workers print.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@cache.options
@click.version_option(package_name="podcast-producer", prog_name="podcast")
def main(*, verbose: bool, debug: bool, cache_dir: str | None, cache_max_mb: int) -> None:  # noqa: ARG001 — Commands, cache.store
    """Turn a written essay into a podcast episode that people subscribe to.

    \b
    podcast build essay.md            the episode, in public/, and the feed
    podcast build essays/             an episode of each essay in a folder
    podcast diff essay.md             what a build would change
    podcast script essay.md           what would be said, and what would not
    podcast words essay.md            names and unusual words, and how they will be said
    podcast voices                    who can say it
    podcast say TEXT                  hear or save one line
    podcast check                     the release gate: feed, audio, chapters, transcripts, cover
    podcast serve                     let a phone subscribe
    podcast doctor                    whether all is well on this machine
    podcast cache                     what is kept for the next build
    """
    if verbose:
        from podcast.processes.telling import tell_all

        tell_all()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of another encoding still shows what it can


def _fail(message: str, *, is_debugging: bool) -> NoReturn:
    if is_debugging:
        import traceback

        traceback.print_exc()
    from podcast.cli.errors import tell

    tell(message)
    sys.exit(1)
