"""Jupyter notebooks."""

import json

import pytest

from podcast.errors import PodcastError
from podcast.text.documents.notebook import markdown_of
from podcast.text.essay import Reason
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def notebook(*cells, **metadata):
    told = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    return json.dumps({"cells": told, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def essay_of(text, name="mill.ipynb"):
    essay = read_essay(text.encode(), name)
    assert partition_faults(essay) == []
    return essay


CELLS = (
    ("markdown", ["# The Mill\n", "\n", "It *ran*, and **on**."]),
    ("code", "x = '''\n```\n'''\nprint('not said')"),
    ("raw", "\\begin{raw}"),
    ("markdown", "And [on](https://example.org), with $a^2$."),
)


@pytest.mark.parametrize("name", ["mill.ipynb", "-", "mill"])
def test_what_is_written_is_said_and_code_is_skipped(name):
    essay = essay_of(notebook(*CELLS), name)
    assert essay.title == "The Mill"
    assert [block.text for block in essay.blocks][:2] == ["The Mill", "It ran, and on."]
    assert "said" not in "".join(block.text for block in essay.blocks)
    assert "not said" in "".join(skip.text for skip in essay.skips if skip.reason is Reason.CODE)


def test_outputs_are_no_text():
    told = json.loads(notebook(*CELLS))
    told["cells"][1]["outputs"] = [{"output_type": "stream", "text": ["ten thousand lines"]}]
    assert "ten thousand" not in markdown_of(json.dumps(told), "a.ipynb")


def test_facts_in_the_metadata_and_in_a_raw_cell():
    essay = essay_of(notebook(("markdown", "It ran."), title='On "Mills": one', authors=[{"name": "Nora Lindqvist"}]))
    assert (essay.title, essay.author) == ('On "Mills": one', "Nora Lindqvist")
    essay = essay_of(notebook(("raw", "---\ntitle: On Mills\nauthor: Nora\n---"), ("markdown", "It ran."), title="x"))
    assert (essay.title, essay.author, [block.text for block in essay.blocks]) == ("On Mills", "Nora", ["It ran."])


def test_version_three():
    cells = [
        {"cell_type": "heading", "level": 1, "source": "The Mill"},
        {"cell_type": "code", "input": "x = 1"},
        {"cell_type": "markdown", "source": ["It ran."]},
    ]
    essay = essay_of(json.dumps({"worksheets": [{"cells": cells}], "metadata": {"name": ""}, "nbformat": 3}))
    assert [block.text for block in essay.blocks] == ["The Mill", "It ran."]


@pytest.mark.parametrize(
    "text", ["{", "[]", "null", "1", '{"cells": 1}', '{"cells": [1]}', '{"cells": [{"source": [1]}]}', "[" * 100_000]
)
def test_what_is_no_notebook_is_refused(text):
    with pytest.raises(PodcastError):
        read_essay(text.encode(), "mill.ipynb")


def test_odd_text_is_read():
    essay = essay_of('{"cells": [{"cell_type": "markdown", "source": "It\\ud800 ran.\\r\\n\\r\\nOn."}], "nbformat": 4}')
    assert [block.text for block in essay.blocks] == ["It? ran.", "On."]
