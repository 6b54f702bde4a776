"""A sentence, as the rules look at it: words, the same in small letters, and a tag each.

sentence = TaggedSentence.of(["People", "use", "tools", "."])
sentence.word(1), sentence.tag(1), sentence.word(9)         # "use", "VBP", ""
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from podcast.text.homographs.tagger import tags


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    words: tuple[str, ...]  # as written
    folded: tuple[str, ...]  # in lower case
    tags: tuple[str, ...]  # empty each where there is no tagger

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        return cls(tuple(words), tuple(word.lower() for word in words), tags(words))

    def word(self, index: int) -> str:
        return self.folded[index] if 0 <= index < len(self.folded) else ""

    def tag(self, index: int) -> str:
        return self.tags[index] if 0 <= index < len(self.tags) else ""
