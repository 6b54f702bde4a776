"""MDX, Markdown with JavaScript in it: imports, exports, components and expressions in braces.

    list(find_mdx('import A from "./a"\\n\\n<A b={1}>*text*</A> {2 + 3}', 0))

The text of components is Markdown and is said; a text in quotes is one also in braces: {"Hello"}.
"""

import re
from collections.abc import Iterator

from podcast.text.essay import Reason
from podcast.text.readers.stretch import VALUE, HiddenStretch, around

_IMPORT = r"^import\s(?:(?!\n\s*\n)[^;'\"]){0,500}['\"][^'\"\n]{1,300}['\"];?[ \t]*$"
_SURE = re.compile(r"^import\s[^\n;'\"]{1,300}\sfrom\s?['\"][^'\"\n]{1,300}['\"];?[ \t]*$", re.MULTILINE)
_FOUND = re.compile(
    rf"(?P<import>{_IMPORT})|(?P<export>^export\s(?:const|let|var|function|default|async|class|\{{|\*))"
    r"|(?P<tag></?[A-Z][\w.]*(?=[\s/>])|</?>|^[ \t]*</?[a-z][\w-]*(?=[\s/>]))|(?<!\\)(?P<brace>\{)",
    re.MULTILINE,
)
_STRING = re.compile(r"\{\s*(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)'|`([^`$\\]*)`)\s*\}")
_STEP = re.compile(r"[{}()\[\]]|>|\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|`[^`]{0,500}`|\n[ \t]*\n")
_LONGEST = 5_000  # characters
_SHORT = 200  # once a statement was never closed
_OPENERS, _CLOSERS = "{([", "})]"


def is_mdx(text: str, first: int, name: str) -> bool:
    return name.lower().endswith(".mdx") or bool(_SURE.search(text, first))


def find_mdx(text: str, first: int) -> Iterator[HiddenStretch]:
    at, longest = first, _LONGEST
    while found := _FOUND.search(text, at):
        start, at = found.span()
        if found["import"]:
            yield HiddenStretch(start, at, Reason.CODE)
        elif found["export"]:
            end, is_whole = _end_of_statement(text, start, longest)
            at, longest = max(end, at), longest if is_whole else _SHORT
            yield HiddenStretch(start, at, Reason.CODE)
        else:
            closed, at = _closed(text, found)
            if closed and found["brace"]:
                yield from _expression(text, start, at)
            elif closed and (_is_component(found) or text[start:at].strip() == _lines_of(text, start, at)):
                yield HiddenStretch(start, at, Reason.DIRECTIVE)


def _is_component(found: re.Match[str]) -> bool:
    return not found["tag"].lstrip(" \t</")[:1].islower()


def _expression(text: str, start: int, end: int) -> Iterator[HiddenStretch]:
    string = _STRING.fullmatch(text, start, end)
    said = string.span(string.lastindex or 0) if string else (end, end)
    for part in around(start, end, said, Reason.DIRECTIVE):
        yield HiddenStretch(part.start, part.end, part.reason, VALUE)


def _lines_of(text: str, start: int, end: int) -> str:
    """The whole lines that a tag stands in."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)].strip()


def _end_of_statement(text: str, start: int, longest: int) -> tuple[int, bool]:
    """The first empty line that stands in no brackets; or, not whole, the first of all, where they stay open."""
    depth, blank = 0, -1
    for step in _STEP.finditer(text, start, start + longest):
        depth += (step[0] in _OPENERS) - (step[0] in _CLOSERS)
        if step[0].isspace():
            blank = blank if blank >= 0 else step.start()
            if depth <= 0:
                return step.start(), True
    return (blank, False) if blank >= 0 and depth > 0 else (min(len(text), start + longest), depth <= 0)


def _closed(text: str, found: re.Match[str]) -> tuple[bool, int]:
    """Whether a tag or a brace is closed before an empty line, and where; if not, nothing up to there is."""
    sign, depth = "}" if found["brace"] else ">", 0
    if found[0].endswith(">"):
        return True, found.end()
    for step in _STEP.finditer(text, found.start(), found.start() + _LONGEST):
        if step[0].isspace():
            return False, step.start()
        depth += (step[0] == "{") - (step[0] == "}")
        if step[0] == sign and depth <= 0:
            return True, step.end()
    return False, min(len(text), found.start() + _LONGEST)
