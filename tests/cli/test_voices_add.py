"""`podcast voices add` and `remove`, with a catalogue on a server of the test's own, and processes to kill."""

import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main
from voices.library import added, find

NET = bytes(range(256)) * 4000
CONFIG = b'{"audio": {"sample_rate": 22050}}'
CARD = b"* URL: https://example.org/alba\n* License: CC BY 4.0\n"
ALBA = "piper:en_GB-alba-medium"
PROGRAM = [sys.executable, "-P", "-m", "podcast", "voices"]


@pytest.fixture(autouse=True)
def library(tmp_path, monkeypatch):
    folder = tmp_path / "library"
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(folder))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    return folder


@pytest.fixture
def catalogue(file_server, monkeypatch):
    """A catalogue of two voices: where the files of each lie."""
    monkeypatch.setenv("PODCAST_CATALOGUE_PIPER", file_server.url)
    index = {}
    for name, net in {"alba": NET, "alan": NET[::-1]}.items():
        place = f"en/en_GB/{name}/medium"
        files = {f"en_GB-{name}-medium.onnx": net, f"en_GB-{name}-medium.onnx.json": CONFIG + name.encode()}
        file_server.files |= {f"/{place}/{file}": content for file, content in files.items()}
        file_server.files[f"/{place}/MODEL_CARD"] = CARD
        facts = {
            f"{place}/{file}": {"size_bytes": len(content), "md5_digest": hashlib.md5(content).hexdigest()}
            for file, content in (files | {"MODEL_CARD": CARD}).items()
        }
        entry = {"name": name, "language": {"code": "en_GB"}, "quality": "medium", "num_speakers": 1, "files": facts}
        index[f"en_GB-{name}-medium"] = entry
    file_server.files["/voices.json"] = json.dumps(index).encode()
    return file_server


def path_of(name="alba"):
    return f"/en/en_GB/{name}/medium/en_GB-{name}-medium.onnx"


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["voices", *arguments])
    assert result.exit_code == code, result.output
    return result


def files_of(folder):
    """All but the lock, which stays."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"
    )


WHOLE = [
    f"piper/en_GB-alba-medium/{name}"
    for name in ("en_GB-alba-medium.onnx", "en_GB-alba-medium.onnx.json", "voice.json")
]


def test_a_voice_is_fetched_and_its_terms_are_shown_and_kept(catalogue, library):
    result = run("add", ALBA)
    assert ALBA in result.stdout
    assert all(word in result.stderr for word in ("CC-BY-4.0", "https://example.org/alba", catalogue.url))
    [voice] = added("piper")
    assert voice.path("model").read_bytes() == NET
    assert voice.digests["model"] == hashlib.sha256(NET).hexdigest()
    assert (voice.licence, voice.languages, voice.name) == ("CC-BY-4.0", ("en-gb",), "Alba (medium)")
    assert "https://example.org/alba" in voice.credit
    assert voice.source == f"{catalogue.url}en/en_GB/alba/medium/en_GB-alba-medium.onnx"
    assert files_of(library) == WHOLE


def test_one_that_is_there_is_not_fetched_again(catalogue):
    run("add", ALBA)
    asked = len(catalogue.asked)
    [told] = json.loads(run("add", ALBA, "--json").stdout)["voices"]
    assert (told["state"], told["licence"], told["languages"]) == ("there", "CC-BY-4.0", ["en-gb"])
    assert Path(told["folder"]).is_dir()
    assert len(catalogue.asked) == asked


def test_one_that_was_damaged_is_fetched_again(catalogue):
    run("add", ALBA)
    [voice] = added("piper")
    voice.path("model").write_bytes(NET[:-1] + b"x")
    [told] = json.loads(run("add", ALBA, "--json").stdout)["voices"]
    assert told["state"] == "added"
    assert voice.path("model").read_bytes() == NET


def test_several_are_added_at_once(catalogue):
    run("add", ALBA, "piper:en_GB-alan-medium", ALBA)
    assert [voice.id for voice in added("piper")] == ["en_GB-alan-medium", "en_GB-alba-medium"]
    assert [path for path, _ in catalogue.asked].count("/voices.json") == 1


def test_what_comes_with_its_engine_need_not_be_added(library):
    pytest.importorskip("hibari")
    assert json.loads(run("add", "hibari:heart", "--json").stdout)["voices"][0]["state"] == "bundled"
    assert not library.exists()


def test_hibaris_voices_come_from_a_mirror_but_are_pinned_by_its_own_table(file_server, tmp_path, monkeypatch):
    assets = tmp_path / "site" / "hibari" / "assets"
    assets.mkdir(parents=True)
    (assets.parent / "__init__.py").touch()
    facts = {"language": "en-GB", "accent": "British", "gender": "female", "file": "bf_emma.onnx", "bundled": False}
    pins = {"bytes": len(NET), "sha256": hashlib.sha256(NET).hexdigest()}
    (assets / "voices.json").write_text(json.dumps({"emma": facts | pins}))
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.delitem(sys.modules, "hibari", raising=False)
    monkeypatch.setenv("PODCAST_CATALOGUE_HIBARI", f"{file_server.url}mirror")
    file_server.files["/mirror/bf_emma.onnx"] = NET[::-1]
    run("add", "hibari:emma", code=1)
    file_server.files["/mirror/bf_emma.onnx"] = NET
    run("add", "hibari:emma")
    [voice] = added("hibari")
    assert voice.path("model").read_bytes() == NET
    assert (voice.licence, voice.languages, voice.gender) == ("Apache-2.0", ("en-gb",), "female")


def test_a_cut_line_is_gone_on_with(catalogue, library):
    catalogue.faults[path_of()] = ["cut"]
    run("add", ALBA)
    assert files_of(library) == WHOLE


def test_of_what_is_not_the_promised_file_nothing_stays(catalogue, library):
    catalogue.files[path_of()] = NET[:-1] + b"x"
    assert "digest" in run("add", ALBA, code=1).stderr
    assert added("piper") == ()
    assert files_of(library) == []


def test_when_the_second_file_fails_the_first_is_kept_to_go_on_with(catalogue, library):
    del catalogue.files[f"{path_of()}.json"]
    run("add", ALBA, code=1)
    assert [Path(name).suffix for name in files_of(library)] == [".part"]
    catalogue.files[f"{path_of()}.json"] = CONFIG + b"alba"
    run("add", ALBA)
    assert [path for path, _ in catalogue.asked].count(path_of()) == 1
    assert files_of(library) == WHOLE


def test_a_wrong_name_names_those_that_come_near(catalogue, library):
    assert "piper:en_GB-alba-medium" in run("add", "piper:alba", code=1).stderr
    assert "hibari:" in run("add", "emma", code=1).stderr or "kokoro:bf_emma" in run("add", "emma", code=1).stderr
    run("add", "piper", code=1)
    assert not library.exists()


@pytest.mark.parametrize(
    "name", ["piper:../../x", "piper:/etc/passwd", "piper:a\x00b", "kokoro:con", "hibari:-rf", ":", ""]
)
@pytest.mark.parametrize("command", ["add", "remove"])
def test_hostile_names_touch_nothing(command, name, library, tmp_path):
    before = files_of(tmp_path)
    run(command, "--", name, code=1)
    assert files_of(tmp_path) == before


def test_a_voice_is_removed_whole(catalogue, library):
    run("add", ALBA, "piper:en_GB-alan-medium")
    told = json.loads(run("remove", ALBA, "--json").stdout)
    assert told["removed"] == [ALBA]
    assert told["bytes"] > len(NET)
    assert find("piper", "en_GB-alba-medium") is None
    assert "piper:en_GB-alan-medium" in run("remove", "piper:en_GB-alan-mediun", code=1).stderr
    run("remove", "piper:en_GB-alan-medium")
    assert files_of(library) == []
    assert not (library / "piper").exists()
    run("remove", ALBA, code=1)


def test_with_the_last_voice_goes_what_they_shared(library):
    for name in ("af_heart", "bf_emma"):
        place = library / "kokoro" / name
        place.mkdir(parents=True)
        record = {
            "id": name,
            "name": name,
            "languages": [],
            "gender": "",
            "licence": "",
            "credit": "",
            "source": "file",
        }
        (place / "voice.json").write_text(json.dumps(record | {"files": {}, "digests": {}}))
    shared = library / "kokoro" / "_shared"
    shared.mkdir()
    (shared / "model.onnx").write_bytes(NET)
    run("remove", "kokoro:af_heart")
    assert shared.exists()
    assert json.loads(run("remove", "kokoro:bf_emma", "--json").stdout)["bytes"] > len(NET)
    assert files_of(library) == []


def test_a_voice_whose_record_is_broken_can_be_removed(catalogue, library):
    run("add", ALBA)
    (library / "piper" / "en_GB-alba-medium" / "voice.json").write_text("{")
    run("remove", ALBA)
    assert files_of(library) == []


def test_all_are_listed_with_what_they_cost(catalogue):
    run("add", ALBA)
    listed = {f"{one['engine']}:{one['id']}": one for one in json.loads(run("--all", "--json").stdout)["voices"]}
    assert (listed[ALBA]["state"], listed[ALBA]["licence"]) == ("added", "CC-BY-4.0")
    assert listed["piper:en_GB-alan-medium"]["bytes"] == len(NET) + len(CONFIG) + 4
    assert listed["kokoro:af_heart"]["shared_bytes"] > 90_000_000
    shown = run("--all", "--language", "en-gb").stdout
    assert all(name in shown for name in (ALBA, "piper:en_GB-alan-medium", "kokoro:bf_emma"))
    assert "kokoro:af_heart" not in shown


def test_what_is_known_without_the_net_is_listed_without_it(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("PODCAST_CATALOGUE_PIPER", "http://127.0.0.1:9/")
    result = run("--all", "--json")
    told = json.loads(result.stdout)
    assert list(told["unreachable"]) == ["piper"]
    assert "127.0.0.1:9" in result.stderr
    assert "kokoro" in {one["engine"] for one in told["voices"]}


def test_a_voice_is_taken_from_a_disk(tmp_path, library):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "x.onnx").write_bytes(b"\x08\x08\x3a\x05graph")
    (stick / "x.onnx.json").write_text(
        '{"audio": {"sample_rate": 22050}, "phoneme_id_map": {"_": [0]}, "espeak": {"voice": "de"}}'
    )
    [told] = json.loads(run("add", "piper", "--from", str(stick), "--json").stdout)["voices"]
    assert (told["id"], told["languages"], told["source"], told["state"]) == ("x", ["de"], "file", "added")
    [told] = json.loads(run("add", "piper:x", "--from", str(stick / "x.onnx"), "--json").stdout)["voices"]
    assert told["state"] == "there"
    (stick / "x.onnx").write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    assert "Git LFS" in run("add", "piper:x", "--from", str(stick), code=1).stderr
    assert [voice.id for voice in added("piper")] == ["x"]
    run("add", "piper", "kokoro", "--from", str(stick), code=2)


def start(*arguments, **options):
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


def wait_for(condition):
    until = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def a_part_grows(library):
    return any(path.stat().st_size for path in library.glob(".parts/*.part"))


def test_two_adds_at_once_fetch_it_once(catalogue, library):
    with start("add", ALBA) as one, start("add", ALBA) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    assert [path for path, _ in catalogue.asked].count(path_of()) == 1
    assert files_of(library) == WHOLE


@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_one_that_was_ended_is_gone_on_with(signal_number, catalogue, library):
    catalogue.faults[path_of()] = ["wait"]
    with start("add", ALBA, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler)) as ended:
        wait_for(lambda: a_part_grows(library))
        ended.send_signal(signal_number)
        assert ended.wait() != 0
    assert added("piper") == ()
    [part] = files_of(library)
    assert part.endswith(".part")
    run("add", ALBA)
    asked = [begin for path, begin in catalogue.asked if path == path_of()]
    assert asked[0] is None
    assert asked[1].startswith("bytes=")
    assert files_of(library) == WHOLE


def test_what_a_killed_process_has_staged_is_swept(catalogue, library):
    for name in (".new-0", ".old-0"):
        (library / "piper" / name).mkdir(parents=True)
        (library / "piper" / name / "x.onnx").write_bytes(b"half")
    run("add", ALBA)
    assert files_of(library) == WHOLE


def test_a_disk_that_fills_up_is_told_and_leaves_only_the_part(catalogue, library):
    limit = len(NET) // 4
    with start("add", ALBA, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) as full:
        _, told = full.communicate()
    assert full.returncode == 1
    assert "disk is full" in told
    [part] = files_of(library)
    assert (library / part).stat().st_size <= limit
    run("add", ALBA)
    assert files_of(library) == WHOLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_disk_that_is_too_small_is_told_before_anything_is_fetched(catalogue, library):
    library.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", library], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("here not even root can")
    try:
        told = run("add", ALBA, code=1).stderr
        assert "no room" in told
        assert path_of() not in [path for path, _ in catalogue.asked]
    finally:
        subprocess.run(["umount", library], check=True)


def test_a_place_that_cannot_be_written_to_is_told(catalogue, library):
    library.write_text("a file")
    assert "PODCAST_VOICES_DIR" in run("add", ALBA, code=1).stderr
