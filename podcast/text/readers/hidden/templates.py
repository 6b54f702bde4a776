"""Template tags: Hugo's {{< figure src="a.png" >}}, Jekyll's {% include a.html %}, Zola's {{ youtube(id="b") }}.

    list(find_templates('{{< figure caption="The mill" >}}', 0))    # what stands around the caption

What stands between two of them is said, unless it is code (`PAIRS`); a caption stated in one is said, too.
"""

import re
from collections.abc import Iterator

from podcast.text.essay import Reason
from podcast.text.readers.alttext import is_telling
from podcast.text.readers.stretch import VALUE, HiddenStretch, around

_SILENT = (
    "highlight|comment|mermaid|plantuml|chart|chartjs|katex|math|latex|codeblock"
    "|gist|graphviz|code|tikz|content-ref|embed"
)
#: Tags whose content is not said either.
PAIRS = (
    rf"\{{%-? *(?P<liquid>{_SILENT})\b[^\n]{{0,500}}?%\}}|\{{\{{[<%] *(?P<hugo>{_SILENT})\b[^\n]{{0,500}}?[>%]\}}\}}"
)
_INSIDE = r"(?:(?!\{\{|\{%).)"
_TAG = re.compile(
    rf"(?P<shortcode>\{{\{{[<%]{_INSIDE}{{0,3000}}?[>%]\}}\}}|\{{%{_INSIDE}{{0,3000}}?%\}})"
    r"|(?P<comment>\{/\*(?:(?!\{/\*).){0,5000}?\*/\}|\{\#(?![\w-]+\})(?:(?!\{\#).){0,2000}?\#\})"
    r"|(?P<toc>^[ ]{0,3}(?:[-*+]|1\.)[ ][^\n]{0,80}\n[ \t]*\{:[^}\n]{0,80}\btoc\b[^}\n]{0,80}\})"
    r"|(?P<value>\{\{(?:(?!\{\{|\}\}|\n\s*\n).){0,1000}\}\}\}?)",
    re.DOTALL | re.MULTILINE,
)
_QUOTED = r"\s*[=:]\s*(?:\"(?P<a>[^\"\\{}<>]{1,1000})\"|'(?P<b>[^'\\{}<>]{1,1000})'|“(?P<c>[^”\\{}<>]{1,1000})”)"
_CAPTION = re.compile(rf"(?<![\w-])caption{_QUOTED}")
_ALT = re.compile(rf"(?<![\w-])alt{_QUOTED}")
_PICTURE = re.compile(r"(?>[{<%\[\s-]*)(?:include\S*\s+)?\S*(?:figure|image|img|picture|photo)", re.IGNORECASE)


def find_templates(text: str, first: int) -> Iterator[HiddenStretch]:
    for tag in _TAG.finditer(text, first):
        if tag["shortcode"]:
            said = caption_in(text, *tag.span())
            yield from around(*tag.span(), said, Reason.DIRECTIVE)
        elif tag["comment"]:
            yield HiddenStretch(*tag.span(), Reason.COMMENT)
        elif tag["toc"]:
            yield HiddenStretch(*tag.span(), Reason.NAVIGATION)
        else:
            yield HiddenStretch(*tag.span(), Reason.DIRECTIVE, "block" if "(" in tag[0] else VALUE)


def caption_in(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the caption of a picture stands, or else its alternative text; an empty place where none does."""
    patterns = (_CAPTION, _ALT) if _PICTURE.match(text, start, end) else (_CAPTION,)
    for pattern in patterns:
        stated = pattern.search(text, start, end)
        if stated and is_telling(stated[stated.lastindex or 0]):
            return stated.span(stated.lastindex or 0)
    return end, end
