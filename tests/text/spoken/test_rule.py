"""How rules are applied, whatever they say."""

import re

from podcast.text.spoken import spoken
from podcast.text.spoken.form import then
from podcast.text.spoken.rule import SpokenRule, Style, applied, part
from podcast.text.spoken.safe import safe

STYLE = Style("en-us")
DOCTOR = SpokenRule("title", re.compile(r"Dr\.?"), lambda _match, _style: "Doctor")
SUM = SpokenRule(
    "currency", re.compile(r"\$(\d) (bn)"), lambda m, _: [part(m, 1, "five"), part(m, 2, "billion dollars")]
)


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
    other = SpokenRule("other", re.compile("Dr. Hale"), lambda _match, _style: "nobody")
    assert applied((DOCTOR, other), "Dr. Hale", STYLE).text == "Doctor Hale"
    assert applied((other, DOCTOR), "Dr. Hale", STYLE).text == "nobody"


def test_who_declines_leaves_it_as_it_stands():
    never = SpokenRule("never", re.compile("Dr"), lambda _match, _style: None)
    assert applied((never,), "Dr. Hale", STYLE).expansions == ()


def test_what_a_match_covers_is_for_no_other_rule():
    keeper = SpokenRule("code", re.compile(r"Dr\. 5"), lambda _match, _style: ())
    assert applied((keeper, DOCTOR), "Dr. 5 and Dr. 6", STYLE).text == "Dr. 5 and Doctor 6"


def test_a_rule_is_tried_only_where_what_it_needs_is_there():
    tried = []
    rule = SpokenRule(
        "sum", re.compile(r"\S+"), lambda match, _style: tried.append(match[0]), needs=("0123456789", "$€")
    )
    for text in ("$ alone", "5 alone", "both $5"):
        applied((rule,), text, STYLE)
    assert tried == ["both", "$5"]


def test_expansions_of_two_steps_are_told_together():
    first = applied((DOCTOR,), "$5 bn for Dr. Hale", STYLE)
    form = then(first, applied((SUM,), first.text, STYLE))
    assert form.text == "$five billion dollars for Doctor Hale"
    assert [
        (form.text[one.start : one.end], one.written_start, one.written_end, one.rule) for one in form.expansions
    ] == [
        ("five", 1, 2, "currency"),
        ("billion dollars", 3, 5, "currency"),
        ("Doctor", 10, 13, "title"),
    ]


def test_of_expansions_within_expansions_one_is_told():
    longer = SpokenRule("longer", re.compile("Doctor Hale"), lambda _match, _style: "nobody")
    first = applied((DOCTOR,), "Ask Dr. Hale now", STYLE)
    [one] = then(first, applied((longer,), first.text, STYLE)).expansions
    assert (one.written_start, one.written_end, one.start, one.end) == (4, 12, 4, 10)


def test_two_steps_lead_back_to_what_was_written():
    first = applied((DOCTOR,), "Ask\x01 Dr. Hale", STYLE)
    form = then(first, safe(first.text))
    assert form.text == "Ask Doctor Hale"
    [expansion] = form.expansions
    assert form.text[expansion.start : expansion.end] == "Doctor"
    start = form.text.index("Hale")
    assert form.written_span(start, start + 4) == (9, 13)


def test_no_rule_touches_what_is_kept():
    form = applied((DOCTOR,), "Dr. and Dr.", STYLE, [(0, 3)])
    assert form.text == "Dr. and Doctor"


def test_two_steps_keep_the_expansions_of_both():
    first = applied((DOCTOR,), "Dr. Hale paid $5 bn", STYLE)
    form = then(first, applied((SUM,), first.text, STYLE))
    assert form.text == "Doctor Hale paid $five billion dollars"
    said = [(form.text[one.start : one.end], one.written_start, one.written_end) for one in form.expansions]
    assert said == [("Doctor", 0, 3), ("five", 15, 16), ("billion dollars", 17, 19)]


def test_the_lexicon_has_the_last_word():
    lexicon = (SpokenRule("lexicon", re.compile("Ada"), lambda _match, _style: "Dr. Ada St. Hale"),)
    assert spoken("Ada met Dr. Hill.", "en-us", lexicon).text == "Dr. Ada St. Hale met Doctor Hill."
