"""Who says a block: the narrator, but for headings, quotations, and the lines of a script.

Roles(quotation="narrator").of(block)
"""

from dataclasses import dataclass

from podcast.text.essay import NARRATOR, Block, Kind


@dataclass(frozen=True, slots=True)
class Roles:
    """[roles]: who says what, where the essay itself doesn't name a speaker."""

    heading: str = "announcer"
    quotation: str = "quote"

    def of(self, block: Block) -> str:
        if block.kind is Kind.HEADING:
            return self.heading
        return block.speaker or (self.quotation if block.quoted else NARRATOR)


USUAL_ROLES = Roles()


def for_people(speaker: str) -> str:
    """As the writer calls them; whose voice reads headings and quotations aloud is nothing to read."""
    name = speaker or NARRATOR
    return name[0].upper() + name[1:]
