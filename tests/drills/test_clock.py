"""A machine whose clock is wrong, under the real command: what subscribers have stays in its order, and it is told.

SOURCE_DATE_EPOCH stands for the clock.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

PLAIN = ("--voice", "narrator", "--intro", "none", "--outro", "none")
BEFORE = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)  # the minute before Europe's clocks go forward


def build(folder, epoch, *names, zone="Europe/Berlin"):
    command = [sys.executable, "-m", "podcast", "build", *names, *PLAIN]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(epoch)), "TZ": zone}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def told(folder):
    channel = etree.parse(folder / "public/feed.xml").getroot().find("channel")
    items = [(item.findtext("title"), item.findtext("guid"), item.findtext("pubDate")) for item in channel.iter("item")]
    return items[::-1], parsedate_to_datetime(channel.findtext("lastBuildDate"))


@pytest.mark.drill
@pytest.mark.slow
@pytest.mark.parametrize("moved_s", [-31_536_000, -3_600, 3_600, 31_536_000])
def test_a_clock_that_is_set_makes_no_new_order(moved_s, tmp_path, record_property):
    for name in ("one", "two", "three", "four"):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: {name}\n---\nThis essay is number {name} of them all.\n")
    build(tmp_path, BEFORE.timestamp(), "one.md")
    first, built = told(tmp_path)
    warned = build(tmp_path, BEFORE.timestamp() + moved_s, "two.md", zone="America/New_York")
    items, later = told(tmp_path)
    assert ("clock" in warned) == (moved_s < 0)
    assert items[:1] == first
    assert [title for title, *_ in items] == ["one", "two"]
    assert later >= built
    build(tmp_path, BEFORE.timestamp(), "three.md", "four.md")
    items, _ = told(tmp_path)
    assert [title for title, *_ in items] == ["one", "two", "three", "four"]
    dates = [parsedate_to_datetime(date) for *_, date in items]
    assert dates == sorted(set(dates))
    (tmp_path / "one.md").write_text("---\ntitle: one\n---\nThis essay is number one, and was edited.\n")
    build(tmp_path, BEFORE.timestamp() + moved_s, "one.md")
    again, last = told(tmp_path)
    assert again == items
    assert last >= later
    record_property("drill", f"clock moved by {moved_s} s: 5 builds, 0 GUIDs, dates or places changed")
