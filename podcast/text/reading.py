"""A file's bytes to an Essay: decoded, read by its format, without furniture, and with a title.

    essay = read_essay(Path("essay.md").read_bytes(), "essay.md")
    essay = read_essay(sys.stdin.buffer.read(), "-", title="Why Rivers Bend")

This is the door to the folder: callers need this module, script.py and notes.py.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from podcast.errors import PodcastError
from podcast.text.cleaning.actionlinks import without_action_links
from podcast.text.cleaning.asides import without_asides
from podcast.text.cleaning.bareheadings import without_bare_heading
from podcast.text.cleaning.byline import without_byline, without_dateline
from podcast.text.cleaning.furniture import without_furniture
from podcast.text.cleaning.transcripts import without_stage_notes
from podcast.text.cues import check_marks
from podcast.text.dates import date_of_file
from podcast.text.documents.kinds import kind_of, page_of
from podcast.text.essay import Essay, Reason
from podcast.text.pronounced import check_pronounced
from podcast.text.readers.decoding import decode
from podcast.text.readers.foreign_formats import other_format
from podcast.text.readers.formats import SUFFIXES
from podcast.text.readers.html.backmatter import without_back_matter
from podcast.text.readers.html.captions import without_credits
from podcast.text.readers.plain.reader import read_plain
from podcast.text.runs import whole
from podcast.text.speakers import with_speakers
from podcast.text.title import cut_title, find_title

_SNIFFED = 20_000  # characters
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|(?:html|head|body|article|main|section|div|p|h1)\b)", re.IGNORECASE
)
_MARKDOWN = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n|^#{1,6} \S|^```|\]\((?:https?:|/|\.|#)[^)\s]{0,999}\)"
    r"|\*\*\w[^*\n]{0,200}\w\*\*|^\[[^\]\n]{1,99}\]: \S",
    re.MULTILINE,
)

_HEADING = re.compile(r"(?:\A|\n\n|\n---\n)#{1,6} [^\s#][^\n]*+\n\n")


def read_essay(  # noqa: PLR0913 — one parameter a fact
    data: bytes,
    name: str,
    *,
    title: str = "",
    author: str = "",
    language: str = "",
    date: datetime | None = None,
    speakers: Collection[str] = (),
    address: str = "",
    chapters: str = "",
    addresses: str = "site",
) -> Essay:
    """What the caller states wins over what the file says.

    `name`: the file's, or "-"; its suffix tells the format, else the text does. `speakers`: names that mark lines of
    a script wherever a colon follows them. `address`: where it was fetched from. `chapters`: of a book, those that are
    wanted ("2,4-6"). `addresses`: as in cleaning/addresses.py. Raises PodcastError for what is not text, has no words,
    or states its facts in a way that can't be read.
    """
    title, author, language = whole(title), whole(author), whole(language)
    if not data.strip():
        raise _blank(name)
    read = _read(data, name, address, chapters)
    check_marks(read, name)
    check_pronounced(read, name)
    spoken = (language or read.language).replace("_", "-").lower()
    essay = without_asides(with_speakers(without_stage_notes(read), speakers), addresses, spoken)
    essay = without_action_links(_without_credits(essay))
    essay = without_byline(essay)
    essay = without_bare_heading(without_furniture(without_dateline(essay) if _is_pasted(essay) else essay))
    if not essay.blocks:
        raise _empty(essay, name)
    chosen, guess = find_title(title or essay.title, whole(name), essay.blocks, spoken)
    return replace(
        essay,
        title=whole(chosen),
        title_guess=guess or ("" if title else essay.title_guess),
        author_guess="" if author else essay.author_guess,
        full_title=whole(cut_title(title or essay.title)),
        description=whole(essay.description),
        tags=tuple(map(whole, essay.tags)),
        author=whole(author or essay.author),
        language=spoken,
        date=date or essay.date or date_of_file(name),
        address=address,
    )


def _is_pasted(essay: Essay) -> bool:
    """Whether a page's menu stood above the text, so that a date above it is the page's."""
    above = (skip for skip in essay.skips if essay.blocks and skip.start < essay.blocks[0].runs[0].start)
    return any(skip.reason is Reason.FURNITURE for skip in above)


def _without_credits(essay: Essay) -> Essay:
    blocks, skips = without_credits(*without_back_matter(essay.blocks, essay.skips))
    return replace(essay, blocks=blocks, skips=skips) if blocks else essay


def _read(data: bytes, name: str, address: str, chapters: str) -> Essay:
    kind = kind_of(data, name)
    if chapters and kind != "epub":
        remedy = "Give --chapters and --split with an .epub, or leave them out."
        raise PodcastError("Only a book has chapters to choose from", which=name, remedy=remedy)
    if kind:
        return _read_page_of(kind, data, name, address, chapters)
    source = decode(data, name)
    match other_format(source, name):
        case "ipynb":
            from podcast.text.documents.notebook import markdown_of
            from podcast.text.readers.markdown.reader import read_markdown

            return read_markdown(whole(markdown_of(source, name)), name, address)
        case "rst" | "org" as markup:
            return _read_page_of(markup, data, name, address)
    match _format(source[:_SNIFFED], PurePath(name).suffix.lower()):
        case "html":
            from podcast.text.readers.html.reader import read_html

            return read_html(source, address)
        case "markdown":
            from podcast.text.readers.markdown.reader import read_markdown

            return read_markdown(source, name, address)
    return read_plain(source, name)


def _read_page_of(kind: str, data: bytes, name: str, address: str, chapters: str = "") -> Essay:
    from podcast.text.readers.html.reader import read_html

    return replace(read_html(whole(page_of(kind, data, name, chapters)), address), is_converted=True)


def _format(source: str, suffix: str) -> str:
    """Markdown is often kept in .txt files: its headings tell, which plain text has no use for."""
    stated = SUFFIXES.get(suffix, "")
    if stated == "plain" and _HEADING.search(source):
        return "markdown"
    if stated:
        return stated
    return "html" if _HTML.match(source) else "markdown" if _MARKDOWN.search(source) else "plain"


def _empty(essay: Essay, name: str) -> PodcastError:
    if not essay.source.strip():
        return _blank(name)
    return PodcastError(
        "The essay has no words that can be said",
        which=name,
        remedy="Code, tables, images and web addresses are not read aloud: add a sentence or more.",
    )


def _blank(name: str) -> PodcastError:
    return PodcastError("The essay is empty", which=name, remedy="Write something in it.")
