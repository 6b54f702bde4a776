"""What a build will have to write, it may write: else that is known before anything is voiced."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from podcast.episode.rights import check_rights
from podcast.errors import PodcastError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
PLACES = ["", "public", "public/episodes", "public/episodes/ponds", ".podcast", ".podcast/built", ".podcast/lock"]


@pytest.fixture
def show(tmp_path):
    for name in PLACES[:-1]:
        (tmp_path / name).mkdir(exist_ok=True)
    (tmp_path / ".podcast/lock").write_text("")
    yield tmp_path
    for name in PLACES[:-1]:
        (tmp_path / name).chmod(0o755)


def refused(show):
    """As somebody who is not root finds it."""
    if os.geteuid():
        with pytest.raises(PodcastError) as failure:
            check_rights(show / "public")
        return str(failure.value)
    program = (
        "import os, sys; os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "from pathlib import Path\nfrom podcast.episode.rights import check_rights\ncheck_rights(Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", f"from podcast.episode import rights; import pwd\n{program}", show / "public"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.rpartition("PodcastError: ")[2]


@pytest.mark.parametrize("name", PLACES[1:])
def test_the_place_that_cannot_be_written_to_is_named(name, show):
    for folder in (show, *show.parents):
        if os.geteuid() == 0 and folder.stat().st_uid == 0 and folder.is_relative_to("/tmp/pytest-of-root"):
            folder.chmod(folder.stat().st_mode | 0o077)  # for nobody to come in, and to write
    for other in PLACES:
        (show / other).chmod(0o777)
    (show / name).chmod(0o555)
    told = refused(show)
    assert "can't be written" in told
    assert str(show / name) in told
    assert "chown" in told or "chmod" in told


def test_what_is_not_there_yet_can_be_made(tmp_path, monkeypatch):
    check_rights(tmp_path / "new" / "show" / "public")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.chdir(tmp_path)  # the checkout may be read-only
    check_rights(Path("public"))
