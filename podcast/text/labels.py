"""Which words before a colon are the names of speakers.

    found = [list(labels_in(block, source)) for block in blocks]
    names = names_of(found, blocks, declared=["Ada"])       # {"ada": "Ada", "host": "HOST"}

A word that is taken for a name is not said, so it takes more than a colon: a name that the show declares; names in
CAPITALS or in bold type, at least two and on at least three lines, one of which returns; names that are neither only
where they take turns and most paragraphs begin with one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from podcast.text.essay import NARRATOR, Block, Kind
from podcast.text.wordlist import each

_WORD = r"[^\W_](?:[\w.'’-]{0,30}[\w.])?"
#: "Dr. Hale", "Prof. Dr. Ann Hale", "Ann B. Example, Psy.D": a title before the name's words, a degree behind them.
_TITLES = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Dame|Lady|Lord|Rev|Fr|Sr|St|Hon|Gen|Col|Maj|Capt|Lt|Sgt|Judge|Senator"
    r"|President|Father|Sister|Herr|Frau|M|Mme|Mlle|Don|Doña|Sig|Pan|Pani)\.? ){0,3}"
)
_DEGREES = (
    r"(?:, ?(?:Ph\.? ?D|Psy\.? ?D|M\.? ?D|J\.? ?D|Ed\.? ?D|D\.? ?Phil|M\.? ?A|B\.? ?A|M\.? ?Sc|B\.? ?Sc|MBA|MPH"
    r"|MSW|RN|LCSW|OBE|CBE|MBE|QC|KC|MP|SJ|Esq|Jr|Sr|II|III|IV)\b\.?){0,3}"
)
_NAME = rf"(?=\D)(?i:{_TITLES}){_WORD}(?: {_WORD}){{0,2}}(?i:{_DEGREES})"
_LABEL = re.compile(
    rf"(?P<name>{_NAME})(?P<role>, [^:：\n()]{{1,60}})?"
    r"(?: ?(?P<aside>\([^()\n]{1,60}\)))? ?(?::(?=\s|\Z)|：)"
)
_LINE = re.compile(rf"(?P<name>{_NAME}) ?:?\s*")  # all of one
_DIRECTION = re.compile(r"\([^()\n]{1,60}\)\s*")
_BOLD = re.compile(r"(?:\*\*|__|<(?:b|strong)\b[^<>]{0,200}>)\s*\Z", re.IGNORECASE)
_BOLD_END = re.compile(r"\*\*|__|</(?:b|strong)\b", re.IGNORECASE)
_LINE_END = re.compile(r"\n|<br\b", re.IGNORECASE)
_LONGEST_ALONE = 150  # characters of a name that is a paragraph
_NEAR = 210  # characters, in which a tag for bold type can begin

#: What stands before colons and is no one's name, alone or as the first of several words.
_NO_NAMES = frozenset(
    each("""
    footnote footnotes endnote endnotes fn illustration illustrations contents transcriber errata
    note notes nb n.b. warning caution danger attention important tip hint info todo fixme update edit correction
    erratum disclaimer spoiler spoilers trigger ps p.s. pps p.p.s. tldr tl;dr fyi btw ie i.e eg e.g re fwd cc bcc to
    from subject date time when where who what why how which whose place location address phone email website url
    source sources credit credits photo image picture figure fig fig. table chart caption video audio music sound
    chapter part section act scene book volume appendix page step stage phase day week month year lesson exercise
    example examples case rule point item key number no no. reason level round question questions option
    introduction conclusion summary abstract background overview context history definition theorem lemma proof
    remark corollary method methods result results discussion references reading further see also related
    verdict rating score price cost pros pro cons con good bad best worst better ugly strengths weaknesses
    advantages disadvantages benefits drawbacks myth fact facts truth fiction claim reality evidence before after
    then now today yesterday tomorrow problem solution cause effect goal goals objective aim task action answer
    ingredients directions instructions serves yield prep total requirements materials tools equipment
    title subtitle author editor translator translated written published updated posted tags category categories
    int ext int. ext. cut fade left right north south east west top bottom first second third fourth fifth last next
    finally input output speed quality size weight color colour design performance features bottom moral bonus
    """)
)
_ANSWERS = frozenset({"question", "answer"})  # who takes turns like names do


@dataclass(frozen=True, slots=True)
class Label:
    """`text[start:end]` of a block: the name, perhaps a direction in brackets, the colon."""

    start: int
    end: int
    name: str
    aside: tuple[int, int] | None
    is_bold: bool

    @property
    def key(self) -> str:
        return key_of(self.name)

    @property
    def stands_out(self) -> bool:
        return self.is_bold or self.name.isupper()


def key_of(name: str) -> str:
    """The same for all ways to write a name."""
    return " ".join(name.split()).casefold()


def labels_in(block: Block, source: str) -> Iterator[Label]:
    """What may be a label, at the beginning of the block and of its lines."""
    text = block.text
    if ":" not in text and "：" not in text:
        return
    marked = _Marked(block, source)
    for start in marked.line_starts():
        label = _LABEL.match(text, start)
        if label and _is_capitalised(label["name"]):
            aside = label.span("aside") if label["aside"] else None
            is_bold = marked.is_bold(start, label.end("name"), label.end())
            if is_bold or not label["role"] or label["name"].isupper():
                yield Label(start, label.end(), label["name"], aside, is_bold)


def lines_of_names(block: Block, source: str) -> Iterator[Label]:
    """What may be a label without a colon, in a line of its own above what is said, and a direction below it."""
    text = block.text
    may_stand_alone = block.kind is Kind.HEADING or (len(text) <= _LONGEST_ALONE and text[0].isupper())
    if not may_stand_alone and not _LINE_END.search(source, block.runs[0].start, block.runs[-1].end):
        return
    marked = _Marked(block, source)
    starts = [*marked.line_starts(), len(text), len(text)]
    for start, end, following in zip(starts, starts[1:], starts[2:], strict=False):
        label = _LINE.fullmatch(text, start, end)
        if label and _is_capitalised(label["name"]):
            aside = _DIRECTION.fullmatch(text, end, following)
            is_bold = marked.is_bold(start, label.end("name"), end)
            span = (end, aside.start() + len(aside[0].rstrip())) if aside else None
            name = Label(start, following if aside else end, label["name"], span, is_bold)
            if end < len(text) or block.kind is Kind.HEADING or (start == 0 and name.stands_out):
                yield name


class _Marked:
    """A block with the source, where its lines and its bold type are seen."""

    def __init__(self, block: Block, source: str) -> None:
        self._block, self._source = block, source
        self._offsets = [0, *accumulate(len(run.text) for run in block.runs)]

    def is_bold(self, start: int, name_end: int, end: int) -> bool:
        """Of a label that ends at `end`."""
        text = self._block.text
        begin, reached = self._place(start), self._place(name_end - 1) + 1
        following = next((at for at in range(end, len(text)) if not text[at].isspace()), None)
        until = self._place(following) if following is not None else self._place(end - 1) + _NEAR
        opens = _BOLD.search(self._source[max(begin - _NEAR, 0) : begin])
        return bool(opens and _BOLD_END.search(self._source[reached:until]))

    def line_starts(self) -> Iterator[int]:
        yield from _line_starts(self._block, self._offsets, self._source)

    def _place(self, offset: int) -> int:
        index = min(bisect_right(self._offsets, offset) - 1, len(self._block.runs) - 1)
        run = self._block.runs[index]
        return min(run.start + offset - self._offsets[index], run.end)


def _line_starts(block: Block, offsets: Sequence[int], source: str) -> Iterator[int]:
    """A line break stands between two runs, or in one as a space."""
    reached = 0
    for run, offset in zip(block.runs, offsets, strict=False):
        if run.text.isspace():
            continue
        if not offset or _LINE_END.search(source, reached, run.start):
            yield offset + len(run.text) - len(run.text.lstrip())
        if len(run.text) == run.end - run.start:
            breaks = _LINE_END.finditer(source, run.start, run.end)
            yield from (offset + found.end() - run.start for found in breaks)
        reached = run.end


def _is_capitalised(name: str) -> bool:
    first, *_, last = [name, *name.split()]
    return not (first[0].islower() or last[0].islower())


def names_of(found: Sequence[Sequence[Label]], blocks: Sequence[Block], declared: Collection[str]) -> Mapping[str, str]:
    """The names by their keys, as the show declares them, else as they are first written."""
    names = {key_of(name): name for name in declared}
    labels = [label for block in found for label in block]
    mute = sum(not labels for labels, block in zip(found, blocks, strict=True) if block.kind is not Kind.HEADING)
    others = [label for label in labels if label.key in names or not _is_no_name(label.key)]
    known = names.keys() | {label.key for label in others if label.stands_out}
    outstanding = [label for label in others if label.key in known]
    chosen: list[Label] = []
    if _returns(outstanding, fewest=3):
        are_few = 2 * len(outstanding) < len(outstanding) + mute
        capital = {label.key for label in outstanding if label.name.isupper()}
        chosen = [label for label in outstanding if label.key in capital or not are_few]
    elif _returns(others, fewest=4) and _take_turns(others) and 2 * mute < len(others):
        chosen = others if min(Counter(_keys(others)).values()) >= 2 else []
    letters = [label for label in chosen if len(label.key) == 1]
    if len(set(_keys(letters))) < 2 or not _take_turns(letters):
        chosen = [label for label in chosen if len(label.key) > 1]
    written = {label.key: NARRATOR if label.key == NARRATOR else label.name for label in reversed(chosen)}
    present = {key: name for key, name in names.items() if key in _keys(labels)}
    return {**written, **present}


def names_of_lines(found: Sequence[Sequence[Label]], blocks: Sequence[Block]) -> Mapping[str, str]:
    """The same of names in lines of their own, which must take turns through most of the text."""
    labels = [label for block in found for label in block if not _is_no_name(label.key)]
    alone = [bool(here) and here[0].end == len(block.text) for here, block in zip(found, blocks, strict=True)]
    mute = sum(
        not here and not below_name
        for here, block, below_name in zip(found, blocks, [False, *alone], strict=False)
        if block.kind is not Kind.HEADING
    )
    outstanding = [label for label in labels if label.stands_out]
    for chosen in (outstanding, labels):
        fewest = 1 if chosen is outstanding else 2
        if _returns(chosen, fewest=4) and _take_turns(chosen) and mute < 2 * len(chosen):
            written = {label.key: label.name for label in reversed(chosen)}
            return written if min(Counter(_keys(chosen)).values()) >= fewest else {}
    return {}


def _is_no_name(key: str) -> bool:
    return key not in _ANSWERS and (key in _NO_NAMES or key.split(maxsplit=1)[0] in _NO_NAMES)


def _keys(labels: Sequence[Label]) -> list[str]:
    return [label.key for label in labels]


def _returns(labels: Sequence[Label], fewest: int) -> bool:
    """Whether there are enough of them, of at least two names, and a name comes back."""
    counts = Counter(_keys(labels))
    return len(labels) >= fewest and len(counts) >= 2 and max(counts.values()) >= 2


def _take_turns(labels: Sequence[Label]) -> bool:
    return all(one.key != following.key for one, following in pairwise(labels))
