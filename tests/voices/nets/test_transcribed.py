"""Texts in five languages as letters with places, by the espeak-ng that is embedded."""

import json
import subprocess
import sys

import pytest

from voices.misaki_sounds import LETTERS

# In a process of its own: espeak-ng's global state is no guest in the tests' process.
READ = """
import json, sys
from voices.nets.transcribed import Transcribed
from voices.speech import Phonemes, SpeechError

def read(language, text, phonemes):
    try:
        found = Transcribed(language).pieces(text, [Phonemes(*one) for one in phonemes])
    except SpeechError as error:
        return str(error)
    return [[one.start, one.end, one.letters, one.has_space] for one in found]

json.dump([read(*job) for job in json.load(sys.stdin)], sys.stdout)
"""

TEXTS = [
    ("es", "¿Por qué corre un río, dices? Cuesta 3,14 euros a las 12:30."),
    ("fr", "Les enfants n'ont-ils pas d'amis, qu'est-ce que c'est qu'un homme ?"),
    ("it", "L'acqua è pigra; gli zii (dell'amico) mangiano pizza — sempre."),
    ("pt", "Os rios são preguiçosos, não é? O pão «bom» custa 21 reais."),
    ("hi", "नदी मुड़ती है, क्योंकि पानी आलसी है। यह पढ़ना अच्छा है।"),
]
COMMON = {
    "es": "desvergüenza pingüino exhausto jueves kilo whisky xilófono llave yogur ñandú guion psicología",
    "fr": "œuvre aiguille yacht parking messieurs oignon ville grille exact second femme août weekend software",
    "it": "gnocchi sciopero zaino jazz hardware software quaderno aiuola azzurro psicologo xenofobo yogurt",
    "pt": "coração hoje táxi exame quarenta trabalho manhã viagem jeans software pneu ontem ruim muito põe",
    "hi": "दुःख प्रकृति अंतःकरण क्षमा ज्ञान श्री १२३४ फ़िल्म क़लम ख़बर ग़ज़ल ऊँट मक्ढ़ा ऌ मळा software",
}


@pytest.fixture(scope="module")
def read():
    def read(*jobs):
        asked = json.dumps([[language, text, *(rest or [[]])] for language, text, *rest in jobs])
        done = subprocess.run([sys.executable, "-c", READ], input=asked, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return read


@pytest.fixture(scope="module")
def read_texts(read):
    return {language: (text, pieces) for (language, text), pieces in zip(TEXTS, read(*TEXTS), strict=True)}


@pytest.mark.parametrize("language", [language for language, _ in TEXTS])
def test_every_word_is_in_a_piece_and_they_are_in_order(read_texts, language):
    text, pieces = read_texts[language]
    ends = [0, *(end for _, end, *_ in pieces)]
    assert all(end <= start for end, (start, *_) in zip(ends, pieces, strict=False))
    outside = {*range(len(text))} - {place for start, end, *_ in pieces for place in range(start, end)}
    assert not any(text[place].isalnum() for place in outside)
    assert all(letters and {*letters} <= LETTERS for _, _, letters, _ in pieces)


def test_words_that_espeak_joins_are_one_piece_and_a_number_is_one(read):
    [joined, number, all_of_us] = read(
        ("fr", "Dis, qu'est-ce que c'est ?"), ("fr", "En 1984 il y a 21 maisons."), ("fr", "Il va à tout le monde ici.")
    )
    assert [letters for _, _, letters, _ in joined] == ["dˈi", ",", "kɛskˌə", "sˈɛ", "?"]
    assert joined[2][:2] == [5, 18]
    assert [[start, end] for start, end, letters, _ in number if " " in letters] == [[3, 7]]
    words = ["Il va à tout le monde ici."[start:end] for start, end, *_ in all_of_us]
    assert words == ["Il", "va", "à", "tout le monde", "ici", "."]


def test_marks_are_kept_and_a_number_s_own_are_not_marks(read_texts):
    text, pieces = read_texts["es"]
    marks = [(text[start:end], letters) for start, end, letters, _ in pieces if not text[start].isalnum()]
    assert marks == [(",", ","), ("?", "?"), (".", ".")]
    assert {"3,14", "12:30"} <= {text[start:end] for start, end, *_ in pieces}
    text, pieces = read_texts["pt"]
    assert [letters for start, _, letters, _ in pieces if text[start] in "«»"] == ["“", "”"]


def test_neighbours_change_a_word(read):
    [[les, *_], [alone, *_]] = read(("fr", "Les enfants."), ("fr", "Les."))
    assert les[2].rstrip("z") == alone[2].replace("ˈ", "")
    assert les[2].endswith("z")


def test_what_is_told_as_phonemes_is_said_so(read):
    [pieces] = read(("es", "El Worcester, sí.", [[3, 12, "ˈwusteɾ"]]))
    assert pieces[1] == [3, 12, "wˈusteɾ", False]


@pytest.mark.parametrize(
    ("language", "text", "unread"),
    [("fr", "Il dit Привет à 東京.", "Привет, 東京"), ("es", "La नदी corre.", "नदी"), ("hi", "नदी 東京 है", "東京")],
)
def test_words_in_another_script_are_refused_and_not_spelled(read, language, text, unread):
    [refused] = read((language, text))
    assert unread in refused


def test_signs_are_said_by_their_names(read):
    for [sign, *_] in read(("fr", "π"), ("fr", "😀"), ("es", "%"), ("hi", "😀")):
        assert len(sign[2]) > 1


@pytest.mark.parametrize("text", ["", " ", "…", "-", "¡!"])
def test_what_has_no_sound_has_no_words(read, text):
    [pieces] = read(("es", text))
    assert not any(sign.isalpha() for _, _, letters, _ in pieces for sign in letters)


@pytest.mark.parametrize("language", COMMON)
def test_odd_words_lose_no_letter(read, language):
    [pieces] = read((language, COMMON[language]))
    assert [letters for _, _, letters, _ in pieces if not {*letters} <= LETTERS] == []
    assert len(pieces) == len(COMMON[language].split())


def test_a_text_has_the_same_letters_whatever_was_read_before(read):
    jobs = [(language, sentence) for language, text in TEXTS for sentence in (text, text[: len(text) // 2])]
    forth = read(*jobs, *jobs)
    back = read(*reversed(jobs))[::-1]
    assert forth[: len(jobs)] == forth[len(jobs) :] == back
