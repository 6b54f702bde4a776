"""Music and voice together, in pydub's segments: music alone, ducked under the words, swelling, gone.

    audio = with_music(welcome, theme, settings.opening)
    audio = with_music(sign_off, theme, settings.closing)        # the same, with other numbers
    audio = with_music(heading, bed, …)                          # a bed of its own, see bed.py

All music comes at its level (see load.py); here it is only turned down.
"""

import numpy as np

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec.clip import shifted
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP
from podcast.sound.dsp.curves import SILENT, gains, shaped
from podcast.sound.dsp.filters import Pcm
from podcast.sound.dsp.master import limited
from podcast.sound.music.load import AudioSegment, pcm_of, segment_of
from podcast.sound.music.shapes import MusicShape
from podcast.sound.record import MasteredAudio

_HUNDREDTH = SAMPLE_RATE_HZ // 100  # a second


def with_music(
    voice: MasteredAudio | None, music: AudioSegment | None, shape: MusicShape, true_peak_dbtp: float = TRUE_PEAK_DBTP
) -> MasteredAudio:
    """At least one of them is needed. The voice is always whole; of the music, what there is room for.

    Music too short for all gives up the shorter of its two solos: a theme that begins before the words ends under
    them, one that ends after them enters under them. So a composed ending stays where it belongs.
    """
    if voice is None or music is None:
        return _alone(voice, music, shape)
    piece, spoken = pcm_of(music), len(voice.pcm)
    music_at, stop = _place(len(piece), spoken, shape)
    piece = _faded(piece[: stop - music_at], shape)
    duck = samples(shape.duck_s)
    ducking = [(-duck, 0.0), (0, shape.duck_db), (spoken, shape.duck_db), (spoken + duck, 0.0)]
    piece = shaped(piece, gains(ducking, music_at, music_at + len(piece)))
    begin, end = min(music_at, 0), max(music_at + len(piece), spoken)
    canvas = laid_over(silence(end - begin, voice.pcm), piece, music_at - begin)
    mixed = limited(laid_over(canvas, voice.pcm, -begin), true_peak_dbtp)
    return MasteredAudio(mixed, shifted(voice.words, -begin), voice.is_timed)


def laid_over(under: Pcm, over: Pcm, at_sample: int) -> Pcm:
    """Both sounds at once; what reaches beyond `under` is lost."""
    # pydub places and cuts by the millisecond, so it gets what comes after the place, and that in hundredths.
    rest = under[at_sample:]
    padded = np.concatenate([rest, silence(-len(rest) % _HUNDREDTH, rest)])
    mixed = under.copy()
    mixed[at_sample:] = pcm_of(segment_of(padded).overlay(segment_of(over)))[: len(rest)]
    return mixed


def samples(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ)


def silence(length: int, like: Pcm) -> Pcm:
    """In as many channels."""
    return np.zeros((length, *like.shape[1:]), np.int16)


def _place(length: int, spoken: int, shape: MusicShape) -> tuple[int, int]:
    """Where `length` samples of music begin and stop, the voice beginning at 0."""
    before, after = samples(shape.before_s), samples(shape.after_s)
    if length >= before + spoken + after:
        return -before, spoken + after
    if before >= after:
        together = min(samples(shape.fade_out_s), length // 2)
        begin = -min(before, length - together)
        return begin, begin + length
    together = min(samples(shape.fade_in_s), length // 2)
    stop = spoken + min(after, length - together)
    return stop - length, stop


def _alone(voice: MasteredAudio | None, music: AudioSegment | None, shape: MusicShape) -> MasteredAudio:
    if voice is not None:
        return voice
    if music is None:
        raise ValueError("there is neither voice nor music")
    return MasteredAudio(_faded(pcm_of(music), shape))


def _faded(piece: Pcm, shape: MusicShape) -> Pcm:
    fade_in, fade_out = (min(samples(fade_s), len(piece) // 2) for fade_s in (shape.fade_in_s, shape.fade_out_s))
    rise, fall = [(0, SILENT), (fade_in, 0.0)], [(len(piece) - fade_out, 0.0), (len(piece), SILENT)]
    return shaped(piece, gains(rise, 0, len(piece)) * gains(fall, 0, len(piece)))
