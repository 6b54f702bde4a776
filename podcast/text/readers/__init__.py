"""Files to blocks: one reader a format, which keeps for each piece of text its place in the source.

    read_markdown(source)       # markdown.py; inline.py, placed.py, spans.py, linemap.py, attributes.py, dialects.py
    read_html(source)           # html.py; page.py, elements.py, zones.py, article.py, tags.py, linkeddata.py; mhtml.py
                                # notemarks.py, seams.py, linelists.py, captions.py, backmatter.py, librarypage.py
                                # authors.py, mastheads.py
    read_plain(source)          # plain.py; headings.py, verse.py

decoding.py makes text of bytes, frontmatter.py reads what stands above it (yamltext.py, sloppyyaml.py), draft.py
collects what a reader finds, and formats.py knows them by their suffixes.
"""
