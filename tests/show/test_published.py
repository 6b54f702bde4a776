"""What a clock does to a show, and what a show knows of itself."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

from podcast.show.published import PublishedShow, moment, not_before

NOW = datetime(2026, 3, 8, 12, 30, 15, tzinfo=UTC)
YEAR = timedelta(days=365)


def feed(show):
    return etree.parse(show.folder / "public/feed.xml").getroot().find("channel")


def built_at(show):
    return parsedate_to_datetime(feed(show).findtext("lastBuildDate"))


def dates(show):
    return {item.findtext("guid"): item.findtext("pubDate") for item in feed(show).findall("item")}


@pytest.mark.parametrize("moved", [-YEAR, -timedelta(hours=1), -timedelta(seconds=1), timedelta(hours=1), YEAR])
def test_guids_and_dates_stay_and_the_build_date_goes_forward_whatever_the_clock_does(moved, committed_show):
    committed_show.commit("rivers.txt", "Rivers bend, and nobody planned it.", NOW)
    committed_show.commit("ponds.txt", "Ponds stand still, and wait for the frost.", NOW + timedelta(seconds=5))
    before, built = dates(committed_show), built_at(committed_show)
    for text in ("Ponds stand still, and wait for the thaw.", "Ponds stand still, and wait for nobody."):
        committed_show.commit("ponds.txt", text, NOW + moved)
        assert dates(committed_show) == before
        assert built_at(committed_show) >= built
    assert [*dates(committed_show)] == [*before]


@pytest.mark.parametrize("moved", [-YEAR, timedelta(0), YEAR])
def test_a_show_s_next_moment_is_after_its_last(moved):
    assert not_before(NOW + moved, PublishedShow(built=NOW)) == (
        NOW + moved if moved >= timedelta(0) else NOW + timedelta(seconds=1)
    )
    assert not_before(NOW, PublishedShow()) == NOW


@pytest.mark.parametrize(
    "written", ["", "soon", "Mon, 02 Mar 2026 10:00:00 +99999999", "Mon, 02 Mar 99999999999999999999 10:00:00 +0000"]
)
def test_what_is_no_date_is_none(written):
    assert moment(written) is None
    assert moment("Mon, 02 Mar 2026 10:00:00") == datetime(2026, 3, 2, 10, tzinfo=UTC)
