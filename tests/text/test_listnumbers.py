"""Numbered lists: their numbers in every format, what is said of them, and what notes and pages show."""

import pytest

from feed.pages.readalong import read_along
from feed.passages import Passage, from_json, to_json
from podcast.text.essay import Kind
from podcast.text.notes import show_notes
from podcast.text.partition import faults_of, partition_faults
from podcast.text.reading import read_essay
from podcast.text.script import write_script

STEPS = ["Bring water to the boil.", "Wait for an hour or two.", "Drink what is left of it."]


def read(text, name):
    essay = read_essay(f"{text}\n".encode(), name)
    assert not partition_faults(essay)
    return essay


def numbers(essay):
    return [block.number for block in essay.blocks if block.kind is Kind.LIST_ITEM]


def said(essay, manner="auto"):
    script = write_script(essay, says_title=True, list_numbers=manner)
    assert not faults_of(essay.source, [run for one in script.segments for run in one.runs], script.skips)
    return [one.text for one in script.segments if one.kind is Kind.LIST_ITEM]


def html(items, attributes=""):
    return f"<p>So it goes:</p><ol{attributes}>{''.join(f'<li>{item}</li>' for item in items)}</ol><p>And then.</p>"


def markdown(items, first=1, sign="."):
    listed = "\n".join(f"{number}{sign} {item}" for number, item in enumerate(items, first))
    return f"So it goes:\n\n{listed}\n\nAnd then it goes on, as it always has.\n"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (markdown(STEPS), "a.md", [1, 2, 3]),
        (markdown(STEPS, 4, ")"), "a.md", [4, 5, 6]),
        ("1. a\n1. b\n1. c\n", "a.md", [1, 2, 3]),
        ("1. a\n\n   more\n2. b\n", "a.md", [1, -1, 2]),
        ("1. a\n   - x\n   - y\n2. b\n", "a.md", [1, 0, 0, 2]),
        ("1. a\n   1. x\n   2. y\n2. b\n", "a.md", [1, 1, 2, 2]),
        ("- a\n- b\n", "a.md", [0, 0]),
        ("> 1. a\n> 2. b\n", "a.md", [1, 2]),
        (markdown(STEPS), "a.txt", [1, 2, 3]),
        (markdown(STEPS, 7, ")"), "a.txt", [7, 8, 9]),
        (html(STEPS), "a.html", [1, 2, 3]),
        (html(STEPS, ' start="5"'), "a.html", [5, 6, 7]),
        (html(["a", "b</li><li value=9>c", "d"]), "a.html", [1, 2, 9, 10]),
        (html(["<p>a</p><p>more</p>", "b"]), "a.html", [1, -1, 2]),
        (html(["a<ul><li>x</ul>", "b<ol><li>y</ol>"]), "a.html", [1, 0, 2, 1]),
        ("<ol><li>a<li>b</ol><ul><li>c</ul>", "a.html", [1, 2, 0]),
        ("<ol start=x><li value=-3>a<li value=99999999999999>b</ol>", "a.html", [1, 2]),
        (f"# A\n\n{html(STEPS)}\n", "a.md", [1, 2, 3]),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(text, name, expected):
    assert numbers(read(text, name)) == expected


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_numbers_are_said_where_items_are_sentences(name):
    assert said(read(markdown(STEPS, 3), name)) == [f"{number}. {step}" for number, step in enumerate(STEPS, 3)]
    assert said(read(markdown(["flour", "eggs", "milk"]), name)) == ["flour", "eggs", "milk"]


@pytest.mark.parametrize(
    ("manner", "expected"),
    [("numbers", ["1. flour", "2. eggs"]), ("words", ["First, flour", "Second, eggs"]), ("none", ["flour", "eggs"])],
)
def test_a_setting_says_how(manner, expected):
    assert said(read(html(["flour", "eggs"]), "a.html"), manner) == expected


def test_words_are_for_english():
    essay = read_essay(b"<html lang=de><ol><li>Mehl<li>Ei</ol>", "a.html")
    assert said(essay, "words") == ["1. Mehl", "2. Ei"]


def test_a_long_item_has_its_number_once():
    [first, *_] = texts = said(read(html(["Water comes from far away. " * 60, "It goes."]), "a.html"))
    assert first.startswith("1. ")
    assert sum(text.startswith(("1.", "2.")) for text in texts) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("1. a\n   - x\n   - y\n2. b", "<ol><li>a<ul><li>x</li><li>y</li></ul></li><li>b</li></ol>"),
        ("1. a\n\n   more\n2. b", "<ol><li>a<br>more</li><li>b</li></ol>"),
        ("3. c\n4. d", "<ul><li>3. c</li><li>4. d</li></ul>"),
        ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("- a\n\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    ],
)
def test_notes_show_them(text, expected):
    assert show_notes(read(text, "a.md")) == expected


def test_a_list_of_any_depth_is_shown():
    text = "\n".join("  " * depth + f"- {depth}" for depth in range(35))
    assert show_notes(read(text, "a.md")).count("<li>") == 6
    assert "34" in show_notes(read(text, "a.md"))


def passage(text, number, block):
    return Passage(text, "Ada", "list item", 1, block, block * 1000, block * 1000 + 900, (), number=number)


def test_the_page_shows_them_once():
    page = "".join(read_along([passage("Flour", 4, 1), passage("5. Eggs are next.", 5, 2), passage("Go.", -1, 3)]))
    assert page.count("<ol>") == 1
    assert page.count('<li class="said" value="4">') == 1
    assert page.count('<li class="said bare" value="5">') == 1
    assert page.count('<li class="said bare">') == 1


def test_words_json_keeps_them():
    passages = (passage("Flour", 4, 1), passage("Eggs", 0, 2))
    assert from_json(to_json(passages))[0] == passages


def test_an_item_that_counts_itself_is_not_counted_twice():
    items = [
        "First, sit down.",
        "Look at the water.",
        "Third: wait.",
        "Then go home.",
        "Finally, sleep.",
        "First aid helps.",
    ]
    told = ["First, sit down.", "Second, Look at the water.", "Third: wait.", "Then go home.", "Finally, sleep."]
    assert said(read(markdown(items), "essay.md"), "words") == [*told, "Sixth, First aid helps."]
