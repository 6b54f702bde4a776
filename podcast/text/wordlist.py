"""Long lists of words, written as text so that they can be read.

frozenset(each("a an and as"))
"""


def each(words: str) -> list[str]:
    return words.split()
