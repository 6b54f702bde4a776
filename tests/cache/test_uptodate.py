"""A build that would change nothing is passed over, and no other."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from PIL import Image

from podcast.cache import fingerprint, public_state
from podcast.cache.materials import InputSnapshot
from podcast.cache.uptodate import BuildRecords, BuildRequest, keep
from podcast.cli import main
from podcast.cli.chapters import EssayPart
from podcast.cli.wanted import look_up
from podcast.episode.archive import Archive
from podcast.episode.facts import Audio, Episode, to_json
from podcast.produced import ProducedEpisode
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.piece import Piece
from podcast.text.lexicon import Lexicon
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import Cast, Narration
from voices.speech import Pauses, Voice

PONDS = """\
---
title: On Ponds
author: Ada Lake
date: 2026-03-01
---
A pond is a lake that has stopped pretending.

## The skin

![A pond](img/pond.png) ![Another](img/lost.png)

It has no far shore.
"""
SEGMENTS = 4
ROOT = Path(__file__).parents[2]
RIVERS = "---\ntitle: On Rivers\nauthor: Ada Lake\ndate: 2026-03-08\n---\nRivers bend.\n"
SETTINGS = """\
[show]
title = "Shore Letters"
cover = "cover.png"
link = "http://localhost:8000/about/"
[speech]
lexicons = ["words.toml"]
[opening]
text = "{title}."
music = "tune.opus"
[closing]
text = ""
music = "none"
"""
RELEVANT = {
    "title": "Of Ponds",
    "author": "Nora",
    "date": "2026-03-02",
    "language": "en-gb",
    "voice": "clara",
    "intro": "none",
    "outro": "default",
    "base_url": "https://example.org/show",
    "same_as": "ponds",
}
IRRELEVANT = {"essay", "show", "jobs", "cluster", "no_cache", "yes", "skip_failed", "as_json"}
OF_BOOKS = {"chapters", "split"}  # tests/cli/test_chapters.py
OF_ADDRESSES = {"refresh", "allow_private"}  # tests/cli/test_websources.py


class Made(Exception):  # noqa: N818 — it is no error
    """A build that is not passed over."""


def podcast(*arguments, text=None):
    result = CliRunner().invoke(main, ["build", *arguments], input=text)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def build(*arguments, text=None):
    return json.loads(podcast(*arguments, "--json", text=text))


def is_passed_over(*arguments, text=None):
    """Whether it would be; if not, nothing is made."""

    def produce(*_arguments, **_options):
        raise Made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("podcast.produce.produce", produce)
        result = CliRunner().invoke(main, ["--debug", "build", *(arguments or ["ponds.md"])], input=text)
    assert result.exit_code == 0 or "Made" in result.stderr, result.stderr
    return result.exit_code == 0


def new_show(folder):
    folder.mkdir()
    for name, text in (("ponds.md", PONDS), ("rivers.md", RIVERS), ("podcast.toml", SETTINGS), ("words.toml", "")):
        (folder / name).write_text(text, "utf-8")
    Image.new("RGB", (1400, 1400), "navy").save(folder / "cover.png")
    (folder / "img").mkdir()
    Image.new("RGB", (64, 64), "teal").save(folder / "img" / "pond.png")
    shipped = Piece.of("sting.opus", level_lufs=-16, channels=1, is_ours=True)
    (folder / "tune.opus").write_bytes(shipped.read())
    (folder / "public" / "about").mkdir(parents=True)
    (folder / "public" / "about" / "index.html").write_text("<title>About</title>")
    return folder


@pytest.fixture(scope="module")
def first_build(tmp_path_factory):
    folder = new_show(tmp_path_factory.mktemp("currency") / "show")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return folder, build("ponds.md")


@pytest.fixture
def show(first_build, monkeypatch):
    """One show for many tests: each puts back what it changed. It is current before and after."""
    folder, _ = first_build
    monkeypatch.chdir(folder)
    assert is_passed_over()
    yield folder
    assert is_passed_over()


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """A show of one's own, without pictures and music."""
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "ponds.md").write_text(PONDS, "utf-8")
    (folder / "rivers.md").write_text(RIVERS, "utf-8")
    (folder / "podcast.toml").write_text(
        '[opening]\nmusic = "none"\n[closing]\nmusic = "none"\n[voice]\nname = "narrator"\n'
    )
    monkeypatch.chdir(folder)
    return folder


@contextmanager
def changed(path, content):
    """What is in a file, for a while; then it is as it was, times and all."""
    before, status = path.read_bytes(), path.stat()
    path.write_bytes(content)
    yield
    path.write_bytes(before)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@contextmanager
def without(path):
    away = path.parent.parent / "away"
    path.rename(away)
    yield
    away.rename(path)


@contextmanager
def added(path, content=b""):
    path.write_bytes(content)
    yield
    path.unlink()


# --- what it tells ------------------------------------------------------------------------------------------------


def test_what_is_passed_over_tells_the_same_facts(first_build, show):
    first = first_build[1]
    [episode] = first["episodes"]
    assert episode["segments"] == episode["voiced"] + episode["reused"] == SEGMENTS
    again = build("ponds.md")
    assert again == {**first, "episodes": [{**episode, "voiced": 0, "reused": SEGMENTS}]}


def test_it_says_that_nothing_has_changed(show):
    told = podcast("ponds.md")
    for part in (
        "On Ponds",
        f"0 of {SEGMENTS} segments voiced, {SEGMENTS} reused",
        "nothing has changed",
        "  checked  1 episode, ",
    ):
        assert part in told


def test_nothing_on_disk_is_touched(show):
    before = {path: path.stat().st_mtime_ns for path in show.rglob("*")}
    podcast("ponds.md")
    assert {path: path.stat().st_mtime_ns for path in show.rglob("*")} == before


def test_nothing_heavy_is_imported(show):
    program = "import sys; from podcast.cli import main; main(standalone_mode=False); print(*sys.modules)"
    command = [sys.executable, "-c", program, "build", "ponds.md"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    heavy = (
        "numpy av pydub lxml starlette PIL mutagen markdown_it lameenc jinja2 nh3 sentencex sqlite3 filelock".split()
    )
    ours = "podcast.text.essay podcast.sound podcast.produce podcast.show.release_check feed.check".split()
    assert not {*heavy, "filelock", *ours} & {*loaded}


# --- what it depends on -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ponds.md", "podcast.toml", "cover.png", "tune.opus", "words.toml", "img/pond.png"])
def test_another_content_of_any_file_that_was_read_is_a_change(name, show):
    path = show / name
    with changed(path, path.read_bytes() + b"\n"):
        assert not is_passed_over()


@pytest.mark.parametrize("name", ["podcast.toml", "cover.png", "tune.opus", "words.toml", "img/pond.png"])
def test_a_file_that_has_gone_is_a_change(name, show):
    with without(show / name):
        assert not is_passed_over()


# Of all processes of a build, which files they open.
LISTENS = """
import os, sys

told = os.open(os.environ["HEARD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)

def hear(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not arguments[2] & os.O_DIRECTORY:
        os.write(told, os.path.realpath(arguments[0]).encode() + b"\\n")

sys.addaudithook(hear)
"""


@pytest.mark.skipif(os.name != "posix", reason="O_DIRECTORY is POSIX's")
def test_no_file_of_the_user_s_is_read_that_is_not_known(show, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(LISTENS)
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH"), str(ROOT)])])
    env = {**os.environ, "PYTHONPATH": path, "HEARD": str(tmp_path / "heard")}
    command = [sys.executable, "-m", "podcast", "build", "ponds.md", "--no-cache"]
    subprocess.run(command, env=env, check=True, capture_output=True)
    opened = {Path(line) for line in (tmp_path / "heard").read_text().splitlines()}
    ours = (show / "public", show / ".podcast")
    read = {path for path in opened if path.is_relative_to(show) and not any(map(path.is_relative_to, ours))}
    names = ("ponds.md", "podcast.toml", "cover.png", "tune.opus", "words.toml", "img/pond.png")
    assert {show / name for name in names} == read


@pytest.mark.parametrize("name", ["lexicon.toml", "lexicon.pls", "img/lost.png"])
def test_a_file_that_was_looked_for_and_is_there_now_is_a_change(name, show):
    with added(show / name):
        assert not is_passed_over()


def test_the_same_content_written_anew_is_no_change(show):
    for name in ("ponds.md", "cover.png", "img/pond.png"):
        (show / name).write_bytes((show / name).read_bytes())
    (show / "notes.txt").write_text("for myself")
    assert is_passed_over()


def test_a_picture_that_now_lies_outside_is_a_change(show, tmp_path):
    path = show / "img" / "pond.png"
    elsewhere = tmp_path / "pond.png"
    elsewhere.write_bytes(path.read_bytes())
    with without(path):
        path.symlink_to(elsewhere)
        assert not is_passed_over()
        path.unlink()


@pytest.mark.parametrize("option", RELEVANT)
def test_another_option_is_a_change(option, show):
    assert not is_passed_over("ponds.md", f"--{option.replace('_', '-')}", RELEVANT[option])


def test_of_each_option_it_is_known_whether_it_matters():
    options = {option.name for option in main.commands["build"].params if isinstance(option, click.Parameter)}
    assert options == {*RELEVANT, *IRRELEVANT, *OF_BOOKS, *OF_ADDRESSES}


def test_an_option_from_the_environment_is_one(show, monkeypatch):
    monkeypatch.setenv("PODCAST_BUILD_VOICE", "clara")
    assert not is_passed_over()
    monkeypatch.delenv("PODCAST_BUILD_VOICE")


def test_how_many_work_at_it_and_from_where_it_is_named_is_no_change(show, monkeypatch):
    assert is_passed_over("ponds.md", "--jobs", "1")
    assert is_passed_over("./ponds.md")
    monkeypatch.chdir(show / "img")
    assert is_passed_over("../ponds.md", "--show", "..")
    monkeypatch.chdir(show)


def test_the_time_zone_is_of_no_account_and_the_home_is(show, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert is_passed_over()
    with monkeypatch.context() as patch:
        patch.setenv("HOME", "/nonexistent")
        patch.setenv("USERPROFILE", "/nonexistent")
        assert not is_passed_over()


def test_no_cache_passes_over_nothing(show):
    assert not is_passed_over("ponds.md", "--no-cache")


@pytest.mark.parametrize("what", ["_libraries", "_own_files"])
def test_another_version_is_a_change(what, show, monkeypatch):
    before = list(getattr(fingerprint, what)())
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, what, lambda: before[:-1])
        fingerprint.machinery.cache_clear()
        assert not is_passed_over()
    fingerprint.machinery.cache_clear()


# --- what is published --------------------------------------------------------------------------------------------


def test_any_published_file_that_somebody_has_changed_or_deleted_is_made_anew(show):
    files = [path for path in sorted((show / "public").rglob("*")) if path.is_file()]
    assert len(files) >= 13
    for path in files:
        with changed(path, path.read_bytes()[:-1] + b"?"):
            assert not is_passed_over(), path
        with without(path):
            assert not is_passed_over(), path


@pytest.mark.parametrize("name", ["feed-9-1.xml", "cover-01234567.jpg", "episodes/on-ponds/ponds-01234567.mp3"])
def test_what_a_build_would_sweep_is_a_change(name, show):
    folder = next((show / "public" / "episodes").iterdir()).name
    with added(show / "public" / name.replace("on-ponds", folder)):
        assert not is_passed_over()


@pytest.mark.skipif(os.name != "posix", reason="who holds a file is not known elsewhere")
def test_what_a_killed_build_has_left_is_a_change_and_what_a_running_one_stages_is_not(show):
    import fcntl

    staged = show / "public" / ".staged-1.part"
    with added(staged):
        assert not is_passed_over()
        with staged.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            assert is_passed_over()


@pytest.mark.parametrize("folder", ["built", "."])
def test_a_record_that_is_damaged_is_none(folder, show):
    for path in (show / ".podcast" / folder).glob("*.json"):
        kept = path.read_bytes()
        for content in (b"", kept[:-1], kept.replace(b'"', b"'", 1), b"{}", b"\xff"):
            with changed(path, content):
                assert not is_passed_over()


def test_a_show_somewhere_else_is_another(show, tmp_path):
    import shutil

    copy = shutil.copytree(show, tmp_path / "show")
    assert not is_passed_over(str(copy / "ponds.md"), "--show", str(copy))


# --- builds of others ---------------------------------------------------------------------------------------------


def test_a_later_build_of_another_essay_leaves_it_current(fresh):
    build("ponds.md")
    build("rivers.md")
    assert is_passed_over("ponds.md")
    assert is_passed_over("rivers.md", "ponds.md")
    (fresh / "rivers.md").write_text(RIVERS + "\nAlways.\n")
    assert build("ponds.md", "rivers.md")["episodes"][1]["reused"] == 1
    assert is_passed_over("ponds.md")
    assert is_passed_over("rivers.md")
    assert "  checked  2 episodes, " in podcast("ponds.md", "rivers.md")


def test_a_later_build_with_other_settings_does_not(fresh):
    build("ponds.md")
    before = (fresh / "podcast.toml").read_text()
    (fresh / "podcast.toml").write_text(f'[show]\nlanguage = "en-gb"\n{before}')
    build("rivers.md")
    (fresh / "podcast.toml").write_text(before)
    assert not is_passed_over("ponds.md")
    build("ponds.md")
    assert is_passed_over("ponds.md")


def test_what_only_the_feed_says_of_the_show_is_a_change(fresh):
    """Its pages are the same with another hub, and its feed isn't."""
    before = (fresh / "podcast.toml").read_text()
    build("ponds.md")
    (fresh / "podcast.toml").write_text(f'{before}[feed]\nhub = "https://hub.example.org/"\n')
    build("rivers.md")
    assert "hub.example.org" in (fresh / "public" / "feed.xml").read_text()
    (fresh / "podcast.toml").write_text(before)
    assert not is_passed_over("ponds.md")
    build("ponds.md")
    assert "hub.example.org" not in (fresh / "public" / "feed.xml").read_text()
    assert is_passed_over("ponds.md")


def test_where_another_build_gives_the_show_its_address_that_is_told(fresh):
    build("ponds.md")
    build("rivers.md", "--base-url", "https://example.org/show")
    assert not is_passed_over("ponds.md")
    assert "https://example.org/show" in podcast("ponds.md")
    assert is_passed_over("ponds.md")
    assert "https://example.org/show" in podcast("ponds.md")


def test_the_show_s_own_page_as_its_link_keeps_nothing_from_being_current(fresh):
    """A build of any essay changes that page."""
    before = (fresh / "podcast.toml").read_text()
    (fresh / "podcast.toml").write_text(f'[show]\nlink = "http://localhost:8000/"\n{before}')
    build("ponds.md")
    assert is_passed_over("ponds.md")
    build("rivers.md")
    assert is_passed_over("ponds.md")
    assert is_passed_over("rivers.md")


def test_an_essay_from_standard_input_is_current_until_the_show_changes(fresh):
    build("-", text=PONDS)
    assert is_passed_over("-", text=PONDS)
    assert not is_passed_over("-", text=RIVERS)
    build("rivers.md")
    assert not is_passed_over("-", text=PONDS)


@pytest.mark.parametrize("is_pinned", [True, False])
def test_an_essay_known_by_its_title_is_current_while_the_others_of_that_title_are_there(is_pinned, tmp_path):
    """The day one of them is gone, its episode may be this essay's."""
    archive, moment = Archive(tmp_path / "public"), datetime(2026, 3, 1, tzinfo=UTC)
    audio = Audio("a.mp3", 5, 1000, -16.0, -1.0)
    ponds = Episode("ponds", "1", 1, moment, moment, "Ponds", "Ada", "en", "", "", "ponds.md", 1, audio)
    other = replace(ponds, slug="ponds-2", guid="2", number=2, source="old/ponds.md")
    for episode in (ponds, other):
        (tmp_path / episode.source).parent.mkdir(exist_ok=True)
        (tmp_path / episode.source).write_text("Ponds stand still.")
        archive.write(f"episodes/{episode.slug}/episode.json", to_json(episode).encode())
        archive.write(f"episodes/{episode.slug}/index.html", b"a page")
    with archive.locked():
        public_state.put(archive, "a recipe", archive.signatures())
        request = BuildRequest(tmp_path, "-", "its text", "asked for", fingerprint.state_of(tmp_path / "podcast.toml"))
        produced = ProducedEpisode(ponds, 0, 1, (), (), is_new=False, episode_count=2, base_url="")
        keep(request, archive, InputSnapshot.on(()), produced, is_pinned=is_pinned)
    assert BuildRecords(tmp_path).passed_over(request).episode == ponds
    (tmp_path / "old/ponds.md").unlink()
    assert (BuildRecords(tmp_path).passed_over(request) is None) == is_pinned


def test_what_is_published_in_the_future_is_looked_at_again(fresh):
    """The gate tells of it until that day."""
    build("ponds.md", "--date", "2099-01-01")
    assert not is_passed_over("ponds.md", "--date", "2099-01-01")


@pytest.mark.parametrize(("drivers", "is_fixed"), [(["hibari", "espeak_ng"], True), (["hibari", "sapi5"], False)])
def test_the_voices_of_a_system_may_change(drivers, is_fixed):
    said = [Narration(Voice(name, "one", "en"), Pauses(), Chain(), TextReader(Lexicon(), "en")) for name in drivers]
    assert Cast({(f"role {number}", ""): one for number, one in enumerate(said)}).has_fixed_voices == is_fixed


# --- what several have in common ----------------------------------------------------------------------------------


def request_of(folder, name):
    """As `build` asks, for what it was last asked; whatever its options were."""
    asked = BuildRecords(folder).request(name, name, (folder / name).read_bytes(), folder, {})
    record = json.loads(asked.path.read_bytes().partition(b"\n")[2]) if asked.was_built else {"asked": "never"}
    return replace(asked, asked=record["asked"])


def test_their_state_is_known_while_all_of_them_are_current(fresh):
    build("ponds.md")
    ponds = request_of(fresh, "ponds.md")
    alone = BuildRecords(fresh).state([ponds])
    assert alone
    assert BuildRecords(fresh).state([ponds, request_of(fresh, "rivers.md")]) == ""
    build("rivers.md")
    rivers = request_of(fresh, "rivers.md")
    assert rivers.was_built
    both = BuildRecords(fresh).state([ponds, rivers])
    assert len({alone, both, ""}) == 3
    (fresh / "public" / "feed.xml").write_text("another")
    assert BuildRecords(fresh).state([ponds]) == ""
    assert BuildRecords(fresh).state([]) == ""


def is_other(show, source, text):
    told = []
    BuildRecords(show).request(source, source, text.encode(), show, {}, lambda: told.append("other"))
    return bool(told)


def test_it_is_known_at_once_that_an_essay_is_another_one(fresh):
    assert is_other(fresh, "ponds.md", PONDS)
    (fresh / "ponds.md").write_text(PONDS)
    build("ponds.md")
    assert not is_other(fresh, "ponds.md", PONDS)
    assert is_other(fresh, "ponds.md", RIVERS)
    assert is_other(fresh, "rivers.md", PONDS)


@pytest.mark.parametrize(("is_edited", "told"), [(True, ["other", "machinery"]), (False, ["machinery"])])
def test_who_speaks_gets_ready_before_the_machinery_is_looked_over(fresh, is_edited, told, monkeypatch):
    build("ponds.md")
    if is_edited:
        (fresh / "ponds.md").write_text("Ponds stand quite still.")
    heard = []
    monkeypatch.setattr("podcast.cache.uptodate.machinery", lambda: heard.append("machinery") or "")
    records = BuildRecords(fresh)
    look_up(EssayPart("ponds.md"), records, {}, is_trusting=True, if_other=lambda: heard.append("other"))
    assert heard == told


def test_what_can_t_be_known_is_never_asked_for_again(fresh, monkeypatch):
    monkeypatch.setattr("podcast.cache.uptodate.machinery", lambda: "")
    assert BuildRecords(fresh).request("ponds.md", "ponds.md", b"", fresh, {}).asked == ""
    build("ponds.md")
    assert not is_passed_over("ponds.md")
    assert not request_of(fresh, "ponds.md").was_built


def test_a_published_file_that_can_t_be_read_is_never_what_it_was(fresh, monkeypatch):
    monkeypatch.setattr("podcast.cache.uptodate.state_of_published", lambda _: "")
    build("ponds.md")
    assert not is_passed_over("ponds.md")


def test_an_essay_is_asked_for_by_all_that_it_may_depend_on(fresh):
    def asked(name="ponds.md", source="ponds.md", essay=b"", folder=fresh, **options):
        return BuildRecords(fresh).request(name, source, essay, folder, options).asked

    others = {asked(), asked(name="x.md"), asked(source="x.md"), asked(essay=b"x"), asked(folder=None), asked(x=1)}
    assert len(others) == 6
    assert asked() == asked(name="elsewhere/ponds.md")


# --- while it is made ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["podcast.toml", "words.toml"])
def test_what_changes_while_it_is_built_is_not_taken_for_what_was_read(name, fresh, monkeypatch):
    (fresh / "words.toml").write_text("")
    settings = (fresh / "podcast.toml").read_text()
    (fresh / "podcast.toml").write_text(f'[speech]\nlexicons = ["words.toml"]\n{settings}')

    def stirring(*arguments):
        with changed(fresh / name, b"# another\n"):
            pass
        if name == "podcast.toml":
            (fresh / name).write_bytes((fresh / name).read_bytes() + b"\n")
        return real(*arguments)

    import podcast.produce

    real = podcast.produce.publish
    with monkeypatch.context() as patch:
        patch.setattr("podcast.produce.publish", stirring)
        build("ponds.md")
    assert not is_passed_over("ponds.md")
    build("ponds.md")
    assert is_passed_over("ponds.md")


def published(folder):
    return {path: path.read_bytes() for path in sorted((folder / "public").rglob("*")) if path.is_file()}


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.slow
def test_what_a_killed_build_leaves_is_never_taken_for_current(fresh, killed_after):
    build("rivers.md", "ponds.md")
    settings, other = ((fresh / "podcast.toml").read_text(), '[show]\nlanguage = "en-gb"\n')
    whole = published(fresh)
    for step in (4, 16):
        (fresh / "podcast.toml").write_text(other + settings)  # all pages are made anew
        dead = subprocess.run(killed_after(step, "build", "ponds.md"), check=False, capture_output=True)
        assert dead.returncode == -9
        assert not is_passed_over("ponds.md")
        (fresh / "podcast.toml").write_text(settings)
        for name in ("ponds.md", "rivers.md"):
            assert not is_passed_over(name) or published(fresh) == whole
        build("rivers.md", "ponds.md")
        whole = published(fresh)
        assert is_passed_over("ponds.md", "rivers.md")
