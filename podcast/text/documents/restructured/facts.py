"""Where an essay in reStructuredText states its facts and its title.

mark_facts(document)            # the fields that are no text have "is_facts"
is_titled_below(document)
"""

from docutils import nodes

_ABOVE = (
    *(nodes.title, nodes.subtitle, nodes.comment, nodes.substitution_definition, nodes.target, nodes.system_message),
    *(nodes.meta, nodes.pending, nodes.decoration),
)


def mark_facts(document: nodes.document) -> None:
    """Fields at the top are what a document says of itself; elsewhere they are text."""
    around_all = [one for one in document if isinstance(one, nodes.section)] if is_titled_below(document) else []
    for place in (document, *around_all):
        first = next((one for one in place if not isinstance(one, _ABOVE)), None)
        if isinstance(first, nodes.field_list):
            first["is_facts"] = True


def is_titled_below(document: nodes.document) -> bool:
    """Whether the title is that of one section around all, because fields stand above it."""
    if "title" in document:
        return False
    sections = [one for one in document if isinstance(one, nodes.section)]
    rest = [one for one in document if not isinstance(one, (*_ABOVE, nodes.section, nodes.field_list))]
    return len(sections) == 1 and not rest
