"""`podcast voices audition`, with the real engines."""

import base64
import hashlib
import importlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest
from click.testing import CliRunner
from mutagen.id3 import ID3

from podcast.audition.passage import LEAST_WORDS, MOST_WORDS, built_in, passage_of
from podcast.cli import main
from podcast.errors import PodcastError
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.meter import loudness_lufs
from podcast.text.reading import read_essay

TEXT = "Nguyen came by boat in May."
SETTINGS = '[show]\ntitle = "Shore <Letters>"\n[lexicon]\nNguyen = "win"\n'
TWO = ("--voice", "heart", "--voice", "en-us+Annie")
PARAGRAPH = " ".join(["The keeper wrote the weather down, and nobody ever read it."] * 5)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("podcast.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["voices", "audition", *arguments])
    assert result.exit_code == code, result.output
    return result


def measured(*arguments):
    return json.loads(run(*arguments, "--json").stdout)


def refused(*arguments):
    """What is told; and nothing was made."""
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    told = run(*arguments, code=1).stderr
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    return told


def essay(text):
    return read_essay(text.encode(), "essay.md")


def decoded(path):
    with av.open(str(path)) as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An audition of two voices: the folder, and what was told."""
    with pytest.MonkeyPatch.context() as patch:
        show = tmp_path_factory.mktemp("show")
        patch.chdir(show)
        Path("podcast.toml").write_text(SETTINGS, "utf-8")
        return show / "audition", measured(TEXT, *TWO)


def test_each_voice_is_a_chapter_of_one_mp3(made):
    folder, told = made
    tag = ID3(folder / "voices.mp3")
    chapters = sorted(tag.getall("CHAP"), key=lambda one: one.start_time)
    assert [str(one.sub_frames["TIT2"]) for one in chapters] == ["heart", "en-us+Annie"]
    first, second = told["voices"]
    assert [one.start_time for one in chapters] == [0, second["start_ms"]]
    assert chapters[0].end_time == chapters[1].start_time
    assert abs(chapters[1].end_time - told["duration_ms"]) <= 1
    assert abs(second["start_ms"] - first["end_ms"] - 1200) < 30


def test_each_voice_is_as_loud_as_an_episode_in_what_a_listener_hears(made):
    folder, told = made
    sound = decoded(folder / "voices.mp3")
    pcm = np.round(sound * 32767).astype(np.int16) if sound.dtype.kind == "f" else sound
    for one in told["voices"]:
        start, end = (round(one[edge] * SAMPLE_RATE_HZ / 1000) for edge in ("start_ms", "end_ms"))
        heard = loudness_lufs(pcm[start:end])
        assert abs(heard - -16) < 1.0  # with its name
        assert abs(heard - one["loudness_lufs"]) < 1.0
        assert one["loudness_lufs"] == pytest.approx(-16, abs=0.5)
        assert one["true_peak_dbtp"] <= -1
        pause = pcm[end + 2000 : end + 30_000]
        assert np.abs(pause.astype(int)).max(initial=0) < 100


def test_what_was_measured_of_each_is_told(made):
    _, told = made
    assert (told["passage"], told["spoken"], told["language"]) == (TEXT, TEXT.replace("Nguyen", "win"), "en-us")
    heart, annie = told["voices"]
    assert (heart["engine"], heart["voice"], heart["licence"]) == ("hibari", "heart", "Apache-2.0")
    assert (annie["engine"], annie["voice"]) == ("espeak_ng", "en-us+Annie")
    for one in told["voices"]:
        assert 80 < one["rate_wpm"] < 300
        assert one["speed"] > 1
    assert told["left_out"] == []


def test_the_page_has_all_of_it_and_plays_each_part(made):
    folder, told = made
    page = (folder / "index.html").read_text("utf-8")
    assert page.count('<article class="voice"') == 2
    for one in told["voices"]:
        assert f'href="voices.mp3#t={one["start_ms"] / 1000:g},{one["end_ms"] / 1000:g}"' in page
        assert f"<code>--voice {one['name']}</code>" in page
        assert f"{one['rate_wpm']} words a minute" in page
        assert f"{one['loudness_lufs']:.1f} LUFS" in page
        assert f"true peak {one['true_peak_dbtp']:.1f} dBTP" in page
    assert "Apache-2.0" in page
    assert "Shore &lt;Letters&gt;" in page


def test_the_page_asks_no_other_host_and_runs_nothing_but_its_own(made):
    page = (made[0] / "index.html").read_text("utf-8")
    assert "http:" not in page
    assert "https:" not in page
    assert set(re.findall(r'\ssrc="([^"]*)"', page)) == {"voices.mp3"}
    assert set(re.findall(r'<link [^>]*href="([^"]*)"', page)) == {"data:,"}
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    for name in ("style", "script"):
        [own] = re.findall(rf"<{name}>(.*?)</{name}>", page, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_a_second_audition_takes_the_place_of_the_first_and_tells_what_was_kept(made, monkeypatch):
    folder, told = made
    monkeypatch.chdir(folder.parent)
    again = measured(TEXT, *TWO, "--output", "again")
    assert [one["speed"] for one in again["voices"]] == [None, None]
    measured(TEXT, "--voice", "heart", "--output", "again")
    assert Path("again/index.html").read_text("utf-8").count('<article class="voice"') == 1
    assert sorted(path.name for path in Path("again").iterdir()) == ["index.html", "voices.mp3"]
    measures = ("loudness_lufs", "true_peak_dbtp", "rate_wpm", "start_ms", "end_ms")
    assert [[one[name] for name in measures] for one in again["voices"]] == [
        [one[name] for name in measures] for one in told["voices"]
    ]


def test_a_person_gets_a_table():
    told = run("Rivers bend.", "--voice", "narrator").stdout
    for part in ("narrator", "LUFS", "wpm", "audition/index.html"):
        assert part in told


def test_without_a_choice_all_profiles_and_all_other_neural_voices_are_heard(tmp_path, monkeypatch):
    add_voice(tmp_path / "library", monkeypatch)
    told = {one["name"]: one for one in measured("Rivers bend.")["voices"]}
    assert next(iter(told)) == "heart"
    assert {"narrator", "clara", "british", "hibari:twin"} <= told.keys()
    assert not {"hibari:heart", "en-us"} & told.keys()
    assert not any("Annie" in name for name in told)
    assert (told["hibari:twin"]["licence"], told["hibari:twin"]["credit"]) == ("CC-BY-4.0", "Twin, by nobody")
    assert "Twin, by nobody" in Path("audition/index.html").read_text("utf-8")


def add_voice(library, monkeypatch):
    """Another voice of hibari's, which is its own net once more."""
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(library))
    place = library / "hibari" / "twin"
    place.mkdir(parents=True)
    [net] = Path(importlib.import_module("hibari").__file__).parent.rglob("hibari.onnx")
    shutil.copy(net, place / "twin.onnx")
    digest = hashlib.sha256(net.read_bytes()).hexdigest()
    texts = {"id": "twin", "name": "Twin", "gender": "female", "licence": "CC-BY-4.0", "credit": "Twin, by nobody"}
    files = {"languages": ["en-us"], "files": {"model": "twin.onnx"}, "digests": {"model": digest}}
    (place / "voice.json").write_text(json.dumps(texts | files | {"source": "file"}))


HUMMING = """
import wave
with wave.open(filename, "wb") as file:
    file.setparams((1, 2, 16_000, 0, "NONE", ""))
    hum = np.sin(np.arange(len(text) * 1100) / 12) * np.sin(np.arange(len(text) * 1100) / 900) * 9000
    file.writeframes(hum.astype("<i2").tobytes())
"""


def test_the_voices_of_a_system_s_engine_are_heard_where_it_is_the_one_to_be_used(tmp_path, monkeypatch, make_known):
    drivers = tmp_path / "drivers"
    drivers.mkdir()
    make_known(monkeypatch, drivers, "humming", HUMMING)
    Path("podcast.toml").write_text('[voice]\ndriver = "humming"\n', "utf-8")
    [one] = measured("Rivers bend.")["voices"]
    assert (one["name"], one["engine"], one["licence"]) == ("humming:one", "humming", "")
    assert "not known" in Path("audition/index.html").read_text("utf-8")


def test_an_essay_gives_its_passage_its_lexicon_and_its_language():
    Path("essays").mkdir()
    Path("essays/teich.md").write_text("---\nlanguage: de\n---\nDer Teich ruht.\n\nEr hat 3 Enten.\n", "utf-8")
    Path("essays/lexicon.toml").write_text('Enten = "Änten"\n', "utf-8")
    told = measured("--essay", "essays/teich.md")
    assert (told["language"], told["passage"]) == ("de", "Der Teich ruht. Er hat 3 Enten.")
    assert told["spoken"] == "Der Teich ruht. Er hat drei Änten."
    assert [(one["name"], one["engine"]) for one in told["voices"]] == [("narrator", "espeak_ng")]
    assert told["voices"][0]["voice"].startswith("de")
    said = measured("Enten!", "--essay", "essays/teich.md", "--voice", "de")
    assert said["spoken"] == "Änten!"


def test_a_voice_that_can_not_say_a_word_is_left_out_and_named():
    Path("podcast.toml").write_text('[lexicon]\nVin = { ipa = "vøn" }\n', "utf-8")
    told = measured("Vin bends.")
    assert {one["engine"] for one in told["voices"]} == {"hibari"}
    assert {"narrator", "clara"} <= {one["name"] for one in told["left_out"]}
    assert all("Vin" in one["reason"] for one in told["left_out"])
    assert "<li>narrator: " in Path("audition/index.html").read_text("utf-8")


def test_who_is_named_has_to_be_able_to_say_it():
    Path("podcast.toml").write_text('[lexicon]\nVin = { ipa = "vøn" }\nRad = { ipa = "ʘǃ" }\n', "utf-8")
    assert "Vin" in refused("Vin bends.", "--voice", "heart", "--voice", "narrator")
    assert "heart: " in refused("Rad bends.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["…"], "…"),
        (["word " * 300], "1499"),
        (["Hi", "--language", "english"], "english"),
        (["--language", "de"], "TEXT"),
        (["Hi", "--voice", "hart"], "heart"),
        (["Hi", "--voice", "heart", "--voice", "de"], "de"),
        (["--essay", "none.md"], "none.md"),
        (["Hi", "--output", "public/audition"], "public"),
        (["Hi", "--output", "mine"], "mine"),
        (["Hi", "--output", "podcast.toml"], "podcast.toml"),
        (["Hi", "--language", "tlh"], "tlh"),
    ],
)
def test_what_can_not_be_done_is_refused_before_any_work(arguments, told):
    Path("mine").mkdir()
    Path("mine/index.html").write_text("<!doctype html><title>Mine</title>")
    assert told in refused(*arguments)


def test_what_a_stopped_run_has_left_may_be_replaced():
    Path("audition").mkdir()
    Path("audition/voices.mp3").write_bytes(b"half")
    assert len(measured("Rivers bend.", "--voice", "narrator")["voices"]) == 1


def test_help_loads_nothing_heavy():
    program = "import sys; from podcast.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    command = [sys.executable, "-c", program, "voices", "audition", "--help"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split()
    assert {"numpy", "av", "lxml", "rich", "jinja2", "mutagen", "onnxruntime", "hibari"}.isdisjoint(loaded)
    assert not any(name.startswith("podcast.audition") for name in loaded)


def test_a_whole_paragraph_is_preferred():
    text = f"# Head\n\nShort.\n\n{PARAGRAPH * 4}\n\n{PARAGRAPH}\n"
    assert passage_of(essay(text), "en-us") == PARAGRAPH


def test_of_longer_paragraphs_whole_sentences_are_taken():
    passage = passage_of(essay(f"Short.\n\n{' '.join([PARAGRAPH] * 4)}"), "en-us")
    assert LEAST_WORDS <= len(passage.split()) <= MOST_WORDS
    assert passage.endswith(".")


def test_a_short_essay_is_said_whole_and_an_empty_one_refused():
    assert passage_of(essay("# A title\n\nOne. Two."), "en-us") == "One. Two."
    with pytest.raises(PodcastError):
        passage_of(essay("***\n"), "en-us")


def test_an_essay_without_spaces_is_not_said_to_its_end():
    assert len(passage_of(essay("池塘很安静。" * 400), "zh")) <= 9 * MOST_WORDS


def test_our_own_passage_is_as_long_as_one_of_an_essay():
    assert LEAST_WORDS <= len(built_in("en-gb").split()) <= MOST_WORDS
