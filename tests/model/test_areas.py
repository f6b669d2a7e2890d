"""How a typed word finds an area."""

import pytest

from mentorlog.errors import InvalidInput, NotFound
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
    ("word", "reason", "values"),
    [
        ("i", "ambiguous-area", {"areas": ("identity", "intersectionality")}),
        ("co", "ambiguous-area", {"areas": ("coping", "community")}),
        ("identiy", "no-area-but", {"meant": "identity"}),
        ("Advocasy", "no-area-but", {"meant": "advocacy"}),
        ("xyzzy", "no-area", {}),
        ("", "no-area", {}),
    ],
)
def test_a_word_that_fits_none_or_several_is_refused(word: str, reason: str, values: dict[str, object]) -> None:
    with pytest.raises(InvalidInput if "areas" in values else NotFound) as caught:
        find_area(word, AREAS)
    assert (caught.value.reason, caught.value.values) == (reason, {"word": word, **values})


def test_an_exact_name_wins_over_a_beginning() -> None:
    arts = (Area(slug="art", name="Art"), Area(slug="artistry", name="Artistry"))
    assert find_area("art", arts).slug == "art"


def test_a_slug_that_is_the_name_of_another_is_ambiguous() -> None:
    with pytest.raises(InvalidInput, match="ambiguous-area"):
        find_area("identity", (*DEFAULT_AREAS, MINE))


def test_a_given_area_is_called_by_its_slug_until_it_is_renamed() -> None:
    assert [area.label for area in (DEFAULT_AREAS[0], MUSIC)] == ["identity", MUSIC.name]
    assert Area(slug="identity", name="Who I am").label == "Who I am"
