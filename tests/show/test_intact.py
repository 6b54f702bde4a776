"""Published files that are not any more what was published."""

import os
import shutil

import pytest
from unvoiced import ESSAY, PLAIN, published

from podcast.episode.archive import Archive
from podcast.episode.artwork import artwork
from podcast.episode.catalog import attested_in
from podcast.show.intact import CHANGED, DAMAGED, ENDED, LINKED, damaged_files


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("intact") / "show"
    for source, text in (("rivers.md", ESSAY), ("ponds.md", PLAIN)):
        published(Archive(folder / "public"), text, source=source)
    return folder


@pytest.fixture
def archive(built, tmp_path):
    return Archive(shutil.copytree(built, tmp_path / "show") / "public")


def found(archive):
    return {(problem.rule, problem.where) for problem in damaged_files(archive)}


def files(archive):
    return sorted(path for path in archive.public.rglob("*") if path.is_file())


def test_what_a_build_leaves_is_intact(archive):
    assert found(archive) == set()


def test_a_bit_is_found_in_every_file(archive):
    for path in files(archive):
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        named = len(path.stem.partition(".")[0].rpartition("-")[2]) == 8 and path.parent != archive.public
        where = path.relative_to(archive.public.parent).as_posix()
        assert found(archive) == {(DAMAGED if named else CHANGED, where)}
        path.write_bytes(content)


@pytest.mark.skipif(os.name != "posix", reason="who makes links on Windows needs a right for it")
def test_a_link_is_told_even_if_it_leads_to_the_same_content(archive, tmp_path):
    for path in files(archive):
        elsewhere = path.rename(tmp_path / "elsewhere")
        path.symlink_to(elsewhere)
        assert found(archive) == {(LINKED, path.relative_to(archive.public.parent).as_posix())}
        path.unlink()
        os.mkfifo(path)
        assert {rule for rule, _ in found(archive)} == {LINKED}
        path.unlink()
        elsewhere.rename(path)


def test_what_is_missing_is_for_other_rules_and_what_is_not_ours_for_its_owner(archive):
    (archive.public / "index.html").unlink()
    (archive.public / "episodes" / "rivers" / "sketch-01234567.jpg").write_bytes(b"mine")
    assert found(archive) == set()


def test_without_the_digests_only_names_tell(archive):
    shutil.rmtree(archive.workroom)
    for path in files(archive):
        path.write_bytes(b"other")
    assert {rule for rule, _ in found(archive)} == {DAMAGED}


def test_a_commit_that_was_killed_is_told_until_the_next_build(archive):
    (archive.workroom / "undo" / "new").mkdir(parents=True)
    assert found(archive) == {(ENDED, "public")}
    published(archive)
    assert found(archive) == set()


def test_the_next_build_has_shared_files_back(archive):
    before = {path: path.read_bytes() for path in files(archive)}
    for path in files(archive):
        if path.parent in (archive.public, archive.public / "assets") or path.parent.name == "rivers":
            path.write_bytes(b"damaged")
    (archive.public / "episodes" / "rivers" / "episode.json").write_bytes(
        before[archive.public / "episodes" / "rivers" / "episode.json"]
    )
    (archive.public / "feed.xml").write_bytes(before[archive.public / "feed.xml"])
    published(archive)
    assert {path: path.read_bytes() for path in files(archive)} == before


def test_a_drawn_cover_is_believed_only_as_it_was_published(archive):
    name, cover = artwork(archive, "Rivers", "Ada", None)
    assert artwork(archive, "Rivers", "Ada", None)[1] == cover
    archive.write(name, b"another picture")
    assert artwork(archive, "Rivers", "Ada", None) == (name, cover)
    assert attested_in(archive, name) == {}
