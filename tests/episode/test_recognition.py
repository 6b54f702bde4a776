"""Who takes an episode over, and who doesn't: `a` lies at its place, and was published as it is here."""

from datetime import UTC, datetime

import pytest

from podcast.episode.facts import entry_of
from podcast.episode.identity import identify
from podcast.episode.recognition import sketch_of
from podcast.errors import PodcastError
from podcast.text.essay import Block, Essay, Kind, Run

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
RIVERS = "A river that could choose would still not run straight, and nobody can tell it otherwise than by a map."
EDITED = RIVERS.replace("nobody can tell", "no one has told")
PONDS = "Ponds stand still. They are older than they look, and whoever asks them why gets no answer before the frost."
TITLE = "Why Rivers Bend"


def essay(text=RIVERS, title=TITLE, **facts):
    return Essay(text, title, (Block(Kind.PARAGRAPH, (Run(text, 0, len(text)),)),), (), **facts)


@pytest.fixture
def published(episode):
    def make(source="rivers.md", slug="rivers", text=RIVERS, **facts):
        return entry_of(episode(slug=slug, source=source, guid=slug, sketch=sketch_of(essay(text)), **facts))

    return make


def found(made, source, *episodes, files=(), one=(), same_as=""):
    """The slug of the episode that it was; None: it is a new one."""
    identity = identify(
        made, source, episodes, "", NOW, is_there=files.__contains__, are_one=lambda *two: set(two) == {*one},
        same_as=same_as,
    )  # fmt: skip
    return identity.before and identity.before.slug


@pytest.mark.parametrize("stated", ["rivers", "Rivers", "rivers!", "rívers", "ri\u0301vers", "/rivers/"])
@pytest.mark.parametrize("source", ["ponds.md", "-", "outside:0123456789abcdef/rivers.md", "rivers/rivers.md"])
def test_another_essay_of_a_slug_that_is_taken_is_refused_and_told_whose_it_is(stated, source, published):
    with pytest.raises(PodcastError) as error:
        found(essay(PONDS, "On Ponds", slug=stated), source, published(), files={"rivers.md", source})
    for part in ("rivers.md", TITLE, "slug", "--same-as rivers"):
        assert part in str(error.value)


def test_a_copied_template_is_refused_even_if_only_the_text_is_another(published):
    with pytest.raises(PodcastError, match="taken"):
        found(essay(PONDS, slug="rivers"), "ponds.md", published(), files={"rivers.md", "ponds.md"})
    with pytest.raises(PodcastError, match="taken"):
        found(essay(PONDS, slug="rivers"), "-", published(source="-"))


@pytest.mark.parametrize("slug", ["", "rivers"])
@pytest.mark.parametrize(
    ("text", "title"), [(RIVERS, TITLE), (RIVERS, "On Meanders"), (EDITED, TITLE), (EDITED.upper(), TITLE)]
)
def test_a_file_that_was_moved_or_renamed_stays_its_episode(slug, text, title, published):
    made = essay(text, title, slug=slug)
    assert found(made, "essays/streams.md", published(), files={"essays/streams.md"}) == "rivers"
    assert found(made, "streams.docx", published(source="sources/rivers.html")) == "rivers"


def test_at_its_place_it_may_become_what_it_likes(published):
    assert found(essay(PONDS, "On Ponds"), "rivers.md", published(), files={"rivers.md"}) == "rivers"


@pytest.mark.parametrize("slug", ["", "rivers"])
def test_from_standard_input_it_is_what_it_was_as_a_file_and_the_other_way_round(slug, published):
    for made in (essay(slug=slug), essay(title="On Meanders", slug=slug), essay(EDITED, slug=slug)):
        assert found(made, "-", published(), files={"rivers.md"}) == "rivers"
        assert found(made, "-", published(source="-")) == "rivers"
        assert found(made, "rivers.md", published(source="-"), files={"rivers.md"}) == "rivers"


def test_the_show_s_or_the_essay_s_folder_may_move_when_the_text_tells_who_it_is(published):
    before = published(source="outside:0123456789abcdef/rivers.md")
    assert found(essay(title="On Meanders"), "outside:fedcba9876543210/rivers.md", before) == "rivers"
    assert found(essay(), "rivers.md", before) == "rivers"
    assert found(essay(PONDS), "outside:fedcba9876543210/rivers.md", before) is None


def test_a_file_of_last_month_s_title_is_a_new_episode_even_if_last_month_s_is_gone(published):
    """Under one title: a letter that comes again and again, whether as a file or through a pipe."""
    assert found(essay(PONDS), "november.md", published(source="october.md"), files={"november.md"}) is None
    assert found(essay(PONDS), "-", published(source="-")) is None


def test_a_copy_beside_it_is_another_one(published):
    assert found(essay(), "copy.md", published(), files={"rivers.md", "copy.md"}) is None
    with pytest.raises(PodcastError, match="taken"):
        found(essay(slug="rivers"), "copy.md", published(), files={"rivers.md", "copy.md"})


@pytest.mark.parametrize("names", [("Rivers.md", "rivers.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("A/b.md", "a/B.MD")])
def test_two_names_of_one_file_are_one_essay(names, published):
    before, now = names
    for slug in ("", "rivers"):
        made = essay(PONDS, "On Ponds", slug=slug)
        assert found(made, now, published(source=before), files=set(names), one=names) == "rivers"
    assert found(essay(PONDS, "On Ponds"), now, published(source=before), files=set(names)) is None


def test_its_user_may_say_which_one_it_is(published):
    made = essay(PONDS, "On Ponds", slug="ponds")
    assert found(made, "ponds.md", published(), files={"rivers.md", "ponds.md"}, same_as="rivers") == "rivers"
    with pytest.raises(PodcastError, match="rivers"):
        found(made, "ponds.md", published(), same_as="river")
    with pytest.raises(PodcastError, match="no such episode"):
        found(made, "ponds.md", same_as="river")


def test_a_slug_that_was_changed_together_with_the_title_makes_no_second_episode(published):
    made = essay(EDITED, "On Meanders", slug="meanders")
    assert found(made, "rivers.md", published(), files={"rivers.md"}) == "rivers"
    assert found(made, "elsewhere.md", published()) is None  # the text is not nearly the same
    assert found(essay(title="On Meanders", slug="meanders"), "elsewhere.md", published()) == "rivers"


def test_another_essay_in_its_file_with_a_new_slug_is_a_new_episode(published):
    assert found(essay(PONDS, "On Ponds", slug="ponds"), "rivers.md", published(), files={"rivers.md"}) is None


def test_a_slug_without_a_latin_letter_states_none(published):
    assert found(essay(PONDS, "On Ponds", slug="江"), "ponds/rivers.md", published(), files={"rivers.md"}) is None


def test_of_two_that_it_may_be_it_is_neither(published):
    twins = (published(), published(source="other.md", slug="other"))
    assert found(essay(), "streams.md", *twins) is None
    assert found(essay(), "other/rivers.md", *twins) == "rivers"
    assert found(essay(slug="other"), "streams.md", *twins) == "other"


def test_without_a_sketch_the_title_or_the_slug_decides_as_it_did(published, episode):
    old = entry_of(episode())
    assert found(essay(PONDS), "streams.md", old) == "rivers"
    assert found(essay(PONDS, "On Ponds"), "streams.md", old) is None
    assert found(essay(PONDS, "On Ponds", slug="rivers"), "streams.md", old) == "rivers"
    with pytest.raises(PodcastError, match="taken"):
        found(essay(PONDS, "On Ponds", slug="rivers"), "streams.md", old, files={"rivers.md"})


def test_an_essay_without_a_place_any_more_is_known_by_its_text(published):
    assert found(essay(title="On Meanders"), "rivers.md", published(source="")) == "rivers"


def test_files_that_have_changed_their_names_keep_their_episodes(published):
    """As when all that follow are given the next number: one after the other, whatever the order."""
    rivers = published(source="1.md")
    ponds = published(source="2.md", slug="ponds", text=PONDS, title="On Ponds")
    there = {"1.md", "2.md", "3.md"}
    assert found(essay(), "2.md", rivers, ponds, files=there) == "rivers"
    moved = published(source="2.md")
    assert found(essay(PONDS, "On Ponds"), "3.md", moved, ponds, files=there) == "ponds"
    assert found(essay(PONDS, "On Ponds"), "1.md", rivers, ponds, files=there) == "ponds"
    assert found(essay(), "2.md", rivers, published(source="1.md", slug="ponds", text=PONDS), files=there) == "rivers"
    assert found(essay(EDITED[: len(EDITED) // 2], "New"), "2.md", rivers, ponds, files=there) == "ponds"
