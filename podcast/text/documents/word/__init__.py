"""Word documents (.docx): `reader` opens them; text, lines and styles say what is in them; oldword refuses .doc."""
