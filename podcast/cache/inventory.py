"""What lies in a store, by kinds; and clearing it, which harms no build that is running.

    found = take_inventory(store)
    [(stock.kind, stock.count, stock.size) for stock in found.stocks], found.refusal
    cleared = clear(store, kinds={"take"}, used_before_s=time.time() - 30 * 86_400)

A build that has read an entry has all of it, and one that comes too late makes it anew; what is just being written
stays.
"""

import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from podcast.cache.store import Store, StoreEntry, remove

OTHER = "other"  # what an earlier version kept, and no build uses any more


@dataclass(frozen=True, slots=True)
class KindStock:
    """What there is of one kind."""

    kind: str
    count: int
    size: int  # bytes
    oldest_s: float  # the last uses of what was used first and last, since the epoch
    newest_s: float


@dataclass(frozen=True, slots=True)
class Inventory:
    stocks: tuple[KindStock, ...]  # the largest first
    free: int  # bytes that the disk has left
    refusal: str  # why nothing new can be kept; empty when it can

    @property
    def count(self) -> int:
        return sum(stock.count for stock in self.stocks)

    @property
    def size(self) -> int:
        return sum(stock.size for stock in self.stocks)


@dataclass(frozen=True, slots=True)
class Cleared:
    count: int
    size: int  # bytes
    left: int  # entries that could not be deleted


def take_inventory(store: Store) -> Inventory:
    by_kind: dict[str, list[StoreEntry]] = defaultdict(list)
    for entry in _kept(store):
        by_kind[_kind(entry)].append(entry)
    stocks = sorted((_stock(kind, entries) for kind, entries in by_kind.items()), key=lambda stock: -stock.size)
    return Inventory(tuple(stocks), store.free_bytes(), store.refusal())


def clear(store: Store, kinds: Collection[str] = (), used_before_s: float | None = None) -> Cleared:
    """Delete what is of these kinds, if any are named, and was last used before that time, if one is."""
    now_s = time.time()
    wanted = [
        entry
        for entry in _kept(store)
        if (not kinds or _kind(entry) in kinds) and (used_before_s is None or entry.used_s < used_before_s)
    ]
    gone = [entry for entry in wanted if remove(entry)]
    for entry in store.entries():
        if entry.is_abandoned(now_s):
            remove(entry)
    _remove_empty(store.shelves())
    return Cleared(len(gone), sum(entry.size for entry in gone), len(wanted) - len(gone))


def _kept(store: Store) -> Iterator[StoreEntry]:
    return (entry for entry in store.entries() if not entry.is_new)


def _kind(entry: StoreEntry) -> str:
    return entry.kind or OTHER


def _stock(kind: str, entries: Collection[StoreEntry]) -> KindStock:
    used_s = [entry.used_s for entry in entries]
    return KindStock(kind, len(entries), sum(entry.size for entry in entries), min(used_s), max(used_s))


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):  # it isn't empty, or a build has begun to fill it
            folder.rmdir()
