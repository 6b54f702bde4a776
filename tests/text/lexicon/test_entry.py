import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.text.lexicon.entry import LexiconEntry, line_of, read_table


def test_every_form_of_an_entry():
    entries, problems = read_table(
        {
            "Nguyen": "win",
            "Worcester": {"ipa": "/'wʊstɚ/"},
            "US": {"say": " you  ess ", "case": "exact"},
            "Job": {"say": "Jobe", "language": "en_US"},
            "de": {"Job": "Dschobb", "Handy": {"ipa": "ˈhɛndi"}},
        }
    )
    assert problems == []
    assert entries == [
        LexiconEntry("Nguyen", "win"),
        LexiconEntry("Worcester", ipa="ˈwʊstɚ"),
        LexiconEntry("US", "you ess", case="exact"),
        LexiconEntry("Job", "Jobe", language="en-us"),
        LexiconEntry("Job", "Dschobb", language="de"),
        LexiconEntry("Handy", ipa="ˈhɛndi", language="de"),
    ]


def test_a_word_that_is_also_a_language_s_name_can_be_an_entry():
    assert read_table({"de": "duh"})[0] == [LexiconEntry("de", "duh")]
    assert read_table({"de": {"say": "duh"}})[0] == [LexiconEntry("de", "duh")]
    assert read_table({"de": {"ipa": "də", "language": "fr"}})[0] == [LexiconEntry("de", ipa="də", language="fr")]


@pytest.mark.parametrize(
    ("table", "parts"),
    [
        ({"a": ""}, ("lexicon.a",)),
        ({"a": "…"}, ("lexicon.a",)),
        ({"a": 3}, ("lexicon.a", "3")),
        ({"a": ["b"]}, ("lexicon.a",)),
        ({"A": {"say": "x", "ipa": "i"}}, ("lexicon.A", "both")),
        ({"A": {"say": "x", "cas": "any"}}, ("lexicon.A.cas", "case?")),
        ({"A": {"say": "x", "note": "any"}}, ("lexicon.A.note", "say, ipa")),
        ({"A": {"say": 3}}, ("lexicon.A.say",)),
        ({"A": {"case": "any"}}, ("lexicon.A",)),
        ({"A": {"say": "x", "case": "lower"}}, ("lexicon.A.case", "exact")),
        ({"A": {"say": "x", "language": "english"}}, ("lexicon.A.language", "english")),
        ({"A": {"ipa": "w3:n"}}, ("lexicon.A.ipa", "3")),
        ({"A": {"ipa": "//"}}, ("lexicon.A.ipa",)),
        ({" ": "x"}, ("word",)),
        ({"\u200b": "x"}, ("word",)),
        ({"de": {"fr": {"Job": "x"}}}, ("lexicon.de.fr",)),
    ],
)
def test_what_cannot_be_meant_is_named(table, parts):
    entries, problems = read_table(table, "lexicon")
    assert entries == []
    assert problems
    for part in parts:
        assert any(part in problem for problem in problems)


def test_every_mistake_is_told_at_once_and_the_rest_is_read():
    entries, problems = read_table({"A": "", "B": {"sya": "x"}, "C": "see", "U": {"S": "you ess"}}, "lexicon")
    assert entries == [LexiconEntry("C", "see")]
    for part in ("lexicon.A", "lexicon.B.sya", "say?", "lexicon.U", "quotes"):
        assert any(part in problem for problem in problems)


@pytest.mark.parametrize(
    ("written", "case", "fitting", "not_fitting"),
    [
        ("iff", "", ["iff", "Iff", "IFF", "iFf"], []),
        ("Nguyen", "", ["Nguyen", "NGUYEN"], ["nguyen", "NGuyen"]),
        ("US", "", ["US"], ["us", "Us"]),
        ("Polish", "exact", ["Polish"], ["polish", "POLISH"]),
        ("Polish", "any", ["Polish", "polish", "POLISH"], []),
        ("McDonald", "", ["McDonald", "MCDONALD"], ["mcdonald", "Mcdonald"]),
    ],
)
def test_which_cases_of_a_word_are_meant(written, case, fitting, not_fitting):
    entry = LexiconEntry(written, "x", case=case)
    assert all(entry.fits(seen) for seen in fitting)
    assert not any(entry.fits(seen) for seen in not_fitting)


def test_a_language_has_its_regions():
    assert LexiconEntry("a", "b", language="en").is_for("en-us")
    assert LexiconEntry("a", "b").is_for("")
    assert not LexiconEntry("a", "b", language="en-us").is_for("en")
    assert not LexiconEntry("a", "b", language="en").is_for("eng")


VALUES = st.recursive(
    st.text(max_size=8) | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["say", "ipa", "case", "language", "de", "Job", ""]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=5))
def test_whatever_stands_in_a_table_is_an_entry_or_a_problem(table):
    entries, problems = read_table(table, "lexicon")
    assert all(isinstance(problem, str) and problem for problem in problems)
    assert all(bool(entry.say) != bool(entry.ipa) and entry.written.strip() for entry in entries)
    assert len(entries) + len(problems) >= len([value for value in table.values() if value != {}])


@pytest.mark.parametrize("ipa", ["ma" * 150, "ˈwʊstɚ" * 60, "a " + "b" * 101])
def test_a_word_of_ipa_at_which_an_engine_would_crash_is_refused_by_name_and_line(ipa):
    entries, problems = read_table({"Vin": {"ipa": ipa}}, "lexicon", place=lambda word: f"{word} in line 3: ")
    assert entries == []
    [problem] = problems
    assert problem.startswith("Vin in line 3: lexicon.Vin.ipa has a word of ")
    assert len(problem) < 120


TOML = """\
Nguyen = "win"
"St. Ives" = { ipa = "b" }
[lexicon.de]
  Job = "Dschobb"
[lexicon.US]
say = "you ess"
'a"b' = 3
de.Handy = "Hendi"
"""


@pytest.mark.parametrize(
    ("word", "line"), [("Nguyen", 1), ("St. Ives", 2), ("Job", 4), ("US", 5), ('a"b', 7), ("Handy", 8), ("win", 0)]
)
def test_a_word_is_found_in_its_file(word, line):
    assert line_of(word, TOML) == (f"line {line}: " if line else "")
