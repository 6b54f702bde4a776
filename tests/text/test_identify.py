import pytest

from podcast.text.identify import likely_language
from podcast.text.notices import notices
from podcast.text.reading import read_essay

TEXTS = {
    "en": "The road began at the mill, and nobody had told the miller about it "
    "until the carts came down the hill one "
    "morning in the rain. There was no one at home, and the cat slept in the window as if it had all the time.",
    "de": "Die Straße begann an der Mühle, und niemand hatte dem Müller etwas "
    "davon gesagt, bis die Karren eines Morgens "
    "im Regen den Hügel herunterkamen. Es war niemand zu Hause, und die Katze schlief auf dem Fenster.",
    "fr": "La route commençait au moulin, et personne n'en avait rien dit au meunier avant que les charrettes ne "
    "descendent la colline un matin de pluie. Il n'y avait personne à la maison, et le chat dormait sur la fenêtre.",
    "es": "El camino empezaba en el molino, y nadie le había dicho nada al molinero hasta que los carros bajaron la "
    "colina una mañana de lluvia. No había nadie en casa, y el gato dormía en la ventana como si no hubiera prisa.",
    "it": "La strada cominciava al mulino, e nessuno aveva detto niente al mugnaio finché i carri non scesero dalla "
    "collina una mattina di pioggia. Non c'era nessuno in casa, e il gatto dormiva alla finestra come se non fosse.",
    "pt": "A estrada começava no moinho, e ninguém tinha dito nada ao moleiro até que as carroças desceram a colina "
    "numa manhã de chuva. Não havia ninguém em casa, e o gato dormia na janela como se o mundo não tivesse pressa.",
    "nl": "De weg begon bij de molen, en niemand had er iets over tegen de "
    "molenaar gezegd tot de karren op een ochtend "
    "in de regen de heuvel af kwamen. Er was niemand thuis, en de kat sliep voor het raam alsof ze geen haast had.",
    "pl": "Droga zaczynała się przy młynie, i nikt nie powiedział o tym "
    "młynarzowi, aż wozy zjechały ze wzgórza pewnego "
    "ranka w deszczu. W domu nie było nikogo, a kot spał na oknie, jak gdyby świat się nigdzie nie spieszył.",
    "ja": "道は水車小屋から始まっていたが、ある雨の朝に荷車が丘を下ってくるまで"
    "、誰も粉屋に何も言わなかった。家には誰もおらず、猫は窓辺で眠っていた。",
    "zh": "路从磨坊开始，直到一个下雨的早晨车队从山上下来，才有人把这件事告诉"
    "磨坊主。家里没有人，猫睡在窗台上，好像世界并不着急，什么事也没有。",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("than", ["en", "en-gb", "de", "pt-br", "sv", "fi"])
def test_a_text_in_another_language_is_recognised_and_none_in_its_own(language, than):
    expected = "" if language == than.partition("-")[0] else language
    assert likely_language(TEXTS[language], than) == expected


@pytest.mark.parametrize("text", ["", "Moinho.", "def f(x): return x", "12 34 56 " * 50, "Ἐν ἀρχῇ ἦν ὁ λόγος " * 20])
def test_what_is_not_plain_is_left_alone(text):
    assert likely_language(text, "en") == ""


def test_an_english_essay_with_much_french_in_it_is_english():
    assert likely_language(TEXTS["en"] + TEXTS["fr"], "en") == ""


def test_the_writer_is_told_with_the_remedy():
    essay = read_essay(f"# O moinho\n\n{TEXTS['pt']}".encode(), "essay.md")
    (told,) = notices(essay, "en")
    assert "--language pt" in told
    assert notices(essay, "pt") == ()
    assert essay.language == ""


def test_words_marked_as_foreign_are_not_counted():
    text = f"<p lang=fr>{TEXTS['fr']}</p><p lang=fr>{TEXTS['fr']}</p><p>{TEXTS['en']}"
    essay = read_essay(text.encode(), "a.html", title="Mills")
    assert notices(essay, "en") == ()


def test_a_title_that_was_cut_is_told():
    long = "Why rivers bend, " * 12
    essay = read_essay(f"---\ntitle: {long}\n---\nThe river bends.".encode(), "essay.md")
    (told,) = notices(essay, "en")
    assert essay.title in told
    assert len(essay.title) < len(essay.full_title)
    assert "--title" in told
