"""A cache as a person reads it: what of which kind, how much, how old, and whether anything new is kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from podcast.cli.sizes import size

if TYPE_CHECKING:
    from podcast.cache.inventory import Cleared, Inventory

WHAT = {  # by kind
    "take": "said by an engine",
    "clip": "passages, encoded",
    "frame": "welcomes, sign-offs",
    "bedded": "passages on a bed",
    "chain": "calibrated voices",
    "proof": "music, checked",
    "roster": "an engine's voices",
    "other": "an earlier version's",
}
_SPANS = (("day", 86_400), ("hour", 3600), ("minute", 60))


def print_inventory(folder: Path, max_bytes: int, found: "Inventory", now_s: float) -> None:
    console = Console(highlight=False)
    console.print(f"[bold]{escape(str(folder))}[/bold]", soft_wrap=True)
    if found.count:
        console.print(_table(found, now_s))
    for line in _lines(max_bytes, found):
        console.print(f"  {line}", soft_wrap=True)


def print_cleared(cleared: "Cleared") -> None:
    console = Console(highlight=False)
    console.print(f"{_entries(cleared.count)} deleted, {size(cleared.size)}")
    if cleared.left:
        console.print(f"{_entries(cleared.left)} could not be deleted, and stay.")


def ago(seconds: float) -> str:
    """Just now, 5 minutes ago, 1 hour ago, 12 days ago."""
    for name, length_s in _SPANS:
        count = int(seconds / length_s)
        if count > 0:  # another machine, whose clock is ahead, may share the folder
            return f"{count} {name}{'s' * (count != 1)} ago"
    return "just now"


def _table(found: "Inventory", now_s: float) -> Table:
    columns = [
        Column("  kind", no_wrap=True),
        Column("entries", justify="right", no_wrap=True),
        Column("size", justify="right", no_wrap=True),
        Column("last use", no_wrap=True),
        Column("oldest use", no_wrap=True),
        Column("what", no_wrap=True),
    ]
    table = Table(*columns, box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for stock in found.stocks:
        used = (ago(now_s - stock.newest_s), ago(now_s - stock.oldest_s))
        table.add_row(f"  {stock.kind}", f"{stock.count:,}", size(stock.size), *used, WHAT.get(stock.kind, ""))
    return table


def _lines(max_bytes: int, found: "Inventory") -> Iterator[str]:
    most = f"{size(found.size)} of at most {size(max_bytes)}"
    yield f"{_entries(found.count)}, {most}; {size(found.free)} free on the disk"
    if found.refusal:
        yield f"[yellow]Nothing new is kept:[/yellow] {escape(found.refusal)}."


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
