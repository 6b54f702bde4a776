"""The galley proof as one page that works from a disk: the source, what is not said struck through, and a list of it.

    html = proof(essay, write_script(essay, says_title=False), duration_ms=184_000, notices=["The author …"])

There is no script in it, and its Content-Security-Policy lets none run: the source may be a page from anywhere.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from feed.pages import page_files
from feed.pages.wording import clock, csp_hash, direction, language_tag, printable
from podcast.text.essay import Essay
from podcast.text.marked import MarkedText, proofread
from podcast.text.script import Script

_HERE = Path(__file__).parent
_LONG_SIGN = 80  # characters; what is longer is folded


def proof(essay: Essay, script: Script, duration_ms: int, notices: Sequence[str]) -> str:
    stretches = proofread(essay, script)
    style = _style()
    return _template().render(
        essay=essay,
        stretches=stretches,
        is_long=lambda stretch: stretch.is_sign and len(stretch.text) > _LONG_SIGN,
        omitted=_omitted(stretches),
        words=sum(len(segment.text.split()) for segment in script.segments),
        duration_ms=duration_ms,
        notices=notices,
        direction=direction([segment.text for segment in script.segments]),
        style=Markup(style),  # noqa: S704 — the package's own
        style_hash=csp_hash(style),
    )


def _omitted(stretches: Sequence[MarkedText]) -> list[tuple[str, int]]:
    """Each reason, the most frequent first, and how often it stands for words that are not said."""
    return Counter(str(one.reason) for one in stretches if one.reason is not None and not one.is_sign).most_common()


def _style() -> str:
    shared = next(data for path, data in page_files().items() if path.endswith(".css"))
    return shared.decode() + (_HERE / "page.css").read_text("utf-8")


@cache
def _template() -> jinja2.Template:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(clock=clock, language_tag=language_tag)
    return templates.get_template("page.jinja")
