"""What a web page puts around an article and people paste with it: "Share this:", "Leave a Reply", "5 min read".

    essay = without_furniture(essay)
    furniture_among([PageLine("Skip to content", 0), PageLine("Home", 0), …])       # {0, 1}

Lines are judged by their place (above the first prose, below the last) and by their company: to read a line of
furniture is a blemish, to drop a sentence of the writer's is a fault. A line with a web address in it is a sentence
about that. Notices of advertisements go wherever they stand. What the lines say: phrases/.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from podcast.text.cleaning.amid import adverts, boxes
from podcast.text.cleaning.byline import byline_of, is_dateline
from podcast.text.cleaning.linejudge import (
    ADDRESS,
    EAST_ASIAN,
    FULL_STOP,
    SURE_ABOVE,
    first_prose,
    flows_into,
    is_likely,
    is_torn_out,
    may_be_a_title,
    uses_in,
)
from podcast.text.cleaning.pagelines import PageLine, is_date, lines_of, without_lines
from podcast.text.cleaning.phrasebook import Use
from podcast.text.essay import Essay

_OF_ENCYCLOPAEDIA = re.compile(r"wikip[eé]di|维基百科|ウィキペディア", re.IGNORECASE)
_SURE_BELOW = frozenset(
    {Use.ABOUT, Use.SHARING, Use.OFFERS, Use.MORE, Use.REPLIES, Use.COMMENTS, Use.MENU_LINE, Use.ADVERTS, Use.MAIL}
)
_MANY = 3  # likely lines, which make each other sure
_LONGEST_BOX = 500  # characters, of a paragraph about the writer
_LONGEST_IN_MENU = 25
_WIDEST_GAP = 3  # lines that no list knows, between two of a menu
_MOST_TITLES = 12
_LONGEST_THREAD = 500  # lines of readers' comments


def without_furniture(essay: Essay) -> Essay:
    going = furniture_among(lines_of(essay))
    return without_lines(essay, going) if going else essay


def furniture_among(lines: Sequence[PageLine], *, spares_dates: bool = False) -> frozenset[int]:
    """`spares_dates`: above the text a date and a byline are kept, because nobody has read them yet.

    Empty where nothing else is there: then it is what the writer wrote.
    """
    begin = _start_of_end(lines)
    going = _above(lines[:begin], spares_dates=spares_dates) | adverts(lines) | set(range(begin, len(lines)))
    going |= boxes(lines[:begin])
    going |= {at + 1 for at in going if at + 1 < len(lines) and _leads_to(lines, at)}
    return frozenset() if len(going) == len(lines) else frozenset(going)


def _leads_to(lines: Sequence[PageLine], at: int) -> bool:
    """Whether the line below is nothing but the address that this one of a letter speaks of."""
    below = lines[at + 1]
    is_bare = below.has_address and not ADDRESS.sub("", below.text).strip()
    return is_bare and Use.MAIL in uses_in(lines[at])


# Below the text


def _start_of_end(lines: Sequence[PageLine]) -> int:
    """Where the furniture at the end begins, else the number of lines."""
    begin, titles, likely, index, are_sure = len(lines), 0, 0, len(lines) - 1, False
    while index > 0:
        line = lines[index]
        likely = likely + 1 if is_likely(line) else 0
        among_sure = likely and begin - index <= 2 and begin < len(lines)
        if flows_into(lines, index) or (is_torn_out(lines, index) and uses_in(line)):
            break
        uses = uses_in(line)
        is_sure = bool(uses & (_SURE_BELOW - {Use.ADVERTS} if Use.WORDS in uses else _SURE_BELOW))
        are_sure |= is_sure
        if is_sure or among_sure or (likely >= _MANY and index + likely == len(lines)):
            begin, titles = index, 0
        elif not likely:
            titles += 1
            if box := _box_above(lines, index, begin):
                begin = index = box
            elif titles > _MOST_TITLES or not may_be_a_title(line):
                break
        index -= 1
    if _is_lone(lines, range(begin, len(lines))) or (begin and not are_sure and lines[begin - 1].text.endswith(":")):
        return len(lines)  # a stanza's last line, or a list that the writer announces
    return min(begin, _comments(lines, begin))


def _box_above(lines: Sequence[PageLine], index: int, begin: int) -> int:
    """Where "Published by …" stands above a sentence or two about the writer, below which more furniture follows."""
    near = begin < len(lines) and begin - index <= 2
    if near and index > 1 and len(lines[index].text) <= _LONGEST_BOX:
        return next((at for at in (index - 1, index - 2) if at > 0 and Use.BOX in uses_in(lines[at])), 0)
    return 0


def _comments(lines: Sequence[PageLine], begin: int) -> int:
    """Where "3 Comments" stands above what readers wrote: each of them "says", and can be replied to."""
    if begin == len(lines):
        return begin
    near = range(max(1, begin - _LONGEST_THREAD), begin)
    heads = [i for i in near if Use.COMMENTS in uses_in(lines[i]) and not is_torn_out(lines, i)]
    for head in heads[-1:]:
        below = [line for line in lines[head + 1 :] if is_likely(line)]
        if len(below) >= _MANY and not any(0 < line.level < 3 for line in lines[head + 1 : begin]):
            return head
    return len(lines)


def _is_lone(lines: Sequence[PageLine], found: range) -> bool:
    """One line at the end of a stanza says what it says; one below a sentence that has ended does not."""
    if len(found) != 1 or found[0] == 0:
        return False
    line, before = lines[found[0]], lines[found[0] - 1]
    return line.paragraph == before.paragraph and not before.text.endswith(FULL_STOP)


# Above the text


def _above(lines: Sequence[PageLine], *, spares_dates: bool) -> set[int]:
    """Only above the first prose."""
    near = lines[: first_prose(lines)]
    sure = {at for at, line in enumerate(near) if uses_in(line) & SURE_ABOVE and not is_torn_out(lines, at)}
    if spares_dates:
        sure = {at for at in sure if not byline_of(near[at].text) and not is_dateline(near[at].text)}
    sure |= _likely_together(near)
    menu = _end_of_menu(near, fewest=_MANY - bool(sure))
    going = set(range(menu)) | sure
    if going and _OF_ENCYCLOPAEDIA.search("\n".join(line.text for line in near)) and not uses_in(near[0]):
        going.discard(0)  # the article's name stands above the menu there
    title = next((index for index, line in enumerate(near) if line.level == 1), 0)
    if going & set(range(title)):
        going |= set(range(title))  # the site's name
    if title in going and near[title].level == 1 and not uses_in(near[title]) & {Use.NAVIGATION}:
        going.discard(title)
    for order in (range(len(near)), range(len(near) - 1, -1, -1)):
        for index in order:
            line = near[index]
            spared = line.level or (spares_dates and is_date(line.text)) or byline_of(line.text)
            if going & {index - 1, index + 1} and not spared and is_likely(line):
                going.add(index)
    return going if len(going) < len(near) or len(near) < len(lines) else set()


def _likely_together(near: Sequence[PageLine]) -> set[int]:
    """Several likely lines right above the text, such as the numbers of likes and "Share"; not a list of contents."""
    start = len(near)
    while start and is_likely(near[start - 1]) and not near[start - 1].level:
        start -= 1
    others = [line for line in near[start:] if Use.MENU not in uses_in(line) and not is_date(line.text)]
    found = range(start, len(near)) if others and len(near) - start >= _MANY else ()
    return {index for index in found if not is_date(near[index].text)}


def _end_of_menu(near: Sequence[PageLine], fewest: int) -> int:
    """Below the last line of the site's menu, which begins the page; 0 where there is none."""
    end, known, is_sure, gap = 0, 0, False, 0
    for index, line in enumerate(near):
        uses = uses_in(line)
        is_menu = bool(uses & {Use.NAVIGATION, Use.MENU, Use.MENU_LINE})
        if is_menu:
            end, gap = index + 1, 0
            known += 2 if Use.MENU_LINE in uses else 1
            is_sure = is_sure or Use.NAVIGATION in uses or Use.MENU_LINE in uses
        elif Use.OFFERS in uses:
            continue
        elif uses & SURE_ABOVE or line.level == 1 or byline_of(line.text) or is_date(line.text):
            break
        else:
            gap += 1
            if gap > _WIDEST_GAP or (index > 2 and end and _is_long(line.text)):
                break
    if not end or not (is_sure or known >= fewest):
        return 0
    return end + _unknown_items(near[end:])


def _is_long(text: str) -> bool:
    """For a menu."""
    words = len(text.split())
    return len(text) > _LONGEST_IN_MENU or words >= 3 or (len(text) > 8 and bool(EAST_ASIAN.search(text)))


def _unknown_items(below: Sequence[PageLine]) -> int:
    """Items of the same list that only this site has, such as `Rivers`, above a longer line that is the title."""
    run: list[PageLine] = []
    for _, group in groupby(below, key=lambda line: line.paragraph):
        run = list(_plain(group))
        break
    if len(run) < 2:
        return 0
    longest = max(range(len(run)), key=lambda index: len(run[index].text))
    items = run[:longest]
    short = not any(_is_long(line.text) for line in items)
    return len(items) if short and _is_long(run[longest].text) else 0


def _plain(lines: Iterator[PageLine]) -> Iterator[PageLine]:
    for line in lines:
        if uses_in(line) & SURE_ABOVE or line.level or byline_of(line.text) or is_date(line.text):
            return
        yield line
