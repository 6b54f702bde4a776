"""Every case of golden.tsv, and of golden/ a file for each language: what is said for what is written, and why.

American English where no language is named. In golden/ the reason is a rule's name, and whose rule it is. A test for
each file, and not for each of its cases: five thousand tests take longer to be started than to be run.
"""

from pathlib import Path

import pytest

from podcast.text.spoken import spoken

HERE = Path(__file__).parent
FILES = (HERE / "golden.tsv", *sorted(HERE.glob("golden/*.tsv")))


def cases(file):
    of_file = "en-us" if file.stem == "golden" else file.stem
    for row in file.read_text("utf-8").splitlines()[1:]:
        if row and not row.startswith("# "):
            written, said, _why, language = [*row.split("\t"), of_file][:4]
            yield written, said, language


def said_otherwise(pairs):
    """What is said, of those for which it is not what it should be."""
    return {
        (written, language): found
        for written, said, language in pairs
        if (found := spoken(written, language).text) != said
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_all_is_said_as_it_should_be(file):
    assert said_otherwise(cases(file)) == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said_is_said_the_same_when_it_is_read_again(file):
    assert said_otherwise((said, said, language) for _written, said, language in cases(file)) == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_case_is_there_twice_with_two_answers(file):
    answers = {}
    for written, said, language in cases(file):
        assert answers.setdefault((written, language), said) == said
