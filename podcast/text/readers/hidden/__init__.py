"""What stands in Markdown and is none, hidden from the parser: `find_hidden(source)`, in found.py.

shortcodes, templates, mdx      what a site's generator replaces
bodies, directives              admonitions, tabs, definitions: a line that begins a text of its own
citations, appmarks             what an app for notes or for papers marks
tablesigns, lineblocks, spreadlinks     what CommonMark would read otherwise
"""
