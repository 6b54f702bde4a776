"""The voice chain as numbers: what master.py does to a take. Pure."""

from dataclasses import dataclass

TRUE_PEAK_DBTP = -1.0  # the goal, if nobody sets another


@dataclass(frozen=True, slots=True)
class Chain:
    """Settings of the voice chain, in the order of the signal, and where the voice stands."""

    input_db: float = 0.0  # to the same level for all voices, so that the compressor does the same to them
    highpass_hz: int = 80
    allpass_hz: tuple[int, ...] = (120, 200, 350, 500, 800)
    emphasis_db: float = 12.0  # of the treble in the compressor's ear; taken back behind it
    threshold_dbfs: float = -26.0
    ratio: float = 2.5
    attack_ms: float = 2.0
    release_ms: float = 120.0
    treble_db: float = -3.0  # espeak-ng's voices have more of it than people
    gain_db: float = 0.0
    true_peak_dbtp: float = TRUE_PEAK_DBTP  # of what is heard in the end
    stereo: bool = False
    pan: float = 0.0  # -1 (left) – 1 (right); heard in stereo only
