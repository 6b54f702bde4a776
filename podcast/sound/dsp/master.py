"""From an engine's raw take to a voice at podcast loudness: one fixed chain, calibrated once for a voice.

    chain = calibrated(Chain(), take_of_any_text_in_this_voice, rate_hz, target_lufs=-16)
    pcm = master(take_pcm, take.rate_hz, replace(chain, stereo=True, pan=-0.3))     # or in mono, as it came

espeak-ng peaks at full scale while it measures -20 LUFS, so gain alone would clip. Its pulses have all their partials
in phase; allpass filters spread them out, as radio stations do, which nobody hears and which spares the limiter most
of its work. The compressor hears the treble louder than it is, or it would lift each hiss over the vowels. Both gains
belong to the voice and not to the text (essays of 20 s come out within ±0.3 LU, hours within ±0.2), so an edit changes
no other clip. What each step does is measured in docs/sound.md.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.dsp.dynamics import Samples, compressed, held_under
from podcast.sound.dsp.filters import Filter, FilterPipe, Pcm, filtered
from podcast.sound.dsp.loudness import approached, integrated_lufs
from podcast.sound.dsp.meter import loudness_lufs, momentary_energies

_HEADROOM_DB = 1.0  # by which resampling and MP3 lift the peaks of most sounds
_INPUT_LUFS = -20.0  # about what the plain voice has
_TREBLE_HZ = 3500
_WITHIN_LU = 0.02
_STRETCH, _SEEN = 1 << 19, 1 << 14  # samples, in whole steps of the limiter; it sees 0.16 s back and 5 ms ahead


def master(pcm: Pcm, rate_hz: int, chain: Chain) -> Pcm:
    """Mastered sound at SAMPLE_RATE_HZ; the chain works at the take's rate, on half as many samples."""
    voice = _louder(_shaped(pcm, rate_hz, chain), rate_hz, chain.gain_db, chain.true_peak_dbtp)
    # In whole numbers, which come out the same on every processor; floats don't.
    mono = filtered(voice, rate_hz, ("aresample", f"{SAMPLE_RATE_HZ}:tsf=s16p"))
    return placed(mono, chain.pan) if chain.stereo else mono


def placed(mono: Pcm, pan: float) -> Pcm:
    """In stereo, at `pan`, with constant power: -3 dB a channel in the middle, and as loud as it was everywhere."""
    angle = (pan + 1) * math.pi / 4
    gains = np.array([math.cos(angle), math.sin(angle)], np.float32)
    stereo: Pcm = np.rint(mono[:, np.newaxis] * gains).astype(np.int16)
    return stereo


def calibrated(chain: Chain, pcm: Pcm, rate_hz: int, target_lufs: float) -> Chain:
    """The chain with the gains that bring this sound, some 20 s of a voice, to the target within 0.02 LU."""
    chain = replace(chain, input_db=round(_INPUT_LUFS - loudness_lufs(pcm, rate_hz), 2))
    shaped = _shaped(pcm, rate_hz, chain)

    def louder(gain_db: float) -> Pcm:
        return _louder(shaped, rate_hz, round(gain_db, 2), chain.true_peak_dbtp)

    def loudness_of(sound: Pcm) -> float:  # as clips are measured
        return integrated_lufs(momentary_energies(sound, rate_hz))

    gain_db, _ = approached(target_lufs, loudness_of(_whole(shaped)), louder, loudness_of, within_lu=_WITHIN_LU)
    return replace(chain, gain_db=round(gain_db, 2))


def amplified(pcm: Pcm, gain_db: float, true_peak_dbtp: float = TRUE_PEAK_DBTP) -> Pcm:
    """Music with gain and limiter only, for it is mixed already."""
    louder = np.empty_like(pcm)
    reached = 0
    for stretch in amplified_stretches(pcm, gain_db, true_peak_dbtp):
        louder[reached : reached + len(stretch)] = stretch
        reached += len(stretch)
    return louder


def amplified_stretches(pcm: Pcm, gain_db: float, true_peak_dbtp: float = TRUE_PEAK_DBTP) -> Iterator[Pcm]:
    """The same in pieces, for as floats a long one takes a gigabyte.

    What comes before and after a piece goes through with it as far as the limiter looks.
    """
    for start in range(0, len(pcm), _STRETCH):
        first = max(start - _SEEN, 0)
        near = pcm[first : start + _STRETCH + _SEEN].astype(np.float32) / np.float32(32768)
        yield _louder(near, SAMPLE_RATE_HZ, gain_db, true_peak_dbtp)[start - first :][:_STRETCH]


def limited(pcm: Pcm, true_peak_dbtp: float = TRUE_PEAK_DBTP) -> Pcm:
    """Held so far below that peak that an MP3 of it stays there. Both channels are turned down at once."""
    return pcm if has_room(pcm, 0, true_peak_dbtp) else amplified(pcm, 0, true_peak_dbtp)


def has_room(pcm: Pcm, gain_db: float, true_peak_dbtp: float = TRUE_PEAK_DBTP) -> bool:
    """Whether so much gain leaves nothing to do for the limiter."""
    highest = max(int(pcm.max(initial=0)), -int(pcm.min(initial=0)))
    return highest * _ratio(gain_db) < 32768 * _ratio(true_peak_dbtp - _HEADROOM_DB)


def _shaped(pcm: Pcm, rate_hz: int, chain: Chain) -> Samples:
    """All that is done to a voice but for its gain."""
    gain = f"{_ratio(chain.input_db):.6f}"
    pipe = FilterPipe(
        rate_hz,
        1,
        ("aformat", "sample_fmts=flt"),
        ("highpass", f"f={chain.highpass_hz}"),
        *(("allpass", f"f={frequency_hz}:t=q:w=0.7") for frequency_hz in chain.allpass_hz),
        ("pan", f"stereo|c0={gain}*c0|c1={gain}*c0"),  # left what a listener hears, right what the compressor does
        _treble(chain.treble_db, "FL"),
        _treble(chain.emphasis_db, "FR"),
        gives="fltp",
    )
    voice, heard = np.concatenate([*pipe.push(pcm), *pipe.push(None)], axis=1)
    return compressed(voice, heard, rate_hz, chain)


def _treble(gain_db: float, channel: str) -> Filter:
    return "highshelf", f"f={_TREBLE_HZ}:g={gain_db}:t=q:w=0.6:c={channel}"


def _louder(samples: Samples, rate_hz: int, gain_db: float, true_peak_dbtp: float) -> Pcm:
    """With gain and limiter, as 16 bit."""
    return _whole(held_under(samples * np.float32(_ratio(gain_db)), rate_hz, _ratio(true_peak_dbtp - _HEADROOM_DB)))


def _whole(samples: Samples) -> Pcm:
    scaled = np.clip(samples * np.float32(32768), -32768, 32767)
    return np.asarray(np.rint(scaled, out=scaled), np.int16)


def _ratio(level_db: float) -> float:
    return float(10 ** (level_db / 20))
