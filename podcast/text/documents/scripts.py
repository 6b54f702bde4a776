"""Which letters a text is in, as far as a document states languages for each kind of letters.

is_east_asian("吾輩は猫である")     # True
"""

import re

_EAST_ASIAN = re.compile(
    r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)


def is_east_asian(text: str) -> bool:
    """Mostly."""
    return 2 * len(_EAST_ASIAN.findall(text)) > len("".join(text.split()))
