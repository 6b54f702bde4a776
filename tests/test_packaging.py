"""Exactly what is shipped."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("podcast", "voices", "feed")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def shipped(package):
    files = (path for path in (ROOT / package).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_the_wheel_holds_the_three_packages_and_nothing_else(built):
    [wheel] = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == set().union(*map(shipped, PACKAGES))
    assert {"podcast/sound/music/pieces/intro.opus", "voices/profiles/narrator.toml", "podcast/py.typed"} <= names


def test_the_wheel_is_small(built):
    [wheel] = built.glob("*.whl")
    music_bytes = other_bytes = 0
    for entry in zipfile.ZipFile(wheel).infolist():
        is_music = entry.filename.endswith(".opus")
        music_bytes += entry.compress_size * is_music
        other_bytes += entry.compress_size * (not is_music)
    assert other_bytes < 1_000_000
    assert music_bytes < 300_000  # an intro, an outro, a bed and a sting: 72 s


def test_the_source_can_be_tested_and_read(built):
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tops = {name.split("/")[1] for name in tar.getnames()}
    assert tops >= {*PACKAGES, "tests", "docs", "examples", "LICENSE", "NOTICE", "README.md", "CHANGELOG.md"}
    assert "pyproject.toml" in tops
    assert not tops & {".venv", "demo", ".ci"}


def test_the_name_the_licence_and_the_command(built):
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        info = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(info).decode()
        commands = archive.read(info.replace("METADATA", "entry_points.txt")).decode()
    assert "Name: podcast-producer\n" in metadata
    assert "License-Expression: GPL-3.0-or-later" in metadata
    assert "podcast = podcast.__main__:run" in commands


def test_whose_work_it_uses_is_shipped_with_it(built):
    """Apache-2.0, which hibari's and Kokoro's voices have, wants their notices to stay with them."""
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/licenses/NOTICE")]
        notice = archive.read(name).decode()
    for whose in ("Copyright 2026 Maureese Williams", "Kokoro-82M", "misaki", "spaCy", "espeak-ng", "LAME", "FFmpeg"):
        assert whose in notice
