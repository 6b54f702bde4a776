"""Two essays that state one slug: an error in every way to build them, and one essay that moved about: one episode.

Real commands, by an engine that takes no time.
"""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from lxml import etree

PLAIN = ("--voice", "narrator", "--intro", "none", "--outro", "none")
TEXT = "This is the text of essay {0}, which is about the {0} things that nobody else has written of.\n"
SLUGS = ("a b", "a-b", "A B", "a/b", "á b", "a\u0301 b", "a  b!", "a_b")


def podcast(folder, *arguments, text=None):
    command = [sys.executable, "-m", "podcast", "build", *arguments, *PLAIN]
    return subprocess.run(command, cwd=folder, input=text, capture_output=True, encoding="utf-8", check=False)


def write(folder, name, number, slug="a b", title="", more=""):
    said = f"slug: {slug!r}\n" if slug else ""
    text = f"---\ntitle: {title or f'Title {number}'}\n{said}---\n{TEXT.format(number)}{more}"
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return text


def titles(folder):
    found = etree.parse(folder / "public/feed.xml").getroot().findall("channel/item")
    return [(item.findtext("title"), item.findtext("guid")) for item in found]


def refused(done, *named):
    assert done.returncode == 1, done.stdout + done.stderr
    for part in (*named, "--same-as a-b", "slug"):
        assert part in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("slugs")
    write(folder, "one.md", 1)
    assert podcast(folder, "one.md").returncode == 0
    return folder


@pytest.fixture
def show(built, tmp_path):
    return shutil.copytree(built, tmp_path / "show")


def test_one_after_the_other_the_second_is_refused_before_anything_is_voiced(show):
    before = titles(show)
    write(show, "two.md", 2, "a/b")
    refused(podcast(show, "two.md"), "Title 1", "one.md")
    refused(podcast(show, "-", text=(show / "two.md").read_text()), "Title 1", "one.md")
    assert titles(show) == before


@pytest.mark.slow
def test_in_one_command_each_but_the_first_is_refused(tmp_path):
    names = [f"essay-{number}.md" for number in range(len(SLUGS))]
    for number, (name, slug) in enumerate(zip(names, SLUGS, strict=True)):
        write(tmp_path, name, number, slug)
    refused(podcast(tmp_path, "."), "Title 0", "essay-0.md", *names[1:])
    assert [title for title, _ in titles(tmp_path)] == ["Title 0"]
    refused(podcast(tmp_path, *names[1:]), "Title 0", "essay-0.md")
    assert [title for title, _ in titles(tmp_path)] == ["Title 0"]


@pytest.mark.drill
@pytest.mark.slow
def test_eight_at_once_one_is_built_and_seven_are_refused(tmp_path, extent, record_property):
    rounds = extent(short=1, whole=10)
    for turn in range(rounds):
        folder = tmp_path / str(turn)
        folder.mkdir()
        for number, slug in enumerate(SLUGS):
            write(folder, f"essay-{number}.md", number, slug)
        with ThreadPoolExecutor(len(SLUGS)) as pool:
            done = [*pool.map(partial(podcast, folder), [f"essay-{n}.md" for n in range(len(SLUGS))])]
        won = [number for number, one in enumerate(done) if one.returncode == 0]
        assert len(won) == 1
        assert [title for title, _ in titles(folder)] == [f"Title {won[0]}"]
        for one in done:
            if one.returncode:
                refused(one, f"Title {won[0]}", f"essay-{won[0]}.md")
    told = f"one slug: {rounds} times 8 builds at once, {rounds} built, {7 * rounds} refused, 0 lost"
    record_property("drill", told)


@pytest.mark.slow
def test_the_same_names_that_nobody_stated_are_numbered_and_all_stay(tmp_path):
    names = ["a b.md", "a-b.md", "jan/a b.md", "caf\u00e9.md", "cafe\u0301.md"]
    for number, name in enumerate(names):
        write(tmp_path, name, number, slug="")
    with ThreadPoolExecutor(len(names)) as pool:
        assert {one.returncode for one in pool.map(partial(podcast, tmp_path), names)} == {0}
    assert {title for title, _ in titles(tmp_path)} == {f"Title {number}" for number in range(len(names))}


@pytest.mark.slow
def test_an_essay_that_moves_about_is_one_episode_whatever_is_done_to_it(show):
    [(_, guid)] = titles(show)
    text = (show / "one.md").read_text()
    steps = [
        ("one.md", text.replace("Title 1", "Another title")),
        ("essays/renamed.txt", None),
        ("-", text.replace("Title 1", "A third title")),
        ("one.md", text),
        ("../outside.md", None),
        ("back.md", None),
    ]
    place = show / "one.md"
    for name, said in steps:
        if name != "-":
            (show / name).parent.mkdir(exist_ok=True)
            place = place.rename(show / name)
            if said:
                place.write_text(said)
        done = podcast(show, name, text=said if name == "-" else None)
        assert done.returncode == 0, (name, done.stderr)
        assert [one for _, one in titles(show)] == [guid], name
    moved = show.rename(show.with_name("elsewhere"))
    assert podcast(moved.parent, str(moved / "back.md"), "--show", str(moved)).returncode == 0
    assert [one for _, one in titles(moved)] == [guid]


@pytest.mark.slow
def test_the_user_s_word_makes_another_file_the_episode_s_essay(show):
    [(_, guid)] = titles(show)
    write(show, "two.md", 2)
    done = podcast(show, "two.md", "--same-as", "a-b")
    assert done.returncode == 0, done.stderr
    assert "one.md" in done.stdout + done.stderr  # whose it was
    assert titles(show) == [("Title 2", guid)]
    refused(podcast(show, "one.md"), "Title 2", "two.md")
    assert podcast(show, "two.md").returncode == 0
    write(show, "three.md", 3, slug="")
    assert podcast(show, "two.md", "three.md", "--same-as", "a-b").returncode == 2
