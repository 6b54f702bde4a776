"""Essays as the tools of the world write them, each read as an editor would: essays/NAME, essays/NAME.script.

They are of our own making. `python tools/expected_script.py essays/NAME` shows how one is read; what stands in the file
beside it was judged by a reader, and not only copied.
"""

from pathlib import Path

import pytest
from expected_script import expected_form

from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

ESSAYS = sorted(path for path in (Path(__file__).parent / "essays").iterdir() if path.suffix != ".script")


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_an_essay_is_read_as_an_editor_would_read_it(path):
    assert expected_form(path) == path.with_name(f"{path.name}.script").read_text("utf-8")


@pytest.mark.parametrize("path", ESSAYS, ids=lambda path: path.name)
def test_each_character_of_it_is_said_or_listed(path):
    assert not partition_faults(read_essay(path.read_bytes(), path.name))


def test_there_are_no_scripts_without_an_essay():
    scripts = (Path(__file__).parent / "essays").glob("*.script")
    assert {path.with_suffix("") for path in scripts} == {*ESSAYS}
