"""Programs that play a sound file on this machine.

play(Path("line.wav"), find_players(), lasts_s=2.5)
"""

import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from podcast.errors import PodcastError

SAVE_INSTEAD = "Save it with --output line.wav, and open that."

_PLAYED_SHARE = 0.7

# The first that is there and works: PipeWire's and PulseAudio's, ALSA's, macOS's, ffmpeg's, Windows'.
_PLAYERS = {
    "pw-play": (),
    "paplay": (),
    "aplay": ("-q",),
    "afplay": (),
    "ffplay": ("-nodisp", "-autoexit", "-loglevel", "error"),
    "powershell": ("-NoProfile", "-Command", "& { (New-Object Media.SoundPlayer $args[0]).PlaySync() }"),
}


def find_players() -> list[str]:
    """Raises PodcastError when there is none."""
    found = [player for player in _PLAYERS if shutil.which(player)]
    if not found:
        raise PodcastError("No program here plays sound", which=", ".join(_PLAYERS), remedy=SAVE_INSTEAD)
    return found


def play(file: Path, players: Sequence[str], *, lasts_s: float) -> None:
    """Raises PodcastError when none of them can."""
    complaints = []
    for player in players:
        command = [shutil.which(player) or player, *_PLAYERS[player], str(file)]
        begun = time.monotonic()
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        # ffplay exits with 0 where there is no sound card; but nobody plays a sound faster than it lasts.
        if done.returncode == 0 and time.monotonic() - begun > _PLAYED_SHARE * lasts_s:
            return
        reason = done.stderr.strip().splitlines() or [f"it stopped at once, with exit status {done.returncode}"]
        complaints.append(f"{player}: {reason[-1]}")
    raise PodcastError("The sound can't be played", which="; ".join(complaints), remedy=SAVE_INSTEAD)
