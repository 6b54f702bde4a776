"""Links, pipes and folders that somebody has put where a build writes: nothing outside is touched, read or published.

The places are found by tracing a real build, so that one that is added later is tried, too.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from tracing import traced

pytestmark = [
    pytest.mark.drill,
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="links need privileges elsewhere, and pipes have no names"),
]

SECRET = b"a secret of somebody else's"
TEXT = "---\ndate: 2026-03-02\nimage: cover.png\n---\n# On Ponds\n\nPonds stand still.\n\n## Depth\n\n{}\n"
SETTINGS = """
[show]
cover = "cover.png"
base_url = "https://example.org/show"
[voice]
name = "narrator"
[opening]
music = "none"
[closing]
music = "none"
[feed]
opus_kbps = 24
items_per_page = 10
"""
#: Names that are made of chance can't be known before; what a build notes to undo is gone when the next begins.
_OF_CHANCE = re.compile(r"\.staged-\w+\.part|\.new-[0-9a-f]+|undo(\.done-.*)?")
#: Files that are opened where they lie; all others are made under a new name, which must not be there yet.
_IN_PLACE = {"lock", "written", ".gitignore"}


def build(root, name="ponds.md"):
    command = [sys.executable, "-P", "-m", "podcast", "build", name]
    env = os.environ | {"PODCAST_CACHE_DIR": str(root / "cache")}
    return subprocess.run(command, cwd=root / "show", env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A show and a cache before an edit is built, what that build and those before it touch, and what it alone does.

    Paths are from the root.
    """
    root, copy, hooks = (tmp_path_factory.mktemp(name) for name in ("stage", "copy", "hooks"))
    (root / "show").mkdir()
    Image.new("RGB", (1400, 1400), "teal").save(root / "show" / "cover.png")
    (root / "show" / "podcast.toml").write_text(SETTINGS)
    (root / "show" / "other.md").write_text("# Other\n\nWords.\n")
    (root / "show" / "ponds.md").write_text(TEXT.format("They are deep."))
    touches = [*traced_build(root, "other.md", hooks), *traced_build(root, "ponds.md", hooks)]
    (root / "show" / "ponds.md").write_text(TEXT.format("They are deep, and nobody asks them why."))
    shutil.copytree(root, copy, dirs_exist_ok=True)
    last = traced_build(copy, "ponds.md", hooks)
    return root, [*touches, *last], {path for _, _, path in last}


def traced_build(root, name, hooks):
    """Its touches, each with whether a folder is there now, and its path from the root."""
    done, touches = traced(
        ["build", name],
        cwd=root / "show",
        folders=(root / "show", root / "cache"),
        scratch=hooks,
        env={"PODCAST_CACHE_DIR": str(root / "cache")},
    )
    assert done.returncode == 0, done.stderr
    return [(touch, Path(touch.path).is_dir(), Path(touch.path).relative_to(root)) for touch in touches]


def places(stage):
    """Files and folders of ours, from the root. The show, its public and the cache are the user's."""
    found = {}
    for _, is_folder, path in stage[1]:
        # Of another episode its page is made anew, and nothing else is touched.
        if not any(_OF_CHANCE.fullmatch(part) for part in path.parts) and not path.name.startswith("other-"):
            found[path] = is_folder
            found |= dict.fromkeys(path.parents, True)
    ours = {path: is_folder for path, is_folder in found.items() if len(path.parts) > 1 and path != Path("show/public")}
    return [sorted(path for path, is_folder in ours.items() if is_folder is kind) for kind in (False, True)]


class Trial:
    """A copy of the show in which something was planted, beside what nobody may touch."""

    def __init__(self, stage, folder):
        shutil.copytree(stage[0], folder, symlinks=True)
        self.root, self.planted = folder, []
        self.outside = folder / "outside"
        (self.outside / "folder" / "ponds").mkdir(parents=True)
        for name in ("file", "folder/a.txt", "folder/ponds/ponds-0badcafe.mp3", "folder/ponds/cover-0badcafe.jpg"):
            (self.outside / name).write_bytes(SECRET)

    def plant(self, place, kind):
        path = self.root / place
        self.planted.append(path)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
            (path / "kept.txt").write_bytes(SECRET)
        else:
            path.symlink_to(
                {"link": self.outside / "file", "nowhere": self.outside / "new", "away": self.outside / "folder"}[kind]
            )

    def run(self):
        before, public = tree(self.outside), tree(self.root / "show" / "public")
        self.done = build(self.root)
        assert "Traceback" not in self.done.stderr
        assert tree(self.outside) == before
        if self.done.returncode:
            assert tree(self.root / "show" / "public") == public
        else:
            assert_whole(self.root / "show" / "public", self.planted)
        return self.done


def tree(folder):
    """All in it with what it holds; what a link leads to is not looked at."""
    found = {}
    for path in sorted(folder.rglob("*")):
        kind = "link" if path.is_symlink() else "folder" if path.is_dir() else "file" if path.is_file() else "pipe"
        content = str(path.readlink()) if kind == "link" else path.read_bytes() if kind == "file" else b""
        found[path.relative_to(folder).as_posix()] = (kind, content)
    return found


def assert_whole(public, planted):
    """What the feed refers to is there, in files of our own, and nothing is from elsewhere but what was put there."""
    feed = etree.parse(public / "feed.xml")
    for address in (*feed.xpath("//@url"), *feed.xpath("//channel/image/url/text()")):
        path = public / address.removeprefix("https://example.org/show/")
        assert path.is_file()
        assert not path.is_symlink()
    ours = [path for path in public.rglob("*") if path.is_file() and not {path, *path.parents} & {*planted}]
    assert SECRET not in b"".join(path.read_bytes() for path in ours)


def test_what_is_written_has_a_new_name_or_is_one_of_a_few_files(stage):
    """A name that is made of chance, and must not be there yet, can't be prepared by anybody."""
    opened = [(path, touch) for touch, is_folder, path in stage[1] if touch.event == "open" and not is_folder]
    assert len(opened) > 20
    in_place = {path for path, touch in opened if not touch.flags & os.O_EXCL}
    assert {path.name for path in in_place if "undo" not in path.parts} <= _IN_PLACE


@pytest.mark.parametrize("kind", ["link", "nowhere", "away", "pipe"])
def test_files_that_were_planted_are_replaced_or_refused(stage, tmp_path, kind, extent, record_property):
    files, _ = places(stage)
    assert len(files) > 20
    told = Counter()
    trials = [[place for place in files if ".podcast" not in place.parts and place.name != "episode.json"]]
    trials += [[place] for place in extent(short=_refused(files), whole=files)]
    for number, planted in enumerate(trials):
        trial = Trial(stage, tmp_path / str(number))
        for place in planted:
            trial.plant(place, kind)
        done = trial.run()
        told[done.returncode] += 1
        assert done.returncode == 0 or any(str(place).endswith(_named(done.stderr)) for place in planted), done.stderr
        written = [place for place in planted if place in stage[2] and place.parts[0] == "show"]
        left = [place for place in written if (trial.root / place).is_symlink()]
        assert done.returncode == 1 or not left
    record_property("drill", f"planted files ({kind}): {sum(map(len, trials))} in {len(trials)} builds: {dict(told)}")


def _refused(files):
    return [place for place in files if place.parts[-2:] in ((".podcast", "lock"), ("ponds", "episode.json"))]


def _named(stderr):
    """The path at the end of the headline."""
    return stderr.strip().splitlines()[0].rpartition(": ")[2]


def test_links_in_the_place_of_folders_are_refused(stage, tmp_path, extent, record_property):
    _, folders = places(stage)
    wanted = ["show/public/episodes", "show/public/episodes/ponds", "show/public/assets", "show/.podcast"]
    assert set(map(Path, wanted)) <= set(folders)
    trials = extent(short=wanted, whole=folders)
    for number, place in enumerate(trials):
        trial = Trial(stage, tmp_path / str(number))
        trial.plant(Path(place), "away")
        done = trial.run()
        can_do_without = "cache" in Path(place).parts or ".podcast" in Path(place).parent.parts
        assert done.returncode == 1 or can_do_without, place
        assert done.returncode == 0 or Path(place).name in done.stderr
    record_property("drill", f"planted links to folders: {len(trials)} builds")


def test_a_folder_in_the_place_of_a_file_is_named_or_made_do_without(stage, tmp_path, extent, record_property):
    files, _ = places(stage)
    trials = extent(
        short=["show/public/feed.xml", "show/public/episodes/ponds/episode.json", "show/.podcast/lock"], whole=files
    )
    told = Counter()
    for number, place in enumerate(trials):
        trial = Trial(stage, tmp_path / str(number))
        trial.plant(Path(place), "folder")
        done = trial.run()
        told[done.returncode] += 1
        assert (trial.root / place / "kept.txt").read_bytes() == SECRET
        assert done.returncode == 0 or Path(place).name in done.stderr
    record_property("drill", f"planted folders: {len(trials)} builds: {dict(told)}")


def test_links_that_the_user_made_go_on_working(stage, tmp_path):
    """The show's folder, its public, and the cache may be elsewhere."""
    trial = Trial(stage, tmp_path / "trial")
    for name, real in (("show/public", "www"), ("show", "essays"), ("cache", "kept")):
        (trial.root / name).rename(trial.root / real)
        (trial.root / name).symlink_to(trial.root / real)
    assert trial.run().returncode == 0, trial.done.stderr
    assert (trial.root / "show" / "public").is_symlink()
    assert (trial.root / "www" / "feed.xml").is_file()
