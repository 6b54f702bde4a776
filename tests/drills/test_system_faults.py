"""Faults from below: what SQLite asks the system for fails at its N-th call, and calls are interrupted by signals."""

import os
import shutil
import subprocess

import pytest
from invariant import assert_swept, assert_whole, contents
from realbuild import LAKES, PONDS, built, command, environment

pytestmark = [pytest.mark.drill, pytest.mark.slow, pytest.mark.timeout(3600)]

EVERY_THIRD = "write,fsync,fdatasync,pwrite64,flock:error=EINTR:when=2+3"


@pytest.fixture(scope="module")
def place(judge, tmp_path_factory):
    """A show with an episode, the essay of a second one, and a cache where all was said once; and what comes of it."""
    judge("strace")
    place = tmp_path_factory.mktemp("system")
    show = place / "show"
    show.mkdir()
    (show / "lakes.md").write_text(LAKES)
    (show / "ponds.md").write_text(PONDS)
    built(show, "lakes.md")
    done = shutil.copytree(show, place / "done" / "show")  # after whose name it is called
    built(done, "ponds.md")
    return place, contents(done / "public")


def injected(show, fault):
    """Into the calls of the process that commits; its exit status, and how many calls were met."""
    log = show.parent / "log"
    traced = ["strace", "-qq", "-o", log, "-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault}"]
    done = subprocess.run(
        [*traced, *command("build", "ponds.md")], cwd=show, env=environment(show), capture_output=True, check=False
    )
    if "ptrace" in done.stderr.decode():
        pytest.skip("no process may be traced here")
    return done.returncode, log.read_text().count("INJECTED")


@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
@pytest.mark.parametrize("call", ["pwrite64", "fdatasync", "fsync", "rename"])
def test_what_sqlite_and_all_others_ask_for_may_fail_at_any_call(call, error, place, tmp_path, extent, record_property):
    place, done = place
    before, met = contents(place / "show" / "public"), 0
    step = extent(short=23, whole=1)
    for at in range(1 + len(call + error) % step, 1000, step):
        shutil.copytree(place, tmp_path / str(at), ignore=shutil.ignore_patterns("done"))
        show = tmp_path / str(at) / "show"
        code, calls = injected(show, f"{call}:error={error}:when={at}")
        now = contents(show / "public")
        assert now == (before if code else done), f"{call} {at}"
        assert_whole(show, {"lakes"} if code else {"lakes", "ponds"})
        built(show, "ponds.md")
        assert contents(show / "public") == done
        assert_swept(show)
        shutil.rmtree(tmp_path / str(at))
        if not calls:
            break
        met += 1
    record_property("drill", f"strace: {error} at the N-th {call}: {met} calls, lost 0")


def test_a_build_that_is_interrupted_at_every_third_call_is_as_any_other(place, tmp_path, record_property):
    place, done = place
    shutil.copytree(place, tmp_path / "place")
    show = tmp_path / "place" / "show"
    code, calls = injected(show, EVERY_THIRD)
    assert (code, contents(show / "public")) == (os.EX_OK, done)
    assert calls > 10
    record_property("drill", f"strace: EINTR at {calls} calls of one build, lost 0")
