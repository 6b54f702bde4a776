"""A fault at each call of a commit, N = 1, 2, … until a run is clean: all of it is there, or nothing has changed."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from faultlayer import BROKEN, FULL, FULL_ONCE, GONE, INTERRUPTED, KILLED, Died, FaultLayer
from invariant import assert_swept, assert_whole, contents
from unvoiced import ESSAY, PLAIN, SETTINGS, published

from podcast.episode.archive import Archive
from podcast.errors import PodcastError

pytestmark = [pytest.mark.drill, pytest.mark.slow]

EDITED = ESSAY.replace("It goes on.", "It goes on, and nobody hears it.")
OTHERS = 3  # of so many faults one is followed by a build of another essay
LAKES = PLAIN.replace("Ponds", "Lakes")
BY_ANOTHER = replace(SETTINGS, show=replace(SETTINGS.show, author="Ada Lake and others"))


def first(archive):
    published(archive)


def edited(archive):
    published(archive, EDITED)


def second(archive):
    published(archive, LAKES, source="lakes.md")


def with_all_pages(archive):
    """Every page and every item of the feed is another one then."""
    published(archive, EDITED, BY_ANOTHER)


#: By name: what is built before, which episode is deleted by hand then, and the build that meets the fault.
COMMITS = {
    "a first build": ((), "", first),
    "a rebuild with an edit": ((first,), "", edited),
    "a second essay": ((first,), "", second),
    "a rebuild after another episode was deleted": ((first, second), "lakes", edited),
    "a rebuild that changes all pages": ((first, second), "", with_all_pages),
}


@dataclass(frozen=True)
class Commit:
    name: str
    before: Path  # the show
    is_between: bool  # its feed has an episode that is not there any more
    build: Callable[[Archive], None]
    done: dict[str, bytes | None]  # what it makes of public/ when nothing goes wrong

    @property
    def known(self):
        return {*Archive(self.before / "public").signatures()}


@pytest.fixture(scope="module", params=COMMITS)
def commit(request, tmp_path_factory):
    befores, deleted, build = COMMITS[request.param]
    show = tmp_path_factory.mktemp("before") / "show"
    show.mkdir()
    for before in befores:
        before(Archive(show / "public"))
    if deleted:
        shutil.rmtree(show / "public" / "episodes" / deleted)
    done = shutil.copytree(show, tmp_path_factory.mktemp("done") / "show")
    build(Archive(done / "public"))
    return Commit(request.param, show, bool(deleted), build, contents(done / "public"))


@pytest.mark.parametrize(
    "fault", [FULL, FULL_ONCE, BROKEN, GONE, INTERRUPTED, KILLED], ids=lambda fault: fault.name.replace(" ", "-")
)
def test_a_fault_at_any_call_leaves_all_or_nothing(fault, commit, tmp_path, extent, record_property):
    step = extent(short=41, whole=1)
    at = begun = 1 + sum(map(ord, commit.name + fault.name)) % step  # short forms look at other calls each
    while was_met(commit, tmp_path / str(at), FaultLayer(tmp_path / str(at), at, fault)):
        shutil.rmtree(tmp_path / str(at))
        at += step
    record_property("drill", f"{commit.name}: {fault.name} at {(at - begun) // step} calls, lost 0")


def was_met(commit, show, layer):
    """Whether the fault was; all that must hold then does."""
    shutil.copytree(commit.before, show)
    public = show / "public"
    was = contents(public)
    outcome = attempt(commit.build, Archive(public), layer)
    now = contents(public)
    is_undone = outcome == "failed" and layer.fault is not GONE  # a disk that is gone can undo nothing
    if outcome == "done":
        assert {name: now[name] for name in commit.done} == commit.done, layer.struck  # more, if it can't be swept
    elif is_undone:
        assert now == was, layer.struck
    elif not commit.is_between:
        assert_whole(show, commit.known, is_between=True)
    if layer.struck and layer.at % OTHERS == 0:
        assert_another_goes_well(shutil.copytree(show, show.with_name("another")), commit.known, is_undone=is_undone)
        shutil.rmtree(show.with_name("another"))
    commit.build(Archive(public))
    assert contents(public) == commit.done, layer.struck
    assert_whole(show, commit.known)
    assert_swept(show)
    return layer.struck


def assert_another_goes_well(show, known, *, is_undone):
    """The next build is another essay's: it publishes its own, and of the one that failed nothing."""
    published(Archive(show / "public"), PLAIN, source="ponds.md")
    assert_whole(show, known | {"ponds"})
    assert_swept(show)
    assert not is_undone or {*Archive(show / "public").signatures()} == known | {"ponds"}


def attempt(build, archive, layer):
    with layer:
        try:
            build(archive)
        except (OSError, PodcastError):
            return "failed"
        except Died:
            return "died"
        return "done"
