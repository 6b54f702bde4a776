"""What is changed in a module to see whether a test notices, and what is not."""

import importlib.util
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "mutants.py"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("mutants", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def changes(tool, tmp_path):
    """What becomes of a module, a mutant each."""

    def found(code):
        path = tmp_path / "module.py"
        path.write_text(code)
        return [mutant.code()[1].partition(" ")[2] for mutant in tool.mutants(path)]

    return found


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = a < b", ["a < b -> a <= b"]),
        ("x = a * b", ["a * b -> a / b"]),
        ("x = a and b", ["a and b -> a or b", "a and b -> b", "a and b -> a"]),
        ("x = not a", ["not a -> a"]),
        ("x = 5", ["5 -> 6"]),
        ("x = True", ["True -> False"]),
        ("f(a, b=c, **d)", ["f(a, b=c, **d) -> f(a, **d)"]),
        ("x = 'name'", ["'name' -> 'namex'"]),
        ("x = b if a else c", ["b if a else c -> b if not a else c"]),
        ("def f(x: int = y) -> int | None:\n    return x", ["return x -> return None"]),
    ],
)
def test_one_thing_is_changed_at_a_time(code, expected, changes):
    assert changes(code) == expected


@pytest.mark.parametrize(
    "code",
    [
        '"""One."""\nclass A:\n    """Two."""\n    def f(self):\n        """Three."""',
        "x: int | None = y",
        "x = f'{a:5}, and b'",
        "x = 'what a user is told'",
        "raise E(what='Gone', remedy='Wait.')",
        "if TYPE_CHECKING:\n    import x as y",
        "def f():\n    return None",
    ],
)
def test_docstrings_types_and_wording_are_left_alone(code, changes):
    assert changes(code) == []


def test_it_tells_what_no_test_notices_and_leaves_the_code_as_it_was(tool, tmp_path, monkeypatch):
    code = tmp_path / "code.py"
    code.write_text("A = 1\nB = 2  # which nobody tests\n")
    (tmp_path / "test_code.py").write_text("from code_under_test import A\n\ndef test_a():\n    assert A == 1\n")
    code = code.rename(tmp_path / "code_under_test.py")
    monkeypatch.setenv("PYTHONPATH", "")
    monkeypatch.chdir(tmp_path)
    alive = [mutant.code()[1] for mutant in tool.mutants(code) if mutant.survives(["test_code.py"])]
    assert alive == [f"{code}:2 2 -> 3"]
    assert code.read_text() == "A = 1\nB = 2  # which nobody tests\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there, nobody is told before it ends")
def test_what_was_there_is_put_back_when_it_is_told_to_stop(tmp_path):
    module, begun = tmp_path / "module.py", tmp_path / "begun"
    module.write_text("x = 1  # as it was\n")
    (tmp_path / "test_module.py").write_text(
        f"import time\nfrom pathlib import Path\n\ndef test():\n    Path({str(begun)!r}).touch()\n    time.sleep(60)\n"
    )
    command = [sys.executable, str(TOOL), "module.py", "test_module.py", "--sample", "1"]
    with subprocess.Popen(command, cwd=tmp_path) as running:
        while not begun.exists():
            time.sleep(0.01)
        assert "as it was" not in module.read_text()
        running.terminate()
    assert running.returncode == 1
    assert module.read_text() == "x = 1  # as it was\n"
