import textwrap

import pytest

from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.readers.indented import are_words
from podcast.text.reading import read_essay

WORDS = [
    "The keeper sleeps,\nhis dog awake.",
    "Dear Sir,\nI write to you in haste; the boat\nhas gone.",
    "„Wer sitzt am Wehr?“ —\nEs ist der Müller.",
    "Ô vieux moulin,\nqui donc t'écoute ?",
]
CODE = [
    "x = 1\nprint(x)",
    "npm install\nnpm start",
    "sudo apt-get install x,\ngit commit --all.",
    "Select name, age\nFROM people;",
    "Name: river,\nLength: 3.",
    "def bend():\n    return 1",
    "A lone line.",
    "<b>Bold,</b>\n<i>italic.</i>",
]


@pytest.mark.parametrize("text", WORDS)
def test_a_stanza_or_a_letter_is_words(text):
    assert are_words(text)


@pytest.mark.parametrize("text", CODE)
def test_what_a_program_is_given_is_none(text):
    assert not are_words(text)


@pytest.mark.parametrize("text", WORDS)
def test_indented_words_are_said_line_by_line(text):
    essay = read_essay(f"# Mill\n\nIt stood.\n\n{textwrap.indent(text, '    ')}\n\nIt fell.".encode(), "mill.md")
    assert partition_faults(essay) == []
    assert [" ".join(block.text.split()) for block in essay.blocks[-3:]] == [
        "It stood.",
        " ".join(text.split()),
        "It fell.",
    ]


@pytest.mark.parametrize("text", CODE[:4])
def test_indented_code_is_not_said(text):
    essay = read_essay(f"# Mill\n\nIt stood.\n\n{textwrap.indent(text, '    ')}\n".encode(), "mill.md")
    assert [skip.reason for skip in essay.skips if skip.reason is Reason.CODE] == [Reason.CODE]
