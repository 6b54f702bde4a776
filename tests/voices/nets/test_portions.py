"""Where a text is cut for a net: never in a word, at the best mark, and nothing of it is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.nets.portions import LetterPiece, portions, sentences


def pieces_of(text):
    """A piece a word, and its marks with it."""
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append(LetterPiece(at, at + len(word), word, has_space=True))
        at += len(word)
    return found


def said(parts):
    return [" ".join(piece.letters for piece in part) for part in parts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rivers bend. Nobody asks why.", ["Rivers bend.", "Nobody asks why."]),
        ("“Why?” she asked. He left!", ["“Why?” she asked.", "He left!"]),
        ("Wait… what? No.", ["Wait… what?", "No."]),
        ("J. K. Rowling wrote. So did C. S. Lewis.", ["J. K. Rowling wrote.", "So did C. S. Lewis."]),
        ("He waited\nand left.", ["He waited\nand left."]),
        ("今日は。さようなら。", ["今日は。", "さようなら。"]),
        ("  One.  Two.  ", ["One.", "Two."]),
        ("No stop at the end", ["No stop at the end"]),
        ("Version 2.5 is out. Good.", ["Version 2.5 is out.", "Good."]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text, wanted):
    assert [text[start:end].strip() for start, end in sentences(text)] == wanted


@given(st.text(alphabet="aB .!?…\"'”)\n。", max_size=60))
def test_sentences_are_the_text_but_for_white_space_between_them(text):
    spans = list(sentences(text))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(begin >= end for (_, end), (begin, _) in pairwise(spans))


def test_what_fits_is_one_part():
    assert said(portions(pieces_of("a river, and a bank"), 400)) == ["a river, and a bank"]


@pytest.mark.parametrize(
    ("text", "cut_behind"),
    [
        ("aaaa bbbb cccc; dddd eeee ffff", "cccc;"),  # the stronger mark
        ("aaaa bbbb, cccc; dddd eeee ffff", "cccc;"),
        ("aaaa bbbb, cccc dddd eeee ffff", "bbbb,"),  # any mark rather than none
        ("aaaa bbbb cccc dddd eeee ffff", "cccc"),  # the middle, where there is none
        ("aa, bbbbb ccccc ddddd eeeee fff", "ccccc"),  # a mark that is too far from it is left
    ],
)
def test_parts_end_at_the_best_place(text, cut_behind):
    first, *_ = said(portions(pieces_of(text), 20))
    assert first.split()[-1] == cut_behind


@given(st.lists(st.integers(1, 30), max_size=40), st.sampled_from(["", ",", ";"]))
def test_no_part_is_too_long_and_none_loses_a_letter(lengths, mark):
    text = " ".join("x" * length + mark for length in lengths)
    parts = list(portions(pieces_of(text), 16))
    assert all(sum(piece.width for piece in part) <= 16 or len(part) == 1 for part in parts)
    assert all(len(piece.letters) <= 16 for part in parts for piece in part)
    assert "".join(piece.letters for part in parts for piece in part) == text.replace(" ", "")


def test_only_a_word_that_is_longer_than_all_is_cut():
    [first, *rest] = portions(pieces_of("x" * 1000 + " end"), 400)
    assert len(first[0].letters) < 400
    assert {piece.start for part in (first, *rest) for piece in part} == {0, 1001}
