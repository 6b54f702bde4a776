"""Fuzzing: small real files of each format, ways to damage them, and rounds of Hypothesis until the time is over.

DRILL_FUZZ_S is how many seconds each target has in `make drills`; in `make test` one short round, always the same.
"""

import io
import json
import os
import time
import wave
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st
from PIL import Image

WHOLE_S = float(os.environ.get("DRILL_FUZZ_S", "600"))
_ROUND = 300
_EVERYTHING = list(hypothesis.HealthCheck)

#: Pieces that mean something in one format or another, and what ends, opens or overflows something.
TOKENS = (
    *(b"\0 \n \r\n \xff \xc3 \xef\xbb\xbf \xff\xfe \x1b[0m \xed\xa0\x80 \xe2\x80\xae \xf0\x9f\x98\x80".split(b" ")),
    *(b"<p> </p> <!-- --> <![CDATA[ ]]> <script> </script> &amp; &#0; &#x110000; <b </ <table> <li> <pre>".split()),
    *(b"# ``` ~~~ --- +++ > | [^1] [^1]: ]( ![ ** __ :: {% %} {{ }} $$ \\( <!doctype html> - 1.".split()),
    *(b"title: date: tags:\n - &a *a !!python/object <<: {[ '''  \" [[ ]] = [lexicon]".split(b" ")),
    *(b"{\\rtf1 { } \\u-1? \\'ff \\bin99999 \\pntext \\field \\* \\uc9".split()),
    *(b"#+BEGIN_SRC #+END_SRC :PROPERTIES: .. code:: ..\\ _a: `a`_ |a| :ref:`a` ====== ------".split()),
    *(b"obj endobj stream endstream /Type/Page /Kids[1 0 R] << >> trailer xref %%EOF".split(b" ")),
    *(b"0 1 -1 4294967295 99999999999999999999 1e999 NaN 0x7fffffff".split()),
    *(b"HOST: [pause 2s] [sting] [^ ] II. \xc2\xa3 1/2 12:30 3rd U.S.A. 1,000,000.00 +49 https://a.b/c @a".split()),
)

_CUT, _DOUBLE, _PUT, _FLIP, _REPEAT, _SWAP = range(6)
CHANGES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 1 << 16), st.integers(0, 1 << 16), st.sampled_from(TOKENS)), max_size=8
)


def changed(data, changes):
    """`data` with pieces cut out, doubled, put in, flipped and repeated."""
    for kind, first, second, token in changes:
        at, length = (first * len(data)) >> 16, second % 64
        match kind:
            case 0:
                data = data[:at] + data[at + length :]
            case 1:
                data = data[: at + length] + data[at:]
            case 2:
                data = data[:at] + token + data[at:]
            case 3 if at < len(data):
                data = data[:at] + bytes([data[at] ^ (1 << (second % 8))]) + data[at + 1 :]
            case 4:
                data = data[:at] + token * (second % 300) + data[at:]
            case 5:
                other = (second * len(data)) >> 16
                data = data[min(at, other) :] + data[: min(at, other)]
    return data


def changed_within(data, changes):
    """The same to one of the parts of an archive, so that it is still one."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return changed(data, changes)
    if parts and changes:
        name = list(parts)[changes[0][1] % len(parts)]
        parts[name] = changed(parts[name], changes)
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


class Damaged(bytes):
    """Told by what was done to it: a file of sound has too many bytes to be printed."""

    def __repr__(self):
        return self.how


def damaged(*seeds):
    """Real files with something wrong in them; of archives, the archive or what is in it."""
    ways = [changed, changed_within] if any(seed.startswith(b"PK") for seed in seeds) else [changed]

    def done(way, number, changes):
        data = Damaged(way(seeds[number], changes))
        data.how = f"{way.__name__}(seeds[{number}], {changes})"
        return data

    return st.builds(done, st.sampled_from(ways), st.integers(0, len(seeds) - 1), CHANGES)


@pytest.fixture(scope="session", name="damaged")
def damaged_():
    return damaged


@pytest.fixture
def fuzz(extent, record_property, request):
    """fuzz(strategy, check): `check` takes each example, and raises where something is wrong."""

    def run(strategy, check, *, short=30):
        over = time.monotonic() + extent(short=0, whole=WHOLE_S)
        tried = 0
        for seed in range(1_000_000):
            round_ = hypothesis.seed(seed)(
                hypothesis.settings(
                    max_examples=extent(short=short, whole=_ROUND), database=None, deadline=None,
                    suppress_health_check=_EVERYTHING, report_multiple_bugs=False,
                )(hypothesis.given(strategy)(check))
            )  # fmt: skip
            round_()
            tried += extent(short=short, whole=_ROUND)
            if time.monotonic() >= over:
                break
        record_property("drill", f"fuzzing, {request.node.name}: {tried:,} inputs, no finding")

    return run


MARKDOWN = """---
title: "Why: rivers"
date: 2026-03-01
tags: [a, b]
author: {name: Ada}
---
# Why Rivers Bend

A *river* that [could](https://example.org/ "x") choose[^1] &amp; `code` — ![alt](a.png "b").

> Water takes the path.
> > And more.

- One flood
  1. is enough.

| a | b |
|---|---|
| 1 | 2 |

```python
lake = 1
```

HOST: Hello. [pause 2s] {% raw %} <div class="note">An *aside*.</div>

[^1]: A note. $x^2$ :smile: {#id .class}
"""
HTML = """<!DOCTYPE html><html lang="en"><head><title>Rivers | Site</title><meta name="author" content="Ada">
<script type="application/ld+json">{"@type":"Article","headline":"Rivers","datePublished":"2026-01-01"}</script>
<style>p{}</style></head><body><nav><a href="/">Home</a></nav><article><h1>Rivers</h1><p class="byline">By Ada</p>
<p>A river <em>that</em> could<sup><a href="#f1">1</a></sup> choose.<br>It bends.</p><ul><li>One<li>Two</ul>
<table><tr><td>1</td></tr></table><figure><img src="a.png" alt="Map"><figcaption>A map</figcaption></figure>
<pre><code>x = 1</code></pre><blockquote lang="fr">L'eau.</blockquote><ol start=3><li value=5>Three</ol>
<aside>Note</aside><math><mi>x</mi></math></article><footer id=f1>1. Note</footer></body></html>"""
PLAIN = """WHY RIVERS BEND

By Ada Lake

A river that could choose would
still not run straight.

    * * *

1. The weak bank
   HOST: Stone. [pause 1s]

[1] A note. https://example.org/
"""
ORG = """#+TITLE: Rivers
#+AUTHOR: Ada
* Heading :tag:
:PROPERTIES:
:ID: 1
:END:
A /river/ *bends* [[https://example.org][link]] =code= \\alpha.
- item
  1) two
#+BEGIN_QUOTE
Water.
#+END_QUOTE
| a | b |
[fn:1] A note.
"""
RST = """======
Rivers
======

:Author: Ada
:Date: 2026-01-01

A *river* `bends <https://example.org>`_ :ref:`x` [1]_ |a|.

.. |a| replace:: b
.. note:: An aside.

.. code:: python

   x = 1

Section
-------

- item

  1. two

+---+---+
| a | b |
+---+---+

.. [1] A note.
"""
MHTML = """From: <Saved by Blink>\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="b"\r
\r
--b\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
<!DOCTYPE html><h1>Caf=C3=A9</h1><p>A ri=\r
ver bends.</p>\r
--b--\r
"""
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\stylesheet{\s1 heading 1;}}{\info{\title Rivers}}"
    r"\pard\s1 Rivers\par\pard A {\i river} bends\'e9 \u8212?{\footnote A note.}\line more.\par"
    r'{\field{\*\fldinst HYPERLINK "https://a.b"}'
    r"{\fldrslt link}}\trowd\cell\row{\pict\bin3 abc}\par}"
)
NOTEBOOK = json.dumps(
    {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": ["# Rivers\n", "A river *bends*."]},
            {"cell_type": "code", "source": "x = 1", "outputs": [], "metadata": {"tags": ["a"]}},
            {"cell_type": "raw", "source": "raw"},
        ],
        "metadata": {"title": "Rivers", "authors": [{"name": "Ada"}]},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
)


def paper():
    from reportlab.pdfgen.canvas import Canvas

    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 842), pageCompression=0)
    for page in range(2):
        for line in range(8):
            canvas.drawString(72, 760 - 14 * line, f"Line {line} of page {page} runs through the valley to the sea.")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rivers</w:t></w:r></w:p><w:p><w:r><w:t>A river</w:t>'
    '<w:footnoteReference w:id="2"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE'
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink><w:r><w:t>bends.</w:t></w:r>'
    "</w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
_OD = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)
_PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
_RELATED = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def zipped(**parts):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def documents():
    return {
        "docx": zipped(**{
            "_rels/.rels": f'<Relationships {_RELATED}><Relationship Id="a" Type="x/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships {_RELATED}><Relationship Id="b" Type="x/footnotes" '
            'Target="footnotes.xml"/><Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>',
            "word/styles.xml": f'<w:styles {_W}><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
            "</w:styles>",
            "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p>'
            "</w:footnote></w:footnotes>",
            "word/document.xml": f"<w:document {_W}><w:body>{_WORD_BODY}</w:body></w:document>",
        }),
        "odt": zipped(**{
            "mimetype": "application/vnd.oasis.opendocument.text",
            "styles.xml": f"<x {_OD}><office:styles/></x>",
            "content.xml": f'<x {_OD}><office:automatic-styles/><office:body><office:text>'
            '<text:h text:outline-level="1">Rivers</text:h>'
            "<text:p>A river<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note>"
            "<text:s text:c='3'/>bends.</text:p><text:list><text:list-item><text:p>One</text:p></text:list-item>"
            "</text:list></office:text></office:body></x>",
        }),
        "epub": zipped(**{
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
            "OEBPS/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>On Rivers</dc:title></metadata><manifest>'
            '<item id="i0" href="a.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" '
            'properties="nav" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="i0"/></spine></package>',
            "OEBPS/a.xhtml": _PAGE.format("<h1 id='c'>One</h1>" + "<p>A river runs to the sea.</p>" * 8),
            "OEBPS/nav.xhtml": _PAGE.format('<nav epub:type="toc" xmlns:epub="http://www.idpf.org/2007/ops"><ol><li>'
                                            '<a href="a.xhtml#c">One</a></li></ol></nav>'),
        }),
    }  # fmt: skip


@pytest.fixture(scope="session")
def essays():
    """By the end of the file's name."""
    texts = {
        "md": MARKDOWN,
        "html": HTML,
        "txt": PLAIN,
        "org": ORG,
        "rst": RST,
        "mhtml": MHTML,
        "rtf": RTF,
        "ipynb": NOTEBOOK,
    }
    return {**{kind: text.encode() for kind, text in texts.items()}, **documents(), "pdf": paper()}


@pytest.fixture(scope="session")
def sounds(tmp_path_factory):
    """The beginning of a sound in each format that is taken as music."""
    import av

    tone = (8000 * np.sin(np.arange(22050) / 7)).astype(np.int16)
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(tone.tobytes())
    made = {"wav": data.getvalue()}
    for form, codec, rate_hz in (
        ("mp3", "libmp3lame", 22050),
        ("flac", "flac", 22050),
        ("ogg", "libopus", 48000),
        ("aiff", "pcm_s16be", 22050),
        ("mp4", "aac", 22050),
    ):
        out = io.BytesIO()
        with av.open(out, "w", format=form) as container:
            stream = container.add_stream(codec, rate=rate_hz, layout="mono")
            resampler = av.AudioResampler(
                format=stream.format, layout="mono", rate=rate_hz, frame_size=stream.frame_size or 1024
            )
            frame = av.AudioFrame.from_ndarray(tone[None, :], format="s16", layout="mono")
            frame.sample_rate = 22050
            for piece in [*resampler.resample(frame), None]:
                container.mux(stream.encode(piece))
        made[form] = out.getvalue()
    return made


@pytest.fixture(scope="session")
def pictures():
    image, found = Image.linear_gradient("L").resize((1400, 1400)).convert("RGB"), {}
    for form in ("JPEG", "PNG", "GIF", "WEBP"):
        data = io.BytesIO()
        (image if form == "JPEG" else image.resize((64, 64))).save(data, form)
        found[form] = data.getvalue()
    return found
