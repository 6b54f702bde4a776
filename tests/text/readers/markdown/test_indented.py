import textwrap

import pytest

from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.readers.markdown.indented import are_words
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


@pytest.mark.parametrize(
    ("name", "text"), [*(("", text) for text in WORDS), ("poem", "the keeper sleeps\nhis dog awake")]
)
@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_a_poem_between_fences_is_said(fence, name, text):
    essay = read_essay(f"# Mill\n\nIt stood.\n\n{fence}{name}\n{text}\n{fence}\n\nIt fell.".encode(), "mill.md")
    assert partition_faults(essay) == []
    assert [block.text for block in essay.blocks[-3:]] == ["It stood.", text, "It fell."]


@pytest.mark.parametrize("text", CODE)
def test_code_between_fences_is_not(text):
    essay = read_essay(f"# Mill\n\nIt stood.\n\n```\n{text}\n```\n".encode(), "mill.md")
    assert [block.text for block in essay.blocks[-1:]] == ["It stood."]


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("name", ["mill.html", "mill.md"])
def test_a_poem_that_a_page_keeps_as_it_is_is_said(name, text):
    essay = read_essay(f"<p>It stood.</p>\n\n<pre>\n{text}\n</pre>\n\n<p>It fell.</p>".encode(), name)
    assert partition_faults(essay) == []
    assert [" ".join(block.text.split()) for block in essay.blocks] == ["It stood.", " ".join(text.split()), "It fell."]
