"""Several essays in one go: the real command, its processes, and what becomes of them when things go wrong."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import etree

PLAIN = (
    '[opening]\nmusic = "none"\ntext = "Number {number}."\n[closing]\nmusic = "none"\ntext = ""\n'
    '[voice]\nname = "narrator"\n'
)
ESSAYS = {
    "1-ponds.md": "---\ndate: 2026-03-01\n---\nPonds stand still, and nobody asks them why.\n",
    "2-signs.md": "```\nonly = code\n```\n",  # refused when it is read …
    "3-greek.md": "---\nlanguage: en\n---\nΚανείς δεν ξέρει πού πηγαίνει το ποτάμι το βράδυ.\n",  # … when it is built
    "10-rivers.md": "---\ndate: 2026-03-01\n---\nRivers bend, and they are older than they look.\n",
}
EPOCH = "1790000000"


def podcast(*arguments, cwd, **environment):
    return subprocess.run(
        [sys.executable, "-m", "podcast", *map(str, arguments)],
        cwd=cwd, capture_output=True, encoding="utf-8", check=False, env={**os.environ, **environment},
    )  # fmt: skip


def show_in(folder, essays=ESSAYS):
    folder.mkdir(exist_ok=True)
    (folder / "podcast.toml").write_text(PLAIN + '[show]\ntitle = "Letters"\n')
    for name, text in essays.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def snapshot(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """Two essays of four can't be built. Nothing was said before: other tests have the same sentences."""
    folder, cache = show_in(tmp_path_factory.mktemp("batch")), str(tmp_path_factory.mktemp("cache"))
    return folder, podcast("build", ".", "--jobs", "3", cwd=folder, SOURCE_DATE_EPOCH=EPOCH, PODCAST_CACHE_DIR=cache)


def test_it_goes_on_after_one_fails_and_ends_with_a_table_and_status_1(batch):
    _, done = batch
    assert done.returncode == 1
    rows = [line.split() for line in done.stdout.splitlines()[2:6]]
    assert [row[:2] for row in rows] == [
        ["1-ponds.md", "new"], ["2-signs.md", "failed"], ["3-greek.md", "failed"], ["10-rivers.md", "new"],
    ]  # fmt: skip
    assert rows[0][3:6] == ["1", "of", "1"]
    assert "2 failed" in done.stdout


def test_why_one_failed_is_told_with_the_remedy(batch):
    _, done = batch
    assert "2-signs.md" in done.stderr
    assert "3-greek.md" in done.stderr
    assert "Code, tables" in done.stderr
    assert "Traceback" not in done.stderr


def test_one_after_the_other_gives_the_same_bytes(batch, tmp_path):
    """Here as there a second apart; the one between them fails."""
    folder, _ = batch
    show_in(tmp_path)
    for name, before_s in (("1-ponds.md", 2), ("10-rivers.md", 0)):
        done = podcast("build", name, cwd=tmp_path, SOURCE_DATE_EPOCH=str(int(EPOCH) - before_s))
        assert done.returncode == 0
    assert snapshot(tmp_path / "public") == snapshot(folder / "public")


def test_the_number_of_jobs_changes_not_a_byte(batch, tmp_path):
    folder, _ = batch
    done = podcast("build", ".", "--jobs", "1", "--json", cwd=show_in(tmp_path), SOURCE_DATE_EPOCH=EPOCH)
    assert snapshot(tmp_path / "public") == snapshot(folder / "public")
    told = json.loads(done.stdout)
    assert [episode["slug"] for episode in told["episodes"]] == ["1-ponds", "10-rivers"]
    assert [failed["essay"] for failed in told["failed"]] == ["2-signs.md", "3-greek.md"]
    assert all(failed["error"] for failed in told["failed"])
    assert {problem["rule"] for problem in told["problems"]} == {"public-address"}


def test_of_the_same_date_the_last_on_the_command_line_is_the_newest(batch):
    feed = etree.parse(batch[0] / "public" / "feed.xml")
    assert [link.rsplit("/", 2)[1] for link in feed.xpath("//item/link/text()")] == ["10-rivers", "1-ponds"]


def test_again_what_is_current_is_passed_over_and_an_edit_is_built(batch, tmp_path):
    folder = tmp_path / "again"
    shutil.copytree(batch[0], folder)
    for name in ("2-signs.md", "3-greek.md"):
        (folder / name).unlink()
    podcast("build", ".", cwd=folder)  # the show is in another place now
    before = snapshot(folder / "public")
    done = podcast("build", ".", cwd=folder)
    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines()[2:4]] == ["current", "current"]
    assert snapshot(folder / "public") == before
    (folder / "10-rivers.md").write_text(ESSAYS["10-rivers.md"].replace("older", "wiser"), "utf-8")
    done = podcast("build", ".", cwd=folder)
    assert [line.split()[1] for line in done.stdout.splitlines()[2:4]] == ["current", "replaced"]
    assert "1 built, 1 current" in done.stdout


def test_when_none_can_be_built_there_is_a_table_and_no_show(tmp_path):
    done = podcast("build", "a.md", "b.md", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.count("failed") >= 2
    assert list(tmp_path.iterdir()) == []
    assert json.loads(podcast("build", "a.md", "b.md", "--json", cwd=tmp_path).stdout)["episodes"] == []


LONG = {
    f"{name}.md": "\n\n".join(f"{name} {at}. " + "Nobody asks them why. " * 8 for at in range(300)) for name in "ab"
}


def processes_of(parent):
    """On Linux: those that a process has started, and those they have."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    try:
        started = [int(pid) for pid in children.read_text().split()]
    except OSError:
        return []
    return [pid for child in started for pid in (child, *processes_of(child))]


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at Linux's list of processes")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_stopped_it_leaves_no_process_no_file_and_no_traceback(name, tmp_path):
    show_in(tmp_path, LONG)
    before = snapshot(tmp_path)
    command = [sys.executable, "-m", "podcast", "build", "a.md", "b.md", "--jobs", "2"]
    build = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    public = tmp_path / "public"
    while sum(path.stat().st_size > 0 for path in public.glob(".staged-*")) < 2:
        time.sleep(0.05)
        assert build.poll() is None
    started = processes_of(build.pid)
    assert len(started) >= 2
    build.send_signal(getattr(signal, name))
    told = "".join(build.communicate(timeout=30))
    assert build.returncode == (-9 if name == "SIGKILL" else 128 + getattr(signal, name))
    assert "Traceback" not in told
    patience = time.monotonic() + 20
    while any(map(is_running, started)):
        time.sleep(0.05)
        assert time.monotonic() < patience
    assert snapshot(tmp_path) == before
