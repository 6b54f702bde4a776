"""What an inline element of a web page turns out to be when it ends: a note's mark, a power, part of a fraction."""

import re
from itertools import islice

from podcast.text.essay import Reason
from podcast.text.readers.draft import Draft
from podcast.text.readers.elements import Element
from podcast.text.readers.notemarks import is_bracketed, is_mark, raised
from podcast.text.runs import is_spoken, text_of

_BACK = re.compile("[↩⤴]")  # from a footnote to where its mark stands


def raise_number(draft: Draft, first: int, text: str, at: int) -> None:
    """The runs from the `first` on are raised and end at `at`: a power, a note's mark, or part of a fraction."""
    is_fraction = draft.source.startswith(("/", "⁄", "&frasl;"), at)
    before = text_of(draft.runs[max(first - 20, 0) : first])
    said = text if is_fraction else raised(before, text)
    if not is_spoken(said):
        draft.unsay(first, Reason.FOOTNOTE)
    elif said != text and len(said) == len(text):
        draft.rewrite(first, said)
    elif text[:1].isdigit() and before[-1:].isalnum():
        draft.space_before(first)  # 1<sup>1</sup>/<sub>2</sub> is not 11/2


def is_note_mark(text: str, element: Element, written: str, around: Element) -> bool:
    """A letter may be a word; raised, it is none. A link to a place in another page may be a reference."""
    is_raised = around.name == "sup" or "<sup" in written
    if not element.is_anchor and not is_raised and not is_bracketed(text):
        return False
    return is_mark(text) and (not text.strip().isalpha() or is_raised)


def marks_note(draft: Draft, first: int, text: str) -> bool:
    """Whether a mark belongs to the footnote itself: it begins the block, or leads back."""
    begins = not any(is_spoken(run.text) for run in islice(draft.runs, first))
    return begins or bool(_BACK.search(text))
