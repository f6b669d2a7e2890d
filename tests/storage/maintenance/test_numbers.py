"""Numbers by number: as in a dictionary, in a few bytes."""

from hypothesis import given
from hypothesis import strategies as st

from mentorlog.storage.maintenance.numbers import PAGE, SparseIntArray

NUMBERS = st.integers(0, 3 * PAGE) | st.integers(0, 2**53)


@given(st.lists(st.tuples(NUMBERS, NUMBERS)), st.lists(NUMBERS))
def test_what_was_put_last_is_found_and_else_a_nought(put: list[tuple[int, int]], asked: list[int]) -> None:
    numbers, known = SparseIntArray("q"), {}
    for number, value in put:
        numbers[number] = known[number] = value
    assert [numbers[number] for number in asked] == [known.get(number, 0) for number in asked]
    assert [numbers[number] for number in known] == list(known.values())


def test_two_of_them_have_nothing_in_common() -> None:
    first, second = SparseIntArray("B"), SparseIntArray("B")
    first[1], second[2] = 1, 2
    assert (first[1], first[2], second[1], second[2]) == (1, 0, 0, 2)
