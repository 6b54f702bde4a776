import os
import threading
import time
from pathlib import Path

import pytest

from podcast.cache.inventory import OTHER, clear, take_inventory
from podcast.cache.store import Shelf, Store

DAY_S = 86_400


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


@pytest.fixture
def shelf(store):
    return Shelf(store, "engine 1")


def age(store, kind, days):
    for entry in store.entries():
        if entry.kind == kind:
            os.utime(entry.path, (time.time() - days * DAY_S,) * 2)


def kinds(store):
    return {stock.kind: stock.count for stock in take_inventory(store).stocks}


def test_of_each_kind_it_is_known_how_much_there_is_and_when_it_was_used(store, shelf):
    for number in range(3):
        shelf.put("clip", number, bytes(5000))
    shelf.put("take", 0, bytes(40_000))
    age(store, "take", 3)
    found = take_inventory(store)
    assert [(stock.kind, stock.count) for stock in found.stocks] == [("take", 1), ("clip", 3)]
    assert (found.count, found.size) == (4, sum(entry.size for entry in store.entries()))
    assert found.size - 55_000 in range(1, 500)  # what goes with each
    take, clip = found.stocks
    assert time.time() - take.newest_s == pytest.approx(3 * DAY_S, abs=10)
    assert take.newest_s == take.oldest_s < clip.oldest_s <= clip.newest_s
    assert (found.refusal, found.free > 0) == ("", True)


def test_what_was_used_at_that_time_or_later_stays(store, shelf):
    shelf.put("clip", 1, b"content")
    [entry] = store.entries()
    os.utime(entry.path, (1_000_000,) * 2)
    assert clear(store, (), 1_000_000).count == 0
    assert clear(store, (), 1_000_001).count == 1


def test_what_an_earlier_version_kept_is_seen_and_goes(store, shelf):
    shelf.put("take", 0, b"content")
    [entry] = store.entries()
    Path(entry.path).rename(Path(entry.path).with_suffix(""))
    assert kinds(store) == {OTHER: 1}
    assert clear(store, {OTHER}).count == 1


def test_a_cache_that_is_not_there_is_empty_and_not_made(store):
    assert take_inventory(store).stocks == ()
    assert clear(store).count == 0
    assert not store.folder.exists()


def test_all_of_it_goes_and_no_empty_folders_stay(store, shelf):
    for number in range(20):
        shelf.put("clip", number, b"content")
    size = take_inventory(store).size
    cleared = clear(store)
    assert (cleared.count, cleared.size, cleared.left) == (20, size, 0)
    assert not any(path.is_dir() for path in store.folder.iterdir())
    shelf.put("clip", 1, b"content")
    assert shelf.get("clip", 1, bytes) == b"content"


def test_only_what_is_of_a_kind_or_old_goes(store, shelf):
    for kind in ("take", "clip", "roster"):
        shelf.put(kind, 0, b"content")
    age(store, "take", 31)
    age(store, "clip", 29)
    assert clear(store, {"clip"}, time.time() - 30 * DAY_S).count == 0
    assert clear(store, (), time.time() - 30 * DAY_S).count == 1
    assert kinds(store) == {"clip": 1, "roster": 1}
    assert clear(store, {"clip"}).count == 1
    assert kinds(store) == {"roster": 1}


def test_what_is_just_being_written_stays_and_what_a_killed_build_left_goes(store, shelf):
    shelf.put("take", 0, b"content")
    [entry] = store.entries()
    young, old = (Path(entry.path).with_name(f".new-{name}") for name in ("young", "old"))
    for path in (young, old):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert take_inventory(store).count == clear(store).count == 1
    assert young.exists()
    assert not old.exists()


def test_what_is_not_ours_stays(store, shelf):
    shelf.put("take", 0, b"content")
    [entry] = store.entries()
    own = [Path(entry.path).with_name("photo.jpg"), store.folder / "ab.txt", store.folder / "photos" / ("0" * 62)]
    for path in own:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"own")
    clear(store)
    assert all(path.exists() for path in own)


def test_clearing_harms_nobody_who_reads_and_writes(store):
    wrong, is_done = [], threading.Event()

    def work(number):
        shelf = Shelf(store, "engine 1")
        for step in range(150):
            content = f"{number} {step % 7}".encode() * 999
            shelf.put("take", [number, step % 7], content)
            if shelf.get("take", [number, step % 7], bytes) not in (None, content):
                wrong.append(step)

    def clear_again_and_again():
        while not is_done.is_set():
            clear(store)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    clearer = threading.Thread(target=clear_again_and_again)
    for thread in (*workers, clearer):
        thread.start()
    for thread in workers:
        thread.join()
    is_done.set()
    clearer.join()
    assert wrong == []


def test_why_nothing_is_kept_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    assert "0" in take_inventory(Store(tmp_path, max_bytes=0)).refusal
    assert str(tmp_path / "file") in take_inventory(Store(tmp_path / "file" / "cache")).refusal
    assert take_inventory(Store(tmp_path / "cache")).refusal == ""
    monkeypatch.setattr("podcast.cache.store._SPARE_BYTES", 1 << 60)
    assert "full" in take_inventory(Store(tmp_path / "cache")).refusal


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told_and_left(store, shelf):
    shelf.put("take", 0, b"content")
    [entry] = store.entries()
    closed = (Path(entry.path).parent, store.folder)
    for folder in closed:
        folder.chmod(0o555)
    try:
        assert str(store.folder) in take_inventory(store).refusal
        assert clear(store).left == 1
    finally:
        for folder in closed:
            folder.chmod(0o755)
