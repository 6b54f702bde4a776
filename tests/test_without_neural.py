"""A machine for which the neural voice has no wheel: espeak-ng speaks, and that is said."""

import json
import os
import subprocess
import sys

import pytest

ESSAY = "---\ntitle: On Ponds\ndate: 2026-03-01\n---\nA pond is a lake.\n\n> It forgets.\n\n## The skin\n\nIt bends.\n"
ABSENT = "import sys\nsys.modules['hibari'] = sys.modules['onnxruntime'] = None\n"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    (folder / "sitecustomize.py").write_text(ABSENT)
    (folder / "ponds.md").write_text(ESSAY)
    environment = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}

    def run(*arguments, fails=False):
        command = [sys.executable, "-m", "podcast", *arguments]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert bool(done.returncode) == fails, done.stderr
        return done.stderr if fails else done.stdout

    return run


def test_an_essay_is_built_by_the_other_engine_and_the_summary_says_why(run):
    told = json.loads(run("build", "ponds.md", "--intro", "none", "--outro", "none", "--json"))["episodes"][0]
    assert {voice.partition(":")[0] for voice in told["voices"]} == {"espeak_ng"}
    assert len({*told["voices"]}) == 3  # narrator, headings, quotations
    [advice] = told["advice"]
    assert "hibari" in advice
    assert advice in run("build", "ponds.md", "--intro", "none", "--outro", "none")


def test_its_voices_are_refused_with_the_reason(run):
    for name in ("heart", "hibari:heart"):
        assert "onnxruntime" in run("build", "ponds.md", "--voice", name, fails=True)
        assert "onnxruntime" in run("say", "No.", "--voice", name, "--output", "x.wav", fails=True)


def test_the_list_of_voices_says_what_is_missing(run):
    told = json.loads(run("voices", "--json", "--language", "en"))
    assert {voice["engine"] for voice in told["voices"]} == {"espeak_ng"}
    assert "onnxruntime" in next(one["missing"] for one in told["engines"] if one["name"] == "hibari")
    assert "onnxruntime" in run("voices", "--language", "en")
