"""Emphasis of the essay in the show notes."""

import time

import pytest

from podcast.text.notes import show_notes
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def notes(text, name="a.md"):
    essay = read_essay(text.encode(), name)
    assert not partition_faults(essay)
    return show_notes(essay)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A *very* old **mill**.", "<p>A <em>very</em> old <strong>mill</strong>.</p>"),
        ("A ***very*** old mill.", "<p>A <strong><em>very</em></strong> old mill.</p>"),
        ("A [*very* old](https://x.org/) mill.", '<p>A <a href="https://x.org/"><em>very</em> old</a> mill.</p>'),
        ("A <b>very</b> old <i>mill</i>.", "<p>A <strong>very</strong> old <em>mill</em>.</p>"),
        ("- A *very* old\n- mill", "<ul><li>A <em>very</em> old</li><li>mill</li></ul>"),
        ("Fish *&amp;* chips & <b>never closed.", "<p>Fish <em>&amp;</em> chips &amp; never closed.</p>"),
        ("snake_case_name and 2*3*4.", "<p>snake_case_name and 2<em>3</em>4.</p>"),
    ],
)
def test_in_markdown(text, expected):
    assert notes(text) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A <em>very</em> old <b>mill</b>.</p>", "<p>A <em>very</em> old <strong>mill</strong>.</p>"),
        ("<p>A <em>very <strong>old</em> mill</strong>.</p>", "old"),
        ("<h1>The <em>mill</em></h1><h2>A <em>part</em></h2><p>It grinds.</p>", "<p><strong>A part</strong></p>"),
    ],
)
def test_in_pages(html, expected):
    assert expected in notes(html, "a.html")


@pytest.mark.slow
def test_it_stays_linear(patient):
    begun_s = time.process_time()
    notes("*a* **b** " * 20_000)
    notes("<p>" + "<em>a<b>b" * 5_000, "a.html")
    assert time.process_time() - begun_s < patient(12)
