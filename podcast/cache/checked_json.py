"""Facts that may be lost, each in a file of its own: read whole or not at all, replaced in one step.

write(path, {"slug": "rivers"}, by_way_of=workroom)     # where the next commit sweeps what a kill has left
read(path)                          # {"slug": "rivers"}; None: it isn't there, or is damaged
forget(path)                        # for good, even if the power fails in the next moment
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from podcast.episode.staging import held_file
from podcast.ownplaces import leads_away, read_plain
from podcast.userfiles import RECORD_BYTES


def read(path: Path) -> Any:
    try:
        checksum, _, text = read_plain(path, RECORD_BYTES).partition(b"\n")
        return json.loads(text) if _checksum(text) == checksum else None
    except (OSError, ValueError, RecursionError):
        return None


def write(path: Path, facts: Any, *, by_way_of: Path) -> None:
    """Where there is no room for it, it is not kept; then what was there before stays."""
    text = json.dumps(facts, sort_keys=True).encode()
    if leads_away(path.parent) or leads_away(by_way_of):
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new = held_file(by_way_of)
        try:
            new.write(_checksum(text) + b"\n" + text)
            new.close()  # Windows renames no open file
            Path(new.name).replace(path)
        finally:
            with suppress(OSError):
                new.close()
            Path(new.name).unlink(missing_ok=True)


def forget(path: Path) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        if leads_away(path.parent):
            return
        path.unlink()
        if os.name == "posix":
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()
