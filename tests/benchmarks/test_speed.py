"""The instrument behind `make bench`: that it runs, and that its arithmetic is right."""

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SPEED = Path(__file__).parents[2] / "benchmarks" / "speed"


def in_its_folder(program):
    """What the program prints. The instrument takes every child of its process for its own: not in pytest's process."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=SPEED, check=True, capture_output=True, encoding="utf-8").stdout


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
    assert "pipe-espeak, for this machine lacks espeak-ng, lame" in bench("--only", "pipe-espeak")


def test_the_cpu_of_a_process_that_was_left_behind_counts():
    work = "sum(range(20_000_000))"
    leaves = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', '{work}'])"
    program = f"""
import sys
from process import timed
print(timed([sys.executable, "-c", {leaves!r}]).cpu_s, timed([sys.executable, "-c", {work!r}]).cpu_s)
"""
    left_s, own_s = map(float, in_its_folder(program).split())
    assert left_s > 0.8 * own_s


def test_memory_is_that_of_the_whole_tree():
    takes = "import time; taken = bytearray(b'x' * 60_000_000); time.sleep(0.3)"
    both = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {takes!r}]); {takes}; child.wait()"
    program = f"""
import sys
from memory import MemoryMeter
from process import timed
meter = MemoryMeter()
timed([sys.executable, "-c", {both!r}], watch=meter.watching)
print(*meter.peak)
"""
    pss_mb, rss_mb = map(float, in_its_folder(program).split())
    assert 120 < pss_mb <= rss_mb < 250


def test_an_invented_essay_has_as_many_words_as_wanted_and_no_sentence_twice():
    paragraphs = in_its_folder("import essays; print(*essays.invented(20_000), sep='\\n')").splitlines()
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph.split(". ")]
    assert 20_000 <= sum(len(paragraph.split()) for paragraph in paragraphs) < 20_200
    assert len(set(sentences)) == len(sentences)


def test_an_edit_changes_one_word_and_each_turn_another():
    program = "import essays; essay = essays.invented(500); print({}, sep='\\n')"
    plain, first, second = (
        in_its_folder(program.format(what)).split()
        for what in ("*essay", "*essays.edited(essay, 0)", "*essays.edited(essay, 1)")
    )
    assert sum(old != new for old, new in zip(plain, first, strict=True)) == 1
    assert sum(old != new for old, new in zip(first, second, strict=True)) == 1


def test_a_player_tells_when_it_was_started(tmp_path):
    program = f"""
from pathlib import Path
from player import Player
from process import timed
import sys
player = Player(Path({str(tmp_path)!r}))
starts = "import subprocess, time; time.sleep(0.5); subprocess.run(['pw-play', 'line.wav'])"
run = timed([sys.executable, "-c", starts], programs=player.folder)
print(player.begun_s(), run.wall_s)
"""
    begun_s, wall_s = map(float, in_its_folder(program).split())
    assert 0.4 < begun_s < wall_s - 2


def test_what_timed_calls_call_counts_once():
    program = """
import limit
class Library:
    def inner(self): sum(range(3_000_000))
    def outer(self): self.inner()
clock, library = limit.Clock(), Library()
for name in ("inner", "outer"): clock.time(Library, name)
library.inner()
once_s = clock.taken_s
library.outer()
print(once_s, clock.taken_s)
"""
    once_s, twice_s = map(float, in_its_folder(program).split())
    assert 0 < once_s < twice_s < 3 * once_s


@pytest.mark.parametrize("script", sorted(SPEED.parent.rglob("*.py")), ids=lambda path: path.name)
def test_what_a_script_takes_from_the_product_is_there(script):
    """Most are run by nobody until figures are wanted."""
    nodes = [node for node in ast.walk(ast.parse(script.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    for node in (one for one in nodes if str(one.module).partition(".")[0] in ("podcast", "voices", "feed")):
        module = import_module(node.module)
        assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == []


def test_the_music_of_the_script_by_hand_is_there():
    program = "import by_hand\nprint([(by_hand.MUSIC / f'{name}.opus').is_file() for name in ('intro', 'outro')])"
    assert in_its_folder(program).strip() == "[True, True]"
