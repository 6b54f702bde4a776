"""Engines say what they are, and which version speaks."""

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from voices import engine as engines_module
from voices.engine import Engine, engine, engines, module_of, version_of


@pytest.fixture
def fresh():
    """What is known of engines is known once a process."""
    for known in (engines, version_of, engines_module._code):
        known.cache_clear()
    yield
    for known in (engines, version_of, engines_module._code):
        known.cache_clear()


@pytest.mark.parametrize("driver", ["hibari", "espeak_ng", "espeak", "sapi5", "nsss", "nonesuch"])
def test_an_engine_is_the_same_in_every_process(driver):
    program = f"from voices.engine import version_of; print(version_of({driver!r}))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True).stdout
    assert told.strip() == version_of(driver)


def test_each_engine_is_another():
    drivers = ["hibari", "espeak_ng", "espeak", "sapi5", "nsss"]
    assert len({version_of(driver) for driver in drivers}) == len(drivers)


@pytest.mark.parametrize("name", engines())
def test_a_declared_engine_is_known_by_its_own_packages_and_no_other_s(name):
    told = engine(name)
    for package in told.distributions:
        assert f"{package} " in version_of(name)
    foreign = {package for other in engines().values() for package in other.distributions} - {*told.distributions}
    assert not any(f"{package} " in version_of(name) for package in foreign)


@pytest.mark.parametrize("name", engines())
def test_it_says_all_that_others_ask(name):
    told = engine(name)
    assert told.name == name
    assert told.description
    assert told.modules
    assert told.is_declared


def test_an_engine_that_nobody_declares_is_one_of_the_system(monkeypatch):
    told = engine("sapi5")
    assert not told.is_declared
    assert not told.repeats


def test_what_is_not_installed_is_missing_with_a_remedy():
    told = Engine("x", modules=("json", "no_such_module"), remedy="Install it.")
    assert "no_such_module" in told.missing()
    assert "Install it." in told.missing()
    assert Engine("x", modules=("json",)).missing() == ""


@pytest.mark.parametrize("file", ["engine.py", "drivers/espeak_ng.py", "nets/english.py"])
def test_other_code_of_ours_in_any_folder_is_another_engine(file, tmp_path, monkeypatch, fresh):
    """A kept take must not outlive the code that made it."""
    (tmp_path / file).parent.mkdir(exist_ok=True)
    monkeypatch.setattr(engines_module, "_HERE", tmp_path)
    (tmp_path / file).write_text("one = 1")
    before = version_of("espeak_ng")
    version_of.cache_clear()
    engines_module._code.cache_clear()
    (tmp_path / file).write_text("one = 2")
    assert version_of("espeak_ng") != before


def test_a_change_in_any_file_that_a_voice_goes_through_is_another_engine(tmp_path, monkeypatch, fresh, code_copy):
    """All of voices/, but what fetches voices and changes none."""
    copy = tmp_path / "voices"
    code_copy(Path(engines_module.__file__).parent, copy)
    monkeypatch.setattr(engines_module, "_HERE", copy)
    monkeypatch.setattr(engines_module, "_SILENT", copy / "additions")
    before = engines_module._code("espeak_ng")
    files = list(copy.rglob("*.py"))
    assert {file.parent.name for file in files} >= {"voices", "drivers", "nets", "additions", "catalogue"}
    for file in files:
        content = file.read_bytes()
        file.write_bytes(content + b"# changed\n")
        engines_module._code.cache_clear()
        is_silent = copy / "additions" in file.parents
        assert (engines_module._code("espeak_ng") == before) == is_silent, file
        file.write_bytes(content)


def test_other_weights_are_another_version_of_that_voice_only(monkeypatch, fresh):
    weights = {"one": "a" * 64, "two": "b" * 64}
    monkeypatch.setitem(dict(engines()), "espeak_ng", None)
    declared = dict(engines()) | {"own": Engine("own", weights=weights.get)}
    monkeypatch.setattr(engines_module, "engines", lambda: declared)
    before = version_of("own", "one"), version_of("own", "two+low")
    version_of.cache_clear()
    engines_module._code.cache_clear()
    weights["one"] = "c" * 64
    assert version_of("own", "one") != before[0]
    assert version_of("own", "two+low") == before[1]


def test_another_processor_is_another_version_of_a_net_and_of_no_other_engine(monkeypatch, fresh):
    nets = {name: version_of(name) for name in engines()}
    version_of.cache_clear()
    engines_module._code.cache_clear()
    monkeypatch.setattr(engines_module, "processor", lambda: "another")
    for name, before in nets.items():
        assert (version_of(name) != before) == engine(name).minds_processor


OWN = """
from voices.engine import Engine
ENGINE = Engine("parrot", "says what it hears", modules=("json",))
"""


def test_another_package_adds_an_engine_by_an_entry_point(tmp_path, monkeypatch, fresh):
    (tmp_path / "parrot_engine.py").write_text(OWN)
    monkeypatch.syspath_prepend(str(tmp_path))
    entry = EntryPoint("parrot", "parrot_engine", "podcast.engines")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry] if group == "podcast.engines" else [])
    assert engines()["parrot"].description == "says what it hears"
    assert module_of("parrot") == "parrot_engine"
    before = version_of("parrot")
    version_of.cache_clear()
    engines_module._code.cache_clear()
    (tmp_path / "parrot_engine.py").write_text(OWN + "# changed")
    assert version_of("parrot") != before


@pytest.mark.parametrize(
    ("module", "code"),
    [("absent", "import no_such_module"), ("bare", "x = 1"), ("misnamed", OWN.replace("parrot", "raven"))],
)
def test_an_engine_of_another_package_that_is_broken_stops_nobody_and_says_why(
    module, code, tmp_path, monkeypatch, fresh
):
    module = f"{module}_engine"
    (tmp_path / f"{module}.py").write_text(code)
    monkeypatch.syspath_prepend(str(tmp_path))
    entry = EntryPoint("parrot", module, "podcast.engines")
    monkeypatch.setattr(engines_module, "_entries", lambda: [entry])
    assert engines()["hibari"].missing() == ""
    assert module in engines()["parrot"].missing()


def test_files_that_declare_engines_elsewhere_are_known(tmp_path, monkeypatch, fresh):
    (tmp_path / "magpie_engine.py").write_text(OWN.replace("parrot", "magpie"))
    monkeypatch.syspath_prepend(str(tmp_path))
    entry = EntryPoint("magpie", "magpie_engine", "podcast.engines")
    monkeypatch.setattr(engines_module, "_entries", lambda: [entry])
    assert engines_module.sources() == (tmp_path / "magpie_engine.py",)
