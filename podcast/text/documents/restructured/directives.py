"""What an essay in reStructuredText uses that docutils doesn't know: directives and roles of Sphinx, Nikola and others.

    know(source)        # each name in it is known now, so that docutils parses what stands there

Text within an unknown directive is text, and the words of an unknown role are said. What is code, a table of contents
or a film is not.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.directives import admonitions, body, images
from docutils.parsers.rst.languages import en

from podcast.text.wordlist import each

_DIRECTIVES = re.compile(
    r"^[ \t]*(?:\.\. )+(?:\|[^|\n]{1,99}\| )?([a-z][\w:+.-]{0,60}?) ?::(?:[ \t]|$)", re.MULTILINE | re.IGNORECASE
)
_ROLES = re.compile(r":([a-z][\w.+:-]{0,60}):`|`:([a-z][\w.+:-]{0,60}):", re.IGNORECASE)
_CODE = re.compile(
    r".*(?:code|source|literal|program|console|prompt|terminal|doctest|test(?:code|output|setup|cleanup)|ipython|jupyter|"
    r"plot|graph|mermaid|uml|diag|tikz|listing|highlight|chart|exec|math|command-output|include).*|digraph|inheritance.*"
)
_SILENT = re.compile(
    r"auto.*|.*toc.*|.*contents|index|.*list|feeds?|bibliography|footbibliography|genindex|sectionauthor|codeauthor|author|"
    r"module|currentmodule|default-domain|post|update|meta|template|media|youtube|vimeo|video|audio|soundcloud|slideshare|"
    r"gist|spotify|bandcamp|iframe|raw|youku|embed.*|tabularcolumns|disqus|comments|image.*|.*matrix|"
    r"ad|ads|advert.*|.*button.*|link-.*|ifconfig"
)
_TITLED = frozenset(
    each("dropdown tab tab-item group-tab card grid-item-card details collapse expander topic panel rubric")
)
_VERSIONED = frozenset(each("versionadded versionchanged versionmodified deprecated versionremoved deprecated-removed"))
_QUOTED = frozenset(each("quote blockquote block-quote pullquote pull-quote quotation epigraph pq cite"))
_PICTURES = frozenset(each("thumbnail figure-md lightbox photo subfigure"))
_CITATIONS = re.compile(r"(?:foot)?cite(?:[a-z]*|:[a-z]+)|footnote|fn|eq|cite-.*", re.IGNORECASE)
_RAW = re.compile(r"html|raw|tex")
_TITLE_AND_TARGET = re.compile(r"(.*?)(?<!\s)\s*<[^<>]*>\Z", re.DOTALL)
_MOST_NAMES = 500  # of an essay
_LEAST_WORDS = 3  # of an argument that is text


def know(source: str) -> None:
    """Registers every name that occurs: what stands there is parsed then, and not reported."""
    for name in list(dict.fromkeys(match.lower() for match in _DIRECTIVES.findall(source)))[:_MOST_NAMES]:
        if name not in en.directives:
            directives.register_directive(name, _UnknownDirective)
    for name, kind in _KNOWN.items():
        directives.register_directive(name, kind)
    found = (before or after for before, after in _ROLES.findall(source))
    for name in list(dict.fromkeys(match.lower() for match in found))[:_MOST_NAMES]:
        if name not in en.roles:
            roles.register_local_role(name, _unknown_role)


class _AnyOption(dict[str, Callable[[str], Any]]):
    """Options that a directive knows, and all others as they are."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return lambda value: value or ""


def _tolerant(kind: type[Directive]) -> type[Directive]:
    """The same directive, for which no option is a fault: who adds one of Sphinx's loses no text by it."""
    return type(kind.__name__, (kind,), {"option_spec": _AnyOption(kind.option_spec or {})})


_KNOWN: dict[str, type[Directive]] = {
    "image": _tolerant(images.Image),
    "figure": _tolerant(images.Figure),
    "topic": _tolerant(body.Topic),
    "sidebar": _tolerant(body.Sidebar),
    "container": _tolerant(body.Container),
    "admonition": _tolerant(admonitions.Admonition),
    "attention": _tolerant(admonitions.Attention),
    "caution": _tolerant(admonitions.Caution),
    "danger": _tolerant(admonitions.Danger),
    "error": _tolerant(admonitions.Error),
    "hint": _tolerant(admonitions.Hint),
    "important": _tolerant(admonitions.Important),
    "note": _tolerant(admonitions.Note),
    "tip": _tolerant(admonitions.Tip),
    "warning": _tolerant(admonitions.Warning),
}


class _UnknownDirective(Directive):  # type: ignore[misc]  # docutils has no types
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = _AnyOption({"class": directives.unchanged})

    def run(self) -> Sequence[nodes.Node]:
        name = self.name.lower().rpartition(":")[2]
        if _CODE.fullmatch(name):
            text = "\n".join(self.content)
            return [nodes.literal_block(text, text)] if text.strip() else []
        if _SILENT.fullmatch(name) and not (self.content and "list" in name):
            return []
        made: nodes.Element = nodes.block_quote() if name in _QUOTED else nodes.container()
        if name in _PICTURES:
            made = nodes.figure()
            made += nodes.image(uri="".join(self.arguments), alt=self.options.get("alt", ""))
        elif said := self._argument(name):
            found, _ = self.state.inline_text(said, self.lineno)
            made += nodes.paragraph("", "", *([nodes.strong("", "", *found)] if name in _TITLED else found))
        self.state.nested_parse(self.content, self.content_offset, made)
        return [made]

    def _argument(self, name: str) -> str:
        """Text that stands in the first line. A version is none, and neither is a name or a path."""
        said = " ".join(self.arguments)
        if name in _VERSIONED:
            return " ".join(said.split(maxsplit=1)[1:])
        is_text = (
            name in _TITLED or name in _QUOTED or len(re.findall(r"[^\W\d_]{2,}\b(?![/.]\w)", said)) >= _LEAST_WORDS
        )
        return said if is_text or said.rstrip().endswith((".", "!", "?", "…")) else ""


def _unknown_role(
    role: str, rawtext: str, text: str, _lineno: int, _inliner: object, _options: object = None, _content: object = None
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """`Title <target>` is its title, `~mill.wheel.Axle` and `/guide/axle` their last part."""
    text = nodes.unescape(text)
    name = role.lower()
    if _CITATIONS.fullmatch(name):
        return [nodes.footnote_reference(rawtext, text)], []
    if _RAW.search(name) and ("<" in text or "\\" in text):
        return [], []
    if titled := _TITLE_AND_TARGET.match(text):
        return [nodes.inline(rawtext, titled[1] or text.strip("<>"))], []
    if name.rpartition(":")[2] == "ref":
        return [nodes.inline(rawtext, text, label=nodes.fully_normalize_name(text))], []
    if name.rpartition(":")[2] == "doc":
        text = re.sub(r"[-_]", " ", text.rstrip("/").rpartition("/")[2])
    return [nodes.inline(rawtext, text.rpartition(".")[2] if text.startswith("~") else text.lstrip("!"))], []
