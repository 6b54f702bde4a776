"""Who may import whom, and what may not be imported until it is needed (docs/design.md)."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {
    *("numpy", "av", "pydub", "lxml", "rich", "starlette", "uvicorn", "httpx", "PIL", "mutagen"),
    *("hibari", "onnxruntime", "markdown_it", "lameenc", "jinja2", "segno", "spellchecker", "webvtt", "unicode_rbnf"),
    *("yaml", "docutils"),
}
#: What each room may import, beside itself: "voices" and "feed" are whole packages, "." what lies at podcast's root.
MAY_IMPORT = {
    "podcast.text": {"feed"},
    "podcast.sound": set(),
    "podcast.config": {"feed", "text", "sound"},
    "podcast.episode": {"feed", "text", "sound"},
    "podcast.cache": {"voices", ".", "config", "episode", "show", "voicing"},
    "podcast.show": {"feed", "config", "text", "sound", "episode", "cache"},
    "podcast.voicing": {"voices", ".", "config", "text", "sound", "episode", "show", "recording"},
    "podcast.recording": {"processes", "voices", "config", "text", "sound", "episode", "voicing", "cache"},
    "podcast.processes": set(),
    "podcast.batch": {"processes", "feed", ".", "config", "episode", "cache", "voicing", "recording", "show"},
    "podcast.audition": {"feed", "voices", "config", "text", "sound", "episode", "voicing", "recording"},
    "podcast.listening": {"feed", "config", "text", "episode", "voicing"},
    "podcast.galley": {"feed", "text"},
    "podcast.web": {"text", "episode"},
    "podcast": {"feed", "config", "text", "sound", "episode", "voicing", "recording", "show", "cache"},
}
#: An error, places, how a file is opened, types, arithmetic, and how the tagger's table is read.
FOR_ALL = (
    "podcast.errors",
    "podcast.ownplaces",
    "podcast.userfiles",
    "voices.speech",
    "voices.pace",
    "voices.nets.tables",
)


def modules():
    for package in ("podcast", "voices", "feed"):
        for path in (ROOT / package).rglob("*.py"):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield name, path


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def uses(path, package):
    return {name for name in imports(path) if name == package or name.startswith(f"{package}.")}


MODULES = dict(modules())


@pytest.mark.parametrize("name", [name for name in MODULES if name.partition(".")[0] in ("voices", "feed")])
def test_voices_and_feed_know_neither_neighbour(name):
    neighbours = {"podcast", "voices", "feed"} - {name.partition(".")[0]}
    assert not {used for neighbour in neighbours for used in uses(MODULES[name], neighbour)}


def room_of(name):
    """Of a module: "podcast.text", "podcast" for what lies at its root, "voices", "feed"."""
    package, _, rest = name.partition(".")
    first = rest.partition(".")[0]
    return f"podcast.{first}" if package == "podcast" and first and (ROOT / "podcast" / first).is_dir() else package


def test_every_room_has_its_walls():
    assert {room_of(name) for name in MODULES} == {*MAY_IMPORT, "voices", "feed", "podcast.cli"}


@pytest.mark.parametrize(
    "name", [name for name in MODULES if room_of(name) in MAY_IMPORT and name != "podcast.__main__"]
)
def test_a_room_opens_into_few_others(name):
    used = {one for package in ("podcast", "voices", "feed") for one in uses(MODULES[name], package)}
    rooms = {room_of(one) for one in used if one != "podcast" and not one.startswith(FOR_ALL)} - {room_of(name)}
    named = {"voices": "voices", "feed": "feed", ".": "podcast"}
    assert rooms <= {named.get(one, f"podcast.{one}") for one in MAY_IMPORT[room_of(name)]}


@pytest.mark.parametrize(
    "name", [name for name in MODULES if not name.startswith("podcast.cli") and name != "podcast.__main__"]
)
def test_nothing_but_the_command_line_knows_the_command_line(name):
    assert not uses(MODULES[name], "podcast.cli") | uses(MODULES[name], "click")


def test_the_command_line_starts_without_anything_heavy():
    program = "import sys, podcast.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY.isdisjoint(loaded)


def test_help_imports_no_command():
    program = "import sys; from podcast.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    loaded = told.splitlines()[-1].split()
    ours = {name for name in loaded if name.startswith(("podcast.", "voices", "feed"))}
    assert ours == {"podcast.cli", "podcast.cli.cache", "podcast.errors"}


def test_files_stay_short():
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: lines for name, lines in lengths.items() if lines > 260} == {}
