"""Every case of golden.tsv, and of golden/ a file for each language: what is said for what is written, and why.

American English where no language is named. In golden/ the reason is a rule's name, and whose rule it is.
"""

from pathlib import Path

import pytest

from podcast.text.spoken import spoken

HERE = Path(__file__).parent


def _cases():
    for file in (HERE / "golden.tsv", *sorted(HERE.glob("golden/*.tsv"))):
        of_file = "en-us" if file.stem == "golden" else file.stem
        for row in file.read_text("utf-8").splitlines()[1:]:
            if row and not row.startswith("# "):
                written, said, _why, language = [*row.split("\t"), of_file][:4]
                yield pytest.param(written, said, language, id=f"{written} ({language})")


CASES = tuple(_cases())


@pytest.mark.parametrize(("written", "said", "language"), CASES)
def test_it_is_said_as_it_should_be(written, said, language):
    assert spoken(written, language).text == said


@pytest.mark.parametrize(("written", "said", "language"), CASES)
def test_what_is_said_is_said_the_same_when_it_is_read_again(written, said, language):
    assert spoken(said, language).text == said
