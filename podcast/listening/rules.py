"""What the release gate demands of an episode's speech, and what an episode breaks of it.

    for problem in problems(heard):
        problem.rule.id, problem.where, problem.what    # "understood", "On Paper", "at 2:31, 94 % of 51 words: …"

All are recommendations, for a recogniser errs, too: `podcast check --strict` makes them count.
"""

from collections.abc import Iterator

from feed.rules import Problem, Rule
from podcast.errors import PodcastError
from podcast.listening.show import HeardEpisode
from podcast.listening.verdict import Understood, Verdict, WrongRun

_SOURCE = "podcast check --listen"
UNDERSTOOD = Rule(
    *("understood", "recommended", _SOURCE),
    "A recogniser understands 97 % of the words of each English passage, and of a short one all but one.",
    "Listen to it there. A name that is said wrong goes into the lexicon; what is said well, a larger --listen-model "
    "may understand.",
)
COMPLETE = Rule(
    *("said-once", "recommended", _SOURCE),
    "All that is written is heard, and nothing of it twice.",
    "Listen to it there; if it is true, build with --no-cache, and report the essay.",
)
IN_TIME = Rule(
    *("word-times", "recommended", _SOURCE),
    "Each word is heard within a second of where words.json has it.",
    "Build the episode again: its captions and the words that its page highlights are off.",
)
HEARD = Rule(
    *("heard", "recommended", _SOURCE),
    "Audio and words.json of each episode can be read.",
    "Build the episode again.",
)
RULES = (UNDERSTOOD, COMPLETE, IN_TIME, HEARD)

#: The bar was measured in English; elsewhere, most of what Whisper misses may be its own fault.
_HELD_TO_THE_BAR = "en"
_LEAST_LOST = 3  # words: a recogniser swallows an "a" now and then …
_LEAST_DOUBLED = 2  # … and stammers


def problems(heard: HeardEpisode) -> Iterator[Problem]:
    verdict = heard.verdict
    for passage in verdict.passages:
        if passage.language == _HELD_TO_THE_BAR and not passage.is_enough:
            yield Problem(UNDERSTOOD, heard.title, _misunderstood(heard, passage))
    for run in verdict.lost:
        if run.length >= _LEAST_LOST:
            yield Problem(COMPLETE, heard.title, f"at {clock(run.start_ms)}, nobody says “{heard.written(run)}”")
    for run in verdict.doubled:
        if run.length >= _LEAST_DOUBLED:
            yield Problem(COMPLETE, heard.title, f"at {clock(run.start_ms)}, “{' '.join(run.heard)}” is said twice")
    if verdict.misplaced:
        yield Problem(IN_TIME, heard.title, _out_of_place(verdict))


def unheard(slug: str, error: PodcastError) -> Problem:
    """An episode that nobody could listen to."""
    return Problem(HEARD, slug, error.what[0].lower() + error.what[1:])


def clock(ms: int) -> str:
    """Such as 2:31, 62:03."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"


def told(heard: HeardEpisode, run: WrongRun) -> str:
    """What a run is, in words."""
    if not run.written:
        return f"heard “{' '.join(run.heard)}”, which nobody wrote"
    if not run.heard:
        return f"“{heard.written(run)}” was not heard"
    return f"heard “{' '.join(run.heard)}” for “{heard.written(run)}”"


def _misunderstood(heard: HeardEpisode, passage: Understood) -> str:
    runs = [run for run in heard.verdict.runs if run.passage == passage.passage]
    at = clock(heard.passages[passage.passage].start_ms)
    longest = "; ".join(f"at {clock(run.start_ms)} {told(heard, run)}" for run in runs[:2])
    return f"passage at {at}, {100 * passage.share:.0f} % of {passage.words} words: {longest}"


def _out_of_place(verdict: Verdict) -> str:
    first, count = verdict.misplaced[0], len(verdict.misplaced)
    others = f", and {count - 1} more" if count > 1 else ""
    return f"“{first.word}” is heard at {clock(first.heard_ms)}, and not at {clock(first.told_ms)}{others}"
