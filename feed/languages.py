"""The languages that a show can be in, as feeds write them.

    language_tag("en_US")                   # "en-us"
    is_language("en-us")                    # True
    is_language("english")                  # False

Sources: Apple's RSS requirements (<language>: ISO 639, "with some possible modifiers, such as en-us"); BCP 47, which
wants the code of two letters wherever there is one.
"""

import re

#: ISO 639-1.
_OF_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
#: ISO 639-2 and 639-3, of languages without a code of two letters: those that espeak-ng speaks, and much spoken ones.
_OF_THREE_LETTERS = frozenset(
    "arz ast bho bpy ceb chr ckb cmn csb dsb fil frp frr fur grc gsw hak haw hbs hil hmn hsb hyw ilo jbo kaa kab "
    "kok kri lad lfn ltg mai mni mto nan nap nci nds nog pap pcm prs quc qya sah sat scn sco shn sjn sma smj smn "
    "sms szl tet tok tpi vec wuu yue zgh".split()
)
_TAG = re.compile(r"([a-z]{2,3})(-[a-z0-9]{1,8})*", re.IGNORECASE)


def language_tag(text: str) -> str:
    """`text` as Apple writes languages: with hyphens, in lower case."""
    return text.strip().replace("_", "-").lower()


def is_language(tag: str) -> bool:
    """Whether `tag` is a known language, with or without a region: "en", "en-us", in either case; not "en_US"."""
    parts = _TAG.fullmatch(tag)
    return parts is not None and parts[1].lower() in _OF_TWO_LETTERS | _OF_THREE_LETTERS
