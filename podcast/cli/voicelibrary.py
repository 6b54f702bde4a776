"""`podcast voices add`, `podcast voices remove` and `podcast voices --all`: voices beyond those that come along."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from podcast.errors import PodcastError

if TYPE_CHECKING:
    import httpx

    from voices.additions.adding import _OnBytes
    from voices.additions.catalogue.offer import Offer
    from voices.additions.given import Given
    from voices.library import AddedVoice

Name = tuple[str, str]  # engine and id

_ADDED, _THERE, _BUNDLED = "added", "there", "bundled"


@click.command(
    epilog="""\b
Examples:
  podcast voices add hibari:emma
  podcast voices add piper:en_GB-alba-medium kokoro:af_heart
  podcast voices add piper --from /media/stick/en_GB-alba-medium.onnx
  podcast voices add kokoro:af_heart --from /media/stick/kokoro
"""
)
@click.argument("names", metavar="ENGINE:VOICE...", nargs=-1, required=True)
@click.option(
    "--from", "source", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Take it from there: no network."
)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON what is there now.")
def add(names: tuple[str, ...], *, source: Path | None, as_json: bool) -> None:
    """Fetch voices from the public catalogues of hibari, Piper and Kokoro: once, since builds never use the net.

    Licence and source are shown and kept. What was cut off is gone on with. With --from, the name may be that of the
    engine alone: the voice is called as its file is.
    """
    with _told():
        if source is None:
            done = _add_offered([_parsed(name) for name in dict.fromkeys(names)])
        else:
            done = [_add_given(names, source)]
    if as_json:
        _print_json({"voices": [_facts(voice) | {"state": state} for voice, state in done]})
    else:
        for voice, state in done:
            click.echo(_outcome(voice, state))


@click.command(
    epilog="""\b
Examples:
  podcast voices remove piper:en_GB-alba-medium
"""
)
@click.argument("names", metavar="ENGINE:VOICE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON what was removed.")
def remove(names: tuple[str, ...], *, as_json: bool) -> None:
    """Delete voices that were added. With the last one of Kokoro goes the model that they shared."""
    from voices.additions import shelving

    with _told():
        wanted = [_parsed(name) for name in dict.fromkeys(names)]
        _require_added(wanted)
        with shelving.locked(_on_wait):
            freed = sum(shelving.remove(*name) for name in wanted)
    full = [f"{engine}:{voice_id}" for engine, voice_id in wanted]
    if as_json:
        _print_json({"removed": full, "bytes": freed})
    else:
        click.echo(f"removed {', '.join(full)}: {_mb(freed)} freed")


def list_all(language: str, *, as_json: bool) -> None:
    """Every voice that was added or can be, of this language where one is given."""
    from podcast.cli.voiceoffers import print_offers, take_stock

    with _told():
        stock = take_stock(language)
    if as_json:
        _print_json({"voices": [item.as_json() for item in stock.items], "unreachable": stock.unreachable})
    else:
        print_offers(stock)
    for sentence in stock.unreachable.values():
        click.echo(sentence, err=True)


def _add_offered(names: Sequence[Name]) -> "list[tuple[Offer | AddedVoice, str]]":
    from voices.additions import adding, catalogue, fetch, shelving

    for engine, voice_id in names:
        if not voice_id:
            remedy = (
                f"Such as {engine}:NAME; `podcast voices --all` lists all. Without a name, --from says where it is."
            )
            raise PodcastError("Which voice is meant?", which=engine, remedy=remedy)
    there = {name: voice for name in names if (voice := adding.intact(*name))}
    done: list[tuple[Offer | AddedVoice, str]] = [(voice, _THERE) for voice in there.values()]
    if len(there) == len(names):
        return done
    with fetch.client() as net:
        offers = catalogue.find([name for name in names if name not in there], net)
        done += [(offer, _BUNDLED) for offer in offers if not offer.files]
        for offer in offers:
            if offer.files:
                with shelving.locked(_on_wait):
                    done.append(_add_one(offer, net))
    return done


def _add_one(offer: "Offer", net: "httpx.Client") -> "tuple[AddedVoice, str]":
    from voices.additions import adding

    if voice := adding.intact(offer.engine, offer.id):  # another process was quicker
        return voice, _THERE
    _show_terms(offer, sum(file.size for file in adding.to_fetch(offer)))
    with _progress(offer.full_id) as on_bytes:
        return adding.add(offer, net, on_bytes), _ADDED


def _add_given(names: Collection[str], source: Path) -> "tuple[AddedVoice, str]":
    from voices.additions import adding, shelving
    from voices.additions.given import given

    if len(names) != 1:
        raise click.UsageError("--from adds one voice at a time.")
    [(engine, voice_id)] = map(_parsed, names)
    voice = given(engine, voice_id, source)
    with shelving.locked(_on_wait):
        _show_terms(voice, sum(path.stat().st_size for path in voice.files.values()))
        before = adding.intact(voice.engine, voice.id)
        now = adding.add_given(voice)
    return now, _THERE if before and before.digests == now.digests else _ADDED


def _parsed(name: str) -> Name:
    """ENGINE:VOICE, or ENGINE alone."""
    from voices.additions import catalogue
    from voices.library import checked_id

    engine, _, voice_id = name.partition(":")
    if engine in catalogue.ENGINES:
        return engine, checked_id(voice_id) if voice_id else ""
    known = (offer.full_id for offer in catalogue.without_net())
    what = f"Voices are named ENGINE:VOICE, and engines {', '.join(catalogue.ENGINES)}"
    raise catalogue.unknown(what, name, known)


def _require_added(names: Collection[Name]) -> None:
    from voices import library
    from voices.additions import catalogue

    here = {(engine, path.name) for engine in catalogue.ENGINES for path in (library.folder() / engine).glob("[!._]*")}
    for engine, voice_id in names:
        if (engine, voice_id) not in here:
            known = [":".join(name) for name in here]
            raise catalogue.unknown("No voice of this name was added", f"{engine}:{voice_id}", known)


def _show_terms(voice: "Offer | Given", size: int) -> None:
    """Before anything is fetched: what it is, what it costs, whose it is."""
    from podcast.cli.screen import visible
    from voices.additions.catalogue.licences import limits

    about = [voice.name, ", ".join(voice.languages), _mb(size), voice.licence or "licence unknown"]
    click.echo(visible(f"{voice.engine}:{voice.id}: {', '.join(about)}"), err=True)
    for line in (getattr(voice, "source", ""), voice.credit, limits(voice.licence)):
        if line:
            click.echo(visible(f"  {line}"), err=True)


def _outcome(voice: "Offer | AddedVoice", state: str) -> str:
    from podcast.cli.screen import visible

    said = {_ADDED: "added", _THERE: "is there already", _BUNDLED: f"comes with {voice.engine}: nothing to add"}
    return visible(f"{voice.engine}:{voice.id} {said[state]}")


def _facts(voice: "Offer | AddedVoice") -> dict[str, Any]:
    names = ("engine", "id", "name", "languages", "gender", "licence", "credit", "source")
    facts = {name: getattr(voice, name) for name in names}
    return facts | {"folder": str(voice.folder) if hasattr(voice, "folder") else None}


@contextmanager
def _progress(title: str) -> "Iterator[_OnBytes]":
    import sys

    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(TextColumn("{task.description}"), *columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, size: bar.update(task, completed=done, total=size)


@contextmanager
def _told() -> Iterator[None]:
    from voices.library import LibraryError

    try:
        yield
    except LibraryError as error:
        raise PodcastError(error.what, which=error.which, remedy=error.remedy) from None


def _on_wait() -> None:
    click.echo("Another `podcast voices` is at work: waiting for it.", err=True)


def _mb(size: int) -> str:
    from podcast.cli.sizes import size as in_words

    return in_words(size)


def _print_json(facts: dict[str, Any]) -> None:
    import json

    click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
