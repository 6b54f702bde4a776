"""`podcast check` names what a show has lost, before a build mends it."""

import shutil

import pytest

from podcast.config.settings import Settings, ShowSettings
from podcast.show.facts_check import COVERAGE, FACTS, MEMORY_WHOLE, facts_faults

SETTINGS = Settings(show=ShowSettings(base_url="https://example.org/shore"))


@pytest.fixture
def show(committed_show):
    object.__setattr__(committed_show, "settings", SETTINGS)
    committed_show.commit("rivers.md", "---\ntitle: Rivers\n---\nRivers bend, and nobody planned it.\n")
    committed_show.commit("ponds.md", "---\ntitle: Ponds\n---\nPonds stand still, and wait for the frost.\n")
    return committed_show


def found(show):
    return [(one.rule, one.where, one.what) for one in facts_faults(show.archive, is_feed_readable=True)]


def facts_of(show, slug="ponds"):
    return show.folder / "public/episodes" / slug / "episode.json"


def test_of_a_show_that_knows_all_there_is_nothing_to_say(show):
    assert found(show) == []


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"\0" * 99, b'{"format": 2}'])
def test_facts_that_are_missing_or_damaged_are_named(content, show):
    facts_of(show).unlink() if content is None else facts_of(show).write_bytes(content)
    [(rule, where, what)] = found(show)
    assert (rule, where) == (FACTS, "public/episodes/ponds/episode.json")
    assert what


def test_another_guid_is_named_in_the_facts_and_in_the_feed(show):
    guid = show.archive.episode("ponds").guid
    feed = show.folder / "public/feed.xml"
    feed.write_text(feed.read_text("utf-8").replace(guid, f"{guid[:-1]}_"), "utf-8")
    [(rule, _, what)] = found(show)
    assert rule is FACTS
    assert guid in what
    facts_of(show).write_text(facts_of(show).read_text("utf-8").replace(guid, f"{guid[:-1]}_"), "utf-8")
    [(rule, _, what)] = found(show)
    assert (rule, "changed" in what) == (FACTS, True)


def test_an_episode_that_the_feed_does_not_tell_of_is_named(show):
    feed = show.folder / "public/feed.xml"
    text = feed.read_text("utf-8")
    begin, end = text.index("<item>"), text.index("</item>") + len("</item>")
    feed.write_text(text[:begin] + text[end:], "utf-8")
    [(rule, _, what)] = found(show)
    assert (rule, "doesn't tell of it" in what) == (FACTS, True)


def test_another_show_s_guid_is_named(show):
    feed = show.folder / "public/feed.xml"
    text = feed.read_text("utf-8")
    at = text.index("<podcast:guid>") + len("<podcast:guid>")
    feed.write_text(text[:at] + ("1" if text[at] == "0" else "0") + text[at + 1 :], "utf-8")
    assert [(rule, where) for rule, where, _ in found(show)] == [(FACTS, "public/feed.xml")]


def test_what_was_mended_by_the_feed_has_no_proof_until_it_is_built_again(show):
    shutil.rmtree(show.folder / ".podcast")
    facts_of(show).unlink()
    show.commit("rivers.md")
    assert [(rule, where) for rule, where, _ in found(show)] == [(COVERAGE, "public/episodes/ponds/episode.json")]
    show.commit("ponds.md")
    assert found(show) == []


@pytest.mark.parametrize("name", ["memory/show.json", "memory/episodes/ponds.json", "catalog.sqlite3"])
def test_a_damaged_record_of_the_workroom_is_named_and_made_anew(name, show):
    path = show.folder / ".podcast" / name
    path.write_bytes(b"\xff" * 5000)
    assert [(rule, where) for rule, where, _ in found(show)] == [(MEMORY_WHOLE, f".podcast/{name}")]
    show.commit("ponds.md")
    show.commit("rivers.md")
    assert found(show) == []


def test_without_a_workroom_there_is_nothing_to_say(show):
    shutil.rmtree(show.folder / ".podcast")
    assert found(show) == []
