"""PDFs: `file` gives stretches of text with their places; lines, roles and blocks make of them what `reader` writes."""
