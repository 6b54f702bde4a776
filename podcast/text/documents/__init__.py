"""Files that are not text, or whose text another library reads: each is made a page of HTML, and the page is read.

    kind = kind_of(data, "essay.docx")      # kinds.py: "docx", by what the file holds
    page = page_of(kind, data, "essay.docx")

    kind = other_format(text, "essay.rst")  # readers/foreign_formats.py: "rst", by its name or by what stands in it

    word, opendocument, richtext        .docx, .odt, .rtf. All three: onepage, archive, paragraphs, headinglines,
                                        stylenames, languages, properties, pictures; signs and fields are Word's
    book, pdf, restructured, org        .epub, .pdf, .rst, .org
    notebook                            .ipynb

What the page says stands in the order of the document; its facts stand in the page's head, as web pages state them.
Offsets of an essay count the page's characters, and the partition law holds for them.
"""
