"""The music of a show, as its settings want it: loaded, and at its level against the voice.

music = load_accompaniment(settings, folder, plays_sting=True)      # before anything is voiced
music.opening, music.closing, music.sting, music.bed                # pydub segments, or None where there is to be none
"""

from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from podcast.errors import PodcastError
from podcast.music.scores import BED
from podcast.settings import Settings
from podcast.sound.bed import Bed, Loop
from podcast.sound.mix import samples
from podcast.sound.mp3 import level_db
from podcast.sound.music import AudioSegment, load_music, pcm_of


@dataclass(frozen=True, slots=True)
class Accompaniment:
    """What is played, and how."""

    settings: Settings
    opening: AudioSegment | None = None
    closing: AudioSegment | None = None
    sting: AudioSegment | None = None
    bed: AudioSegment | None = None
    held_db: float = 0.0  # more than usual, of what lies on the bed

    def louder(self, gain_db: float) -> "Accompaniment":
        parts = {name: getattr(self, name) for name in ("opening", "closing", "sting", "bed")}
        return replace(self, **{name: part.apply_gain(gain_db) for name, part in parts.items() if part})

    def with_softer_bed(self, gain_db: float) -> "Accompaniment":
        return replace(self, bed=self.bed.apply_gain(gain_db)) if self.bed else self

    def held(self, excess_db: float) -> "Accompaniment":
        """With a limiter on the bed that takes so much more off the peaks."""
        return replace(self, held_db=self.held_db + excess_db + 0.2) if excess_db > 0 else self

    def made_bed(self) -> Bed | None:
        """The default bed was composed to go round; any other piece is faded into its own beginning."""
        if self.bed is None:
            return None
        wish = self.settings.bed
        pcm = pcm_of(self.bed)
        if wish.music == "default":
            whole = samples(BED.length_s + BED.lap_s)
            loop = Loop(pcm[:whole], samples(BED.lap_s), is_alike=True)
        else:
            loop = Loop(pcm, samples(wish.crossfade_s))
        return Bed(loop, wish, self.settings.sound.true_peak_dbtp - self.held_db)


def load_accompaniment(settings: Settings, folder: Path, *, plays_sting: bool) -> Accompaniment:
    """`folder` is where relative paths start. Raises PodcastError that names every file that isn't audio.

    `plays_sting`: whether there is a place for one; else its file isn't looked at.
    """
    wanted = {
        "opening": (settings.opening.music, "intro.opus", settings.opening.level_db),
        "closing": (settings.closing.music, "outro.opus", settings.closing.level_db),
        "sting": (settings.sting.music if plays_sting else "none", "sting.opus", settings.sting.level_db),
        "bed": (settings.bed.music, "bed.opus", settings.bed.level_db),
    }
    loaded: dict[str, AudioSegment | None] = {}
    errors: dict[str, PodcastError] = {}
    for name, (choice, default, own_db) in wanted.items():
        try:
            loaded[name] = _load(choice, default, own_db, settings, folder)
        except PodcastError as error:
            errors[name] = error
    if len(errors) > 1:
        listed = (f"  - {name}.music: {found.which}: {found.what}" for name, found in errors.items())
        raise PodcastError(f"{len(errors)} pieces of music can't be used", remedy="\n".join(listed))
    for found in errors.values():
        raise found
    return Accompaniment(settings, loaded["opening"], loaded["closing"], loaded["sting"], loaded["bed"])


def _load(choice: str, default: str, own_db: float, settings: Settings, folder: Path) -> AudioSegment | None:
    if choice == "none":
        return None
    shipped = Path(str(files("podcast") / "music" / default))
    path = shipped if choice == "default" else folder / Path(choice).expanduser()
    return load_music(path, level_lufs(settings) + own_db, settings.channels, settings.sound.true_peak_dbtp)


def level_lufs(settings: Settings) -> float:
    """What to master for, so that the show's loudness comes out of the encoder."""
    return settings.sound.loudness_lufs - level_db(settings.bitrate_kbps)
