import pytest

from podcast.cli.screen import counted_reason, lasting, visible


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0.0 s"), (0.44, "0.4 s"), (59.94, "59.9 s"), (59.96, "1:00 min"), (75.4, "1:15 min"), (3723, "1:02:03 h")],
)
def test_how_long_work_took_is_written_for_people(seconds, told):
    assert lasting(seconds) == told


def test_a_title_can_do_nothing_to_a_terminal():
    assert (
        visible("Ponds\x1b[2J \u202egnp.exe, «\u202fé\u00a0», 水")
        == "Ponds\ufffd[2J \ufffdgnp.exe, «\u202fé\u00a0», 水"
    )


def test_words_that_have_no_plural_get_none():
    assert [counted_reason(count, "page furniture") for count in (1, 2)] == ["page furniture", "page furniture ×2"]
    assert [counted_reason(count, "code block") for count in (1, 2)] == ["1 code block", "2 code blocks"]
