"""What the library says is there: of what lies in the folder, whoever put it there."""

import json
import subprocess
import sys

import pytest

from voices import library
from voices.library import LibraryError, added, checked_id, find, is_plain, shared, shared_digest

ALBA = {
    "engine": "piper",
    "id": "alba",
    "name": "Alba",
    "languages": ["en-gb"],
    "gender": "",
    "licence": "CC-BY-4.0",
    "credit": "Voice: alba",
    "source": "file",
    "files": {"model": "alba.onnx"},
    "digests": {"model": "00ff"},
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(tmp_path))
    return tmp_path


def lay(folder, record, name="alba"):
    place = folder / "piper" / name
    place.mkdir(parents=True)
    (place / "voice.json").write_text(record if isinstance(record, str) else json.dumps(record))
    (place / "alba.onnx").write_bytes(b"net")


def test_a_voice_is_found_with_its_files(folder):
    lay(folder, ALBA)
    [voice] = added("piper")
    assert (voice.id, voice.languages, voice.licence) == ("alba", ("en-gb",), "CC-BY-4.0")
    assert voice.path("model") == voice.folder / "alba.onnx" == folder / "piper" / "alba" / "alba.onnx"
    assert added("kokoro") == ()
    assert find("piper", "alba") == voice


@pytest.mark.parametrize(
    "record",
    [
        *("", "{", "[]", "null", "[" * 100_000, "\x00"),
        ALBA | {"id": "other"},
        ALBA | {"files": {"model": "../../alba.onnx"}},
        ALBA | {"files": {"model": "/etc/passwd"}},
        ALBA | {"files": {"model": "gone.onnx"}},
        ALBA | {"digests": {}},
        {key: value for key, value in ALBA.items() if key != "licence"},
    ],
)
def test_a_record_that_cannot_be_used_is_left_out(record, folder):
    lay(folder, record)
    assert added("piper") == ()


def test_what_is_no_voice_is_passed_over(folder):
    lay(folder, ALBA)
    for name in (".new-1", "_shared", "empty"):
        (folder / "piper" / name).mkdir()
    (folder / "piper" / "notes.txt").write_text("mine")
    assert [voice.id for voice in added("piper")] == ["alba"]


def test_voices_come_in_the_order_of_their_ids(folder):
    for name in ("c", "a", "b"):
        lay(folder, ALBA | {"id": name}, name)
    assert [voice.id for voice in added("piper")] == ["a", "b", "c"]


def test_what_is_shared_is_there_once_it_is_recorded(folder):
    place = folder / "kokoro" / "_shared"
    place.mkdir(parents=True)
    (place / "model.onnx").write_bytes(b"net")
    assert (shared("kokoro", "model.onnx"), shared_digest("kokoro", "model.onnx")) == (None, "")
    (place / "shared.json").write_text(json.dumps({"digests": {"model.onnx": "ff"}}))
    assert (shared("kokoro", "model.onnx"), shared_digest("kokoro", "model.onnx")) == (place / "model.onnx", "ff")
    assert shared("kokoro", "other.onnx") is None


@pytest.mark.parametrize("name", ["en_GB-alba-medium", "pt_PT-tugão-medium", "af_heart", "a", "ru_RU-x.1+2", "Эмма"])
def test_names_of_voices_are_plain(name):
    assert checked_id(name) == name


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "a/b", "a\\b", "/x", "C:x", ".hidden", "-rf", "_shared", "a\x00", "a\n", "a b", "a."),
        *("con", "CON", "nul.onnx", "com1", "aux.a.b", "x" * 101, "é" * 60, "a\u202eb", "\ud800", "~", "a*", "a?"),
    ],
)
def test_hostile_names_are_refused(name):
    with pytest.raises(LibraryError):
        checked_id(name)


def test_names_of_files_may_be_longer_than_those_of_voices():
    assert is_plain("x" * 100 + ".onnx.json")


def test_without_a_choice_the_folder_is_the_users_own(monkeypatch):
    monkeypatch.setenv("PODCAST_VOICES_DIR", "")
    assert library.folder().parts[-2:] == ("podcast", "voices")


def test_asking_what_is_there_loads_nothing_heavy(folder):
    lay(folder, ALBA)
    program = "import sys; from voices.library import added; assert added('piper'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "onnxruntime", "httpx", "hibari", "filelock", "platformdirs", "rich"}.isdisjoint(loaded)
