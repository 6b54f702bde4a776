"""The alternative text of an image: whether it says something, or only what the file is called.

is_telling("A river from the air"), is_telling("IMG_1234.jpg")      # True, False
"""

import re

from podcast.text.runs import is_spoken

_FILE_NAME = re.compile(
    r"\S{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?)|(?:img|dsc|image)[-_ ]?\d+", re.IGNORECASE
)
_FORMULA = re.compile(r"\{?\\\w")  # Wikipedia's formulas are images, with TeX as their text


def is_telling(alt: str) -> bool:
    alt = alt.strip()
    return is_spoken(alt) and not _FILE_NAME.fullmatch(alt) and not _FORMULA.match(alt)
