"""Markdown as pandoc writes it of a document: `pandoc essay.docx -t markdown | podcast build -`."""

import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

PROSE = "A river never runs straight, and whoever tried to make it do so has had to learn the lesson again."


def read(markdown):
    essay = read_essay(f"{markdown}\n\n{PROSE}\n".encode(), "essay.md")
    assert partition_faults(essay) == []
    return essay


def said(essay):
    return [block.text.strip() for block in essay.blocks][:-1]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ('The [word]{custom-style="Strong"} is said.', "The word is said."),
        ('The [*word*]{custom-style="My Style"} is said.', "The word is said."),
        ("The [[word]{.underline}]{.smallcaps} is said.", "The word is said."),
        ("The [[word]{.underline}](https://example.org/) is said.", "The word is said."),
        ("The non\\ breaking word.", "The non breaking word."),
        ('A [gone]{.deletion author="J" date="2021"}word [new]{.insertion author="J"}.', "A word new."),
        ('A [remark]{.comment-start id="0" author="J"}word[]{.comment-end id="0"}.', "A word."),
        ("A word[]{#_Toc1 .anchor} here.", "A word here."),
    ],
)
def test_signs_of_pandoc_are_not_said(written, wanted):
    assert [" ".join(text.split()) for text in said(read(written))] == [wanted]


def test_a_link_with_a_manner_keeps_its_target():
    essay = read("The [[word]{.underline}](https://example.org/) is said.")
    assert [run.text for run in essay.blocks[0].runs if run.href] == ["word"]


def test_bars_of_lines_are_not_said_and_tables_stay_tables():
    lines = "| The river runs,\n| the river bends\n|     and goes on\n  for long."
    essay = read(f"{lines}\n\nText.\n\n| a | b |\n|---|---|\n| c | d |")
    assert " ".join(said(essay)[0].split()) == "The river runs, the river bends and goes on for long."
    assert any(skip.reason is Reason.TABLE and "c" in skip.text for skip in essay.skips)


@pytest.mark.parametrize("marks", ["a.  |b.  ", "i)  |ii) ", "(a) |(b) ", "(@) |(@good) ", "#.  |#.  ", "A.  |B.  "])
def test_items_by_letters_and_other_numbers_are_items(marks):
    first, second = marks.split("|")
    essay = read(f"{PROSE}\n\n{first}one\n{second}two")
    assert [(block.text.strip(), block.kind) for block in essay.blocks[1:3]] == [
        ("one", Kind.LIST_ITEM),
        ("two", Kind.LIST_ITEM),
    ]


def test_initials_begin_no_item():
    assert said(read("J. Doe wrote it, and B. Roe read it.")) == ["J. Doe wrote it, and B. Roe read it."]


def test_contents_are_navigation_and_no_title():
    contents = "[First [1](#first)](#first)\n\n[The second\none [2](#second)](#second)"
    essay = read(f"# Table of Contents {{#toc .TOC-Heading}}\n\n{contents}\n\n# First\n\n{PROSE}\n\n# Second")
    assert essay.title in ("First", "essay")
    assert not any("Contents" in block.text or "#" in block.text for block in essay.blocks)
