"""What a page puts between the paragraphs of an article: notices of advertisements, and offers in a box.

adverts(lines) | boxes(lines)       # {4, 9, 10, 11}
"""

from collections.abc import Sequence
from itertools import groupby

from podcast.text.cleaning.linejudge import FULL_STOP, first_prose, is_torn_out, uses_in
from podcast.text.cleaning.pagelines import PageLine
from podcast.text.cleaning.phrasebook import Use, is_advert

_OF_BOXES = frozenset({Use.OFFERS, Use.MAIL})
_MANY = 3  # lines of a box, of which a sure one counts for two


def adverts(lines: Sequence[PageLine]) -> set[int]:
    found = (index for index, line in enumerate(lines) if is_advert(line.text))
    return {
        index
        for index in found
        if not (is_torn_out(lines, index) or _is_in_stanza(lines, index) or _is_announced(lines, index))
    }


def _is_announced(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a word such as "Subscribe" is the first of a list that the writer announces."""
    return index > 0 and lines[index - 1].text.endswith(":") and Use.WORDS in uses_in(lines[index])


def boxes(lines: Sequence[PageLine]) -> set[int]:
    """Within the text: an offer among other lines of a page, such as "Enter your email address" above "Sign up"."""
    going: set[int] = set()
    for is_known, group in groupby(range(first_prose(lines), len(lines)), key=lambda at: _is_in_box(lines[at])):
        run = list(group)
        sure = sum(bool(uses_in(lines[at]) & _OF_BOXES) for at in run)
        is_announced = lines[run[0] - 1].text.endswith(":")
        if (
            is_known
            and sure
            and len(run) + sure > _MANY
            and not is_announced
            and not any(is_torn_out(lines, at) for at in run)
        ):
            going |= set(run)
    return going


def _is_in_box(line: PageLine) -> bool:
    return not line.level and bool(uses_in(line) & (_OF_BOXES | {Use.WORDS, Use.MENU, Use.ADVERTS}))


def _is_in_stanza(lines: Sequence[PageLine], index: int) -> bool:
    """Whether lines of the same paragraph stand on both sides, and the one before has not ended."""
    around = lines[max(index - 1, 0) : index + 2]
    is_one = len(around) == 3 and len({line.paragraph for line in around}) == 1
    return is_one and not around[0].text.endswith(FULL_STOP) and not uses_in(around[0])
