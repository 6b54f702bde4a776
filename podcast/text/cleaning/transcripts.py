"""What a transcript notes beside the words: time codes, and what the hall did: "[00:01:17]", "(Applause.)".

    essay = without_stage_notes(essay)

Two figures may be the time of day, so they are codes only where three of them rise and no clock has them, or where
they begin with the recording. In brackets only what is nothing but a note goes: "[she taught us]" is the writer's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from podcast.text.cues import is_mark
from podcast.text.essay import Block, Essay, Reason, Skip
from podcast.text.runs import is_spoken, joined, text_of, trim, without
from podcast.text.spoken.regex import regex

_TIME = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?"
_RANGE = rf"(?P<time>{_TIME})(?:\s?(?:-->|->|[-–—])\s?{_TIME})?"
_CODE = re.compile(
    rf"(?:(?<=\n)|\A)[ \t]*(?:\[{_RANGE}\]|\({_RANGE.replace('time', 'round')}\)"
    rf"|{_RANGE.replace('time', 'bare')}(?=[ \t]*(?:\n|\Z)))[ \t]*[:—–-]?[ \t\n]*"
)
#: Behind the name in a line of its own: "Ada Hall  0:05".
_TRAIL = re.compile(
    rf"(?:(?<=\n)|\A)[^\W\d_][^\n:\d]{{1,40}}?(?P<code>[ \t]{{1,9}}\(?(?P<time>{_TIME})\)?)(?=[ \t]*(?:\n|\Z))"
)
_SURE = re.compile(r"[ \t]{0,3}\[\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?\]")  # no time of day is so exact
_INNER = re.compile(rf"[ \t]{{0,3}}\[{_TIME}\]")
_BREAK = re.compile(r"\n|<br\b", re.IGNORECASE)
_MANY = 3
_BEGINNING = 80  # characters of a block
_EARLY_S = 5 * 60  # a recording has begun
_MANNERS = (
    r"prolonged|loud|long|brief|light|general|great|renewed|more|scattered|nervous|sustained|standing|stormy|audience"
    r"|crowd|some|soft|upbeat|dramatic|background|anhaltender?|langanhaltender?|lebhafter?|starker?|allgemeine"
    r"|nourris|vifs|prolongados?|prolongadas?|largos?|generales|vivi|prolungati|langdurig|gromkie|długie|burzliwe"
    r"|бурные|продолжительные|dlouhý|bouřlivý|långa|kraftiga"
)
_SOUNDS = (
    r"applause|laughter|laughs|laughing|cheers|cheering|ovation|inaudible|unintelligible|indistinct|crosstalk"
    r"|overlapping|music|silence|coughs?|sighs|sneezes|booing|boos|chuckles|chuckling|smiles|smiling"
    r"|nods|nodding|shrugs|grins|grinning|clears (?:his |her )?throat|hear,? hear|interruption"
    r"|beifall|applaus|heiterkeit|gelächter|lachen|lacht|lächelt|nickt|zwischenrufe?|unverständlich|musik"
    r"|applaudissements|rires?|sourit|inaudible|musique|aplausos|risas|sonríe|música|risos|sorri|inaudível"
    r"|applausi|risate|risata|sorride|incomprensibile|musica|gelach|applaus|onverstaanbaar|muziek"
    r"|oklaski|śmiech|brawa|niesłyszalne|muzyka|potlesk|smích|hudba|nesrozumitelné|applåder|skratt|ohörbart"
    r"|аплодисменты|смех|неразборчиво|музыка|χειροκροτήματα|γέλια"
)
_JOINED = r"(?:\s?[,;.]?\s(?:and|und|et|y|e|en|i|a|och|и|και)\s|\s?[,;]\s?|\s)"
_WORDS = (
    rf"(?:(?:{_MANNERS})\s){{0,2}}(?:{_SOUNDS})(?:{_JOINED}(?:(?:{_MANNERS})\s){{0,2}}(?:{_SOUNDS}|begins?|ends?"
    rf"|stops?|plays|fades|in the audience|from the audience|from the floor|im saal|dans la salle"
    rf"|en la sala|in sala|(?:at )?{_TIME})){{0,3}}[.!]?"
)
_CRIES = r"(?:cries|shouts|calls|rufe|cris|gritos|grida) (?:of|von|de|di) [^\[\]()\n]{1,60}"
#: A "[pause]" that is a mark was read before; one that is left is written about.
_NOTE = regex(
    rf"[ \t]{{0,3}}(?:(?!\[pause\])\[(?:{_WORDS}|{_CRIES})\]|\((?:{_WORDS}|{_CRIES})\)\.?|（(?:笑|笑声|拍手|掌声)）)",
    re.IGNORECASE,
)

#: How the first word of a note begins, so that its pattern is only made where there may be one.
_BEGINNINGS = frozenset(one[:3] for one in f"{_MANNERS}|{_SOUNDS}|cries|shouts|calls|rufe|gritos|grida".split("|"))
_OPENED = re.compile(r"[\[(](\w{3})")
_EAST_ASIAN = ("（笑", "（拍手", "（掌声")

_Place = tuple[int, int]


def without_stage_notes(essay: Essay) -> Essay:
    are_codes = _are_codes(essay.blocks, essay.source)
    blocks: list[Block] = []
    skips = list(essay.skips)
    for block in essay.blocks:
        places = sorted(_places(block, essay.source, are_codes=are_codes)) if _may_have(block.text) else []
        kept, dropped = _without(block, _apart(places)) if places else (block, [])
        blocks += [kept] if kept else []
        skips += dropped
    if not blocks:
        return essay
    return replace(essay, blocks=tuple(blocks), skips=tuple(sorted(skips, key=lambda skip: skip.start)))


def _may_have(text: str) -> bool:
    return any(sign in text for sign in "[(:（")


def _lines(block: Block, source: str) -> str:
    """The block's text, as long as it is, with line breaks where the source has them."""
    ends = [run.start for run in block.runs[1:]] + [block.runs[-1].end]
    parts, reached = [], block.runs[0].start
    for run, end in zip(block.runs, ends, strict=True):
        is_verbatim = len(run.text) == run.end - run.start
        is_break = run.text == " " and _BREAK.search(source, reached, end)
        parts.append(source[run.start : run.end] if is_verbatim else "\n" if is_break else run.text)
        reached = run.end
    return "".join(parts)


def _are_codes(blocks: Sequence[Block], source: str) -> bool:
    """Whether there are as many, and such, as only a recording has."""
    texts = (_lines(block, source)[:_BEGINNING] for block in blocks if ":" in block.text[:_BEGINNING])
    times = [time for text in texts if (time := _time_in(text))]
    seconds = list(map(_seconds, times))
    if not times or len(times) < _MANY:
        return False
    rise = all(one <= following for one, following in pairwise(seconds))
    are_long = all(time.count(":") == 2 for time in times)
    is_no_clock = any(time.count(":") == 1 and int(time.partition(":")[0]) > 23 for time in times)
    return rise and (are_long or is_no_clock or seconds[0] < _EARLY_S)


def _time_in(text: str) -> str:
    """That a block begins with, or that stands with the name above what is said."""
    if found := _CODE.search(text):
        return str(found["time"] or found["round"] or found["bare"])
    trail = _TRAIL.search(text)
    return trail["time"] if trail else ""


def _seconds(time: str) -> int:
    total = 0
    for part in re.split("[.,]", time)[0].split(":"):
        total = 60 * total + int(part)
    return total


def _places(block: Block, source: str, *, are_codes: bool) -> Iterator[_Place]:
    if are_codes:
        text = _lines(block, source)
        yield from (match.span() for match in _CODE.finditer(text))
        yield from (match.span() for match in _INNER.finditer(text))
        yield from (match.span("code") for match in _TRAIL.finditer(text))
    else:
        yield from (match.span() for match in _SURE.finditer(block.text))
    if _may_note(block.text):
        yield from (match.span() for match in _NOTE.finditer(block.text) if _is_apart(block.text, match))


def _may_note(text: str) -> bool:
    is_begun = any(begun.lower() in _BEGINNINGS for begun in _OPENED.findall(text))
    return is_begun or any(map(text.__contains__, _EAST_ASIAN))


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Round brackets may be the sentence's own: a note stands behind one, or alone.

    A mark that is still there, such as `[pause]`, is meant to be read: it was escaped, or stands in code.
    """
    if is_mark(match[0]):
        return False
    if match[0].lstrip().startswith(("[", "（")):
        return True
    before = text[: match.start()].rstrip()
    return not before or before.endswith((".", "!", "?", "…", "”", '"', "»", ")", "]"))


def _apart(places: Iterable[_Place]) -> Iterator[_Place]:
    """Each from where the one before ended."""
    reached = 0
    for start, end in places:
        if end > reached:
            yield max(start, reached), end
            reached = end


def _without(block: Block, places: Iterable[_Place]) -> tuple[Block | None, list[Skip]]:
    kept, dropped = without(block.runs, places)
    skips = [
        Skip(text_of(stretch).strip(), Reason.DIRECTIVE, stretch[0].start, stretch[-1].end)
        for stretch in map(trim, dropped)
        if stretch
    ]
    runs = trim(tuple(joined(chain.from_iterable(kept))))
    if is_spoken(text_of(runs)):
        return replace(block, runs=runs), skips
    return None, skips + [Skip(run.text, Reason.MARKUP, run.start, run.end) for run in runs if run.text.strip()]
