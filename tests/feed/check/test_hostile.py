"""Whatever lies where a feed should be: it is a problem with a name, never an exception, and never a full memory."""

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
SECRET = '<!DOCTYPE rss [<!ENTITY j SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("bomb", [LAUGHS, SECRET], ids=["laughs", "file"])
@pytest.mark.parametrize(
    "place", ["<title>&j;</title>", '<title a="&j;">x</title>', "<item><title>&j;</title></item>"], ids=str
)
def test_entities_are_refused_and_not_resolved(show, bomb, place, patient):
    show.feed = f"<?xml version='1.0'?>{bomb}]><rss version='2.0'><channel>{place}</channel></rss>"
    started = time.process_time()
    report = show.report()
    assert time.process_time() - started < patient(2)
    assert {"doctype", "xml"} & {problem.rule.id for problem in report.problems}
    assert not any("root:" in problem.what or "haha" in problem.what for problem in report.problems)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_feed_that_was_damaged_anywhere_raises_nothing(show, data):
    whole = show.feed
    at = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    damaged = whole[:at] + data.draw(st.text("<>&\"'/= a0]!é", max_size=10)) + whole[at + length :]
    replace(show, feed=damaged).report()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([".vtt", ".srt", ".chapters.json"]), st.data())
def test_a_companion_that_was_damaged_anywhere_raises_nothing(show, suffix, data):
    name = f"episodes/paper/paper-1f2e3d4c{suffix}"
    whole = show.files[name]
    at = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=10))
    files = {**show.files, name: whole[:at] + noise + whole[at + data.draw(st.integers(0, 20)) :]}
    replace(show, files=files).report()


@pytest.mark.parametrize(
    "url", ["http://[", "https://example.org/show/../../etc/passwd", "https://example.org/show/%00", "//x", "\x7f"]
)
def test_an_address_that_leads_nowhere_is_a_problem_only(show, url):
    show.feed = show.feed.replace("https://example.org/show/episodes/paper/paper-1f2e3d4c.mp3", url)
    assert show.broken()


def test_a_thousand_items_are_quick(show):
    start, end = show.feed.rindex("<item>"), show.feed.rindex("</item>") + len("</item>")
    item = (
        show.feed[start:end]
        .replace("ink-9a8b7c6d.mp3", "ink.mp3?{0}")
        .replace("show/ink<", "show/ink{0}<")
        .replace("On Ink", "On Ink {0}")
    )
    head, tail = show.feed[:start], show.feed[end:]
    show.feed = head + "\n".join(item.replace("{0}", str(number)) for number in range(1000)) + tail
    show.files["episodes/ink/ink.mp3"] = bytes(1001)
    started = time.process_time()
    report = show.report()
    assert time.process_time() - started < 6, "about 0.6 s is usual"
    assert report.episodes == 1001
    assert {problem.rule.id for problem in report.problems} <= {"enclosure-suffix"}
