"""A program that plays nothing, in the place of one that plays sound, and tells when it was started.

player = Player(folder)
run = timed([*podcast(), "say", "Rivers bend."], programs=player.folder)
player.begun_s()                        # since the player was made
"""

import time
from pathlib import Path

#: The first that `podcast say` looks for. It stays as long as the sound would, or it wouldn't be believed.
_NAME, _LASTS_S = "pw-play", 3


class Player:
    """For one sound of up to three seconds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._note = folder / "begun"
        self._note.unlink(missing_ok=True)
        program = folder / _NAME
        program.write_text(f'#!/bin/sh\n: >"{self._note}"\nexec sleep {_LASTS_S}\n', "utf-8")
        program.chmod(0o755)
        self._made_s = time.time()

    def begun_s(self) -> float:
        return self._note.stat().st_mtime - self._made_s
