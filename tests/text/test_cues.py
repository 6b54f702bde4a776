import time

import pytest

from podcast.errors import PodcastError
from podcast.text.cues import AS_LONG_AS_A_SCENE_BREAK, Mark, MarkKind, is_mark, marks, read_mark
from podcast.text.essay import Reason
from podcast.text.partition import faults_of
from podcast.text.reading import read_essay
from podcast.text.script import write_script

PAUSE, STING, SCENE = Mark(MarkKind.PAUSE), Mark(MarkKind.STING), Mark(MarkKind.SCENE)


def pause(duration_ms):
    return Mark(MarkKind.PAUSE, duration_ms)


def script_of(text, name="essay.md"):
    essay = read_essay(text.encode(), name)
    script = write_script(essay, says_title=True)
    runs = [run for segment in script.segments for run in segment.runs]
    assert faults_of(essay.source, runs, script.skips) == []
    return script


def said(text, name="essay.md"):
    """Texts with the cues before them, and last the cues after them."""
    script = script_of(text, name)
    return [(segment.text, *segment.cues) for segment in script.segments] + [script.last_cues]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("[pause]", PAUSE),
        ("[pause 1.5s]", pause(1500)),
        ("[pause 500 ms]", pause(500)),
        ("[Pause: 1,5 seconds]", pause(1500)),
        ("[pause 2]", pause(2000)),
        ("[pause 0s]", pause(0)),
        ("[pause 60s]", pause(60_000)),
        ("[STING]", STING),
        ("<!-- podcast: pause 2 s -->", pause(2000)),
        ("<!--podcast:sting-->", STING),
        ("<!-- podcast: voice Ada Lake -->", "Ada Lake"),
        ("<!-- podcast: voice -->", ""),
    ],
)
def test_marks(text, mark):
    assert is_mark(text)
    assert read_mark(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "[pause for thought]",
        "[sting operation]",
        "[[pause]]",
        "[sting](https://example.org)",
        "[sting]: https://example.org",
        "[voice Ada]",
        "[pause -1s]",
        "[pausing]",
        "[paused 2s]",
        "(pause)",
        "<!-- pause -->",
        "<!-- a podcast: pause -->",
    ],
)
def test_what_is_only_similar_is_no_mark(text):
    assert list(marks(text)) == []


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- podcast: puase 2s -->",
        "<!-- podcast: -->",
        "<!-- podcast: pause 61s -->",
        "<!-- podcast: pause for thought -->",
        "[pause 2000]",
        "[pause 60001ms]",
    ],
)
@pytest.mark.parametrize("name", ["essay.md", "essay.html", "essay.txt"])
def test_a_mark_that_cannot_be_followed_is_refused_by_its_line(mark, name):
    with pytest.raises(PodcastError) as caught:
        read_essay(f"One.\n\nTwo {mark} three.".encode(), name)
    assert mark in caught.value.which
    assert "line 3" in caught.value.which
    assert "[sting]" in caught.value.remedy


@pytest.mark.parametrize("name", ["essay.md", "essay.html", "essay.txt"])
def test_a_mark_cuts_a_paragraph_where_it_stands(name):
    assert said("One, [pause 1.5s] two. [sting] Three.", name) == [
        ("One,",),
        ("two.", pause(1500)),
        ("Three.", STING),
        (),
    ]


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
def test_a_mark_on_a_line_of_its_own_goes_with_what_follows(name):
    assert said("One.\n\n[sting]\n\n[pause]\n[pause 1s]\n\nTwo.\n\n[pause 2s]\n", name) == [
        ("One.",),
        ("Two.", STING, PAUSE, pause(1000)),
        (pause(2000),),
    ]


def test_marks_as_comments():
    text = "One.\n\n<!-- podcast: sting -->\n\nTwo<!-- podcast: pause 1s --> three.\n<!-- a comment -->"
    assert said(text) == [("One.",), ("Two", STING), ("three.", pause(1000)), ()]
    page = "<p>One.</p><!-- podcast: sting --><p>Two <!-- podcast: pause 1s -->three.</p>"
    assert said(page, "essay.html") == said(text)
    assert said("One.\n\n<!-- podcast: sting -->\n\nTwo", "essay.txt") == [("One.",), ("Two", STING), ()]


@pytest.mark.parametrize(
    ("name", "text", "spoken"),
    [
        ("essay.md", "Write `[pause]` or \\[sting] or `<!-- podcast: no -->`.", "Write [pause] or [sting] or"),
        ("essay.md", "Write <code>[pause]</code> or [[sting]].", "Write [pause] or sting."),
        ("essay.md", "A [sting](https://example.org) or [sting].\n\n[sting]: https://example.org", "A sting or sting."),
        ("essay.html", "<p>Write <kbd>[pause]</kbd> or &#91;sting] &lt;!-- podcast: no --></p>", "Write [pause] or"),
        ("essay.html", "<div>\n<p><code>[pause]</code> is code</p></div>", "[pause] is code"),
        ("essay.md", "<div>\n<code>[pause]</code> is code\n</div>", "[pause] is code"),
        ("essay.txt", "Then [pause for thought] and [[pause]].", "Then [pause for thought] and [[pause]]."),
    ],
)
def test_what_is_code_or_a_link_or_escaped_is_no_mark(name, text, spoken):
    (segment,) = script_of(text, name).segments
    assert segment.text.startswith(spoken)
    assert segment.cues == ()


def test_marks_in_a_code_block_are_code():
    script = script_of("One.\n\n```\n[pause]\n<!-- podcast: what -->\n```\n\n    [sting]\n\nTwo.")
    assert [segment.cues for segment in script.segments] == [(), ()]
    assert script_of("<p>One.</p><pre>[pause]</pre>", "essay.html").last_cues == ()


def test_the_text_around_a_mark_stays_as_if_it_were_not_there():
    blocks = read_essay(b"One [pause], two[sting]three [pause] four [sting].", "essay.md").blocks
    assert [block.text for block in blocks] == ["One, two three four."]
    assert said("One [pause].") == [("One.",), (PAUSE,)]


def test_a_mark_may_be_wrapped():
    assert said("> One [pause\n> 2s] two.") == [("One",), ("two.", pause(2000)), ()]
    assert said("One [pause\n2s] two.", "essay.txt") == [("One",), ("two.", pause(2000)), ()]


def test_a_mark_above_a_heading_of_plain_text_leaves_it_one():
    prose = "The river bends where the bank is soft, and it has always bent there, as far as anyone knows."
    script = script_of(f"{prose}\n\n[sting]\n\nThe Shape of Water\n\n{prose}", "essay.txt")
    assert [segment.kind for segment in script.segments] == ["paragraph", "heading", "paragraph"]
    assert script.segments[1].cues == (STING,)


@pytest.mark.parametrize("sign", ["***", "* * *", "---", "⁂", "#", "—", "\\* \\* \\*"])
def test_scene_breaks(sign):
    assert said(f"One.\n\n{sign}\n\nTwo.") == [("One.",), ("Two.", SCENE), ()]


@pytest.mark.parametrize("sign", ["***", "* * *", "---", "⁂", "#", "~"])
def test_scene_breaks_of_plain_text(sign):
    assert said(f"One.\n\n{sign}\n\nTwo.", "essay.txt") == [("One.",), ("Two.", SCENE), ()]


def test_a_scene_break_is_one_between_two_texts():
    assert said("***\n\nOne.\n\n***\n\n***\n\n[sting]\n\n---\n\nTwo.\n\n***") == [("One.",), ("Two.", SCENE, STING), ()]
    assert said("<hr><p>One.</p><hr><p>* * *</p><p>Two.</p><hr>", "essay.html") == [("One.",), ("Two.", SCENE), ()]


def test_front_matter_and_underlines_are_no_scene_breaks():
    assert said("---\ntitle: A\n---\nOne.\n\nTwo\n---\n\nThree.") == [("One.",), ("Two",), ("Three.",), ()]


def test_marks_are_skips_with_their_reason_and_silent():
    skips = script_of("One [pause 1s] two.\n\n<!-- podcast: sting -->\n\nThree.").skips
    assert [(skip.text, skip.reason) for skip in skips] == [
        ("[pause 1s]", Reason.CUE),
        ("<!-- podcast: sting -->", Reason.CUE),
    ]


def test_a_pause_without_a_length_is_as_long_as_a_scene_break():
    assert PAUSE.duration_ms == AS_LONG_AS_A_SCENE_BREAK < 0


def test_marks_without_end_take_time_that_grows_with_their_number():
    def took_s(count):
        essay = read_essay(b"The river bends.\n\n" + b"[pause 1s] " * count, "essay.md")
        begun = time.process_time()
        script = write_script(essay, says_title=False)
        assert len(script.last_cues) == count
        return time.process_time() - begun

    took_s(10)
    assert took_s(40_000) < 25 * took_s(4_000) + 0.1  # their square would be a hundred times as long
