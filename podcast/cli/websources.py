"""Essays that a command line names by their address: fetched once, saved beside the show, then read like any file.

    essay = here("https://example.org/rivers", show)        # "sources/rivers.html"
    essay = here("essays/rivers.md", show)                  # itself

Every command that reads an essay begins with this, so what `podcast script` shows is what `podcast build` says. Which
of the two was done is told on stderr.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from podcast.errors import PodcastError
from podcast.web.address import canonical, is_address

if TYPE_CHECKING:
    from podcast.web.fetch import FetchedPage
    from podcast.web.sources import SavedSource, WebSources

_Command = TypeVar("_Command", bound=Callable[..., Any])

_REFRESH, _ALLOW_PRIVATE = "podcast.web.refresh", "podcast.web.allow_private"


def options(command: _Command) -> _Command:
    """--refresh and --allow-private, for `here`."""
    refresh = _flag("--refresh", _REFRESH, "Fetch an essay's address again, and keep that instead of what is saved.")
    private = _flag("--allow-private", _ALLOW_PRIVATE, "Fetch from this machine and from private networks, too.")
    return refresh(private(command))


def here(essay: str, show: Path) -> str:
    """Raises PodcastError for a page that can't be fetched, or has no essay; then nothing has changed."""
    if not is_address(essay):
        if _is_given(_REFRESH):
            raise click.UsageError(_no_address(essay))
        return essay
    from podcast.web.sources import WebSources

    address, sources = canonical(essay), WebSources(show)
    saved = sources.find(address)
    is_there = saved is not None and sources.path_of(saved).is_file()
    if saved and is_there and not _is_given(_REFRESH):
        return _told(sources, saved, f"saved on {saved.fetched[:10]}; --refresh fetches it again")
    if saved and sources.is_edited(saved):
        remedy = "Move the file away, or delete it, and what is on the web now is fetched."
        raise PodcastError(
            "What is saved was edited, and --refresh would overwrite it", which=_name(sources, saved), remedy=remedy
        )
    return _fetched(sources, address, saved)


def _fetched(sources: "WebSources", address: str, saved: "SavedSource | None") -> str:
    from podcast.web.fetch import fetch
    from podcast.web.hosts import is_never, is_private

    page = fetch(address, is_never if _is_given(_ALLOW_PRIVATE) else is_private)
    same = sources.find(page.address)
    if saved is None and same is not None and sources.path_of(same).is_file() and not _is_given(_REFRESH):
        same = sources.add_address(same, address)
        return _told(sources, same, f"saved on {same.fetched[:10]}; --refresh fetches it again")
    title = _title_of(page)
    made = sources.save(page, asked=address, title=title, now=datetime.now(UTC).isoformat(timespec="seconds"))
    if saved is None:
        return _told(sources, made, "fetched now, and saved")
    is_same = saved.sha256 == made.sha256
    return _told(sources, made, f"fetched again: it {'is what was saved' if is_same else 'has changed, and is saved'}")


def _title_of(page: "FetchedPage") -> str:
    """Of the essay on it. Raises PodcastError where there is none, and then nothing is saved."""
    from urllib.parse import urlsplit

    from podcast.text.reading import read_essay

    end = urlsplit(page.address).path.rpartition("/")[2]
    name = end if Path(end).suffix.lower() == page.suffix else f"page{page.suffix}"
    try:
        return read_essay(page.data, name, address=page.address).title
    except PodcastError as error:
        raise PodcastError(error.what, which=page.address, remedy=error.remedy) from None


def _told(sources: "WebSources", source: "SavedSource", how: str) -> str:
    from podcast.cli.screen import visible

    click.echo(visible(f"{_name(sources, source)} is {source.address}, {how}"), err=True)
    return _name(sources, source)


def _name(sources: "WebSources", source: "SavedSource") -> str:
    return str(sources.path_of(source))


def _no_address(essay: str) -> str:
    from podcast.cli.essays import address_of

    address = address_of(essay)
    return f"--refresh goes with an address{f': {address}' if address else '; ' + essay + ' is a file'}."


def _is_given(flag: str) -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(flag))


def _flag(name: str, key: str, told: str) -> Callable[[_Command], _Command]:
    def note(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 — click's call
        context.meta[key] = value

    return click.option(name, is_flag=True, expose_value=False, callback=note, help=told)
