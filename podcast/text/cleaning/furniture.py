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

from podcast.text.cleaning.byline import byline_of, is_dateline
from podcast.text.cleaning.pagelines import PageLine, is_date, lines_of, without_lines
from podcast.text.cleaning.phrasebook import Use, is_advert, uses_of
from podcast.text.essay import Essay

_SURE_ABOVE = frozenset({Use.NAVIGATION, Use.ABOUT, Use.SHARING, Use.OFFERS, Use.MAIL})
_SURE_BELOW = frozenset(
    {Use.ABOUT, Use.SHARING, Use.OFFERS, Use.MORE, Use.REPLIES, Use.COMMENTS, Use.MENU_LINE, Use.ADVERTS, Use.MAIL}
)
_ADDRESS = re.compile(r"[<(\[]?https?://[^\s>)\]]{1,1000}[>)\]]?|\[\d{1,3}\]")
_LIKELY = frozenset({Use.WORDS, Use.MENU, Use.MENU_LINE, Use.MORE, Use.REPLIES})
_OF_BOXES = frozenset({Use.OFFERS, Use.MAIL})
_MANY = 3  # likely lines, which make each other sure
_NEAR_START = 60  # lines
_LONGEST_TITLE = 90  # characters, of another article
_LONGEST_STANDFIRST = 160
_LONGEST_BOX = 500  # characters, of a paragraph about the writer
_LONGEST_IN_MENU = 25
_WIDEST_GAP = 3  # lines that no list knows, between two of a menu
_MOST_TITLES = 12
_LONGEST_THREAD = 500  # lines of readers' comments
_MONTH = re.compile(r"[^\W\d_]{3,12}\.?(?: de)? (?:19|20)\d\d(?: \(\d{1,4}\))?")  # of an archive
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_PROSE_END = (".", "”", '"', "…", ",", ";", "。", "！", "？", "」", "、", "，", "；")
_END_SIGNS = " \u00a0■◼◾▪∎□●♦⬛◆"  # of an article
_FULL_STOP = (".", "!", "?", "”", '"', "»", "…", "。", "！", "？", "」")


def without_furniture(essay: Essay) -> Essay:
    going = furniture_among(lines_of(essay))
    return without_lines(essay, going) if going else essay


def furniture_among(lines: Sequence[PageLine], *, spares_dates: bool = False) -> frozenset[int]:
    """`spares_dates`: above the text a date and a byline are kept, because nobody has read them yet.

    Empty where nothing else is there: then it is what the writer wrote.
    """
    begin = _start_of_end(lines)
    going = _above(lines[:begin], spares_dates=spares_dates) | _adverts(lines) | set(range(begin, len(lines)))
    going |= _boxes(lines[:begin])
    going |= {at + 1 for at in going if at + 1 < len(lines) and _leads_to(lines, at)}
    return frozenset() if len(going) == len(lines) else frozenset(going)


def first_prose(lines: Sequence[PageLine]) -> int:
    """How many lines stand above it: titles, menus, bylines."""
    for index, line in enumerate(lines[:_NEAR_START]):
        if _uses(line) & _SURE_ABOVE:
            continue
        is_within = index + 1 < len(lines) and _flows(lines, index + 1)
        if (not _may_be_a_title(line) or is_within) and not _is_standfirst(lines, index):
            return index
    return min(len(lines), _NEAR_START)


def _is_standfirst(lines: Sequence[PageLine], index: int) -> bool:
    """A sentence between the title and who wrote it."""
    line, below = lines[index], lines[index + 1 : index + 1 + _WIDEST_GAP]
    is_sentence = index > 0 and len(line.text) <= _LONGEST_STANDFIRST and line.text.endswith(_FULL_STOP)
    return is_sentence and any(byline_of(one.text) or is_date(one.text) for one in below)


def _uses(line: PageLine) -> frozenset[Use]:
    if line.has_address:
        return uses_of(_ADDRESS.sub(" ", line.text)) & {Use.MAIL}
    return uses_of(line.text)


def _leads_to(lines: Sequence[PageLine], at: int) -> bool:
    """Whether the line below is nothing but the address that this one of a letter speaks of."""
    below = lines[at + 1]
    is_bare = below.has_address and not _ADDRESS.sub("", below.text).strip()
    return is_bare and Use.MAIL in _uses(lines[at])


def _is_likely(line: PageLine) -> bool:
    short = len(line.text) <= _LONGEST_TITLE
    return short and bool(_uses(line) & _LIKELY or is_date(line.text))


def _may_be_a_title(line: PageLine) -> bool:
    longest = _LONGEST_TITLE // 2 if _EAST_ASIAN.search(line.text) else _LONGEST_TITLE
    text = line.text.rstrip(_END_SIGNS)
    return len(line.text) <= longest and not text.endswith(_PROSE_END) and not line.has_address


def _is_torn_out(lines: Sequence[PageLine], index: int) -> bool:
    """Whether the line is a part of a stanza or a wrapped sentence: pages begin theirs with a capital."""
    line, around = lines[index], lines[max(index - 1, 0) : index + 2]
    is_within = any(other is not line and other.paragraph == line.paragraph for other in around)
    after = lines[index + 1] if index + 1 < len(lines) else None
    goes_on = after and after.paragraph == line.paragraph and after.text[:1].islower() and not after.has_address
    if goes_on and after and (_uses(after) or is_date(after.text) or _MONTH.fullmatch(after.text)):
        goes_on = False  # "Archivos" above "marzo 2022"
    is_small = line.text[:1].islower() and not (_uses(line) and any(_uses(one) for one in around if one is not line))
    return is_within and (is_small or bool(goes_on and not line.text.endswith(_FULL_STOP)))


def _flows(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a wrapped sentence goes on into this line."""
    line, before = lines[index], lines[index - 1]
    is_one = index > 0 and line.paragraph == before.paragraph
    return is_one and len(before.text) >= 30 and line.text[:1].islower() and not before.text.endswith(_FULL_STOP)


def _adverts(lines: Sequence[PageLine]) -> set[int]:
    found = (index for index, line in enumerate(lines) if is_advert(line.text))
    return {
        index
        for index in found
        if not (_is_torn_out(lines, index) or _is_in_stanza(lines, index) or _is_announced(lines, index))
    }


def _is_announced(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a word such as "Subscribe" is the first of a list that the writer announces."""
    return index > 0 and lines[index - 1].text.endswith(":") and Use.WORDS in _uses(lines[index])


def _boxes(lines: Sequence[PageLine]) -> set[int]:
    """Within the text: an offer among other lines of a page, such as "Enter your email address" above "Sign up"."""
    going: set[int] = set()
    for is_known, group in groupby(range(first_prose(lines), len(lines)), key=lambda at: _is_in_box(lines[at])):
        run = list(group)
        sure = sum(bool(_uses(lines[at]) & _OF_BOXES) for at in run)
        is_announced = lines[run[0] - 1].text.endswith(":")
        if (
            is_known
            and sure
            and len(run) + sure > _MANY
            and not is_announced
            and not any(_is_torn_out(lines, at) for at in run)
        ):
            going |= set(run)
    return going


def _is_in_box(line: PageLine) -> bool:
    return not line.level and bool(_uses(line) & (_OF_BOXES | {Use.WORDS, Use.MENU, Use.ADVERTS}))


def _is_in_stanza(lines: Sequence[PageLine], index: int) -> bool:
    """Whether lines of the same paragraph stand on both sides, and the one before has not ended."""
    around = lines[max(index - 1, 0) : index + 2]
    is_one = len(around) == 3 and len({line.paragraph for line in around}) == 1
    return is_one and not around[0].text.endswith(_FULL_STOP) and not _uses(around[0])


# Below the text


def _start_of_end(lines: Sequence[PageLine]) -> int:
    """Where the furniture at the end begins, else the number of lines."""
    begin, titles, likely, index, are_sure = len(lines), 0, 0, len(lines) - 1, False
    while index > 0:
        line = lines[index]
        likely = likely + 1 if _is_likely(line) else 0
        among_sure = likely and begin - index <= 2 and begin < len(lines)
        if _flows(lines, index) or (_is_torn_out(lines, index) and _uses(line)):
            break
        uses = _uses(line)
        is_sure = bool(uses & (_SURE_BELOW - {Use.ADVERTS} if Use.WORDS in uses else _SURE_BELOW))
        are_sure |= is_sure
        if is_sure or among_sure or (likely >= _MANY and index + likely == len(lines)):
            begin, titles = index, 0
        elif not likely:
            titles += 1
            if box := _box_above(lines, index, begin):
                begin = index = box
            elif titles > _MOST_TITLES or not _may_be_a_title(line):
                break
        index -= 1
    if _is_lone(lines, range(begin, len(lines))) or (begin and not are_sure and lines[begin - 1].text.endswith(":")):
        return len(lines)  # a stanza's last line, or a list that the writer announces
    return min(begin, _comments(lines, begin))


def _box_above(lines: Sequence[PageLine], index: int, begin: int) -> int:
    """Where "Published by …" stands above a sentence or two about the writer, below which more furniture follows."""
    near = begin < len(lines) and begin - index <= 2
    if near and index > 1 and len(lines[index].text) <= _LONGEST_BOX:
        return next((at for at in (index - 1, index - 2) if at > 0 and Use.BOX in _uses(lines[at])), 0)
    return 0


def _comments(lines: Sequence[PageLine], begin: int) -> int:
    """Where "3 Comments" stands above what readers wrote: each of them "says", and can be replied to."""
    if begin == len(lines):
        return begin
    near = range(max(1, begin - _LONGEST_THREAD), begin)
    heads = [i for i in near if Use.COMMENTS in _uses(lines[i]) and not _is_torn_out(lines, i)]
    for head in heads[-1:]:
        below = [line for line in lines[head + 1 :] if _is_likely(line)]
        if len(below) >= _MANY and not any(0 < line.level < 3 for line in lines[head + 1 : begin]):
            return head
    return len(lines)


def _is_lone(lines: Sequence[PageLine], found: range) -> bool:
    """One line at the end of a stanza says what it says; one below a sentence that has ended does not."""
    if len(found) != 1 or found[0] == 0:
        return False
    line, before = lines[found[0]], lines[found[0] - 1]
    return line.paragraph == before.paragraph and not before.text.endswith(_FULL_STOP)


# Above the text


def _above(lines: Sequence[PageLine], *, spares_dates: bool) -> set[int]:
    """Only above the first prose."""
    near = lines[: first_prose(lines)]
    sure = {at for at, line in enumerate(near) if _uses(line) & _SURE_ABOVE and not _is_torn_out(lines, at)}
    if spares_dates:
        sure = {at for at in sure if not byline_of(near[at].text) and not is_dateline(near[at].text)}
    sure |= _likely_together(near)
    menu = _end_of_menu(near, fewest=_MANY - bool(sure))
    going = set(range(menu)) | sure
    title = next((index for index, line in enumerate(near) if line.level == 1), 0)
    if going & set(range(title)):
        going |= set(range(title))  # the site's name
    if title in going and near[title].level == 1 and not _uses(near[title]) & {Use.NAVIGATION}:
        going.discard(title)
    for order in (range(len(near)), range(len(near) - 1, -1, -1)):
        for index in order:
            line = near[index]
            spared = line.level or (spares_dates and is_date(line.text)) or byline_of(line.text)
            if going & {index - 1, index + 1} and not spared and _is_likely(line):
                going.add(index)
    return going if len(going) < len(near) or len(near) < len(lines) else set()


def _likely_together(near: Sequence[PageLine]) -> set[int]:
    """Several likely lines right above the text, such as the numbers of likes and "Share"; not a list of contents."""
    start = len(near)
    while start and _is_likely(near[start - 1]) and not near[start - 1].level:
        start -= 1
    others = [line for line in near[start:] if Use.MENU not in _uses(line) and not is_date(line.text)]
    found = range(start, len(near)) if others and len(near) - start >= _MANY else ()
    return {index for index in found if not is_date(near[index].text)}


def _end_of_menu(near: Sequence[PageLine], fewest: int) -> int:
    """Below the last line of the site's menu, which begins the page; 0 where there is none."""
    end, known, is_sure, gap = 0, 0, False, 0
    for index, line in enumerate(near):
        uses = _uses(line)
        is_menu = bool(uses & {Use.NAVIGATION, Use.MENU, Use.MENU_LINE})
        if is_menu:
            end, gap = index + 1, 0
            known += 2 if Use.MENU_LINE in uses else 1
            is_sure = is_sure or Use.NAVIGATION in uses or Use.MENU_LINE in uses
        elif Use.OFFERS in uses:
            continue
        elif uses & _SURE_ABOVE or line.level == 1 or byline_of(line.text) or is_date(line.text):
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
    return len(text) > _LONGEST_IN_MENU or words >= 3 or (len(text) > 8 and bool(_EAST_ASIAN.search(text)))


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
        if _uses(line) & _SURE_ABOVE or line.level or byline_of(line.text) or is_date(line.text):
            return
        yield line
