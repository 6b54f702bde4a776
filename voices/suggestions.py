"""Which neural voice a language could have, for those that have none on this machine.

    suggested("de-at")          # "piper:de_DE-thorsten-medium"
    suggested("ja")             # "": none that our engines know

One a language, of those in the public catalogues with the most ordinary speaker and a licence that lets a podcast use
it. A suggestion is a text for people: nothing is fetched until they ask for it.
"""

_PIPER = """
    ar ar_JO-kareem-medium, ca ca_ES-upc_ona-medium, cs cs_CZ-jirka-medium, cy cy_GB-gwryw_gogleddol-medium,
    da da_DK-talesyntese-medium, de de_DE-thorsten-medium, el el_GR-rapunzelina-low, fa fa_IR-amir-medium,
    fi fi_FI-harri-medium, hu hu_HU-anna-medium, is is_IS-bui-medium, ka ka_GE-natia-medium, kk kk_KZ-issai-high,
    lb lb_LU-marylux-medium, lv lv_LV-aivars-medium, nb no_NO-talesyntese-medium, ne ne_NP-google-medium,
    nl nl_NL-mls-medium, no no_NO-talesyntese-medium, pl pl_PL-gosia-medium, ro ro_RO-mihai-medium,
    ru ru_RU-irina-medium, sk sk_SK-lili-medium, sl sl_SI-artur-medium, sr sr_RS-serbski_institut-medium,
    sv sv_SE-nst-medium, sw sw_CD-lanfrica-medium, tr tr_TR-dfki-medium, uk uk_UA-ukrainian_tts-medium,
    vi vi_VN-vais1000-medium, zh zh_CN-huayan-medium
"""
_SUGGESTED = {
    "en-gb": "hibari:emma",
    "es": "kokoro:ef_dora",
    "fr": "kokoro:ff_siwis",
    "hi": "kokoro:hf_alpha",
    "it": "kokoro:if_sara",
    "pt": "kokoro:pf_dora",
} | {language: f"piper:{voice}" for language, voice in (pair.split() for pair in _PIPER.split(","))}


def suggested(language: str) -> str:
    """For a BCP 47 tag in lower case; empty where there is none to be had."""
    return _SUGGESTED.get(language) or _SUGGESTED.get(language.partition("-")[0], "")
