"""A web page to blocks: which part of it is the essay, what the page says about it, and what in it is not to be said.

reader          `read_html(source)`
page, elements  tokens to blocks; inlineends, itemnumbers, keptlines, formulas, captions, seams, linelists
article         which part is the article: zones, classzones, misreadings, prosebox, inserts, mastheads, backmatter
pagetitles, authors, pagedates, linkeddata, librarypage     what the page states
"""
