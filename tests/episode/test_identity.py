from datetime import UTC, datetime

import pytest

from podcast.episode import identity
from podcast.episode.identity import slugify
from podcast.text.essay import Essay

NOW = datetime(2026, 11, 22, 10, 30, 15, 999, tzinfo=UTC)
BASE = "https://example.org/show"


def identify(*arguments, files=()):
    return identity.identify(*arguments, is_there=files.__contains__)


def essay(title="Why Rivers Bend", **facts):
    return Essay("text", title, (), (), **facts)


def test_a_new_essay_is_named_after_its_file_and_numbered(episode):
    found = identify(essay("On Paper"), "essays/on-paper.md", [episode(number=4)], BASE, NOW)
    assert (found.slug, found.number, found.before) == ("on-paper", 5, None)
    assert found.published == NOW.replace(microsecond=0)


@pytest.mark.parametrize("source", ["index.md", "-", "000_4fcc9a8e.txt"])
def test_or_after_its_title_when_the_file_has_no_telling_name(source):
    assert identify(essay(), source, [], BASE, NOW).slug == "why-rivers-bend"


def test_an_essay_is_recognised_by_its_place_whatever_its_title(episode):
    found = identify(essay("Another title"), "rivers.md", [episode()], BASE, NOW)
    assert (found.slug, found.guid, found.number) == ("rivers", "guid-of-rivers", 1)
    assert found.published == episode().published


def test_an_essay_that_moved_is_recognised_by_slug_and_title(episode):
    assert identify(essay(), "archive/rivers.md", [episode()], BASE, NOW).before == episode()


def test_its_namesake_in_another_folder_is_another_episode(episode):
    found = identify(essay(), "feb/rivers.md", [episode()], BASE, NOW, files={"rivers.md"})
    assert (found.slug, found.before) == ("rivers-2", None)


def test_a_namesake_outside_the_show_is_another_episode(episode):
    outside = episode(source="outside:0123456789abcdef/rivers.md")
    assert identify(essay(), "outside:0123456789abcdef/rivers.md", [outside], BASE, NOW).before == outside
    assert identify(essay(), "outside:fedcba9876543210/rivers.md", [outside], BASE, NOW).slug == "rivers-2"


def test_another_essay_of_the_same_file_name_is_another_episode(episode):
    found = identify(essay("On Ponds"), "ponds/rivers.md", [episode()], BASE, NOW)
    assert (found.slug, found.before) == ("rivers-2", None)


def test_standard_input_is_no_place(episode):
    first = episode(source="-", slug="why-rivers-bend")
    assert identify(essay(), "-", [first], BASE, NOW).before == first
    assert identify(essay("On Ponds"), "-", [first], BASE, NOW).before is None


def test_the_front_matter_s_slug_decides(episode):
    assert identify(essay("New", slug="rivers"), "elsewhere.md", [episode()], BASE, NOW).before == episode()
    assert identify(essay("On Ponds", slug="Ponds & Co"), "rivers.md", [episode()], BASE, NOW).slug == "ponds-co"


def test_a_slug_that_is_given_to_a_published_essay_makes_no_second_episode(episode):
    assert identify(essay(slug="wander"), "rivers.md", [episode()], BASE, NOW).before == episode()


def test_an_essay_whose_file_was_renamed_is_recognised_by_its_title(episode):
    assert identify(essay(), "streams.md", [episode()], BASE, NOW).before == episode()
    assert identify(essay(), "streams.md", [episode()], BASE, NOW, files={"rivers.md"}).before is None
    twins = [episode(), episode(slug="other", source="other.md")]
    assert identify(essay(), "streams.md", twins, BASE, NOW).before is None


def test_a_date_that_is_stated_wins(episode):
    stated = datetime(2020, 1, 1, tzinfo=UTC)
    assert identify(essay(date=stated), "rivers.md", [episode()], BASE, NOW).published == stated


def test_guids_differ_and_are_minted_from_facts_alone(episode):
    one = identify(essay(), "ponds.md", [], BASE, NOW)
    assert one.guid == identify(essay(), "ponds.md", [], BASE + "/", NOW).guid
    assert one.guid != identify(essay(), "lakes.md", [], BASE, NOW).guid
    assert one.guid != identify(essay(), "ponds.md", [], "https://example.org/other", NOW).guid


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Why Rivers Bend!", "why-rivers-bend"),
        ("Café d’Été", "cafe-dete"),
        ("江", ""),
        ("Straße & Øre", "strasse-ore"),
        ("a" * 99, "a" * 60),
        ("../../etc", "etc"),
    ],
)
def test_slugs_are_plain(text, slug):
    assert slugify(text) == slug


def test_a_title_without_latin_letters_gets_a_number():
    assert identify(essay("江"), "-", [], BASE, NOW).slug == "episode-1"


def test_the_preface_of_another_book_is_another_episode_and_that_of_a_book_that_was_renamed_is_not(episode):
    first = episode(source="rivers.epub#preface", slug="rivers-preface", title="Preface", author="Ada Lake")
    other = identify(essay("Preface", author="Nora Shore"), "ponds.epub#preface", [first], BASE, NOW)
    assert (other.slug, other.before) == ("ponds-preface", None)
    assert identify(essay("Preface", author="Ada Lake"), "rivers-2.epub#preface", [first], BASE, NOW).before == first


@pytest.mark.parametrize("name", ["con", "NUL", "Aux", "prn", "com1", "LPT9", "com0"])
def test_no_slug_is_a_name_that_windows_keeps_for_itself(name):
    assert slugify(name) == f"{name.lower()}-1"
    assert slugify(f"{name} again") == f"{name.lower()}-again"


def test_names_that_only_begin_like_one_stay():
    assert [slugify(name) for name in ("console", "com", "com10", "auxiliary")] == [
        *("console", "com", "com10", "auxiliary"),
    ]
