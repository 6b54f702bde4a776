import pytest

from podcast.episode.soundbites import soundbites
from podcast.episode.timeline import Placed, Timeline
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from voices.speech import Word

WORD_SAMPLES = 22_050  # each word takes half a second

MARKED = """\
# Rivers

A river that could choose would still not run straight. ==Wherever the bank is **weak**, the water digs.== What it
takes there it lays down on the other side, a little further on. Each curve makes the next one sharper.

Until the loop is so tight that a single flood can cut it off, and leave a quiet lake behind.
"""
PULLED = """\
# Rivers

A river that could choose would still not run straight. Wherever the bank is weak, the water digs. What it takes
there it lays down on the other side, a little further on. Each curve makes the next one sharper, until the loop is
so tight that a single flood can cut it off, and leave a quiet lake behind.

> “Wherever the bank is weak, the water digs.”
"""
PAGE = """\
<h1>Rivers</h1><p>A river that could choose would still not run straight. <mark>Wherever the bank is weak, the water
digs.</mark> What it takes there it lays down on the other side, a little further on. Each curve makes the next one
sharper.</p>
"""


def found_in(source, name="rivers.md", word_samples=WORD_SAMPLES):
    essay = read_essay(source.encode(), name)
    script = write_script(essay, says_title=True)
    placed, sample = [], 0
    for index, segment in enumerate(script.segments):
        words, at, begin = [], 0, sample
        for part in segment.text.split():
            at = segment.text.index(part, at)
            words.append(Word(at, at + len(part), sample, sample + word_samples))
            at, sample = at + len(part), sample + word_samples
        placed.append(Placed(index, segment.text, begin, sample, tuple(words), is_timed=True))
    return soundbites(essay, script, Timeline(tuple(placed), sample // 1152 + 1))


@pytest.mark.parametrize(("source", "name"), [(MARKED, "rivers.md"), (PULLED, "rivers.md"), (PAGE, "rivers.html")])
def test_a_sentence_that_stands_out_goes_on_to_the_end_of_one_that_makes_it_long_enough(source, name):
    [bite] = found_in(source, name)
    assert bite.title == "Wherever the bank is weak, the water digs."
    assert bite.start_ms == 11 * 500  # after the title and the first sentence
    assert bite.duration_ms == (8 + 15 + (27 if source == PULLED else 7)) * 500


def test_an_essay_without_marks_has_none_and_a_short_episode_neither():
    assert found_in(MARKED.replace("==", "")) == ()
    assert found_in(MARKED, word_samples=2000) == ()


def test_a_stretch_is_never_too_long():
    [bite] = found_in("One ==" + "and then and then " * 99 + "so.== It goes.")
    assert bite.duration_ms == 120_000


@pytest.mark.parametrize("heading", ["Rivers\n======", "Rivers\n==", "# Rivers"])
def test_the_line_under_a_heading_is_no_mark(heading):
    [bite] = found_in(MARKED.replace("# Rivers", heading) + "\n\nThe End\n=======\n\nText.")
    assert bite.title == "Wherever the bank is weak, the water digs."


def test_another_element_is_no_mark():
    assert found_in(PAGE.replace("<mark>", "<mark-x>").replace("</mark>", "</mark-x>"), "rivers.html") == ()


def test_a_quotation_is_pulled_only_where_the_text_says_it_word_for_word():
    assert found_in(PULLED.replace("“Wherever the bank is weak, the water digs.”", "No")) == ()
    assert found_in(PULLED.replace("“Wherever the bank is weak, the water digs.”", "herever the bank is weak")) == ()


def test_marks_that_hold_nothing_are_no_soundbites():
    assert found_in("One two ==three== and.") == ()
    assert found_in("x == y, and y == z, if you ask a mathematician.", "x.txt") == ()


def test_a_mark_that_is_never_ended_takes_nothing_with_it():
    source = MARKED.replace("# Rivers\n", "# Rivers\n\nThis ==begins and never ends.\n")
    [bite] = found_in(source)
    assert bite.title == "Wherever the bank is weak, the water digs."


@pytest.mark.parametrize(
    "sentence", ["“Water digs.”", "Water digs (it does)", "the water digs, always;", "**Water digs.**"]
)
def test_a_mark_may_stand_beside_any_sign(sentence):
    [bite] = found_in(MARKED.replace("==Wherever the bank is **weak**, the water digs.==", f"=={sentence}=="))
    assert bite.title == sentence.strip("*;")


def test_a_stretch_keeps_within_its_section_and_begins_earlier_where_that_is_short():
    [bite] = found_in("One two three four. " * 10 + "==So it goes on.==\n\n## Next\n\n" + "One two three four. " * 10)
    assert (bite.start_ms, bite.duration_ms, bite.title) == (6000, 16_000, "So it goes on.")


SENTENCES = [
    f"The {number} river of the long plain bends where its bank is weak."
    for number in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
]
TEXT = "One two three four. " * 10


@pytest.mark.parametrize(
    "source",
    [
        " ".join(f"=={sentence}== {TEXT}" for sentence in SENTENCES),
        "\n\n".join([*(f"{sentence} {TEXT}" for sentence in SENTENCES), *(f"> {sentence}" for sentence in SENTENCES)]),
    ],
    ids=["marked", "pulled"],
)
def test_of_many_the_first_five_are_taken(source):
    """An app shows a few; more than a handful is the episode once more."""
    assert [bite.title for bite in found_in(source)] == SENTENCES[:5]
