"""What stands in a text but is not for the ear: web addresses and footnote marks, out of blocks into skips.

    essay = without_asides(essay)

Of an address that is a part of its sentence the site's name is said: "See example.org to clone it." One that stands
alone, or in brackets, goes; so do brackets left empty and spaces before a comma, where something was cut out. Marks
are those that people paste, `rivers.[1]`; a paragraph that begins with a mark found before is the footnote.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise

from podcast.text.cleaning.addresses import link_in, phrase_around
from podcast.text.cleaning.encyclopaedias import OF_ENCYCLOPAEDIAS
from podcast.text.essay import Block, Essay, Reason, Run, Skip
from podcast.text.runs import is_spoken, joined, text_of, trim, without

_ASIDE = re.compile(
    r"(?P<address>(?:https?://|ftp://|\bwww\.)[^\s<>\"“”«»]+)"
    rf"|(?<=[^\s\[(\d_])(?P<mark>(?:\[(?:[1-9]\d{{0,2}}|note \d{{1,3}}|{OF_ENCYCLOPAEDIAS})\])+)"
    r"|(?<=[.,;:!?”\"’»)])[¹²³⁰⁴-⁹]{1,3}(?!\w)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{1,3}")
_FOOTNOTE = re.compile(r"\[(\d{1,3})\]\s")
_SIGNED = re.compile(r"([†‡§]|\*{1,3})\s?(?=\w)")  # a note with a sign before it
_LISTED = re.compile(r"\[(\d{1,3})\]:?\s+<?(?:https?://|www\.)\S{1,1000}\s*")  # where a letter's marks lead
_PARTED = re.compile(r"\s\[(\d{1,3})\](?=[\s.,;:!?)”\"]|\Z)")
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_EMPTY = frozenset(("()", "[]", "{}", "<>", '""', "“”", "''", "‘’", "«»"))
_SITE = re.compile(r"(?:\w+://)?(?:[^\s/@]{1,200}@)?(?:www\.)?([\w-]+(?:\.[\w-]+){0,9})", re.IGNORECASE)
_LONGEST_MARK = 6  # characters
_NEAR = 300  # characters
#: Brackets that hold nothing, a space before a comma, two commas: if something was cut out; French has others.
_LEFT = re.compile(
    r"(?:(?<!\s)\s+)?[(\[]\s*(?:[,;]\s*)?[)\]](?:\s+(?=[,.]))?|[,;:]\s*(?=[,;.)])|"
    r"(?<!\s)\s+(?=[,.)](?:\s|\Z|[)”\"]))|(?<=[(\[])\s*[,;]\s*"
)
_TOLD = frozenset({Reason.URL, Reason.FOOTNOTE, Reason.FORMULA, Reason.DIRECTIVE, Reason.EMOJI, Reason.CODE})

_Place = tuple[int, int, Reason]


def without_asides(essay: Essay, addresses: str = "site", language: str = "") -> Essay:
    """`addresses`: what is said of those in a sentence, as in addresses.py; `language`: the essay's."""
    link = link_in(language) if addresses == "link" else ""
    blocks: list[Block] = []
    skips = list(essay.skips)
    cuts = [skip.start for skip in skips if skip.reason in _TOLD]
    numbers: set[str] = set()  # of the marks so far
    listed = _listed(essay.blocks)
    signs = {
        skip.text.strip(" []()") for skip in skips if skip.reason is Reason.FOOTNOTE and len(skip.text) < _LONGEST_MARK
    }
    for block in essay.blocks:
        block = _with_links(block, link) if link else block  # noqa: PLW2901 — as it is said
        places = list(_places(block.text, numbers, listed, is_cut=addresses == "cut"))
        if (sign := _SIGNED.match(block.text)) and sign[1] in signs:
            places = [(0, len(block.text), Reason.FOOTNOTE)]
        kept, dropped = _cut_out(block, places) if places else (block, [])
        nearby = cuts[bisect_left(cuts, block.runs[0].start) : bisect_left(cuts, block.runs[-1].end)]
        nearby += [skip.start for skip in dropped]
        if kept and nearby and (rests := list(_rests(kept, sorted(nearby)))):
            kept, more = _cut_out(kept, rests)
            dropped += more
        blocks += [kept] if kept else []
        skips += dropped
    return replace(essay, blocks=tuple(blocks), skips=tuple(sorted(skips, key=lambda skip: skip.start)))


def _listed(blocks: Sequence[Block]) -> frozenset[str]:
    """Numbers of addresses in a list of them, as mail has for its links."""
    lists = (block.text for block in blocks if block.text.startswith("["))
    found = (list(_LISTED.finditer(text)) for text in lists)
    return frozenset(one[1] for entries in found if entries and _is_all(entries) for one in entries)


def _is_all(entries: Sequence[re.Match[str]]) -> bool:
    text = entries[0].string
    return entries[0].start() == 0 and sum(len(entry[0]) for entry in entries) == len(text)


def _with_links(block: Block, link: str) -> Block:
    """With those words for each address in a sentence that stands in one piece in the source."""
    found = [match for match in _ASIDE.finditer(block.text) if match["address"]]
    spans = [(match.start(), match.start() + len(_without_closing_signs(match.group()))) for match in found]
    others, sites = without(block.runs, spans := [span for span in spans if not _stands_alone(block.text, *span)])
    runs = list(others[0]) if spans else list(block.runs)
    for site, following in zip(sites, others[1:], strict=True):
        is_whole = all(one.end == other.start for one, other in pairwise(site))
        target = site[0].href or text_of(site)
        runs += [replace(site[0], text=link, end=site[-1].end, href=target)] if is_whole else site
        runs += following
    return replace(block, runs=tuple(runs))


def _places(text: str, numbers: set[str], listed: frozenset[str], *, is_cut: bool) -> Iterator[_Place]:
    footnote = _FOOTNOTE.match(text)
    if footnote and footnote[1] in numbers | listed:
        yield 0, len(text), Reason.FOOTNOTE
        return
    marks = [(mark.start(), mark.end(), Reason.FOOTNOTE) for mark in _PARTED.finditer(text) if mark[1] in listed]
    if marks:
        yield from sorted([*marks, *_addresses(text, numbers, is_cut=is_cut)])
        return
    yield from _addresses(text, numbers, is_cut=is_cut)


def _addresses(text: str, numbers: set[str], *, is_cut: bool) -> Iterator[_Place]:
    reached = 0
    for match in _ASIDE.finditer(text):
        if match.start() < reached:
            continue  # it went with the phrase before
        if match["address"]:
            places = _address(text, match, reached, is_cut=is_cut)
            reached = places[-1][1]
            yield from places
        else:
            numbers.update(_NUMBERS.findall(match["mark"] or ""))
            yield match.start(), match.end(), Reason.FOOTNOTE
            reached = match.end()


def _address(text: str, match: re.Match[str], reached: int, *, is_cut: bool) -> list[_Place]:
    """Where an address is, and the signs around it that go too; or what is around the site's name.

    `https://` says nothing, so of an address whose site is said, only the rest is told as left out.
    """
    start, end = match.start(), match.start() + len(_without_closing_signs(match.group()))
    site = _SITE.match(text, start, end)
    if site and not _stands_alone(text, start, end):
        if is_cut:
            begin, finish = phrase_around(text, start, end)
            return [(max(begin, reached), finish, Reason.URL)]
        return [(start, site.start(1), Reason.LINK_TARGET), (site.end(1), end, Reason.URL)]
    begin, finish = _signs_around(text, start, end, reached)
    return [(begin, start, Reason.MARKUP), (start, end, Reason.URL), (end, finish, Reason.MARKUP)]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no sentence needs the address: it is all of one, or all that brackets or quotes hold."""
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if before[-1:] + after[:1] in _EMPTY:
        return True
    opened, closed = max(before.rfind("("), before.rfind("[")), min(filter(_is_found, _closers(after)), default=-1)
    if opened >= 0 and closed >= 0 and not is_spoken(_ASIDE.sub("", before[opened:] + " " + after[:closed])):
        return True
    last, following = before.rstrip(" \t"), after.lstrip(" \t.,;:!?…")
    begins = not last or last.endswith((".", "!", "?", "…", "\n", "。", "！", "？"))
    return begins and (not following or following[0] == "\n" or (following != after and following[0].isupper()))


def _closers(text: str) -> Iterator[int]:
    return map(text.find, ")]")


def _is_found(place: int) -> bool:
    return place >= 0


def _rests(block: Block, cuts: Sequence[int]) -> Iterator[_Place]:
    """What a cut left in the text that no one would write."""
    text = block.text
    ends = list(accumulate(len(run.text) for run in block.runs))
    for match in _LEFT.finditer(text):
        start, end = _source_of(block, ends, match.start() - 1), _source_of(block, ends, match.end())
        if bisect_left(cuts, start) < bisect_left(cuts, end):
            yield match.start(), match.end(), Reason.MARKUP


def _source_of(block: Block, ends: Sequence[int], offset: int) -> int:
    """Where a character of the text stands in the source."""
    if not 0 <= offset < ends[-1]:
        return block.runs[0].start if offset < 0 else block.runs[-1].end
    index = bisect_right(ends, offset)
    run = block.runs[index]
    return min(run.start + offset - (ends[index] - len(run.text)), run.end)


def _without_closing_signs(address: str) -> str:
    """A full stop after an address is not part of it, nor is a bracket that it doesn't open."""
    balance = {opener: address.count(opener) - address.count(closer) for closer, opener in _CLOSERS.items()}
    end = len(address)
    while end:
        sign = address[end - 1]
        if sign in _CLOSERS and balance[_CLOSERS[sign]] < 0:
            balance[_CLOSERS[sign]] += 1
        elif sign not in ".,;:!?'’*_…":
            break
        end -= 1
    return address[:end]


def _signs_around(text: str, start: int, end: int, reached: int) -> tuple[int, int]:
    """Brackets that hold nothing else, else the space before a full stop or comma."""
    pair = text[max(start - 1, reached) : start] + text[end : end + 1]
    if pair in _EMPTY:
        start, end = start - 1, end + 1
    if start > reached and text[start - 1] == " " and text[end : end + 1] in set(" .,;:!?)"):
        start -= 1
    return start, end


def _cut_out(block: Block, places: list[_Place]) -> tuple[Block | None, list[Skip]]:
    kept, dropped = without(_linked(block, places), [(start, end) for start, end, _ in places])
    skips = [skip for stretch, (*_, reason) in zip(dropped, places, strict=True) for skip in _skips(stretch, reason)]
    skips = _told_whole(block.text, places, dropped, skips)
    runs = trim(tuple(joined(chain.from_iterable(kept))))
    if is_spoken(text_of(runs)):
        return replace(block, runs=runs), skips
    return None, skips + _skips(runs, Reason.MARKUP)


def _linked(block: Block, places: list[_Place]) -> tuple[Run, ...]:
    """The runs of a block, with the address as the target of the site's name between two parts of it."""
    pairs = [(first, last) for first, last in pairwise(places) if _SITE.fullmatch(block.text, first[1], last[0])]
    names = [(first[1], last[0]) for first, last in pairs]
    if not names:
        return block.runs
    others, sites = without(block.runs, names)
    runs = list(others[0])
    for (first, last), site, following in zip(pairs, sites, others[1:], strict=True):
        address = block.text[first[0] : last[1]]
        runs += [replace(run, href=run.href or (address if "://" in address else "")) for run in site]
        runs += following
    return tuple(runs)


def _told_whole(
    text: str, places: Sequence[_Place], dropped: Sequence[tuple[Run, ...]], skips: list[Skip]
) -> list[Skip]:
    """What is left out of an address is told as the address: "/fares" says nothing to who reads the report."""
    whole = {
        stretch[0].start: text[first[0] : last[1]]
        for (first, last), stretch in zip(pairwise(places), dropped[1:], strict=True)
        if stretch and last[2] is Reason.URL and _SITE.fullmatch(text, first[1], last[0])
    }
    return [replace(skip, text=whole[skip.start]) if skip.start in whole else skip for skip in skips]


def _skips(runs: tuple[Run, ...], reason: Reason) -> list[Skip]:
    return [
        Skip(text_of(group), reason, group[0].start, group[-1].end)
        for group in _neighbours(runs)
        if text_of(group).strip()
    ]


def _neighbours(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Runs in groups between which nothing else stands in the source."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and groups[-1][-1].end == run.start:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups
