import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.cache.store import Store
from podcast.recording.jobs import takes as takes_module
from podcast.recording.jobs.takes import Takes
from voices.speech import Phonemes, Take, Utterance, Voice, Word

SAID = Utterance("Rivers bend.", Voice("espeak_ng", "en-us", "en-us"))
TAKE = Take(b"\x01\x02\n\x04" * 50, 22050, (Word(0, 6, 0, 40), Word(7, 12, 40, 100)), is_timed=True)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def test_a_take_comes_back_as_it_was(store):
    Takes(store).put(SAID, TAKE)
    assert Takes(store).get(SAID) == TAKE


SYSTEM = replace(SAID, voice=replace(SAID.voice, driver="sapi5"))


@given(
    pcm=st.binary(max_size=3000).map(lambda pcm: pcm[: len(pcm) // 2 * 2]),
    rate_hz=st.sampled_from([1, 8000, 11025, 16000, 22050, 22051, 24000, 44100, 48000, 192000, 1_000_003]),
    said=st.sampled_from([SAID, SYSTEM]),
)
@settings(deadline=None)
def test_any_take_of_any_engine_comes_back_to_the_bit(pcm, rate_hz, said, tmp_path_factory):
    takes = Takes(Store(tmp_path_factory.getbasetemp() / "takes"))
    take = Take(pcm, rate_hz, (Word(0, 6, 0, len(pcm) // 2),), is_timed=False)
    takes.put(said, take)
    assert takes.get(said) == take


def test_takes_of_a_slow_engine_are_packed_and_those_of_the_embedded_one_are_not(store, engine_process, voice):
    take = engine_process.speak(Utterance("A river that could choose would still not run straight.", voice))
    sizes = []
    for said in (SYSTEM, SAID):
        Takes(store).put(said, take)
        sizes.append(sum(entry.size for entry in store.entries()))
    packed, both = sizes
    assert packed < 0.65 * len(take.pcm) < len(take.pcm) < both - packed
    assert Takes(store).get(SYSTEM) == take


def test_a_real_take_comes_back_as_it_was(store, engine_process, voice):
    said = Utterance("“Zwölf Boxkämpfer”, said he — 12 of them.", voice)
    take = engine_process.speak(said)
    Takes(store).put(said, take)
    assert Takes(store).get(said) == take


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
    Takes(store).put(SAID, TAKE)
    assert Takes(store).get(other) is None


def test_another_version_of_an_engine_has_takes_of_its_own(store, monkeypatch):
    Takes(store).put(SAID, TAKE)
    monkeypatch.setattr("podcast.recording.jobs.takes.version_of", lambda driver, voice: f"{driver} 2, {voice}")
    assert Takes(store).get(SAID) is None


@pytest.mark.parametrize(("name", "other"), [("_FORMAT", 99), ("_code", lambda: "another version")])
def test_another_format_or_code_has_takes_of_its_own(name, other, store, monkeypatch):
    Takes(store).put(SAID, TAKE)
    monkeypatch.setattr(takes_module, name, other)
    assert Takes(store).get(SAID) is None


def test_the_code_behind_a_take_is_what_stands_between_it_and_its_engine(tmp_path, monkeypatch):
    for name in ("takes.py", "engine_process.py", "engine_host.py", "pool.py"):
        shutil.copy(Path(takes_module.__file__).with_name(name), tmp_path)
    monkeypatch.setattr(takes_module, "__file__", str(tmp_path / "takes.py"))

    def version():
        takes_module._code.cache_clear()
        return takes_module._code()

    found = [version()]
    for name in ("engine_process.py", "engine_host.py"):
        (tmp_path / name).write_text("# changed")
        found.append(version())
    (tmp_path / "pool.py").write_text("# changed")
    assert version() == found[-1]
    assert len({*found}) == 3
    takes_module._code.cache_clear()


NO_FLAC = b'{"rate_hz": 1, "is_timed": true, "words": [], "is_packed": true}\nRIFF'


def test_what_is_whole_but_not_ours_is_not_there(store):
    takes = Takes(store)
    for content in (b"", b"RIFF", b"{}\n", b"[]\n", b'{"rate_hz": 1, "is_timed": true, "words": [[1]]}\n', NO_FLAC):
        takes.put(SAID, TAKE)
        assert takes.get(SAID) == TAKE
        [path] = [path for path in store.folder.glob("*/*") if path.is_file()]
        store.put(path.parent.name + path.name, content)
        assert takes.get(SAID) is None


def test_without_a_store_nothing_is_there():
    takes = Takes(None)
    takes.put(SAID, TAKE)
    assert takes.get(SAID) is None
