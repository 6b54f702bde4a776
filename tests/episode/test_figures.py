"""Which passages go with a chapter's picture."""

import pytest

from podcast.episode.figures import figure_texts
from podcast.text.reading import read_essay
from podcast.text.script import write_script

PAGE = (
    "<html><body><article><h1>T</h1><p>Rivers bend, and nobody asks.</p><h2>One</h2>"
    "{}<p>It bends.</p></article></body></html>"
)
FIGURE = "<figure><img src='map.png' alt='A loop of it'><figcaption>Where it bends.</figcaption></figure>"


def beside(source, name):
    essay = read_essay(source.encode(), name)
    script = write_script(essay, says_title=False)
    return [script.segments[index].text for index in sorted(figure_texts(script, essay.source))]


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        ("![A loop](map.png)", ["A loop"]),
        ("![](map.png)\n*Where it bends.*", ["Where it bends."]),
        ("![](map.png)\n\nWhere it bends.", []),
        ("It bends ![here](map.png) and there.", []),
        ("![A loop](map.png)\n\n![Another](b.png)", ["A loop"]),
        ("Before it.\n\n![](map.png)", []),
        ("<figure><img src=map.png><figcaption>Where it bends.</figcaption></figure>", ["Where it bends."]),
    ],
)
def test_in_markdown(body, caption):
    assert beside(f"# T\n\nRivers bend.\n\n## One\n\n{body}\n\nThe end.\n", "essay.md") == caption


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        (FIGURE, ["A loop of it", "Where it bends."]),
        ("<p><img src='map.png' alt='A loop of it'></p>", ["A loop of it"]),
        ("<p><img src='map.png' alt=''></p>", []),
    ],
)
def test_on_a_page(body, caption):
    assert beside(PAGE.format(body), "essay.html") == caption


def test_only_of_a_chapters_own_picture_which_is_its_first():
    source = "# T\n\nHi.\n\n## One\n\n![A](a.png)\n\nText.\n\n![B](b.png)\n\n## Two\n\n![C](c.png)\n\nText.\n"
    assert beside(source, "essay.md") == ["A", "C"]
