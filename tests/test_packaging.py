"""Exactly what is shipped."""

import email
import os
import re
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
    """It has code, a little music, and next to nothing else: voices come by other wheels."""
    [wheel] = built.glob("*.whl")
    sizes_bytes = {".py": 0, ".opus": 0, "": 0}
    for entry in zipfile.ZipFile(wheel).infolist():
        suffix = Path(entry.filename).suffix
        sizes_bytes[suffix if suffix in sizes_bytes else ""] += entry.compress_size
    assert sizes_bytes[".py"] < 1_200_000  # 45,000 of them are our own words in 25 languages
    assert sizes_bytes[".opus"] < 300_000  # an intro, an outro, a bed and a sting: 72 s
    assert sizes_bytes[""] < 120_000  # styles, scripts, profiles, licences


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


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The metadata of a wheel that is built for an index, by the release workflow."""
    folder = tmp_path_factory.mktemp("published")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    home = {"PROJECT_URL": "https://example.org/us/podcast/"}
    subprocess.run(command, cwd=ROOT, env=os.environ | home, check=True, capture_output=True)
    return metadata_in(folder)


def metadata_in(folder):
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_bytes(archive.read(name))


def links(markdown):
    """Where each leads, but for what is code."""
    prose = re.sub(r"(?ms)^```.*?^```|^    .*?$|`[^`\n]+`", "", markdown)
    return re.findall(r"\]\(([^()\s]+)\)|(?:href|src)=[\"']([^\"']+)", prose)


def test_an_index_shows_no_link_that_leads_nowhere(built, published):
    """README.md links to files beside it, and on an index there are none."""
    text = published.get_payload(decode=True).decode()
    led = ["".join(link) for link in links(text)]
    assert len(led) > 10
    assert [link for link in led if not re.match(r"https?://", link)] == []
    files = [link for link in led if "/blob/" in link]
    for link in files:
        version, _, file = link.removeprefix("https://example.org/us/podcast/blob/").partition("/")
        assert version == f"v{published['Version']}"
        assert (ROOT / file.partition("#")[0]).exists()
    at_home = metadata_in(built).get_payload(decode=True).decode()
    assert [link for link in links(at_home) if not re.match(r"https?://", "".join(link))] == []


def test_what_is_no_link_stays_as_it_is():
    from release.index_metadata import on_an_index

    written = "`[a](b.md)` and [b](b.md), [c](https://example.org), [d](#here)\n```\n[e](e.md)\n```\n![f](f.png)\n"
    assert on_an_index(written, "https://x.org/") == written.replace(" [b](", " [b](https://x.org/").replace(
        "![f](", "![f](https://x.org/"
    )
    assert on_an_index(written, "") == written.replace("[b](b.md)", "b").replace("![f](f.png)", "f")


def test_the_metadata_says_whose_it_is_and_where(built, published):
    assert "podcast-producer authors" in published["Author"]
    urls = dict(one.split(", ") for one in published.get_all("Project-URL"))
    assert urls.keys() >= {"Homepage", "Documentation", "Changelog", "Issues"}
    assert all(url.startswith("https://example.org/us/podcast") for url in urls.values())
    assert metadata_in(built).get_all("Project-URL") is None  # of a wheel that is built at home nobody knows an address


def test_only_systems_are_promised_on_which_it_is_run(published):
    systems = [one for one in published.get_all("Classifier") if one.startswith("Operating System")]
    assert systems == ["Operating System :: POSIX :: Linux"]


@pytest.mark.parametrize("package", ["uvicorn", "pyttsx3", "hibari-tts", "markdown-it-py"])
def test_what_is_used_inwardly_has_an_upper_bound(package, published):
    wanted = [one for one in published.get_all("Requires-Dist") if re.match(rf"{package}\b", one)]
    assert wanted
    assert all("<" in one.partition(";")[0] for one in wanted)


def test_whose_work_it_uses_is_shipped_with_it(built):
    """Apache-2.0, which hibari's and Kokoro's voices have, wants their notices to stay with them."""
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/licenses/NOTICE")]
        notice = archive.read(name).decode()
    for whose in ("Copyright 2026 Maureese Williams", "Kokoro-82M", "misaki", "spaCy", "espeak-ng", "LAME", "FFmpeg"):
        assert whose in notice
