"""What a listener would gain by another voice, told to the writer in a line at the end of a build.

    advice(cast.narrator.voice, "en-gb", is_chosen=False)
    # ("Read by an American voice. `podcast voices add hibari:emma` brings a British one.",)

Who has chosen a voice gets none.
"""

from podcast.text.language import is_other
from voices.casting import DEFAULT_PROFILES, profiles
from voices.engine import engine
from voices.speech import Voice
from voices.suggestions import suggested

_EXTRAS = ("piper", "kokoro")  # engines that nobody has who did not ask for them


def advice(narrator: Voice, language: str, *, is_chosen: bool) -> tuple[str, ...]:
    """`language`: the essay's."""
    language = language.lower()
    if is_chosen:
        return ()
    if not is_other(language, than="en"):
        return _for_english(narrator, language)
    if engine(narrator.driver).is_neural:
        return ()
    name = suggested(language)
    if not name:
        return (f"No neural voice for {language} is known here; docs/voices.md has how an engine is added.",)
    return (f"A neural voice could read {language}: {_way_to(name)}.",)


def _for_english(narrator: Voice, language: str) -> tuple[str, ...]:
    if not engine(narrator.driver).is_neural:
        preferred = profiles()[DEFAULT_PROFILES[0]].driver
        return (f"espeak-ng speaks, for the neural voice can't: {engine(preferred).missing()}",)
    name = suggested(language) if "-" in language else ""
    if name and narrator.language != language:
        return (f"Read by a voice of {narrator.language}. One of {language}: {_way_to(name)}.",)
    return ()


def _way_to(name: str) -> str:
    driver = name.partition(":")[0]
    is_absent = driver in _EXTRAS and engine(driver).missing()
    install = f"pip install 'podcast-producer[{driver}]', then " if is_absent else ""
    return f"{install}`podcast voices add {name}`"
