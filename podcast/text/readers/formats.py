"""The formats of essays, by the suffixes of their files."""

SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), "html"),
    **dict.fromkeys((".txt", ".text"), "plain"),
}

#: Those that are no text, but which a folder of essays may hold. What is in a file decides how it is read.
DOCUMENTS = frozenset({".docx", ".docm", ".odt", ".fodt", ".rtf"})

#: Those that are built when they are named themselves: a book takes hours, and a PDF is often an essay once more.
NAMED_ONLY = frozenset({".epub", ".pdf"})

#: Those of markup that is read by way of a page (podcast/text/documents/).
MARKUPS = frozenset({".rst", ".rest", ".org", ".ipynb"})
