"""Texts that change with files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from podcast.cache import fingerprint
from podcast.cache.fingerprint import LARGE_BYTES, are_same, machinery, state_of, state_of_material, state_of_published


def test_the_state_of_a_file_is_its_content_s(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"same")
    other.write_bytes(b"same")
    assert are_same(state_of(one), state_of(other))
    other.write_bytes(b"not the same")
    assert not are_same(state_of(one), state_of(other))


def test_what_is_no_file_has_a_state_too(tmp_path):
    (tmp_path / "file").write_text("")
    absent = {state_of(tmp_path / name) for name in ("missing", "file/inside", "nul\0", "x" * 300)}
    assert absent == {fingerprint.MISSING, ""}  # the last can't be known: it can't even be looked for
    assert state_of(tmp_path) not in ("", fingerprint.MISSING)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_nobody_waits_for_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert state_of(tmp_path / "pipe") == state_of(tmp_path)


def test_what_is_unknown_is_the_same_as_nothing():
    assert not are_same("", "")


def test_a_large_file_that_was_published_is_known_by_its_size_and_time(tmp_path):
    path = tmp_path / "ponds.mp3"
    path.write_bytes(bytes(LARGE_BYTES))
    before = state_of_published(path)
    assert before == state_of_published(path) != state_of(path)
    os.utime(path, ns=(0, 0))
    assert state_of_published(path) != before
    path.write_bytes(bytes(LARGE_BYTES - 1))
    assert state_of_published(path) == state_of(path)


def test_a_link_to_the_same_content_elsewhere_is_another_material(tmp_path):
    (tmp_path / "one").write_text("same")
    (tmp_path / "other").write_text("same")
    (tmp_path / "link").symlink_to("one")
    before = state_of_material(tmp_path / "link")
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("other")
    assert state_of_material(tmp_path / "link") != before


def test_the_machinery_is_the_same_in_any_process_and_folder(tmp_path):
    program = "from podcast.cache.fingerprint import machinery; print(machinery())"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    told = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    machinery.cache_clear()
    assert told.stdout.strip() == machinery() != ""
