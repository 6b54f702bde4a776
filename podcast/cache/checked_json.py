"""Facts that may be lost, each in a file of its own: read whole or not at all, replaced in one step.

write(path, {"slug": "rivers"})
read(path)                          # {"slug": "rivers"}; None: it isn't there, or is damaged
forget(path)                        # for good, even if the power fails in the next moment
"""

import hashlib
import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from podcast.userfiles import RECORD_BYTES, read_file


def read(path: Path) -> Any:
    try:
        checksum, _, text = read_file(path, RECORD_BYTES).partition(b"\n")
        return json.loads(text) if _checksum(text) == checksum else None
    except (OSError, ValueError, RecursionError):
        return None


def write(path: Path, facts: Any) -> None:
    """Where there is no room for it, it is not kept; then what was there before stays."""
    text = json.dumps(facts, sort_keys=True).encode()
    new = path.with_name(f"{path.name}.new-{secrets.token_hex(4)}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_bytes(_checksum(text) + b"\n" + text)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def forget(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.unlink()
        if os.name == "posix":
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()
