"""Bad input is refused in a sentence, with exit status 1, before anything is voiced, and nothing on disk changes."""

import os
import pickle
import re
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main
from podcast.errors import PodcastError, about, naming, sentence_of

TEXT = "Rivers bend, and nobody asks them why. They are older than they look.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("essay.txt").write_text(TEXT)
    Path("drafts").mkdir()
    Path("empty.txt").write_text(" \n\n")
    Path("signs.md").write_text("***\n\n```\nonly = code\n```\n")
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    Path("paper.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    Path("words.mp3").write_text("these are words, not music")
    Path("dated.md").write_text("---\ndate: soonish\n---\nText.\n")
    Path("voiced.md").write_text("---\nvoice: naratorr\n---\nText.\n")
    Path("spoken.md").write_text("---\nlanguage: tlh\n---\nText.\n")
    for name in ("empty.ipynb", "empty.rst", "empty.org", "empty.docx", "empty.epub", "empty.pdf"):
        Path(name).write_text("\n")
    Path("small.png").write_bytes(b"\x89PNG")
    with wave.open("click.wav", "wb") as file:
        file.setparams((1, 2, 44100, 0, "NONE", ""))
        file.writeframes(b"\x00\x40" * 2)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def refused(folder):
    """Run a command that must fail without a trace, and return what it tells the user."""

    def refuse(*arguments):
        before, folders = snapshot(folder), sorted(folder.rglob("*"))
        result = run(*arguments)
        assert result.exit_code == 1, result.output
        assert result.stderr.startswith("Error: ")
        assert "Traceback" not in result.output
        assert "fault of podcast itself" not in result.output
        assert result.stdout == ""
        assert snapshot(folder) == before
        assert sorted(folder.rglob("*")) == folders
        return result.stderr

    return refuse


@pytest.mark.parametrize(
    ("arguments", "which"),
    [
        (["missing.txt"], "missing.txt"),
        (["esay.txt"], "essay.txt"),
        (["drafts"], "drafts"),
        (["empty.txt"], "empty.txt"),
        (["signs.md"], "signs.md"),
        (["picture.txt"], "picture.txt"),
        (["paper.pdf"], "paper.pdf"),
        *(([f"empty.{kind}"], f"empty: empty.{kind}") for kind in ("ipynb", "rst", "org", "docx", "epub", "pdf")),
        (["dated.md"], "soonish"),
        (["voiced.md"], "voiced.md"),
        (["spoken.md"], "spoken.md"),
        (["essay.txt", "--date", "the third of May"], "the third of May"),
        (["essay.txt", "--voice", "naratorr"], "narrator"),
        (["essay.txt", "--voice", "en-us+Anie"], "en-us+Annie"),
        (["essay.txt", "--language", "tlh"], "tlh"),
        (["essay.txt", "--voice", "de"], "does not speak"),
        (["essay.txt", "--date", "9999-12-31T23:59-12:00"], "9999"),
        (["essay.txt", "--intro", "click.wav"], "click.wav"),
        (["essay.txt", "--intro", "words.mp3"], "words.mp3"),
        (["essay.txt", "--outro", "nothing.mp3"], "nothing.mp3"),
        (["essay.txt", "--base-url", "example.org"], "example.org"),
        (["essay.txt", "--show", "essay.txt"], "essay.txt"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_named(refused, arguments, which):
    assert which in refused("build", *arguments)


@pytest.mark.parametrize(
    ("settings", "which"),
    [
        ("[show]\ntitel = 'x'\n[opening]\nmusik = 'none'", "titel"),
        ("[show", "podcast.toml"),
        ("[show]\ncover = 'small.png'", "small.png"),
        ("[show]\ncover = 'none.png'", "none.png"),
        ("[voice]\ndriver = 'sapi6'", "sapi6"),
        ("[voice]\nname = 'nobody'", "nobody"),
        ("[opening]\ntext = 'This is {shw}.'", "shw"),
        ("[closing]\nmusic = 'words.mp3'", "words.mp3"),
        ("[show]\ntitle = 'Vin'\n[lexicon]\nVin = { ipa = 'vǃn' }", "Vin: "),  # which only the welcome says
    ],
)
def test_bad_settings_are_named(refused, settings, which):
    Path("podcast.toml").write_text(settings)
    assert which in refused("build", "essay.txt")


def test_an_episode_that_cannot_be_read_stops_the_build_and_stays(refused):
    broken = Path("public/episodes/old/episode.json")
    broken.parent.mkdir(parents=True)
    broken.write_text("{")
    assert "episode.json" in refused("build", "essay.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(refused, folder):
    folder.chmod(0o555)
    try:
        assert "can't be written" in refused("build", "essay.txt")
    finally:
        folder.chmod(0o755)


def test_a_show_where_no_folder_can_be_made(refused):
    assert "/dev/null" in refused("build", "essay.txt", "--show", "/dev/null/show")


def test_the_same_refusals_without_voicing(refused):
    assert "missing.txt" in refused("script", "missing.txt")
    assert "klingon" in refused("voices", "--language", "klingon")


def test_a_full_disk_is_a_sentence_and_leaves_nothing(refused, monkeypatch):
    def full(*_args, **_options):
        raise OSError(28, "No space left on device", "essay.mp3")

    monkeypatch.setattr("podcast.recording.recording.assemble", full)
    assert "disk is full" in refused("build", "essay.txt")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OSError(122, "Disk quota exceeded")])
def test_a_full_disk_is_told_with_its_place_and_what_is_left(error, tmp_path):
    with pytest.raises(OSError, match=r"device|quota") as caught, naming(tmp_path / "gone" / "public"):
        raise error
    told = sentence_of(caught.value)
    assert str(tmp_path / "gone" / "public") in told
    assert re.search(r"\([\d.]+ MB left\)", told)


def test_an_error_that_is_no_disk_s_or_names_a_file_keeps_its_name(tmp_path):
    for error in (OSError(32, "Broken pipe"), OSError(5, "Input/output error", "feed.xml")):
        with pytest.raises(OSError, match=r"Broken|error") as caught, naming(tmp_path):
            raise error
        assert str(tmp_path) not in sentence_of(caught.value)


def test_a_fault_of_our_own_is_confessed_and_shown_with_debug(folder, monkeypatch):
    monkeypatch.setattr("podcast.recording.recording.assemble", lambda *_: 1 / 0)
    result = run("build", "essay.txt")
    assert (result.exit_code, "--debug" in result.stderr, "Traceback" in result.stderr) == (1, True, False)
    result = run("--debug", "build", "essay.txt")
    assert (result.exit_code, "Traceback" in result.stderr) == (1, True)


def test_misused_options_are_a_usage_error(folder):
    assert run("build").exit_code == 2
    assert run("build", "essay.txt", "--jobs", "0").exit_code == 2
    assert run("build", "essay.txt", "dated.md", "--title", "One").exit_code == 2
    assert run("bild").exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGTERM"])
def test_an_interrupted_build_leaves_no_trace(signal_name, folder):
    import signal
    import time

    Path("long.txt").write_text("\n\n".join(TEXT * 8 for _ in range(400)))
    before = snapshot(folder)
    build = subprocess.Popen([sys.executable, "-m", "podcast", "build", "long.txt"], stderr=subprocess.PIPE, text=True)
    staged = Path("public")
    while not any(path.stat().st_size for path in staged.glob(".staged-*")):
        time.sleep(0.05)
        assert build.poll() is None
    build.send_signal(getattr(signal, signal_name))
    _, told = build.communicate(timeout=30)
    assert build.returncode == 128 + getattr(signal, signal_name)
    assert "Traceback" not in told
    assert snapshot(folder) == before
    assert not staged.exists()


def test_all_music_that_is_missing_is_told_at_once(folder, refused):
    (folder / "podcast.toml").write_text('[opening]\nmusic = "a.mp3"\n[bed]\nmusic = "b.mp3"\n', "utf-8")
    told = refused("build", "essay.txt")
    for part in ("opening.music", "a.mp3", "bed.music", "b.mp3"):
        assert part in told


def test_an_error_crosses_processes_whole():
    error = PodcastError("The essay is empty", which="essay.md", remedy="Write something in it.")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.what, copy.which, copy.remedy, str(copy)) == (error.what, error.which, error.remedy, str(error))


def test_an_error_that_names_nothing_names_what_it_is_about():
    with pytest.raises(PodcastError) as unnamed, about("mills.pdf"):
        raise PodcastError("Reading PDFs needs a library", remedy="Install it.")
    assert (unnamed.value.which, unnamed.value.remedy) == ("mills.pdf", "Install it.")
    with pytest.raises(PodcastError) as named, about("mills.pdf"):
        raise PodcastError("There is no such file", which="cover.png")
    assert named.value.which == "cover.png"
