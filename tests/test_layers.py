"""Who may import whom, and what may not be imported until it is needed (docs/design.md)."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {
    *("numpy", "av", "pydub", "lxml", "rich", "starlette", "uvicorn", "httpx", "PIL", "mutagen", "trafilatura"),
    *("hibari", "onnxruntime", "markdown_it", "lameenc", "jinja2", "segno", "spellchecker", "webvtt", "num2words"),
}
TYPES_FOR_ALL = {"voices.speech", "feed.show"}
MAY_USE_VOICES = {
    "podcast.advice",
    "podcast.audition.candidates",
    "podcast.audition.hearing",
    "podcast.audition.results",
    "podcast.casting",
    "podcast.fingerprint",
    "podcast.materials",
    "podcast.strange_words",
    "podcast.studio",
    "podcast.vocabulary",
    "podcast.cli.words",
    "podcast.sound.crew",
    "podcast.sound.hand",
    "podcast.sound.plausible",
    "podcast.sound.kept",
    "podcast.sound.questions",
    "podcast.sound.speaker",
    "podcast.sound.worker",
    "podcast.sound.takes",
    "podcast.cli.voicelibrary",
    "podcast.cli.voiceoffers",
    "podcast.cli.voices",
    "podcast.cli.script",
}


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


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("podcast.text")])
def test_text_knows_neither_sound_nor_episodes(name):
    assert not uses(MODULES[name], "podcast.sound") | uses(MODULES[name], "podcast.episode")


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("podcast.sound")])
def test_sound_knows_neither_text_nor_episodes(name):
    assert not uses(MODULES[name], "podcast.text") | uses(MODULES[name], "podcast.episode")


@pytest.mark.parametrize(
    "name", [name for name in MODULES if name.startswith("podcast") and name not in MAY_USE_VOICES]
)
def test_only_a_few_speak_to_engines(name):
    assert {
        used for used in uses(MODULES[name], "voices") if ".".join(used.split(".")[:2]) not in TYPES_FOR_ALL
    } == set()


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
