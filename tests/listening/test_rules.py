"""What the gate makes of what a recogniser heard."""

import pytest

from feed.passages import Passage
from podcast.errors import PodcastError
from podcast.listening.rules import HEARD, RULES, problems, told, unheard
from podcast.listening.show import HeardEpisode
from podcast.listening.verdict import Written, judged
from podcast.listening.words import ComparedWord


def words(text, late_ms=0):
    found, at = [], 0
    for number, word in enumerate(text.split()):
        found.append(
            ComparedWord(word.lower(), at, at + len(word), 400 * number + late_ms, 400 * number + late_ms + 350)
        )
        at += len(word) + 1
    return tuple(found)


def heard(text, by_ear, language="en", late_ms=0):
    passage = Passage(text, "Narrator", "paragraph", 0, 0, 61_000, 65_000, [])
    verdict = judged([Written(words(text), language)], words(by_ear, late_ms))
    return HeardEpisode("ponds", "On Ponds", (passage,), verdict)


def broken(*arguments, **options):
    return [problem.rule.id for problem in problems(heard(*arguments, **options))]


def test_what_was_understood_breaks_no_rule():
    assert broken("Ponds stand still", "ponds stand still") == []
    assert broken("Ponds stand still", "ponds stand steel") == []


def test_a_passage_that_was_not_understood_is_told_with_its_time_and_both_texts():
    (problem,) = problems(heard("Nobody asks Dombey why", "nobody ask dami why"))
    assert problem.rule.id == "understood"
    assert problem.where == "On Ponds"
    assert all(part in problem.what for part in ("1:01", "50 %", "“ask dami”", "“asks Dombey”"))


def test_other_languages_are_held_to_no_bar():
    assert broken("Une mare ne bouge pas", "you mar no bush pa", "fr") == []


def test_a_lost_stretch_and_a_doubled_one_are_told():
    assert "said-once" in broken("Ponds stand still and nobody asks", "ponds stand asks")
    assert "said-once" in broken("Ponds stand still and nobody asks", "ponds stand ponds stand still and nobody asks")


def test_words_out_of_their_place_are_one_problem():
    assert broken("Ponds stand still", "ponds stand still", late_ms=2000) == ["word-times"]


@pytest.mark.parametrize(
    ("text", "by_ear", "sentence"),
    [
        ("Ponds stand", "ponds stood", "heard “stood” for “stand”"),
        ("Ponds stand", "ponds", "“stand” was not heard"),
        ("Ponds stand", "ponds thank stand", "heard “thank”, which nobody wrote"),
    ],
)
def test_each_run_is_a_sentence(text, by_ear, sentence):
    found = heard(text, by_ear)
    assert told(found, found.verdict.runs[0]) == sentence


def test_an_episode_that_nobody_could_listen_to_is_a_problem_of_its_own():
    problem = unheard("ponds", PodcastError("The audio can't be decoded", remedy="Build it again."))
    assert (problem.rule, problem.where, problem.what) == (HEARD, "ponds", "the audio can't be decoded")


def test_no_rule_is_a_condition_of_publishing():
    assert {rule.level for rule in RULES} == {"recommended"}
    assert len({rule.id for rule in RULES}) == len(RULES)
