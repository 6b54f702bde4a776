"""How much text a document's substitutions make: some lines that name one another ten times each make gigabytes.

check_substitutions(source, "essay.rst")
"""

import re

from podcast.errors import PodcastError

_DEFINED = re.compile(r"^[ \t]{0,20}\.\. \|([^|\n]{1,99})\|[ \t]{1,20}replace::([^\n]*)", re.MULTILINE)
_NAMED = re.compile(r"\|([^|\s][^|\n]{0,98})\|")
_MOST_CHARACTERS = 1_000_000


def check_substitutions(source: str, name: str) -> None:
    """Raises PodcastError, before docutils would make it."""
    defined = {key.lower(): text for key, text in _DEFINED.findall(source)}
    made: dict[str, int] = {}

    def length_of(key: str) -> int:
        if key not in made:
            made[key] = 0  # what names itself is docutils' to tell
            text = defined.get(key, "")
            made[key] = len(text) + sum(length_of(inner.lower()) for inner in _NAMED.findall(text))
        return made[key]

    if defined and sum(length_of(key.lower()) for key in _NAMED.findall(source)) > _MOST_CHARACTERS:
        remedy = "Write what they stand for, or fewer of them in one another."
        raise PodcastError("The document's substitutions make too much text", which=name, remedy=remedy)
