"""A few bytes that want to become many, or to stand deep in one another: done, or refused with a sentence, and soon."""

import json
import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

pytestmark = [pytest.mark.drill, pytest.mark.slow]

MOST_MB = 500
MOST_S = 60  # of the processor

SENTENCE = b"The river bends because water is lazy and the ground is not. "
ALIASES = b"".join(b"a%d: &a%d [%s]\n" % (at, at, b",".join([b"*a%d" % (at - 1)] * 10)) for at in range(1, 12))
ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a0 "ha ">'
    + b"".join(b'<!ENTITY a%d "%s">' % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 10))
    + b"]>"
)
QUADRATIC = b'<!DOCTYPE a [<!ENTITY q "' + b"a" * 50_000 + b'">]>'

#: What is in an essay, by the name of its file.
TEXTS = {
    "paragraph.md": SENTENCE * 160_000,
    "paragraph.txt": SENTENCE * 160_000,
    "paragraph.html": b"<p>" + SENTENCE * 160_000 + b"</p>",
    "paragraphs.md": (SENTENCE + b"\n\n") * 100_000,
    "one-letter.md": b"a" * 100_000,
    "quotations.md": b">" * 100_000 + b" deep",
    "lists.md": b"".join(b"  " * at + b"- item\n" for at in range(2000)),
    "emphasis.md": b"*a **b " * 50_000,
    "brackets.md": b"[" * 100_000 + b"a" + b"]" * 100_000,
    "boxes.html": b"<div>" * 200_000 + b"<p>deep words</p>",
    "tables.html": b"<table><tr><td>" * 50_000 + b"deep words",
    "comments.html": b"<!--" * 200_000 + b"deep words",
    "groups.rtf": b"{\\rtf1 " + b"{" * 1_000_000 + b"deep words" + b"}" * 1_000_001,
    "cells.ipynb": b'{"cells":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "digits.ipynb": b'{"cells":[],"nbformat":' + b"1" * 5001 + b"}",
    "many.ipynb": json.dumps(
        {"cells": [{"cell_type": "markdown", "source": "A river."}] * 20_000, "nbformat": 4}
    ).encode(),
    "headings.org": b"".join(b"*" * at + b" h\n" for at in range(1, 2000)) + b"text\n",
    "blocks.org": b"#+BEGIN_QUOTE\n" * 20_000 + b"text\n",
    "quotations.rst": b"".join(b" " * at + b"text\n\n" for at in range(800)),
    "substitutions.rst": b"".join(b".. |a%d| replace:: %s\n" % (at, b"|a%d| " % (at - 1) * 10) for at in range(1, 12))
    + b".. |a0| replace:: ha\n\n|a11|\n",
    "aliases.md": b"---\na0: &a0 [x,x]\n" + ALIASES + b"title: x\n---\n\nA river.\n",
    "python.md": b"---\ntitle: !!python/object/apply:os.abort []\n---\n\nA river.\n",
    "deep-facts.md": b"---\ntitle: " + b"[" * 5000 + b"]" * 5000 + b"\n---\n\nA river.\n",
    "long-facts.md": b"---\ntitle: x\nx: " + b"a" * 50_000_000 + b"\n---\n\nA river.\n",
    "deep-facts-in-toml.md": b"+++\nx = " + b"[" * 5000 + b"]" * 5000 + b"\n+++\n\nA river.\n",
    "parts-of-a-key.md": b"+++\n" + b"a." * 200_000 + b"a = 1\n+++\n\nA river.\n",
}
READ = """
import pathlib, sys, resource
resource.setrlimit(resource.RLIMIT_CPU, ({most_s}, {most_s}))
from podcast.errors import PodcastError
from podcast.text.reading import read_essay
data = sys.stdin.buffer.read()
try:
    print("done", len(read_essay(data, sys.argv[1]).blocks))
except PodcastError as error:
    print("refused", error)
status = pathlib.Path("/proc/self/status")  # the peak that `resource` knows is the parent's, where that was higher
if status.exists():
    print(int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 2**20)
"""
PROGRAM = READ.format(most_s=MOST_S)


def assert_survived(name, data):
    """In a process of its own: its memory and its time are measured, and a crash of it is a finding."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, name], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    *told, used_mb = done.stdout.decode().splitlines()
    assert told[0].startswith(("done", "refused"))
    assert int(used_mb) < MOST_MB
    return told[0]


QUICK = ("one-letter.md", "brackets.md", "groups.rtf", "cells.ipynb", "aliases.md", "python.md", "deep-facts.md")


def test_texts(extent, record_property):
    names = extent(short=QUICK, whole=tuple(TEXTS))
    told = [assert_survived(name, TEXTS[name]) for name in names]
    refused = sum(one.startswith("refused") for one in told)
    record_property("drill", f"bombs: {len(names)} texts, {len(names) - refused} done, {refused} refused in a sentence")


PLACES = {
    "docx": ("word/document.xml", b"<w:body>", b"<w:p><w:r><w:t>", b"</w:t></w:r></w:p>"),
    "odt": ("content.xml", b"<office:text>", b"<text:p>", b"</text:p>"),
    "epub": ("OEBPS/a.xhtml", b"<body>", b"<p>", b"</p>"),
}
WITHIN = {
    "unpacks to a lot": lambda begin, end: (b"", begin + b"a " * 60_000_000 + end),
    "entities of entities": lambda begin, end: (ENTITIES, begin + b"&a9;" + end),
    "one entity many times": lambda begin, end: (QUADRATIC, begin + b"&q;" * 50_000 + end),
    "a file of this machine": lambda begin, end: (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        begin + b"&x;" + end,
    ),
    "deep": lambda begin, end: (b"", begin * 100_000 + b"deep" + end * 100_000),
    "attributes": lambda _begin, _end: (b"", b"<x " + b" ".join(b'a%d="1"' % at for at in range(100_000)) + b"/>"),
}


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("what", WITHIN)
def test_a_document(kind, what, essays, extent):
    if extent(short=kind != "docx" or "entit" not in what, whole=False):
        pytest.skip("takes seconds: make drills")
    path, after, begin, end = PLACES[kind]
    head, content = WITHIN[what](begin, end)
    with ZipFile(BytesIO(essays[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[path] = head + parts[path].replace(after, after + content, 1)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    told = assert_survived(f"essay.{kind}", made.getvalue())
    assert "root:" not in told
