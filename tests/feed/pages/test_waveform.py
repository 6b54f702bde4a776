"""The picture that the seek bar lies on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from feed.pages.waveform import BARS, averaged, waveform_svg


def drawn(svg):
    return etree.fromstring(str(svg))


def test_each_bar_is_the_mean_of_its_stretch():
    assert averaged(bytes([1, 9, 2, 8, 4, 8]), 3) == bytes([5, 5, 6])
    assert averaged(bytes([5]), 3) == bytes([5])


@given(st.binary(min_size=1, max_size=900))
def test_bars_are_as_high_as_what_they_stand_for(levels):
    bars = averaged(levels)
    assert len(bars) == min(BARS, len(levels))
    assert min(levels) <= min(bars) <= max(bars) <= max(levels)


@pytest.mark.parametrize("waveform", ["", "00", "ff" * 800])
def test_there_is_a_picture_of_any_sound(waveform):
    svg = drawn(waveform_svg(waveform, [], 60_000))
    count = svg.find("path[@id='bars']").get("d").count("M")
    assert svg.get("viewBox") == f"0 0 {count} 100"
    assert count == min(BARS, len(waveform) // 2 or BARS)


def test_louder_is_taller_and_silence_is_seen():
    path = drawn(waveform_svg("00ff", [], 60_000)).find("path[@id='bars']").get("d")
    heights = [float(bar.split("v")[1].partition("h")[0]) for bar in path.split("M")[1:]]
    assert 0 < heights[0] < heights[1] == 100


def test_chapters_are_marked_where_they_begin_inside():
    marks = drawn(waveform_svg("80" * 100, [0, 30_000, 60_000, 99_000], 60_000)).find("path[@class='marks']")
    assert marks.get("d") == "M50.00 0v100"


def test_an_episode_without_length_has_no_marks():
    assert drawn(waveform_svg("80", [0, 10], 0)).find("path[@class='marks']").get("d") == ""


def test_what_is_no_waveform_is_refused():
    with pytest.raises(ValueError, match="hex"):
        waveform_svg("xyz", [], 1000)
