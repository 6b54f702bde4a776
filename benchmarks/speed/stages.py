"""What a minute of speech costs, stage by stage: milliseconds of CPU for synthesis, mastering, encoding and the rest.

    python benchmarks/speed/stages.py [ESSAY] [--voice narrator]

The essay's paragraphs pass through the functions that a build calls, one stage after the other, in this process and
one engine process. Synthesis is what that and its children take, start-up not counted; espeak-ng and LAME alone are in
limit.py. Each figure is the least of three passes: what disturbs a pass only ever adds to it.
"""

import argparse
import resource
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import essays
import numpy as np

from podcast.recording.jobs.engine_process import EngineProcess
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec import encoder
from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.filters import filtered
from podcast.sound.dsp.master import calibrated, master
from podcast.sound.dsp.meter import momentary_energies, true_peak
from podcast.sound.dsp.pacing import paced
from podcast.sound.record import levels_of, trimmed
from podcast.text.spoken import spoken
from voices.casting import DEFAULT_PROFILES, Profile, cast, profiles
from voices.rosters import Rosters
from voices.speech import Take, Utterance

_PASSES = 3
_LANGUAGE, _TARGET_LUFS, _BITRATE_KBPS, _PAUSE_MS = "en-us", -16, 64, 300

Result = TypeVar("Result")


class Costs(dict[str, float]):
    """Seconds of CPU a stage, in the order in which they were measured."""

    def of(self, stage: str, action: Callable[[], Result]) -> Result:
        """What the action gives, the least that it takes being noted."""
        for _ in range(_PASSES):
            begun_s = cpu_s()
            result = action()
            self[stage] = min(cpu_s() - begun_s, self.get(stage, float("inf")))
        return result


def main() -> None:
    options = arguments()
    paragraphs = essays.from_file(options.essay) if options.essay else essays.from_examples()
    profile, costs = profiles()[options.voice], Costs()
    utterances = to_say(paragraphs, profile, costs)
    takes = to_takes(utterances, costs)
    to_clips(takes, [said.text for said in utterances], replace(Chain(), **profile.chain), costs)
    minutes = sum(take.samples / take.rate_hz for take in takes) / 60
    print(f"{minutes:.1f} minutes of speech in {len(takes)} takes\n")
    print("| stage | CPU, ms a minute of speech |\n| --- | --- |")
    for stage, seconds in (*costs.items(), ("all of it", sum(costs.values()))):
        print(f"| {stage} | {1000 * seconds / minutes:.0f} |")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a minute of speech costs, stage by stage.")
    parser.add_argument("essay", type=Path, nargs="?", help="text or Markdown, else the essays in examples/")
    parser.add_argument("--voice", default=DEFAULT_PROFILES[0], choices=profiles(), help="a profile")
    return parser.parse_args()


def to_say(paragraphs: essays.Paragraphs, profile: Profile, costs: Costs) -> list[Utterance]:
    with EngineProcess(profile.driver) as engine_process:
        voice = cast(profile, Rosters(lambda _: engine_process.roster(), profile.driver))
    forms = costs.of("words as they are said", lambda: [spoken(text, _LANGUAGE) for text in paragraphs])
    return [Utterance(form.text, voice) for form in forms]


def to_takes(utterances: list[Utterance], costs: Costs) -> list[Take]:
    def spoken_by_a_new_booth(count: int | None) -> list[Take]:
        with EngineProcess(utterances[0].voice.driver) as engine_process:
            return [engine_process.speak(said) for said in utterances[:count]]

    starting = Costs()
    starting.of("engine_process", lambda: spoken_by_a_new_booth(1))
    takes = costs.of("synthesis, in an engine process", lambda: spoken_by_a_new_booth(None))
    costs["synthesis, in an engine process"] -= starting["engine_process"]
    return takes


def to_clips(takes: list[Take], texts: list[str], plain: Chain, costs: Costs) -> None:
    """From here on what `record` does, with the narrator's chain calibrated."""
    cut = costs.of(
        "trimming, pauses",
        lambda: [paced(trimmed(take), text, _PAUSE_MS) for take, text in zip(takes, texts, strict=True)],
    )
    rate_hz = takes[0].rate_hz
    raw = [np.frombuffer(take.pcm, "<i2") for take in cut]
    chain = calibrated(plain, max(raw, key=len), rate_hz, _TARGET_LUFS)
    costs.of("resampling", lambda: [filtered(pcm, rate_hz, ("aresample", str(SAMPLE_RATE_HZ))) for pcm in raw])
    mastered = costs.of("voice chain", lambda: [master(pcm, rate_hz, chain) for pcm in raw])
    costs["voice chain"] -= costs["resampling"]
    padded = [encoder.padded(pcm) for pcm in mastered]
    encoded = costs.of("encoding", lambda: [encoder.encode(pcm, _BITRATE_KBPS) for pcm in padded])
    heard = costs.of("decoding", lambda: [encoder.decode(frames) for frames in encoded])
    costs.of("loudness", lambda: [momentary_energies(pcm) for pcm in heard])
    costs.of("true peak", lambda: [true_peak(pcm) for pcm in heard])
    costs.of("levels", lambda: [levels_of(pcm) for pcm in heard])


def cpu_s() -> float:
    """Of this process and of the children that it has waited for."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    main()
