"""Dates as people write them, and what only looks like one."""

import pytest

from podcast.text.dates import date_of_file, is_ambiguous, names_no_day, parse_date


@pytest.mark.parametrize(
    "written",
    """2024-03-07|2024/03/07|2024.3.7|2024-3-7|20240307|7.3.2024|07. 03. 2024|March 7th, 2024|Mar 7, 2024|7 March 2024
    7th of March 2024|Thursday, March 7th, 2024|Thu, 07 Mar 2024 00:00:00 +0000|7. März 2024|Donnerstag, 7. März 2024
    7 mars 2024|jeudi 7 mars 2024|7 de marzo de 2024|7 marzo 2024|7 de março de 2024|7 maart 2024|7 marca 2024
    2024年3月7日""".replace("\n", "|").split("|"),
)
def test_one_day_in_many_spellings(written):
    assert f"{parse_date(written):%Y-%m-%d %z}" == "2024-03-07 +0000"


@pytest.mark.parametrize("written", ["1er mai 2024", "May 1st, 2024", "1º de mayo de 2024", "01-May-2024"])
def test_the_first_of_a_month(written):
    date = parse_date(written)
    assert date is None or f"{date:%m-%d}" == "05-01"


def test_in_figures_the_day_may_be_the_month():
    assert parse_date("03/07/2024") is None
    assert f"{parse_date('03/07/2024', day_first=True):%m-%d}" == "07-03"
    assert f"{parse_date('03/07/2024', day_first=False):%m-%d}" == "03-07"
    assert f"{parse_date('3/7/24', day_first=False):%Y-%m-%d}" == "2024-03-07"
    assert [is_ambiguous(text) for text in ("03/07/2024", "13/07/2024", "07/13/2024", "05/05/2024", "7.3.2024")] == [
        True, False, False, False, False,
    ]  # fmt: skip
    assert parse_date("13/07/2024") == parse_date("07/13/2024") == parse_date("2024-07-13")


@pytest.mark.parametrize("written", ["", "32.13.2024", "2024", "March 2024", "in 7 words 2024", "0/0/2024", "x" * 9999])
def test_no_date(written):
    assert parse_date(written, day_first=True) is None


@pytest.mark.parametrize(
    "written", ["today", "now", "last-modified", "`r Sys.Date()`", "{{date}}", "<% tp.date.now() %>"]
)
def test_what_names_no_day(written):
    assert names_no_day(written)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("_posts/2024-03-07-why-rivers-bend.md", "2024-03-07"),
        ("2024-03-07.md", "2024-03-07"),
        ("2024_03_07 Why.txt", "2024-03-07"),
        ("posts/2024-03-07-why/index.md", "2024-03-07"),
        ("2024-13-07-why.md", None),
        ("1-2024-03-07.md", None),
        ("2024-03-071.md", None),
        ("-", None),
    ],
)
def test_a_file_s_name_may_begin_with_its_date(name, date):
    found = date_of_file(name)
    assert (found and f"{found:%Y-%m-%d}") == date
