"""Every case of golden.tsv: what is said for what is written, and why; American English where no language is named."""

from pathlib import Path

import pytest

from podcast.text.spoken import spoken


def _cases():
    for row in Path(__file__).with_name("golden.tsv").read_text("utf-8").splitlines()[1:]:
        if row and not row.startswith("# "):
            written, said, _why, language = [*row.split("\t"), "en-us"][:4]
            yield pytest.param(written, said, language, id=f"{written} ({language})")


CASES = tuple(_cases())


@pytest.mark.parametrize(("written", "said", "language"), CASES)
def test_it_is_said_as_it_should_be(written, said, language):
    assert spoken(written, language).text == said


@pytest.mark.parametrize(("written", "said", "language"), CASES)
def test_what_is_said_is_said_the_same_when_it_is_read_again(written, said, language):
    assert spoken(said, language).text == said
