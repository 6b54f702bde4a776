"""Each way to install that the README names, from the built wheel, as a stranger's machine would do it.

They need a package index, some gigabytes of wheels and minutes: `make test-install`. What is installed is asked to
build an episode of a Markdown essay and of a web page, since a library that is missing shows when it is wanted.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytestmark = [pytest.mark.install, pytest.mark.timeout(1200)]

ROOT = Path(__file__).parent.parent
#: By Python: the pip that the first release of it brings, which many a system has to this day.
OLDEST_PIP = {"3.11": "22.3", "3.12": "23.2.1", "3.13": "24.2", "3.14": "25.2"}
EXTRAS = ("documents", "listen", "cluster", "kokoro", "piper")
#: Of each platform that has wheels for all of it, as uv names it.
PLATFORMS = (
    *("x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "x86_64-pc-windows-msvc"),
    *("aarch64-apple-darwin", "x86_64-apple-darwin"),
)
PAGE = """<!doctype html><html lang="en"><head><title>On Ponds</title></head><body><nav><a href="/">Home</a></nav><main>
<article><h1>On Ponds</h1><p>A pond is a lake that has stopped pretending. It has no far shore to dream of.</p>
<p>Everything that ever fell in is still falling, only more slowly.</p></article></main></body></html>"""
RST = "On Reeds\n========\n\nReeds bend, and that is how they stay.\n"
#: A module that only the extra brings.
BROUGHT = {
    "documents": "docutils, pypdfium2",
    "listen": "faster_whisper",
    "cluster": "distributed",
    "kokoro": "onnxruntime",
    "piper": "piper",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    done([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture
def place():
    """A folder that is gone afterwards: an environment takes half a gigabyte."""
    with TemporaryDirectory(prefix="podcast-install-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def done(command, **options):
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)
    assert result.returncode == 0, f"{command}\n{result.stdout[-3000:]}\n{result.stderr[-3000:]}"
    return result.stdout


def clean(**more):
    """The environment of somebody who knows nothing of this folder and of the versions that were tested."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    kept.pop("PIP_CONSTRAINT", None)
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | more


@cache
def python(minor):
    """The oldest of this minor version that is here, or a skip. TEST_PYTHONS in the environment names others."""
    named = os.environ.get("TEST_PYTHONS", "").split(os.pathsep)
    found = {}
    for candidate in filter(None, (*named, "/usr/bin/python3", shutil.which(f"python{minor}"), sys.executable)):
        code = "import ensurepip, platform; print(platform.python_version())"
        told = subprocess.run([candidate, "-c", code], capture_output=True, text=True, check=False)
        if told.returncode == 0 and told.stdout.startswith(f"{minor}."):
            found.setdefault(int(re.sub(r"\D.*", "", told.stdout.split(".")[2].strip())), candidate)
    if not found:
        pytest.skip(f"no Python {minor} with venv is here")
    return found[min(found)]


def environment(place, minor):
    """A new one with the oldest pip: its Python."""
    done([python(minor), "-m", "venv", place / "venv"], env=clean())
    binaries = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    done([binaries / "python", "-m", "pip", "install", "--quiet", f"pip=={OLDEST_PIP[minor]}"], env=clean())
    return binaries / "python"


def works(command, place, *, essays=("ponds.md", "page.html")):
    """`podcast` builds an episode of each essay, and has no complaint of them."""
    (place / "show").mkdir()
    (place / "show" / "ponds.md").write_text("---\ntitle: Still\n---\nA pond is still. In 1984 it was not.\n", "utf-8")
    (place / "show" / "page.html").write_text(PAGE, "utf-8")
    (place / "show" / "reeds.rst").write_text(RST, "utf-8")
    quiet = clean(PODCAST_CACHE_DIR=str(place / "cache"), HOME=str(place))
    (place / "show" / "podcast.toml").write_text(
        '[show]\ntitle = "Still Water"\nbase_url = "https://example.org/still"\n', "utf-8"
    )
    told = done([*command, "build", *essays, "--intro", "none", "--json"], cwd=place / "show", env=quiet)
    assert len(json.loads(told)["episodes"]) == len(essays)
    done([*command, "check"], cwd=place / "show", env=quiet)


@pytest.mark.parametrize("minor", OLDEST_PIP)
def test_a_plain_install_works_by_the_oldest_pip_of_each_python(minor, wheel, place):
    own = environment(place, minor)
    done([own, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", wheel], env=clean())
    done([own, "-m", "pip", "check"], env=clean())
    works([own.parent / "podcast"], place)


def test_each_extra_brings_what_it_is_for_by_the_oldest_pip(wheel, place):
    own = environment(place, "3.11")
    for extra in EXTRAS:
        done([own, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", f"{wheel}[{extra}]"], env=clean())
        done([own, "-c", f"import {BROUGHT[extra]}"], env=clean())
    done([own, "-m", "pip", "check"], env=clean())
    works([own.parent / "podcast"], place, essays=("ponds.md", "page.html", "reeds.rst"))
    told = json.loads(done([own.parent / "podcast", "voices", "--json"], env=clean(HOME=str(place))))
    assert not [engine for engine in told["engines"] if engine.get("missing")]


def test_the_folder_itself_can_be_installed_by_the_oldest_pip(place):
    own = environment(place, "3.11")
    shutil.copytree(ROOT, place / "source", ignore=shutil.ignore_patterns(".git", ".venv", "node_modules", ".*_cache"))
    done([own, "-m", "pip", "install", "--quiet", "."], cwd=place / "source", env=clean())
    works([own.parent / "podcast"], place)


def test_pipx_installs_it(wheel, place):
    own = environment(place, "3.11")
    done([own, "-m", "pip", "install", "--quiet", "pipx"], env=clean())
    homes = {"PIPX_HOME": str(place / "pipx"), "PIPX_BIN_DIR": str(place / "bin"), "PIPX_MAN_DIR": str(place / "man")}
    done([own, "-m", "pipx", "install", "--python", own, f"{wheel}[documents]"], env=clean(**homes))
    works([place / "bin" / "podcast"], place, essays=("ponds.md", "page.html", "reeds.rst"))


def test_uv_installs_it(wheel, place):
    own = environment(place, "3.11")
    done([own, "-m", "pip", "install", "--quiet", "uv"], env=clean())
    homes = {"UV_TOOL_DIR": str(place / "uv"), "UV_TOOL_BIN_DIR": str(place / "bin"), "UV_NO_CACHE": "1"}
    done([own.parent / "uv", "tool", "install", "--python", own, wheel], env=clean(**homes))
    works([place / "bin" / "podcast"], place)


@pytest.mark.parametrize("minor", [min(OLDEST_PIP), max(OLDEST_PIP)])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_wheels_alone_are_enough_on_each_platform_that_is_promised(platform, minor, wheel):
    """By uv, which asks the markers of each package for that platform; pip's --platform asks them for this one."""
    nets = ("listen", "kokoro", "piper")
    has_nets = (platform, minor) != ("x86_64-apple-darwin", "3.14")  # onnxruntime has no wheel for it
    extras = EXTRAS if has_nets else tuple(extra for extra in EXTRAS if extra not in nets)
    requirement = f"podcast-producer[{','.join(extras)}] @ {wheel.as_uri()}"  # all together, so each alone
    options = ["--only-binary", ":all:", "--python-platform", platform, "--python-version", minor, "--quiet"]
    # Wheels of PyAV and onnxruntime are for macOS 14 and newer.
    done([uv(), "pip", "compile", "-", *options], input=requirement, env=clean(MACOSX_DEPLOYMENT_TARGET="14.0"))


@cache
def uv():
    found = Path(sys.executable).parent / "uv"
    return str(found) if found.exists() else shutil.which("uv") or pytest.fail("uv is not installed: see Makefile")
