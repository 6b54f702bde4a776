"""Compiled templates are kept, believed when nothing has changed, and nobody misses them."""

import sys

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


def test_what_is_damaged_is_made_anew(folder):
    rendered(folder)
    [file] = kept(folder)
    file.write_bytes(file.read_bytes()[:-20])
    assert rendered(folder) == "Hello you"
    file.write_bytes(file.read_bytes()[:30])
    assert rendered(folder) == "Hello you"
    file.write_bytes(b"")
    assert rendered(folder) == "Hello you"


def test_where_python_writes_nothing_neither_do_we(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(folder) == "Hello you"
    assert kept(folder) == []
