import os
import shutil
import subprocess
import threading
import time

import pytest

from podcast.episode import staging
from podcast.episode.staging import new_file, put


@pytest.fixture
def held(tmp_path):
    """A file that nobody can replace, as on Windows one that somebody reads, and how that ends."""
    path = tmp_path / "feed.xml"
    path.write_bytes(b"before")
    if os.name == "nt":
        reader = path.open("rb")
        yield path, reader.close
        reader.close()
        return
    if (
        not shutil.which("chattr")
        or subprocess.run(["chattr", "+i", path], capture_output=True, check=False).returncode
    ):
        pytest.skip("no file can be held here: that takes root, and ext4 or the like")
    yield path, lambda: subprocess.run(["chattr", "-i", path], check=True)
    subprocess.run(["chattr", "-i", path], check=True)


def staged(folder):
    file = new_file(folder)
    file.write(b"after")
    return file


def test_a_file_that_is_being_read_is_replaced_once_it_can_be(held, tmp_path, monkeypatch):
    path, let_go = held
    monkeypatch.setattr(staging, "_PATIENCE_S", 30.0)
    threading.Timer(0.3, let_go).start()
    put(staged(tmp_path), path)
    assert path.read_bytes() == b"after"


def test_it_is_not_waited_for_longer_than_a_while(held, tmp_path, monkeypatch):
    path, _ = held
    monkeypatch.setattr(staging, "_PATIENCE_S", 0.2)
    begun = time.monotonic()
    with pytest.raises(PermissionError):
        put(staged(tmp_path), path)
    assert time.monotonic() - begun >= 0.2
    assert path.read_bytes() == b"before"
