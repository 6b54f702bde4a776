"""One segment, from its text to a clip: speak, trim, master, encode, and listen to the result.

audio = render(utterance, chain, engine_process.speak)       # and the times of its words: music may be mixed with it
clip = encode_clip(audio, bitrate_kbps=64)
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from podcast.sound import SAMPLE_RATE_HZ, SILENCE_LEVEL
from podcast.sound.codec import encoder, mp3
from podcast.sound.codec.clip import Clip, moved, shifted
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.dsp.filters import Pcm
from podcast.sound.dsp.loudness import decibels
from podcast.sound.dsp.master import limited, master
from podcast.sound.dsp.meter import momentary_energies, true_peak
from voices.speech import SpeechError, Take, Utterance, Word

Speak = Callable[[Utterance], Take]

_LEAD_S, _TAIL_S = 0.010, 0.040  # kept around the sound: soft consonants lie under the level
_FADE_S = 0.004
_EDGE_SAMPLES = 16_384  # of a take, where the sound mostly begins and ends


@dataclass(frozen=True, slots=True)
class MasteredAudio:
    """Mastered sound before it is encoded; the words count samples of `pcm`."""

    pcm: Pcm
    words: tuple[Word, ...] = ()
    is_timed: bool = True


def render(utterance: Utterance, chain: Chain, speak: Speak) -> MasteredAudio:
    """Raises SpeechError when the engine can't say it."""
    take = trimmed(speak(utterance))
    pcm = _faded(master(np.frombuffer(take.pcm, "<i2"), take.rate_hz, chain))
    factor = SAMPLE_RATE_HZ / take.rate_hz
    words = moved(take.words, lambda sample: min(round(sample * factor), len(pcm)))
    return MasteredAudio(pcm, words, take.is_timed)


def encode_clip(
    audio: MasteredAudio,
    bitrate_kbps: int,
    quality: int = encoder.SPEECH_QUALITY,
    *,
    true_peak_dbtp: float = TRUE_PEAK_DBTP,
) -> Clip:
    """The audio encoded, and decoded again: for the proof that it can be, and to measure what a listener gets."""
    frames, heard, peak = _encoded_below(true_peak_dbtp, encoder.padded(audio.pcm), bitrate_kbps, quality)
    return Clip(
        frames=frames,
        frame_count=len(heard) // mp3.FRAME_SAMPLES,
        start_sample=mp3.DELAY_SAMPLES,
        end_sample=mp3.DELAY_SAMPLES + len(audio.pcm),
        words=shifted(audio.words, mp3.DELAY_SAMPLES),
        is_timed=audio.is_timed,
        energies=momentary_energies(heard),
        peak=peak,
        levels=levels_of(heard),
    )


def trimmed(take: Take) -> Take:
    """The take without the engine's silence at both ends: pauses are the timeline's business.

    Silence is what the take begins and ends with: some engines have an offset. Raises SpeechError when there is nothing
    else.
    """
    pcm = np.frombuffer(take.pcm, "<i2")
    first, last = _loud(pcm), _loud(pcm[::-1])
    if first is None or last is None:
        raise SpeechError("the engine was silent")
    begin = max(0, first - round(_LEAD_S * take.rate_hz))
    end = min(len(pcm), len(pcm) - last + round(_TAIL_S * take.rate_hz))
    words = moved(take.words, lambda sample: min(max(sample - begin, 0), end - begin))
    return replace(take, pcm=pcm[begin:end].tobytes(), words=words)


def _loud(pcm: Pcm) -> int | None:
    """Where the first sample is that differs from the edge."""
    edge = int(pcm[0]) if len(pcm) else 0
    for stop in (_EDGE_SAMPLES, len(pcm)):  # mostly it is near
        loud = (pcm[:stop] > edge + SILENCE_LEVEL) | (pcm[:stop] < edge - SILENCE_LEVEL)
        if loud.any():
            return int(np.argmax(loud))
    return None


def levels_of(heard: Pcm) -> bytes:
    """The peak of each frame, full scale being 255."""
    by_frame = heard.reshape(len(heard) // mp3.FRAME_SAMPLES, -1)
    peaks = np.maximum(by_frame.max(axis=1, initial=0), -by_frame.min(axis=1, initial=0).astype(np.int32))
    return bytes(np.minimum(peaks >> 7, 255).astype(np.uint8))


def _encoded_below(goal_dbtp: float, pcm: Pcm, bitrate_kbps: int, quality: int) -> tuple[bytes, Pcm, float]:
    """Frames, what a decoder makes of them, and its true peak, which MP3 can lift above that of `pcm`.

    The few clips in which it goes over the goal are limited harder and encoded again.
    """
    limit_dbtp = goal_dbtp
    while True:
        frames = encoder.encode(pcm, bitrate_kbps, quality)
        heard = encoder.decode(frames)
        peak = true_peak(heard)
        excess_db = math.ceil(100 * (decibels(peak) - goal_dbtp)) / 100  # the last digits differ between processors
        if excess_db <= 0:
            return frames, heard, peak
        limit_dbtp -= excess_db + 0.2
        pcm = limited(pcm, limit_dbtp)


def _faded(pcm: Pcm) -> Pcm:
    """Both edges at zero, so that a seam can't click."""
    length = min(round(_FADE_S * SAMPLE_RATE_HZ), len(pcm) // 2)
    ramp = np.linspace(0, 1, length, dtype=np.float32)
    faded = pcm.copy()
    by_channel = faded.T
    for edge, factors in ((by_channel[..., :length], ramp), (by_channel[..., len(faded) - length :], ramp[::-1])):
        edge[:] = edge * factors
    return faded
