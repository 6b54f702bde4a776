"""The welcome and the sign-off of a show, as templates, and the language that each is in.

    greetings = greetings_of(settings)
    greetings.welcome                               # "Das ist {show}. {title}[, von {author}]."
    greetings.languages("en-gb")                    # ("de", "de"); ("", "") for an essay in German

A text that [opening] or [closing] states stays what it is, even if it is the one that would stand there by itself; one
that they don't state is the show's language's own. Nothing is loaded for texts that are stated.
"""

from dataclasses import dataclass
from datetime import datetime

from podcast.config.settings import GreetingSettings, Settings, ShowSettings


@dataclass(frozen=True, slots=True)
class GreetingTemplates:
    welcome: str  # empty: nothing is said
    sign_off: str
    welcome_language: str  # BCP 47; empty: that of whoever reads the essay
    sign_off_language: str

    def languages(self, essay_language: str) -> tuple[str, str]:
        """Of both; empty where it is the essay's, or nothing is said."""
        both = (self.welcome, self.welcome_language), (self.sign_off, self.sign_off_language)
        welcome, sign_off = (tag if text and _primary(tag) != _primary(essay_language) else "" for text, tag in both)
        return welcome, sign_off


def greetings_of(settings: Settings) -> GreetingTemplates:
    show = settings.show
    opening, closing = _stated(settings.opening, show), _stated(settings.closing, show)
    if opening and closing:
        return GreetingTemplates(opening[0], closing[0], opening[1], closing[1])
    from feed.ownwords import is_known, own_words

    own, language = own_words(show.language), show.language if is_known(show.language) else "en"
    opening, closing = opening or (own.welcome, language), closing or (own.sign_off, language)
    return GreetingTemplates(opening[0], closing[0], opening[1], closing[1])


def date_aloud(moment: datetime, language: str) -> str:
    """As it is said there: "November 30, 2026", "30. November 2026"."""
    from feed.ownwords import own_words

    return own_words(language).dated_aloud(moment.day, moment.month, moment.year)


def _stated(greeting: GreetingSettings, show: ShowSettings) -> tuple[str, str] | None:
    """English is what nobody need have stated: then a text of one's own is taken to be in the essay's language."""
    if greeting.text is None:
        return None
    return greeting.text, "" if _primary(show.language) == "en" else show.language


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
