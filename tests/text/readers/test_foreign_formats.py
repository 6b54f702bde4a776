import pytest

from podcast.errors import PodcastError
from podcast.text.readers.foreign_formats import other_format
from podcast.text.reading import read_essay

ORG = "#+TITLE: The Mill\n#+AUTHOR: Nora Lindqvist\n\n* The start\n\nThe /mill/ stood *there*.\n"
RST = "The Mill\n########\n\n:date: 2020-01-02\n\nThe *mill* stood there.\n\n.. image:: a.png\n   :alt: The mill\n"
ADOC = "= The Mill\nNora Lindqvist <nora@example.org>\n:toc:\n\nThe _mill_ stood *there*.\n"
TEX = "% a draft\n\\documentclass[12pt]{article}\n\\begin{document}\nThe \\emph{mill} stood there.\n\\end{document}\n"
NOTEBOOK = '{"cells": [{"cell_type": "markdown", "source": ["# The Mill"]}], "nbformat": 4}'
RSS = (
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel><title>The Mill</title></channel></rss>'
)
ATOM = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Mill</title></feed>'
OTHERS = {"adoc": ADOC, "tex": TEX, "rss": RSS, "atom": ATOM}
READ = {"rst": RST, "org": ORG, "ipynb": NOTEBOOK}


@pytest.mark.parametrize("suffix", OTHERS)
def test_other_formats_are_refused_by_their_suffix_with_a_way_out(suffix):
    name = f"essay.{suffix.upper()}"
    with pytest.raises(PodcastError) as error:
        read_essay(b"The mill stood where the road began.", name)
    assert error.value.which == name
    assert f"pandoc {name} -t markdown | podcast build -" in error.value.remedy or suffix in ("rss", "atom")


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("name", ["-", "essay", "essay.txt", "essay.xml"])
def test_and_by_their_content(text, name):
    with pytest.raises(PodcastError, match="not read here"):
        read_essay(text.encode(), name)


@pytest.mark.parametrize(("kind", "text"), READ.items(), ids=READ)
def test_those_that_are_read_are_known_by_suffix_and_content(kind, text):
    assert other_format("The mill stood there.", f"essay.{kind.upper()}") == kind
    assert {other_format(text, name) for name in ("-", "essay")} == {kind}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("essay.md", "# On markup\n\nIn Org one writes:\n\n```\n#+BEGIN_SRC python\n```\n\nAnd that is all."),
        ("-", "# On markup\n\n```rst\n.. image:: a.png\n```\n\nAnd that is all."),
        ("essay.md", "# LaTeX\n\n    \\begin{document}\n\nis how it begins."),
        ("essay.txt", "= Not AsciiDoc =\n\nThe mill stood there, and a line: of prose."),
        ("essay.txt", ".. and then the mill stood there."),
        ("essay.html", "<p>One writes</p><pre>\n.. image:: a.png\n</pre>"),
    ],
)
def test_an_essay_about_them_is_read(name, text):
    assert read_essay(text.encode(), name).blocks
