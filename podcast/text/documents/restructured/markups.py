"""Markup whose reader is a library that not everybody has.

raise without_library("reStructuredText", "docutils", "rst")
"""

from podcast.errors import PodcastError


def without_library(language: str, library: str, name_for_pandoc: str) -> PodcastError:
    remedy = (
        f"{library} reads it: pip install 'podcast-producer[documents]'\n"
        f"Or convert it: pandoc -f {name_for_pandoc} FILE -t markdown | podcast build -"
    )
    return PodcastError(f"What reads {language} is not installed", remedy=remedy)
