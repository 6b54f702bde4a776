"""Whatever becomes of any file of a show, the next build loses no episode, no GUID, no date, and says what was wrong.

The whole drill damages every file; `make test` those that nothing else can tell.
"""

import json
import os
import random
import re
import shutil
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

from podcast.config.settings import FeedSettings, Settings, ShowSettings
from podcast.errors import PodcastError
from podcast.show.published import FEED_NAME, published

ESSAYS = {
    "rivers.md": "---\ntitle: Why Rivers Bend\nauthor: Ada Lake\ntags: [water, stone]\nseason: 2\n---\n"
    "Rivers bend. Nobody planned it.\n\n    x = 1\n\nIt goes on, and it is never the same for two people.\n",
    "essays/ponds.md": "---\ntitle: Ponds\ndate: 2026-02-01\nlanguage: de\n---\nTeiche stehen & warten auf Frost.\n",
    "lakes.txt": "Lakes are slow.\n\nWhoever swims in one knows that it is older than the village beside it.\n",
}
ADDRESS = "https://example.org/shore"
WITH_ADDRESS = Settings(show=ShowSettings(base_url=ADDRESS), feed=FeedSettings(opus_kbps=24))
WITHOUT = Settings(feed=FeedSettings(opus_kbps=24))


def truncated(data):
    return data[: len(data) // 2]


def flipped(data, place=0):
    """A bit of it, at one place or another."""
    at, bit = (random.Random(len(data) + place).randrange(end) for end in (max(1, len(data)), 8))
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :] if data else b"\x04"


DAMAGES = {
    "deleted": None,
    "empty": lambda _: b"",
    "truncated": truncated,
    "zeros": lambda data: bytes(len(data)),
    "junk": lambda data: b"\xff\xfe{<" + data[4:],
    "flipped": flipped,
    "of another shape": lambda _: b'{"format": 1, "slug": ["a"], "entries": 7}',
    "of a later version": lambda data: data.replace(b'"format": 1', b'"format": 2'),
}


def commit_all(show):
    for name, text in ESSAYS.items():
        show.commit(name, text)


@pytest.fixture(scope="module")
def intact(tmp_path_factory):
    """The folder of a show of three essays, committed with an address that nobody states afterwards."""
    folder = tmp_path_factory.mktemp("mending") / "shore"
    folder.mkdir()
    return folder


@pytest.fixture
def show(intact, committed_show):
    """A copy of it."""
    if not (intact / "public").exists():
        commit_all(replace(committed_show, folder=intact, settings=WITH_ADDRESS))
        commit_all(replace(committed_show, folder=intact, settings=WITHOUT))
    shutil.copytree(intact, committed_show.folder, dirs_exist_ok=True)
    return replace(committed_show, settings=WITHOUT)


def state(show):
    """What subscribers know, and must not change: it is taken from the feed."""
    channel = etree.parse(show.folder / "public" / FEED_NAME).getroot().find("channel")
    items = channel.findall("item")
    told = [
        (item.findtext("guid"), item.findtext("pubDate"), item.findtext("title"), item.findtext("link"))
        for item in items
    ]
    known = published(show.folder / "public" / FEED_NAME)
    return told, known.guid, known.address


def built_at(show):
    return parsedate_to_datetime(etree.parse(show.folder / "public" / FEED_NAME).findtext("channel/lastBuildDate"))


def files_of_feed(show):
    """Every file that the feed refers to, with its stated length."""
    text = (show.folder / "public" / FEED_NAME).read_text("utf-8")
    for address in set(re.findall(rf'="{ADDRESS}/([^"]+)"', text)) - {FEED_NAME, ""}:
        length = re.search(rf'url="{ADDRESS}/{re.escape(address)}" length="(\d+)"', text)
        yield show.folder / "public" / address, int(length[1]) if length else None


def assert_whole(show, before, *, but=None):
    """Invariant I; `but`: the file that was damaged, when nobody has built its essay since."""
    assert state(show) == before
    for path, length in files_of_feed(show):
        assert path == but or path.is_file(), path
        assert path == but or length is None or path.stat().st_size == length, path
    for slug in ("rivers", "ponds", "lakes"):
        assert show.archive.episode(slug).slug == slug


def files(folder):
    skipped = ("lock", ".gitignore")
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and path.name not in skipped)


def is_media(path):
    return path.parent.parent.name == "episodes" and path.name not in ("episode.json", "index.html")


RECORDS = ("episode.json", FEED_NAME, "show.json")  # what nothing else can tell
MINE = {"rivers": "rivers.md", "ponds": "essays/ponds.md", "lakes": "lakes.txt"}


def damageable(folder, is_whole):
    """All but the essays; in the short drill one of each record."""
    found = [path for path in files(folder) if path.as_posix() not in ESSAYS]
    return found if is_whole else [next(path for path in found if path.name == name) for name in RECORDS]


@pytest.mark.drill
@pytest.mark.parametrize("damage", DAMAGES)
def test_any_file_may_be_damaged(damage, show, tmp_path_factory, extent, record_property):
    pristine, before, count = tmp_path_factory.mktemp("pristine") / "shore", state(show), 0
    shutil.copytree(show.folder, pristine)
    for path in damageable(show.folder, is_whole=extent(short=False, whole=True)):
        slug = next((slug for slug in MINE if f"/{slug}/" in path.as_posix()), "rivers")
        other = "lakes.txt" if slug != "lakes" else "rivers.md"
        for place in range(extent(short=1, whole=3 if damage == "flipped" else 1)):
            for name in (other, MINE[slug])[: extent(short=1, whole=2)]:
                spoil(show.folder, pristine, path, damage, place)
                show.commit(name)
                assert_whole(show, before, but=show.folder / path if is_media(path) and name == other else None)
                show.commit(MINE[slug])
                assert_whole(show, before)
                count += 1
    record_property("drill", f"mending: {count} files {damage}, 0 episodes, GUIDs or dates lost")


@pytest.mark.drill
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_show_without_its_workroom_is_mended_by_what_its_feed_knows(damage, show, extent, record_property):
    """As it comes from a repository, or from a host."""
    before, pristine = state(show), show.folder / "pristine"
    shutil.copytree(show.folder / "public", pristine)
    for slug in [*MINE][: extent(short=1, whole=3)]:
        items, facts = (show.folder / "public" / FEED_NAME).read_bytes(), show.archive.episode(slug)
        shutil.rmtree(show.folder / ".podcast")
        spoil(show.folder / "public", pristine, f"episodes/{slug}/episode.json", damage)
        told = show.commit("lakes.txt" if slug != "lakes" else "rivers.md").remarks
        assert any(f"The facts of {slug} (episode.json)" in remark for remark in told), told
        assert_whole(show, before)
        assert item_of(slug, show) == item_in(items, slug)
        assert show.archive.episode(slug).number == facts.number
        show.commit(MINE[slug])
        assert_whole(show, before)
        mended = show.archive.episode(slug)
        assert replace(mended, updated=facts.updated) == facts
    record_property("drill", f"mending by the feed alone: facts {damage}, 0 episodes, GUIDs or dates lost")


def item_of(slug, show):
    return item_in((show.folder / "public" / FEED_NAME).read_bytes(), slug)


def item_in(feed, slug):
    """The text of its item, whole."""
    return next(one for one in re.findall(r"<item>.*?</item>", feed.decode(), re.DOTALL) if f"/{slug}/" in one)


def spoil(folder, pristine, path, damage, place=0):
    shutil.rmtree(folder)
    shutil.copytree(pristine, folder)
    if DAMAGES[damage] is None:
        (folder / path).unlink()
        return
    data = (folder / path).read_bytes()
    (folder / path).write_bytes(flipped(data, place) if damage == "flipped" else DAMAGES[damage](data))


@pytest.mark.parametrize("damage", [one for one in DAMAGES if one != "flipped"])
def test_facts_are_byte_for_byte_what_they_were_and_the_damaged_ones_are_kept(damage, show):
    path = show.folder / "public/episodes/ponds/episode.json"
    facts = path.read_bytes()
    path.unlink() if DAMAGES[damage] is None else path.write_bytes(DAMAGES[damage](facts))
    told = show.commit("lakes.txt").remarks
    assert any("ponds" in remark and "as they were" in remark for remark in told)
    assert path.read_bytes() == facts
    aside = show.folder / ".podcast/damaged/ponds-episode.json"
    assert aside.exists() == (damage != "deleted")
    assert show.commit("lakes.txt").remarks == ()


@pytest.mark.parametrize("fact", ["guid", "published", "title", "number", "slug"])
def test_a_fact_that_was_changed_is_no_fact(fact, show):
    path = show.folder / "public/episodes/ponds/episode.json"
    facts = path.read_bytes()
    said = json.loads(facts)[fact]
    changed = said + 1 if fact == "number" else said.replace(said[3], "7" if said[3] != "7" else "8", 1)
    path.write_bytes(facts.replace(json.dumps(said).encode(), json.dumps(changed).encode(), 1))
    before = state(show)
    show.commit("lakes.txt")
    assert path.read_bytes() == facts
    assert state(show) == before


def test_facts_of_an_earlier_version_have_no_seal_and_are_believed(show):
    path = show.folder / "public/episodes/ponds/episode.json"
    facts = {name: value for name, value in json.loads(path.read_bytes()).items() if name != "seal"}
    path.write_text(json.dumps({**facts, "title": "Teiche"}), "utf-8")
    show.commit("lakes.txt")
    assert show.archive.episode("ponds").title == "Teiche"


def test_damage_that_shows_only_when_a_page_is_made_is_mended_too(show):
    """As a bad disk does it: neither time nor size tell, so nobody looks until the facts are needed."""
    path = show.folder / "public/episodes/ponds/episode.json"
    facts, status = path.read_bytes(), path.stat()
    with path.open("r+b") as file:
        file.write(bytes(len(facts)))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    (path.parent / "index.html").unlink()
    before = state(show)
    told = show.commit("lakes.txt").remarks
    assert any("ponds" in remark for remark in told)
    assert path.read_bytes() == facts
    assert_whole(show, before)


def test_facts_that_nobody_knows_stop_the_build_and_stay(show):
    path = show.folder / "public/episodes/ponds/episode.json"
    path.write_bytes(b"{")
    shutil.rmtree(show.folder / ".podcast")
    (show.folder / "public" / FEED_NAME).unlink()
    with pytest.raises(PodcastError, match=r"episode\.json"):
        show.commit("lakes.txt")
    assert path.read_bytes() == b"{"


@pytest.mark.parametrize("left", ["nothing", "no audio"])
def test_who_deletes_an_episode_s_folder_is_rid_of_it_and_told_once(left, show):
    folder = show.folder / "public/episodes/ponds"
    if left == "nothing":
        shutil.rmtree(folder)
    else:
        for path in (*folder.glob("*.mp3"), folder / "episode.json"):
            path.unlink()
    built = built_at(show)
    told = show.commit("lakes.txt").remarks
    assert [remark for remark in told if "ponds (“Ponds”) is no more in the feed" in remark]
    assert len(state(show)[0]) == 2
    assert built_at(show) >= built
    assert show.commit("lakes.txt").remarks == ()


@pytest.mark.parametrize("damage", ["deleted", "empty", "truncated"])
def test_audio_that_is_lost_is_told_and_stays_in_the_feed_until_its_essay_is_built_again(damage, show):
    [path] = (show.folder / "public/episodes/ponds").glob("*.mp3")
    sound, before = path.read_bytes(), state(show)
    path.unlink() if DAMAGES[damage] is None else path.write_bytes(DAMAGES[damage](sound))
    [told] = show.commit("lakes.txt").remarks
    assert "ponds" in told
    assert state(show) == before
    assert show.commit("essays/ponds.md").remarks == ()
    assert path.read_bytes() == sound


def test_what_a_build_that_failed_has_left_is_no_episode(show):
    folder = show.folder / "public/episodes/drafts"
    folder.mkdir()
    (folder / "drafts-0badcafe.mp3").write_bytes(b"sound")
    before = state(show)
    assert show.commit("lakes.txt").remarks == ()
    assert state(show) == before


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("has_record", [True, False])
def test_a_feed_that_is_lost_takes_neither_address_nor_guid_with_it(damage, has_record, show):
    before, feed = state(show), show.folder / "public" / FEED_NAME
    if not has_record:
        shutil.rmtree(show.folder / ".podcast")
    feed.unlink() if DAMAGES[damage] is None else feed.write_bytes(DAMAGES[damage](feed.read_bytes()))
    show.commit("lakes.txt")
    assert state(show) == before


@pytest.mark.parametrize("tag", ["guid", "href", "lastBuildDate"])
def test_a_flipped_bit_in_the_feed_s_head_is_not_believed(tag, show):
    before, feed, built = state(show), show.folder / "public" / FEED_NAME, built_at(show)
    text = feed.read_text("utf-8")
    old, new = {
        "guid": (before[1], before[1].replace(before[1][0], "0" if before[1][0] != "0" else "1", 1)),
        "href": ("https://example.org/shore/feed.xml", "https://example.org/whore/feed.xml"),
        "lastBuildDate": (" 2026 ", " 2926 "),
    }[tag]
    feed.write_text(text.replace(old, new, 1), "utf-8")
    show.commit("lakes.txt")
    assert state(show) == before
    assert built_at(show) == built


def test_a_feed_of_another_machine_is_believed(show):
    """It was moved there; this machine's record is older."""
    feed = show.folder / "public" / FEED_NAME
    feed.write_text(feed.read_text("utf-8").replace(ADDRESS, "https://example.net/shore"), "utf-8")
    show.commit("lakes.txt")
    assert state(show)[2] == "https://example.net/shore/feed.xml"


def test_all_episodes_of_a_long_feed_are_known_by_its_pages(show):
    show = replace(show, settings=Settings(feed=FeedSettings(items_per_page=2)))
    for number in range(3):
        show.commit(
            f"more/letter-{number}.txt", f"Letter {number} says what the {number} letters before it have not said."
        )
    pages = sorted((show.folder / "public").glob("feed-*.xml"))
    assert pages
    guid = show.archive.episode("ponds").guid
    assert guid not in (show.folder / "public" / FEED_NAME).read_text("utf-8")
    shutil.rmtree(show.folder / ".podcast")
    (show.folder / "public/episodes/ponds/episode.json").unlink()
    show.commit("lakes.txt")
    assert show.archive.episode("ponds").guid == guid
