"""How much of an essay's prose is not said: where it is much, a misread sign has swallowed it, or the page is no essay.

    loss = loss_of(essay)
    loss.is_great           # more than a third of the prose
    str(loss)               # "62 % of the prose would not be said: formula 12,175 characters, table 80"

Prose is lines of eight words or more, hardly a sign among them: so code, tables of numbers, menus and addresses don't
count, wherever they stand, and an essay that was taken for code does. What stands around the article of a web page
counts only beyond as much as the article itself, since readers' comments are often that long.
"""

import re
from collections import Counter
from dataclasses import dataclass

from podcast.text.essay import Essay, Reason, Skip

_GREAT = 1 / 3
_FEW = 300  # characters; of a short text one note is a large part
_FEWEST_WORDS = 8
_LEAST_LETTERS = 0.72  # of a line's characters; spaces count
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_CODE = re.compile(r"[=(){}\[\]<>;_#\\|]|\w\.\w")  # one in fifty characters is too many for prose
_LIBRARY = re.compile("project gutenberg", re.IGNORECASE)  # whose licence is longer than many an essay
_NEVER = frozenset(
    {Reason.MARKUP, Reason.LINK_TARGET, Reason.FRONT_MATTER, Reason.SCRIPT, Reason.URL, Reason.ATTRIBUTES}
    | {Reason.CUE, Reason.SPEAKER, Reason.RULE, Reason.TITLE, Reason.IMAGE}
)
_AROUND = frozenset({Reason.NAVIGATION, Reason.FURNITURE})
_PAGE = re.compile(r"<(?:html|body|article|main|div|p)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProseLoss:
    said: int  # characters
    lost: tuple[tuple[Reason, int], ...]  # the most first

    @property
    def share(self) -> float:
        lost = sum(count for _, count in self.lost)
        return lost / max(self.said + lost, 1)

    @property
    def is_great(self) -> bool:
        return self.share > _GREAT and sum(count for _, count in self.lost) >= _FEW

    def __str__(self) -> str:
        reasons = ", ".join(f"{count:,} characters as {reason}" for reason, count in self.lost)
        return f"{self.share:.0%} of the prose would not be said: {reasons}"


def loss_of(essay: Essay) -> ProseLoss:
    said = sum(len(block.text) for block in essay.blocks)
    lost: Counter[Reason] = Counter()
    for skip in essay.skips:
        if skip.reason not in _NEVER and not _LIBRARY.search(skip.text):
            lost[skip.reason] += prose_in(skip)
    if around := sum(lost[reason] for reason in _AROUND):
        spared = min(around, said) if _is_page(essay.source) else 0
        for reason in _AROUND:
            lost[reason] -= round(spared * lost[reason] / around)
    return ProseLoss(said, tuple((reason, count) for reason, count in lost.most_common() if count > 0))


def prose_in(skip: Skip) -> int:
    """How many characters of it are prose; a paragraph that was wrapped is judged as one."""
    paragraphs = re.split(r"\n\s*\n", skip.text)
    return sum(len(text) for paragraph in paragraphs for text in _texts(paragraph) if _is_prose(text))


def _texts(paragraph: str) -> list[str]:
    """One where its lines go on as a sentence does, else a text a line."""
    lines = [" ".join(line.split()) for line in paragraph.split("\n") if line.strip()]
    goes_on = sum(line[:1].islower() or line[:1].isupper() for line in lines)
    return [" ".join(lines)] if goes_on > 0.8 * len(lines) else lines


def _is_prose(text: str) -> bool:
    letters = sum(character.isalpha() or character in " ,.'’" for character in text)
    if letters < _LEAST_LETTERS * len(text) or 50 * len(_CODE.findall(text)) > len(text):
        return False
    return len(text.split()) >= _FEWEST_WORDS or len(_EAST_ASIAN.findall(text)) >= 2 * _FEWEST_WORDS


def _is_page(source: str) -> bool:
    return source.lstrip()[:1] == "<" and _PAGE.search(source[:5000]) is not None
