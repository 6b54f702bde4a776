"""What is recorded of a script, and the silence between: by settings, an essay and the shipped music."""

from dataclasses import replace
from pathlib import Path

import pytest

from podcast.cache.store import Store
from podcast.config.greetings import greetings_of
from podcast.config.settings import (
    BedSettings,
    GreetingSettings,
    Settings,
    ShowSettings,
    SoundSettings,
    StingSettings,
    VoiceSettings,
)
from podcast.episode.assembly import BedPart, ClipPart
from podcast.episode.rundown import What
from podcast.recording.accompaniment import load_accompaniment
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.plan import MOST_MISSING_LU, SOFTER_BED_DB, RecordingPlan
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import characters_of, prepare_cast

ESSAY = """\
A river bends.

## The bank

### The weak one

Water digs.

It goes on.
"""
SILENT, PLAYED = GreetingSettings(music="none"), GreetingSettings()
PLAIN = Settings(voice=VoiceSettings("narrator"), opening=SILENT, closing=SILENT, sting=StingSettings(music="none"))
BED = BedSettings(music="default", fade_s=0.25)
HEADED = replace(BED, under="headings")


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    with JobRunner(driver="espeak_ng", store=Store(tmp_path_factory.mktemp("kept"))) as runner:
        yield runner


@pytest.fixture(scope="module")
def planned(runner):
    """The plan of the essay with those settings; `says` is its welcome and its sign-off."""

    def plan(settings, says="Hello.", essay=ESSAY):
        script = write_script(read_essay(essay.encode(), "river.md"), says_title=False)
        music = load_accompaniment(settings, Path(), runner, plays_sting=True)
        languages = greetings_of(settings).languages("en-us")
        cast = prepare_cast(runner, settings, TextReader(Lexicon(), "en-us"), characters_of(script, languages))
        return RecordingPlan(script, says, says, music, cast, settings)

    return plan


def pauses_ms(plan):
    return [item.pause_ms for item in plan.items()]


# --- silence ------------------------------------------------------------------------------------------------------


def test_what_a_bed_takes_to_come_and_go_is_a_part_of_the_pause(planned):
    """After the opening it fades in, before the closing it fades out; in between it stays."""
    without, on_bed = (pauses_ms(planned(replace(PLAIN, bed=bed))) for bed in (BedSettings(), BED))
    assert [one - other for one, other in zip(without, on_bed, strict=True)] == [0, 250, 0, 0, 0, 0, 250]


def test_without_an_opening_and_a_closing_no_pause_is_before_or_after_the_bed(planned):
    without, on_bed = (pauses_ms(planned(replace(PLAIN, bed=bed), "")) for bed in (BedSettings(), BED))
    assert without == on_bed


def test_between_two_headings_one_bed_goes_and_the_next_one_comes(planned):
    without, headed = (pauses_ms(planned(replace(PLAIN, bed=bed))) for bed in (BedSettings(), HEADED))
    assert [one - other for one, other in zip(without, headed, strict=True)] == [0, 0, 250, 500, 250, 0, 0]


def test_no_pause_is_shorter_than_none(planned):
    assert min(pauses_ms(planned(replace(PLAIN, bed=replace(HEADED, fade_s=30))))) == 0


# --- what is recorded ---------------------------------------------------------------------------------------------


def recorded(plan, runner):
    return list(plan.record(runner))


def test_everything_is_recorded_in_its_order_with_the_pause_before_it(planned, runner):
    plan = planned(PLAIN)
    parts = recorded(plan, runner)
    assert [part.text for part in parts] == [
        "Hello.", "A river bends.", "The bank", "The weak one", "Water digs.", "It goes on.", "Hello.",
    ]  # fmt: skip
    assert [part.segment for part in parts] == [None, 0, 1, 2, 3, 4, None]
    assert [part.pause_ms for part in parts] == pauses_ms(plan)
    assert all(isinstance(part, ClipPart) and part.samples > 4410 for part in parts)
    for part in parts:
        assert part.text[part.clip.words[0].start : part.clip.words[0].end] == part.text.split()[0]


def test_an_essay_is_greeted_in_the_language_of_its_show_by_the_narrator(planned, runner):
    """In the same manner, whatever the essay is in."""
    at_home, abroad = planned(PLAIN), planned(replace(PLAIN, show=ShowSettings(language="de")))
    german, english = abroad.cast.greeter("de").voice, abroad.cast.narrator.voice
    assert (german.language, english.language) == ("de", "en-us")
    assert (german.rate_wpm, german.pitch) == (english.rate_wpm, english.pitch)
    one, other = recorded(at_home, runner), recorded(abroad, runner)
    assert [part.text for part in one] == [part.text for part in other]
    assert [before.clip == now.clip for before, now in zip(one, other, strict=True)] == [False, *[True] * 5, False]


def test_on_a_bed_lies_the_essay_and_what_is_around_it_does_not(planned, runner):
    plan = planned(replace(PLAIN, bed=BED))
    assert [type(part) for part in recorded(plan, runner)] == [ClipPart, *[BedPart] * 5, ClipPart]
    assert plan.bed


def test_headings_with_a_bed_of_their_own_are_as_much_longer_as_it_comes_and_goes(planned, runner):
    alone, headed = (planned(replace(PLAIN, bed=bed)) for bed in (BedSettings(), HEADED))
    longer = [
        (other.samples - one.samples) / 44_100
        for one, other in zip(recorded(alone, runner), recorded(headed, runner), strict=True)
    ]
    assert longer == pytest.approx([0, 0, 0.5, 0.5, 0, 0, 0], abs=0.001)
    assert headed.bed is alone.bed is None


@pytest.mark.parametrize(("bed", "kind"), [(BED, BedPart), (HEADED, ClipPart), (BedSettings(), ClipPart)])
def test_a_sting_lies_on_the_bed_as_music_if_all_does(bed, kind, planned, runner):
    settings = replace(PLAIN, bed=bed, sting=StingSettings())
    plan = planned(settings, "", "One.\n\n[sting]\n\nTwo.\n")
    assert [item.what for item in plan.items()] == [What.SEGMENT, What.STING, What.SEGMENT]
    sting = recorded(plan, runner)[1]
    assert (type(sting), sting.text, sting.segment) == (kind, "", None)
    assert getattr(sting, "is_music", True)


def test_chapters_have_a_sting_before_them_where_that_is_set(planned):
    settings = replace(PLAIN, sting=StingSettings(before_chapters=True))
    assert [item.what for item in planned(settings).items()].count(What.STING) == 2
    assert What.STING not in [item.what for item in planned(replace(PLAIN, sting=StingSettings())).items()]


@pytest.mark.parametrize(
    ("frame", "says", "is_there"),
    [
        (SILENT, "", False),
        (SILENT, "Hello.", True),
        (PLAYED, "", True),
        (PLAYED, "Hello.", True),
    ],
)
def test_an_opening_and_a_closing_are_words_or_music_or_both(frame, says, is_there, planned):
    items = planned(replace(PLAIN, opening=frame, closing=frame), says).items()
    assert (items[0].what is What.OPENING) == (items[-1].what is What.CLOSING) == is_there


def test_each_end_has_its_own_words_and_its_own_music(planned, runner):
    plan = planned(replace(PLAIN, closing=replace(SILENT, music="default", before_s=1, after_s=1)), "")
    plan = replace(plan, welcome="Hello.", sign_off="So long, and thank you.")
    first, *_, last = recorded(plan, runner)
    assert (first.text, last.text) == ("Hello.", "So long, and thank you.")
    alone = recorded(replace(plan, music=replace(plan.music, closing=None)), runner)[-1]
    assert last.samples - alone.samples == pytest.approx(2 * 44_100, abs=50)


# --- once more, louder --------------------------------------------------------------------------------------------


def levels(plan):
    """In dB: of the voice, of the music at both ends, of the bed, and what lies on it is held to."""
    ends = [one.gain_db if one else None for one in (plan.music.opening, plan.music.closing, plan.music.sting)]
    bed = plan.music.bedding
    return plan.cast.narrator.chain.gain_db, *ends, bed and bed.piece.gain_db, bed and bed.true_peak_dbtp


WHOLE = replace(PLAIN, opening=GreetingSettings(), closing=GreetingSettings(), sting=StingSettings())


@pytest.mark.parametrize("bed", [BED, HEADED])
def test_what_is_missing_is_made_up_for_by_all_that_sounds(bed, planned):
    plan = planned(replace(WHOLE, bed=bed))
    gain_db = levels(plan)[0]
    assert levels(plan.louder(0.5)) == (pytest.approx(gain_db + 0.5), 0.5, 0.5, 0.5, 0.5, -1)
    assert levels(plan.louder(-0.5).louder(-0.5)) == (pytest.approx(gain_db - 1), -1, -1, -1, -1, -1)


def test_of_much_that_is_missing_the_bed_is_the_reason_if_all_lies_on_it(planned):
    on_bed, headed, without = (planned(replace(WHOLE, bed=bed)) for bed in (BED, HEADED, BedSettings()))
    gain_db = levels(on_bed)[0]
    assert levels(on_bed.louder(MOST_MISSING_LU + 0.1)) == (gain_db, 0, 0, 0, SOFTER_BED_DB, -1)
    assert levels(on_bed.louder(MOST_MISSING_LU))[0] == pytest.approx(gain_db + MOST_MISSING_LU)
    for plan in (headed, without):
        assert levels(plan.louder(3))[:4] == (pytest.approx(gain_db + 3), 3, 3, 3)


def test_peaks_that_were_too_high_are_held_lower_by_what_they_were_and_a_little(planned):
    plan = planned(replace(PLAIN, bed=BED, sound=SoundSettings(true_peak_dbtp=-2)))
    assert levels(plan.louder(0, 0.5))[-1] == pytest.approx(-2 - 0.5 - 0.2)
    assert levels(plan.louder(0, 0.5).louder(0, 0.1))[-1] == pytest.approx(-2 - 0.7 - 0.3)
    assert levels(plan.louder(0, 0))[-1] == levels(plan.louder(0, -3))[-1] == -2
