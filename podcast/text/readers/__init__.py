"""Files to blocks: one reader a format, which keeps for each piece of text its place in the source.

    read_markdown(source)       # markdown.py
    read_html(source)           # html.py
    read_plain(source)          # plain.py

Which modules go with which:

    Markdown        placed (markdown-it, made to say where tokens stand), inline, spans, linemap, attributes, dialects
                    what is no CommonMark: hidden finds it first, with shortcodes, templates, mdx, bodies, citations,
                    directives, appmarks, tablesigns, lineblocks, indented, spreadlinks, contents, emojicodes
    web pages       tags (tokens), elements and page (blocks), zones, classzones and misreadings (their use)
                    the article: article, prosebox, mastheads, inserts, backmatter, librarypage
                    in it: inlineends, notemarks, formulas, captions, alttext, seams, linelists
                    about it: pagetitles, authors, pagedates, linkeddata
    plain text      textlines, pen, headings, verse
    facts above     frontmatter, factkeys, statedfacts, titleblocks, yamltext, sloppyyaml
    all             decoding (bytes to text; mhtml), formats and foreign_formats (which reader), draft (what a reader
                    finds), stretch, itemnumbers, markless
"""
