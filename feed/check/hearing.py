"""What somebody with ears has found out about an episode's audio. The rules over it are in `enclosures`."""

from dataclasses import dataclass

from feed.show import Chapter

LOUDNESS_LUFS = -16.0  # Apple
LOUDNESS_TOLERANCE_LU = 1
TRUE_PEAK_DBTP = -1.0  # Apple, EBU R 128
TRUE_PEAK_TOLERANCE_DB = 0.1  # meters differ by as much


@dataclass(frozen=True, slots=True)
class Heard:
    """None and () mean that nobody measured."""

    duration_ms: int
    fault: str = ""  # what can't be decoded
    loudness_lufs: float | None = None
    true_peak_dbtp: float | None = None
    silences_s: tuple[tuple[float, float], ...] = ()  # from, to: longer than 5 s, between sounds
    tag_version: str = ""  # of ID3: "2.3"; empty: there is no tag
    tag_album: str = ""  # of ID3
    chapters: tuple[Chapter, ...] = ()  # of ID3, in the order of the file
    chapter_faults: tuple[str, ...] = ()  # what keeps players from showing them
