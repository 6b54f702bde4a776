"""The default music, played from its scores: the instruments, the room, and the files.

    python tools/music/compose.py        # writes intro.opus, outro.opus, bed.opus and sting.opus into podcast/

Composing twice gives the same samples. A score that loops is played and echoed on a ring, so it has no seam.
"""

import re
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from scores import PIECES, Note, Score

SHIPPED = Path(__file__).parents[2] / "podcast" / "sound" / "music" / "pieces"
RATE_HZ = 48_000  # Opus has no other
BIT_RATE, BED_BIT_RATE = 28_000, 20_000  # a bed has no high tones, and lies far below a voice
PEAK_DBFS = -3.0
FADE_S = 1.2  # the last of the room's sound, down to exact silence

Sound = NDArray[np.float64]
Instrument = Callable[[float, float], Sound]  # pitch in Hz, seconds until the key is let go


def main() -> None:
    for name, score in PIECES.items():
        write_opus(path_of(name), lapped(score), BED_BIT_RATE if score.loops else BIT_RATE)


def path_of(name: str) -> Path:
    return SHIPPED / f"{name}.opus"


def lapped(score: Score) -> NDArray[np.int16]:
    """What is in the file: of a piece that loops, the beginning twice."""
    pcm = compose(score)
    return np.concatenate([pcm, pcm[: samples(score.lap_s)]])


def compose(score: Score) -> NDArray[np.int16]:
    """The piece as 16-bit mono samples at RATE_HZ."""
    dry = (
        0.34 * played(score, score.melody, electric_piano)
        + 0.24 * played(score, score.figures, plucked_string)
        + 0.045 * played(score, score.chords, pad)
        + 0.22 * played(score, score.bass, bass)
    )
    wet = in_room(dry, loops=score.loops)
    if not score.loops:
        wet[-samples(FADE_S) :] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, samples(FADE_S)))
    wet *= 10 ** (PEAK_DBFS / 20) / np.abs(wet).max()
    return np.round(wet * 32_767).astype(np.int16)


def played(score: Score, notes: tuple[Note, ...], instrument: Instrument) -> Sound:
    track = np.zeros(samples(score.length_s))
    for note in notes:
        begin = samples(note.beat * score.beat_s)
        for pitch in note.pitches.split():
            tone = note.force * instrument(pitch_hz(pitch), note.beats * score.beat_s)
            fitting = min(len(tone), len(track) - begin)
            track[begin : begin + fitting] += tone[:fitting]
            if score.loops:
                track[: len(tone) - fitting] += tone[fitting:]
    return track


def pitch_hz(name: str) -> float:
    """Equal temperament, A4 = 440 Hz.

    >>> round(pitch_hz("C#5"), 2)
    554.37
    """
    letter, sharp, octave = re.fullmatch(r"([A-G])(#?)(\d)", name).groups()  # type: ignore[union-attr]
    semitones = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}[letter] + len(sharp)
    return float(440 * 2 ** (int(octave) - 4 + semitones / 12))


def samples(seconds: float) -> int:
    return round(seconds * RATE_HZ)


# --- instruments --------------------------------------------------------------------------------------------


def electric_piano(hz: float, held_s: float) -> Sound:
    """Two sines, one bending the other's phase: bright when struck, round as it rings, with a tine far above."""
    t = clock(held_s + 0.6)
    ring = np.exp(-t * 1.1 * np.sqrt(hz / 440))
    body = np.sin(2 * np.pi * hz * t + 1.6 * np.exp(-3 * t) * np.sin(2 * np.pi * hz * t))
    tine = 0.09 * np.exp(-14 * t) * np.sin(2 * np.pi * 7 * hz * t)
    return np.asarray((body + tine) * ring * key(t, held_s, attack_s=0.004, release_s=0.25))


def plucked_string(hz: float, held_s: float) -> Sound:
    """Partials that fade the faster the higher they are."""
    t = clock(held_s + 1.2)
    partials = [np.sin(2 * np.pi * n * hz * t) * np.exp(-t * (1.5 + 1.3 * n)) / n**1.4 for n in range(1, 9)]
    return np.asarray(np.sum(partials, axis=0)) * key(t, held_s + 0.4, attack_s=0.002, release_s=0.4)


def pad(hz: float, held_s: float) -> Sound:
    """Two soft choirs, six cents apart, that swell and sink."""
    t = clock(held_s + 0.9)
    choir = [np.sin(2 * np.pi * n * hz * cents * t + n) / n**2 for n in range(1, 6) for cents in (0.99827, 1.00173)]
    return np.asarray(np.sum(choir, axis=0)) * key(t, held_s, attack_s=0.3, release_s=0.5)


def bass(hz: float, held_s: float) -> Sound:
    t = clock(held_s + 0.3)
    tone = np.sin(2 * np.pi * hz * t) + 0.35 * np.sin(4 * np.pi * hz * t) + 0.1 * np.sin(6 * np.pi * hz * t)
    return tone * np.exp(-0.8 * t) * key(t, held_s, attack_s=0.015, release_s=0.12)


def clock(seconds: float) -> Sound:
    return np.arange(samples(seconds)) / RATE_HZ


def key(t: Sound, held_s: float, *, attack_s: float, release_s: float) -> Sound:
    """The envelope of a key: pressed at 0, let go at `held_s`."""
    pressed = 0.5 - 0.5 * np.cos(np.pi * np.minimum(t / attack_s, 1))
    return np.asarray(pressed * np.exp(-np.maximum(t - held_s, 0) / release_s * 3))


# --- the room and the file ----------------------------------------------------------------------------------


def in_room(dry: Sound, *, loops: bool) -> Sound:
    """A small hall: the sound, and an echo of decaying noise without its highest and lowest tones."""
    t = clock(1.6)
    noise = np.random.default_rng(2).standard_normal(len(t)) * np.exp(-4.3 * t)
    noise[: samples(0.012)] = 0  # the nearest wall
    length = len(dry) if loops else len(dry) + len(t)  # a transform of just its length echoes in a ring
    hz = np.fft.rfftfreq(length, 1 / RATE_HZ)
    walls = 1 / (1 + (hz / 2_500) ** 2) / (1 + (180 / np.maximum(hz, 1)) ** 2)
    echo = np.fft.irfft(np.fft.rfft(dry, length) * np.fft.rfft(noise, length) * walls, length)[: len(dry)]
    return np.asarray(dry + 0.3 * echo * np.sqrt(np.mean(dry**2) / np.mean(echo**2)))


def write_opus(path: Path, pcm: NDArray[np.int16], bit_rate: int) -> None:
    """Lossless, the four would take 1 MB; all of them end in an MP3, which takes more away than this."""
    options = {"fflags": "+bitexact"}  # else the stream's serial number is drawn by chance
    with av.open(str(path), "w", format="ogg", container_options=options) as container:
        stream = container.add_stream("libopus", rate=RATE_HZ, layout="mono")
        stream.bit_rate = bit_rate
        resampler = av.AudioResampler("s16", "mono", RATE_HZ, 960)  # 20 ms
        frame = av.AudioFrame.from_ndarray(pcm[np.newaxis], format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))


if __name__ == "__main__":
    main()
