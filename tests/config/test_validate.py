from dataclasses import asdict, replace

import pytest

from feed.show import Funding, License, Location, UpdateFrequency
from podcast.config.load import load_settings
from podcast.config.settings import (
    BedSettings,
    CastSettings,
    FeedSettings,
    GreetingSettings,
    PauseSettings,
    Settings,
    ShowSettings,
    SoundSettings,
)
from podcast.config.validate import base_url_problem, implausible
from podcast.errors import PodcastError

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
    assert problem.startswith(key if key.endswith(".") else (f"{key} ", f"{key}:"))


def test_a_range_is_told_as_the_user_may_write_it():
    wrong = replace(FULL, pauses_ms=PauseSettings(sentence=-3), cast={"Ada": CastSettings(pitch=-2)})
    problems = list(implausible(wrong))
    assert len(problems) == 2
    assert all("between 0 and" in problem for problem in problems)


@pytest.mark.parametrize("url", ["https://example.org", "http://localhost:8000", "https://example.org/a/b/"])
def test_an_address_is_http_with_a_host(url):
    assert base_url_problem(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.org", "ftp://example.org", "https://", "https://ex.org/?a=1", "http://[", "https://é.org"),
        *("https://ada:secret@example.org", " https://example.org", "https://example.org/a b", "https://a.org:port/"),
    ],
)
def test_anything_else_is_not(url):
    assert base_url_problem(url)


@pytest.mark.parametrize("file", ["feed.xml", "FEED.XML", "show.rss", "a/index.html", "feed.xml/"])
def test_nor_is_that_of_a_file_in_the_folder_and_the_folder_is_told(file):
    folder = f"https://example.org/{file.rstrip('/').rpartition('/')[0]}".rstrip("/")
    assert f"({folder})" in base_url_problem(f"https://example.org/{file}")
    assert base_url_problem("https://show.xml") == ""  # a host


def test_for_a_category_that_is_like_none_those_that_there_are_are_told():
    [told] = implausible(of_show(categories=("Literature",)))
    assert "Arts" in told
    assert "History" in told


# --- numbers ------------------------------------------------------------------------------------------------------

#: Each key that is a number, the least and the most that it may be.
RANGES = {
    "sound.loudness_lufs": (-30, -14),
    "sound.true_peak_dbtp": (-9, -0.1),
    "voice.rate_wpm": (80, 450),
    "voice.pitch": (0, 100),
    "voice.pitch_range": (0, 100),
    "cast.Ada.rate_wpm": (80, 450),
    "cast.Ada.pitch": (0, 100),
    "cast.Ada.pitch_range": (0, 100),
    "cast.Ada.pan": (-1, 1),
    "bed.level_db": (-60, 0),
    "bed.duck_db": (-60, 0),
    "bed.duck_s": (0, 60),
    "bed.fade_s": (0, 60),
    "bed.crossfade_s": (0, 60),
    "sting.level_db": (-60, 0),
    "feed.opus_kbps": (6, 256),
}
RANGES |= {f"{frame}.{part}": (-60, 0) for frame in ("opening", "closing") for part in ("level_db", "duck_db")}
RANGES |= {
    f"{frame}.{part}_s": (0, 60)
    for frame in ("opening", "closing")
    for part in ("before", "after", "duck", "fade_in", "fade_out")
}
RANGES |= {f"pauses_ms.{name}": (0, 60_000) for name in asdict(PauseSettings())}
WHOLE = ("rate_wpm", "pitch", "pitch_range", "opus_kbps")


def problems_of(tmp_path, key, value):
    """What is wrong with a podcast.toml that sets it, in a show that is quiet enough for any peak."""
    table, _, name = key.rpartition(".")
    quiet = "loudness_lufs = -30\n" if name == "true_peak_dbtp" else ""
    (tmp_path / "podcast.toml").write_text(f"[{table}]\n{quiet}{name} = {value}\n")
    try:
        load_settings(tmp_path / "podcast.toml")
    except PodcastError as error:
        return error.remedy.splitlines()
    return []


@pytest.mark.parametrize("key", RANGES)
def test_a_number_may_be_its_least_and_its_most_and_nothing_beyond(key, tmp_path):
    is_whole = key.endswith(WHOLE) or key.startswith("pauses_ms")
    # -1 list_pages a pitch or a pause to the profile, and 0 a rate.
    step = 0.05 if not is_whole else 2 if key.endswith(("pitch", "pitch_range")) or key.startswith("pauses_ms") else 1
    least, most = RANGES[key]
    for value in (least, most):
        assert problems_of(tmp_path, key, value if is_whole else float(value)) == []
    for value in (least - step, most + (1 if is_whole else step)):
        told = problems_of(tmp_path, key, value)
        assert any(problem.startswith(f"  - {key} must") for problem in told), value


@pytest.mark.parametrize("key", [key for key in RANGES if key.endswith(("pitch", "pitch_range", "rate_wpm", "kbps"))])
def test_a_number_may_be_left_to_others(key, tmp_path):
    assert problems_of(tmp_path, key, 0 if key.endswith(("rate_wpm", "kbps")) else -1) == []


@pytest.mark.parametrize("name", asdict(PauseSettings()))
def test_a_pause_may_be_left_to_the_profile(name, tmp_path):
    assert problems_of(tmp_path, f"pauses_ms.{name}", -1) == []


@pytest.mark.parametrize(("count", "is_wrong"), [(0, False), (1, True), (9, True), (10, False), (11, False)])
def test_a_page_of_the_feed_has_all_or_at_least_ten(count, is_wrong, tmp_path):
    assert bool(problems_of(tmp_path, "feed.items_per_page", count)) == is_wrong


@pytest.mark.parametrize(
    ("loudness_lufs", "true_peak_dbtp", "is_wrong"),
    [(-16, -5, False), (-16, -5.05, True), (-20, -9, False), (-14, -3, False), (-14, -3.05, True), (-14, -5, True)],
)
def test_no_voice_is_flatter_than_eleven_decibels(loudness_lufs, true_peak_dbtp, is_wrong):
    sound = SoundSettings(loudness_lufs=loudness_lufs, true_peak_dbtp=true_peak_dbtp)
    assert bool([*implausible(replace(FULL, sound=sound))]) == is_wrong


@pytest.mark.parametrize("stereo", [False, True])
@pytest.mark.parametrize(("bitrate_kbps", "is_wrong"), [(0, False), (32, False), (63, True), (320, False), (999, True)])
def test_a_bitrate_is_one_of_those_that_mp3_has(bitrate_kbps, is_wrong, stereo):
    told = list(implausible(replace(FULL, sound=SoundSettings(bitrate_kbps=bitrate_kbps, stereo=stereo))))
    assert [problem.startswith("sound.bitrate_kbps must") for problem in told] == [True] * is_wrong


# --- texts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (of_show(location=Location("", "", "R1")), "show.location.name"),
        (of_show(license=License("", "https://example.org/mine")), "show.license.name"),
        (of_show(updates=UpdateFrequency("", "", complete=True)), "show.updates.text"),
        (of_show(link="example.org"), "show.link"),
        (of_show(type="daily"), "show.type"),
        (of_show(email="ada"), "show.email"),
        (of_show(email="ada@ex ample.org"), "show.email"),
        (of_show(base_url="example.org"), "show.base_url"),
        (of_show(categories=()), "show.categories"),
        (of_show(categories=("Art",)), "show.categories"),
        (replace(FULL, bed=BedSettings(under="words")), "bed.under"),
        (replace(FULL, opening=GreetingSettings(text="{titel}")), "opening.text"),
        (replace(FULL, closing=GreetingSettings(text="{titel}")), "closing.text"),
        (replace(FULL, lexicon={"Nguyen": 3}), "lexicon."),
    ],
)
def test_a_text_that_says_nothing_to_anybody_is_named(settings, key):
    [problem] = implausible(settings)
    assert problem.startswith(key if key.endswith(".") else (f"{key} ", f"{key}:"))


@pytest.mark.parametrize(
    "settings",
    [
        of_show(location=Location("Uppsala")),
        of_show(location=Location("Uppsala", "", "N1#2")),
        of_show(location=Location("Uppsala", "geo:-59,-17,30;u=5")),
        of_show(license=License("My own", "https://example.org/mine")),
        of_show(updates=UpdateFrequency("It is over", "", complete=True)),
        of_show(updates=UpdateFrequency("Fridays")),
        of_show(email="ada@example.org"),
        of_show(type="serial"),
        of_show(categories=("Arts > Books", "Science")),
        replace(FULL, bed=BedSettings(under="headings")),
        replace(FULL, cast={"Ada": CastSettings(), "Bea": CastSettings()}),
    ],
)
def test_what_is_left_out_need_not_be_there(settings):
    assert list(implausible(settings)) == []
