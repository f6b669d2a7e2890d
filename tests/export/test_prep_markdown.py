"""The page for the next session, to paste into a message."""

import pytest
from syrupy.assertion import SnapshotAssertion

from mentorlog.export.prep_markdown import render
from mentorlog.insights.prep import Prep
from tests.views import prep_figures


@pytest.mark.parametrize("figure", [prep_figures.lived_in_prep(), prep_figures.long_prep(), prep_figures.bare_prep()])
def test_page(figure: Prep, snapshot: SnapshotAssertion) -> None:
    assert render(figure) == snapshot


def test_it_names_no_numbers_of_entries() -> None:
    figure = prep_figures.lived_in_prep()
    numbers = [one.number for one in (*figure.open_actions, *figure.questions, *figure.feedback)]
    assert [number for number in numbers if str(number) in render(figure)] == []
