"""What apps for notes write for themselves, and facts that stand above a text without being front matter."""

import pytest

from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def read(text, name="essay.md"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


def said(text, name="essay.md"):
    return [block.text for block in read(text, name).blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("- One line.\n  id:: 65b2a1f0-3c5d\n  collapsed:: true\n- Two.", ["One line.", "Two."]),
        ("status:: done\n\nOne line.", ["One line."]),
        ("- TODO Ask him.\n- DONE [#A] Ask her.\n- {{[[TODO]]}} Go.", ["Ask him.", "Ask her.", "Go."]),
        ("- One.\n- ((65b2a1f0-3c5d-4e2a-9a77-0d1e2f3a4b5c))\n- Two ((Xy3kQ9_aB)).", ["One.", "Two."]),
        ("- #+BEGIN_QUOTE\n  One line.\n  #+END_QUOTE", ["One line."]),
        ("- One.\n  :LOGBOOK:\n  CLOCK: [2024-01-20 Sat]\n  :END:\n- Two.", ["One.", "Two."]),
        ("- One.\n  SCHEDULED: <2024-01-20 Sat>\n- Two.", ["One.", "Two."]),
        ("# Rain\n#essays/weather #rain in the city#\n\nIt rained.", ["Rain", "It rained."]),
        ("It rained. #rain #city", ["It rained."]),
        ("It was ^^very^^ loud.", ["It was very loud."]),
        (
            "It was {++very++} {--too--} loud{>>sure?<<}, {~~red~>blue~~} and {==hot==}.",
            ["It was very loud, blue and hot."],
        ),
        ("It is ++gone++ now.", ["It is gone now."]),
        ('One.\n\n/Images/rain.jpg "The rain in May"\n\n/chapter-2.md\n\nTwo.', ["One.", "The rain in May", "Two."]),
        ("One.\n\n![](https://a.example/b.jpg =300x)\n\nTwo.", ["One.", "Two."]),
        ("[name=Ada Lake] [time=Mon, Apr 3, 2023 9:12 PM] [color=#907bf7]\n\nOne.", ["One."]),
        ("One :material-waves:{ .blue }.", ["One."]),
        ("<aside>\n💡 One line.\n\n</aside>\n\nTwo.", ["One line.", "Two."]),
        ("> | The wood is not large,\n> | but it is stubborn.", ["The wood is not large, but it is stubborn."]),
        ("(the-tide)=\n# Tide\n\nOne.\n\n% a remark\n\nTwo.", ["Tide", "One.", "Two."]),
    ],
)
def test_what_an_app_writes_for_itself_is_not_said(source, text):
    assert said(source) == text


@pytest.mark.parametrize(
    "text",
    [
        "In C++ and in D++ it is std::vector.",
        "He had a TODO list, and it was DONE.",
        "Two ((or three)) of them.",
        "The sum is 50\n% of it.",
        "It is #1 of ten.",
        "See /etc/hosts for it.",
        "The file notes.txt\nis lost.",
        "One {and} two.",
    ],
)
def test_signs_of_the_writers_are_said(text):
    assert said(text) == [" ".join(text.split())]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("% On Getting Lost\n% Ada Lake\n% May 3, 2021\n\nOne line.", "e.md"),
        ("% On Getting\n  Lost\n% Ada Lake\n% 3 May 2021\n\nOne line.", "e.md"),
        (("<!--\n.. title: On Getting Lost\n.. slug: lost\n.. date: 2021-05-03 09:00:00 UTC+03:00\n"
         ".. author: Ada Lake\n.. link:\n.. type: text\n-->\n\nOne line."), "e.md"),
        ("title:: On Getting Lost\nauthor:: [[Ada Lake]]\ndate:: 2021-05-03\ntags:: a, b\n\n- One line.", "e.md"),
        ("# On Getting Lost\n\nAuthor: Ada Lake\nCreated: May 3, 2021 10:15 AM\nStatus: Done\n\nOne line.",
         "On Getting Lost 3f2a9c1d5e7b4a6c8d0e1f2a3b4c5d6e.md"),
    ],
)  # fmt: skip
def test_facts_stand_above_the_text_in_the_manner_of_many_tools(source, name):
    essay = read(source, name)
    assert (essay.title, essay.author, str(essay.date.date())) == ("On Getting Lost", "Ada Lake", "2021-05-03")
    assert [block.text for block in essay.blocks] == ["One line."]


@pytest.mark.parametrize(
    "text",
    [
        "% of them stayed.\n\nTwo left.",
        "<!--\na remark\n-->\n\nOne line.",
        "# Talk\n\nAda: Hello there.\nBo: Hello.\n\nSo.",
    ],
)
def test_what_only_looks_like_facts_states_none(text):
    essay = read(text)
    assert (essay.author, essay.date) == ("", None)
    assert Reason.FRONT_MATTER not in {skip.reason for skip in essay.skips}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("```{note}\nA *careful* line.\n```\n\nMore.", ["A careful line.", "More."]),
        ("```{admonition} Take care\n:class: tip\nA line.\n```", ["Take care", "A line."]),
        (":::{admonition} Take care\n:class: tip\nA line.\n:::", ["Take care", "A line."]),
        ("```{figure} a.png\n---\nname: fig-a\n---\nThe gauge.\n```", ["The gauge."]),
        ("````{tip}\nOne.\n```python\nx = 1\n```\nTwo.\n````\n\nThree.", ["One.", "Two.", "Three."]),
    ],
)
def test_the_text_in_directives_is_said(source, text):
    assert said(source) == text


def test_code_in_directives_is_not_said():
    assert said("```{code-cell} ipython3\nx = 1\n```\n\n```{toctree}\na\n```\n\n```{bibliography}\n```\n\nOne.") == [
        "One."
    ]


@pytest.mark.parametrize("heading", ["## Table of Contents\n\n", "## Inhalt\n\n", "## 目次\n\n", ""])
def test_a_list_of_links_into_the_same_text_is_not_said(heading):
    toc = "- [Why](#why)\n- [How](#how)\n  - [By hand](#by-hand)\n"
    essay = read(f"{heading}{toc}\n## Why\n\nOne.\n\n## How\n\nTwo.")
    assert [block.text for block in essay.blocks] == ["Why", "One.", "How", "Two."]
    assert Reason.NAVIGATION in {skip.reason for skip in essay.skips}


@pytest.mark.parametrize(
    "items",
    ["- [Why](why.md)\n- [How](how.md)", "- [Why](#why), of course\n- [How](#how)", "- [Why](#why)"],
)
def test_other_lists_of_links_are_said(items):
    blocks = read(f"One.\n\n{items}").blocks
    assert [block.kind for block in blocks[1:]] == [Kind.LIST_ITEM] * items.count("- ")


def test_badges_are_not_said():
    badge = "[![Build Status](https://img.shields.io/travis/a.svg)](https://a.example)"
    html = '<a href="b"><img src="https://github.com/a/b/workflows/CI/badge.svg" alt="Licence: MIT"></a>'
    assert said(f"{badge}\n\n<p>{html}</p>\n\n![The mill in May](mill.svg)\n\nOne.") == ["The mill in May", "One."]


def test_how_a_word_sounds_is_not_said_twice():
    assert said("祖父は<ruby>茶室<rp>（</rp><rt>ちゃしつ</rt><rp>）</rp></ruby>へ行った。") == ["祖父は茶室へ行った。"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("\\[embed\\]https://a.example/b\\[/embed\\]\n\nOne.", ["One."]),
        ('\\[vc\\_row\\]\\[vc\\_column width="1/2"\\]One.\\[/vc\\_column\\]\\[/vc\\_row\\]', ["One."]),
        ('\\[gallery ids="1,2"\\]\n\n\\[sharethis\\]\n\nOne.', ["One."]),
        ("\\[sic\\] he wrote.", ["[sic] he wrote."]),
    ],
)
def test_escaped_shortcodes(source, text):
    assert said(source) == text
