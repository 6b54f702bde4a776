"""Every entry of the cache damaged in every way: found, made anew, told; and the episode is the same to the byte."""

import shutil
from pathlib import Path

import pytest
from invariant import contents
from realbuild import PONDS, built

from podcast.cache.store import Store

pytestmark = [pytest.mark.drill, pytest.mark.slow, pytest.mark.timeout(3600)]


def flipped(content):
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


DAMAGES = {
    "a flipped bit": flipped,
    "a flipped bit in its head": lambda content: bytes([content[0] ^ 1]) + content[1:],
    "cut off": lambda content: content[: len(content) // 2],
    "zeros": lambda content: bytes(len(content)),
    "empty": lambda _: b"",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A show that was built, and the cache beside it."""
    place = tmp_path_factory.mktemp("cache")
    (place / "show").mkdir()
    (place / "show" / "ponds.md").write_text(PONDS)
    built(place / "show", "ponds.md")
    return place


def entries(place):
    return sorted(Path(entry.path) for entry in Store(place / "cache").entries())


def built_anew(place):
    """What is published when nothing is left but the essay and the cache; and what the build told."""
    for name in ("public", ".podcast"):
        shutil.rmtree(place / "show" / name)
    told = built(place / "show", "ponds.md")
    return contents(place / "show" / "public"), told


def is_told(told):
    return any("damaged" in line for line in told["advice"])


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_mended_and_told(damage, place, tmp_path, extent, record_property):
    place = shutil.copytree(place, tmp_path / "place")
    whole, told = built_anew(place)
    assert not is_told(told)
    kept = [path.read_bytes() for path in entries(place)]
    sets = extent(short=[entries(place)], whole=[entries(place), *([path] for path in entries(place))])
    for paths in sets:
        for path in paths:
            path.write_bytes(DAMAGES[damage](path.read_bytes()))
        made, told = built_anew(place)
        assert made == whole
        assert len(paths) == 1 or is_told(told)
        made, told = built_anew(place)
        assert (made, told["voiced"], is_told(told)) == (whole, 0, False)
        for path, content in zip(entries(place), kept, strict=True):
            path.write_bytes(content)
    record_property("drill", f"{damage}: {len(sets)} builds from a damaged cache, the same to the byte {len(sets)}")


def test_an_entry_under_another_s_name_is_not_believed(place, tmp_path, record_property):
    place = shutil.copytree(place, tmp_path / "place")
    whole, _ = built_anew(place)
    clips = [path for path in entries(place) if path.suffix == ".clip"]
    assert len(clips) > 1
    for one, other in zip(clips, [*clips[1:], clips[0]], strict=True):
        shutil.copy(one, f"{other}.moved")
    for path in clips:
        shutil.move(f"{path}.moved", path)
    made, told = built_anew(place)
    assert made == whole
    assert is_told(told)
    record_property("drill", f"clips under each other's names: {len(clips)}, believed 0")
