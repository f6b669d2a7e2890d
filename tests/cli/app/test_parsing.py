"""What is typed: areas, people, days, numbers."""

import pytest

from tests.conftest import Program

# ── Areas ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("-a", "identity"), ["identity"]),
        (("-a", "ident,cop"), ["identity", "coping"]),
        (("-a", "ident", "--area", "cop"), ["identity", "coping"]),
        (("-a", "cop,ident,cop,"), ["identity", "coping"]),
        (("--area=Role",), ["role-modeling"]),
        (("-a", "CULTURAL"), ["identity"]),
        ((), []),
    ],
)
def test_areas(words: tuple[str, ...], expected: list[str], mentorlog: Program) -> None:
    assert mentorlog("reflect", "x", *words, "--json").json()["areas"] == expected


def test_an_area_that_is_misspelt(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "Led it.", "-a", "idenity")
    assert (answer.exit, answer.out) == (3, "")
    assert answer.err.splitlines() == [
        'There is no area "idenity".',
        "Nothing was written.",
        "Did you mean identity? All areas: mentorlog area list",
    ]


def test_a_beginning_of_several(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "x", "-a", "co")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, '"co" could be coping or community.')


# ── People ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def people(mentorlog: Program) -> Program:
    for name in ("Nguyễn Thị Ánh", "Mie 美恵", "Linh", "Rosa Luz", "Rosa Nova"):
        mentorlog("person", "add", name)
    return mentorlog


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("anh", "Nguyễn Thị Ánh"),
        ("NGUYEN anh", "Nguyễn Thị Ánh"),
        ("美恵", "Mie 美恵"),
        ("mie", "Mie 美恵"),
        ("Rosa Luz", "Rosa Luz"),
        ("nova", "Rosa Nova"),
        ("Minh", "Minh"),  # another person than Linh
        ("Mie Tan", "Mie Tan"),  # every typed word must be in the name
    ],
)
def test_any_unique_word_of_a_name(typed: str, expected: str, people: Program) -> None:
    assert people("session", "add", "x", "--with", typed, "--json").json()["with"] == [expected]


@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        ("Anhh", 3, "Did you mean Nguyễn Thị Ánh?"),
        ("Lihn", 3, "Did you mean Linh?"),
        ("Lnh", 3, "Did you mean Linh?"),
        ("rosa", 2, '"rosa" could be several people: Rosa Luz, Rosa Nova.'),
    ],
)
def test_who_is_refused(typed: str, code: int, sentence: str, people: Program) -> None:
    for words in (("session", "add", "x", "--with"), ("action", "add", "x", "--owner"), ("timeline", "--with")):
        answer = people(*words, typed)
        assert (answer.exit, answer.out) == (code, "")
        assert sentence in answer.err
    if code == 3:
        assert f"Somebody new: mentorlog person add {typed}" in answer.err
    assert len(people("person", "list").out.splitlines()) == 5


def test_reads_never_add(people: Program) -> None:
    for words in (("timeline",), ("progress",), ("search", "x"), ("goal", "list"), ("export", "journal")):
        answer = people(*words, "--with", "Minh")
        assert (answer.exit, answer.err.splitlines()[0]) == (3, 'Nobody here is called "Minh".')


def test_elsewhere_none_means_nobody(mentorlog: Program) -> None:
    mentorlog("person", "add", "Ánh")
    for words in (("reflect", "x"), ("goal", "add", "x"), ("action", "add", "x"), ("ask", "x")):
        assert mentorlog(*words, "--json").json()["with"] == []


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "echo", "day"),
    [
        ("2026-03-05", "Thu 5 Mar 2026", "2026-03-05"),
        ("today", "Thu 12 Mar 2026, today", "2026-03-12"),
        ("yesterday", "Wed 11 Mar 2026, yesterday", "2026-03-11"),
        ("tomorrow", "Fri 13 Mar 2026, tomorrow", "2026-03-13"),
        ("last fri", "Fri 6 Mar 2026", "2026-03-06"),
        ("3 days ago", "Mon 9 Mar 2026", "2026-03-09"),
        ("昨天", "Wed 11 Mar 2026, yesterday", "2026-03-11"),
        ("어제", "Wed 11 Mar 2026, yesterday", "2026-03-11"),
        ("hôm qua", "Wed 11 Mar 2026, yesterday", "2026-03-11"),
    ],
)
def test_days_are_echoed(typed: str, echo: str, day: str, mentorlog: Program) -> None:
    assert mentorlog("reflect", "x", "--on", typed).out == f"Reflection 1 saved for {echo}.\n"
    assert mentorlog("show", "1", "--json").json()["on"] == day


@pytest.mark.parametrize(
    "typed", ["2026", "20261123", "11/12/2025", "2026-02-30", "soon", "", "2026-03-14", "next week", "9999-01-01"]
)
def test_days_that_can_t_be_right(typed: str, mentorlog: Program) -> None:
    answer = mentorlog("reflect", "x", "--on", typed)
    assert (answer.exit, answer.out) == (2, "")
    assert mentorlog("timeline", "--json").json()["total"] == 0


def test_a_day_to_come_suggests_the_one_that_was_meant(mentorlog: Program) -> None:
    answer = mentorlog("session", "add", "Met.", "--with", "Ánh", "--on", "2062-03-11")
    assert answer.err.splitlines() == [
        "Sat 11 Mar 2062 is still to come.",
        "Nothing was written.",
        "Did you mean 2026-03-11?",
    ]


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────


def test_one_number_where_one_is_taken(lived_in: Program) -> None:
    for words in (("goal", "story", "last"), ("goal", "checkin", "last", "--percent", "5")):
        assert lived_in(*words).exit == 0
    assert lived_in("action", "done", "last", "--json").json()["number"] == 2
    for line in ("goal story 1..6", "history 1..6", "reflect x --about 1..6"):
        answer = lived_in(*line.split())
        assert (answer.exit, answer.err.splitlines()[0]) == (2, "Give exactly one entry number.")


def test_a_day_in_words_that_is_to_come(mentorlog: Program) -> None:
    hint = 'A day is written 2026-03-12, or "yesterday", "last fri", "3 days ago".'
    assert mentorlog("reflect", "x", "--on", "next fri").exit == 0
    assert mentorlog("reflect", "x", "--on", "next wed").err.splitlines()[-1] == hint
