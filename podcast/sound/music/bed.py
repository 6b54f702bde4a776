"""A bed: music that goes on under what is said, as long as it is wanted, and steps back under each voice.

    bed = Bed(Loop(music_pcm, crossfade), settings.bed)     # the end goes over into the beginning
    audio = bed.around(heading)                              # one passage: in before it, out after it
    for laid in bed.under(laid_on):                          # many, in order, in pieces: memory stays flat
        encoding.push(laid.pcm)

The bed rises in pauses that are long enough for it to rise, stay and step back; a breath between two sentences is not.
Under music of another kind (a sting) it is silent. Pieces are cut in the middle of pauses, where the limiter rests.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from podcast.sound.dsp.chain import TRUE_PEAK_DBTP
from podcast.sound.dsp.curves import SILENT, Point, crossfaded, gains, shaped
from podcast.sound.dsp.filters import Pcm
from podcast.sound.dsp.master import limited
from podcast.sound.music.load import segment_of
from podcast.sound.music.mix import laid_over, samples, with_music
from podcast.sound.music.shapes import BedShape, MusicShape
from podcast.sound.record import MasteredAudio

_RISING = 3  # a pause in which the bed rises has this many times duck_s


@dataclass(frozen=True, slots=True)
class OnBed:
    """What is laid on the bed."""

    audio: MasteredAudio
    pause: int = 0  # samples before it; before the first there is the bed's fade instead
    is_music: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A laid with its share of the pauses around it."""

    laid: OnBed
    start_sample: int  # of the laid's sound in the whole
    pcm: Pcm


class Loop:
    """Music without an end; its first samples already have the end in them, so going round is like going on."""

    def __init__(self, pcm: Pcm, crossfade: int = 0, *, is_alike: bool = False) -> None:
        """`is_alike`: the end is the beginning once more, so going over to it must not make it louder."""
        lap = min(crossfade, len(pcm) // 2)
        joined = crossfaded(pcm[len(pcm) - lap :], pcm[:lap], is_alike=is_alike)
        self._pcm = np.concatenate([joined, pcm[lap : len(pcm) - lap]])

    def stretch(self, begin: int, end: int) -> Pcm:
        """Samples `begin` to `end` of the endless piece."""
        return np.take(self._pcm, np.arange(begin, end), axis=0, mode="wrap")


@dataclass(frozen=True, slots=True)
class Bed:
    loop: Loop  # at its level
    settings: BedShape
    true_peak_dbtp: float = TRUE_PEAK_DBTP  # of what lies on it

    def around(self, voice: MasteredAudio) -> MasteredAudio:
        """One passage with the bed under it: in before it, out after it."""
        wish = self.settings
        shape = MusicShape(
            before_s=wish.fade_s,
            after_s=wish.fade_s,
            duck_db=wish.duck_db,
            duck_s=wish.duck_s,
            fade_in_s=wish.fade_s,
            fade_out_s=wish.fade_s,
        )
        length = len(voice.pcm) + 2 * samples(wish.fade_s)
        return with_music(voice, segment_of(self.loop.stretch(0, length)), shape, self.true_peak_dbtp)

    def under(self, laid_on: Iterable[OnBed]) -> Iterator[Laid]:
        """The laid_on mixed with the bed, which fades in before the first and out after the last."""
        fade, duck = samples(self.settings.fade_s), samples(self.settings.duck_s)
        begin, start = 0, fade
        before: list[Point] = []
        laid: OnBed | None = None
        for following in chain(laid_on, [None]):
            if laid is None:
                before = [(0, SILENT), (max(fade - duck, 0), 0.0), (fade, self._level_db(following))]
            else:
                stop = start + len(laid.audio.pcm)
                pause = following.pause if following else fade
                end = stop + (pause // 2 if following else fade)
                after = self._between(laid, stop, following, stop + pause)
                under = shaped(self.loop.stretch(begin, end), gains([*before, *after], begin, end))
                yield Laid(laid, start, limited(laid_over(under, laid.audio.pcm, start - begin), self.true_peak_dbtp))
                begin, start, before = end, stop + pause, after
            laid = following

    def _level_db(self, laid: OnBed | None) -> float:
        """How loud the bed is under it; after the last it is gone."""
        return SILENT if laid is None or laid.is_music else self.settings.duck_db

    def _between(self, laid: OnBed, stop: int, following: OnBed | None, start: int) -> list[Point]:
        """The bed in a pause from sample `stop` to `start`. Where that is short, its ramp reaches into what sounds."""
        from_db, to_db = self._level_db(laid), self._level_db(following)
        duck = samples(self.settings.duck_s)
        if start - stop >= _RISING * duck and to_db > SILENT:
            return [(stop, from_db), (stop + duck, 0.0), (start - duck, 0.0), (start, to_db)]
        if to_db < from_db:
            earliest = stop - len(laid.audio.pcm) // 2
            return [(max(earliest, min(stop, start - duck)), from_db), (start, to_db)]
        latest = start + (len(following.audio.pcm) // 2 if following else 0)
        return [(stop, from_db), (min(latest, max(start, stop + duck)), to_db)]
