"""The gate over a show that was really built: its files, its sound, its address."""

import json
import shutil
import subprocess
import sys

import pytest

from feed.check import RULES
from feed.check.pages import PAGE_FILE
from feed.check.strays import STRAYS
from podcast.errors import PodcastError
from podcast.show import intact
from podcast.show.facts_check import COVERAGE, FACTS, GAPS, MEMORY_WHOLE
from podcast.show.release_check import report_on
from podcast.sound.codec import mp3

ESSAY = """\
---
title: Why Rivers Bend
author: Ada Lake
date: 2026-03-01
---
A river that could choose would still not run straight.

## The weak bank

Stone and paper.

## The quiet lake

One flood is enough.
"""
PONDS = "---\ntitle: Ponds\ndate: 2026-03-08\n---\nPonds stand still, and nobody asks them why.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gate") / "letters"
    folder.mkdir()
    (folder / "rivers.md").write_text(ESSAY, "utf-8")
    (folder / "ponds.md").write_text(PONDS, "utf-8")
    command = "-m podcast build rivers.md ponds.md --voice narrator --base-url https://example.org/show".split()
    done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def show(built, tmp_path):
    return shutil.copytree(built, tmp_path / "letters")


def broken(show, **options):
    """But for what tells that somebody has been at the files: in what follows somebody has."""
    return {problem.rule.id for problem in problems(show, **options)}


def problems(show, **options):
    return [problem for problem in report_on(show, **options).problems if problem.rule not in intact.RULES]


def audio(show, slug="rivers"):
    (path,) = (show / "public" / "episodes" / slug).glob("*.mp3")
    return path


def edit(show, old, new):
    feed = show / "public" / "feed.xml"
    text = feed.read_text("utf-8")
    assert old in text
    feed.write_text(text.replace(old, new), "utf-8")


def test_what_build_makes_passes(show):
    report = report_on(show)
    assert report.problems == ()
    assert report.episodes == 2
    assert set(report.rules) == {*RULES, FACTS, COVERAGE, GAPS, MEMORY_WHOLE, PAGE_FILE, *intact.RULES, *STRAYS}
    assert len({rule.id for rule in report.rules}) == len(report.rules)


def test_the_goal_of_loudness_is_that_of_the_show(show):
    assert broken(show, loudness_lufs=-20) == {"audio-loudness"}
    (show / "podcast.toml").write_text("[sound]\nloudness_lufs = -20\n")
    assert broken(show) == {"audio-loudness"}
    (show / "podcast.toml").write_text("[sound]\ntrue_peak_dbtp = -4\n")
    assert broken(show) == {"audio-peak"}


def test_the_address_is_that_of_the_settings(show):
    (show / "podcast.toml").write_text('[show]\nbase_url = "https://example.com"\n')
    assert broken(show) == {"self-link"}
    assert broken(show, base_url="https://example.org/show/") == set()
    (show / "podcast.toml").write_text('[show]\nbase_url = "https://example.org/show/"\n')
    assert broken(show) == set()


def test_a_show_on_localhost_is_not_ready(show):
    edit(show, "https://example.org/show", "http://localhost:8000")
    found = [problem for problem in report_on(show).problems if problem.rule.id == "public-address"]
    assert len(found) == 3
    assert "base_url" in found[0].rule.remedy


def test_audio_that_was_damaged_is_heard(show):
    path = audio(show)
    data = bytearray(path.read_bytes())
    data[-60_000:-57_000] = bytes(3000)
    path.write_bytes(data)
    assert "audio-decodes" in broken(show)
    assert broken(show, is_listening=False) == {"audio-decodes", "duration-true"}  # frames are missing


def test_audio_that_was_cut_off_is_noticed_without_listening(show):
    path = audio(show)
    path.write_bytes(path.read_bytes()[:-30_000])
    assert {"enclosure-length", "audio-decodes"} <= broken(show, is_listening=False)


def reworked(show, change):
    path = audio(show)
    path.write_bytes(change(path.read_bytes()))


def test_audio_that_falls_silent_in_the_middle_is_heard(show):
    reworked(show, lambda data: data[:-40_000] + mp3.silence(400, 64) + data[-40_000:])
    assert "audio-silence" in broken(show)
    assert "audio-silence" not in broken(show, is_listening=False)


def test_audio_without_its_tag_is_noticed_with_and_without_listening(show):
    def without(data):
        size = sum(byte << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
        return data[size + 10 :]

    reworked(show, without)
    for is_listening in (True, False):
        assert broken(show, is_listening=is_listening) >= {"enclosure-length", "tag-version"}


def test_a_tag_whose_chapters_no_player_shows_is_noticed(show):
    reworked(show, lambda data: data.replace(b"CTOC", b"XTOC", 1))
    for is_listening in (True, False):
        assert broken(show, is_listening=is_listening) == {"tag-chapters"}


def test_a_tag_with_other_chapters_than_the_feed_is_noticed(show):
    [told] = (show / "public" / "episodes" / "rivers").glob("*.chapters.json")
    facts = json.loads(told.read_text("utf-8"))
    facts["chapters"].pop()
    told.write_text(json.dumps(facts), "utf-8")
    assert "chapters-tag" in broken(show, is_listening=False)


def test_nothing_is_heard_of_an_episode_that_was_not_asked_for(show):
    audio(show).write_bytes(b"<html>Not found</html>")
    assert broken(show, slugs=[]) == set()


def test_audio_that_is_something_else_is_noticed(show):
    audio(show).write_bytes(b"<html>Not found</html>")
    assert {"audio-decodes", "enclosure-length"} <= broken(show)


def test_a_build_may_ask_for_its_own_episodes_only(show):
    audio(show, "ponds").unlink()
    assert "enclosure-found" in broken(show)
    assert broken(show, slugs=["rivers"], is_listening=False) == set()
    assert broken(show, slugs=["ponds"], is_listening=False) == {"enclosure-found"}


def test_audio_that_lies_elsewhere_is_no_episode_of_the_build_s(show):
    edit(show, f"https://example.org/show/episodes/ponds/{audio(show, 'ponds').name}", "https://example.net/ponds.mp3")
    for slug in ("rivers", "ponds"):
        assert broken(show, slugs=[slug]) == set()


def test_files_that_nothing_refers_to_are_found(show):
    shutil.copy(audio(show), audio(show).with_name("rivers-00000000.mp3"))
    assert broken(show) == {"orphan-file"}
    assert broken(show, slugs=["rivers"]) == set()


@pytest.mark.parametrize("name", ["index.html", "episodes/rivers/index.html"])
def test_a_page_that_is_missing_is_noticed(show, name):
    (show / "public" / name).unlink()
    assert broken(show, is_listening=False) == {"link-found"}


@pytest.mark.parametrize("name", ["feed.xsl", "feed.css"])
def test_a_style_sheet_of_the_feed_that_is_missing_is_noticed(show, name):
    (show / "public" / name).unlink()
    assert "feed-style" in broken(show, is_listening=False)


def test_an_asset_of_the_pages_that_is_missing_is_noticed(show):
    (asset,) = (show / "public" / "assets").glob("*.css")
    asset.unlink()
    problems = report_on(show, is_listening=False).problems
    assert {problem.rule.id for problem in problems} == {"page-file"}
    assert "public/episodes/ponds/index.html" in {problem.where for problem in problems}


@pytest.mark.parametrize("facts", ["", "{}", "[", '{"format": 99}', "\ud800"])
def test_facts_with_which_no_build_can_be_done_are_a_problem(show, facts):
    path = show / "public" / "episodes" / "ponds" / "episode.json"
    path.write_bytes(facts.encode(errors="surrogatepass"))
    (problem,) = problems(show, is_listening=False)
    assert (problem.rule.id, problem.where) == ("facts", "public/episodes/ponds/episode.json")


@pytest.mark.parametrize("row", [[0, 9, "title"], [50, 60, 0, 999_999], [99_999, 100_000, 0, 1], [40, 40, 1, 2]])
def test_a_proof_that_proves_nothing_is_a_problem(show, row):
    path = show / "public" / "episodes" / "ponds" / "episode.json"
    facts = json.loads(path.read_text("utf-8"))
    facts["coverage"]["spans"].append(row)
    path.write_text(json.dumps(facts), "utf-8")
    (problem, *more) = problems(show, is_listening=False)
    assert {one.rule.id for one in (problem, *more)} == {"coverage"}
    assert problem.where == "public/episodes/ponds/episode.json"


def test_facts_in_another_episode_s_folder_are_a_problem(show):
    shutil.copytree(show / "public" / "episodes" / "ponds", show / "public" / "episodes" / "copy")
    assert "facts" in broken(show, is_listening=False)


def test_an_episode_from_before_the_show_got_its_title_is_noticed(show):
    edit(show, "<title>Letters</title>", "<title>River Letters</title>")
    assert broken(show, is_listening=False) == {"album"}


@pytest.mark.parametrize("content", ["", "<html", "<html/>", "<rss version='2.0'/>", "\0"])
def test_a_feed_that_is_none_is_a_problem(show, content):
    shutil.copy(audio(show), audio(show).with_name("rivers-00000000.mp3"))  # who knows whether that feed refers to it?
    (show / "public" / "feed.xml").write_text(content)
    assert broken(show) in ({"xml"}, {"rss"}, {"rss", "namespaces"})


def test_a_page_of_the_feed_that_cannot_be_read_may_refer_to_anything(show):
    shutil.copy(audio(show), audio(show).with_name("rivers-00000000.mp3"))
    following = '<atom:link rel="next" href="https://example.org/show/feed-10-1.xml"/>'
    edit(show, "<title>Letters</title>", f"<title>Letters</title>{following}")
    report = report_on(show, is_listening=False)
    found = {problem.rule.id for problem in report.problems}
    assert "pages" in found
    assert "orphan-file" not in found
    assert not {*STRAYS} & {*report.rules}


def test_what_a_show_alone_is_held_against_is_required():
    assert [(rule.id, rule.level, rule.source) for rule in (FACTS, COVERAGE)] == [
        ("facts", "required", "podcast build"),
        ("coverage", "required", "podcast build"),
    ]


def test_without_a_feed_there_is_nothing_to_check(tmp_path):
    with pytest.raises(PodcastError, match="no feed"):
        report_on(tmp_path)


def test_no_file_is_touched(show):
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in show.rglob("*")}
    report_on(show)
    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in show.rglob("*")} == before
