"""Another speaker out of the same net: its spectra warped and its melody moved, before they are made sound.

    speaker = Speaker(pitch=0.85, formants=0.94)
    frames = speaker.of(lh, theta, ln, lr, phi, f0)
    frames = drawn_together(frames, 1.2)        # a fifth faster

A longer throat has lower formants and mostly a lower voice. hibari's net gives them apart: log spectra of 601 bins over
frames (harmonics, noise, and a free part), phases, and the fundamental in Hz.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


def drawn_together(frames: Sequence[Any], ratio: float) -> tuple[Any, ...]:
    """The same sounds in so much less time: log spectra between their frames, phases and melody of the nearest."""
    if ratio == 1:
        return tuple(frames)
    count = frames[0].shape[1]
    wanted = max(1, round(count / ratio))
    at = (np.arange(wanted) + 0.5) * count / wanted - 0.5
    below = np.clip(np.floor(at).astype(int), 0, count - 1)
    above, nearest = np.minimum(below + 1, count - 1), np.clip(np.rint(at).astype(int), 0, count - 1)
    part = np.clip(at - below, 0, 1).astype(np.float32)

    def between(log_spectrum: Any) -> Any:
        return log_spectrum[:, below] * (1 - part) + log_spectrum[:, above] * part

    lh, theta, ln, lr, phi, f0 = frames
    return between(lh), theta[:, nearest], between(ln), between(lr), phi[:, nearest], f0[nearest]


@dataclass(frozen=True, slots=True)
class Speaker:
    """What the voice's own are multiplied by; 1.0 leaves them."""

    pitch: float = 1.0
    formants: float = 1.0
    liveliness: float = 1.0  # of the melody, around its mean

    def of(self, lh: Any, theta: Any, ln: Any, lr: Any, phi: Any, f0: Any) -> tuple[Any, ...]:
        """Spectra of shape (bins, frames) and f0 of (frames,), warped."""
        f0 = self._moved(f0)
        if self.formants == 1:
            return lh, theta, ln, lr, phi, f0
        source = np.minimum(np.arange(len(lh)) / self.formants, len(lh) - 1).astype(np.float32)
        below = np.minimum(source.astype(int), len(lh) - 2)
        part = (source - below)[:, np.newaxis]
        nearest = np.rint(source).astype(int)

        def between(log_spectrum: Any) -> Any:
            return log_spectrum[below] * (1 - part) + log_spectrum[below + 1] * part

        return between(lh), theta[nearest], between(ln), between(lr), phi[nearest], f0

    def _moved(self, f0: Any) -> Any:
        if self.pitch == 1 and self.liveliness == 1:
            return f0
        voiced = f0 > 1
        if self.liveliness == 1 or not voiced.any():
            return (f0 * np.float32(self.pitch)).astype(np.float32)
        moved = f0.copy()
        mean = np.exp(np.log(f0[voiced]).mean())
        moved[voiced] = mean * (f0[voiced] / mean) ** np.float32(self.liveliness)
        return (moved * np.float32(self.pitch)).astype(np.float32)
