"""What is foreseen of a batch is what building its essays one after another gives."""

from datetime import UTC, datetime, timedelta

import pytest

from podcast.batch.plan import moments, plan
from podcast.errors import PodcastError
from podcast.manuscript import Manuscript
from podcast.text.reading import read_essay

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def manuscript(source, text="Ponds stand still.", title=""):
    return Manuscript(read_essay(text.encode(), source, title=title), source)


def planned(folder, *manuscripts, current=None):
    for one in manuscripts:  # or they would be one essay that moves about
        (folder / one.source).parent.mkdir(exist_ok=True)
        (folder / one.source).write_text(one.essay.source)
    return list(plan(manuscripts, folder, NOW, current))


def test_new_ones_are_numbered_in_their_order(tmp_path):
    found = planned(tmp_path, manuscript("b.md"), manuscript("a.md"))
    assert [(one.forecast.number, one.is_new) for one in found] == [(1, True), (2, True)]


def test_without_a_date_they_are_a_second_apart_and_none_is_to_come(tmp_path):
    dates = [one.forecast.published for one in planned(tmp_path, *map(manuscript, ("a.md", "b.md", "c.md")))]
    assert dates == [NOW - timedelta(seconds=2), NOW - timedelta(seconds=1), NOW]
    assert list(moments(NOW, 3)) == dates


def test_their_own_date_comes_first(tmp_path):
    [dated] = planned(tmp_path, manuscript("a.md", "---\ndate: 2026-03-01\n---\nPonds stand still."))
    assert dated.forecast.published == datetime(2026, 3, 1, tzinfo=UTC)


def test_when_one_before_fails_the_next_has_its_number(tmp_path):
    _, second = planned(tmp_path, manuscript("a.md"), manuscript("b.md"))
    assert second.after(1).forecast.number == 1


def test_two_of_the_same_slug_would_replace_each_other(tmp_path):
    text = "---\nslug: ponds\n---\n{}"
    first, second = planned(tmp_path, manuscript("a.md", text.format("One.")), manuscript("b.md", text.format("Two.")))
    assert first.forecast.number == 1
    assert isinstance(second, PodcastError)
    assert "ponds" in str(second)


def test_what_is_passed_over_is_not_replaced_either(tmp_path):
    text = "---\nslug: ponds\n---\nOne."
    [refused] = planned(tmp_path, manuscript("a.md", text), current={"ponds": "On Ponds"})
    assert isinstance(refused, PodcastError)
    assert "On Ponds" in str(refused)


def test_two_of_the_same_name_in_two_folders_are_two(tmp_path):
    found = planned(tmp_path, manuscript("one/ponds.md"), manuscript("two/ponds.md"))
    assert [one.forecast.number for one in found] == [1, 2]


def test_a_show_that_cannot_be_read_is_told_before_anything(tmp_path):
    broken = tmp_path / "public/episodes/old/episode.json"
    broken.parent.mkdir(parents=True)
    broken.write_text("{")
    with pytest.raises(PodcastError, match=r"episode\.json"):
        planned(tmp_path, manuscript("a.md"))


@pytest.mark.parametrize("ago_s", [-31_536_000, -1, 0, 1, 2, 3600])
def test_a_batch_is_dated_after_what_was_built_before_it_and_in_its_order(ago_s):
    """Whatever the clock says; and when the clock is right, none is to come."""
    last = NOW - timedelta(seconds=ago_s)
    dates = list(moments(NOW, 5, last))
    assert dates == sorted(set(dates))
    assert all(date > last for date in dates)
    assert ago_s <= 0 or dates[-1] <= NOW
