"""How a typed word finds an area."""

import pytest

from mentorlog.errors import InvalidInput, MentorlogError, NotFound
from mentorlog.model.areas import DEFAULT_AREAS, Area, find_area

MUSIC = Area(slug="music", name="Âm nhạc và 음악")
MINE = Area(slug="mine", name="Identity")
AREAS = (*DEFAULT_AREAS, MUSIC)


@pytest.mark.parametrize(
    ("word", "slug"),
    [
        ("identity", "identity"),
        ("IDENTITY", "identity"),
        ("ident", "identity"),
        ("cop", "coping"),
        ("id", "identity"),
        (" role ", "role-modeling"),
        ("Cultural identity exploration", "identity"),
        ("cult", "identity"),
        ("community", "community"),
        ("personal g", "growth"),
        ("am nhac", "music"),
        ("ÂM", "music"),
    ],
)
def test_a_beginning_of_one_slug_or_name_is_enough(word: str, slug: str) -> None:
    assert find_area(word, AREAS).slug == slug


@pytest.mark.parametrize(
    ("word", "error", "said"),
    [
        ("i", InvalidInput, '"i" could be identity or intersectionality.'),
        ("co", InvalidInput, '"co" could be coping or community.'),
        ("identiy", NotFound, "Did you mean identity? All areas"),
        ("Advocasy", NotFound, "Did you mean advocacy?"),
        ("xyzzy", NotFound, "All areas: mentorlog area list"),
        ("", NotFound, "All areas"),
        ("\x1b[2J", NotFound, '"␛[2J"'),
    ],
)
def test_a_word_that_fits_none_or_several_is_refused(word: str, error: type[MentorlogError], said: str) -> None:
    with pytest.raises(error) as caught:
        find_area(word, AREAS)
    assert said in f"{caught.value.message} {caught.value.hint}"


def test_an_exact_name_wins_over_a_beginning() -> None:
    arts = (Area(slug="art", name="Art"), Area(slug="artistry", name="Artistry"))
    assert find_area("art", arts).slug == "art"


def test_a_slug_that_is_the_name_of_another_is_ambiguous() -> None:
    with pytest.raises(InvalidInput, match="identity or mine"):
        find_area("identity", (*DEFAULT_AREAS, MINE))


def test_a_given_area_is_called_by_its_slug_until_it_is_renamed() -> None:
    assert [area.label for area in (DEFAULT_AREAS[0], MUSIC)] == ["identity", MUSIC.name]
    assert Area(slug="identity", name="Who I am").label == "Who I am"
