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


# --- the machinery --------------------------------------------------------------------------------------------------


@pytest.fixture
def changed(monkeypatch):
    """Whether the machinery is another one, with something else in place of what there is; it is known once."""

    def is_changed(target, name, other):
        machinery.cache_clear()
        before = machinery()
        with monkeypatch.context() as patch:
            patch.setattr(target, name, other)
            machinery.cache_clear()
            after = machinery()
        return not are_same(after, before)

    yield is_changed
    machinery.cache_clear()


def test_it_changes_with_the_libraries_python_and_the_machine(changed):
    assert changed(fingerprint, "_libraries", lambda: [*fingerprint._own_files()])
    assert changed(sys, "version", "4.0")
    assert changed(sys, "platform", "another")
    assert not changed(sys, "argv", ["another"])


@pytest.mark.skipif(not hasattr(os, "uname"), reason="POSIX tells it")
def test_it_changes_with_the_kind_of_processor(changed):
    others = os.uname_result((*os.uname()[:4], "another"))
    assert changed(os, "uname", lambda: others)


def test_of_code_that_can_t_be_read_nothing_is_known(changed, monkeypatch):
    """So that nothing is taken for current."""
    for name, other in (("_own_files", list), ("state_of", lambda _: "")):
        assert changed(fingerprint, name, other)
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint, name, other)
            machinery.cache_clear()
            assert machinery() == ""


def test_it_covers_our_code_and_data():
    files = {Path(name).as_posix() for name in fingerprint._own_files()}
    assert {"podcast/produce.py", "voices/profiles/heart.toml", "feed/pages/templates/base.jinja"} <= files
    assert {"podcast/sound/music/pieces/sting.opus", "feed/pages/assets/page.css"} <= files
    assert not [name for name in files if name.startswith("tests/")]


def test_what_python_leaves_beside_our_code_is_of_no_account(tmp_path, monkeypatch):
    for name in ("podcast/cli/say.py", "podcast/cli/__pycache__/say.pyc", "feed/a.css", "voices/b.toml", "docs/c.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(fingerprint, "_ROOT", tmp_path)
    assert [Path(name).as_posix() for name in fingerprint._own_files()] == [
        "podcast/cli/say.py", "voices/b.toml", "feed/a.css",
    ]  # fmt: skip


def test_it_covers_what_is_installed(tmp_path, monkeypatch):
    assert any(name.startswith("numpy-") for name in fingerprint._libraries())
    before = fingerprint._libraries()
    for name in ("own-1.0.dist-info", "old-2.0.egg-info", "no_library"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), str(tmp_path / "nowhere")])
    assert {*fingerprint._libraries()} - {*before} == {"own-1.0.dist-info", "old-2.0.egg-info"}
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [""])  # the folder in which Python was started
    assert fingerprint._libraries() == ["old-2.0.egg-info", "own-1.0.dist-info"]


def test_it_covers_voices_that_were_added(changed, tmp_path, monkeypatch):
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(tmp_path))
    assert fingerprint._voices() == []
    record = tmp_path / "piper" / "joe" / "voice.json"
    record.parent.mkdir(parents=True)
    record.write_text("{}")
    [(path, state)] = fingerprint._voices()
    assert (path, state) == (str(record), state_of(record))
    assert changed(fingerprint, "_voices", list)


def test_the_same_facts_have_the_same_digest_in_any_order():
    assert fingerprint.digest({"a": 1, "b": [2]}) == fingerprint.digest({"b": [2], "a": 1})
    assert fingerprint.digest({"a": 1}) != fingerprint.digest({"a": 2})


def test_where_a_material_really_lies_is_told_and_that_there_is_none(tmp_path):
    (tmp_path / "one").write_text("same")
    assert state_of_material(tmp_path / "one") == f"{state_of(tmp_path / 'one')} {os.path.realpath(tmp_path / 'one')}"
    assert state_of_material(tmp_path / "none") == fingerprint.MISSING
    assert state_of_material(tmp_path / ("x" * 300)) == ""
