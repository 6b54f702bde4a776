"""Names of languages, and whether an essay can be in the one that it is taken for.

language_tag(" fr_CA ")             # "fr-ca"
is_other("en-gb", than="en")        # False: one language, whatever the accent
check_language(essay, "en-us")      # before a voice spells it out letter by letter
"""

import re
import unicodedata
from collections import Counter

from podcast.errors import PodcastError
from podcast.text.essay import Essay

# Languages that are not written in Latin letters, as far as a voice may speak them.
_NOT_LATIN = frozenset(
    """am ar as be bg bn bpy chr cmn cu el fa gu hak he hi hy hyw ja ka kk kn ko kok ky mk ml mr my ne nog or pa piqd
    ps ru sd shn si sr ta te th ti tt ug uk ur yue zh""".split()
)
_ENOUGH_LETTERS = 40
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,6}")
_NO_LANGUAGE = frozenset({"und", "zxx", "mul", "mis"})  # ISO 639: unknown, none, several, without a code


def language_tag(text: str) -> str:
    """BCP 47, lower case; empty for what names no language."""
    tag = text.strip().replace("_", "-").lower()
    return tag if _TAG.fullmatch(tag) and tag.partition("-")[0] not in _NO_LANGUAGE else ""


def is_other(tag: str, *, than: str) -> bool:
    return bool(tag) and tag.partition("-")[0] != than.partition("-")[0]


def check_language(essay: Essay, language: str) -> None:
    """Refuse an essay in another script for a language in Latin letters. `language` is BCP 47."""
    own = (run for block in essay.blocks for run in block.runs if not is_other(run.lang, than=language))
    text = "".join(run.text for run in own)[:20_000]
    letters = [character for character in text if character.isalpha()]
    if language.partition("-")[0] in _NOT_LATIN or len(letters) < _ENOUGH_LETTERS:
        return
    scripts = Counter(unicodedata.name(letter, "?").partition(" ")[0].title() for letter in letters)
    [(script, count)] = scripts.most_common(1)
    if script != "Latin" and count > len(letters) / 2:
        raise PodcastError(
            f"The essay is taken for {language}, but most of its letters are {script}",
            which=essay.title,
            remedy="Say its language: `language:` in the front matter, or --language; `podcast voices` lists them.",
        )
