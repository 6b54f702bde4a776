import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from podcast.episode.facts import Coverage, Span, from_json, settled, to_json


def test_facts_survive_the_file(episode):
    assert from_json(to_json(episode())) == episode()
    proof = Coverage(9, "ab", (Span(0, 4, 0, 1500), Span(5, 9, reason="code block")))
    assert from_json(to_json(episode(coverage=proof))) == episode(coverage=proof)
    assert json.loads(to_json(episode(coverage=proof)))["coverage"]["spans"] == [[0, 4, 0, 1500], [5, 9, "code block"]]


def test_facts_of_a_later_version_are_passed_over(episode):
    text = to_json(episode()).replace('"format": 1,', '"format": 1, "mood": "calm",')
    assert from_json(text) == episode()


def test_the_same_facts_give_the_same_text(episode):
    assert to_json(episode()) == to_json(episode())
    assert json.loads(to_json(episode(title="Ä “quote” 🌊")))["title"] == "Ä “quote” 🌊"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1, "slug": "x"}'])
def test_what_is_not_an_episode_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        from_json(text)


def test_an_episode_is_updated_only_when_something_changed(episode):
    old = episode()
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert settled(replace(old, updated=later), old) == old
    assert settled(replace(old, updated=later, title="New"), old).updated == later
    assert settled(old, None) == old


@pytest.mark.parametrize(
    "damage",
    [
        {"coverage": {"characters": 1, "sha256": "", "spans": [[0, 1]]}},
        {"coverage": {"characters": 1, "sha256": "", "spans": [[]]}},
        {"coverage": []},
        {"audio": []},
        {"audio": {}},
        {"chapters": [None]},
        {"chapters": {}},
        {"soundbites": 1},
        {"published": 1e999},
        {"tags": None},
    ],
)
def test_facts_with_something_missing_are_refused(damage, episode):
    facts = json.loads(to_json(episode()))
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(json.dumps({**facts, **damage}))
