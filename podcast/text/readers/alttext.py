"""The alternative text of an image: whether it says something, or only what the file is called or that it is one.

is_telling("A river from the air"), is_telling("IMG_1234.jpg"), is_telling("Image for post")    # True, False, False
"""

import re

from podcast.text.runs import is_spoken

_FILE_NAME = re.compile(
    r"[^\n]{1,200}\.(?:jpe?g|jfif|png|gif|webp|svg|avif|heic|bmp|tiff?|pdf)|(?:https?://|data:|/)\S*"
    r"|(?:img|image|dscn?|dscf|pxl|mvi|gopr|p|vlcsnap|received|fb_img|wp|scan|unnamed)?[-_ ]?\d[\d_.x-]*(?:[-_]\d+)*"
    r"|(?:screen ?shot|whatsapp image|bildschirmfoto|capture d.écran|schermafbeelding|captura de pantalla)\W+\d.*"
    r"|[\w%+~]*(?:_[\w%+~-]*)+|\w+(?:-\w+){2,20}|\S{0,99}[-_]\d{2,4}x\d{2,4}|\d\*[\w.-]+",
    re.IGNORECASE,
)
_FACE = re.compile(
    r"(?:avatar|profile (?:picture|photo|image)|photo de profil|foto de perfil|profilbild|profielfoto|foto del profilo)"
    r" (?:of|for|de|von|van|di|do|da) .{1,80}"
    r"|.{1,80}(?:['’]s|s['’]?) (?:avatar|profile (?:picture|photo|image)|profilbild)",
    re.IGNORECASE,
)
_BADGE = re.compile(
    r"//(?:img\.shields\.io|badge\.fury\.io|badgen\.net|badges\.\S|api\.codacy\.com|(?:api\.)?travis-ci\.\w+|codecov\.io"
    r"|coveralls\.io|ci\.appveyor\.com|zenodo\.org/badge|mybinder\.org/badge|colab\.research\.google\.com/assets"
    r"|forthebadge\.com|hits\.\S|opencollective\.com/\S{1,80}badge|pepy\.tech|readthedocs\.org/projects/\S{1,80}/badge)"
    r"|/badges?(?:/|\.svg)|badge\.(?:svg|png)|[?&]badge=",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"\{?\\\w")  # Wikipedia's formulas are images, with TeX as their text
_WORDS = (
    r"images?|img|photos?|photographs?|pictures?|pics?|figures?|fig\.?|illustrations?|graphics?|screenshots?"
    r"|thumbnails?|banners?|icons?|avatars?|logos?|placeholders?|untitled|unnamed|alt(?: ?text)?|null|undefined|none"
    r"|hero|header|cover"
    r"|bild(?:er)?|abbildung|grafik|foto|fotos|beitragsbild|titelbild|symbolbild|vorschaubild"
    r"|photographie|illustration|vignette|capture|imagen|imágenes|fotografía|ilustración"
    r"|immagine|immagini|fotografia|illustrazione|imagem|imagens|ilustração|afbeelding|afbeeldingen|plaatje"
    r"|obraz|obrazek|zdjęcie|ilustracja|grafika|bilde|billede|kuva|изображение|картинка|фото|фотография"
    r"|画像|写真|イメージ|アイキャッチ画像|見出し画像|サムネイル|图片|图像|照片|插图|圖片|이미지|사진"
)
_ABOUT = (
    r"post|blog|article|header|featured|feature|hero|cover|main|title|site|profile|author|default|my|the|this|an?"
    r"|à la une|destacada"
)
_GENERIC = re.compile(
    rf"(?:(?:{_ABOUT})[ -]){{0,3}}(?:{_WORDS})"
    r"(?: (?:for|of|from|in|about) (?:the |this |a )?(?:post|blog|article|page|story|entry))?"
    rf"(?: (?:{_ABOUT}))?[ #(-]{{0,3}}\d{{0,4}}\)?"
    r"|(?:click|tap) (?:here )?to (?:enlarge|expand|view|zoom).{0,20}|(?:enlarge|view) (?:this )?image"
    r"|refer to caption|see caption|[A-Z]{3,4} - \d[\d.,]* [kM]?[ob]"
    r"|captionless image|image (?:may|might) contain.{0,200}|no alternative text.{0,60}"
    r"|this image has an empty alt attribute.{0,200}",
    re.IGNORECASE,
)


#: Emoji by their code, and what stands for a picture: "[personal profile]"; one that says what is in it has a colon.
_CODE = re.compile(r"f:id:\S{1,200}|:[\w+-]{1,40}:|\[[^\[\]:]{1,60}\]")


def is_badge(source: str) -> bool:
    """Whether an image is a sign of a project's state, as READMEs have: builds, versions, licences."""
    return _BADGE.search(source) is not None


def is_telling(alt: str) -> bool:
    alt = " ".join(alt.split())
    is_code = _CODE.fullmatch(alt) or _FACE.fullmatch(alt)
    is_name = is_code or _FILE_NAME.fullmatch(alt) or _GENERIC.fullmatch(alt.strip(" .:…[]()"))
    return is_spoken(alt) and not is_name and not _FORMULA.match(alt)
