from dataclasses import replace

import pytest

from feed.show import Funding, License, Location, UpdateFrequency
from podcast.config.settings import (
    CastSettings,
    FeedSettings,
    PauseSettings,
    Settings,
    ShowSettings,
    SoundSettings,
)
from podcast.config.validate import base_url_problem, implausible

FULL = Settings(
    show=ShowSettings(
        language="pt_BR",
        funding=Funding("https://example.org/help", "Buy me a coffee"),
        location=Location("Uppsala", "geo:59.86,17.64", "R305455"),
        license=License("cc-by-sa-4.0"),
        updates=UpdateFrequency("Fridays", "FREQ=WEEKLY;BYDAY=FR"),
    ),
    feed=FeedSettings(50, "https://hub.example.org/", "https://op3.dev/e/", 32),
)


def of_show(**changes):
    return replace(FULL, show=replace(FULL.show, **changes))


def of_feed(**changes):
    return replace(FULL, feed=replace(FULL.feed, **changes))


def test_what_can_work_is_not_complained_of():
    assert list(implausible(FULL)) == list(implausible(Settings())) == []


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (of_show(language="english"), "show.language"),
        (of_show(language=""), "show.language"),
        (of_show(funding=Funding("example.org")), "show.funding.url"),
        (of_show(location=Location("", "geo:1,2")), "show.location.name"),
        (of_show(location=Location("Uppsala", "59.86, 17.64")), "show.location.geo"),
        (of_show(location=Location("Uppsala", "", "Uppsala")), "show.location.osm"),
        (of_show(license=License("CC BY 4.0")), "show.license.name"),
        (of_show(license=License("Mine", "javascript:1")), "show.license.url"),
        (of_show(updates=UpdateFrequency("", "FREQ=WEEKLY")), "show.updates.text"),
        (of_show(updates=UpdateFrequency("Fridays", "on fridays")), "show.updates.rrule"),
        (of_feed(items_per_page=3), "feed.items_per_page"),
        (of_feed(items_per_page=-1), "feed.items_per_page"),
        (of_feed(hub="hub"), "feed.hub"),
        (of_feed(analytics_prefix="op3.dev/e/"), "feed.analytics_prefix"),
        (of_feed(opus_kbps=500), "feed.opus_kbps"),
        (replace(FULL, sound=SoundSettings(true_peak_dbtp=-6)), "sound.true_peak_dbtp"),
        (replace(FULL, cast={"Ada": CastSettings(), "ADA": CastSettings("clara")}), "cast.ADA"),
        (replace(FULL, cast={" ": CastSettings()}), "cast."),
    ],
)
def test_each_that_cannot_is_named(settings, key):
    [problem] = implausible(settings)
    assert problem.startswith(key)


def test_a_range_is_told_as_the_user_may_write_it():
    wrong = replace(FULL, pauses_ms=PauseSettings(sentence=-3), cast={"Ada": CastSettings(pitch=-2)})
    problems = list(implausible(wrong))
    assert len(problems) == 2
    assert all("between 0 and" in problem for problem in problems)


@pytest.mark.parametrize("url", ["https://example.org", "http://localhost:8000", "https://example.org/a/b/"])
def test_an_address_is_http_with_a_host(url):
    assert not base_url_problem(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.org", "ftp://example.org", "https://", "https://ex.org/?a=1", "http://[", "https://é.org"),
        *("https://ada:secret@example.org", " https://example.org", "https://example.org/a b", "https://a.org:port/"),
    ],
)
def test_anything_else_is_not(url):
    assert base_url_problem(url)
