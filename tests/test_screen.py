import pytest

from podcast.cli.screen import lasting


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0.0 s"), (0.44, "0.4 s"), (59.94, "59.9 s"), (59.96, "1:00 min"), (75.4, "1:15 min"), (3723, "1:02:03 h")],
)
def test_how_long_work_took_is_written_for_people(seconds, told):
    assert lasting(seconds) == told
