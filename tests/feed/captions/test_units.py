import re

from feed.captions.units import SpokenPassage, clean
from feed.captions.units import units as units_of
from feed.passages import Passage, TimedWord


def units(passage, max_chars):
    return units_of(SpokenPassage.of(passage), max_chars)


def say(text, *spans, ms_per_char=100):
    words = tuple(TimedWord(start, end, start * ms_per_char, end * ms_per_char) for start, end in spans)
    return Passage(text, "A", "paragraph", 0, 0, 0, len(text) * ms_per_char, words)


def spoken(text, max_chars=32):
    return units(say(text, *(found.span() for found in re.finditer(r"\w+", text))), max_chars)


def test_text_between_words_belongs_to_the_word_that_it_is_at():
    assert [unit.text for unit in spoken("“One” — (two), ¿three?\n— ‘four’…")] == [
        "“One” —",
        "(two),",
        "¿three?",
        "— ‘four’…",
    ]


def test_a_unit_is_heard_while_its_words_are():
    assert [(unit.start_ms, unit.end_ms) for unit in spoken("“One”, well-known…")] == [(100, 400), (700, 1700)]


def test_words_that_nothing_parts_stay_together_if_they_fit():
    assert [unit.text for unit in spoken("a well-known don’t")] == ["a", "well-known", "don’t"]
    assert [unit.text for unit in spoken("well-known", 6)] == ["well-", "known"]


def test_control_characters_go_and_words_keep_their_places():
    (one, two) = units(say("\x00o\x07ne\x85t\ud800wo\x1b!", (1, 5), (6, 10)), 32)
    assert (one.text, one.start_ms, one.end_ms, one.gap) == ("one", 100, 500, "\n")
    assert (two.text, two.start_ms, two.end_ms) == ("two!", 600, 1000)


def test_what_is_cut_has_its_share_of_the_time_and_no_gap():
    found = units(say("x" * 30, (0, 30)), 12)
    assert [(unit.text, unit.start_ms, unit.end_ms, unit.gap) for unit in found] == [
        ("x" * 10, 0, 1000, ""),
        ("x" * 10, 1000, 2000, ""),
        ("x" * 10, 2000, 3000, ""),
    ]


def test_no_piece_begins_with_a_mark_or_a_closing_bracket():
    marked = units(say("e\u0301" * 30, (0, 60)), 15)
    assert all(unit.text[0] == "e" for unit in marked)
    quoted = units(say("「河流在城镇之前。」" * 5, (0, 50)), 14)
    assert all(unit.text[0] not in "。」" for unit in quoted)


def test_words_that_a_run_of_letters_hides_are_cut_between():
    found = units(say("aaaaaabbbbbbcccccc", (0, 6), (6, 12), (12, 18)), 8)
    assert [unit.text for unit in found] == ["aaaaaa", "bbbbbb", "cccccc"]


def test_a_passage_without_words_has_them_evenly_spread():
    assert [(unit.text, unit.start_ms, unit.end_ms) for unit in units(say("ab, cd"), 32)] == [
        ("ab,", 0, 300),
        ("cd", 400, 600),
    ]
    assert units(say(" \n\x00"), 32) == []


def test_a_long_wait_at_one_word_is_not_a_reason_to_cut_it():
    assert [unit.text for unit in units(say("Ommm", (0, 4), ms_per_char=5000), 32)] == ["Ommm"]


def test_clean_text_has_two_kinds_of_white_space():
    assert clean("a\tb\r\nc\u2028d\u00a0e\x00f\ufffeg") == "a b\n\nc\nd efg"
