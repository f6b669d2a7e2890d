"""The check-ins of one area side by side: where one was in one's own words then, and as it looks from later."""

from collections import defaultdict
from datetime import date

from mentorlog.model.areas import Area
from mentorlog.model.entries import Checkin
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckinPair:
    """A check-in as it was written, and the later ones that look back at it."""

    checkin: Checkin
    lookbacks: tuple[Checkin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkins:
    """The check-ins of an area, oldest first. A number stands only where one was given; nothing is summed."""

    area: Area
    today: date
    memories: tuple[CheckinPair, ...]


def checkins(area: Area, found: tuple[Checkin, ...], *, today: date) -> Checkins:
    """The check-ins `found` in an area, oldest first. One that says nothing of its own day stands only beside the one
    that it looks back at; where that is gone, it stands alone.
    """
    numbers = {one.number for one in found}
    later: dict[int, list[Checkin]] = defaultdict(list)
    for one in found:
        if any(one.then):
            later[one.about if one.about in numbers else one.number].append(one)
    memories = tuple(
        CheckinPair(checkin=one, lookbacks=tuple(later[one.number]))
        for one in found
        if any(one.now) or later[one.number]
    )
    return Checkins(area=area, today=today, memories=memories)
