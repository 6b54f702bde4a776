import pytest

from podcast.text.essay import Kind
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.text.spoken import spoken

POEM = ["The river runs, the river bends", "And no one knows where the river ends", "It winds in the evening light"]
PROSE = "The water on the outside of a curve runs faster than that on the inside, and so it carries more away."
WRAPPED = (
    "The water on the outside of a curve runs faster than\nthat on the inside, and so it carries more of it\naway."
)


def texts(source, name):
    return [block.text for block in read_essay(source.encode(), name).blocks]


@pytest.mark.parametrize(
    ("name", "line_end"), [("-", "\n"), ("poem.md", "  \n"), ("poem.md", "\\\n"), ("poem.html", "<br>\n")]
)
def test_lines_of_verse_stay_lines(name, line_end):
    assert texts(line_end.join(POEM), name) == ["\n".join(POEM)]


@pytest.mark.parametrize(("name", "line_end"), [("-", "\n"), ("essay.md", "  \n"), ("essay.html", "<br>")])
def test_prose_wrapped_by_line_breaks_is_prose(name, line_end):
    assert texts(WRAPPED.replace("\n", line_end), name) == [WRAPPED.replace("\n", " ")]


def test_a_stanza_with_indented_lines_is_one():
    stanza = f"{WRAPPED}\n\n  {POEM[0]},\n    {POEM[1]};\n  {POEM[2]}.\n\n{WRAPPED}"
    assert texts(stanza, "x.txt")[1] == f"{POEM[0]},\n{POEM[1]};\n{POEM[2]}."


def test_short_lines_among_wrapped_prose_are_meant():
    assert texts(f"{WRAPPED}\n\nBest,\nJane Doe\nLondon", "x.txt")[1] == "Best,\nJane Doe\nLondon"


def test_a_heading_is_one_line():
    assert texts(f"<h1>Why<br>Rivers Bend</h1><p>{PROSE}</p>", "x.html")[0] == "Why Rivers Bend"


def test_a_line_break_is_said_as_a_little_pause():
    assert spoken("where the river\nends.\nIt").text == "where the river, ends. It"


def test_a_long_poem_is_cut_at_line_ends():
    poem = "\n".join(POEM * 20)
    segments = write_script(read_essay(poem.encode(), "x.txt"), says_title=True).segments
    assert len(segments) > 1
    assert {line for segment in segments for line in segment.text.split("\n")} == set(POEM)
    assert {segment.kind for segment in segments} == {Kind.PARAGRAPH}


def test_chinese_and_japanese_lines_are_joined_without_a_space():
    for name in ("x.txt", "x.md", "x.html"):
        assert texts("水在弯道外侧流得比内侧快因此它带走了\n更多的河岸。", name) == [
            "水在弯道外侧流得比内侧快因此它带走了更多的河岸。"
        ]
