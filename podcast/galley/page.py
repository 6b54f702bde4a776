"""A galley: one page that works from a disk: the source, what is not said struck through, and a list of it.

    html = galley(essay, write_script(essay, says_title=False), duration_ms=184_000, notices=["The author …"])

There is no script in it, and its Content-Security-Policy lets none run: the source may be a page from anywhere.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from feed.pages.onefile import csp_hash, inline_style, one_file_template
from feed.pages.wording import direction
from podcast.text.essay import Essay
from podcast.text.marked import MarkedText, proofread
from podcast.text.script import Script

_HERE = Path(__file__).parent
_LONG_SIGN = 80  # characters; what is longer is folded


def galley(essay: Essay, script: Script, duration_ms: int, notices: Sequence[str]) -> str:
    stretches = proofread(essay, script)
    style = inline_style(_HERE / "page.css")
    return one_file_template(_HERE).render(
        essay=essay,
        stretches=stretches,
        is_long=lambda stretch: stretch.is_sign and len(stretch.text) > _LONG_SIGN,
        omitted=_omitted(stretches),
        words=sum(len(segment.text.split()) for segment in script.segments),
        duration_ms=duration_ms,
        notices=notices,
        direction=direction([segment.text for segment in script.segments]),
        style=style,
        style_hash=csp_hash(style),
    )


def _omitted(stretches: Sequence[MarkedText]) -> list[tuple[str, int]]:
    """Each reason, the most frequent first, and how often it stands for words that are not said."""
    return Counter(str(one.reason) for one in stretches if one.reason is not None and not one.is_sign).most_common()
