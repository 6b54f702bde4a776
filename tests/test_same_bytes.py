"""The same input gives the same show, byte for byte: for any number of jobs, made afresh or taken from the cache."""

import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

ESSAY = """\
---
title: On Ponds
author: Ada Lake
date: 2026-03-01
---
A pond is a lake that has stopped pretending.

## The skin

Water striders live on the one side of it. Mosquito larvae hang from the other.

> Stand still long enough, and the pond forgets that you came.

## The floor

Everything that ever fell in is still falling, only more slowly.
"""

#: When something last changed, the only fact of a build that is not its input, and the checksum of facts with it.
MOMENT = re.compile(rb'(?<=<lastBuildDate>)[^<]+|(?<="updated": ")[^"]+|(?<="seal": ")[^"]+')


def public(place, cache, jobs):
    folder = place / "pond-letters"  # the show is called after it
    folder.mkdir(parents=True)
    (folder / "ponds.md").write_text(ESSAY, "utf-8")
    command = [sys.executable, "-m", "podcast", "--cache-dir", cache, "build", "ponds.md", "--jobs", str(jobs)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    files = (path for path in (folder / "public").rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): re.sub(MOMENT, b"", path.read_bytes())
        if path.suffix in (".xml", ".json")
        else path.read_bytes()
        for path in files
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("same-bytes")


@pytest.fixture(scope="module")
def first(folder):
    return public(folder / "first", folder / "cache", jobs=1)


def test_the_show_is_complete(first):
    assert {name.rpartition(".")[2] for name in first} >= {"mp3", "vtt", "srt", "json", "html", "xml"}


def test_afresh_with_other_jobs(first, folder):
    assert public(folder / "second", folder / "other-cache", jobs=3) == first


def test_from_the_cache(first, folder):
    assert public(folder / "third", folder / "cache", jobs=2) == first
