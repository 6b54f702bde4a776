"""What can't be a file of a show, wherever one is named: a sentence, before anything is voiced or written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cli import main

FAULT = "fault of podcast itself"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="these are files of Unix")


@pytest.fixture
def show(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "essay.md").write_text("# River\n\nA river bends.\n", "utf-8")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


def assert_refused(result, *named):
    assert result.exit_code == 1, result.output
    assert FAULT not in result.output
    assert all(name in result.output for name in named), result.output


NO_FILES = ["/dev/zero", "pipe", ".", "/dev/full"]


@pytest.mark.parametrize("command", ["script", "build", "words", "diff"])
@pytest.mark.parametrize("name", ["/dev/zero", "pipe"])
def test_what_is_no_file_is_no_essay(show, command, name):
    assert_refused(run(command, name), "The essay can't be read", "no file")


@pytest.mark.parametrize("name", [*NO_FILES, "\\u0000", "~nosuch/x.wav"])
@pytest.mark.parametrize(
    "setting", ['opening.music = "{}"', 'bed.music = "{}"', 'show.cover = "{}"', 'speech.lexicons = ["{}"]']
)
def test_what_is_no_file_is_neither_music_nor_cover_nor_lexicon(show, setting, name):
    (show / "podcast.toml").write_text(setting.format(name), "utf-8")
    assert_refused(run("build", "essay.md"), "can't be read")
    assert not (show / "public").exists()


@pytest.mark.parametrize("name", ["/dev/zero", "pipe"])
def test_what_is_no_file_holds_no_settings(show, name):
    (show / "podcast.toml").symlink_to(show / name)
    assert_refused(run("build", "essay.md"), "The settings can't be read", "no file")


@pytest.mark.parametrize("name", ["lexicon.toml", "lexicon.pls"])
def test_a_pipe_beside_the_essay_is_no_lexicon(show, name):
    (show / "pipe").rename(show / name)
    assert_refused(run("build", "essay.md"), "no file")


def test_a_pipe_is_no_picture_of_a_chapter(show):
    (show / "essay.md").write_text(
        "# River\n\n![](pipe)\n\nA river bends.\n\n## Pond\n\n![](/dev/zero)\n\nIt stands.\n"
    )
    result = run("script", "essay.md")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", ["/dev/zero", "pipe"])
def test_what_is_no_file_is_no_recording_that_could_be_checked(show, name):
    (show / "public" / "feed.xml").parent.mkdir()
    (show / "public" / "feed.xml").symlink_to(show / name)
    assert_refused(run("check"))


def test_more_than_any_essay_has_is_refused_by_its_size(show):
    with (show / "essay.md").open("wb") as file:
        file.truncate(1 << 40)
    assert_refused(run("script", "essay.md"), "MB is the most")


def test_more_music_than_any_is_refused_by_its_size(show):
    with (show / "jingle.wav").open("wb") as file:
        file.write(b"RIFF")
        file.truncate(5 << 30)
    assert_refused(run("build", "essay.md", "--intro", "jingle.wav"), "MB is the most")


def test_standard_input_has_an_end_or_is_refused(show):
    with Path("/dev/zero").open("rb") as zeros:
        command = [sys.executable, "-c", "import podcast.cli.essays as e; e.ESSAY_BYTES = 1000; e.bytes_of('-')"]
        done = subprocess.run(command, stdin=zeros, capture_output=True, text=True, check=False)
    assert "it has no end" in done.stderr


def test_what_a_shell_hands_over_is_read(show):
    reading, writing = os.pipe()
    os.write(writing, b"# Pond\n\nA pond stands.\n")
    os.close(writing)
    result = run("script", f"/dev/fd/{reading}")
    assert "A pond stands." in result.output


SETTINGS = {
    "brackets": "x = " + "[" * 100_000,
    "digits": "x = " + "1" * 5001,
    "more digits": "sound.loudness_lufs = " + "1" * 400,
    "hexadecimal digits": "lexicon.x = 0x" + "f" * 10_000,
    "a long key": "a" * 1_000_000 + " = 1",
    "a long text": 'show.explicit = "' + "a" * 1_000_000 + '"',
    "a long title": 'show.title = "' + "Shore " * 2000 + '"',
    "a role's long name": "cast." + "A" * 10_000 + ".pan = 0",
    "no number": "sound.loudness_lufs = nan",
    "no end": "sound.true_peak_dbtp = -inf",
    "a word of the lexicon": "lexicon." + "a" * 10_000 + ' = "b"',
    "sounds": 'lexicon.Bob = { ipa = "' + "ʃ" * 300 + '" }',
    "what is said": 'lexicon.Bob = "' + "a" * 10_000 + '"',
    "another encoding": 'show.title = "\xff"',
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_are_too_much_are_refused_in_few_words(show, name):
    (show / "podcast.toml").write_text(SETTINGS[name], "latin-1" if name == "another encoding" else "utf-8")
    result = run("build", "essay.md")
    assert_refused(result, "The settings")
    assert len(result.output) < 1000


def odd_show(folder):
    """In a folder, and with files, whose names are in no UTF-8."""
    show = folder / os.fsdecode(b"sh\xffow")
    show.mkdir()
    for name in (b"ess\xfeay.md",):
        (show / os.fsdecode(name)).write_text("# River\n\nA river bends.\n")
    return show


@pytest.mark.skipif(sys.platform == "darwin", reason="it has such names only in UTF-8")
def test_names_that_are_in_no_encoding_are_names(tmp_path, monkeypatch):
    show = odd_show(tmp_path)
    monkeypatch.chdir(show)
    essay = os.fsdecode(b"ess\xfeay.md")
    for command in (["build", essay, "--voice", "en-us"], ["check"], ["diff", essay]):
        done = subprocess.run([sys.executable, "-m", "podcast", *command], capture_output=True, check=False)
        assert FAULT.encode() not in done.stderr
        assert done.returncode == (1 if command == ["check"] else 0), done.stderr.decode(errors="replace")


NOBODY = ("unshare", "--user", "--map-user=54321", "--map-group=54321")


def nobody(*command, cwd):
    """As a user whose number has no entry, with nothing in the environment that says where a home is."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PODCAST_", "HOME"))}
    return subprocess.run(
        [*NOBODY, sys.executable, "-m", "podcast", *command],
        cwd=cwd,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def _nobody():
    if not shutil.which("unshare") or subprocess.run([*NOBODY, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine makes no user namespaces")


@pytest.mark.slow
@pytest.mark.usefixtures("_nobody")
def test_a_user_without_a_home_builds_without_a_cache(show):
    done = nobody("build", "essay.md", cwd=show)
    assert done.returncode == 0, done.stderr
    assert (show / "public" / "feed.xml").is_file()


@pytest.mark.usefixtures("_nobody")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("cache", "--cache-dir"),
        ("build essay.md --intro ~/x.wav", "can't be read"),
    ],
)
def test_a_user_without_a_home_is_told_what_that_means(show, command, told):
    done = nobody(*command.split(), cwd=show)
    assert done.returncode == 1, done.stderr
    assert told in done.stderr
    assert FAULT not in done.stderr
