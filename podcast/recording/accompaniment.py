"""The music of a show, as its settings want it: found, proved to be music, and at its level against the voice.

music = load_accompaniment(settings, folder, runner, plays_sting=True)        # before anything is voiced
music.opening, music.closing, music.sting, music.bed                # pieces, or None where there is to be none
"""

from dataclasses import dataclass, replace
from pathlib import Path

from podcast.config.settings import Settings
from podcast.errors import PodcastError
from podcast.recording.jobs.questions import Proof
from podcast.recording.jobs.render_jobs import BedMusic
from podcast.recording.jobs.runner import JobRunner
from podcast.sound.codec.mp3 import level_db
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import BedShape
from podcast.userfiles import path_of
from voices.speech import SpeechError

#: The default bed as tools/music composed it: all of it, and how much of its beginning it has once more at its end.
BED_LENGTH_S, BED_LAP_S = 33.0, 1.0


@dataclass(frozen=True, slots=True)
class Accompaniment:
    """What is played, and how."""

    settings: Settings
    opening: Piece | None = None
    closing: Piece | None = None
    sting: Piece | None = None
    bed: Piece | None = None
    held_db: float = 0.0  # more than usual, of what lies on the bed

    def louder(self, gain_db: float) -> "Accompaniment":
        return replace(
            self,
            opening=_louder(self.opening, gain_db),
            closing=_louder(self.closing, gain_db),
            sting=_louder(self.sting, gain_db),
            bed=_louder(self.bed, gain_db),
        )

    def with_softer_bed(self, gain_db: float) -> "Accompaniment":
        return replace(self, bed=_louder(self.bed, gain_db))

    def held(self, excess_db: float) -> "Accompaniment":
        """With a limiter on the bed that takes so much more off the peaks."""
        return replace(self, held_db=self.held_db + excess_db + 0.2) if excess_db > 0 else self

    @property
    def bedding(self) -> BedMusic | None:
        """The default bed was composed to go round; any other piece is faded into its own beginning."""
        if self.bed is None:
            return None
        wish = self.settings.bed
        made = BedMusic(self.bed, BedShape.of(wish), self.settings.sound.true_peak_dbtp - self.held_db)
        if wish.music == "default":
            return replace(made, is_round=True, length_s=BED_LENGTH_S, lap_s=BED_LAP_S)
        return replace(made, lap_s=wish.crossfade_s)


def load_accompaniment(settings: Settings, folder: Path, runner: JobRunner, *, plays_sting: bool) -> Accompaniment:
    """`folder` is where relative paths start. Raises PodcastError that names every file that isn't audio.

    `plays_sting`: whether there is a place for one; else its file isn't looked at.
    """
    wanted = {
        "opening": (settings.opening.music, "intro.opus", settings.opening.level_db),
        "closing": (settings.closing.music, "outro.opus", settings.closing.level_db),
        "sting": (settings.sting.music if plays_sting else "none", "sting.opus", settings.sting.level_db),
        "bed": (settings.bed.music, "bed.opus", settings.bed.level_db),
    }
    loaded: dict[str, Piece | None] = {}
    errors: dict[str, PodcastError] = {}
    for name, (choice, default, own_db) in wanted.items():
        try:
            loaded[name] = _load(choice, default, own_db, settings, folder, runner)
        except PodcastError as error:
            errors[name] = error
    if len(errors) > 1:
        listed = (f"  - {name}.music: {found.which}: {found.what}" for name, found in errors.items())
        raise PodcastError(f"{len(errors)} pieces of music can't be used", remedy="\n".join(listed))
    for found in errors.values():
        raise found
    return Accompaniment(settings, loaded["opening"], loaded["closing"], loaded["sting"], loaded["bed"])


def _load(
    choice: str, default: str, own_db: float, settings: Settings, folder: Path, runner: JobRunner
) -> Piece | None:
    if choice == "none":
        return None
    is_ours = choice == "default"
    path = default if is_ours else str(path_of(choice, folder))
    level, peak_dbtp = level_lufs(settings) + own_db, settings.sound.true_peak_dbtp
    piece = Piece.of(path, level, settings.channels, peak_dbtp, is_ours=is_ours)
    if not is_ours:
        _prove(piece, runner)
    return piece


def _prove(piece: Piece, runner: JobRunner) -> None:
    try:
        runner.result(Proof(piece))
    except SpeechError as error:  # the processes that read it were ended: a long piece takes 0.4 GB
        remedy = "Give a shorter piece."
        raise PodcastError(f"The music can't be read ({error})", which=piece.path, remedy=remedy) from None


def _louder(piece: Piece | None, gain_db: float) -> Piece | None:
    return replace(piece, gain_db=piece.gain_db + gain_db) if piece else None


def level_lufs(settings: Settings) -> float:
    """What to master for, so that the show's loudness comes out of the encoder."""
    return settings.sound.loudness_lufs - level_db(settings.bitrate_kbps)
