"""What a line of a page looks like beside its neighbours: a title, part of a sentence, what pages have around texts.

first_prose(lines)              # 7: how many lines of titles, menus and bylines stand above
uses_in(line)                   # {Use.REPLIES}
is_torn_out(lines, index)       # True: a line of a stanza, whatever it says
"""

import re
from collections.abc import Sequence

from podcast.text.cleaning.byline import byline_of
from podcast.text.cleaning.pagelines import PageLine, is_date
from podcast.text.cleaning.phrasebook import Use, uses_of

SURE_ABOVE = frozenset({Use.NAVIGATION, Use.ABOUT, Use.SHARING, Use.OFFERS, Use.MAIL})
ADDRESS = re.compile(r"[<(\[]?https?://[^\s>)\]]{1,1000}[>)\]]?|\[\d{1,3}\]")
_LIKELY = frozenset({Use.WORDS, Use.MENU, Use.MENU_LINE, Use.MORE, Use.REPLIES})
_NEAR_START = 60  # lines
LONGEST_TITLE = 90  # characters, of another article
_LONGEST_STANDFIRST = 160
_NEAR_STANDFIRST = 3  # lines
_MONTH = re.compile(r"[^\W\d_]{3,12}\.?(?: de)? (?:19|20)\d\d(?: \(\d{1,4}\))?")  # of an archive
EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_PROSE_END = (".", "”", '"', "…", ",", ";", "。", "！", "？", "」", "、", "，", "；")
_END_SIGNS = " \u00a0■◼◾▪∎□●♦⬛◆"  # of an article
FULL_STOP = (".", "!", "?", "”", '"', "»", "…", "。", "！", "？", "」")


def first_prose(lines: Sequence[PageLine]) -> int:
    """How many lines stand above it: titles, menus, bylines."""
    for index, line in enumerate(lines[:_NEAR_START]):
        if uses_in(line) & SURE_ABOVE:
            continue
        is_within = index + 1 < len(lines) and flows_into(lines, index + 1)
        if (not may_be_a_title(line) or is_within) and not _is_standfirst(lines, index):
            return index
    return min(len(lines), _NEAR_START)


def uses_in(line: PageLine) -> frozenset[Use]:
    if line.has_address:
        return uses_of(ADDRESS.sub(" ", line.text)) & {Use.MAIL}
    return uses_of(line.text)


def may_be_a_title(line: PageLine) -> bool:
    longest = LONGEST_TITLE // 2 if EAST_ASIAN.search(line.text) else LONGEST_TITLE
    text = line.text.rstrip(_END_SIGNS)
    return len(line.text) <= longest and not text.endswith(_PROSE_END) and not line.has_address


def is_torn_out(lines: Sequence[PageLine], index: int) -> bool:
    """Whether the line is a part of a stanza or a wrapped sentence: pages begin theirs with a capital."""
    line, around = lines[index], lines[max(index - 1, 0) : index + 2]
    is_within = any(other is not line and other.paragraph == line.paragraph for other in around)
    after = lines[index + 1] if index + 1 < len(lines) else None
    goes_on = after and after.paragraph == line.paragraph and after.text[:1].islower() and not after.has_address
    if goes_on and after and (uses_in(after) or is_date(after.text) or _MONTH.fullmatch(after.text)):
        goes_on = False  # "Archivos" above "marzo 2022"
    is_small = line.text[:1].islower() and not (
        uses_in(line) and any(uses_in(one) for one in around if one is not line)
    )
    return is_within and (is_small or bool(goes_on and not line.text.endswith(FULL_STOP)))


def flows_into(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a wrapped sentence goes on into this line."""
    line, before = lines[index], lines[index - 1]
    is_one = index > 0 and line.paragraph == before.paragraph
    return is_one and len(before.text) >= 30 and line.text[:1].islower() and not before.text.endswith(FULL_STOP)


def is_likely(line: PageLine) -> bool:
    short = len(line.text) <= LONGEST_TITLE
    return short and bool(uses_in(line) & _LIKELY or is_date(line.text))


def _is_standfirst(lines: Sequence[PageLine], index: int) -> bool:
    """A sentence between the title and who wrote it."""
    line, below = lines[index], lines[index + 1 : index + 1 + _NEAR_STANDFIRST]
    is_sentence = index > 0 and len(line.text) <= _LONGEST_STANDFIRST and line.text.endswith(FULL_STOP)
    return is_sentence and any(byline_of(one.text) or is_date(one.text) for one in below)
