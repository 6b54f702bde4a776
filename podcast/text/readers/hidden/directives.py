"""MyST's directives, which stand in fences like code: ```{note}, ```{figure} a.png, ```{epigraph}.

    directive_at("```{note} Take care\\n:class: tip\\nA careful line.\\n```\\n", 0)      # what stands around the text

What is in those that hold text is Markdown and said, with their titles; in all others it is code.
"""

import re
from dataclasses import dataclass

from podcast.text.essay import Reason
from podcast.text.readers.stretch import HiddenStretch

_OPENING = re.compile(
    r"(?P<fence>`{3,}|~{3,})\{(?:(?P<titled>admonition|dropdown|card|tab-item|topic|sidebar|rubric|theorem|prf:[a-z]+"
    r"|grid-item-card|exercise|solution|[a-z]+-admonition)|(?P<plain>note|tip|hint|warning|caution|attention|danger|error"
    r"|important|seealso|epigraph|pull-quote|highlights|margin|aside|div|container|compound|grid|grid-item|tab-set"
    r"|card-carousel|blockquote|versionadded|versionchanged|deprecated|figure|figure-md|centered|parsed-literal))\}"
    r"[ \t]*(?P<argument>[^\n`]*)\n"
    r"(?P<options>---[ \t]*\n(?:[\w-]{1,40}:[^\n]*\n){1,20}---[ \t]*\n|(?:[ \t]*:[\w-]{1,40}:[^\n]*\n){0,20})"
)


@dataclass(frozen=True, slots=True)
class Directive:
    opening: tuple[HiddenStretch, ...]
    closing: tuple[int, int]  # the closing fence


def directive_at(source: str, at: int) -> Directive | None:
    """None where no text's begins there, or where it is never closed."""
    found = _OPENING.match(source, at)
    if not found:
        return None
    sign = re.escape(found["fence"][0])
    closing = re.compile(rf"^[ \t>]*(?P<fence>{sign}{{{len(found['fence'])},}})[ \t]*$", re.MULTILINE)
    end = closing.search(source, found.end())
    if not end:
        return None
    said = found.span("argument") if found["titled"] and found["argument"] else (found.end(), found.end())
    parts = [(found.start(), said[0]), (said[1], found.end())]
    opening = tuple(HiddenStretch(start, stop, Reason.DIRECTIVE) for start, stop in parts if start < stop)
    return Directive(opening, end.span("fence"))
