"""Citations and cross-references of pandoc and Quarto: [see @knuth84, p. 3], @knuth84, (@fig-mill).

    list(find_citations("The mill [@knuth84] stood; see @fig-mill.", 0))

What is in brackets goes with them, and so does a phrase that only points: "; see @fig-mill". Where an author's key or a
figure's name is a part of the sentence, it is said without its signs.
"""

import re
from collections.abc import Iterator

from podcast.text.essay import Reason
from podcast.text.readers.stretch import VALUE, HiddenStretch

_KEY = r"@(?:[A-Za-z_](?:[\w:.#$%&+?~/-]{0,200}\w)?|\{[^{}\n]{1,300}\})"
_LINE = r"(?:[^\[\]@\n]|\n(?!\s*\n))"
_BRACKETS = rf"\[(?:{_LINE}{{0,60}}?[\s-]|)-?{_KEY}(?=[\];,:\s])(?:{_LINE}|@){{0,500}}\](?![(\[])"
_KINDS = r"(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|tip|nte|wrn|imp|cau|rem|sol|alg)"
_CROSS = rf"@{_KINDS}[-:][\w:-]{{0,100}}\w"
_CROSSES = rf"{_CROSS}(?:(?:,|\s?[;&–-]|,?\s(?:and|or|to|und|et|y|e))\s?{_CROSS}){{0,5}}"
_POINTS = r"(?:(?:see|cf\.?|compare|vgl\.|siehe|voir|véase|vedi|zie)(?:\salso|\sauch|\saussi)?\s)"
_FOUND = re.compile(
    rf"(?P<brackets>[ ]?{_BRACKETS})"
    rf"|(?P<pointer>[ ]?\({_POINTS}?{_CROSSES}\)|[,;]\s{_POINTS}{_CROSSES}(?=[.,;:!?)]|\s*(?:\n\s*\n|\Z)))"
    rf"|(?P<ref>[ ]?\({_POINTS}?\\@ref\([^()\n]{{1,80}}\)\)|[ ]?\\@ref\([^()\n]{{1,80}}\))"
    rf"|(?<![\w@/.\\])@(?P<cross>{_CROSS[1:]})"
    r"|(?<![\w@/.\\-])-?@(?P<name>[A-Za-z](?:[A-Za-z'’]{0,40}[A-Za-z])?)(?:[\w:.#$%&+?~/-]{0,200}\w)?"
    r"(?:\s\[(?:pp?\.|ch|sec|§|\d)[^\[\]\n]{0,80}\])?",
    re.IGNORECASE,
)
_SURE = re.compile(rf"\[(?:(?:see|e\.g\.,?|cf\.)\s)?-?{_KEY}(?:[;,]\s?[^\[\]\n]{{1,300}})?\](?![(\[])")


def has_citations(source: str, name: str) -> bool:
    """Whether an @ names a source: elsewhere it may name a person."""
    is_quarto = name.lower().endswith((".qmd", ".rmd"))
    return is_quarto or bool(_SURE.search(source) or re.match(r"---\n(?:[^\n]+\n)*?bibliography:", source[:20_000]))


def find_citations(text: str, first: int) -> Iterator[HiddenStretch]:
    for found in _FOUND.finditer(text, first):
        said = next((name for name in ("cross", "name") if found[name]), None)
        if not said:
            yield HiddenStretch(found.start(), found.end(), Reason.FOOTNOTE, VALUE)  # with the space before it
            continue
        for start, end in ((found.start(), found.start(said)), (found.end(said), found.end())):
            if start < end:
                yield HiddenStretch(start, end, Reason.FOOTNOTE, VALUE)
