"""Lines of an Org document: where what begins in one ends, and what some are on a page.

ends_of(lines)["block", "quote"]        # the lines in which quotations end, in order
has_one_above_all(lines)                # whether the first headline is the title
code("x = 1"), table("| a | b |"), unsaid("# a comment")
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from html import escape

END = re.compile(r"\s*#\+end(?:_(\S{1,60})|:)\s*\Z", re.IGNORECASE)
HEADLINE = re.compile(r"(\*{1,60})[ \t]+(.*)\Z", re.DOTALL)
_ENVIRONMENT_END = re.compile(r"\s*\\end\{([\w*]{1,40})\}|.*\\end\{([\w*]{1,40})\}\s*\Z")
_TEXT = re.compile(r"\s*[^\s:#]")


def has_one_above_all(lines: Sequence[str]) -> bool:
    """Whether one headline stands above the text, and all others below it."""
    heads = [at for at, line in enumerate(lines) if HEADLINE.match(line)]
    top = [at for at in heads if lines[at].startswith(("* ", "*\t"))]
    above = lines[: heads[0]] if heads else []
    return top == heads[:1] != [] and not any(_TEXT.match(line) for line in above)


def ends_of(lines: Sequence[str]) -> defaultdict[tuple[str, str], list[int]]:
    ends = defaultdict[tuple[str, str], list[int]](list)
    for at, line in enumerate(lines):
        if match := END.match(line):
            ends["block", (match[1] or ":").lower()].append(at)
        elif line.strip().lower() == ":end:":
            ends["drawer", "end"].append(at)
        elif "\\end{" in line and (match := _ENVIRONMENT_END.match(line)):
            ends["latex", match[1] or match[2]].append(at)
    return ends


def code(text: str) -> str:
    return f"<pre>{as_text(text)}</pre>\n"


def table(text: str) -> str:
    rows = (line.strip().strip("|").split("|") for line in text.split("\n"))
    cells = ("".join(f"<th>{as_text(cell.strip())}</th>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>\n"


def unsaid(text: str) -> str:
    return f"<!-- {as_text(text).replace('--', '- -')} -->\n"


def as_text(text: str) -> str:
    return escape(text, quote=False)
