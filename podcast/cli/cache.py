"""Where what was made once is kept: the options of all commands, the store they name, and `podcast cache`."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

    from podcast.cache.inventory import Cleared, Inventory
    from podcast.cache.store import Store

_APPLICATION = "podcast"
_BYTES_PER_MB = 1_000_000
_UNITS_S = {"h": 3600, "d": 86_400, "w": 604_800}

Command = TypeVar("Command", bound=Callable[..., Any])


def options(command: Command) -> Command:
    """--cache-dir and --cache-max-mb, and so PODCAST_CACHE_DIR and PODCAST_CACHE_MAX_MB in the environment."""
    folder, size = click.Path(file_okay=False), click.IntRange(0)
    where = "Where to keep what the next build can use.  [default: the user's cache folder]"
    how_much = "How much to keep there; 0 keeps nothing."
    place = click.option("--cache-dir", type=folder, help=where)
    limit = click.option("--cache-max-mb", type=size, default=2000, show_default=True, help=how_much)
    return place(limit(command))


def store(*, is_read: bool = True) -> "Store | None":
    """With `is_read` False nothing in it is used, but all is replaced. None for a user who has no home."""
    from pathlib import Path

    from podcast.cache.store import Store

    chosen = click.get_current_context().find_root().params
    folder = Path(chosen["cache_dir"]) if chosen["cache_dir"] else _user_cache()
    return Store(folder, chosen["cache_max_mb"] * _BYTES_PER_MB, is_read=is_read) if folder else None


def _user_cache() -> "Path | None":
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path(_APPLICATION, appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # "~" that stands for nobody's home


class _Age(click.ParamType[int]):
    """Seconds, of "12h", "30d" or "2w"."""

    name = "age"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        count, unit = str(value)[:-1], str(value)[-1:].lower()
        if not (count.isdecimal() and count.isascii() and unit in _UNITS_S):
            self.fail(f"{value!r} is no age: write hours, days or weeks as 12h, 30d, 2w.", param, ctx)
        return int(count) * _UNITS_S[unit]


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  podcast cache
  podcast cache clear --older-than 30d
  du -sh "$(podcast cache dir)"
""",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_context
def cache(ctx: click.Context, *, as_json: bool) -> None:
    """Show what is kept for the next build: of which kind, how much, and when it was last used.

    All of it can be made again. It is kept for all shows in one place, up to --cache-max-mb, and what was not used for
    the longest time goes first.
    """
    if ctx.invoked_subcommand is None:
        import time

        from podcast.cache.inventory import take_inventory
        from podcast.cli.cacheview import print_inventory

        kept = _store()
        found = take_inventory(kept)
        if as_json:
            _print_json(_as_json(kept, found))
        else:
            print_inventory(kept.folder, kept.max_bytes, found, time.time())


@cache.command(
    epilog="""\b
Examples:
  podcast cache clear
  podcast cache clear --older-than 30d
  podcast cache clear clip
"""
)
@click.argument("kinds", metavar="[KIND]...", nargs=-1)
@click.option("--older-than", type=_Age(), metavar="AGE", help="Only what was not used for so long: 12h, 30d, 2w.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON what was deleted.")
def clear(kinds: tuple[str, ...], *, older_than: int | None, as_json: bool) -> None:
    """Delete all that is kept, or what is of each KIND that `podcast cache` shows.

    A build that is running meanwhile is not harmed: what it misses it makes again.
    """
    import time

    from podcast.cache.inventory import clear as clear_store
    from podcast.cli.cacheview import print_cleared

    kept = _store()
    named = _known(kinds, kept)
    cleared = clear_store(kept, named, None if older_than is None else time.time() - older_than)
    if as_json:
        _print_json(_cleared_as_json(kept, cleared))
    else:
        print_cleared(cleared)


@cache.command("dir")
def print_dir() -> None:
    """Print the folder in which it is kept."""
    click.echo(str(_store().folder))


def _store() -> "Store":
    from podcast.errors import PodcastError

    kept = store()
    if kept is None:
        raise PodcastError("There is no place for a cache: this user has no home", remedy="Name one with --cache-dir.")
    return kept


def _known(kinds: Collection[str], kept: "Store") -> set[str]:
    """Each kind that is meant, "takes" being "take". Raises PodcastError for one that there never is."""
    from podcast.cache.inventory import take_inventory
    from podcast.cli.cacheview import WHAT
    from podcast.errors import PodcastError

    if not kinds:
        return set()
    known = {*WHAT, *(stock.kind for stock in take_inventory(kept).stocks)}
    named = {kind if kind in known else kind.removesuffix("s") for kind in kinds}
    if unknown := sorted(named - known):
        remedy = f"There are: {', '.join(sorted(known))}."
        raise PodcastError("The cache keeps nothing of this kind", which=", ".join(unknown), remedy=remedy)
    return named


def _as_json(kept: "Store", found: "Inventory") -> dict[str, Any]:
    return {
        "folder": str(kept.folder),
        "entries": found.count,
        "bytes": found.size,
        "max_bytes": kept.max_bytes,
        "free_bytes": found.free,
        "refusal": found.refusal,
        "kinds": [
            {
                "kind": stock.kind,
                "entries": stock.count,
                "bytes": stock.size,
                "oldest_use": _moment(stock.oldest_s),
                "newest_use": _moment(stock.newest_s),
            }
            for stock in found.stocks
        ],
    }


def _cleared_as_json(kept: "Store", cleared: "Cleared") -> dict[str, Any]:
    return {"folder": str(kept.folder), "deleted": cleared.count, "bytes": cleared.size, "left": cleared.left}


def _moment(time_s: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(time_s, UTC).isoformat(timespec="seconds")


def _print_json(facts: dict[str, Any]) -> None:
    import json

    click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
