"""Signs that Word keeps as numbers in fonts of its own: Symbol's Greek letters and what else has a meaning when said.

sign_of("Symbol", 0xF061)       # "α"
sign_of("Wingdings", 0xF0A7)    # "▪": an ornament, which nobody says
"""

_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **dict(enumerate(_GREEK, 0x61)),
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)),
    **dict(zip(range(0x30, 0x3A), "0123456789", strict=True)),
    **dict(zip(range(0x20, 0x30), " !∀#∃%&∋()∗+,−./", strict=True)),
    0xA3: "≤",
    0xB3: "≥",
    0xB0: "°",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xA5: "∞",
    0xD6: "√",
    0xAE: "→",
    0xAC: "←",
    0xAD: "↑",
    0xAF: "↓",
    0xA2: "′",
    0xB2: "″",
    0xE5: "∑",
    0xF2: "∫",
    0xB7: "•",
    0xBC: "…",
}
_ARROWS = {0xE0: "→", 0xDF: "←", 0xE8: "→", 0xE7: "←", 0x4A: "☺", 0x4C: "☹", 0xFC: "✓", 0xFB: "✗", 0xF0: "⇨"}
_ORNAMENT = "▪"
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the 256 signs of such a font


def sign_of(font: str, code: int) -> str:
    at = code - 0xF000 if code in _PRIVATE else code
    if font.lower().startswith("symbol"):
        return _SYMBOL.get(at, _ORNAMENT)
    if "ding" in font.lower():
        return _ARROWS.get(at, _ORNAMENT)
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0x110000 else _ORNAMENT


def without_private(text: str, font: str) -> str:
    """Text with signs in the place of the numbers that some programs write as text."""
    if text.isascii() or not any(ord(character) in _PRIVATE for character in text):
        return text
    return "".join(sign_of(font, ord(one)) if ord(one) in _PRIVATE else one for one in text)
