"""Files that are not text: each is made a page of HTML by the library that knows it, and the page is read.

    kind = kind_of(data, "essay.docx")      # kinds.py: "docx", by what the file holds
    page = page_of(kind, data, "essay.docx")

    kind = other_format(text, "essay.rst")  # readers/foreign_formats.py: "rst", by its name or by what stands in it

One module a kind. What the page says stands in the order of the document; its facts stand in the page's head, as web
pages state them. Offsets of an essay count the page's characters, and the partition law holds for them.
"""
