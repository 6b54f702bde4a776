"""An essay's script as the show's settings want it: every command that shows, compares or records one asks here.

script = script_of(essay, settings, "en-us")
"""

from podcast.config.settings import Settings
from podcast.text.essay import Essay
from podcast.text.script import Script, write_script


def script_of(essay: Essay, settings: Settings, language: str, *, says_title: bool | None = None) -> Script:
    """`language`: that of the episode, where the essay doesn't say; `says_title`: unless the welcome does."""
    return write_script(
        essay,
        says_title=settings.opening.text == "" if says_title is None else says_title,
        language=language,
        roles=settings.roles,
        list_numbers=settings.speech.list_numbers,
    )
