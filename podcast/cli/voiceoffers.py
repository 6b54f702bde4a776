"""All voices that were added or can be: what each is, what it costs, and under which licence."""

from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from voices.additions import catalogue, fetch
from voices.additions.catalogue.offer import Offer
from voices.additions.shelving import size_of
from voices.library import AddedVoice, LibraryError, added


@dataclass(frozen=True, slots=True)
class OfferedVoice:
    """A voice in the list."""

    voice: Offer | AddedVoice
    size: int  # bytes, without what is shared
    shared: int  # bytes that all voices of its engine need once
    state: str  # "added", "bundled" (comes with its engine) or "offered"

    @property
    def full_id(self) -> str:
        return f"{self.voice.engine}:{self.voice.id}"

    def as_json(self) -> dict[str, Any]:
        names = ("engine", "id", "name", "languages", "gender", "licence")
        facts = {name: getattr(self.voice, name) for name in names}
        return facts | {"bytes": self.size, "shared_bytes": self.shared, "state": self.state}


@dataclass(frozen=True, slots=True)
class VoiceStock:
    items: tuple[OfferedVoice, ...]
    unreachable: dict[str, str]  # engine -> why its catalogue can't be had


def take_stock(language: str) -> VoiceStock:
    wanted = language.lower().replace("_", "-")
    items: list[OfferedVoice] = []
    unreachable: dict[str, str] = {}
    with fetch.client() as net:
        for engine in catalogue.ENGINES:
            here = {voice.id: voice for voice in added(engine)}
            offers: tuple[Offer, ...] = ()
            try:
                offers = catalogue.offers(engine, net)
            except LibraryError as error:
                unreachable[engine] = str(error)
            items += [_added(voice) for voice in here.values()]
            items += [_offered(offer) for offer in offers if offer.id not in here]
    spoken = [item for item in items if _speaks(item.voice.languages, wanted)]
    return VoiceStock(tuple(sorted(spoken, key=_place)), unreachable)


def print_offers(stock: VoiceStock) -> None:
    console = Console(highlight=False)
    columns = ("voice", "language", Column("MB", justify="right"), "licence", "")
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for item in stock.items:
        table.add_row(*map(escape, _row(item)))
    console.print(table if stock.items else "No catalogue has a voice of this language.")
    shared = {item.voice.engine: item.shared for item in stock.items if item.shared}
    for engine, size in shared.items():
        console.print(f"\nThe first voice of {engine} needs {size / 1e6:.0f} MB more, which all of them share.")
    if any(item.voice.engine == "piper" and item.state == "offered" for item in stock.items):
        console.print("\nThe licence of a Piper voice is shown before it is fetched: podcast voices add ENGINE:VOICE")


def _row(item: OfferedVoice) -> tuple[str, ...]:
    marks = {"added": "added", "bundled": "comes along", "offered": ""}
    size = f"{item.size / 1e6:.1f}" if item.size else ""
    return item.full_id, ", ".join(item.voice.languages), size, item.voice.licence, marks[item.state]


def _place(item: OfferedVoice) -> tuple[int, tuple[str, ...], str]:
    return catalogue.ENGINES.index(item.voice.engine), item.voice.languages, item.voice.id


def _added(voice: AddedVoice) -> OfferedVoice:
    return OfferedVoice(voice, size_of(voice.folder), 0, "added")


def _offered(offer: Offer) -> OfferedVoice:
    shared = sum(file.size for file in offer.shared.values())
    return OfferedVoice(offer, offer.size, shared, "offered" if offer.files else "bundled")


def _speaks(languages: tuple[str, ...], wanted: str) -> bool:
    return not wanted or any(tag == wanted or tag.startswith(f"{wanted}-") for tag in languages)
