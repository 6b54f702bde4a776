"""What a recogniser understood, passage by passage."""

import time

import pytest

from podcast.listening.verdict import Misplaced, Understood, Written, judged, put_in_place
from podcast.listening.words import ComparedWord

STEP_MS = 400


def words(text, from_ms=0):
    found, at = [], 0
    for number, word in enumerate(text.split()):
        start_ms = from_ms + number * STEP_MS
        found.append(ComparedWord(word, at, at + len(word), start_ms, start_ms + STEP_MS - 50))
        at += len(word) + 1
    return tuple(found)


def verdict(passages, heard, **options):
    """Of passages that follow each other without a pause, and of what was heard, word for word in time."""
    written, at_ms = [], 0
    for text in passages:
        written.append(Written(words(text, at_ms), "en"))
        at_ms += STEP_MS * len(text.split())
    return judged(written, words(heard) if isinstance(heard, str) else heard, **options)


def test_what_was_heard_as_written_is_right():
    found = verdict(["ponds stand still", "rivers run"], "ponds stand still rivers run")
    assert (found.words, found.wrong, found.error_rate, found.runs, found.misplaced) == (5, 0, 0, (), ())


def test_each_passage_has_its_own_figures():
    found = verdict(["ponds stand still", "rivers run on"], "ponds stand still livers run off")
    assert found.passages == (Understood(0, "en", 3, 0), Understood(1, "en", 3, 2))
    assert found.passages[1].share == pytest.approx(1 / 3)
    assert found.error_rate == pytest.approx(2 / 6)


@pytest.mark.parametrize(
    ("count", "errors", "is_enough"), [(1, 1, True), (5, 2, False), (100, 3, True), (100, 4, False)]
)
def test_in_a_short_passage_one_word_may_be_wrong_and_else_three_in_a_hundred(count, errors, is_enough):
    assert Understood(0, "en", count, errors).is_enough is is_enough


def test_the_longest_run_comes_first():
    found = verdict(["a river bends to the left and then it bends"], "a liver bends two the right hand when it bends")
    assert [(run.written, run.heard) for run in found.runs] == [
        (("left", "and", "then"), ("right", "hand", "when")),
        (("river",), ("liver",)),
    ]
    assert found.longest_run == 3
    assert (found.runs[1].start_ms, found.runs[1].end_ms) == (400, 750)
    assert (found.runs[1].start, found.runs[1].end) == (2, 7)


def test_a_run_ends_with_its_passage():
    found = verdict(["a river", "bends"], "a liver mends")
    assert [(run.passage, run.written) for run in found.runs] == [(0, ("river",)), (1, ("bends",))]


def test_what_nobody_said_is_lost():
    found = verdict(["one of them is lost", "and one is not"], "and one is not")
    assert [run.written for run in found.lost] == [("one", "of", "them", "is", "lost")]
    assert found.doubled == ()


@pytest.mark.parametrize("heard", ["ponds stand ponds stand still", "ponds stand still stand still"])
def test_what_is_said_twice_is_found(heard):
    (run,) = verdict(["ponds stand still"], heard).doubled
    assert len(run.heard) == 2


def test_a_short_word_that_is_swallowed_is_wrong_but_not_lost():
    written = words("tenths of a second")
    hasty = [word._replace(end_ms=word.start_ms + 110) if word.text == "a" else word for word in written]
    heard = [word for word in written if word.text != "a"]
    assert len(judged([Written(written, "en")], heard).lost) == 1
    found = judged([Written(hasty, "en")], heard)
    assert (found.wrong, found.lost) == (1, ())


def test_what_is_only_added_is_not_twice():
    assert verdict(["ponds stand still"], "ponds always stand still").doubled == ()


def test_names_are_compared_by_sound():
    heard = "by nora lind quist"
    assert verdict(["by nora lindqvist"], heard).wrong == 2
    assert verdict(["by nora lindqvist"], heard, unusual=frozenset({"lindqvist"})).wrong == 0


def test_a_word_that_sounds_a_second_from_where_it_is_told_is_out_of_place():
    late = words("ponds stand", 0) + words("still", 4000)
    assert verdict(["ponds stand still"], late).misplaced == (Misplaced(0, "still", 800, 4000),)


def test_languages_are_told_apart():
    written = [Written(words("ponds stand still"), "en"), Written(words("une mare", 1200), "fr"), Written((), "")]
    found = judged(written, words("ponds stand still you mar"))
    assert found.languages == ("en", "fr")
    assert (found.of("en").wrong, found.of("fr").wrong) == (0, 2)
    assert found.of("en").runs == ()


def test_of_silence_nothing_is_understood():
    assert verdict(["ponds stand still"], "").error_rate == 1
    assert judged([], ()).error_rate == 0
    assert judged([], words("thank you")).wrong == 0


def test_two_hours_take_seconds(patient):
    text = " ".join(f"w{number % 700}" for number in range(20_000))
    heard = [word for number, word in enumerate(words(text)) if number % 50]
    begun = time.process_time()
    assert verdict([text], heard).wrong == 400
    assert time.process_time() - begun < patient(20)


@pytest.mark.parametrize(
    ("heard", "doubtful"),
    [
        ("ponds stand still and on rivers run", ()),
        ("ponds stand still and on livers run", ()),  # a word may be wrong
        ("ponds stand hill an on rivers run", (0,)),
        ("ponds on rivers run", (0,)),
        ("ponds stand still and on", (1,)),
    ],
)
def test_what_is_worth_a_second_hearing(heard, doubtful):
    assert verdict(["ponds stand still and on", "rivers run"], heard).doubtful == doubtful


def test_a_second_hearing_takes_the_place_of_the_first_within_its_passage():
    written = Written(words("rivers run on", 3 * STEP_MS), "en")
    first = words("ponds stand still livers won ton and so")
    again = words("still rivers run on and", 2 * STEP_MS)
    found = [word.text for word in put_in_place(first, again, written)]
    assert found == "ponds stand still rivers run on and so".split()
