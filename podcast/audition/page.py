"""The page of an audition: a player, the passage, and a card for each voice that plays its part of the MP3.

html = page(audition, "Shore Letters", "voices.mp3")

It looks like the show's own pages, but it is one file that also works from a disk: style and script stand in it, and
its Content-Security-Policy lets nothing else run. Without JavaScript the links open the MP3 at the voice's place.
"""

from pathlib import Path

from markupsafe import Markup

from feed.pages.onefile import csp_hash, inline_style, one_file_template
from feed.pages.wording import direction
from podcast.audition.results import Audition

GENERATOR = "podcast voices audition"

_HERE = Path(__file__).parent


def page(audition: Audition, show_title: str, audio_name: str) -> str:
    style, script = inline_style(_HERE / "page.css"), (_HERE / "page.js").read_text("utf-8")
    return one_file_template(_HERE).render(
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
        style=style,
        script=Markup(script),  # noqa: S704 — the package's own
        style_hash=csp_hash(style),
        script_hash=csp_hash(script),
    )
