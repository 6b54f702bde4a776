"""Other speakers out of one net, and other tempos: its frames are changed before they are made sound.

    frames = warped(frames, formants=0.84, pitch=0.56)      # what hibari's net gives, before hibari.dsp.synth
    frames = drawn_together(frames, 1.2)                    # a fifth faster

Frames are log spectra of 601 bins (harmonics lh, noise ln, a free part lr) and phases (theta, phi), all of shape (bins,
frames), and the fundamental f0 in Hz. `formants` above 1 is a shorter throat, `pitch` a factor on the voice's own,
`liveliness` one on how far the pitch goes from its middle. Three things make it a person rather than a machine (DNSMOS
of a man's voice 4.1 rather than 3.5; docs/voices.md):

- the harmonics' envelope is smoothed over the width that lies between two of them at the voice's own pitch: what the
  net says between its own harmonics was never heard, and with another pitch harmonics fall there;
- the phases of the free part stay in their bins: their pattern is where in a frame a consonant bursts;
- a deeper voice has more harmonics at the bottom, so the envelope is tilted by 1 dB an octave.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Spectrum = NDArray[np.float32]
SpectralFrames = tuple[Spectrum, Spectrum, Spectrum, Spectrum, Spectrum, Spectrum]  # lh, theta, ln, lr, phi, f0

_BINS = 601
_BIN_HZ = 20
_VOICED_HZ = np.float32(40)  # hibari's own threshold
_TILT_DB, _TILT_FROM_HZ = 1.0, 100  # an octave
_DB = np.log(10) / 20


def warped(frames: Sequence[Spectrum], formants: float, pitch: float, liveliness: float = 1.0) -> SpectralFrames:
    lh, theta, ln, lr, phi, f0 = frames
    if formants == pitch == liveliness == 1:
        return lh, theta, ln, lr, phi, f0
    melody = _melody(f0, pitch, liveliness)
    if formants == pitch == 1:
        return lh, theta, ln, lr, phi, melody
    bins = _sources(formants)
    harmonic = _smoothed(lh, bins, _width(pitch))
    if pitch != 1:
        harmonic += _tilt()
    return harmonic, theta[bins], ln[bins], _between(lr, formants), phi, melody


def drawn_together(frames: Sequence[Spectrum], ratio: float) -> SpectralFrames:
    """The same sounds in so much less time: log spectra between their frames, phases and melody of the nearest."""
    lh, theta, ln, lr, phi, f0 = frames
    if ratio == 1:
        return lh, theta, ln, lr, phi, f0
    count = lh.shape[1]
    wanted = max(1, round(count / ratio))
    at = (np.arange(wanted) + 0.5) * count / wanted - 0.5
    below = np.clip(np.floor(at).astype(int), 0, count - 1)
    above, nearest = np.minimum(below + 1, count - 1), np.clip(np.rint(at).astype(int), 0, count - 1)
    share = np.clip(at - below, 0, 1).astype(np.float32)

    def between(spectrum: Spectrum) -> Spectrum:
        mixed: Spectrum = spectrum[:, below] * (1 - share) + spectrum[:, above] * share
        return mixed

    return between(lh), theta[:, nearest], between(ln), between(lr), phi[:, nearest], f0[nearest]


def _width(pitch: float) -> int:
    """Bins to smooth over, an odd number: the further the pitch goes, the more is heard of what lies between."""
    return 1 if pitch == 1 else 3 if pitch > 1 else 5 if pitch > 0.75 else 9


@lru_cache(maxsize=16)
def _sources(formants: float) -> NDArray[np.intp]:
    """The bin that each bin comes from; above the net's last one, that one is held."""
    return np.minimum(np.rint(np.arange(_BINS) / formants), _BINS - 1).astype(np.intp)


def _smoothed(spectrum: Spectrum, bins: NDArray[np.intp], width: int) -> Spectrum:
    """Rows `bins` of the spectrum's running mean over `width` rows: a difference of two running sums."""
    if width == 1:
        return spectrum[bins]
    sums = np.zeros((_BINS + 1, spectrum.shape[1]), np.float32)
    np.cumsum(spectrum, axis=0, out=sums[1:])
    below = np.maximum(bins - width // 2, 0)
    above = np.minimum(bins + width // 2 + 1, _BINS)
    mean: Spectrum = sums[above]
    mean -= sums[below]
    mean *= (1 / (above - below)).astype(np.float32)[:, np.newaxis]
    return mean


def _between(spectrum: Spectrum, formants: float) -> Spectrum:
    """Linear between bins: steps in the noise are heard."""
    if formants == 1:
        return spectrum
    at = np.minimum(np.arange(_BINS, dtype=np.float32) / np.float32(formants), np.float32(_BINS - 1))
    lower = at.astype(np.intp)
    upper = np.minimum(lower + 1, _BINS - 1)
    share = (at - lower)[:, np.newaxis]
    mixed: Spectrum = spectrum[upper]
    low = spectrum[lower]
    mixed -= low
    mixed *= share
    mixed += low
    return mixed


@lru_cache(maxsize=1)
def _tilt() -> Spectrum:
    octaves = np.log2(np.maximum(np.arange(_BINS) * _BIN_HZ, _TILT_FROM_HZ) / 1000)
    tilt: Spectrum = (_TILT_DB * _DB * octaves).astype(np.float32)[:, np.newaxis]
    return tilt


def _melody(f0: Spectrum, pitch: float, liveliness: float) -> Spectrum:
    """The pitch of voiced frames; the others stay what they are."""
    is_voiced = f0 > _VOICED_HZ
    if liveliness == 1:  # exactly, on every processor: powers differ in the last digit
        return np.where(is_voiced, f0 * np.float32(pitch), f0)
    middle = np.exp(np.log(f0[is_voiced]).mean()) if is_voiced.any() else np.float32(1)
    moved = middle * np.float32(pitch) * (np.maximum(f0, 1) / middle) ** np.float32(liveliness)
    return np.where(is_voiced, moved, f0).astype(np.float32)
