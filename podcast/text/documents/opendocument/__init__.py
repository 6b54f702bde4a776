"""OpenDocument texts (.odt): `reader` opens them; text, lines and styles say what is in them."""
