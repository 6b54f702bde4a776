"""What a writer should know of an essay as it was read, in sentences for the summary; nothing is changed by them.

notices(essay, language="en")       # ("The text looks like Portuguese, but is taken for en: …",)
"""

from collections.abc import Iterator
from datetime import datetime

from podcast.text.essay import Essay
from podcast.text.identify import likely_language
from podcast.text.language import is_other

_NAMES = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "sv": "Swedish",
    "zh": "Chinese",
}


def notices(essay: Essay, language: str) -> tuple[str, ...]:
    """`language`: the one that it is spoken in, BCP 47."""
    return (*essay.remarks, *_guesses(essay), *_of_title(essay), *_of_language(essay, language))


def withheld(essay: Essay, now: datetime) -> str:
    """Why it is not to be published now, in the words of its front matter; empty where it may be."""
    if essay.draft:
        return essay.draft
    if essay.embargo and essay.embargo > now:
        return f"not before {essay.embargo:%Y-%m-%d}"
    return f"expired on {essay.expires:%Y-%m-%d}" if essay.expires and essay.expires <= now else ""


def _guesses(essay: Essay) -> Iterator[str]:
    if essay.title_guess:
        yield f"The title “{essay.title}” {essay.title_guess}: --title states another"
    if essay.author_guess:
        yield f"The author, {essay.author}, {essay.author_guess}: --author states another"


def _of_title(essay: Essay) -> Iterator[str]:
    if essay.full_title:
        length = len(essay.full_title)
        yield f"The title has {length} characters and was cut to “{essay.title}”: give a shorter one with --title"


def _of_language(essay: Essay, language: str) -> Iterator[str]:
    own = [run.text for block in essay.blocks for run in block.runs if not is_other(run.lang, than=language)]
    found = likely_language(" ".join(own), than=language)
    if found:
        yield (
            f"The text looks like {_NAMES[found]}, but is read as {language}: "
            f"if so, say --language {found}, or language: {found} in its front matter"
        )
