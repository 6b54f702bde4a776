"""Music from a file, known by its content: any process that finds the file has the same piece.

piece = Piece.of("jingle.mp3", level_lufs=-16, channels=1)
piece.made()                            # a pydub segment, see load.py
"""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from podcast.errors import PodcastError
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP
from podcast.userfiles import MUSIC_BYTES, read_file

if TYPE_CHECKING:
    from podcast.sound.music.load import AudioSegment

_OURS = Path(__file__).parent / "pieces"


@dataclass(frozen=True, slots=True)
class Piece:
    """Music from a file, at its level."""

    path: str = field(compare=False)
    sha256: str  # of the file's content
    level_lufs: float
    channels: int
    true_peak_dbtp: float
    gain_db: float = 0.0  # on top of it
    is_ours: bool = field(default=False, compare=False)  # it lies where the package does, and `path` is its name

    @property
    def file(self) -> Path:
        return _OURS / self.path if self.is_ours else Path(self.path)

    @classmethod
    def of(
        cls,
        path: str,
        level_lufs: float,
        channels: int,
        true_peak_dbtp: float = TRUE_PEAK_DBTP,
        *,
        is_ours: bool = False,
    ) -> Self:
        """What lies there now. Raises PodcastError when it can't be read."""
        piece = cls(path, "", level_lufs, channels, true_peak_dbtp, is_ours=is_ours)
        return replace(piece, sha256=hashlib.sha256(piece.read()).hexdigest())

    def read(self) -> bytes:
        """Raises PodcastError when it can't be read."""
        try:
            return read_file(self.file, MUSIC_BYTES)
        except OSError as error:
            what, remedy = f"The music can't be read ({error.strerror})", "Give a file that can be read."
            raise PodcastError(what, which=str(self.file), remedy=remedy) from None

    def made(self) -> "AudioSegment":
        from podcast.sound.music.load import load_piece

        loaded = load_piece(replace(self, gain_db=0.0))
        return loaded.apply_gain(self.gain_db) if self.gain_db else loaded
