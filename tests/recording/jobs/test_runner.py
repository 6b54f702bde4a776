import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from podcast.cache.store import Store
from podcast.cli import main
from podcast.recording.jobs.pool import Hands
from podcast.recording.jobs.render_jobs import Passage, Performance
from podcast.recording.jobs.runner import Crew
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.worker import Answer, Workplace, work
from podcast.sound.dsp.chain import Chain
from voices.speech import SpeechError, Utterance, Voice

TEXTS = [f"Sentence number {number}." * (1 + number % 3) for number in range(12)]


@pytest.fixture
def passage(voice):
    return lambda text, by=voice: Passage(Performance(Utterance(text, by), Chain(gain_db=11), 300), 64)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "cache")


@pytest.mark.parametrize("jobs", [1, 3])
def test_clips_come_in_order_and_are_the_same_for_any_number_of_jobs(jobs, passage):
    recipes = [*map(passage, TEXTS)]
    with Speaker() as speaker:
        expected = [recipe.made(speaker) for recipe in recipes]
    with Crew(driver="espeak_ng", jobs=jobs) as crew:
        assert [*crew.results(recipes)] == expected


def test_only_a_few_recordings_are_begun_ahead(passage):
    begun = []
    with Crew(driver="espeak_ng", jobs=2) as crew:
        clips = crew.results(begun.append(number) or passage(f"Number {number}.") for number in range(100))
        next(clips)
        assert len(begun) < 12


def test_what_was_begun_early_is_made_once(passage):
    elsewhere = Elsewhere()
    with elsewhere._thread, Crew(driver="espeak_ng", workforce=elsewhere) as crew:
        crew.begin(passage("Last."))
        [*_, last] = crew.outcomes(map(passage, ("First.", "Last.")))
    assert elsewhere.asked == [passage("Last."), passage("First.")]
    assert last.is_voiced


def test_a_failure_comes_at_its_place_and_the_rest_is_let_go(passage):
    with Crew(driver="espeak_ng", jobs=2) as crew:
        clips = crew.results([passage("Good."), passage("Bad.", Voice("espeak_ng", "nobody", "en")), passage("Good!")])
        assert next(clips).frame_count
        with pytest.raises(SpeechError, match="nobody"):
            next(clips)


def test_leaving_early_waits_for_nobody(passage):
    """Two hours of speech are under way when somebody presses Ctrl-C."""
    recipes = [passage("Short."), passage("On and on. " * 9000), passage("On and on! " * 9000)]
    with pytest.raises(KeyboardInterrupt), Crew(driver="espeak_ng", jobs=2) as crew:
        next(crew.results(recipes))
        begun = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 2


def test_what_was_made_before_needs_no_hand(store, passage, monkeypatch):
    recipes = [*map(passage, TEXTS)]
    with Crew(driver="espeak_ng", jobs=2, store=store) as crew:
        first = [*crew.outcomes(recipes)], crew.rosters("espeak_ng").of("espeak_ng")
        assert all(outcome.is_voiced for outcome in first[0])
        assert all(outcome.is_voiced for outcome in crew.outcomes(recipes))  # by this crew
    monkeypatch.setattr("podcast.recording.jobs.pool.Hand", None)
    with Crew(driver="espeak_ng", jobs=2, store=store) as crew:
        again = [*crew.outcomes(recipes)], crew.rosters("espeak_ng").of("espeak_ng")
    assert not any(outcome.is_voiced for outcome in again[0])
    assert [outcome.made for outcome in again[0]] == [outcome.made for outcome in first[0]]
    assert again[1] == first[1]


def test_only_what_is_new_is_voiced(store, passage):
    for texts, expected in ((["Old."], [True]), (["Old.", "New.", "New."], [False, True, True])):
        with Crew(driver="espeak_ng", jobs=2, store=store) as crew:
            assert [outcome.is_voiced for outcome in crew.outcomes(map(passage, texts))] == expected


def test_another_chain_needs_no_voice(store, passage, voice):
    with Crew(driver="espeak_ng", jobs=1, store=store) as crew:
        crew.result(passage("Rivers bend."))
        other = Passage(Performance(Utterance("Rivers bend.", voice), Chain(gain_db=9), 200), 96)
        [outcome] = crew.outcomes([other])
        assert not outcome.is_voiced


def test_a_roster_of_the_system_is_asked_for_each_time(faults, store, monkeypatch):
    faults()
    with Crew(jobs=1, store=store) as crew:
        assert [voice.id for voice in crew.rosters("hasty").of("hasty").voices] == ["one"]
    monkeypatch.setattr("podcast.recording.jobs.pool.Hand", None)
    with Crew(jobs=1, store=store) as crew, pytest.raises(TypeError):
        crew.rosters("hasty").of("hasty")


@pytest.mark.parametrize(
    "command",
    [
        ["build", "essay.md", "--jobs", "1"],
        ["say", "Something unsayable stands in this paragraph.", "--output", "line.wav"],
    ],
)
def test_the_passage_that_cannot_be_had_is_named(command, faults, tmp_path, monkeypatch):
    faults()
    monkeypatch.chdir(tmp_path)
    Path("essay.md").write_text("This can be said.\n\nSomething unsayable stands in this paragraph.\n")
    Path("podcast.toml").write_text("[voice]\ndriver = 'hasty'\n[opening]\nmusic = 'none'\n[closing]\nmusic = 'none'\n")
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "A passage could not be voiced" in result.stderr
    assert "Something unsayable stands in this paragraph." in result.stderr
    assert not Path("public").exists()


class Elsewhere:
    """Hands that are not this crew's own."""

    width = 2

    def __init__(self):
        self.asked = []
        self._thread = ThreadPoolExecutor(1)

    def submit(self, recipe):
        self.asked.append(recipe)
        return self._thread.submit(self._made, recipe)

    def _made(self, recipe) -> Answer:
        with Speaker() as speaker:
            return work(recipe, speaker)


def test_others_make_what_needs_nothing_of_this_machine(store, passage):
    elsewhere = Elsewhere()
    with elsewhere._thread, Crew(driver="espeak_ng", jobs=1, store=store, workforce=elsewhere) as crew:
        assert crew.rosters("espeak_ng").of("espeak_ng").voices
        [outcome] = crew.outcomes([passage("Rivers bend.")])
    assert elsewhere.asked == [passage("Rivers bend.")]
    with Crew(driver="espeak_ng", jobs=1, store=store) as crew:
        assert crew.result(passage("Rivers bend.")) == outcome.made


def test_hands_that_are_lent_go_on(passage):
    with Hands(Workplace("espeak_ng"), jobs=2) as hands:
        for text in ("Rivers bend.", "Rivers bend again."):
            with Crew(driver="espeak_ng", hands=hands) as crew:
                assert crew.result(passage(text)).frame_count
        assert len(hands._all) == 1


def test_what_can_be_done_meanwhile_is_done_when_there_is_somebody_to_wait_for(passage, store):
    done = []
    for expected in ([1, 2], []):
        done.clear()
        with Crew(driver="espeak_ng", store=store, meanwhile=(lambda: done.append(1), lambda: done.append(2))) as crew:
            assert crew.result(passage("Rivers bend. " * 20)).frame_count
        assert done == expected
