"""What docutils found in an essay, as the body of a page.

    writer = RstPage(document)
    document.walkabout(writer)
    writer.html

A node that isn't named here is read through, so that no words are lost with what nobody thought of.
"""

import re
from html import escape

from docutils import nodes

from podcast.text.documents.restructured.facts import is_titled_below, mark_facts
from podcast.text.wordlist import each

_TAGS = {
    **dict.fromkeys(each("paragraph caption legend attribution term line definition description"), "p"),
    "emphasis": "em",
    "title_reference": "em",
    "strong": "strong",
    "literal": "code",
    "subscript": "sub",
    "superscript": "sup",
    "bullet_list": "ul",
    "enumerated_list": "ol",
    "list_item": "li",
    "definition_list": "dl",
    "block_quote": "blockquote",
    "figure": "figure",
}
_TAGS |= {"term": "dt", "definition": "dd", "caption": "figcaption", "legend": "div", "description": "div"}
_TAGS |= {"attribution": "footer"}
_CODE = frozenset(each("literal_block doctest_block"))
_OUT = frozenset(
    each("""
    substitution_definition target pending raw meta decoration header footer docinfo generated option_group
    """)
)
_BREAKS = frozenset(each("paragraph line list_item title term definition block_quote"))
_CONTENTS = frozenset({"contents", "local"})
_NOTES = re.compile(
    r"(?:foot|end)?notes?|references|citations|bibliography|anmerkungen|fu(?:ß|ss)noten|literatur|notas|sources",
    re.IGNORECASE,
)
_SAID = frozenset({"abstract", "dedication", "epigraph", "motto", "zusammenfassung", "widmung"})  # of the fields on top
_ROLE = re.compile(r":[\w.+:-]+:`(.*)`\Z|`(.*)`:[\w.+:-]+:\Z", re.DOTALL)


class RstPage(nodes.GenericNodeVisitor):  # type: ignore[misc]  # docutils has no types
    def __init__(self, document: nodes.document) -> None:
        super().__init__(document)
        self._parts: list[str] = []
        self._lead = ""  # of the paragraph that comes next
        self._depth = 0 if is_titled_below(document) else 1
        mark_facts(document)

    @property
    def html(self) -> str:
        return "".join(self._parts)

    def default_visit(self, node: nodes.Node) -> None:
        name = type(node).__name__
        if name in _OUT:
            raise nodes.SkipNode
        if name in _CODE:
            self._whole(f"<pre>{escape(node.astext(), quote=False)}</pre>\n")
        if name in _TAGS:
            self._parts.append(f"<{_TAGS[name]}>")

    def default_departure(self, node: nodes.Node) -> None:
        name = type(node).__name__
        if name in _TAGS:
            self._parts.append(f"</{_TAGS[name]}>" + "\n" * (name in _BREAKS))

    # Text and what stands in it

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 — docutils' name
        self._parts.append(escape(node.astext(), quote=False))  # without the signs of what was escaped

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802
        pass

    def visit_reference(self, node: nodes.reference) -> None:
        self._parts.append(f'<a href="{escape(node["refuri"])}">' if node.get("refuri") else "<span>")

    def depart_reference(self, node: nodes.reference) -> None:
        self._parts.append("</a>" if node.get("refuri") else "</span>")

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        """The space before it goes with it."""
        if self._parts and not self._parts[-1].endswith(">"):
            self._parts[-1] = self._parts[-1].rstrip()
        self._whole(f'<a role="doc-noteref">{escape(node.astext(), quote=False)}</a>')

    visit_citation_reference = visit_footnote_reference

    def visit_inline(self, node: nodes.inline) -> None:
        """A reference to a place in the essay is that place's heading, as Sphinx has it."""
        if (label := node.get("label")) and (title := self._title_at(label)):
            self._whole(escape(title, quote=False))

    def visit_problematic(self, node: nodes.problematic) -> None:
        """What docutils couldn't make sense of is said without its signs."""
        text = node.astext()
        role = _ROLE.match(text)
        inner = (role[1] or role[2] or "") if role else text.strip("`*_|")
        self._whole("" if role and "<" in inner else escape(inner, quote=False))

    def visit_math(self, node: nodes.math) -> None:
        self._whole(f'<span role="math">{escape(node.astext(), quote=False)}</span>')

    def visit_math_block(self, node: nodes.math_block) -> None:
        self._whole(f'<div role="math">{escape(node.astext(), quote=False)}</div>\n')

    # Blocks

    def visit_section(self, node: nodes.section) -> None:
        if "system-messages" in node["classes"]:
            raise nodes.SkipNode
        self._depth += 1

    def depart_section(self, _node: nodes.section) -> None:
        self._depth -= 1

    def visit_footnote(self, node: nodes.Element) -> None:
        self._whole(f'<div role="doc-footnote">{escape(node.astext(), quote=False)}</div>\n')

    visit_citation = visit_footnote

    def visit_comment(self, node: nodes.comment) -> None:
        self._whole(f"<!-- {escape(node.astext(), quote=False).replace('--', '- -')} -->\n")

    def visit_title(self, node: nodes.title) -> None:
        if isinstance(node.parent, nodes.table):
            raise nodes.SkipNode
        self._parts.append(f"<{self._heading(node)}>")

    def depart_title(self, node: nodes.title) -> None:
        self._parts.append(f"</{self._heading(node)}>\n")

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        self._parts.append("<h2>" if isinstance(node.parent, nodes.document) else "<p>")

    def depart_subtitle(self, node: nodes.subtitle) -> None:
        self._parts.append("</h2>\n" if isinstance(node.parent, nodes.document) else "</p>\n")

    def visit_topic(self, node: nodes.topic) -> None:
        if _CONTENTS & set(node["classes"]):
            raise nodes.SkipNode

    def visit_rubric(self, node: nodes.rubric) -> None:
        if _NOTES.fullmatch(node.astext().strip(" :.")):
            raise nodes.SkipNode
        self._parts.append("<p><strong>")

    def depart_rubric(self, _node: nodes.rubric) -> None:
        self._parts.append("</strong></p>\n")

    def visit_table(self, node: nodes.table) -> None:
        """Its cells under a head, which is what tells a table of data from a page's layout."""
        rows = node.findall(nodes.row)
        cells = ("".join(f"<th>{escape(cell.astext(), quote=False)}</th>" for cell in row) for row in rows)
        head = node.next_node(nodes.title)
        caption = f"<caption>{escape(head.astext(), quote=False)}</caption>" if head is not None else ""
        self._whole(f"<table>{caption}{''.join(f'<tr>{row}</tr>' for row in cells)}</table>\n")

    def visit_image(self, node: nodes.image) -> None:
        alt, uri = escape(node.get("alt", "")), escape(node.get("uri", ""))
        self._whole(f'<img alt="{alt}" src="{uri}">')

    def visit_transition(self, _node: nodes.transition) -> None:
        self._whole("<hr>\n")

    def visit_line_block(self, node: nodes.line_block) -> None:
        if not isinstance(node.parent, nodes.line_block):
            self._parts.append("<p>")

    def depart_line_block(self, node: nodes.line_block) -> None:
        if not isinstance(node.parent, nodes.line_block):
            self._parts.append("</p>\n")

    def visit_line(self, node: nodes.line) -> None:
        pass

    def depart_line(self, _node: nodes.line) -> None:
        self._parts.append("<br>\n")

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        start = f' start="{node["start"]}"' if "start" in node else ""
        self._parts.append(f"<ol{start}>")

    def visit_field(self, node: nodes.field) -> None:
        """Of what a document says of itself, only what is text."""
        if node.parent.get("is_facts") and node[0].astext().lower() not in _SAID:
            raise nodes.SkipNode

    def visit_field_name(self, node: nodes.field_name) -> None:
        if node.parent.parent.get("is_facts"):
            raise nodes.SkipNode
        self._lead = f"{escape(node.astext(), quote=False)}: "
        raise nodes.SkipNode

    def depart_field(self, _node: nodes.field) -> None:
        if self._lead:
            self._parts.append(f"<p>{self._lead}</p>\n")
        self._lead = ""

    def visit_paragraph(self, _node: nodes.paragraph) -> None:
        self._parts.append(f"<p>{self._lead}")
        self._lead = ""

    def visit_system_message(self, node: nodes.system_message) -> None:
        """What it is about may be code that was not understood, or a heading that is out of order."""
        literal = next(iter(node.findall(nodes.literal_block)), None)
        text = literal.astext() if literal else ""
        lines = [line for line in text.split("\n") if re.search(r"\w", line)]
        if "title" in node.astext().partition("\n")[0].lower() and len(lines) == 1:
            self._whole(f"<h3>{escape(lines[0].strip(), quote=False)}</h3>\n")
        self._whole(f"<pre>{escape(text, quote=False)}</pre>\n" if text else "")

    def _whole(self, html: str) -> None:
        self._parts.append(html)
        raise nodes.SkipNode

    def _heading(self, node: nodes.title) -> str:
        if isinstance(node.parent, nodes.document):
            return "h1"
        return f"h{min(self._depth, 6)}" if isinstance(node.parent, nodes.section) else "p"

    def _title_at(self, label: str) -> str:
        found = self.document.ids.get(self.document.nameids.get(label) or "")
        title = found.next_node(nodes.title) if isinstance(found, nodes.section) else None
        return title.astext() if title is not None else ""
