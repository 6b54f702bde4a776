"""A cache: what goes wrong with it is a miss, and never an error."""

import hashlib
import multiprocessing
import os
import pickle
import shutil
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.cache.store import Shelf, Store


def key(name):
    return hashlib.sha256(str(name).encode()).hexdigest()


def work(store, number):
    """How often something else comes back than what was put."""
    wrong = 0
    for step in range(60):
        name = (number * step) % 20
        store.put(key(name), key(name).encode() * 500)
        wrong += store.get(key(name)) not in (None, key(name).encode() * 500)
    return wrong


def worked(store, number):
    sys.exit(work(store, number))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


def files(store):
    return [path for path in store.folder.glob("*/*") if path.is_file()]


@given(content=st.binary(max_size=300), other=st.binary(max_size=300))
def test_what_was_put_is_what_is_got(tmp_path_factory, content, other):
    store = Store(tmp_path_factory.getbasetemp() / "shared-cache")
    store.put(key("one"), content)
    store.put(key("other"), other)
    assert store.get(key("one")) == content
    assert store.get(key("other")) == other
    assert store.get(key("none")) is None


def test_the_newest_content_counts(store):
    store.put(key(1), b"first")
    store.put(key(1), b"second")
    assert store.get(key(1)) == b"second"
    assert len(files(store)) == 1


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda kept: kept[:-1], lambda kept: kept[:20], lambda kept: kept[:-1] + b"?"]
)
def test_what_is_damaged_is_a_miss_and_is_replaced(store, damage):
    store.put(key(1), b"content")
    [path] = files(store)
    path.write_bytes(damage(path.read_bytes()))
    assert store.get(key(1)) is None
    assert store.damaged == 1
    store.put(key(1), b"content")
    assert store.get(key(1)) == b"content"


def test_an_entry_is_believed_under_its_own_key_alone(store):
    store.put(key(1), b"one")
    store.put(key(2), b"two")
    one, other = (store.folder / key(number)[:2] / key(number)[2:] for number in (1, 2))
    shutil.copy(one, other)
    assert (store.get(key(1)), store.get(key(2)), store.damaged) == (b"one", None, 1)


def test_a_store_that_is_not_read_replaces(store):
    store.put(key(1), b"old")
    fresh = Store(store.folder, is_read=False)
    assert fresh.get(key(1)) is None
    fresh.put(key(1), b"new")
    assert store.get(key(1)) == b"new"


def test_what_was_not_used_for_the_longest_time_goes_first(tmp_path):
    store = Store(tmp_path, max_bytes=100_000)
    for number in range(8):
        store.put(key(number), bytes(10_000))
    hour_ago = time.time() - 3600
    for path in files(store):
        os.utime(path, (hour_ago, hour_ago))
    store.get(key(3))
    for number in range(100, 107):
        store.put(key(number), bytes(10_000))
    assert sum(path.stat().st_size for path in files(store)) <= 100_000
    assert store.get(key(3)) is not None
    assert all(store.get(key(number)) for number in range(100, 107))
    assert sum(store.get(key(number)) is not None for number in range(8)) == 1


def test_the_folder_is_not_searched_at_each_write(tmp_path, monkeypatch):
    store, sweeps = Store(tmp_path, max_bytes=100_000_000), []
    sweep = store._sweep
    monkeypatch.setattr(store, "_sweep", lambda: sweeps.append(1) or sweep())
    for number in range(200):
        store.put(key(number), bytes(100_000))
    assert len(sweeps) in range(2, 8)


def test_nothing_is_kept_that_has_no_place(tmp_path):
    store = Store(tmp_path / "cache", max_bytes=0)
    store.put(key(1), b"content")
    assert store.get(key(1)) is None
    assert not store.folder.exists()


def test_a_disk_that_is_nearly_full_is_left_to_the_episode(store, monkeypatch):
    monkeypatch.setattr("podcast.cache.store._SPARE_BYTES", 1 << 60)
    store.put(key(1), b"content")
    assert store.get(key(1)) is None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_only_be_read_is_read(store):
    store.put(key(1), b"content")
    for folder in (files(store)[0].parent, store.folder):
        folder.chmod(0o555)
    try:
        store.put(key(1), b"other")
        store.put(key(2), b"other")
        assert (store.get(key(1)), store.get(key(2))) == (b"content", None)
    finally:
        for folder in (store.folder, files(store)[0].parent):
            folder.chmod(0o755)


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "cache").write_text("a file")
    store = Store(tmp_path / "cache")
    store.put(key(1), b"content")
    assert store.get(key(1)) is None


def test_what_killed_builds_left_half_written_goes_in_time(tmp_path):
    store = Store(tmp_path, max_bytes=100_000)
    store.put(key(1), b"content")
    [entry] = files(store)
    old, young = (entry.with_name(f".new-{age}") for age in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    store.put(key(2), b"content")
    assert not old.exists()
    assert young.exists()


def test_many_threads_write_and_make_room_at_once(tmp_path):
    wrong = []

    def work(number):
        store = Store(tmp_path, max_bytes=300_000)
        for step in range(60):
            name = (number * step) % 20
            store.put(key(name), key(name).encode() * 500)
            got = store.get(key(name))
            if got not in (None, key(name).encode() * 500):
                wrong.append(name)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert not list(tmp_path.glob("*/.new-*"))


def test_what_was_made_anew_is_not_made_again(store):
    store.put(key(1), b"old")
    fresh = Store(store.folder, is_read=False)
    assert fresh.get(key(1)) is None
    fresh.put(key(1), b"new")
    assert fresh.get(key(1)) == b"new"


def test_what_was_made_anew_in_another_process_is_not_made_again(store):
    """As its workers have it: each has a copy of the build's store."""
    store.put(key(1), b"old")
    fresh = Store(store.folder, is_read=False)
    worker, other = (pickle.loads(pickle.dumps(fresh)) for _ in range(2))
    assert worker.get(key(1)) is None
    worker.put(key(1), b"new")
    assert other.get(key(1)) == fresh.get(key(1)) == b"new"


def test_many_processes_write_and_make_room_at_once(tmp_path):
    store = Store(tmp_path / "cache", max_bytes=300_000)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=worked, args=(store, number)) for number in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert not list(store.folder.glob("*/.new-*"))
    assert sum(path.stat().st_size for path in files(store)) <= 300_000


def test_two_that_make_room_at_once_take_no_more_than_one(tmp_path, monkeypatch):
    """Each begins with the same look at the folder; what the other took is gone for both."""
    store = Store(tmp_path, max_bytes=1_000_000)
    for number in range(100):
        store.put(key(number), bytes(9_960))
    seen = [*store.entries()]
    small = Store(tmp_path, max_bytes=500_000)
    monkeypatch.setattr(small, "entries", lambda: iter(seen))
    small._sweep()
    left = len(files(store))
    small._sweep()
    assert len(files(store)) == left == 45


@given(sizes=st.lists(st.integers(0, 60_000), max_size=40), most=st.integers(60_000, 300_000))
@settings(max_examples=20, deadline=None)
def test_the_cap_holds_after_each_write(sizes, most):
    with TemporaryDirectory() as folder:
        store = Store(Path(folder), max_bytes=most)
        for number, size in enumerate(sizes):
            store.put(key(number), bytes(size))
            assert sum(path.stat().st_size for path in files(store)) <= most


def test_what_is_not_ours_is_neither_seen_nor_deleted(tmp_path):
    """A folder of the user's own may be named as the cache."""
    own = [tmp_path / "ab" / name for name in ("photo.jpg", "0" * 61, "0" * 62 + ".", "0" * 62 + ".A")]
    own += [tmp_path / name for name in ("notes.txt", "0" * 62)]
    for path in own:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes(1000))
    store = Store(tmp_path, max_bytes=500)
    store.put(key(1), b"content")
    store.put(key(2), b"content")
    assert len([*store.entries()]) == 2
    assert all(path.exists() for path in own)


def test_a_new_folder_is_marked_as_a_cache_and_one_that_is_there_is_not(store, tmp_path):
    store.put(key(1), b"content")
    assert (store.folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    Store(tmp_path).put(key(1), b"content")
    assert not (tmp_path / "CACHEDIR.TAG").exists()


def test_a_folder_whose_way_is_not_there_is_made(tmp_path):
    store = Store(tmp_path / "of the user's" / "cache")
    store.put(key(1), b"content")
    assert store.get(key(1)) == b"content"


def test_each_kind_has_entries_of_its_own(store):
    shelf = Shelf(store, "engine 1")
    shelf.put("take", ["a"], b"one")
    shelf.put("on-bed", ["a"], b"two")
    assert (shelf.get("take", ["a"], bytes), shelf.get("on-bed", ["a"], bytes)) == (b"one", b"two")
    assert {(entry.kind, entry.is_new) for entry in store.entries()} == {("take", False), ("on-bed", False)}


@pytest.mark.parametrize("kind", ["", "On bed", "a.b", "../a", "été"])
def test_a_kind_that_is_no_file_name_s_end_is_a_fault(store, kind):
    with pytest.raises(ValueError, match="kind"):
        Shelf(store, "").put(kind, None, b"content")


def test_what_is_being_written_stays_where_room_is_made(tmp_path):
    """It is the oldest, and not what is in the way."""
    store = Store(tmp_path, max_bytes=100_000)
    store.put(key(1), b"content")
    new = files(store)[0].with_name(".new-half")
    new.write_bytes(bytes(20_000))
    half_an_hour_ago = time.time() - 1800
    os.utime(new, (half_an_hour_ago, half_an_hour_ago))
    for number in range(2, 20):
        store.put(key(number), bytes(10_000))
    assert new.exists()
    assert store.get(key(1)) is None
    assert store.get(key(19)) is not None


def test_a_store_says_why_it_can_keep_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    assert Store(tmp_path / "far" / "away").refusal() == Store(tmp_path).refusal() == ""
    assert "size" in Store(tmp_path, max_bytes=0).refusal()
    assert f"{tmp_path / 'file'} is no folder" in Store(tmp_path / "file" / "below").refusal()
    monkeypatch.setattr("podcast.cache.store._SPARE_BYTES", 1 << 60)
    assert "nearly full" in Store(tmp_path).refusal()


def test_a_disk_that_can_take_it_to_the_byte_takes_it(store, monkeypatch):
    usage = shutil.disk_usage(store.folder.parent)
    monkeypatch.setattr("podcast.cache.store._SPARE_BYTES", usage.free)
    monkeypatch.setattr("podcast.cache.store.shutil.disk_usage", lambda _: usage)
    assert store.refusal() == ""
    store.put(key(1), b"x")
    assert store.get(key(1)) is None
    monkeypatch.setattr("podcast.cache.store._SPARE_BYTES", usage.free - 1)
    store.put(key(1), b"x")
    assert store.get(key(1)) == b"x"


def test_without_a_store_a_shelf_is_empty():
    shelf = Shelf(None, "engine 1")
    shelf.put("take", ["a"], b"one")
    assert shelf.get("take", ["a"], bytes) is None


def test_a_recipe_is_the_same_in_whichever_order_it_tells_its_facts(store):
    shelf = Shelf(store, "engine 1")
    shelf.put("clip", {"text": "Rivers", "kbps": 64}, b"content")
    assert shelf.get("clip", {"kbps": 64, "text": "Rivers"}, bytes) == b"content"
    assert shelf.get("clip", {"kbps": 65, "text": "Rivers"}, bytes) is None


def test_what_another_maker_made_is_not_taken(store):
    Shelf(store, "engine 1").put("take", ["a"], b"one")
    assert Shelf(store, "engine 2").get("take", ["a"], bytes) is None
    assert Shelf(store, "engine 1").get("take", ["b"], bytes) is None


def test_an_entry_that_an_earlier_version_kept_has_no_kind(store):
    store.put("0a" + "1" * 62, b"content")
    assert [entry.kind for entry in store.entries()] == [""]


def test_an_entry_tells_its_kind_its_size_and_its_use(store):
    Shelf(store, "").put("take", None, b"12345")
    [entry] = store.entries()
    assert (entry.kind, entry.is_new, entry.size) == ("take", False, 32 + 8 + 5)
    assert Path(entry.path) == files(store)[0]
    assert entry.used_s == files(store)[0].stat().st_mtime
    abandoned = entry._replace(is_new=True)
    assert not abandoned.is_abandoned(entry.used_s + 3600)
    assert abandoned.is_abandoned(entry.used_s + 3601)
    assert not entry.is_abandoned(entry.used_s + 3601)
