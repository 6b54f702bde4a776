import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.text.duration import estimate_duration_ms
from podcast.text.essay import Kind, Reason
from podcast.text.notes import show_notes, summary
from podcast.text.partition import faults_of
from podcast.text.reading import read_essay
from podcast.text.script import write_script


def essay_of(text, name="essay.md", **facts):
    return read_essay(text.encode(), name, **facts)


def spoken(text, max_chars=700):
    return [segment.text for segment in write_script(essay_of(text), max_chars=max_chars, says_title=True).segments]


def test_a_segment_a_block():
    script = write_script(essay_of("# A\n\nB.\n\n> C.\n\n- D"), says_title=True)
    assert [(s.kind, s.level, s.role, s.text, s.block) for s in script.segments] == [
        (Kind.HEADING, 1, "announcer", "A", 0),
        (Kind.PARAGRAPH, 0, "narrator", "B.", 1),
        (Kind.QUOTATION, 1, "quote", "C.", 2),
        (Kind.LIST_ITEM, 1, "narrator", "D", 3),
    ]


def test_long_paragraphs_are_cut_at_sentence_ends_into_like_parts():
    texts = spoken("Dr. Smith went to the river at 3 p.m. today. " * 40)
    assert all(text.endswith("today.") and len(text) <= 700 for text in texts)
    assert max(map(len, texts)) - min(map(len, texts)) < 100


def test_a_long_sentence_is_cut_at_a_clause_else_at_a_word_else_anywhere():
    assert all(text.endswith(",") for text in spoken("a clause of it, " * 100)[:-1])
    assert all(text.endswith("word") for text in spoken("word " * 500))
    assert [len(text) for text in spoken("x" * 1500)] == [700, 700, 100]


def test_the_blocks_of_segments_tell_where_a_paragraph_ends():
    script = write_script(essay_of("Some words. " * 100 + "\n\nEnd."), says_title=True)
    assert [segment.block for segment in script.segments] == [0, 0, 1]


def test_a_heading_that_repeats_the_title_is_skipped_unless_the_script_says_it():
    essay = essay_of("# Why *rivers*  bend\n\nText.", title="why Rivers bend")
    assert [segment.text for segment in write_script(essay, says_title=False).segments] == ["Text."]
    assert Reason.TITLE in {skip.reason for skip in write_script(essay, says_title=False).skips}
    assert len(write_script(essay, says_title=True).segments) == 2
    assert len(write_script(essay_of("# A\n\nB.", title="Other"), says_title=False).segments) == 2
    assert len(write_script(essay_of("# A"), says_title=False).segments) == 1


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["One. ", "Two, three; ", "“Four!” ", "&amp; ", "*a* ", "x" * 30, "…… ", "\n"]), min_size=1
    ),
    st.integers(5, 60),
)
def test_cutting_loses_nothing(parts, max_chars):
    essay = essay_of("Begin. " + "".join(parts))
    script = write_script(essay, max_chars=max_chars, says_title=False)
    runs = [run for segment in script.segments for run in segment.runs]
    assert faults_of(essay.source, runs, script.skips) == []
    assert all(len(segment.text) <= max_chars for segment in script.segments)
    whole = "".join(block.text for block in essay.blocks)
    assert [c for c in "".join(s.text for s in script.segments) if c.isalnum()] == [c for c in whole if c.isalnum()]


def test_offsets_of_segments():
    essay = essay_of("One *two*.\n\nThree.")
    segments = write_script(essay, says_title=True).segments
    assert [essay.source[segment.start : segment.end] for segment in segments] == ["One *two*.", "Three."]


def test_duration_grows_with_the_text_and_falls_with_the_rate():
    short, long = ["Some words. " * 10], ["Some words. " * 20]
    assert 0 < estimate_duration_ms(short, 170) < estimate_duration_ms(long, 170)
    assert estimate_duration_ms(long, 200) < estimate_duration_ms(long, 150)


def test_show_notes_are_clean_html():
    text = "# A & B\n\nc <b>d</b> [e](https://x.org/?a=1&b=2 'f') &lt;g>.\n\n> h\n\n- i\n- j"
    notes = show_notes(essay_of(text, title="Another title"))
    assert notes.split("\n") == [
        "<p><strong>A &amp; B</strong></p>",
        '<p>c <strong>d</strong> <a href="https://x.org/?a=1&amp;b=2">e</a> &lt;g&gt;.</p>',
        "<p>“h”</p>",
        "<ul><li>i</li><li>j</li></ul>",
    ]


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("https://example.org/a/", '<p><a href="https://example.org/a/">example.org/a</a></p>'),
        (
            "https://example.org/?p=1&q=token",
            '<p><a href="https://example.org/?p=1&amp;q=token">example.org/?p=1&amp;q=token</a></p>',
        ),
        ("https://example.org/a?token=ab12", ""),
        ("https://example.org/a?x=1&X-Amz-Signature=ab12", ""),
        ("https://example.org/a?access_token=ab12", ""),
    ],
)
def test_show_notes_end_with_the_address_unless_a_key_is_in_it(address, line):
    essay = read_essay(b"Rivers bend.", "rivers.txt", address=address)
    assert show_notes(essay).removeprefix("<p>Rivers bend.</p>").strip() == line


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[ponds](../ponds "x"), [seas][1], <a href="/moors">moors</a>, [top](#top)\n\n[1]: seas.md', "a.md"),
        ('<p><a href="../ponds">ponds</a> <a href="seas.md">seas</a> <a href="/moors">moors</a></p>', "a.html"),
        (
            '<link rel="canonical" href="/x"><a href="../ponds">p</a><a href="seas.md">s</a><a href="/moors">m</a>',
            "a.html",
        ),
        (
            '<base href="/essays/"><p><a href="../ponds">p</a> <a href="seas.md">s</a> <a href="/moors">m</a></p>',
            "a.html",
        ),
    ],
)
def test_links_of_a_fetched_essay_lead_where_they_led(text, name):
    essay = read_essay(text.encode(), name, address="https://example.org/essays/rivers")
    hrefs = {run.href for block in essay.blocks for run in block.runs if run.href}
    wanted = {f"https://example.org/{path}" for path in ("ponds", "essays/seas.md", "moors")}
    assert wanted <= hrefs <= wanted | {"https://example.org/essays/rivers#top"}


def test_a_link_is_one_link():
    assert show_notes(essay_of("[a *b* c](https://x.org)")).count("<a ") == 1


def test_summary():
    assert summary(essay_of("---\ndescription: D & d\n---\nText.")) == "D & d"
    assert summary(essay_of("# H\n\nOne. Two.\n\nThree.")) == "One. Two. Three."
    assert summary(essay_of("One two. " * 100), max_chars=30) == "One two. One two. One two."
    cut = summary(essay_of("word " * 100), max_chars=30)
    assert len(cut) <= 30
    assert cut.endswith("word…")


def test_show_notes_begin_after_the_title():
    assert show_notes(essay_of("# Rivers\n\nThey bend.")) == "<p>They bend.</p>"
    assert "Rivers" in show_notes(essay_of("# Rivers\n\nThey bend.", title="Ponds"))


def test_headings_that_together_repeat_the_title_are_not_said_again():
    prose = "The road began at the mill."
    page = f"<html><head><title>III: On Mills</title></head><h2>III</h2><p>On Mills</p><p>{prose}</p></html>"
    essay = essay_of(page, "x.html")
    assert [segment.text for segment in write_script(essay, says_title=False).segments] == [prose]
    assert show_notes(essay) == f"<p>{prose}</p>"
    other = essay_of(page.replace("On Mills</title>", "Off Mills</title>"), "x.html")
    assert len(write_script(other, says_title=False).segments) == 3
