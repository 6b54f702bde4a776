"""What a show's workroom keeps has an end."""

import os

import pytest

from podcast.cache.pruning import is_overfull, keep_newest, keep_useful


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "built"


def put(folder, name, text, age):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    os.utime(folder / name, (1000 - age, 1000 - age))


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_the_newest_stay(folder):
    for age in range(9):
        put(folder, f"{age}.json", "", age)
    keep_newest(folder, 3)
    assert names(folder) == {"0.json", "1.json", "2.json"}
    keep_newest(folder, 3)
    assert len(names(folder)) == 3


def test_of_each_episode_the_newest_record_stays(folder):
    for age in range(49):
        put(folder, f"{age}.json", "rivers", age)
    put(folder, "ponds.json", "ponds", 7)
    put(folder, "gone.json", "gone", 0)
    put(folder, "rivers.json.new-01234567", "", 0)
    assert not is_overfull(folder, 1)
    assert is_overfull(folder, 0)
    keep_useful(folder, lambda path: path.read_text() or None, {"rivers", "ponds"})
    assert names(folder) == {"0.json", "ponds.json"}


def test_where_nothing_is_kept_there_is_nothing_to_end(folder):
    keep_newest(folder, 3)
    keep_useful(folder, lambda _: None, {"rivers"})
    assert not is_overfull(folder, 0)
    assert not folder.exists()
