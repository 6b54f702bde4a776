"""What a writer is told: facts that were guessed, and those that nobody need be told of."""

from datetime import UTC, datetime

import pytest

from podcast.text.notices import notices, withheld
from podcast.text.reading import read_essay

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PAGE = "<html><head>{}</head><body><article><h1>Mills</h1>{}<p>A mill is what it grinds.</p></article></body></html>"

PUBLISHER = (
    '<script type="application/ld+json">{"@type": "Essay", "publisher": {"@type": "Organization", "name": "Mills"}}'
    "</script>"
)


def told(text, name="essay.md", **stated):
    return [line for line in notices(read_essay(text.encode(), name, **stated), "en") if "--" in line]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rivers bend, and nobody asks.", "why-rivers-bend.md"),
        ("Rivers bend, and nobody asks.", "-"),
        ("2024\n\nRivers bend where they can, and never ask.\n\n### Banks\n\nMore.", "essay.md"),
        ("## One\n\nRivers bend.\n\n## Two\n\nMore.", "essay.md"),
    ],
)
def test_a_title_that_was_guessed_is_told_until_it_is_stated(text, name):
    essay = read_essay(text.encode(), name)
    [line] = told(text, name)
    assert essay.title in line
    assert "--title" in line
    assert told(text, name, title="Stated") == []
    assert told(f"---\ntitle: Stated\n---\n{text}", name) == []


@pytest.mark.parametrize(
    "text",
    [
        "# Rivers\n\nThey bend.",
        "---\ntitle: Rivers\n---\nThey bend.",
        "Rivers\n======\n\nThey bend.",
        PAGE.format("", ""),
    ],
)
def test_a_title_at_the_top_is_no_guess(text):
    assert told(text) == told(text, "rivers.html" if text.startswith("<") else "rivers.md") == []


@pytest.mark.parametrize(
    ("head", "line"),
    [(PUBLISHER, ""), ("", "<p>By Jane Doe</p>")],
)
def test_an_author_that_was_guessed_is_told_until_it_is_stated(head, line):
    text = PAGE.format(head, line)
    [line] = told(text, "mill.html")
    assert "--author" in line
    assert told(text, "mill.html", author="Bo Li") == []


def test_a_writer_who_says_by_whom_it_is_need_not_be_told():
    assert told("# Mills\n\nBy Jane Doe\n\nA mill is what it grinds, and who grinds.") == []


def test_a_name_above_the_text_that_says_no_more_is_a_guess():
    [line] = told("# Mills\n\nJane Doe\n\nJane Doe\n\nA mill is what it grinds, and who grinds.")
    assert "Jane Doe" in line


@pytest.mark.parametrize(
    "head", ['<meta name="author" content="Jane Doe">', '<link rel="x"><meta name="byl" content="Jane Doe">']
)
def test_an_author_that_the_page_states_is_no_guess(head):
    assert told(PAGE.format(head, "<p>By Jane Doe</p>"), "mill.html") == []


@pytest.mark.parametrize(
    ("front", "is_withheld"),
    [("draft: true", True), ("publishDate: 2026-03-02", True), ("publishDate: 2026-02-28", False),
     ("expiryDate: 2026-02-28", True), ("expiryDate: 2026-03-02", False), ("draft: false", False)],
)  # fmt: skip
def test_what_is_not_to_be_published_now(front, is_withheld):
    essay = read_essay(f"---\n{front}\n---\nText.".encode(), "essay.md")
    assert bool(withheld(essay, NOW)) is is_withheld
