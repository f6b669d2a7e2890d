"""The JSON forms of what stands between two sessions: who helps with what, and check-ins side by side."""

from collections.abc import Iterable

from mentorlog.export.entry_keys import Keys, day_key, entry_keys, period_keys
from mentorlog.insights.checkins import Checkins
from mentorlog.insights.lookback import Lookback, Relationship
from mentorlog.insights.map import Map
from mentorlog.insights.prep import Prep, SuggestedTopic
from mentorlog.model.entries import Checkin, Entry


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
            {**entry_keys(memory.checkin), "looking_back": [_later_keys(one) for one in memory.lookbacks]}
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


def prep_keys(figure: Prep) -> Keys:
    """The page for the next session. "ended" is the day on which an action was done or set aside, "days" how old an
    open one is, "since" the day of which a goal is quiet.
    """
    return {
        "person": figure.person.name,
        "today": figure.today.isoformat(),
        "last": entry_keys(figure.last) if figure.last else None,
        "to_tell": [{**entry_keys(one.action), "ended": one.on.isoformat()} for one in figure.unreported],
        "open": [{**entry_keys(one), "days": (figure.today - one.on).days} for one in figure.open_actions],
        "questions": [entry_keys(one) for one in figure.questions],
        "quiet": [{**entry_keys(one.goal), "since": one.since.isoformat()} for one in figure.stale_goals],
        "feedback": [entry_keys(one) for one in figure.feedback],
        "offer": _offer_keys(figure.suggestion),
    }


def _offer_keys(offer: SuggestedTopic | None) -> Keys | None:
    return {"areas": [area.slug for area in offer.areas], "question": offer.question} if offer else None


def lookback_keys(figure: Lookback) -> Keys:
    """The same time in earlier years: every entry once in full, and by its number where it belongs."""
    return {
        "today": figure.today.isoformat(),
        "total": len(figure.entries),
        "entries": [entry_keys(entry) for entry in figure.entries],
        "years": [
            {
                "years_ago": year.moment.years_ago,
                "day": year.moment.day.isoformat(),
                "week": period_keys(year.moment.week),
                "on_the_day": _numbers(year.on_the_day),
                "entries": _numbers(year.entries),
            }
            for year in figure.years
        ],
        "relationship": _relationship_keys(figure.relationship) if figure.relationship else None,
    }


def _relationship_keys(relationship: Relationship) -> Keys:
    return {
        "with": relationship.person.name,
        "first": relationship.first.isoformat(),
        "days": relationship.days,
        "others": [
            {"with": point.person.name, "on": point.on.isoformat(), "entries": _numbers(point.entries)}
            for point in relationship.others
        ],
    }


def _numbers(entries: Iterable[Entry]) -> list[int]:
    return [entry.number for entry in entries]
