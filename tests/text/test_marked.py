from itertools import pairwise

import pytest

from podcast.text.essay import Reason
from podcast.text.marked import MarkedText, marked, proofread
from podcast.text.reading import read_essay
from podcast.text.script import write_script


def stretches(source, name="essay.md"):
    essay = read_essay(source.encode(), name)
    return marked(essay.source, write_script(essay, says_title=False))


def said(source, name="essay.md"):
    return [one.text for one in stretches(source, name) if one.reason is None]


@pytest.mark.parametrize(
    "source",
    [
        "# Rivers\n\nRivers *bend*, and ![](map.png) waits.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nSo it is.\n\n\n",
        "---\ntitle: Rivers\n---\n\n\n- One goes.\n- Two\n  stay.\n",
        "Rivers bend.",
        "<!-- first --> Rivers bend. <!-- last -->\n",
    ],
)
def test_all_stretches_together_are_the_source(source):
    assert "".join(one.text for one in stretches(source)) == source


def test_what_is_said_and_what_is_not_take_turns():
    found = stretches("Rivers **bend** here.\n\n```\nx = 1\n```\n\nSo it is.\n")
    assert all(one.reason is not other.reason for one, other in pairwise(found))
    assert MarkedText("```\nx = 1\n```\n\n", Reason.CODE) in found


def test_words_are_said_as_they_are_written():
    assert said("Rivers\nbend at R&amp;D.\n") == ["Rivers\nbend at R&amp;D.\n"]


def test_the_title_is_a_sign_for_the_welcome_says_it():
    [title] = [one for one in stretches("# Rivers\n\nThey bend.\n") if one.reason is Reason.TITLE]
    assert title.is_sign


def test_what_has_words_is_no_sign_and_brackets_are_one():
    assert not MarkedText("See table 1.", Reason.FOOTNOTE).is_sign
    assert not MarkedText("★", Reason.EMOJI).is_sign
    assert MarkedText("[^1]: ", Reason.FOOTNOTE).is_sign is False
    assert MarkedText("!!! ", Reason.DIRECTIVE).is_sign
    assert not MarkedText("Rivers bend.", None).is_sign


ORG = """#+TITLE: On Mills
#+AUTHOR: Nora Lindqvist

* The wheel
It /turned/ at R&D, see [[https://example.org][here]].

# Not yet.

- One
- Two

: depth = 1 < 2
"""


def test_of_a_document_the_words_are_shown_and_none_of_the_markup_that_we_made():
    essay = read_essay(ORG.encode(), "mills.org")
    found = proofread(essay, write_script(essay, says_title=False))
    assert "".join(one.text for one in found if one.reason is None).split("\n\n")[1:3] == [
        "The wheel",
        "It turned at R&D, see here.",
    ]
    told = {one.text.strip(): one.reason for one in found if one.reason is not None}
    assert told["# Not yet."] is Reason.COMMENT
    assert told[": depth = 1 < 2"] is Reason.CODE
    assert not any("</" in one.text or "<!--" in one.text or "example.org" in one.text for one in found)


def test_what_an_author_wrote_is_shown_as_it_is():
    essay = read_essay(b"<p>Rivers <b>bend</b>.</p>", "essay.html")
    found = proofread(essay, write_script(essay, says_title=False))
    assert "".join(one.text for one in found) == essay.source


@pytest.mark.parametrize(
    "source", ["1. One goes.\n2. Two stay.\n", "1) One goes.\n2) Two stay.\n", "> 1. One goes.\n> 2. Two stay.\n"]
)
def test_the_numbers_of_items_are_said_as_they_are_written(source):
    text = f"Rivers bend:\n\n{source}"
    assert [one.text.strip(" >\n") for one in stretches(text) if one.reason is not None] == [""] * source.count(">")
    assert "".join(said(text)).count("2") == 1


def test_numbers_that_are_not_said_are_signs():
    assert "1. " not in "".join(said("Buy:\n\n1. eggs\n2. milk\n"))
