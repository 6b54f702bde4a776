"""The page of an audition: a player, the passage, and a card for each voice that plays its part of the MP3.

html = page(audition, "Shore Letters", "voices.mp3")

It looks like the show's own pages, but it is one file that also works from a disk: style and script stand in it, and
its Content-Security-Policy lets nothing else run. Without JavaScript the links open the MP3 at the voice's place.
"""

from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from feed.pages import page_files
from feed.pages.wording import clock, csp_hash, direction, fragment, language_tag, printable
from podcast.audition.results import Audition

GENERATOR = "podcast voices audition"

_HERE = Path(__file__).parent


def page(audition: Audition, show_title: str, audio_name: str) -> str:
    style, script = _style(), (_HERE / "page.js").read_text("utf-8")
    return _template().render(
        generator=GENERATOR,
        show_title=show_title,
        audio_name=audio_name,
        passage=audition.task.passage,
        spoken=audition.task.spoken,
        language=audition.task.reader.language,
        direction=direction([audition.task.passage]),
        heard=audition.heard,
        absent=audition.absent,
        duration_ms=audition.duration_ms,
        style=Markup(style),  # noqa: S704 — the package's own
        script=Markup(script),  # noqa: S704 — the package's own
        style_hash=csp_hash(style),
        script_hash=csp_hash(script),
    )


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
    templates.filters.update(clock=clock, fragment=fragment, language_tag=language_tag)
    return templates.get_template("page.jinja")
