import pytest

from voices.pace import Pace, as_usual, even, letters_a_word

PACE = Pace(((120, 0.8), (150, 1.2), (180, 1.5)))


@pytest.mark.parametrize(("rate_wpm", "setting"), [(120, 0.8), (135, 1.0), (150, 1.2), (165, 1.35), (180, 1.5)])
def test_between_two_measurements_is_a_line(rate_wpm, setting):
    assert PACE.setting(rate_wpm) == pytest.approx(setting)
    assert PACE.rate_wpm(setting) == pytest.approx(rate_wpm)


def test_beyond_them_the_outer_lines_go_on():
    assert PACE.setting(90) == pytest.approx(0.4)
    assert PACE.setting(210) == pytest.approx(1.8)


LONG = "Interesting considerations determine everything imaginable. " * 12
SHORT = "He is at it, and so am I, so we go on as we do. " * 12


def test_a_passage_of_long_words_has_more_letters_a_minute_so_that_its_words_come_at_the_rate():
    assert even(155, LONG) > even(155, "It is not certain that rivers bend because they must. " * 12) > even(155, SHORT)
    assert even(200, SHORT) == pytest.approx(even(100, SHORT) * 2)


def test_a_short_passage_is_taken_for_usual_prose_and_none_for_what_nobody_says():
    assert letters_a_word("Incomprehensibilities") == pytest.approx(letters_a_word("It"), rel=0.35)
    assert 3.8 <= letters_a_word(SHORT * 20) <= letters_a_word("x" * 10_000) <= 6.2
    assert letters_a_word("") > 0


def test_any_text_can_be_said_at_the_tempo_of_usual_prose():
    for text in (LONG, SHORT):
        assert even(as_usual(155, text), text) == pytest.approx(even(as_usual(155, "Rivers bend."), "Rivers bend."))
