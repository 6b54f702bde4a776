"""Files that are cut up without end are refused before their parsers have gone over them; long ones are not."""

import time

import pytest

from podcast.errors import PodcastError
from podcast.text.bounds import MOST_PARAGRAPHS
from podcast.text.reading import read_essay

_MB = 1_000_000
_CUT_UP = {
    "paragraphs.md": "a\n\n", "items.md": "1. a\n", "headings.md": "# a\n", "terms.md": "a\n: b\n",
    "underlined.md": "a\n=\n", "paragraphs.txt": "a\n\n", "speakers.txt": "ANN: a\n\nBOB: b\n\n",
    "paragraphs.html": "<p>a. ", "items.html": "<ul><li>a</ul>", "headings.html": "<h2>a</h2>",
    "paragraphs.rst": "a\n\n", "emphases.rst": "*a* ", "items.org": "- a\n", "emphases.org": "*a* ",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", _CUT_UP)
def test_a_megabyte_of_tiny_paragraphs_is_refused_within_seconds(name):
    source = f"<body>{_CUT_UP[name] * 90_000}" if name.endswith(".html") else _CUT_UP[name] * 300_000
    begun = time.process_time()
    with pytest.raises(PodcastError, match="more"):
        read_essay(source[:_MB].encode(), name)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("name", ["essay.md", "essay.txt", "essay.org", "essay.rst"])
def test_lines_are_counted_before_a_parser_goes_over_them(name):
    begun = time.process_time()
    with pytest.raises(PodcastError, match="lines"):
        read_essay(b"a\n\n" * 200_000, name)
    assert time.process_time() - begun < 2


def test_a_document_of_a_word_processor_is_counted_before_it_is_written_as_a_page():
    with pytest.raises(PodcastError, match="paragraphs"):
        read_essay(b"{\\rtf1 " + rb"x\par " * (MOST_PARAGRAPHS + 1) + b"}", "essay.rtf")


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
def test_twice_the_paragraphs_of_the_longest_novel_are_read(suffix):
    count = 30_000
    sign = "<p>" if suffix == "html" else ""
    essay = read_essay(f"{sign}The river bends.\n\n".encode() * count, f"novel.{suffix}")
    assert len(essay.blocks) == count


@pytest.mark.slow
def test_lines_of_one_paragraph_are_not_paragraphs():
    essay = read_essay(b"The river bends where it likes.\n" * (MOST_PARAGRAPHS + 1), "novel.md")
    assert len(essay.blocks) == 1
