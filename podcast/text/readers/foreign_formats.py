"""Formats that are text, and neither Markdown, a page nor plain: known by name, never spoken as markup.

    other_format(source, "essay.rst")       # "rst", which podcast/text/documents/ reads
    other_format(source, "essay.adoc")      # PodcastError: … pandoc essay.adoc -t markdown | podcast build -

The suffix decides where there is one that tells; else the content does, by signs that prose doesn't have.
"""

import json
import re
from pathlib import PurePath

from podcast.errors import PodcastError

_BY_SUFFIX = {
    **dict.fromkeys((".org",), "an Org document"),
    **dict.fromkeys((".rst", ".rest"), "a reStructuredText document"),
    **dict.fromkeys((".adoc", ".asciidoc", ".asc"), "an AsciiDoc document"),
    **dict.fromkeys((".ipynb",), "a Jupyter notebook"),
    **dict.fromkeys((".tex", ".latex", ".ltx"), "a LaTeX document"),
    **dict.fromkeys((".rss", ".atom"), "a feed"),
    **dict.fromkeys((".textile",), "a Textile document"),
    **dict.fromkeys((".mediawiki", ".wiki"), "a wiki's source"),
    **dict.fromkeys((".typ",), "a Typst document"),
    **dict.fromkeys((".fb2",), "a FictionBook"),
    **dict.fromkeys((".opml",), "an outline"),
    **dict.fromkeys((".docbook", ".dbk"), "a DocBook document"),
}
_READERS = {  # of pandoc, by what it can't tell from the suffix or standard input
    "an Org document": "org",
    "a reStructuredText document": "rst",
    "an AsciiDoc document": "asciidoc",
    "a Jupyter notebook": "ipynb",
    "a LaTeX document": "latex",
    "a Textile document": "textile",
    "a wiki's source": "mediawiki",
    "a Typst document": "typst",
    "a FictionBook": "fb2",
    "an outline": "opml",
    "a DocBook document": "docbook",
}
_FEED, _ASCIIDOC = "a feed", "an AsciiDoc document"
_XML = (  # what may stand above the first element
    r"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?"
    r"(?:<!--(?:(?!-->).){0,2000}-->\s*|<\?(?:(?!\?>).){0,500}\?>\s*|<!DOCTYPE[^>]{0,500}>\s*)*"
)
_SIGNS = (
    (_FEED, re.compile(_XML + r"<(?:rss|feed|rdf:RDF|channel)\b", re.DOTALL)),
    ("an outline", re.compile(_XML + r"<opml\b", re.DOTALL)),
    ("a FictionBook", re.compile(_XML + r"<FictionBook\b", re.DOTALL)),
    ("a DocBook document", re.compile(_XML + r"<(?:book|article)\b[^>]{0,300}docbook", re.DOTALL)),
    ("a LaTeX document", re.compile(r"\A\s*(?:%[^\n]*\n\s*)*\\documentclass\b|^\\begin\{document\}", re.MULTILINE)),
    (
        "an Org document",
        re.compile(
            r"\A\s*(?:# -\*-[^\n]*\n\s*)?(?:#\+\w+:[^\n]*\n\s*)+\S|^#\+BEGIN_(?:SRC|QUOTE|EXAMPLE)\b", re.MULTILINE
        ),
    ),
    (
        "a reStructuredText document",
        re.compile(r"^\.\. (?:[a-z][\w-]{0,30}::|_[^:\n]{1,80}:|\[#?\w{1,20}\] )", re.MULTILINE),
    ),
    (
        "an AsciiDoc document",
        re.compile(
            r"\A\s*= \S[^\n]*\n(?:[^\n]*\n){0,4}?:[\w-]{1,40}:|^image::\S+\["
            r"|^\[(?:quote|source|NOTE)\b[^\]\n]{0,80}\]\n(?:____|----|====)",
            re.MULTILINE,
        ),
    ),
)
_READ = {"a reStructuredText document": "rst", "an Org document": "org", "a Jupyter notebook": "ipynb"}
_SNIFFED = 20_000  # characters
_FENCE = re.compile(r"^(`{3,}|~{3,})", re.MULTILINE)


def other_format(source: str, name: str) -> str:
    """Its kind where it is read, empty for none of them. What a Markdown file quotes in code is no sign.

    Raises PodcastError for what is not read.
    """
    suffix = PurePath(name).suffix.lower()
    found = _BY_SUFFIX.get(suffix) or _by_content(source[:_SNIFFED], suffix)
    if found in _READ:
        return _READ[found]
    if found:
        raise PodcastError(f"The essay is {found}, which is not read here", which=name, remedy=_way_out(found, name))
    return ""


def _by_content(source: str, suffix: str) -> str:
    if suffix in (".html", ".htm", ".xhtml", ".mhtml", ".mht"):
        return ""
    if suffix in ("", ".json") and _is_notebook(source):
        return "a Jupyter notebook"
    markdown = suffix in (".md", ".markdown", ".mdown", ".mkd") or bool(_FENCE.search(source))
    kinds = _SIGNS[:4] if markdown else _SIGNS
    return next((kind for kind, sign in kinds if sign.search(source)), "")


def _is_notebook(source: str) -> bool:
    return source.lstrip().startswith("{") and re.search(r'"(?:cells|nbformat)"\s*:', source) is not None


def _way_out(kind: str, name: str) -> str:
    if kind == _FEED:
        return "It lists articles: save the page of the one that you want, and build that."
    is_stated = name != "-" and _BY_SUFFIX.get(PurePath(name).suffix.lower()) == kind
    words = ("pandoc", "" if is_stated else f"-f {_READERS[kind]}", "" if name == "-" else _quoted(name))
    way = f"Convert it first: {' '.join(filter(None, words))} -t markdown | podcast build -"
    if kind == _ASCIIDOC:  # which only a late pandoc reads
        way += f"\nOr: asciidoctor -o - {words[2] or '-'} | podcast build -"
    return way


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False) if re.search(r"[^\w./\\-]", name) else name
