import pytest

from podcast.cache.code_version import code_version


@pytest.fixture
def code(tmp_path):
    (tmp_path / "room" / "below" / "deeper").mkdir(parents=True)
    for name in ("room/a.py", "room/below/b.py", "room/below/deeper/c.py", "alone.py"):
        (tmp_path / name).write_text(f"# {name}")
    return tmp_path


def version(code):
    return code_version([code / "room", code / "alone.py"])


@pytest.mark.parametrize("name", ["room/a.py", "room/below/b.py", "room/below/deeper/c.py", "alone.py"])
def test_it_changes_with_each_file_however_deep(code, name):
    before = version(code)
    content = (code / name).read_text()
    (code / name).write_text(content + " changed")
    assert version(code) != before
    (code / name).write_text(content)
    assert version(code) == before


def test_it_changes_with_a_name_and_with_a_file_more(code):
    before = version(code)
    (code / "room" / "below" / "b.py").rename(code / "room" / "b.py")
    moved = version(code)
    (code / "room" / "new.py").touch()
    assert len({before, moved, version(code)}) == 3


def test_other_files_change_nothing(code):
    before = version(code)
    (code / "room" / "notes.txt").write_text("none of its business")
    assert version(code) == before
