import sqlite3
from contextlib import closing
from dataclasses import replace
from zlib import crc32

import pytest

from podcast.episode.archive import Archive
from podcast.episode.catalog import FILE_NAME, Catalog, CatalogError
from podcast.episode.facts import entry_of, to_json


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "public")


@pytest.fixture
def put(archive, episode):
    def put(slug, **changes):
        made = replace(episode(slug=slug), **changes)
        archive.write(f"episodes/{slug}/episode.json", to_json(made).encode())
        return made

    return put


def seen(archive, monkeypatch):
    """What the catalog has, and which episodes it had to read for that."""
    read = []
    monkeypatch.setattr(archive, "episode", lambda slug: read.append(slug) or Archive.episode(archive, slug))
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        return dict(catalog.entries), read


def test_only_what_has_changed_is_read_again(archive, put, monkeypatch):
    one, two = put("one"), put("two")
    assert seen(archive, monkeypatch) == ({"one": entry_of(one), "two": entry_of(two)}, ["one", "two"])
    assert seen(archive, monkeypatch)[1] == []
    two = put("two", title="Another")
    assert seen(archive, monkeypatch) == ({"one": entry_of(one), "two": entry_of(two)}, ["two"])


def test_what_has_gone_is_forgotten(archive, put, monkeypatch):
    put("one")
    put("two")
    seen(archive, monkeypatch)
    (archive.public / "episodes/one/episode.json").unlink()
    assert list(seen(archive, monkeypatch)[0]) == ["two"]
    with closing(sqlite3.connect(archive.workroom / FILE_NAME)) as file:
        assert file.execute("SELECT slug FROM entries").fetchall() == [("two",)]


def test_what_was_made_is_kept_with_its_recipe(archive):
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        catalog.keep("one", "recipe", b"<item/>")
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        assert catalog.recipes == {"one": "recipe"}
        assert list(catalog.kept(["one", "one"])) == [b"<item/>"] * 2
        with pytest.raises(CatalogError):
            list(catalog.kept(["one", "two"]))
        catalog.forget({"one", "two"})
        assert catalog.recipes == {}


def test_a_build_that_fails_keeps_nothing(archive):
    with pytest.raises(RuntimeError), archive.locked(), Catalog(archive, is_locked=True) as catalog:
        catalog.keep("one", "recipe", b"<item/>")
        raise RuntimeError
    with Catalog(archive) as catalog:
        assert catalog.recipes == {}


def test_what_is_forgotten_stays_so_even_if_the_build_fails(archive):
    with archive.locked(), Catalog(archive, is_locked=True) as catalog:
        catalog.keep("one", "recipe", b"<item/>")
    with pytest.raises(RuntimeError), archive.locked(), Catalog(archive, is_locked=True) as catalog:
        catalog.forget({"one"})
        raise RuntimeError
    with Catalog(archive) as catalog:
        assert catalog.recipes == {}


def test_looking_something_up_leaves_no_trace(archive, put, tmp_path):
    put("one")
    with Catalog(archive) as catalog:
        assert list(catalog.entries) == ["one"]
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("damage", ["text", "cut", "version", "holes"])
def test_a_damaged_catalog_is_made_anew(archive, put, damage, monkeypatch):
    put("one")
    seen(archive, monkeypatch)
    path = archive.workroom / FILE_NAME
    content = path.read_bytes()
    if damage == "version":
        with sqlite3.connect(path) as file:
            file.execute("PRAGMA user_version = 99")
        file.close()
    else:
        torn = {"text": b"no database" * 99, "cut": content[:5000], "holes": content[:100] + b"\xff" * 20_000}
        path.write_bytes(torn[damage])
    with Catalog(archive) as catalog:
        assert list(catalog.entries) == ["one"]
    assert list(seen(archive, monkeypatch)[0]) == ["one"]
    seen(archive, monkeypatch)
    assert seen(archive, monkeypatch)[1] == []


def test_facts_in_another_form_are_read_again(archive, put, monkeypatch):
    put("one")
    seen(archive, monkeypatch)
    facts = '{"slug": "one"}'
    with closing(sqlite3.connect(archive.workroom / FILE_NAME)) as file, file:
        file.execute("UPDATE entries SET facts = ?, checksum = ?", (facts, crc32(facts.encode())))
    assert seen(archive, monkeypatch)[1] == ["one"]
