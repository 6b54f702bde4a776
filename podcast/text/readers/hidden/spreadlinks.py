"""Links that a converter of web pages spread over paragraphs, since there were blocks in them.

    [
                        list(find_spread_links("[\\n\\n12\\n\\n](https://example.org/p/comments)", 0))
    12

    ](https://…)

What stands between is said, unless it is a number alone, as beside a button.
"""

import re
from collections.abc import Iterator

from podcast.text.essay import Reason
from podcast.text.readers.stretch import HiddenStretch

_LINK = re.compile(
    r"^[ \t]{0,3}(?P<open>\[)[ \t]*\n(?:[ \t]*\n){1,3}(?P<inner>(?:(?!\[[ \t]*$|\]\().*\n){1,12}?)"
    r"[ \t]{0,3}(?P<close>\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\))[ \t]*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"[\d.,]{1,9}[kKmM]?")


def find_spread_links(text: str, first: int) -> Iterator[HiddenStretch]:
    for link in _LINK.finditer(text, first) if "](" in text else ():
        yield HiddenStretch(*link.span("open"), Reason.LINK_TARGET)
        if _NUMBER.fullmatch(link["inner"].strip()):
            yield HiddenStretch(*link.span("inner"), Reason.FURNITURE)
        yield HiddenStretch(*link.span("close"), Reason.LINK_TARGET)
