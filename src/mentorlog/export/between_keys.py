"""The JSON forms of what stands between two sessions: who helps with what, and check-ins side by side."""

from mentorlog.export.entry_keys import Keys, day_key, entry_keys, period_keys
from mentorlog.insights.checkins import Checkins
from mentorlog.insights.map import Map
from mentorlog.model.entries import Checkin


def map_keys(figure: Map) -> Keys:
    """Who helps with what: a cell for each area and person with entries, and the areas that came up with nobody."""
    return {
        "period": period_keys(figure.period),
        "areas": [area.slug for area in figure.areas],
        "people": [person.name for person in figure.people],
        "cells": [
            {
                "area": cell.area.slug,
                "person": cell.person.name,
                "entries": cell.entries,
                "last": day_key(cell.last),
            }
            for cell in figure.cells
        ],
        "unmet": [area.slug for area in figure.unmet],
    }


def checkins_keys(figure: Checkins) -> Keys:
    """The check-ins of an area, each with what was seen in it later."""
    return {
        "area": figure.area.slug,
        "checkins": [
            {**entry_keys(memory.checkin), "looking_back": [_later_keys(one) for one in memory.seen_later]}
            for memory in figure.memories
        ],
    }


def _later_keys(checkin: Checkin) -> Keys:
    return {
        "number": checkin.number,
        "on": checkin.on.isoformat(),
        "rating": checkin.then_rating,
        "text": checkin.then_words,
    }
