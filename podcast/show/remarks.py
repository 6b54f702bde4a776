"""What the user should know of the episode that an essay has become, and of others that are like it.

remarks(identity, episode, essay)       # whose episode it has taken over, if that was another place's or text's
namesake(episode, entries)              # the slug of another episode that is called the same
"""

from collections.abc import Iterable, Iterator

from podcast.episode.facts import Episode, EpisodeEntry
from podcast.episode.identity import Identity
from podcast.episode.places import file_and_part, for_people
from podcast.episode.recognition import is_another
from podcast.text.essay import Essay


def remarks(identity: Identity, episode: Episode, essay: Essay) -> Iterator[str]:
    """Sentences without a full stop. Whoever replaces what was another essay's tells it: nothing is lost in silence."""
    before = identity.before
    if before is None:
        return
    if before.source != episode.source:
        where = for_people(before.source)
        yield f"It is taken for the essay of {episode.slug} (“{before.title}”, {where}), which has moved"
    elif is_another(essay, before, episode.sketch):
        remedy = "if that was to stay, give this essay a file of its own, and build the old text again"
        yield f"Nothing is left of “{before.title}”, which was {episode.slug} until now: {remedy}"


def namesake(episode: Episode, entries: Iterable[EpisodeEntry]) -> str:
    """In its season; titles that people can't tell apart are one. Each book has its preface: that is no namesake."""
    if file_and_part(episode.source)[1]:
        return ""
    own = (_plain(episode.title), episode.season)
    others = (one for one in entries if one.slug != episode.slug and (_plain(one.title), one.season) == own)
    return next((one.slug for one in others), "")


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
