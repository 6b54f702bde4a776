import pytest

from podcast.text.unusual import TWO_SOUNDS, Risk, unusual_words

SHARES = {
    "river": 1e-4,
    "bends": 1e-5,
    "the": 0.05,
    "meander": 1e-7,
    "uppsala": 3e-8,
    "read": 1e-4,
    "it": 1e-2,
    "a": 1e-2,
}


def risks(*texts):
    found = unusual_words(texts, lambda word: SHARES.get(word, 0), TWO_SOUNDS)
    return {one.text: one.risk for one in found}


@pytest.mark.parametrize(
    ("text", "word", "risk"),
    [
        ("the Kissimmee bends", "Kissimmee", Risk.UNKNOWN_NAME),
        ("The Kissimmee’s bends", "Kissimmee", Risk.UNKNOWN_NAME),
        ("the river bends in Uppsala", "Uppsala", Risk.KNOWN_NAME),
        ("a meander", "meander", Risk.RARE_WORD),
        ("the thalweg", "thalweg", Risk.UNKNOWN_WORD),
        ("Thalweg it", "Thalweg", Risk.UNKNOWN_WORD),
        ("the drôle river", "drôle", Risk.FOREIGN_LETTERS),
        ("the NATO river", "NATO", Risk.ACRONYM),
        ("the U.S. river", "U.S", Risk.ACRONYM),
        ("the CEOs", "CEOs", Risk.ACRONYM),
        ("the LaTeX river", "LaTeX", Risk.MIXED_FORM),
        ("the A380", "A380", Risk.MIXED_FORM),
        ("read the river", "read", Risk.TWO_SOUNDS),
        ("the river-thalweg", "thalweg", Risk.UNKNOWN_WORD),
    ],
)
def test_a_word_is_as_risky_as_it_is_unusual(text, word, risk):
    assert risks(text)[word] is risk


@pytest.mark.parametrize("text", ["The river bends.", "It. The river", "THE RIVER BENDS", "“The river”", "1984", "A."])
def test_what_every_voice_can_say_is_no_risk(text):
    assert risks(text) == {}


def test_each_word_is_told_once_with_where_it_stands_first():
    [one] = unusual_words(["the river", "a Kissimmee, KISSIMMEE"], lambda word: SHARES.get(word, 0), TWO_SOUNDS)
    assert (one.text, one.count, one.segment, one.start, one.end) == ("Kissimmee", 2, 1, 2, 11)


def test_the_riskiest_come_first_and_the_frequent_before_the_rare():
    found = list(risks("the Uppsala and the NATO, the Ijssel, the Waal and the Waal"))
    assert found.index("Waal") < found.index("Ijssel") < found.index("NATO") < found.index("Uppsala")


def test_a_risk_is_told_in_words():
    assert str(Risk.UNKNOWN_NAME) == "unknown name"
