"""A day as it is typed: parse_day and check_on."""

import subprocess
import sys
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.dates import check_not_future, parse_day
from mentorlog.errors import InvalidInput

THURSDAY = date(2026, 3, 12)
NEAR = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def day(words: str, **how: str | bool) -> str:
    return parse_day(words, today=THURSDAY, **how).isoformat()  # type: ignore[arg-type]


def refusal(words: str, **how: str | bool) -> InvalidInput:
    with pytest.raises(InvalidInput) as told:
        day(words, **how)
    return told.value


@given(NEAR)
def test_an_iso_day_is_that_day(on: date) -> None:
    assert parse_day(on.isoformat(), today=THURSDAY) == on


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        # by name
        ("today", "2026-03-12"),
        (" Yesterday ", "2026-03-11"),
        ("tomorrow", "2026-03-13"),
        ("the day before yesterday", "2026-03-10"),
        ("day after tomorrow", "2026-03-14"),
        # by weekday: alone the latest up to today, `last` and `next` never today, `this` in this week
        ("fri", "2026-03-06"),
        ("thu", "2026-03-12"),
        ("on Monday", "2026-03-09"),
        ("last thurs", "2026-03-05"),
        ("last fri", "2026-03-06"),
        ("next thu", "2026-03-19"),
        ("next fri", "2026-03-13"),
        ("this fri", "2026-03-13"),
        ("this mon", "2026-03-09"),
        # counted
        ("3 days ago", "2026-03-09"),
        ("two days ago", "2026-03-10"),
        ("a week ago", "2026-03-05"),
        ("2 weeks ago", "2026-02-26"),
        ("a month ago", "2026-02-12"),
        ("one year ago", "2025-03-12"),
        ("in 3 days", "2026-03-15"),
        ("3 days from now", "2026-03-15"),
        # by month, in the latest year that had it
        ("12 mar", "2026-03-12"),
        ("mar 13", "2025-03-13"),
        ("20 dec", "2025-12-20"),
        ("29 feb", "2024-02-29"),
        ("12 March 2027", "2027-03-12"),
        ("March 1st, 2026", "2026-03-01"),
        ("the 5th of March", "2026-03-05"),
        ("12-mar-2026", "2026-03-12"),
        # as mentorlog writes it
        ("Thu 5 Mar", "2026-03-05"),
        ("Sat 14 Mar", "2026-03-14"),
        ("Thu 20 Nov 2025", "2025-11-20"),
        ("Thursday 12 March 2026", "2026-03-12"),
        # in digits that leave no choice
        ("2026/3/1", "2026-03-01"),
        ("2026. 3. 1.", "2026-03-01"),
        ("２０２６－０３－０１", "2026-03-01"),
        ("23/11/2025", "2025-11-23"),
        ("11/23/2025", "2025-11-23"),
        ("11.11.2025", "2025-11-11"),
    ],
)
def test_english(words: str, meant: str) -> None:
    assert day(words) == meant


@pytest.mark.parametrize(
    ("yesterday", "three_days_ago"),
    [
        ("昨天", "3天前"),
        ("昨天", "三天以前"),
        ("昨日", "3日前"),
        ("어제", "3일 전"),
        ("hôm qua", "3 ngày trước"),
        ("कल", "3 दिन पहले"),
        ("நேற்று", "3 நாட்களுக்கு முன்பு"),
        ("ayer", "hace 3 días"),
        ("hier", "il y a 3 jours"),
        ("gestern", "vor 3 Tagen"),
        ("вчера", "3 дня назад"),
        ("أمس", "قبل 3 أيام"),
    ],
)
def test_days_in_many_languages(yesterday: str, three_days_ago: str) -> None:
    assert day(yesterday) == "2026-03-11"
    assert day(three_days_ago) == "2026-03-09"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("今天", "2026-03-12"),
        ("明日", "2026-03-13"),
        ("大前天", "2026-03-09"),
        ("그저께", "2026-03-10"),
        ("ngày mai", "2026-03-13"),
        ("ho\u0302m nay", "2026-03-12"),
        ("परसों", "2026-03-10"),
        ("两个星期前", "2026-02-26"),
        ("1か月前", "2026-02-12"),
        ("2주 후", "2026-03-26"),
        ("hace 2 semanas", "2026-02-26"),
        ("vendredi", "2026-03-06"),
        ("jeudi", "2026-03-12"),
        ("5 de marzo", "2026-03-05"),
        ("20 de diciembre", "2025-12-20"),
        ("5. März 2026", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"),
        ("3월 5일", "2026-03-05"),
        ("ngày 5 tháng 3", "2026-03-05"),
        ("12 मार्च 2026", "2026-03-12"),
    ],
)
def test_other_languages(words: str, meant: str) -> None:
    assert day(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("fri", "2026-03-13"),
        ("thu", "2026-03-12"),
        ("last fri", "2026-03-06"),
        ("12 mar", "2026-03-12"),
        ("11 mar", "2027-03-11"),
        ("कल", "2026-03-13"),
        ("vendredi", "2026-03-13"),
        ("jeudi", "2026-03-12"),
        ("5 de abril", "2026-04-05"),
        ("yesterday", "2026-03-11"),
    ],
)
def test_a_day_that_is_due_lies_ahead(words: str, meant: str) -> None:
    assert day(words, ahead=True) == meant


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "12", "１２", "2026", "２０２６", "20261123", "٢٠٢٦", "11/12", "11/12/26", "2026-03", "-", "1.5"),
        *(
            "soon",
            "soon-ish",
            "may be",
            "march",
            "March 2026",
            "last week",
            "next year",
            "x",
            "x 3",
            "日",
            "/ 日",
            "d 5",
        ),
        *(
            "today 3",
            "10 days",
            "3日",
            "5月",
            "5 tháng",
            "a dec",
            "12 march 13",
            "12 mar 26",
            "foo 12 march bar",
            "led the meeting",
            "in",
            "fri 5",
            "xyz 5 mar",
        ),
        *("5pm", "3 hours ago", "fri 5pm", "yesterday EST", "Thu 11/12/2026", "2026-03-12T10:00", "[5 marzo]"),
        *("99999 days ago", "días 99999", "a" * 61, "today" + " " * 60, "\x1b[31m", "\udcff", "5 marzo 😀"),
    ],
)
def test_what_is_no_day_is_refused(words: str) -> None:
    assert refusal(words).reason == "not-a-day"


@pytest.mark.parametrize(
    "words", ["2026-02-30", "2026-13-01", "31 feb", "0 mar", "31 apr 2026", "31/31/2026", "31.2.2026"]
)
def test_a_day_that_never_was_is_refused(words: str) -> None:
    assert refusal(words).reason == "no-such-day"


@pytest.mark.parametrize("words", ["1899-12-31", "2201-01-01", "9999 years ago", "9999 weeks ago", "5 marzo 1800"])
def test_years_have_an_end(words: str) -> None:
    assert refusal(words).values == {"first": 1900, "last": 2200}


def test_a_weekday_must_be_right() -> None:
    assert refusal("Fri 5 Mar 2026").values == {"day": "5 March 2026", "weekday": "Thursday"}


@pytest.mark.parametrize("words", ["11/12/2025", "11.12.2025", "11-12-2025"])
def test_the_order_of_day_and_month_is_never_guessed(words: str) -> None:
    told = refusal(words)
    assert told.values == {"words": words, "days": (date(2025, 11, 12), date(2025, 12, 11))}
    assert day(words, order="DMY") == "2025-12-11"
    assert day(words, order="MDY") == "2025-11-12"
    assert day("11/23/2025", order="DMY") == "2025-11-23"


@given(NEAR, st.integers(0, 30))
def test_days_ago_counts_days(today: date, count: int) -> None:
    if (today - timedelta(count)).year >= 1900:
        assert parse_day(f"{count} days ago", today=today) == today - timedelta(count)


@settings(max_examples=50, deadline=None)
@given(
    st.text("0123456789 -/.,abdefghimnorstuvy日前天月年ágф", max_size=12)
    | st.text(st.characters(codec=None), max_size=12)
)
def test_no_words_do_worse_than_be_refused(words: str) -> None:
    with suppress(InvalidInput):
        assert 1900 <= parse_day(words, today=THURSDAY).year <= 2200


@pytest.mark.parametrize(
    ("on", "meant"),
    [("2062-03-11", "2026-03-11"), ("2026-12-24", "2025-12-24"), ("2028-02-29", "2024-02-29")],
)
def test_nothing_can_have_been_after_tomorrow(on: str, meant: str) -> None:
    with pytest.raises(InvalidInput) as told:
        check_not_future(date.fromisoformat(on), today=THURSDAY)
    assert (told.value.reason, str(told.value.values["meant"])) == ("day-to-come-but", meant)


def test_tomorrow_is_today_somewhere() -> None:
    check_not_future(date(2026, 3, 13), today=THURSDAY)


def test_reading_a_day_in_english_loads_no_dateparser() -> None:
    reading = (
        "import sys; from datetime import date; from mentorlog.dates import parse_day\n"
        "for words in ('last fri', '3 days ago', '12 mar', '昨天'): parse_day(words, today=date(2026, 3, 12))\n"
        "assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", reading], check=True)
