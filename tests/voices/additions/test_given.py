"""Voices that somebody brings on a disk: real nets and tables of their formats, and all that is none."""

import hashlib
import json
import shutil
from array import array
from importlib.util import find_spec
from pathlib import Path

import pytest

from voices.additions import adding, shelving
from voices.additions.given import given, given_kokoro
from voices.library import LibraryError, added, shared_digest

HEART = Path(find_spec("hibari").origin).parent / "assets" / "hibari.onnx" if find_spec("hibari") else None
ONNX = b"\x08\x08" + b"\x3a\x05graph"  # ir_version 8, and a graph of five bytes
CONFIG = {"audio": {"sample_rate": 22050}, "phoneme_id_map": {"_": [0]}, "language": {"code": "en_GB"}}
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 63201294\n"


@pytest.fixture(autouse=True)
def library(tmp_path, monkeypatch):
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(tmp_path / "library"))


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def lay_piper(stick, name="en_GB-alba-medium", config=CONFIG, net=ONNX):
    (stick / f"{name}.onnx").write_bytes(net)
    (stick / f"{name}.onnx.json").write_text(config if isinstance(config, str) else json.dumps(config))
    return stick / f"{name}.onnx"


def put(voice):
    with shelving.locked(lambda: None):
        return adding.add_given(voice)


def refused(engine, path, voice_id=""):
    with pytest.raises(LibraryError) as caught:
        given(engine, voice_id, path)
    return caught.value


@pytest.mark.parametrize("voice_id", ["", "en_GB-alba-medium"])
@pytest.mark.parametrize("is_folder", [True, False])
def test_a_piper_voice_is_called_as_its_file(voice_id, is_folder, stick):
    path = lay_piper(stick)
    voice = put(given("piper", voice_id, stick if is_folder else path))
    assert [voice] == list(added("piper"))
    assert (voice.id, voice.languages, voice.licence, voice.source) == ("en_GB-alba-medium", ("en-gb",), "", "file")
    assert voice.path("model").read_bytes() == ONNX
    assert json.loads(voice.path("config").read_text()) == CONFIG
    assert voice.digests["model"] == hashlib.sha256(ONNX).hexdigest()


def test_a_card_beside_it_tells_the_licence(stick):
    lay_piper(stick)
    (stick / "MODEL_CARD").write_text("* URL: https://example.org/a\n* License: CC0\n")
    assert given("piper", "", stick).licence == "CC0-1.0"


def test_older_configurations_tell_the_language_otherwise(stick):
    config = {key: value for key, value in CONFIG.items() if key != "language"} | {"espeak": {"voice": "pt-br"}}
    assert given("piper", "", lay_piper(stick, config=config)).languages == ("pt-br",)


def test_of_several_voices_one_is_named(stick):
    for name in ("one", "two"):
        lay_piper(stick, name)
    assert "one, two" in refused("piper", stick).remedy
    refused("piper", stick, "three")
    assert given("piper", "two", stick).id == "two"


def test_a_single_voice_may_be_called_otherwise(stick):
    assert put(given("piper", "mine", lay_piper(stick))).path("model").name == "mine.onnx"


@pytest.mark.parametrize(
    "config",
    [
        *("", "[]", "null", "<html>", "{}", "[" * 100_000),
        CONFIG | {"audio": {"sample_rate": "fast"}},
        CONFIG | {"audio": {"sample_rate": 1}},
        CONFIG | {"phoneme_id_map": {}},
        CONFIG | {"language": {"code": "../.."}},
        CONFIG | {"language": "en"},
    ],
)
def test_a_configuration_that_is_none_is_refused(config, stick):
    assert refused("piper", lay_piper(stick, config=config)).which.endswith(".onnx.json")


@pytest.mark.parametrize(
    ("net", "told"),
    [
        (POINTER, "Git LFS"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"  \n<?xml version='1.0'?>", "web page"),
        (b"PK\x03\x04" + bytes(100), "archive"),
        (b"", "empty"),
        (b"hello, I am a net", "ONNX"),
        (ONNX[:-1], "cut off"),
        (ONNX[:1], "cut off"),
        (b"\x08\x08", "no graph"),
        (b"\x08" + b"\xff" * 20, "too long"),
        (b"\x08\x08\x3a" + b"\xff" * 9 + b"\x01", "cut off"),
    ],
)
def test_a_file_that_is_no_net_is_told_for_what_it_is(net, told, stick):
    assert told in refused("piper", lay_piper(stick, net=net)).what


@pytest.mark.parametrize("engine", ["hibari", "piper", "kokoro"])
def test_where_there_is_nothing_nothing_is_found(engine, stick):
    refused(engine, stick)
    refused(engine, stick / "gone")


def test_a_net_without_its_configuration_is_refused(stick):
    path = lay_piper(stick)
    (stick / "en_GB-alba-medium.onnx.json").unlink()
    assert refused("piper", path).which.endswith(".onnx.json")


@pytest.mark.skipif(HEART is None, reason="hibari is not installed")
def test_hibaris_files_are_known_by_their_digests(stick, tmp_path, monkeypatch):
    package = tmp_path / "other" / "hibari"
    (package / "assets").mkdir(parents=True)
    (package / "__init__.py").touch()
    table = json.loads((HEART.parent / "voices.json").read_text())
    table["heart"]["bundled"] = False  # so that the one net which is here can be brought
    (package / "assets" / "voices.json").write_text(json.dumps(table))
    monkeypatch.syspath_prepend(package.parent)
    monkeypatch.delitem(__import__("sys").modules, "hibari", raising=False)
    shutil.copy(HEART, stick / "download (1).onnx")
    voice = put(given("hibari", "", stick))
    assert (voice.id, voice.languages, voice.licence) == ("heart", ("en-us",), "Apache-2.0")
    assert voice.files == {"model": "hibari.onnx"}
    refused("hibari", stick, "emma")
    (stick / "download (1).onnx").write_bytes(ONNX)
    refused("hibari", stick)


STYLE = array("f", [0.1, -0.2, 0.3, 0.0] * 4).tobytes()
KNOWN = {
    "voice_bytes": len(STYLE),
    "voices": {"af_heart": hashlib.sha256(STYLE).hexdigest()},
    "model": {"at": "x/", "file": "net.onnx", "bytes": len(ONNX), "sha256": hashlib.sha256(ONNX).hexdigest()},
}


def test_a_voice_of_kokoros_brings_the_model_once(stick):
    (stick / "af_heart.bin").write_bytes(STYLE)
    with pytest.raises(LibraryError, match=r"net\.onnx"):
        given_kokoro("", stick, KNOWN)
    (stick / "whatever.onnx").write_bytes(ONNX)
    voice = put(given_kokoro("", stick / "af_heart.bin", KNOWN))
    assert (voice.id, voice.languages, voice.gender, voice.licence) == ("af_heart", ("en-us",), "female", "Apache-2.0")
    assert shared_digest("kokoro", "model.onnx") == KNOWN["model"]["sha256"]
    (stick / "whatever.onnx").unlink()
    (stick / "bm_mine.bin").write_bytes(array("f", [0.5] * 16).tobytes())
    assert put(given_kokoro("bm_mine", stick, KNOWN)).licence == ""  # nobody knows whose it is
    assert [voice.id for voice in added("kokoro")] == ["af_heart", "bm_mine"]


@pytest.mark.parametrize("style", [STYLE[:-4], b"", POINTER, array("f", [float("nan")] * 16).tobytes(), b"\x7f" * 64])
def test_a_table_that_is_no_voice_of_kokoros_is_refused(style, stick):
    (stick / "af_heart.bin").write_bytes(style)
    (stick / "net.onnx").write_bytes(ONNX)
    with pytest.raises(LibraryError):
        given_kokoro("", stick, KNOWN)


@pytest.mark.parametrize("name", ["mine", "xx_mine", "af", "af_", "jf_alpha"])
def test_a_voice_of_kokoros_whose_language_is_unknown_is_refused(name, stick):
    (stick / f"{name}.bin").write_bytes(STYLE)
    with pytest.raises(LibraryError):
        given_kokoro("", stick, KNOWN)
