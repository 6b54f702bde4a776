from datetime import datetime

import pytest

from podcast.errors import PodcastError
from podcast.text.essay import Kind, Reason
from podcast.text.readers.markdown.reader import read_markdown
from podcast.text.reading import read_essay


def read(source):
    return read_markdown(source, "essay.md")


def texts(source):
    return [block.text for block in read(source).blocks]


def skipped(source, reason):
    return [skip.text for skip in read(source).skips if skip.reason is reason]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a *b* **c** ***d*** `e` ~~f~~", "a b c d e f"),
        ("***a** b* and *c **d***", "a b and c d"),
        ("snake_case 2 * 3 \\*x\\* 4 \\* 5", "snake_case 2 * 3 x 4 * 5"),
        ("AT&amp;T &copy; &#169; &bogus;", "AT&T © © &bogus;"),
        ("The Lena&#x1;&#127; bends &#11;slowly.", "The Lena bends slowly."),
        ("soft\nbreak  \nhard\\\nbreak", "soft break\nhard\nbreak"),
        ("a <!-- b --> c", "a c"),
        ("a<br>b <b>c</b> <script>d</script> e", "a\nb c e"),
        ("![a *b* &amp; c](x.png)", "a b & c"),
        ("> a `b\n> c` d", "a b c d"),
        ("one[^1] two", "one two"),
        ("`` a`b ``", "a`b"),
    ],
)
def test_inline_text(source, text):
    assert texts(source) == [text]


def test_blocks():
    source = "# A #\n\nB\n=\n\n> c\n\n- d\n  1. e\n\n     f\n\n> - g\n\nh"
    assert [(block.kind, block.level, block.text) for block in read(source).blocks] == [
        (Kind.HEADING, 1, "A"),
        (Kind.HEADING, 1, "B"),
        (Kind.QUOTATION, 1, "c"),
        (Kind.LIST_ITEM, 1, "d"),
        (Kind.LIST_ITEM, 2, "e"),
        (Kind.LIST_ITEM, 2, "f"),
        (Kind.LIST_ITEM, 1, "g"),
        (Kind.PARAGRAPH, 0, "h"),
    ]


def test_runs_say_where_they_stand():
    essay = read("x\n\n> a *b* [c d](http://e.org)\n> &amp; f")
    for run in essay.blocks[1].runs:
        if run.text.strip() and run.text != "&":
            assert essay.source[run.start : run.end] == run.text


@pytest.mark.parametrize(
    ("source", "href"),
    [
        ("[a](http://e.org/x_(y) 'a')", "http://e.org/x_(y)"),
        ("[a][r]\n\n[r]: https://e.org", "https://e.org"),
        ("[a]\n\n[a]: <https://e.org>", "https://e.org"),
        ("[a](mailto:a@b.org)", "mailto:a@b.org"),
        ("<a href='https://e.org'>a</a>", "https://e.org"),
        ("[a](other.md)", ""),
        ("[a](javascript:b) c", ""),
    ],
)
def test_targets_of_links(source, href):
    (block,) = (block for block in read(source).blocks if block.text.startswith(("a", "[a]")))
    assert {run.href for run in block.runs} == {href}


def test_a_word_is_not_found_in_a_target_before_it():
    essay = read("[x](http://word.org) word")
    assert [essay.source[run.start - 1] for run in essay.blocks[0].runs if "word" in run.text] == [")"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("```py\nx\n```", Reason.CODE),
        ("| x |\n|---|\n| y |", Reason.TABLE),
        ("[^n]: note\n    more\n\n    and more", Reason.FOOTNOTE),
        ("<!-- x -->", Reason.COMMENT),
        ("***", Reason.RULE),
    ],
)
def test_what_is_not_said(source, reason):
    assert texts(f"before\n\n{source}\n\nafter") == ["before", "after"]
    assert skipped(f"before\n\n{source}\n\nafter", reason) == [source]


def test_raw_html_is_said_without_regard_to_classes():
    source = '<div class="share">\n<p>One <a href="https://e.org">two</a></p>\n</div>\n\n<style>p {}</style>'
    assert texts(source) == ["One two"]
    assert skipped(source, Reason.SCRIPT) == ["p {}"]


def test_text_nested_deeper_than_the_parser_goes_is_said():
    assert any("deep text" in text for text in texts("> " * 500 + "deep text"))


FRONT = """---
title: "Why: rivers"   # a comment
author: [Jane Doe, 'O''Hara']
date: 2024-05-01 10:00:00 +0200
lang: en_GB
description: >
  Two lines
  of it
tags:
  - no
  - 012
  - "1:30"
layout: post
slug: why
---
Text.
"""


def test_front_matter_is_text():
    essay = read(FRONT)
    assert (essay.title, essay.author, essay.language) == ("Why: rivers", "Jane Doe, O'Hara", "en-gb")
    assert essay.date == datetime.fromisoformat("2024-05-01T10:00:00+02:00")
    assert (essay.description, essay.slug) == ("Two lines of it", "why")
    assert essay.tags == ("no", "012", "1:30")
    assert [block.text for block in essay.blocks] == ["Text."]


def test_front_matter_numbers_an_episode_and_says_what_it_is():
    essay = read("---\ntitle: Why\nseason: 2\nepisode: 14\ntype: Bonus\n---\nText.")
    assert (essay.season, essay.episode, essay.episode_type) == (2, 14, "bonus")
    assert read(FRONT).episode_type == "full"
    assert read("+++\ntype = 'posts'\nepisode = 3\n+++\nText.").episode_type == "full"


@pytest.mark.parametrize(
    "line",
    ["season: two", "episode: 0", "episode: 1.5", "episode_type: teaser", "season: -1", "episode: 0000000112345678"],
)
def test_a_number_or_type_that_is_none_is_refused(line):
    with pytest.raises(PodcastError, match=line.split(": ")[1]):
        read(f"---\ntitle: Why\n{line}\n---\nText.")


def test_toml_front_matter():
    essay = read('+++\ntitle = "Why"\ndate = 2024-05-01\ntags = ["a", "b"]\n+++\nText.')
    assert (essay.title, essay.tags) == ("Why", ("a", "b"))
    assert essay.date == datetime.fromisoformat("2024-05-01T00:00:00+00:00")


def test_a_rule_above_a_paragraph_is_no_front_matter():
    assert texts("---\n\nA river.\n\n---\n\nA lake.") == ["A river.", "A lake."]


@pytest.mark.parametrize(
    "source", ["---\ndate: soon\n---\nText", "+++\ntitle = \n+++\nText", "---\ndate: 1:30\n---\nText"]
)
def test_facts_that_cannot_be_read_are_errors(source):
    with pytest.raises(PodcastError) as error:
        read(source)
    assert error.value.which == "essay.md"


def test_the_first_heading_is_the_title():
    assert read("Text.\n\n## *The* river").title == "The river"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("author:\n  name: Jane Doe\n  url: x", "Jane Doe"),
        ("authors:\n  - name: Jane Doe\n    url: x\n  - Bob", "Jane Doe, Bob"),
        ("author: {name: Jane Doe, url: x}", "Jane Doe"),
        ("author:\n- Jane Doe\n- Bob", "Jane Doe, Bob"),
    ],
)
def test_nested_front_matter(line, author):
    essay = read(f"---\ntitle: Why: a story\n{line}\nimage:\n  path: r.jpg\n  alt: y\n---\nText.")
    assert (essay.title, essay.author, essay.image) == ("Why: a story", author, "r.jpg")


def test_nested_toml():
    essay = read('+++\ntitle = "Why"\nauthors = [{name = "Jane Doe"}]\n[cover]\nimage = "r.jpg"\n+++\nText.')
    assert (essay.author, essay.image) == ("Jane Doe", "r.jpg")


def test_a_folded_text_is_no_mapping():
    assert (
        read("---\ntitle: T\ndescription: >\n  Name: this is\n  prose.\n---\nText.").description
        == "Name: this is prose."
    )


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@pytest.mark.parametrize(
    "header",
    [
        "From: Jane Doe <jane@example.org>\nTo: a@example.org\nDate: Wed, 1 May 2024 10:00:00 +0000\nSubject: Why",
        "Title: Why\nAuthor: Jane Doe\nDate: 2024-05-01 10:00",
        "---\ntitle: Why\nauthor: Jane Doe\ndate: 2024-05-01 10:00\n---",
    ],
)
def test_facts_above_the_text(header, name):
    essay = read_essay(f"{header}\n\nText.".encode(), name)
    assert (essay.title, essay.author) == ("Why", "Jane Doe")
    assert essay.date == datetime.fromisoformat("2024-05-01T10:00:00+00:00")
    assert [block.text for block in essay.blocks] == ["Text."]


@pytest.mark.parametrize("text", ["HOST: Hello.\nGUEST: Hello.", "Title: a story", "To: all\nFrom: me"])
def test_what_is_no_header_is_said(text):
    assert " ".join(texts(f"{text}\n\nText.")[0].split()) == " ".join(text.split())
