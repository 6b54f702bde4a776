"""Where what was made once is kept for the next build: the options of all commands, and the store that they name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

    from podcast.store import Store

_APPLICATION = "podcast"
_BYTES_PER_MB = 1_000_000

Command = TypeVar("Command", bound=Callable[..., Any])


def options(command: Command) -> Command:
    """--cache-dir and --cache-max-mb, and so PODCAST_CACHE_DIR and PODCAST_CACHE_MAX_MB in the environment."""
    folder, size = click.Path(file_okay=False), click.IntRange(0)
    place = click.option("--cache-dir", type=folder, help="Where takes are kept.  [default: the user's cache folder]")
    limit = click.option("--cache-max-mb", type=size, default=2000, show_default=True, help="How much is kept.")
    return place(limit(command))


def store(*, is_read: bool = True) -> "Store | None":
    """With `is_read` False nothing in it is used, but all is replaced. None for a user who has no home."""
    from pathlib import Path

    from podcast.store import Store

    chosen = click.get_current_context().find_root().params
    folder = Path(chosen["cache_dir"]) if chosen["cache_dir"] else _user_cache()
    return Store(folder, chosen["cache_max_mb"] * _BYTES_PER_MB, is_read=is_read) if folder else None


def _user_cache() -> "Path | None":
    from platformdirs import user_cache_path

    folder = user_cache_path(_APPLICATION, appauthor=False)
    return folder if folder.is_absolute() else None  # "~" that stands for nobody's home
