"""How long a script will take to say, before anything is voiced.

    estimate_duration_ms(script.segments, rate_wpm=170)

A model as simple as it can be; the voice tells how long a script really is.
"""

from collections.abc import Iterable

from podcast.text.script import Segment

_CHARS_A_WORD = 6.0  # with its space, in English prose; the rate of a voice counts such words
_PAUSE_MS = 500  # after a segment


def estimate_duration_ms(segments: Iterable[Segment], rate_wpm: int) -> int:
    """Counts characters, not words, so that languages with long words or without spaces come out right too."""
    lengths = [len(segment.text) + 1 for segment in segments]
    return round(sum(lengths) / _CHARS_A_WORD * 60_000 / rate_wpm) + _PAUSE_MS * len(lengths)
