"""What is said at an audition: a text that was given, a passage of an essay, or one of our own.

passage_of(essay, "en-us")          # its first paragraph of 40 to 90 words, or so many of its first sentences
built_in("en-gb")                   # English only: PodcastError for other languages
"""

from collections.abc import Iterator

from podcast.errors import PodcastError
from podcast.text.essay import Essay, Kind
from podcast.text.script import write_script

LEAST_WORDS, MOST_WORDS = 40, 90

_LONGEST = 1000  # characters: an engine says them in one breath
_CHARS_A_WORD = 6  # of English, with the space
_MOST_CHARS_A_WORD = 9  # of any language with spaces; where there are none, so many count as a word

_OURS = (
    "On the far side of the harbour stands a clock that nobody winds. It was right for eleven minutes in 1987, they "
    "say, when the baker’s boy leaned on it. Why does anyone still look up? Perhaps because a wrong hour, shown with "
    "such confidence, is better company than none: you smile, you check your watch, and you walk on a little faster."
)


def given(text: str) -> str:
    """The text of the user. Raises PodcastError for one without a word, or too long."""
    folded = " ".join(text.split())
    if not any(character.isalnum() for character in folded):
        raise PodcastError("There is nothing to say", which=folded[:60], remedy="Give a text with a word in it.")
    if len(folded) > _LONGEST:
        remedy = f"Give up to {_LONGEST} characters: every voice has to say them."
        raise PodcastError(f"The text is too long for an audition ({len(folded)} characters)", remedy=remedy)
    return folded


def passage_of(essay: Essay, language: str) -> str:
    """Raises PodcastError for an essay that says nothing."""
    paragraphs = (" ".join(block.text.split()) for block in essay.blocks if block.kind is Kind.PARAGRAPH)
    whole = next((text for text in paragraphs if LEAST_WORDS <= words_in(text) <= MOST_WORDS), "")
    passage = whole or _first_sentences(essay, language)
    if not passage:
        raise PodcastError("The essay has nothing to say", which=essay.title, remedy="Give another, or a TEXT.")
    return passage


def built_in(language: str) -> str:
    if language.partition("-")[0] != "en":
        remedy = "Give a TEXT, or an essay with --essay."
        raise PodcastError("There is no passage of our own in this language", which=language, remedy=remedy)
    return _OURS


def words_in(text: str) -> int:
    """Or what comes near it, in a language without spaces."""
    return max(len(text.split()), len(text) // _MOST_CHARS_A_WORD)


def _first_sentences(essay: Essay, language: str) -> str:
    passage = ""
    for text in _stretches(essay, language):
        longer = f"{passage} {text}".strip()
        if passage and (words_in(passage) >= LEAST_WORDS or words_in(longer) > MOST_WORDS):
            break
        passage = longer
    return passage


def _stretches(essay: Essay, language: str) -> Iterator[str]:
    """Of whole sentences, those of paragraphs if there are any, none longer than a passage may be."""
    script = write_script(essay, max_chars=MOST_WORDS * _CHARS_A_WORD, says_title=False, language=language)
    of_paragraphs = [one for one in script.segments if one.kind is Kind.PARAGRAPH]
    return (" ".join(one.text.split()) for one in of_paragraphs or script.segments)
