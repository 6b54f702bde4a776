"""The formats of essays, by the suffixes of their files."""

SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), "html"),
    **dict.fromkeys((".txt", ".text"), "plain"),
}

#: Those of markup that is read by way of a page (podcast/text/documents/).
MARKUPS = frozenset({".rst", ".rest", ".org", ".ipynb"})
