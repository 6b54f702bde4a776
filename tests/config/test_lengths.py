from dataclasses import replace

import pytest

from podcast.config.lengths import too_long
from podcast.config.settings import CastSettings, Settings

DEFAULT = Settings()
SHOW = DEFAULT.show


def test_the_defaults_are_short():
    assert list(too_long(DEFAULT)) == []


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        (replace(DEFAULT, show=replace(DEFAULT.show, title="a" * 10_000)), "show.title"),
        (replace(DEFAULT, show=replace(DEFAULT.show, categories=("Arts",) * 1001)), "show.categories"),
        (replace(DEFAULT, opening=replace(DEFAULT.opening, text="a " * 5000)), "opening.text"),
        (replace(DEFAULT, speech=replace(DEFAULT.speech, lexicons=("a" * 5000,))), "speech.lexicons"),
        (replace(DEFAULT, cast={"HOST": CastSettings(voice="a" * 1001)}), "cast.HOST.voice"),
        (replace(DEFAULT, cast={"H" * 101: CastSettings()}), "cast.HHH"),
        (replace(DEFAULT, cast={str(number): CastSettings() for number in range(1001)}), "cast"),
        (
            replace(DEFAULT, show=replace(SHOW, funding=replace(SHOW.funding, text="a" * 1001))),
            "funding",
        ),
    ],
)
def test_what_no_such_text_can_be_is_named(settings, name):
    [problem] = too_long(settings)
    assert name in problem
    assert len(problem) < 300
