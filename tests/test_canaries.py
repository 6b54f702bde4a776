"""Nothing is let out: words that nobody was to see are put wherever a build looks, and nothing published has them.

Real builds of essays in several formats, with music, covers, pictures and a lexicon, in a home of somebody's; then an
audition and a galley, which are files to be passed on, too.
"""

import base64
import getpass
import os
import re
import socket
import subprocess
import sys
import warnings
import wave
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import numpy as np
import pytest
from mutagen.wave import WAVE
from PIL import ExifTags, Image, PngImagePlugin

pytestmark = pytest.mark.slow

#: Each a word that is nobody's; what it stands for.
CANARIES = {
    "zqhomezq": "the folder of the user",
    "zquserzq": "the user's name",
    "zqoutsidezq": "a folder that isn't the show's",
    "zqsecretzq": "a secret in the environment",
    "zqcommentzq": "a comment in podcast.toml",
    "zqmattzq": "a key of front matter that isn't podcast's",
    "zqhiddenzq": "a comment in an essay",
    "zqmetazq": "what a page's head says of its making",
    "zqeditorzq": "who had a document last, and where its template lies",
    "zqpicturezq": "what is written in a picture",
    "zqpicnamezq": "a picture's name",
    "zqcoverzq": "a cover's name",
    "zqmusiczq": "what is written in a piece of music",
    "zqmusicnamezq": "its name",
    "zqlexiconzq": "what is written in a lexicon, and not said",
}

SETTINGS = """\
# zqcommentzq: the landlord's number is 555
[show]
title = "Shore Letters"
author = "Ada Lake"
email = "ada@example.org"
base_url = "https://example.org/show"
cover = "~/zqcoverzq.jpg"
[feed]
opus_kbps = 24
[voice]
name = "narrator"
[lexicon]
file = "zqlexiconzq.txt"
[opening]
music = "~/zqmusicnamezq.wav"
[closing]
music = "~/zqmusicnamezq.wav"
"""
MARKDOWN = """\
---
title: On Ponds
date: 2026-03-01
zqmattzq: zqmattzq
reviewer: {zqmattzq: zqmattzq}
image: img/zqpicnamezq.png
---
Ponds stand still. <!-- zqhiddenzq: too slow? --> They are deep.

## The floor

![The floor](img/zqpicnamezq.jpg) ![](file:///home/zqpicnamezq/a.jpg) [mine](file:///home/zqpicnamezq/b.md)

Everything that fell in is still falling.
"""
_APP = """\
<?xml version="1.0" encoding="UTF-8"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Template>C:\\\\Users\\\\zqeditorzq\\\\Normal.dotm</Template><Company>zqeditorzq</Company><Manager>zqeditorzq</Manager>
</Properties>
"""
HTML = """\
<!doctype html><html><head><title>On Lakes</title><meta name="generator" content="zqmetazq">
<meta name="csrf-token" content="zqmetazq"><script>var user = "zqmetazq"</script><style>/* zqmetazq */</style></head>
<body data-user="zqmetazq"><nav>Howdy, zqmetazq <a href="/logout?token=zqmetazq">Log out</a></nav>
<article><h1>On Lakes</h1><!-- zqhiddenzq --><p>Lakes are ponds with an ambition, and
their shores know it well enough.</p><form><input type="hidden" value="zqmetazq"></form></article></body></html>
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("zqhomezq")
    show, outside = home / "show", home / "zqoutsidezq"
    for folder in (show / "img", outside):
        folder.mkdir(parents=True)
    (show / "podcast.toml").write_text(SETTINGS)
    (show / "zqlexiconzq.txt").write_text("# zqlexiconzq\nponds = pawnds\n")
    (show / "ponds.md").write_text(MARKDOWN)
    (show / "lakes.html").write_text(HTML)
    (outside / "seas.txt").write_text("On Seas\n\nSeas are lakes that nobody has walked around yet.\n")
    write_document(show / "rivers.docx")
    draw(home / "zqcoverzq.jpg")
    draw(show / "img" / "zqpicnamezq.jpg")
    draw(show / "img" / "zqpicnamezq.png")
    play(home / "zqmusicnamezq.wav")
    return home


def write_document(path):
    document = docx.Document()
    document.add_heading("On Rivers", 0)
    said = document.add_paragraph("Rivers bend, and nobody has told them to.")
    document.add_comment(said.runs, text="zqeditorzq", author="zqeditorzq", initials="zq")
    facts = document.core_properties
    facts.last_modified_by = facts.category = facts.identifier = facts.content_status = facts.version = "zqeditorzq"
    document.save(path)
    with zipfile.ZipFile(path, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # there is one already
        package.writestr("docProps/app.xml", _APP)  # not packed, so that it can be found below


def draw(path):
    exif = Image.Exif()
    for tag in (ExifTags.Base.Artist, ExifTags.Base.BodySerialNumber, ExifTags.Base.ImageDescription):
        exif[tag] = "zqpicturezq"
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "zqpicturezq")
    own = {"pnginfo": texts} if path.suffix == ".png" else {"comment": b"zqpicturezq", "xmp": b"<x>zqpicturezq</x>"}
    Image.radial_gradient("L").resize((1400, 1400)).convert("RGB").save(path, exif=exif, **own)


def play(path):
    time_s = np.arange(3 * 44_100) / 44_100
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 44_100, 0, "NONE", ""))
        file.writeframes((8000 * np.sin(2 * np.pi * 440 * time_s)).astype("<i2").tobytes())
    tagged = WAVE(path)
    tagged.add_tags()
    from mutagen.id3 import COMM, TPE1

    tagged.tags.add(TPE1(encoding=3, text="zqmusiczq"))
    tagged.tags.add(COMM(encoding=3, text="zqmusiczq"))
    tagged.save()


def podcast(home, *arguments):
    env = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "USER": "zquserzq", "LOGNAME": "zquserzq"}
    env |= {"AWS_SECRET_ACCESS_KEY": "zqsecretzq", "PODCAST_TOKEN": "zqsecretzq", "EMAIL": "zqsecretzq@example.org"}
    env |= {"PODCAST_CACHE_DIR": str(home / "cache")}
    command = [sys.executable, "-P", "-m", "podcast", *arguments]
    return subprocess.run(command, cwd=home / "show", env=env, capture_output=True, check=False, timeout=110)


@pytest.fixture(scope="module")
def published(home):
    essays = ["ponds.md", "lakes.html", "rivers.docx", str(home / "zqoutsidezq" / "seas.txt")]
    done = podcast(home, "build", *essays)
    assert done.returncode == 0, done.stderr.decode()
    return home / "show" / "public"


def places():
    """What this machine is called, and by whom it is used, as far as that is no word of every day."""
    names = {socket.gethostname(), socket.gethostname().partition(".")[0]}
    with suppress(OSError, KeyError):
        names.add(getpass.getuser())
    everyday = {"root", "user", "runner", "localhost", "ubuntu", "debian"}
    paths = {str(Path(sys.prefix)), str(Path.cwd()), str(Path(__file__).parent.parent)}
    return {name for name in names if len(name) > 5 and name not in everyday} | paths


def told(content, words):
    """Those that are in it: in any of the encodings that tags and pages have, and in small letters or large."""
    plain = content.lower()
    found = set()
    for word in words:
        forms = {word.lower().encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
        forms.add(re.sub(rb"=+$", b"", base64.b64encode(word.encode()))[2:-2].lower())
        if any(form in plain for form in forms):
            found.add(word)
    return found


def test_the_canaries_sing_where_they_were_put(home):
    """Or what follows would prove nothing."""
    heard = set()
    for path in home.rglob("*"):
        if path.is_file() and not path.is_relative_to(home / "show" / "public") and "cache" not in path.parts:
            content = path.read_bytes() + str(path).encode()
            heard |= told(content, CANARIES)
    by_environment = {"zquserzq", "zqsecretzq"}
    assert heard == CANARIES.keys() - by_environment


def test_nothing_that_is_published_tells_what_nobody_was_to_see(home, published):
    words = {*CANARIES, *places(), str(home)}
    files = [path for path in published.rglob("*") if path.is_file()]
    assert len({path.suffix for path in files}) >= 10
    found = {path.relative_to(published).as_posix(): told(path.read_bytes(), words) for path in files}
    assert {name: words for name, words in found.items() if words} == {}
    assert told("\n".join(path.relative_to(published).as_posix() for path in files).encode(), words) == set()


def test_what_was_published_has_what_it_should(published):
    """The essays, the music, the covers and the pictures were all used."""
    assert len(list(published.glob("episodes/*/*.mp3"))) == 4
    assert list(published.glob("episodes/on-ponds/*.png")) or list(published.glob("episodes/ponds/*.png"))
    assert len(list(published.glob("episodes/*/*.jpg"))) == 1
    assert list(published.glob("cover-*.jpg"))


def test_an_audition_tells_nothing_either(home, published):
    done = podcast(home, "voices", "audition", "--essay", "ponds.md", "--voice", "narrator", "--output", "audition")
    assert done.returncode == 0, done.stderr.decode()
    words = {*CANARIES, *places(), str(home)}
    files = [path for path in (home / "show" / "audition").rglob("*") if path.is_file()]
    assert len(files) == 2
    assert {path.name: told(path.read_bytes(), words) for path in files} == {path.name: set() for path in files}


@pytest.mark.parametrize("essay", ["ponds.md", "lakes.html", "rivers.docx"])
def test_a_galley_shows_the_essay_s_source_and_nothing_of_the_machine(home, essay):
    done = podcast(home, "script", essay, "--diff-source", "--html")
    assert done.returncode == 0, done.stderr.decode()
    of_the_source = {"zqmattzq", "zqhiddenzq", "zqmetazq", "zqpicnamezq"}
    assert told(done.stdout, {*CANARIES, *places(), str(home)}) <= of_the_source
