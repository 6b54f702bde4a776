import ast
import sys
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from podcast import sound
from podcast.cache.store import Store
from podcast.recording import jobs
from podcast.recording.jobs import kept as kept_module
from podcast.recording.jobs.kept import KeptResults, chain_version, code_version
from podcast.recording.jobs.questions import Calibration, Sounds, Voices
from podcast.recording.jobs.render_jobs import MixClipJob, MixJob, SpeechClipJob, SpeechJob
from podcast.recording.jobs.speaker import Speaker
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import MusicShape
from voices.speech import Phonemes, Utterance

TEXT = "Rivers bend, and bend again."


@pytest.fixture
def speaker():
    with Speaker() as speaker:
        yield speaker


@pytest.fixture
def job(voice):
    return SpeechClipJob(SpeechJob(Utterance(TEXT, voice), Chain(gain_db=11), 300), 64)


@pytest.fixture
def content(job, speaker):
    return job.packed(job.made(speaker))


def test_what_comes_back_is_what_was_kept(job, content, tmp_path):
    KeptResults(Store(tmp_path)).put(job, content)
    assert KeptResults(Store(tmp_path)).get(job) == job.unpacked(content)


def test_whatever_a_clip_depends_on_has_a_place_of_its_own(job, content, tmp_path):
    kept = KeptResults(Store(tmp_path))
    kept.put(job, content)
    voice = job.voice
    said = voice.utterance
    for other in (
        replace(job, bitrate_kbps=96),
        *(
            replace(job, voice=changed)
            for changed in (
                replace(voice, sentence_pause_ms=301),
                replace(voice, chain=replace(voice.chain, gain_db=11.01)),
                replace(voice, chain=replace(voice.chain, stereo=True)),
                replace(voice, utterance=replace(said, text=TEXT + ".")),
                replace(voice, utterance=replace(said, voice=replace(said.voice, pitch=51))),
                replace(voice, utterance=replace(said, phonemes=(Phonemes(0, 6, "ˈrɪvəz"),))),
            )
        ),
    ):
        assert kept.get(other) is None


def test_what_another_version_of_an_engine_said_is_not_taken(job, content, tmp_path, monkeypatch):
    KeptResults(Store(tmp_path)).put(job, content)
    monkeypatch.setattr("podcast.recording.jobs.kept.version_of", lambda driver, voice: f"{driver} 2, {voice}")
    assert KeptResults(Store(tmp_path)).get(job) is None


def test_music_is_known_by_its_content_and_not_by_its_place(job, content, tmp_path):
    kept = KeptResults(Store(tmp_path))
    piece = Piece("here.wav", "0a", -16.0, 1, -1.0)
    framing = MixClipJob(MixJob(job.voice, piece, MusicShape(), -1.0), 64)
    kept.put(framing, content)
    for changed, is_kept in ((replace(piece, path="there.wav"), True), (replace(piece, sha256="0b"), False)):
        other = replace(framing, mix=replace(framing.mix, music=changed))
        assert (kept.get(other) is not None) == is_kept
        assert (other == framing) == is_kept


def test_answers_are_kept_too(voice, speaker, tmp_path):
    kept = KeptResults(Store(tmp_path))
    for question in (Calibration(voice, Chain(), -16.0), Voices("espeak_ng", "1")):
        answer = question.made(speaker)
        kept.put(question, question.packed(answer))
        assert kept.get(question) == answer


def test_what_costs_nothing_or_may_change_is_not_kept(voice, tmp_path):
    kept = KeptResults(Store(tmp_path))
    for question in (Sounds(("river",), voice), Voices("sapi5", "1"), SpeechJob(Utterance(TEXT, voice), Chain())):
        kept.put(question, b"{}")
    assert not list(tmp_path.glob("*/*"))


def test_damage_is_nothing_kept(job, content, tmp_path):
    kept = KeptResults(Store(tmp_path))
    kept.put(job, content)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-100])
    assert kept.get(job) is None


def test_without_a_store_nothing_is_kept(job, content):
    kept = KeptResults(None)
    kept.put(job, content)
    assert kept.get(job) is None


# --- the code and the libraries that make it -------------------------------------------------------------------------

FOLDERS = [Path(package.__file__).parent for package in (sound, jobs)]
#: The one carries jobs to other machines and changes no sample, the other is in the versions of the engines.
CARRIERS = {"distributed", "pyttsx3"}


@pytest.fixture
def fresh():
    """Who masters and encodes is known once a process."""
    chain_version.cache_clear()
    yield
    chain_version.cache_clear()


@pytest.fixture
def code(tmp_path, monkeypatch, code_copy):
    """A copy of our own code, for a test to change."""
    copies = [tmp_path / folder.name for folder in FOLDERS]
    for folder, copy in zip(FOLDERS, copies, strict=True):
        code_copy(folder, copy)
    monkeypatch.setattr(kept_module, "_CODE", tuple(copies))
    return copies


def version():
    chain_version.cache_clear()
    return chain_version()


def test_a_change_in_any_file_that_masters_or_encodes_is_another_key(code, fresh):
    before = version()
    files = [file for folder in code for file in folder.rglob("*.py")]
    assert {file.parent.name for file in files} >= {"dsp", "codec", "music", "jobs"}
    for file in files:
        content = file.read_bytes()
        file.write_bytes(content + b"# changed\n")
        assert version() != before, file
        file.write_bytes(content)
    assert version() == before


def test_a_file_more_or_less_or_elsewhere_is_another_key(code, fresh):
    found = [version()]
    new = code[0] / "codec" / "deeper" / "new.py"
    new.parent.mkdir()
    new.write_text("")
    found.append(version())
    new.rename(code[0] / "dsp" / "new.py")
    found.append(version())
    (code[1] / "takes.py").unlink()
    found.append(version())
    assert len({*found}) == 4


def test_what_python_leaves_beside_its_code_is_of_no_account(code, fresh):
    before = version()
    (code[0] / "dsp" / "__pycache__").mkdir()
    (code[0] / "dsp" / "__pycache__" / "master.pyc").write_bytes(b"compiled")
    assert version() == before


def test_the_code_behind_a_key_is_all_that_masters_and_encodes(fresh):
    assert chain_version().endswith(f"code {code_version(FOLDERS)}")


def imported(folder):
    """The top names of all that the code in a folder imports, wherever it does."""
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name.partition(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module.partition(".")[0]


def libraries():
    """Those of others that master and encode, as pip knows them."""
    names = {name for folder in FOLDERS for name in imported(folder)} - sys.stdlib_module_names
    distributions = packages_distributions()
    return {distributions[name][0] for name in names - {"podcast", "voices", "feed"} - CARRIERS}


def test_each_library_that_masters_or_encodes_is_in_the_key(job, content, tmp_path, monkeypatch, fresh):
    KeptResults(Store(tmp_path)).put(job, content)
    assert {"numpy", "av", "lameenc"} <= libraries()
    installed = kept_module.version
    for library in libraries():
        chain_version.cache_clear()
        with monkeypatch.context() as patch:
            patch.setattr(kept_module, "version", lambda name, new=library: installed(name) + "+1" * (name == new))
            assert KeptResults(Store(tmp_path)).get(job) is None, library
    chain_version.cache_clear()
    assert KeptResults(Store(tmp_path)).get(job)
