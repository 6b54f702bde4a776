from dataclasses import replace

import pytest

from podcast.sound.takes import Takes
from podcast.store import Store
from voices.speech import Phonemes, Take, Utterance, Voice, Word

SAID = Utterance("Rivers bend.", Voice("espeak_ng", "en-us", "en-us"))
TAKE = Take(b"\x01\x02\n\x04" * 50, 22050, (Word(0, 6, 0, 40), Word(7, 12, 40, 100)), is_timed=True)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def test_a_take_comes_back_as_it_was(store):
    Takes(store, "one").put(SAID, TAKE)
    assert Takes(store, "one").get(SAID) == TAKE


def test_a_real_take_comes_back_as_it_was(store, booth, voice):
    said = Utterance("“Zwölf Boxkämpfer”, said he — 12 of them.", voice)
    take = booth.speak(said)
    Takes(store, "one").put(said, take)
    assert Takes(store, "one").get(said) == take


@pytest.mark.parametrize(
    "other",
    [
        replace(SAID, text="Rivers bend!"),
        replace(SAID, phonemes=(Phonemes(0, 6, "ɹɪvəz"),)),
        *(
            replace(SAID, voice=replace(SAID.voice, **{name: value}))
            for name, value in {
                "driver": "nsss", "id": "en-gb", "language": "en-gb", "rate_wpm": 171, "pitch": 51, "pitch_range": 49,
            }.items()
        ),
    ],
)  # fmt: skip
def test_whatever_decides_how_it_sounds_decides_whether_it_is_there(store, other):
    Takes(store, "one").put(SAID, TAKE)
    assert Takes(store, "one").get(other) is None


def test_another_engine_has_takes_of_its_own(store):
    Takes(store, "one").put(SAID, TAKE)
    assert Takes(store, "two").get(SAID) is None


def test_what_is_whole_but_not_ours_is_not_there(store):
    takes = Takes(store, "one")
    for content in (b"", b"RIFF", b"{}\n", b"[]\n", b'{"rate_hz": 1, "is_timed": true, "words": [[1]]}\n'):
        takes.put(SAID, TAKE)
        [path] = [path for path in store.folder.glob("*/*") if path.is_file()]
        store.put(path.parent.name + path.name, content)
        assert takes.get(SAID) is None


def test_without_a_store_nothing_is_there():
    takes = Takes(None, "one")
    takes.put(SAID, TAKE)
    assert takes.get(SAID) is None
