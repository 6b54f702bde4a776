"""PDFs: their lines found again by where the signs stand, and made one page.

    page_of(data, "rivers.pdf")     # "<!DOCTYPE html>…"

file.py finds what is drawn, lines.py lines and columns, roles.py what each line is for, and blocks.py makes
paragraphs of them. Turned text, such as a stamp at the edge, is furniture.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from podcast.text.cleaning.hyphens import HyphenJudge
from podcast.text.documents.facts import page_with_facts
from podcast.text.documents.pdf.blocks import html_of
from podcast.text.documents.pdf.file import PdfPage, check_text, open_pdf
from podcast.text.documents.pdf.lines import PdfLine, lines_of
from podcast.text.documents.pdf.roles import PdfKind, PdfRole, body_size, roles_of
from podcast.text.documents.properties import author_in, title_in
from podcast.text.identify import likely_language

#: What only programs that make PDFs put there, beside what properties.py knows.
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|unbenannt|sans titre|sin título|senza titolo|slide \d"
    r"|powerpoint)\b.{0,100}|(?:presentation|document|layout|print(?: job)?) ?-?\d*"
    r"|.{0,200}\.(?:docx?|pdf|tex|dvi|indd|qxd|odt|rtf|pages|txt|md|html?)"
    r"|[\w-]*\d{4,}[\w-]*|\(?(?:unspecified|anonymous|none|null)\)?|https?://.*|about:blank",
    re.IGNORECASE,
)
#: What programs and computers put there; a name in small letters is a user's.
_NO_AUTHOR = re.compile(
    r"\(?(?i:unspecified|anonymous|unknown|none|null|user|admin(?:istrator)?|owner|author)\)?|[a-z0-9._-]+"
    r"|(?i:.*\.com|microsoft.*)"
)
_LONGEST_TITLE = 250
_JUDGED = 20_000  # characters that tell the language


def page_of(data: bytes, name: str) -> str:
    """Raises PodcastError for a PDF that is locked, damaged, or a scan without its text."""
    with open_pdf(data, name) as pdf:
        pages, facts, stated = list(pdf.pages()), pdf.facts, pdf.language
    check_text(pages, name)
    lines = [lines_of(page) for page in pages]
    roles = roles_of(lines, [page.height for page in pages])
    text = "\n".join(line.text for page in lines for line in page)
    judge = HyphenJudge(text, stated or likely_language(text[:_JUDGED], than="en") or "en")
    body = "".join([*html_of(lines, roles, judge), *_turned(pages)])
    return page_with_facts(body, {"language": stated, **_facts(facts, _largest(lines, roles))})


def _facts(facts: dict[str, str], largest: str) -> dict[str, str]:
    title = title_in(facts.get("Title", ""))
    title = largest if _NO_TITLE.fullmatch(title) or len(title) < 3 else title
    author = " ".join(facts.get("Author", "").split())
    author = "" if _NO_AUTHOR.fullmatch(author) else author_in(author)
    stated = {"title": title, "author": author, "description": facts.get("Subject", "")}
    return {name: value for name, value in stated.items() if not _NO_TITLE.fullmatch(value)}


def _largest(pages: Sequence[Sequence[PdfLine]], roles: Sequence[Sequence[PdfRole]]) -> str:
    """The lines on the first page that are larger than all others, if they are larger than the text."""
    size = body_size(pages)
    for lines, own in zip(pages[:2], roles[:2], strict=True):
        headings = [line for line, role in zip(lines, own, strict=True) if role.kind is PdfKind.HEADING]
        most = max((line.size for line in headings), default=0.0)
        title = " ".join(line.text.strip() for line in headings if line.size > 0.97 * most)
        if most > size and len(title) <= _LONGEST_TITLE:
            return title
    return ""


def _turned(pages: Sequence[PdfPage]) -> Iterator[str]:
    for page in pages:
        if text := " ".join(span.text for span in page.spans if span.is_turned):
            yield f"<div hidden>{escape(text, quote=False)}</div>\n"
