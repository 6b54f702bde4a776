"""Sentences with blanks, for the spoken welcome and sign-off.

    fill("This is {show}. {title}[, by {author}].", {"show": "Essays", "title": "Rivers", "author": ""})
    # "This is Essays. Rivers."

What stands in brackets is left out when a blank in it has nothing to fill it.
"""

import re
from collections.abc import Mapping

BLANKS = ("show", "title", "author", "date", "number")

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_BLANK = re.compile(r"\{([^{}]*)\}")
_DOUBLE_STOP = re.compile(r"([.!?…。！？؟۔])[.。۔]")


def fill(template: str, facts: Mapping[str, str]) -> str:
    """One line; a title that ends in a question mark gets no full stop after it."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(facts.get(name) for name in _BLANK.findall(match[1])) else ""

    filled = _BLANK.sub(lambda match: facts.get(match[1], ""), _OPTIONAL.sub(optional, template))
    return " ".join(_DOUBLE_STOP.sub(r"\1", filled).split())


def blanks_of(template: str) -> list[str]:
    return _BLANK.findall(template)


def unknown_blanks(template: str) -> list[str]:
    return [name for name in blanks_of(template) if name not in BLANKS]
