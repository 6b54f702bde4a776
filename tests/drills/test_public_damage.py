"""Each published file damaged in turn: `podcast check` names it, and the build of its essay has it back."""

import json

import pytest
from invariant import assert_swept, assert_whole, contents
from realbuild import LAKES, PONDS, built, podcast

pytestmark = [pytest.mark.drill, pytest.mark.slow, pytest.mark.timeout(3600)]


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    show = tmp_path_factory.mktemp("public") / "show"
    show.mkdir()
    (show / "lakes.md").write_text(LAKES)
    (show / "ponds.md").write_text(f"# Ponds\n\n{PONDS}\n\n## Of lakes\n\n{LAKES}")
    built(show, "lakes.md")
    built(show, "ponds.md")
    return show


def named(show):
    """The files that the release gate has something against, but for the address, which is this machine's."""
    found = json.loads(podcast(show, "check", "--json").stdout)["problems"]
    return {problem["where"] for problem in found if problem["rule"] in ("file-damaged", "file-changed")}


def flipped(path):
    content = path.read_bytes()
    path.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])


def cut_off(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [flipped, cut_off])
def test_every_file_that_is_damaged_is_named_and_comes_back(damage, show, extent, record_property):
    whole = contents(show / "public")
    files = [name for name, content in sorted(whole.items()) if content and not name.startswith("episodes/lakes/")]
    files = files[:: extent(short=7, whole=1)]
    assert named(show) == set()
    for name in files:
        damage(show / "public" / name)
        assert named(show) == {f"public/{name}"}
        assert podcast(show, "build", "ponds.md").returncode == 0
        assert contents(show / "public") == whole, name
    assert named(show) == set()
    assert_whole(show, {"lakes", "ponds"})
    assert_swept(show)
    record_property("drill", f"published files, {damage.__name__}: {len(files)}, named and mended {len(files)}")


def test_a_drawn_cover_that_is_damaged_goes_into_no_new_episode(show):
    whole = contents(show / "public")
    [cover] = (show / "public").glob("cover-*.jpg")
    flipped(cover)
    essay = (show / "ponds.md").read_text()
    (show / "ponds.md").write_text(essay.replace("older", "deeper"))
    built(show, "ponds.md")
    [mp3] = (show / "public" / "episodes" / "ponds").glob("*.mp3")
    assert whole[cover.name] == cover.read_bytes()
    assert whole[cover.name] in mp3.read_bytes()
    (show / "ponds.md").write_text(essay)
    built(show, "ponds.md")
    assert contents(show / "public") == whole
