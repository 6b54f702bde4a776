"""The audition page in examples/: what it promises is there, and sounds as it says."""

import re
from pathlib import Path

import pytest

from podcast.sound.hearing import listen

FOLDER = Path(__file__).parent.parent / "examples" / "audition"
PAGE = (FOLDER / "index.html").read_text("utf-8")
STAGES = re.findall(r'src="([^"]+)".*?([\d.]+) s · (-[\d.]+) LUFS · true peak (-[\d.]+) dBTP', PAGE, flags=re.DOTALL)


def test_each_stage_has_its_sound_and_no_sound_is_without_a_stage():
    assert len(STAGES) == PAGE.count("<audio") >= 8
    assert {file for file, *_ in STAGES} == {path.name for path in FOLDER.glob("*.mp3")}


@pytest.mark.parametrize(("file", "seconds", "lufs", "dbtp"), STAGES)
def test_a_stage_sounds_as_the_page_says(file, seconds, lufs, dbtp):
    heard = listen(FOLDER / file)
    assert not heard.fault
    assert heard.duration_ms / 1000 == pytest.approx(float(seconds), abs=0.06)
    assert heard.loudness_lufs == pytest.approx(float(lufs), abs=0.06)
    assert heard.true_peak_dbtp == pytest.approx(float(dbtp), abs=0.06)


@pytest.mark.parametrize(("file", "lufs"), [(file, lufs) for file, _, lufs, _ in STAGES[3:]])
def test_from_mastering_on_it_has_the_show_s_loudness(file, lufs):
    assert float(lufs) == pytest.approx(-16, abs=0.5)


def test_the_page_asks_no_other_host_for_anything():
    assert "http" not in PAGE
