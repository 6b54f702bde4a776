"""gPodder, a podcast app that people use, subscribes to `podcast serve` and downloads: what it stores are our bytes."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

pytestmark = pytest.mark.slow

ESSAY = "# On Ponds & Lakes\n\nPonds stand still.\n"


@pytest.fixture
def gpo(judge, tmp_path):
    """gPodder's command line, with a home of its own and without a screen."""
    program = judge("gpo")
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    places = {"HOME": home, "GPODDER_HOME": home / "gpodder", "GPODDER_DOWNLOAD_DIR": home / "downloads"}
    environment = {**kept, **{name: str(place) for name, place in places.items()}, "LANG": "C.UTF-8"}

    def run(*arguments):
        done = subprocess.run(
            [program, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=True,
        )
        return done.stdout.decode()

    run.downloads = home / "downloads"
    return run


@pytest.fixture
def show(tmp_path):
    folder = tmp_path / "pond-letters"
    folder.mkdir()
    (folder / "ponds.md").write_text(ESSAY, "utf-8")
    command = [sys.executable, "-m", "podcast", "build", "ponds.md", "--intro", "none", "--outro", "none"]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return folder


@contextmanager
def serving(folder):
    """The running server; the address of its feed."""
    command = [sys.executable, "-m", "podcast", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield next(line.split()[1] for line in process.stdout if line.startswith("feed"))
        finally:
            process.kill()


def test_gpodder_subscribes_lists_updates_and_downloads(show, gpo):
    with serving(show) as address:
        gpo("subscribe", address)
        assert "Pond Letters" in gpo("list")
        assert address in gpo("list")
        gpo("update")
        assert "On Ponds & Lakes" in gpo("episodes", address)
        gpo("download", address)
    [ours] = show.rglob("*.mp3")
    [theirs] = gpo.downloads.rglob("*.mp3")  # gpo says "downloaded" of a 404 too
    assert theirs.read_bytes() == ours.read_bytes()
