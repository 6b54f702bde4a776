import re
from html.parser import HTMLParser

import pytest

from podcast.galley.page import galley
from podcast.text.reading import read_essay
from podcast.text.script import write_script

SOURCE = """---
title: Why <Rivers> Bend
author: Nora & Sons
---

Rivers bend.<!-- why? --> See the table.

| day | depth |
| --- | ----- |
| one | two   |

```
<script>alert(1)</script>
```

They do.[^1]

[^1]: Mostly.
"""


def page(source=SOURCE, notices=(), name="essay.md"):
    essay = read_essay(source.encode(), name)
    return galley(essay, write_script(essay, says_title=False), 61_000, notices)


class Reader(HTMLParser):
    """The text of the source's part, and what is struck through in it."""

    def __init__(self):
        super().__init__()
        self.text, self.struck, self.ids, self.targets, self._in = "", [], set(), [], []

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        self._in.append((tag, facts))
        self.ids |= {facts["id"]} if "id" in facts else set()
        if facts.get("href", "").startswith("#"):
            self.targets.append(facts["href"][1:])
        if tag in ("meta", "link", "input"):
            self._in.pop()

    def handle_endtag(self, _):
        self._in.pop()

    def handle_data(self, data):
        tags = [tag for tag, facts in self._in]
        classes = [facts.get("class") for _, facts in self._in]
        if "source" in classes and "summary" not in tags and "why" not in classes:
            self.text += data
            if "del" in tags:
                self.struck.append(data)


def reader(html):
    read = Reader()
    read.feed(html)
    return read


def test_the_whole_source_stands_there_and_what_is_not_said_is_struck_through():
    read = reader(page())
    assert read.text == SOURCE
    struck = "".join(read.struck)
    assert "| one | two   |" in struck
    assert "Mostly." in struck
    assert "Rivers bend." not in struck
    assert "They do." not in struck


def test_nothing_of_the_source_is_run():
    html = page()
    assert "<script" not in html
    assert "default-src 'none'" in html
    assert "<Rivers>" not in html


def test_each_omission_leads_to_the_next_and_the_last_one_back():
    read = reader(page())
    assert set(read.targets) <= read.ids
    omissions = [one for one in read.ids if one.startswith("omitted-")]
    assert len(omissions) >= 3
    assert read.targets == ["omitted-1", *(f"omitted-{number}" for number in range(2, len(omissions) + 1)), "main"]


def test_it_tells_how_often_each_kind_is_left_out():
    legend = page().partition('<form class="legend">')[2].partition("</form>")[0]
    assert re.findall(r"<del>([^<]+)</del> (\d+)", legend)


def test_of_an_essay_that_is_said_whole_it_says_so():
    html = page("Rivers bend, and nobody minds.\n")
    assert "Nothing is left out." in html
    assert "#omitted-1" not in html


def test_what_the_writer_should_know_stands_on_top():
    assert '<p class="notice">It looks &lt;odd&gt;</p>' in page(notices=["It looks <odd>"])


@pytest.mark.parametrize("source", ["نهر ينحني هنا.\n", "Rivers \u202e bend.\n"])
def test_it_has_the_direction_of_what_is_said(source):
    html = page(source, name="essay.txt")
    opening = html.partition('<div class="source"')[2].partition(">")[0]
    assert opening.endswith(f'dir="{"rtl" if source[0] == "ن" else "ltr"}"')
    assert "\u202e" not in html
