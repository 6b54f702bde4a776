"""Admonitions of Docusaurus, MkDocs and others, and lists of definitions."""

import pytest

from podcast.text.essay import Kind
from podcast.text.partition import partition_faults
from podcast.text.readers.markdown.reader import read_markdown


def blocks(source):
    essay = read_markdown(source, "essay.md")
    assert partition_faults(essay) == []
    return essay.blocks


def texts(source):
    return [block.text for block in blocks(source)]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            '!!! note "Mind *this*"\n    A line.\n\n    Another.\n\nAfter.',
            ["Mind this", "A line.", "Another.", "After."],
        ),
        ("???+ tip\n    Two\n    lines.\n\n    - one\n    - two", ["Two lines.", "one", "two"]),
        ("!!! danger inline end\n\tA tab.\n\n\t!!! note\n\t\tWithin.\n\nAfter.", ["A tab.", "Within.", "After."]),
        ('!!! note ""\n    A line.', ["A line."]),
        ('=== "First"\n\n    A tab.\n\n=== "Second"\n\n    Two.', ["First", "A tab.", "Second", "Two."]),
        ("- item\n\n    !!! note\n        In a list.", ["item", "In a list."]),
        (":::note[Take **care**]\nA line.\n:::\n\nAfter.", ["Take care", "A line.", "After."]),
        ("::: tip Mind the step\nA line.\n:::", ["Mind the step", "A line."]),
        (":::warning\n\nA line.\n\n:::", ["A line."]),
        (':::note{title="x"}\nA line.\n:::', ["A line."]),
        ('::: {.callout-tip collapse="true"}\n## Part\nA line.\n:::', ["Part", "A line."]),
        (":::: details More\n::: tip\nInner.\n:::\n::::", ["More", "Inner."]),
        ("::video[The film]{#abc}\n\nAfter.", ["The film", "After."]),
        ("/// note | Title\nA line.\n///", ["Title", "A line."]),
    ],
)
def test_the_marker_of_an_admonition_is_not_said_and_its_title_stands_alone(source, said):
    assert texts(source) == said


@pytest.mark.parametrize("source", ["!!! Wow, this is it.", "??? who knows", "!!! note", '=== "No tab"'])
def test_a_marker_without_a_body_is_text(source):
    assert texts(f"{source}\n\nMore.") == [source, "More."]


def test_code_that_shows_an_admonition_stays_code():
    assert texts("Before.\n\n```\n!!! note\n    A line.\n```\n\nAfter.") == ["Before.", "After."]


@pytest.mark.parametrize(
    ("source", "terms", "definitions"),
    [
        ("Miller\n: One who *grinds*.\n: A moth.", ["Miller"], ["One who grinds.", "A moth."]),
        (
            "Cart\n\n:   A thing.\n\n    It rolls.\n\nMill\n:   One.",
            ["Cart", "Mill"],
            ["A thing.", "It rolls.", "One."],
        ),
        ("One\nTwo\n:   Both.", ["One Two"], ["Both."]),
        ("Wide\n:      Far.", ["Wide"], ["Far."]),
    ],
)
def test_a_definition_is_an_item_below_its_term(source, terms, definitions):
    found = blocks(source)
    assert [block.text for block in found if block.kind is Kind.PARAGRAPH] == terms
    assert [block.text for block in found if block.kind is Kind.LIST_ITEM] == definitions


def test_a_colon_below_a_long_paragraph_begins_no_definition():
    text = "word " * 30
    assert texts(f"{text}\n: and so on") == [f"{text}: and so on"]
