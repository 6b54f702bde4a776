"""Pages that are one file and also work from a disk: the style of the show's pages stands in them.

style = inline_style(folder / "page.css")
one_file_template(folder).render(style=style, style_hash=csp_hash(style), …)    # folder/page.jinja
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from feed.pages import page_files
from feed.pages.wording import clock, fragment, language_tag, printable


def inline_style(own: Path) -> Markup:
    """That of the show's pages, and then its own."""
    shared = next(data for path, data in page_files().items() if path.endswith(".css"))
    return Markup(shared.decode() + own.read_text("utf-8"))  # noqa: S704 — the package's own


def csp_hash(text: str) -> str:
    """As a Content-Security-Policy names what may stand in the page (CSP Level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def one_file_template(folder: Path) -> jinja2.Template:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(clock=clock, fragment=fragment, language_tag=language_tag)
    return templates.get_template("page.jinja")
