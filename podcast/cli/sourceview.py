"""The source of an essay as a person goes through it: what is not said is struck through, and tells why.

    print_source(proofread(essay, script))

Where there is no colour, as in a file, it stands in brackets: [-![](map.png)-]{image file}.
"""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from podcast.cli.screen import visible
from podcast.text.marked import MarkedText

_SIGN, _OMITTED, _WHY = "dim strike", "red strike", "dim italic red"
_MOST_OF_A_SIGN = 60  # characters; a page's scripts are no reading


def print_source(stretches: Iterable[MarkedText]) -> None:
    console = Console(highlight=False, emoji=False, soft_wrap=True)
    in_colour = console.is_terminal and not console.no_color
    text = Text()
    for stretch in stretches:
        if stretch.reason is None:
            text.append(_safe(stretch.text))
        elif in_colour:
            _strike(text, stretch)
        else:
            text.append(_in_brackets(stretch))
    console.print(text, end="" if text.plain.endswith("\n") else "\n")


def _strike(text: Text, stretch: MarkedText) -> None:
    body = stretch.text.rstrip()
    text.append(_short(stretch, body), _SIGN if stretch.is_sign else _OMITTED)
    if not stretch.is_sign:
        text.append(f" ({stretch.reason})", _WHY)
    text.append(stretch.text[len(body) :])


def _in_brackets(stretch: MarkedText) -> str:
    body = stretch.text.strip()
    lead, _, trail = stretch.text.partition(body) if body else (stretch.text, "", "")
    why = "" if stretch.is_sign else f"{{{stretch.reason}}}"
    return f"{lead}[-{_short(stretch, body)}-]{why}{trail}" if body else stretch.text


def _short(stretch: MarkedText, body: str) -> str:
    if not stretch.is_sign or len(body) <= _MOST_OF_A_SIGN:
        return _safe(body)
    return f"{_safe(body[:_MOST_OF_A_SIGN])}… ({len(body):,} characters)"


def _safe(text: str) -> str:
    return "\n".join(visible(line.expandtabs()) for line in text.split("\n"))
