"""German words that begin with digits (Duden, Zusammensetzungen mit Ziffern).

"18-jährig"      achtzehnjährig
"50 %ige"        fünfzigprozentige
"die 1990er"     die neunzehnhundert neunziger
"""

import re

from podcast.text.spoken.others.numbers import words, year
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

_DIGITS = "0123456789"


def _glued(match: re.Match[str], style: Style) -> str | None:
    """As in "18-jährig", "50%ige", "die 1990er"."""
    rest: str
    number = int(match["n"])
    rest = (match["rest"] or match["rest2"] or match["rest3"] or match["rest4"]).replace("%", "prozent").lower()
    if match["n"][0] == "0" or number > _LARGEST_GLUED:
        return None
    return (year(number, style) if rest == "er" else words(number, style)) + rest


_LARGEST_GLUED = 2100

COMPOUNDS = SpokenRule(
    "number",
    regex(
        r"(?<![\w.,:/])(?P<n>[0-9]{1,4})(?:[-\s]?(?P<rest>%ig(?:e[rnms]?)?)|-?(?P<rest2>(?:jährig|fach|tägig|stündig|"
        r"köpfig|malig|prozentig|stöckig|teilig|minütig|wöchig|monatig|seitig|stellig|bändig|türig|sitzig|stufig)"
        r"(?:e[rnms]?)?)|-?(?P<rest3>Jährige[rnm]?)|(?P<rest4>er))(?!\w)"
    ),
    _glued,
    needs=(_DIGITS,),
)
