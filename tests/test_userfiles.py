"""What is opened of a user's, and that all of it is opened in one place."""

import ast
import os
import socket
from pathlib import Path

import pytest

from podcast.userfiles import open_file, path_of, read_file

ROOT = Path(__file__).parent.parent
#: How often modules of podcast/ open something by themselves, and why they may.
OPENING = {
    "podcast/audition/folder.py": (1, "writes"),
    "podcast/audition/page.py": (1, "this package's own files"),
    "podcast/cache/checked_json.py": (1, "a folder, to have it on the disk"),
    "podcast/cache/code_version.py": (1, "this package's own files"),
    "podcast/cache/fingerprint.py": (1, "asks first whether it is a file, and never holds all of it"),
    "podcast/cache/store.py": (2, "the cache, whose entries are checked when they are read"),
    "podcast/cli/essays.py": (1, "reads what this process was started with, by userfiles.read_stream"),
    "podcast/cli/wav.py": (1, "writes"),
    "podcast/episode/archive.py": (2, "writes, and what was written this moment"),
    "podcast/episode/cover.py": (1, "a picture that was read by userfiles already"),
    "podcast/episode/lock.py": (1, "what the system says of a process"),
    "podcast/episode/pictures.py": (1, "a picture that was opened by userfiles already"),
    "podcast/episode/staging.py": (1, "a folder, to have it on the disk"),
    "podcast/listening/audio.py": (1, "a recording that was opened by userfiles already"),
    "podcast/ownplaces.py": (1, "what podcast has written itself, in its own places"),
    "podcast/recording/jobs/cluster_worker.py": (1, "this package's own music"),
    "podcast/show/site.py": (1, "this package's own files, for their version"),
    "podcast/sound/codec/flac.py": (2, "what is in memory"),
    "podcast/sound/codec/opus.py": (2, "what was written this moment"),
    "podcast/sound/hearing.py": (1, "a recording that was opened by userfiles already"),
    "podcast/sound/music/load.py": (1, "what was read by userfiles already"),
    "podcast/text/documents/archive.py": (1, "a part of an archive, read up to a limit"),
    "podcast/text/documents/book/file.py": (1, "a part of an archive, read up to a limit"),
    "podcast/text/homographs/tagger.py": (1, "a table that an engine's package brings"),
    "podcast/text/readers/markdown/inline.py": (1, "a span of text, and no file"),
    "podcast/text/readers/markdown/spans.py": (1, "a span of text, and no file"),
    "podcast/userfiles.py": (1, "is the place"),
}
OPENERS = {"open", "read_bytes", "read_text", "fromfile"}


def opens(tree):
    """Calls by which a file's content comes in, whatever they are methods of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in OPENERS:
                yield node.lineno


def test_users_files_are_opened_in_one_place():
    found = {
        path.relative_to(ROOT).as_posix(): len(list(opens(ast.parse(path.read_text("utf-8")))))
        for path in (ROOT / "podcast").rglob("*.py")
    }
    allowed = {name: count for name, (count, _) in OPENING.items()}
    found = {name: count for name, count in found.items() if count}
    assert found == allowed, "open a user's file by podcast/userfiles.py, or say here why not"


def test_a_file_is_read_whole_up_to_its_limit(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(OSError, match="is the most"):
        read_file(path, 4)


def test_a_file_that_has_no_size_before_it_is_read_has_a_limit_too():
    endless = Path("/proc/self/maps")
    if not endless.exists():
        pytest.skip("this system tells no sizes of nothing")
    assert endless.stat().st_size == 0
    with pytest.raises(OSError, match="no end"):
        read_file(endless, 10)


def test_a_sparse_file_of_terabytes_is_refused_by_its_size(tmp_path):
    path = tmp_path / "a.wav"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(OSError, match="1,099,512 MB"):
        read_file(path, 1_000_000)


def made(kind, tmp_path):
    path = tmp_path / kind
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "socket":
            with socket.socket(socket.AF_UNIX) as server:
                os.chdir(tmp_path)  # the name of a socket may be short only
                server.bind(kind)
        case "device":
            path.symlink_to("/dev/zero")
    return path


@pytest.mark.skipif(os.name != "posix", reason="these are files of Unix")
@pytest.mark.parametrize("kind", ["pipe", "folder", "socket", "device"])
def test_what_is_no_file_is_told_as_what_it_is(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OSError, match="no file") as caught:
        open_file(made(kind, tmp_path), 1000)
    assert caught.value.strerror == f"it is a {kind} and no file"


@pytest.mark.parametrize("name", ["\0", "a\0b", "\ud800"])
def test_a_name_that_no_file_can_have_is_an_error_like_others(name):
    with pytest.raises(OSError, match="name"):
        read_file(name, 10)


def test_a_home_that_nobody_has_is_the_name_of_a_file(tmp_path):
    assert path_of("~nosuch/x", tmp_path) == tmp_path / "~nosuch" / "x"
    assert path_of("~", tmp_path) == Path.home()


def test_an_open_file_has_no_name_that_others_would_note(tmp_path):
    path = tmp_path / "a"
    path.touch()
    with open_file(path, 10) as file:
        assert not isinstance(file.name, str)
