"""Rich Text (.rtf): `reader` goes over its tokens with a state, which says to which story the letters belong."""
