import pytest

from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay

BODY = "# Bogs\n\nBogs hold water and time.\n\nA foot of peat is a thousand years.\n\n## Shoes\n\nThey hold shoes, too."


def said(markdown):
    essay = read_essay(markdown.encode(), "essay.md")
    assert partition_faults(essay) == []
    return [block.text for block in essay.blocks]


@pytest.mark.parametrize(
    "end",
    [
        '## Works Cited\n\nTurf, A. *Peat*. London: Moss, 2001.\n\nReed, B. "Sphagnum." *Bogs* 3 (1999): 33–41.',
        "## Further reading\n\n- [The Bog Book](https://a.example)\n- *Peat* by A. Turf",
        "## Literatur\n\n- Turf, A.: Torf. Berlin 2001.",
        "## Sources\n\n[1] A. Turf, Peat, 2001.\n\n[2] B. Reed, Bogs, 1999.",
    ],
)
def test_a_list_of_sources_ends_an_essay_of_markdown_unsaid(end):
    assert said(f"{BODY}\n\n{end}") == said(BODY)
    about = "Ann Turf lives in Ely."
    assert said(f"{BODY}\n\n{end}\n\n*{about}*") == [*said(BODY), about]


@pytest.mark.parametrize(
    "end", ["## Sources\n\nA river has many sources, and in 1999 we found one.", "## Links\n\nLinks are weak."]
)
def test_a_part_that_is_called_so_is_said(end):
    assert said(f"{BODY}\n\n{end}") == [*said(BODY), *(part.removeprefix("## ") for part in end.split("\n\n"))]
