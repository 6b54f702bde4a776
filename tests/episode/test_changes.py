from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.passages import Passage
from podcast.episode.changes import (
    Change,
    Paragraph,
    SaidPiece,
    compare,
    first_change_ms,
    paragraphs,
    paragraphs_of,
    to_voice,
)
from podcast.text.reading import read_essay
from podcast.text.script import write_script

ESSAY = """\
# The skin

A pond is a lake that has stopped pretending. It has no far shore to dream of.

The water strider lives on the one side of it.

> Stand still long enough.

# The floor

Everything that ever fell in is still falling.
"""
WELCOME, SIGN_OFF = "This is Ponds.", "That was Ponds."


def script(text=ESSAY):
    return write_script(read_essay(text.encode(), "ponds.md", title="Ponds"), says_title=True, language="en").segments


def now(text=ESSAY, welcome=WELCOME):
    return paragraphs(script(text), welcome, SIGN_OFF)


def before(text=ESSAY, welcome=WELCOME):
    """What words.json tells of an episode: each piece of 1 s."""
    said = [(piece, one) for one in now(text, welcome) for piece in one.pieces]
    segments = script(text)
    return paragraphs_of(
        Passage(
            text=piece.text,
            speaker=one.speaker,
            kind=one.kind,
            level=one.level,
            block=-1 if piece.segment is None else segments[piece.segment].block,
            start_ms=1000 * at,
            end_ms=1000 * at + 900,
            words=(),
            language=piece.language,
        )
        for at, (piece, one) in enumerate(said)
    )


def changes(*edits, welcome=WELCOME):
    """Of what was, by its first word, and of what is; as (change, before, now)."""
    text = ESSAY
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    found = compare(before(), now(text, welcome))
    texts = [
        (one.change, one.before.text if one.before else "", one.now.text if one.now else "")
        for one in found
        if one.change is not Change.SAME
    ]
    return texts, to_voice(before(), now(text, welcome)), found


def test_what_was_not_edited_is_the_same():
    texts, voiced, found = changes()
    assert (texts, voiced, first_change_ms(found)) == ([], (), None)
    assert len(found) == 8


def test_a_reworded_paragraph():
    texts, voiced, found = changes(("no far shore", "a far shore"))
    [(change, old, new)] = texts
    assert (change, old.count("no far"), new.count("a far")) == (Change.CHANGED, 1, 1)
    assert voiced == (1,)
    assert first_change_ms(found) == 1900  # where the heading before it ends


def test_a_new_one_and_one_that_is_gone():
    texts, voiced, _ = changes(
        ("The water strider lives on the one side of it.\n\n", ""), ("falling.", "falling.\n\nEnd.")
    )
    assert texts == [
        (Change.GONE, "The water strider lives on the one side of it.", ""),
        (Change.NEW, "", "End."),
    ]
    assert voiced == (5,)


def test_one_that_moved_is_not_voiced():
    texts, voiced, found = changes(
        ("The water strider lives on the one side of it.\n\n", ""),
        ("falling.", "falling.\n\nThe water strider lives on the one side of it."),
    )
    [(change, old, new)] = texts
    assert (change, old, voiced) == (Change.MOVED, new, ())
    assert first_change_ms(found) == 2900  # all that stood behind its old place comes earlier


@pytest.mark.parametrize(
    ("edit", "part", "voiced"),
    [
        (("# The floor", "## The floor"), "level", ()),
        (("> Stand", "Stand"), "kind", (3,)),
        (("# The floor", "The floor"), "kind", (4,)),
    ],
)
def test_the_same_words_that_are_something_else_now(edit, part, voiced):
    texts, found_voiced, found = changes(edit)
    [change] = [one for one in found if one.change is not Change.SAME]
    assert (len(texts), change.change, found_voiced) == (1, Change.CHANGED, voiced)
    assert [fate for fate, _ in change.words] == ["same"]
    assert any(told.startswith(part) for told in change.other)


def test_a_paragraph_of_several_segments_is_one_and_only_what_is_new_in_it_is_voiced():
    sentences = [f"Sentence number {number} says a little more than the one before it did." for number in range(30)]
    text = " ".join(sentences)
    long = compare(paragraphs(script(text), "", ""), paragraphs(script(text.replace("number 29", "number 92")), "", ""))
    assert [one.change for one in long] == [Change.CHANGED]
    assert len(long[0].now.pieces) > 1
    assert to_voice([long[0].before], [long[0].now]) == (len(long[0].now.pieces) - 1,)


def test_a_mark_that_cuts_a_paragraph_is_told():
    _, voiced, found = changes(("pretending. It", "pretending. [pause 2s] It"))
    [change] = [one for one in found if one.change is not Change.SAME]
    assert (change.change, len(change.other), [fate for fate, _ in change.words]) == (Change.CHANGED, 1, ["same"])
    assert voiced == (1, 2)


def test_another_welcome_moves_all_and_voices_no_segment():
    texts, voiced, found = changes(welcome="This is the show Ponds.")
    assert texts == [(Change.CHANGED, WELCOME, "This is the show Ponds.")]
    assert (voiced, first_change_ms(found)) == ((), 0)
    texts, _, _ = changes(welcome="")
    assert texts == [(Change.GONE, WELCOME, "")]


def test_a_sentence_in_another_language_counts():
    old = before()
    paragraph = old[2]
    french = replace(paragraph, pieces=(replace(paragraph.pieces[0], language="fr"),))
    [change] = [one for one in compare([*old[:2], french, *old[3:]], now()) if one.change is not Change.SAME]
    assert change.other == ("language: fr → none",)
    assert to_voice([french], [now()[2]]) == (1,)


TEXTS = st.lists(
    st.sampled_from(["Yes.", "No.", "Yes, and no.", "A pond.", "A small pond.", "Rivers bend."]), max_size=12
)


@given(TEXTS, TEXTS)
def test_each_paragraph_of_both_is_told_once_and_in_order(old, new):
    was, is_now = (
        tuple(Paragraph("paragraph", 0, "Narrator", (SaidPiece(text, "", at),)) for at, text in enumerate(texts))
        for texts in (old, new)
    )
    found = compare(was, is_now)
    assert [one.now for one in found if one.now] == list(is_now)
    assert sorted(one.before.pieces[0].segment for one in found if one.before) == [*range(len(old))]
    stayed = [one.before.pieces[0].segment for one in found if one.before and one.change is not Change.MOVED]
    assert stayed == sorted(stayed)
    assert all((one.before is None) == (one.change is Change.NEW) for one in found)
    assert all((one.now is None) == (one.change is Change.GONE) for one in found)
    assert all(one.before.text == one.now.text for one in found if one.change in (Change.SAME, Change.MOVED))
    assert {is_now[at].text for at in to_voice(was, is_now)} == set(new) - set(old)
