"""Apple's podcast categories, in the exact case that its directory demands.

    is_category("Society & Culture > Philosophy")       # True
    nearest_categories("philosofy")                     # ("Society & Culture > Philosophy",)

Source: https://podcasters.apple.com/support/1691-apple-podcasts-categories (19 categories, 91 subcategories).
"""

import re
from difflib import get_close_matches
from types import MappingProxyType

SEPARATOR = " > "

CATEGORIES = MappingProxyType(
    {
        "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
        "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
        "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
        "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
        "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
        "Government": (),
        "Health & Fitness": (
            *("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),
        ),
        "History": (),
        "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
        "Leisure": (
            *("Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden"),
            "Video Games",
        ),
        "Music": ("Music Commentary", "Music History", "Music Interviews"),
        "News": (
            *("Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News"),
            "Tech News",
        ),
        "Religion & Spirituality": (
            *("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"),
        ),
        "Science": (
            *("Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences"),
            *("Nature", "Physics", "Social Sciences"),
        ),
        "Society & Culture": (*("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),),
        "Sports": (
            *("Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby"),
            *("Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"),
        ),
        "Technology": (),
        "True Crime": (),
        "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    }
)


def is_category(text: str) -> bool:
    """Whether `text` is a category ("Arts") or a subcategory under its category ("Arts > Books")."""
    top, separator, sub = text.partition(SEPARATOR)
    return top in CATEGORIES and (not separator or sub in CATEGORIES[top])


def nearest_categories(text: str) -> tuple[str, ...]:
    """Up to three categories that `text` may mean, the likeliest first: for "did you mean …?"."""
    names = {_folded(name): name for name in _full_names()} | {_folded(sub): name for sub, name in _by_sub()}
    matches = get_close_matches(_folded(text), names, n=6, cutoff=0.7)
    return tuple(dict.fromkeys(names[match] for match in matches))[:3]


def _full_names() -> list[str]:
    return [*CATEGORIES, *(name for _, name in _by_sub())]


def _by_sub() -> list[tuple[str, str]]:
    return [(sub, f"{top}{SEPARATOR}{sub}") for top, subs in CATEGORIES.items() for sub in subs]


def _folded(text: str) -> str:
    """Lower case, words only: "society and culture: philosophy" is as good as Apple's spelling."""
    return " ".join(word for word in re.findall(r"\w+", text.lower()) if word != "and")
