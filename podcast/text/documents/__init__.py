"""Files that are not text, or whose text another library reads: each is made a page of HTML, and the page is read.

    kind = kind_of(data, "essay.docx")      # kinds.py: "docx", by what the file holds
    page = page_of(kind, data, "essay.docx")

    kind = other_format(text, "essay.rst")  # readers/foreign_formats.py: "rst", by its name or by what stands in it

    .docx           word, wordtext, wordlines, wordstyles, wordfields, wordsigns; oldword refuses .doc
    .odt            opendocument, opentext, openlines, openstyles
    .rtf            richtext, rtftokens, rtfletters, rtfstate, rtfstory
                    these three: archive, onepage, paragraphs, headinglines, stylenames, languages, properties, pictures
    .epub           book, bookfile, bookcontents, outline, bookparts, bookuses, bookpage, chapterlist
    .pdf            pdf, pdffile, pdflines, pdfroles, pdfblocks
    .rst            restructured, rstpage, rstdirectives, rstfacts
    .org, .ipynb    org, orglines, orginline, orglists; notebook

What the page says stands in the order of the document; its facts stand in the page's head, as web pages state them.
Offsets of an essay count the page's characters, and the partition law holds for them.
"""
