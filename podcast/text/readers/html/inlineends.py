"""What an inline element of a web page turns out to be when it ends: a note's mark, a power, part of a fraction."""

import re
from itertools import islice

from podcast.text.essay import Kind, Reason
from podcast.text.readers.draft import Draft, is_invisible
from podcast.text.readers.html.elements import Element
from podcast.text.readers.html.formulas import begins_formula, is_formula
from podcast.text.readers.notemarks import is_bracketed, is_mark, raised
from podcast.text.runs import is_spoken, text_of

_RUNS_BEFORE = 3
_MOST_RUNS = 200  # of a mark or a power
_WORD_BEFORE = re.compile(r"[^\W\d_]\.?[ \u00a0]\Z")
_OF_NOTES = re.compile(
    r"<a\b[^<>]*(?:\bhref=[\"']?[^\"'\s<>]*#_?(?:[a-z]*fn|foot|ftn|note|nb\d|cite|endnote|en\d)|note)", re.IGNORECASE
)
_BACK = re.compile("[↩⤴]")  # from a footnote to where its mark stands


def end_inline(draft: Draft, element: Element, at: int, *, around: Element, home: Element, is_note: bool) -> bool:
    """Unsay or raise what an element that ends at `at` holds; whether that makes its block a footnote.

    `around`: the element that holds it; `home`: the one that its block began in; `is_note`: whether it is one already.
    """
    may_be_formula = begins_formula(element, draft.source)
    if not (element.inline_zone or element.has_fragment or element.name == "sup" or may_be_formula):
        return is_note
    first = element.first_run[1]
    is_long = len(draft.runs) - first > _MOST_RUNS and not element.inline_zone  # nobody closed it, perhaps
    text = text_of(draft.runs[first : first + _MOST_RUNS] if is_long else draft.runs[first:])
    heads = home.kind is Kind.HEADING
    if element.inline_zone and not (element.name == "a" and first == 0 and heads):
        draft.unsay(first, element.inline_zone)  # a heading may be a link to the table of contents
    elif is_long and may_be_formula and is_formula(element, text, draft.source, at):
        draft.unsay(first, Reason.FORMULA)
    elif is_long:
        pass
    elif element.has_fragment and is_invisible(text):
        draft.unsay(first, Reason.MARKUP)  # a sign that only shows under the mouse
    elif may_be_formula and is_formula(element, text, draft.source, at):
        draft.unsay(first, Reason.FORMULA)
    elif element.has_fragment and _is_mark_here(draft, first, text, element, at, around):
        is_note = is_note or (not heads and marks_note(draft, first, text))
        draft.unsay(first, Reason.FOOTNOTE)
    elif element.name == "sup" and not around.has_fragment:
        raise_number(draft, first, text, at)
    return is_note


def _is_mark_here(draft: Draft, first: int, text: str, element: Element, at: int, around: Element) -> bool:
    before = text_of(draft.runs[max(first - _RUNS_BEFORE, 0) : first])
    return is_note_mark(text, element, draft.source[element.start : at], around, before)


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


def is_note_mark(text: str, element: Element, written: str, around: Element, before: str) -> bool:
    """A letter may be a word; raised, it is none. A link to a place in another page may be a reference.

    `written`: the element's source. In "see Fig. 1" the number is a part of the sentence.
    """
    is_raised = around.name == "sup" or "<sup" in written
    if not element.is_anchor and not is_raised and not is_bracketed(text):
        return False
    is_part = text.strip().isdigit() and _WORD_BEFORE.search(before) and not is_raised
    if is_part and not _OF_NOTES.match(written):
        return False
    return is_mark(text) and (not text.strip().isalpha() or is_raised)


def marks_note(draft: Draft, first: int, text: str) -> bool:
    """Whether a mark belongs to the footnote itself: it begins the block, or leads back."""
    begins = not any(is_spoken(run.text) for run in islice(draft.runs, first))
    return begins or bool(_BACK.search(text))
