"""Builds at the same time on one show: all are there, and of one essay one wins as a whole."""

import subprocess

import pytest
from invariant import assert_swept, assert_whole, contents
from lxml import etree
from realbuild import PONDS, built, command, environment

pytestmark = [pytest.mark.drill, pytest.mark.slow]


def at_once(show, names):
    running = [
        subprocess.Popen(command("build", name), cwd=show, env=environment(show), stdout=subprocess.DEVNULL)
        for name in names
    ]
    return [process.wait() for process in running]


@pytest.mark.parametrize("count", [2, 8])
def test_builds_of_several_essays_are_all_there(count, tmp_path, extent, record_property):
    rounds = extent(short=1, whole=5)
    for number in range(rounds):
        show = tmp_path / str(number) / "show"
        show.mkdir(parents=True)
        names = [f"{word}-pond.md" for word in "one two three four five six seven eight".split()][:count]
        for name in names:
            (show / name).write_text(f"This is {name}. {PONDS}")
        assert at_once(show, names) == [0] * count
        assert_whole(show, {name.removesuffix(".md") for name in names})
        assert_swept(show)
        items = etree.parse(show / "public" / "feed.xml").findall("channel/item")
        assert len(items) == count
    record_property("drill", f"{count} builds at once: {rounds} rounds, {rounds * count} episodes, lost 0")


def test_of_one_essay_built_twice_at_once_one_wins_as_a_whole(tmp_path, extent, record_property):
    rounds = extent(short=1, whole=10)
    for number in range(rounds):
        show = tmp_path / str(number) / "show"
        show.mkdir(parents=True)
        (show / "pond.md").write_text(PONDS)
        assert at_once(show, ["pond.md", "pond.md"]) == [0, 0]
        assert_whole(show, {"pond"})
        assert_swept(show)
        before = contents(show / "public")
        assert built(show, "pond.md")["voiced"] == 0
        assert contents(show / "public") == before
    record_property("drill", f"one essay built twice at once: {rounds} rounds, whole {rounds}")
