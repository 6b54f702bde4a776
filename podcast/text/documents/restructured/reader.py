"""reStructuredText: docutils reads it, without what it may do to files, and what it found becomes a page.

    page_of(b"The Mill\n========\n…", "mill.rst")

Facts stand in a list of fields at the top (docutils, Pelican), or in comments (Nikola). What Sphinx adds to the
language is known as far as it has words: see rstdirectives.py. What docutils has to say of a text is no text.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from podcast.errors import PodcastError
from podcast.text.bounds import check_markup
from podcast.text.documents.facts import page_with_facts
from podcast.text.documents.restructured.markups import without_library
from podcast.text.readers.decoding import decode

try:
    from docutils import nodes
    from docutils.core import publish_doctree
except ImportError:
    raise without_library("reStructuredText", "docutils", "rst") from None

from podcast.text.documents.restructured.directives import know
from podcast.text.documents.restructured.page import RstPage

_MOST_FAULTS = 50
_LONG_WORD, _WORD_PIECE = re.compile(r"\S{1000,}"), 200
_LINES = frozenset("+-=|")
_BLANK = re.compile(r"(\n[ \t]*\n)")
_PAIRED = re.compile(
    r"(?<!\w)(?:\*\*(?=\S)[^*\n]{1,300}(?<=\S)\*\*|\*(?=\S)[^*\n]{1,300}(?<=\S)\*|``(?=\S)[^`\n]{1,300}(?<=\S)``"
    r"|`(?=\S)[^`\n]{1,300}(?<=\S)`_{0,2}|\|(?=\S)[^|\n]{1,99}(?<=\S)\|)(?!\w)"
)
_LONE = re.compile(r"[*`|]+|(?<=[^\W_])_{1,2}(?!\w)|(?<!\w)_(?=`)")
_NOTE = re.compile(r"^[ \t]*\.\. \[([^\[\]\n]{1,99})\]", re.MULTILINE)
_MARK = re.compile(r"(?P<mark>(?:\s{0,9}(?=\[[\d#*]))?\[(?P<label>[^\[\]\s]{1,99})\])_(?!\w)")
_GOES_ON = re.compile(
    r"^(?P<indent>[ ]{2,20}):(?:alt|align|width|height|target|name|class|figwidth|caption):[^\n]*\n"
    r"(?:(?P=indent)(?![ :.])\S[^\n]*\n){1,20}",
    re.MULTILINE,
)
_SETTINGS = {
    "_disable_config": True,  # no file of the user's or of the folder's decides how an essay is read
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "halt_level": 6,  # nothing ends it
    "report_level": 6,  # and nothing is printed
    "traceback": True,  # what is raised is ours to tell
    "docinfo_xform": False,
    "doctitle_xform": True,
    "smart_quotes": False,
    "syntax_highlight": "none",
    "trim_footnote_reference_space": True,
    "line_length_limit": 20_000_000,
    "language_code": "en",
}
_NIKOLA = re.compile(r"^(title|author|authors|date|tags|description|lang|language|previewimage): *(.*)$", re.MULTILINE)
_MEANING = {
    **dict.fromkeys(("title",), "title"),
    **dict.fromkeys(("author", "authors", "auteur", "autor", "autoren", "autore", "autores"), "author"),
    **dict.fromkeys(("date", "published", "datum", "fecha", "data"), "date"),
    **dict.fromkeys(("summary", "description"), "description"),
    **dict.fromkeys(("tags", "keywords"), "keywords"),
    **dict.fromkeys(("lang", "language"), "language"),
    **dict.fromkeys(("image", "previewimage"), "image"),
}


def page_of(data: bytes, name: str) -> str:
    source = decode(data, name)
    check_markup(source, "*`_")
    know(source)
    try:
        document = publish_doctree(
            _with_few_faults(_with_short_words(_with_hanging_options(source))), settings_overrides=_SETTINGS
        )
        writer = RstPage(document)
        facts = {fact: _plain(fact, value) for fact, value in _facts(document)}
        document.walkabout(writer)
    except RecursionError:
        remedy = "Quotations, lists or sections stand too deep in one another: make them shallower."
        raise PodcastError("The document is nested too deeply", which=name, remedy=remedy) from None
    except Exception as error:
        remedy = "`rst2html` may say where the fault is."
        what = f"The document can't be read as reStructuredText ({type(error).__name__}: {error})"
        raise PodcastError(what, which=name, remedy=remedy) from error
    return page_with_facts(writer.html, facts)


def _with_hanging_options(source: str) -> str:
    """Where an option of a directive goes on in the next line, that is to be indented, as pandoc does not."""
    return _GOES_ON.sub(lambda option: option[0].rstrip("\n").replace("\n", "\n ") + "\n", source)


def _with_short_words(source: str) -> str:
    """docutils takes time with the square of a word that is all signs; a `\\ ` in it is nothing to it but an end."""
    return _LONG_WORD.sub(lambda word: _cut(word[0]), source)


def _cut(word: str) -> str:
    if set(word) <= _LINES or len(set(word)) == 1:  # below a heading, or around a table
        return word
    pieces = [word[at : at + _WORD_PIECE] for at in range(0, len(word), _WORD_PIECE)]
    return "".join(piece if piece.endswith("\\") else f"{piece}\\ " for piece in pieces[:-1]) + pieces[-1]


def _with_few_faults(source: str) -> str:
    """Where a paragraph has more signs without a partner than a person writes, they are what they look like.

    docutils reports each, after it has looked for its partner to the end of the paragraph.
    """
    notes = frozenset(_NOTE.findall(source))
    pieces = _BLANK.split(source)
    return "".join(piece if len(piece) < _MOST_FAULTS else _escaped(_bracketed(piece, notes)) for piece in pieces)


def _bracketed(paragraph: str, notes: Collection[str]) -> str:
    """The same for marks whose notes are nowhere: `rivers [1]_` says what `rivers[1]` does."""
    if sum(mark["label"] not in notes for mark in _MARK.finditer(paragraph)) < _MOST_FAULTS:
        return paragraph
    return _MARK.sub(lambda mark: mark[0] if mark["label"] in notes else mark["mark"].lstrip(), paragraph)


def _escaped(paragraph: str) -> str:
    lone = list(_LONE.finditer(_PAIRED.sub(lambda pair: "x" * len(pair[0]), paragraph)))
    if len(lone) < _MOST_FAULTS:
        return paragraph
    cuts = [0, *(match.start() for match in lone), len(paragraph)]
    return "\\".join(paragraph[start:end] for start, end in pairwise(cuts))


def _facts(document: nodes.document) -> Iterator[tuple[str, str]]:
    """Later ones count: a stated title before the first heading's."""
    if document.get("title"):
        yield "title", document["title"]
    for meta in document.findall(nodes.meta):
        if meta.get("name") in _MEANING:
            yield _MEANING[meta["name"]], meta.get("content", "")
    for comment in document.findall(nodes.comment):
        for key, value in _NIKOLA.findall(comment.astext()):
            yield _MEANING[key], value
    for fields in document.findall(nodes.field_list):
        if fields.get("is_facts"):
            for field in fields:
                key, value = field[0].astext().lower(), field[1].astext()
                if key in _MEANING:
                    yield _MEANING[key], value


def _plain(fact: str, value: str) -> str:
    """A date as version control writes it ($Date: 2026-11-22 $), or Nikola (2026-11-22 12:00 UTC+01:00)."""
    return re.sub(r"^\$Date:|\$$|\s*UTC(?=[+-]|$)", "", value.strip()).strip() if fact == "date" else value
