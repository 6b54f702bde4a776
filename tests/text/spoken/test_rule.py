"""How rules are applied, whatever they say."""

import re

from podcast.text.spoken.form import then
from podcast.text.spoken.rule import Rule, Style, applied, part
from podcast.text.spoken.safe import safe

STYLE = Style("en-us")
DOCTOR = Rule("title", re.compile(r"Dr\.?"), lambda _match, _style: "Doctor")
SUM = Rule("currency", re.compile(r"\$(\d) (bn)"), lambda m, _: [part(m, 1, "five"), part(m, 2, "billion dollars")])


def test_a_match_is_said_and_the_rest_stands():
    form = applied((DOCTOR,), "Ask Dr. Hale.", STYLE)
    assert form.text == "Ask Doctor Hale."
    assert form.written_span(4, 10) == (4, 7)
    assert form.written_span(11, 15) == (8, 12)
    [expansion] = form.expansions
    assert (form.text[expansion.start : expansion.end], expansion.rule) == ("Doctor", "title")


def test_no_rule_begins_or_ends_inside_of_a_word():
    for text in ("Drôle", "Dro\u0308le", "Dr\u00f4le", "xDr. x", "1Dr."):
        assert applied((DOCTOR,), text, STYLE).text == text


def test_parts_of_a_match_lead_to_their_own_words():
    form = applied((SUM,), "for $5 bn or", STYLE)
    assert form.text == "for $five billion dollars or"
    assert form.written_span(form.text.index("five"), form.text.index("five") + 4) == (5, 6)
    assert form.written_span(form.text.index("dollars"), form.text.index("dollars") + 7)[1] == 9


def test_an_earlier_rule_has_the_first_word():
    other = Rule("other", re.compile("Dr. Hale"), lambda _match, _style: "nobody")
    assert applied((DOCTOR, other), "Dr. Hale", STYLE).text == "Doctor Hale"
    assert applied((other, DOCTOR), "Dr. Hale", STYLE).text == "nobody"


def test_who_declines_leaves_it_as_it_stands():
    never = Rule("never", re.compile("Dr"), lambda _match, _style: None)
    assert applied((never,), "Dr. Hale", STYLE).expansions == ()


def test_two_steps_lead_back_to_what_was_written():
    first = applied((DOCTOR,), "Ask\x01 Dr. Hale", STYLE)
    form = then(first, safe(first.text))
    assert form.text == "Ask Doctor Hale"
    [expansion] = form.expansions
    assert form.text[expansion.start : expansion.end] == "Doctor"
    start = form.text.index("Hale")
    assert form.written_span(start, start + 4) == (9, 13)
