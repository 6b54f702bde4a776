"""reStructuredText as docutils, Sphinx, Pelican and Nikola have it."""

import subprocess
import sys
import time

import pytest

from podcast.errors import PodcastError
from podcast.text.essay import Kind, Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def essay_of(text, name="mill.rst"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


def said(text):
    return [block.text for block in essay_of(text).blocks]


def skipped(text, reason):
    return "".join(skip.text for skip in essay_of(text).skips if skip.reason is reason)


def test_pelican_states_its_facts_in_fields():
    essay = essay_of(
        "On Mills\n########\n\n:date: 2010-10-03 10:20\n:author: Nora Lindqvist\n:tags: mills, water\n:lang: de\n"
        ":summary: Short.\n:slug: on-mills\n\nThe mill stood there.\n\nA part\n======\n\nIt ran."
    )
    assert (essay.title, essay.author, essay.language, essay.description) == (
        "On Mills",
        "Nora Lindqvist",
        "de",
        "Short.",
    )
    assert (essay.tags, essay.date.date().isoformat()) == (("mills", "water"), "2010-10-03")
    assert [block.text for block in essay.blocks] == ["On Mills", "The mill stood there.", "A part", "It ran."]
    assert [block.level for block in essay.blocks] == [1, 0, 2, 0]


def test_fields_may_stand_above_the_title():
    essay = essay_of(
        ":Author: Nora Lindqvist\n:Date: $Date: 2020-02-03 $\n\nOn Mills\n========\n\nIt ran.\n\nPart\n----\n\nOn."
    )
    assert (essay.title, essay.author, essay.date.date().isoformat()) == ("On Mills", "Nora Lindqvist", "2020-02-03")
    assert [block.level for block in essay.blocks] == [1, 0, 2, 0]


def test_fields_below_a_section_are_text():
    assert said("On Mills\n========\n\nA\n-\n\n:weight: ten tons\n\nB\n-\n\nIt ran.")[1:3] == ["A", "weight: ten tons"]


def test_nikola_states_its_facts_in_comments():
    essay = essay_of(
        ".. title: On Mills\n.. slug: on-mills\n.. date: 2012-03-30 23:00:00 UTC-03:00\n.. tags: mills\n"
        ".. author: Nora Lindqvist\n.. link:\n.. type: text\n\nIt ran.\n\n.. TEASER_END\n\nOn."
    )
    assert (essay.title, essay.author, essay.tags) == ("On Mills", "Nora Lindqvist", ("mills",))
    assert essay.date.isoformat() == "2012-03-30T23:00:00-03:00"
    assert [block.text for block in essay.blocks] == ["It ran.", "On."]


def test_an_abstract_on_top_is_said_and_other_fields_are_not():
    assert said(":author: Nora\n:version: 3\n:abstract: In short, it ran.\n\nIt ran.") == [
        "In short, it ran.",
        "It ran.",
    ]


@pytest.mark.parametrize(
    ("markup", "spoken"),
    [
        ("*so* **very** ``quick``", "so very quick"),
        ("`a link <https://example.org>`_ here", "a link here"),
        ("H\\ :sub:`2`\\ O", "H2O"),
        ("see :ref:`the wheel <wheel>`", "see the wheel"),
        ("see :ref:`wheel`", "see The Great Wheel"),
        ("see :ref:`gone`", "see gone"),
        ("see :doc:`/guide/old-mills`", "see old mills"),
        ("the :py:class:`~mill.wheel.Axle`", "the Axle"),
        ("the :class:`!Axle`", "the Axle"),
        ("press :kbd:`Enter`", "press Enter"),
        ("an :unheard-of:`odd word`", "an odd word"),
        ("an `odd word`:unheard-of:", "an odd word"),
        ("the |who|", "the miller"),
        ("the |whoever|", "the whoever"),
        ("a lone *star", "a lone star"),
        ("`nowhere`_ and nothing_", "nowhere and nothing"),
        ("told [1]_, and [#f]_.", "told, and."),
        ("told [Hale20]_ so", "told so"),
        ("told :cite:p:`hale20` so", "told so"),
        ("is :math:`a^2` big", "is big"),
        ("a :html:`<br>` b", "a b"),
    ],
)
def test_inline_markup(markup, spoken):
    text = (
        f"It {markup} ran.\n\n.. |who| replace:: miller\n\n.. _wheel:\n\nThe Great Wheel\n===============\n\n"
        "It turned.\n\nNext\n====\n\nOn.\n\n.. [1] A note.\n.. [#f] Two.\n.. [Hale20] Three.\n\n"
        ".. role:: html(raw)\n   :format: html\n"
    )
    assert " ".join(said(text)[0].split()) == f"It {spoken} ran."
    assert said(text)[1:] == ["The Great Wheel", "It turned.", "Next", "On."]


@pytest.mark.parametrize(
    ("directive", "lines"),
    [
        ("note:: Mind the step.", ["Mind the step."]),
        ("warning::\n   :unheard: of\n\n   Hot.", ["Hot."]),
        ("admonition:: Take care\n\n   Hot.", ["Take care", "Hot."]),
        ("seealso:: The other mill, which ran.", ["The other mill, which ran."]),
        ("versionadded:: 3.2\n   It was new.", ["It was new."]),
        ("deprecated:: 3.2", []),
        ("dropdown:: More\n   :open:\n\n   Wheels turn.", ["More", "Wheels turn."]),
        (
            "tabs::\n\n   .. tab:: Wind\n\n      Sails.\n\n   .. tab:: Water\n\n      Wheels.",
            ["Wind", "Sails.", "Water", "Wheels."],
        ),
        ("only:: html\n\n   Said.", ["Said."]),
        ("unheard-of:: x.y\n   :opt: 1\n\n   Kept words.", ["Kept words."]),
        ("grid:: 1 2 2 3\n\n   .. grid-item-card:: Title\n\n      Words.", ["Title", "Words."]),
        ("topic:: A topic\n\n   Words.", ["A topic", "Words."]),
        ("sidebar:: Aside\n\n   Words.", ["Aside", "Words."]),
        ("figure:: a.png\n   :widht: 1\n\n   A caption of it.", ["A caption of it."]),
        ("image:: a.png\n   :alt: The mill by night", ["The mill by night"]),
        ("thumbnail:: a.png\n   :alt: The mill by night\n\n   A caption.", ["The mill by night", "A caption."]),
        ("contents:: Inhalt\n   :depth: 2", []),
        ("toctree::\n   :maxdepth: 2\n\n   one\n   two", []),
        ("code-block:: python\n   :emphasize-lines: 1\n\n   x = 1", []),
        ("sourcecode:: python\n\n   x = 1", []),
        ("prompt:: bash\n\n   ls", []),
        ("mermaid::\n\n   a --> b", []),
        ("math::\n\n   e = mc^2", []),
        ("raw:: html\n\n   <b>raw</b>", []),
        ("include:: /etc/hostname", []),
        ("csv-table:: T\n   :file: /etc/hostname", []),
        ("csv-table:: T\n\n   a,b\n   c,d", []),
        ("list-table:: T\n\n   * - a\n     - b\n   * - c\n     - d", []),
        ("youtube:: 8N_tupPBtWQ", []),
        ("automodule:: mill\n   :members:", []),
        ("index:: mill, wheel", []),
        ("a comment\n   of two lines", []),
        ("_target: https://example.org", []),
        ("meta::\n   :keywords: a", []),
        ("rubric:: Footnotes\n\n.. [1] A note.", []),
        ("rubric:: On wheels", ["On wheels"]),
    ],
)
def test_directives(directive, lines):
    assert said(f"It ran.\n\n.. {directive}\n\nOn and on.") == ["It ran.", *lines, "On and on."]


@pytest.mark.parametrize(
    "directive",
    ["epigraph::\n\n   It grinds.\n\n   -- Sextus", "pull-quote::\n\n   It grinds.", "pullquote::\n\n   It grinds."],
)
def test_quotations(directive):
    blocks = essay_of(f"It ran.\n\n.. {directive}\n\nOn.").blocks
    assert (blocks[1].kind, blocks[1].text) == (Kind.QUOTATION, "It grinds.")


def test_what_is_not_said_is_listed():
    text = "It ran::\n\n   y = 2\n\n>>> print(1)\n\n+---+---+\n| a | b |\n+---+---+\n\n"
    text += "On [1]_ :math:`a^2`.\n\n.. [1] A note."
    assert said(text) == ["It ran:", "On."]
    assert "y = 2" in skipped(text, Reason.CODE)
    assert "print" in skipped(text, Reason.CODE)
    assert "a" in skipped(text, Reason.TABLE)
    assert "A note." in skipped(text, Reason.FOOTNOTE)
    assert "a^2" in skipped(text, Reason.FORMULA)


def test_lines_lists_and_definitions():
    assert said("| Roses are red,\n|   violets blue.\n") == ["Roses are red,\nviolets blue."]
    assert said(
        "It had:\n\n- a wheel\n\n  - of oak\n\n5. five\n6. six\n\nmill\n   What grinds.\n\n:weight: ten tons\n\nOn."
    ) == [*("It had:", "a wheel", "of oak", "five", "six", "mill", "What grinds.", "weight: ten tons", "On.")]


@pytest.mark.parametrize(
    "text",
    [
        "It ran.\n\nA\n=\n\nOn.\n\nB\n---\n\nOn.\n\n====\nC\n====\n\nEnd.",
        "It ran.\n\n* a\nb\n\n  c\n d\n\n.. figure::\n\n+--+\n| d\n\nEnd.",
        "It ran.\n\n.. note::\n\n.. image::\n\n`a <`_ **b `c`:d: :e:`f\n\nEnd.",
        "It ran.\n\n.. |a| replace:: |b|\n.. |b| replace:: |a|\n\n|a|\n\nEnd.",
        "It ran.\n\n.. include:: nowhere.rst\n.. raw:: html\n   :file: /etc/passwd\n\nEnd.",
    ],
)
def test_nothing_that_docutils_complains_of_is_said(text, capfd):
    words = " ".join(said(text))
    assert words.startswith("It ran.")
    assert words.endswith("End.")
    assert not any(word in words for word in ("System Message", "ERROR", "WARNING", "Unknown", "expected", "root:"))
    assert capfd.readouterr() == ("", "")


def test_no_settings_of_the_folder_count(tmp_path, monkeypatch):
    (tmp_path / "docutils.conf").write_text("[general]\nraw_enabled: yes\nfile_insertion_enabled: yes\n")
    (tmp_path / "secret.txt").write_text("The secret words.")
    monkeypatch.chdir(tmp_path)
    assert said("It ran.\n\n.. include:: secret.txt") == ["It ran."]


def test_by_its_content_where_no_name_tells():
    assert [block.text for block in essay_of("It ran.\n\n.. note::\n\n   Mind it.\n", "-").blocks] == [
        "It ran.",
        "Mind it.",
    ]


def test_what_is_nested_too_deeply_is_refused():
    with pytest.raises(PodcastError, match="deep"):
        essay_of("- " * 3000 + "a")


@pytest.mark.parametrize("sign", ["*a ", "`a ", "|a ", "a_ ", "_`a ", "**", "``a "])
def test_signs_without_partners_take_no_time(sign, patient):
    begun = time.process_time()
    assert said("It ran.\n\n" + sign * 8000)
    assert time.process_time() - begun < patient(5)


def test_marks_without_notes_take_no_time_and_are_no_words():
    assert said("It ran.\n\n" + "The mill [1]_ stood. " * 3000) == ["It ran.", " ".join(["The mill stood."] * 3000)]


def test_other_essays_do_not_load_it():
    program = (
        "import sys\n"
        "from podcast.text.reading import read_essay\n"
        "for name in ('a.md', 'a.txt', 'a.html', 'a.org'): read_essay(b'It ran.', name)\n"
        "print('docutils' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_without_docutils_the_error_tells_the_way():
    program = (
        "import sys; sys.modules['docutils'] = None\n"
        "from podcast.text.reading import read_essay\n"
        "try: read_essay(b'It ran.', 'a.rst')\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.startswith("PodcastError")
    assert "podcast-producer[documents]" in told
    assert "pandoc" in told


def test_an_option_of_a_picture_that_goes_on_unindented_as_pandoc_writes_it_loses_no_caption():
    figure = ".. figure:: lake.jpg\n   :alt: A loop cut off,\n   seen from the air\n\n   What is left\n   is a lake.\n"
    assert "What is left is a lake." in said(f"Rivers bend.\n\n{figure}\nThey do.\n")


@pytest.mark.parametrize("word", ["{%" * 4000, "a{" * 4000, "x" * 3000, "\\*" * 2000])
def test_a_word_without_an_end_is_said_in_a_time_that_grows_with_it(word):
    begun = time.process_time()
    words = said(f"The river bends {word} here.\n")
    assert "here." in words[-1]
    assert time.process_time() - begun < 1


def test_a_long_line_below_a_heading_is_no_word():
    assert said("Rivers\n" + "=" * 1500 + "\n\nThe river bends.\n")[-1] == "The river bends."
