"""Codes that stand for little pictures, as chats and GitHub write them.

is_emoji_code(":smile:"), is_emoji_code(":nonsense:")       # True, False
"""

from functools import cache


@cache
def is_emoji_code(code: str) -> bool:
    from rich.emoji import Emoji  # it knows 3,600; here, since few texts ask

    return Emoji.replace(code) != code
