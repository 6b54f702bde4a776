"""What web pages say around articles, a file for each language, as lists that can be read and added to.

Phrases are in lower case and parted by semicolons. `…` stands for up to a hundred characters, `#` for a number, `[x]`
for what may be missing. A phrase matches a whole line, without the signs around it; only one that ends in a full stop
matches a line that ends like a sentence, since such lines are mostly the writer's.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language, by what they are for."""

    navigation: str = ""  # surely of a page, and only above the article: "skip to content"
    menu: str = ""  # words of menus: only several of them are sure
    about: str = ""  # of the article, above or below it: "posted on …", "# min read"
    sharing: str = ""
    offers: str = ""  # newsletters, subscriptions, cookies
    more: str = ""  # other articles, and all else that stands only below
    replies: str = ""  # the form for comments
    comments: str = ""  # what stands above readers' comments: "# comments"
    box: str = ""  # above a sentence or two about the writer
    words: str = ""  # sure only among the sure, or several together
    adverts: str = ""  # wherever they stand
    mail: str = ""  # around a letter to many, also with the address that it leads to
