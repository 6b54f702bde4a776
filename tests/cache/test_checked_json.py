"""Facts that may be lost, but never be others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.cache import checked_json

FACTS = {"slug": "rivers", "files": {"feed.xml": "0a1b", "h\udc80lf.mp3": ""}, "unspoken": ["cy"], "count": 3}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("memo") / "built" / "rivers.json"


def test_what_was_written_is_read(path):
    checked_json.write(path, {}, by_way_of=path.parents[1])
    checked_json.write(path, FACTS, by_way_of=path.parents[1])
    assert checked_json.read(path) == FACTS
    assert [found.name for found in path.parent.iterdir()] == ["rivers.json"]


@given(data=st.data())
def test_damage_leaves_nothing(path, data):
    checked_json.write(path, FACTS, by_way_of=path.parents[1])
    kept = path.read_bytes()
    at = data.draw(st.integers(0, len(kept) - 1))
    damaged = data.draw(st.sampled_from([kept[:at], kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :], kept + b" "]))
    path.write_bytes(damaged)
    assert checked_json.read(path) is None


def test_what_is_forgotten_is_gone(path):
    checked_json.write(path, FACTS, by_way_of=path.parents[1])
    checked_json.forget(path)
    checked_json.forget(path)
    assert checked_json.read(path) is None


def test_where_nothing_can_be_kept_nothing_fails(tmp_path):
    (tmp_path / "file").write_text("")
    checked_json.write(tmp_path / "file" / "rivers.json", FACTS, by_way_of=tmp_path)
    assert checked_json.read(tmp_path / "file" / "rivers.json") is None
