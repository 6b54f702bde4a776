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
    place: nodes.Element = document
    while True:
        children = [one for one in place if not isinstance(one, _ABOVE)]
        if not children:
            return
        if isinstance(children[0], nodes.field_list):
            children[0]["is_facts"] = True
            children = children[1:]
        if not (children and isinstance(children[0], nodes.section)):
            return
        place = children[0]


def is_titled_below(document: nodes.document) -> bool:
    """Whether the title is that of one section around all, because fields stand above it."""
    if "title" in document:
        return False
    sections = [one for one in document if isinstance(one, nodes.section)]
    rest = [one for one in document if not isinstance(one, (*_ABOVE, nodes.section, nodes.field_list))]
    return len(sections) == 1 and not rest
