"""What is said of web addresses, by the setting; what isn't is told, once."""

import pytest

from podcast.text.essay import SILENT_REASONS
from podcast.text.partition import partition_faults
from podcast.text.reading import read_essay


def read(text, addresses, name="essay.md", language=""):
    essay = read_essay(
        f"# Fares\n\nTrains run.\n\n{text}\n\nAnd so it goes.\n".encode(), name, language=language, addresses=addresses
    )
    assert not partition_faults(essay)
    said = " ".join(
        block.text for block in essay.blocks if block.text not in ("Fares", "Trains run.", "And so it goes.")
    )
    return said, [skip.text for skip in essay.skips if skip.reason not in SILENT_REASONS]


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@pytest.mark.parametrize(
    ("addresses", "said", "skipped"),
    [
        ("site", "See x.org for prices.", ["https://x.org/fares"]),
        ("link", "See the link for prices.", []),
        ("cut", "", ["See https://x.org/fares for prices."]),
    ],
)
def test_an_address_in_its_sentence(addresses, said, skipped, name):
    assert read("See https://x.org/fares for prices.", addresses, name) == (said, skipped)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See https://x.org/a to clone it, or write your own.", "or write your own."),
        ("It rained. Visit https://x.org/a for more! Then it stopped.", "It rained. Then it stopped."),
        ("The prices are at https://x.org/a and they rise.", "The prices are and they rise."),
        ("All of it (see https://x.org/a for more) is free.", "All of it is free."),
        ("Die Preise stehen auf https://x.org/a.", "Die Preise stehen."),
        ("At https://x.org/a there is a list, and https://y.org/b has the other half.",
         "At there is a list, and has the other half."),
    ],
)  # fmt: skip
def test_cut_takes_what_leads_to_it_and_no_other_sentence(text, said):
    assert read(text, "cut")[0] == said


@pytest.mark.parametrize("addresses", ["site", "link", "cut"])
@pytest.mark.parametrize(
    "text",
    [
        "https://x.org/alone",
        "One (https://x.org/a) and [https://x.org/b](https://x.org/b), <https://x.org/c>; www.x.org/d\\_e.",
        "a https://x.org/a b https://x.org/a c https://x.org/a (https://x.org/(a)) d",
        "See https://x.org, https://y.org/.",
    ],
)
def test_whatever_is_said_nothing_is_lost(text, addresses):
    read(text, addresses)
    read(text, addresses, "essay.txt")


def test_the_link_is_said_in_the_essay_s_language():
    assert (
        read("Mehr unter https://x.org/a und so fort.", "link", language="de")[0] == "Mehr unter dem Link und so fort."
    )
    assert (
        read("Lisää: https://x.org/a ja niin edelleen.", "link", language="fi")[0] == "Lisää: x.org ja niin edelleen."
    )
