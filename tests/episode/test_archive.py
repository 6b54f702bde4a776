import multiprocessing
import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from podcast.episode.archive import Archive
from podcast.episode.facts import to_json
from podcast.errors import PodcastError


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "show" / "public")


def files(archive):
    return sorted(p.relative_to(archive.public).as_posix() for p in archive.public.rglob("*") if p.is_file())


def test_a_stage_that_is_not_published_leaves_nothing(archive, tmp_path):
    with pytest.raises(RuntimeError), archive.stage() as staged:
        staged.write(b"half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows deletes no open file")
def test_a_stage_that_another_build_swept_before_it_was_held_is_made_anew(archive, monkeypatch):
    import fcntl

    flock, taken = fcntl.flock, []

    def sweep_first(file, how):
        if not taken:
            taken.append(Path(file.name))
            taken[0].unlink()
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", sweep_first)
    with archive.stage() as staged:
        staged.write(b"sound")
        archive.publish_staged("rivers", ".mp3", staged)
    assert taken
    assert len(files(archive)) == 1


def test_audio_is_named_after_its_content_and_kept_whole(archive):
    with archive.stage() as staged:
        staged.write(b"sound")
        name = archive.publish_staged("rivers", ".mp3", staged)
    assert files(archive) == [f"episodes/rivers/{name}"]
    assert name == "rivers-dd29442d.mp3"
    published = archive.public / "episodes/rivers" / name
    assert published.read_bytes() == b"sound"
    assert stat.S_IMODE(published.stat().st_mode) == 0o644


def test_a_file_is_replaced_in_one_step_and_only_when_it_differs(archive):
    archive.write("feed.xml", b"one")
    before = (archive.public / "feed.xml").stat()
    archive.write("feed.xml", b"one")
    assert (archive.public / "feed.xml").stat().st_ino == before.st_ino
    archive.write("feed.xml", b"two")
    assert (archive.public / "feed.xml").stat().st_ino != before.st_ino
    assert files(archive) == ["feed.xml"]


def test_a_failed_write_keeps_the_old_file(archive, monkeypatch):
    archive.write("feed.xml", b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="space"):
        archive.write("feed.xml", b"new")
    assert (archive.public / "feed.xml").read_bytes() == b"old"
    assert files(archive) == ["feed.xml"]


def test_what_nothing_refers_to_is_swept(archive):
    for name in ("episodes/a/a-1.mp3", "episodes/a/a-2.mp3", "episodes/a/mine.mp3", "episodes/b/a-1.mp3"):
        archive.write(name, b"x")
    archive.sweep("episodes/a", re.compile(r"a-\d\.mp3"), keep={"a-2.mp3"})
    assert files(archive) == ["episodes/a/a-2.mp3", "episodes/a/mine.mp3", "episodes/b/a-1.mp3"]


@pytest.mark.skipif(os.name != "posix", reason="Windows deletes no open file")
def test_what_a_killed_build_left_is_swept_and_what_a_running_one_holds_is_not(archive):
    archive.write("feed.xml", b"x")
    program = (
        "import os, sys; from pathlib import Path; from podcast.episode.archive import Archive\n"
        "with Archive(Path(sys.argv[1])).stage() as staged: os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, archive.public], check=False)
    assert len(files(archive)) == 2
    with archive.stage() as held, archive.locked():
        assert files(archive) == [Path(held.name).name, "feed.xml"]
    assert files(archive) == ["feed.xml"]


def test_episodes_are_read_back(archive, episode):
    for slug in ("b", "a"):
        archive.write(f"episodes/{slug}/episode.json", to_json(episode(slug=slug)).encode())
    assert [archive.episode(slug).slug for slug in archive.signatures()] == ["a", "b"]


def test_a_signature_tells_when_facts_were_written_anew(archive, episode):
    assert archive.signatures() == {}
    for title in ("One", "One", "Two"):
        archive.write("episodes/a/episode.json", to_json(episode(slug="a", title=title)).encode())
        if title == "One":
            before = archive.signatures()
    archive.write("episodes/mine/notes.txt", b"x")
    assert archive.signatures().keys() == before.keys() == {"a"}
    assert archive.signatures() != before


def test_a_folder_that_cannot_be_listed_is_an_error_and_no_empty_show(archive, episode, monkeypatch):
    archive.write("episodes/a/episode.json", to_json(episode(slug="a")).encode())
    for name in ("scandir", "stat"):
        with monkeypatch.context() as patch, pytest.raises(OSError, match="slow"):
            patch.setattr(os, name, lambda *_, **__: (_ for _ in ()).throw(OSError(5, "slow")))
            archive.signatures()


@pytest.mark.parametrize("content", [b"{", b"{}", b"[]", b"\xff", b'{"format": 9}'])
def test_facts_that_cannot_be_read_are_an_error_that_names_the_file(archive, content):
    archive.write("episodes/a/episode.json", content)
    with pytest.raises(PodcastError, match=r"episode\.json"):
        archive.episode("a")


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_folder_that_cannot_be_written_to_is_an_error(tmp_path):
    in_the_way = tmp_path / "show"
    in_the_way.write_text("a file")
    with pytest.raises(PodcastError, match="can't be written"), Archive(in_the_way / "public").stage():
        pass
    assert in_the_way.read_text() == "a file"


def _append(public: Path) -> None:
    archive = Archive(public)
    for _ in range(20):
        with archive.locked():
            path = public / "count"
            count = int(path.read_text())
            time.sleep(0.001)
            archive.write("count", str(count + 1).encode())


def test_commits_of_several_processes_lose_nothing(archive):
    archive.write("count", b"0")
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_append, args=(archive.public,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (archive.public / "count").read_text() == "60"
