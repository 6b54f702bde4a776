"""The picture of an episode's sound that the player's seek bar lies on, as inline SVG.

    svg = waveform_svg("00a1ff7c…", marks_ms=(61_000, 120_000), duration_ms=406_000)

The bars are drawn twice: all of them, and those that have been heard, behind a clip whose width the player moves.
One unit of the picture's width is one bar, 100 units are its height; it is stretched to any size.
"""

from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup

#: So many that each is still a bar on a phone.
BARS = 150
_FULL, _LEAST = 100, 6  # of the height; silence is a dot, not a hole

_SVG = Markup(
    '<svg class="wave" viewBox="0 0 {count} 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    '<clipPath id="heard"><rect width="0" height="100"/></clipPath>'
    '<path id="bars" class="bars" d="{bars}"/>'
    '<use href="#bars" class="heard" clip-path="url(#heard)"/>'
    '<path class="marks" d="{marks}"/></svg>'
)


def waveform_svg(waveform: str, marks_ms: Iterable[int], duration_ms: int) -> Markup:
    """`waveform` is two hex digits a bar, "ff" the loudest; empty: a line of dots. ValueError: it is not hex."""
    levels = averaged(bytes.fromhex(waveform) or bytes(BARS))
    marks = "".join(
        f"M{mark_ms / duration_ms * len(levels):.2f} 0v{_FULL}" for mark_ms in marks_ms if 0 < mark_ms < duration_ms
    )
    return _SVG.format(count=len(levels), bars="".join(map(_bar, range(len(levels)), levels)), marks=marks)


def averaged(levels: bytes, count: int = BARS) -> bytes:
    """At most `count` levels, each the mean of its stretch: in speech, every stretch has its peak, and few a pause."""
    count = min(count, len(levels))
    edges = [number * len(levels) // count for number in range(count + 1)]
    return bytes(round(sum(levels[start:end]) / (end - start)) for start, end in pairwise(edges))


def _bar(number: int, level: int) -> str:
    # Squared, because a narrator's levels lie close together: what differs should be seen.
    height = _LEAST + round((_FULL - _LEAST) * (level / 255) ** 2)
    return f"M{number}.2 {(_FULL - height) / 2:g}h.6v{height}h-.6z"
