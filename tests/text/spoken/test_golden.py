"""Written and spoken form, case by case: every table in golden/.

A table has a line of headings, then `written`, `spoken`, `why` and, where it is not American English, `language`.
Lines that begin with "# " are headings of sections.
"""

from pathlib import Path

import pytest

from podcast.text.spoken import spoken

TABLES = sorted((Path(__file__).parent / "golden").glob("*.tsv"))


def cases():
    for table in TABLES:
        for line in table.read_text("utf-8").splitlines()[1:]:
            if line and not line.startswith("# "):
                written, said, why, *language = line.split("\t")
                yield pytest.param(written, said, language[0] if language else "en-us", id=f"{written} ({why})")


@pytest.mark.parametrize(("written", "said", "language"), list(cases()))
def test_it_is_said_as_the_table_says(written, said, language):
    form = spoken(written, language)
    assert form.text == said
    assert spoken(said, language).text == said
