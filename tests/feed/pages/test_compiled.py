"""Compiled templates are kept, believed when nothing has changed, and nobody misses them."""

import errno
import sys
from pathlib import Path

import jinja2
import pytest

from feed.pages.compiled import Compiled


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "a.jinja").write_text("Hello {{ name }}")
    return tmp_path


def rendered(folder, name="you"):
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), bytecode_cache=Compiled(folder), autoescape=True
    )
    return templates.get_template("a.jinja").render(name=name)


def kept(folder):
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "a.jinja"]


def test_a_template_is_compiled_once(folder, monkeypatch):
    assert rendered(folder) == "Hello you"
    [file] = kept(folder)
    assert file.parent.name == "__pycache__"
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert rendered(folder, "<b>") == "Hello &lt;b&gt;"


def test_one_that_has_changed_is_compiled_again(folder):
    rendered(folder)
    (folder / "a.jinja").write_text("Bye {{ name }}")
    assert rendered(folder) == "Bye you"


@pytest.mark.slow
def test_what_is_damaged_is_made_anew(folder):
    rendered(folder)
    [file] = kept(folder)
    whole = file.read_bytes()
    for damaged in (whole[:-20], whole[:30], b"", *(whole[:at] + b"." + whole[at + 1 :] for at in range(len(whole)))):
        file.write_bytes(damaged)
        assert rendered(folder) == "Hello you"
        assert file.read_bytes() == whole


def test_whoever_may_read_the_templates_may_read_them_compiled(folder):
    rendered(folder)
    [file] = kept(folder)
    assert file.stat().st_mode == (folder / "a.jinja").stat().st_mode


def test_where_there_is_no_room_nothing_is_left(folder, monkeypatch):
    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert rendered(folder) == "Hello you"
    assert kept(folder) == []


def test_where_python_writes_nothing_neither_do_we(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(folder) == "Hello you"
    assert kept(folder) == []
