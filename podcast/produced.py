"""What a build tells of an episode, whether it made it or passed over it."""

from dataclasses import dataclass

from podcast.episode.facts import Episode


@dataclass(frozen=True, slots=True)
class ProducedEpisode:
    episode: Episode
    voiced: int  # segments that were spoken for this build …
    reused: int  # … and those that were not
    unspoken: tuple[str, ...]  # languages of passages for which there is no voice
    advice: tuple[str, ...]  # to the writer, about the text and the voices
    is_new: bool
    episode_count: int  # in the feed
    base_url: str  # where the feed says that public/ is found
    gaps: tuple[str, ...] = ()  # passages that no engine could say: where they stand, and why
    is_passed_over: bool = False  # nothing has changed, so nothing was done
