"""Headings of what is not said: "Notes" and "Links" at the end, "Contents" at the top.

essay = without_bare_heading(essay)         # after all else was taken out
"""

import re
from dataclasses import replace
from itertools import pairwise

from podcast.text.cleaning.omission import omit
from podcast.text.essay import SILENT_REASONS, Essay, Kind, Reason, Skip
from podcast.text.readers.plain.headings import names_contents

_SOURCES = re.compile(r"\A(?::::+ *\{#refs\b|`{3,}\{bibliography\})")  # where a tool puts a list of them
_NEAR_TOP = 6  # blocks
_LONGEST_LABEL = 20  # characters


def without_bare_heading(essay: Essay) -> Essay:
    """Without "Notes" or "Links" at the end, and "Contents" at the top, when nothing that stands below is said."""
    essay = _without_contents(essay)
    *others, last = essay.blocks or (None,)
    if not others or not last or last.kind is not Kind.HEADING:
        return essay
    end = last.runs[-1].end
    below = next((skip for skip in essay.skips if skip.start >= end and not _is_beside(skip)), None)
    if below is None or not (below.reason in (Reason.FOOTNOTE, Reason.URL) or _SOURCES.search(below.text)):
        return essay
    blocks, skips = omit(essay.blocks, essay.skips, [*((None, 0) for _ in others), (below.reason, 0)])
    return replace(essay, blocks=blocks, skips=skips)


def _is_beside(skip: Skip) -> bool:
    """Signs, attributes, and what a page sets next to a heading: "[edit]"."""
    is_label = skip.reason in (Reason.FURNITURE, Reason.NAVIGATION) and len(skip.text) <= _LONGEST_LABEL
    return is_label or skip.text.startswith("{") or skip.reason is Reason.RULE or skip.reason in SILENT_REASONS


def _without_contents(essay: Essay) -> Essay:
    for at, (block, below) in enumerate(pairwise(essay.blocks[:_NEAR_TOP])):
        if block.kind is below.kind is Kind.HEADING and names_contents(block.text) and block.level <= below.level:
            verdicts = [(Reason.NAVIGATION if one == at else None, 0) for one in range(len(essay.blocks))]
            blocks, skips = omit(essay.blocks, essay.skips, verdicts)
            return replace(essay, blocks=blocks, skips=skips)
    return essay
