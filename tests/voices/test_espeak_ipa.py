"""What espeak-ng calls IPA, in all its languages, said by a voice of English."""

import re

import pytest

from voices.misaki import LETTERS, from_espeak
from voices.speech import Voice

WORDS = {
    "el": "Αθήνα Ελλάδα ευχαριστώ κύκλος Γιώργος ψυχή άγγελος τζατζίκι",
    "ru": "Москва Путин хорошо щука Пётр ёлка мышь цирк съезд",
    "uk": "Київ дякую Харків",
    "bg": "София ъгъл",
    "sr": "Београд Ђоковић",
    "mk": "Скопје Ѓорѓи",
    "be": "Мінск дзякуй",
    "kk": "Қазақстан",
    "tt": "Казан",
    "cmn": "北京 你好 中国 谢谢 女儿 四十 日本 吃饭 上海",
    "yue": "香港 你好",
    "ja": "とうきょう こんにちは ありがとう カタカナ すずき",
    "ko": "서울 안녕하세요 한국어 김치 값",
    "vi": "Việt Hà Nội Nguyễn Đà Nẵng",
    "th": "ไทย สวัสดี กรุงเทพ",
    "my": "မြန်မာ",
    "ar": "القاهرة مرحبا شكرا محمد قرآن ضوء",
    "fa": "تهران سلام",
    "ur": "لاہور شکریہ",
    "he": "שלום ירושלים תודה",
    "hi": "हिन्दी नमस्ते भारत लड़का पाँच",
    "mr": "मुंबई",
    "ne": "नेपाल",
    "bn": "ঢাকা ধন্যবাদ",
    "pa": "ਅੰਮ੍ਰਿਤਸਰ",
    "gu": "અમદાવાદ",
    "ta": "சென்னை வணக்கம்",
    "te": "హైదరాబాద్",
    "kn": "ಬೆಂಗಳೂರು",
    "ml": "കേരളം",
    "si": "ලංකා",
    "ka": "თბილისი გამარჯობა წყალი ჭიქა",
    "hy": "Երևան բարեւ",
    "am": "አዲስ አበባ",
    "fr": "bonjour vin un deux huit",
    "de": "Köln Zürich Buch Pfennig",
    "pl": "Szczecin Łódź",
    "cs": "Dvořák Brno vlk",
    "tr": "İstanbul ağaç",
    "hu": "Magyar Győr",
    "sv": "sjö Göteborg",
    "da": "København rødgrød",
    "fi": "Jyväskylä",
    "is": "Reykjavík Þór",
    "cy": "Llanelli",
    "ga": "Taoiseach ocht",
    "pt-br": "São coração",
    "es": "perro niño yo jamón",
    "ku": "Kurdî",
    "kl": "Kalaallit qaqqaq",
    "sw": "ngoma",
    "haw": "Hawaiʻi",
    "mi": "whānau",
}


@pytest.mark.parametrize("language", WORDS)
def test_a_word_of_any_language_has_letters_and_nothing_else(language, engine_process):
    words = WORDS[language].split()
    for word, ipa in zip(words, engine_process.sounds(words, Voice("espeak_ng", language, language)), strict=True):
        for said in (from_espeak(ipa, language), from_espeak(ipa), from_espeak(ipa, language, british=True)):
            assert said, (word, ipa)
            assert set(said) <= LETTERS, (word, ipa)
            assert re.search("[ˈˌ]", said) or not re.search("[ˈˌ]", ipa), (word, ipa)


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [
        ("el", "Αθήνα", "ɑθˈinɑ"),
        ("ru", "хорошо", "hʌɹʌʃˈO"),
        ("ru", "мышь", "mˈɪʃ"),
        ("cmn", "北京", "bˈA ʤˈiŋ"),
        ("cmn", "中国", "ʤˈOŋ ɡˈuO"),
        ("cmn", "吃饭", "ʧˈɪ fˈɑn"),
        ("ar", "محمد", "muhˈɑmɑd"),
        ("he", "שלום", "ʃɑlˈOm"),
        ("hi", "पाँच", "pˈɑnʧ"),
        ("hi", "भारत", "bˈɑɹət"),
        ("ko", "김치", "ɡˈimʧi"),
        ("th", "กรุงเทพ", "kˌɑɹuŋˈɛtɑp"),
        ("ka", "ჭიქა", "ʧˈikɑ"),
        ("fr", "bonjour", "bɔnʒˈʊɹ"),
        ("pt-br", "São", "sˈWn"),
        ("cs", "Brno", "bˈɜɹnO"),
    ],
)
def test_it_is_what_a_reader_of_english_would_say(language, word, said, engine_process):
    (ipa,) = engine_process.sounds([word], Voice("espeak_ng", language, language))
    assert from_espeak(ipa, language) == said


def test_marks_of_language_tones_and_its_own_names_for_sounds_are_no_sounds():
    assert from_espeak("(en)tˈaɪ(th)tˈai2", "th") == "tˈI tˈI"
    assert from_espeak("kˈuoɜ", "cmn") == from_espeak("kˈuo5", "cmn") == "ɡˈuO"
    assert from_espeak("bˈaʊɜ", "de") == "bˈWɜɹ"
    assert from_espeak("juXNjˈed[", "ky") == "jukŋjˈɛd"
    assert from_espeak("ˈ2", "cmn") == ""


def test_a_click_or_a_letter_that_nobody_knows_still_sounds():
    assert from_espeak("ˈǃɔsa") == "tˈɔsɑ"
    assert from_espeak("kʼˈa中") == "kˈɑə"
