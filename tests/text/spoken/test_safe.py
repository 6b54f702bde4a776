import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.text.spoken.safe import is_safe, safe
from voices.speech import Utterance


@pytest.mark.parametrize(
    "text", ["Rivers bend.", "“Don’t,” said U.S. e.g. www.example.com", "naïve 江 🌊 café", "3.14 [sic] a-b—c"]
)
def test_a_sane_text_is_said_as_it_stands(text):
    form = safe(text)
    assert form.text == text
    assert form.origin == tuple(range(len(text)))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a\x01b\x07c", "abc"),
        ("soft\u00adhyphen\u200b\ufeff\u202e", "softhyphen"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("[[h@loU]]", "[ [h@loU]]"),
        ("[[[x", "[ [ [x"),
        ("[\x1b[x", "[ [x"),
        ("two  \t spaces", "two spaces"),
        ("\r\x1b\r", " "),
        ("x" * 130, " ".join(["x" * 60, "x" * 60, "x" * 10])),
    ],
)
def test_what_an_engine_must_not_see_is_kept_from_it(written, said):
    assert safe(written).text == said


def test_spoken_spans_lead_back_to_the_written_words():
    written = "Read\x01 [[this]] aloud"
    form = safe(written)
    for word in ("Read", "this", "aloud"):
        start = form.text.index(word)
        begin, end = form.written_span(start, start + len(word))
        assert written[begin:end].replace("\x01", "") == word


def test_an_empty_text_has_an_empty_form():
    assert safe("").text == ""
    assert safe("").written_index(0) == 0


@given(st.text(max_size=200))
def test_no_letter_is_lost_and_the_way_back_never_turns(written):
    form = safe(written)
    assert len(form.text) == len(form.origin)
    assert list(form.origin) == sorted(form.origin)
    letters = "".join(c for c in written if c.isalnum())
    assert "".join(c for c in form.text if c.isalnum()) == letters
    assert "[[" not in form.text
    assert safe(form.text).text == form.text


@pytest.mark.parametrize(
    "text", ["a." * 350, "é." * 350, "s'" * 350, "b.c." * 170, "x" * 700, "[[x]] " * 100, "." * 699 + "a"]
)
def test_texts_that_abort_the_engine_are_said(text, engine_process, voice):
    assert engine_process.speak(Utterance(safe(text).text, voice)).samples


@given(
    st.text(st.sampled_from("ab. [\n\t\u00a0\x1c\u200b\ud800é²"), max_size=20)
    | st.text("ab.", min_size=55, max_size=70)
)
def test_what_looks_safe_at_a_glance_is(text):
    if is_safe(text):
        assert safe(text).text == text


def test_prose_is_safe_at_a_glance():
    assert is_safe("“Don’t,” said the 3 of them… and left; that was in 1984.")
