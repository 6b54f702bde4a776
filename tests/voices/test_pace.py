import pytest

from voices.pace import Pace

PACE = Pace(((120, 0.8), (150, 1.2), (180, 1.5)))


@pytest.mark.parametrize(("rate_wpm", "setting"), [(120, 0.8), (135, 1.0), (150, 1.2), (165, 1.35), (180, 1.5)])
def test_between_two_measurements_is_a_line(rate_wpm, setting):
    assert PACE.setting(rate_wpm) == pytest.approx(setting)
    assert PACE.rate_wpm(setting) == pytest.approx(rate_wpm)


def test_beyond_them_the_outer_lines_go_on():
    assert PACE.setting(90) == pytest.approx(0.4)
    assert PACE.setting(210) == pytest.approx(1.8)
