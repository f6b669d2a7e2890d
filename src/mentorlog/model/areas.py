"""The benefit areas: the nine that every journal starts with, and how a typed word finds one.

The nine come from an essay on what mentorship gives people of mixed Asian heritage; the
descriptions are in our own words. An area's slug is its identity and never changes; its name is
the user's to change, and every report follows.
"""

import re
from dataclasses import field

from mentorlog.errors import InvalidInput, NotFound
from mentorlog.model.records import dataclass
from mentorlog.text import fold, suggest


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A benefit area; `about` says what a mentor does there, `position` is its place in lists, given when saved."""

    slug: str
    name: str
    about: str = ""
    is_paused: bool = False
    position: int = field(default=0, compare=False)

    @property
    def label(self) -> str:
        """What reports call it: the short slug of a given area, or the name that the user chose."""
        given = DEFAULT_AREAS_BY_SLUG.get(self.slug)
        return self.slug if given and given.name == self.name else self.name


_DEFAULTS = (  # slug, name, about
    (
        "identity",
        "Cultural identity exploration",
        "Insight into several cultures; finding one's way among identities, and belonging.",
    ),
    ("networking", "Networking opportunities", "Introductions to people who matter for a career or for growing."),
    ("validation", "Personal validation", "Support, so that one feels seen and heard in one's own experience."),
    (
        "intersectionality",
        "Intersectional identity understanding",
        "Seeing how several identities meet and shape one another.",
    ),
    ("role-modeling", "Role modeling", "An example of living with complex identities: grace, empathy, resilience."),
    ("coping", "Coping strategies", "Ways to cope, and to handle the stress between several cultures."),
    ("advocacy", "Advocacy", "Speaking for one's needs where one may be overlooked or outnumbered."),
    ("growth", "Personal growth", "Encouragement of interests, and growing as a person."),
    ("community", "Community building", "Meeting others of a similar background."),
)
DEFAULT_AREAS = tuple(Area(slug=slug, name=name, about=about) for slug, name, about in _DEFAULTS)
DEFAULT_AREAS_BY_SLUG = {area.slug: area for area in DEFAULT_AREAS}


def find_area(word: str, areas: tuple[Area, ...]) -> Area:
    """The area that `word` names: its slug or name, or a beginning of only one.

    Raises InvalidInput where the beginning fits several, NotFound (with a suggestion) where it fits none.
    """
    typed = fold(word.strip())
    known = {area: (fold(area.slug), fold(area.name)) for area in areas}
    exact = [area for area, names in known.items() if typed in names]
    found = exact or [area for area, names in known.items() if typed and any(n.startswith(typed) for n in names)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidInput("ambiguous-area", word=word, areas=tuple(area.slug for area in found))
    close = suggest(typed, [name for names in known.values() for name in names])
    meant = [area.slug for area, names in known.items() if any(name in close for name in names)]
    if meant:
        raise NotFound("no-area-but", word=word, meant=meant[0])
    raise NotFound("no-area", word=word)


def slug_of(name: str) -> str:
    """The slug of a name: its letters and digits, folded, joined by hyphens; empty where it has none."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-_")
