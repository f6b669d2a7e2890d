"""Tables: columns by their names, and rows that can't be right."""

import pytest

from mentorlog.errors import Damaged
from mentorlog.export.year_csv import _escape_formula
from mentorlog.model.entries import Action, Goal
from tests.exchange.foreign.reading import adopted, facts, from_table


@pytest.mark.parametrize(
    "content",
    [
        "Date,Notes\n2025-03-01 18:30,Words\n",
        "\ufeffdate;time;TEXT\r\n2025.3.1;18:30;Words\r\n",
        "day\thour\tbody\n2025/3/1\t6:30 pm\tWords\n",
        "日付|時間|内容\n2025-03-01|18:30|Words\n",
    ],
)
def test_columns_have_many_names_and_marks(content: str) -> None:
    (found,) = from_table(content)
    assert facts(found, "on", "time", "text") == ("2025-03-01", "18:30", "Words")
    assert found.place == "Row 2"


def test_a_column_that_was_named() -> None:
    (found,) = from_table("Wann,Was\n2025-03-01,Wörter\n", on="wann", text="Was")
    assert found.keys["text"] == "Wörter"


def test_cells_that_hold_several_things() -> None:
    head = "on,text,areas,with,minutes,feelings\n"
    (found,) = from_table(head + '2025-03-01,"one\ntwo","growth; coping","Ánh, Mie 美恵",45.0,calm\n\n,,,,,\n')
    assert found.tags == ("growth", "coping")
    assert facts(found, "with", "minutes", "text") == (["Ánh", "Mie 美恵"], 45, "one\ntwo")


def test_rows_of_our_own_come_back_as_what_they_were() -> None:
    head = "number,kind,on,text,status,due,owner,goals,uid,answers\n"
    goal = f"7,goal,2025-03-01,'=lead,paused,2025-06-01,,,{'a' * 32},\n"
    action = "8,action,2025-03-02,write,done,,Ánh,7,,\n"
    reflection = "9,reflection,2025-03-02,,open,,,,,And then?\n"
    one, two, three = adopted(from_table(head + goal + action + reflection))
    assert isinstance(one, Goal)
    assert (one.number, one.text, one.status, one.uid) == (7, "=lead", "paused", "a" * 32)
    assert isinstance(two, Action)
    assert (two.owner and two.owner.name, two.goals) == ("Ánh", (7,))
    assert three.text == "And then?"


@pytest.mark.parametrize("words", ["=1", "'=1", "''\uff1d1", "it's '-5'", "'quoted' - so", "'", "''"])
def test_a_mark_that_keeps_a_cell_from_being_computed_goes_and_no_other(words: str) -> None:
    (found,) = from_table(f"on,text\n2025-03-01,{_escape_formula(words)}\n")
    assert found.keys["text"] == words


@pytest.mark.parametrize(
    ("content", "reason", "place"),
    [
        ("on,text\n2025-03-01,x\n,y\n", "no-day", "Row 3"),
        ("on,text\n2025-02-30,x\n", "no-day", "Row 2"),
        ("on,text\n11/12/2025,x\n", "bad-day", "Row 2"),
        ("on,text\nyesterday,x\n", "no-day", "Row 2"),
        ("on,text\n2025-03-01,x,y\n", "too-many-cells", "Row 2"),
        ("on,text,minutes\n2025-03-01,x,long\n", "bad-number", "Row 2"),
        ("on,text,time\n2025-03-01,x,25:00\n", "bad-time", "Row 2"),
        (b"on,text\n2025-03-01,\xff\n", "not-utf8", "The file"),
    ],
)
def test_what_can_t_be_right_is_named_by_its_row(content: str | bytes, reason: str, place: str) -> None:
    with pytest.raises(Damaged, match=reason) as caught:
        from_table(content)
    assert caught.value.values["place"] == place


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(Damaged, match="not-a-row") as caught:
        from_table('on,text\n2025-03-01,"x\n')
    assert caught.value.values == {"number": 2}
    with pytest.raises(Damaged, match="missing-columns") as caught:
        from_table("on,words\n2025-03-01,x\n")
    assert caught.value.values == {"columns": ("text",)}


def test_an_entry_that_can_t_be_right_is_named_by_its_row() -> None:
    with pytest.raises(Damaged, match="bad-value") as caught:
        adopted(from_table("on,text,kind\n2025-03-01,x,sphinx\n"))
    assert caught.value.values == {"place": "Row 2", "key": "kind"}


def test_a_text_that_no_entry_can_hold_is_named_by_its_row() -> None:
    with pytest.raises(Damaged, match="bad-text") as caught:
        adopted(from_table(f"on,text\n2025-03-01,{'x' * (1024 * 1024 + 1)}\n"))
    assert (caught.value.values["place"], str(caught.value.values["cause"])) == ("Row 2", "text-too-long")
