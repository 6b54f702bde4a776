"""The instrument behind `make bench`: that it runs, and that its arithmetic is right."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SPEED = Path(__file__).parents[2] / "benchmarks" / "speed"


@pytest.fixture(scope="module", autouse=True)
def _modules():
    """The instrument's modules import each other by their bare names, as scripts in one folder do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SPEED)
        yield


def bench(*options):
    command = [sys.executable, SPEED / "bench.py", "--rounds", "1", *options]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_a_row_measures_two_programs_and_holds_them_against_the_goal():
    told = json.loads(bench("--only", "startup", "--json"))
    ratios = [
        podcast["value"] / click["value"]
        for podcast, click in zip(told["turns"]["help"], told["turns"]["click"], strict=True)
    ]
    row = told["rows"]["startup"]
    assert row["low"] == min(ratios) <= row["middle"] <= max(ratios) == row["high"]
    assert row["is_met"] == (row["middle"] <= 2)


def test_a_program_that_is_missing_leaves_its_row_out(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "pipe, for this machine lacks espeak-ng, lame" in bench("--only", "pipe")


def test_the_cpu_of_a_process_that_was_left_behind_counts():
    from process import timed

    work = "sum(range(20_000_000))"
    leaves = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', '{work}'])"
    assert timed([sys.executable, "-c", leaves]).cpu_s > 0.8 * timed([sys.executable, "-c", work]).cpu_s


def test_memory_is_that_of_the_whole_tree():
    from memory import MemoryMeter
    from process import timed

    takes = "import time; taken = bytearray(b'x' * 60_000_000); time.sleep(0.3)"
    both = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {takes!r}]); {takes}; child.wait()"
    meter = MemoryMeter()
    timed([sys.executable, "-c", both], watch=meter.watching)
    assert 120 < meter.peak.pss_mb <= meter.peak.rss_mb < 250


def test_an_invented_essay_has_as_many_words_as_wanted_and_no_sentence_twice():
    import essays

    paragraphs = essays.invented(20_000)
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.split(". ")]
    assert 20_000 <= sum(len(paragraph.split()) for paragraph in paragraphs) < 20_200
    assert len(set(sentences)) == len(sentences)


def test_an_edit_changes_one_paragraph_and_each_turn_differs():
    import essays

    essay = essays.invented(500)
    first, second = essays.edited(essay, 0), essays.edited(essay, 1)
    assert first != second
    assert sum(old != new for old, new in zip(essay, first, strict=True)) == 1
    assert sum(len(text.split()) for text in first) == sum(len(text.split()) for text in essay)
