"""The JSON forms of what is drawn: `output.show` finds them by the name of the view."""

from collections.abc import Iterable

from mentorlog.insights.checkins import Checkins
from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.insights.home import Home
from mentorlog.insights.listing import Detail, Listing
from mentorlog.insights.lookback import Lookback, Relationship
from mentorlog.insights.map import Map
from mentorlog.insights.prep import Prep, SuggestedTopic
from mentorlog.insights.progress import Progress
from mentorlog.insights.review import ReviewTimeline
from mentorlog.insights.thanks import Thanks
from mentorlog.insights.timeline import Timeline
from mentorlog.model.entries import Checkin, Entry
from mentorlog.model.fields import day_key
from mentorlog.model.json_form import Keys, entry_keys, event_keys, period_keys
from mentorlog.views.json.records import (
    area_tally_keys,
    comments_and_notes_keys,
    entries_keys,
    mentee_status_keys,
    person_tally_keys,
    shown_period_keys,
)
from mentorlog.views.plain import thanks


def home_keys(home: Home) -> Keys:
    """Today at a glance."""
    return {
        "today": home.today.isoformat(),
        "journal": home.where,
        "mentees": [mentee_status_keys(standing) for standing in home.mentees],
        "entries": home.entries,
        "met": [person_tally_keys(tally) for tally in home.last_meetings],
        "actions": entries_keys(home.actions),
        "goals": entries_keys(home.goals),
        "questions": entries_keys(home.questions),
        "unfinished": [{"kind": str(kind), "on": begun.isoformat()} for kind, begun in home.drafts],
        "a_year_ago": entries_keys(home.a_year_ago),
        "next": home.next.name if home.next else None,
    }


def progress_keys(progress: Progress) -> Keys:
    """The figures of a period. An entry may touch several areas: their counts don't add up to `entries`."""
    return {
        "period": period_keys(progress.period),
        "entries": progress.entries,
        "sessions": progress.kinds.get("session", 0),
        "minutes": progress.total_minutes,
        "areas": [area_tally_keys(tally) for tally in progress.areas],
        "overlaps": [
            {"areas": [area.slug for area in overlap.areas], "entries": overlap.entries}
            for overlap in progress.overlaps
        ],
        "months": [{"month": f"{tally.month:%Y-%m}", "entries": tally.entries} for tally in progress.months],
        "goals": dict(progress.goals),
        "people": [person_tally_keys(tally) for tally in progress.people],
    }


def listing_keys(figure: Listing | Timeline) -> Keys:
    """Entries, flat and in the order in which they are shown."""
    return {**shown_period_keys(figure), "entries": entries_keys(figure.entries)}


timeline_keys = listing_keys


def review_timeline_keys(reading: ReviewTimeline) -> Keys:
    """A mentee's timeline, each entry with what its mentor wrote to it."""
    keys = timeline_keys(reading.timeline)
    entries = [
        {
            **entry_keys(entry),
            "new": reading.sources[entry.number].is_new,
            "changed": reading.sources[entry.number].has_changed,
            **comments_and_notes_keys(reading.comments.get(entry.number, ()), entry.number),
        }
        for entry in reading.timeline.entries
    ]
    return {"mentee": reading.standing.mentee.name, **keys, "entries": entries}


def detail_keys(detail: Detail) -> Keys:
    """One entry: the entry itself."""
    return entry_keys(detail.entry)


def goal_story_keys(story: GoalStory) -> Keys:
    """A goal, its events with what was before them, and the entries that stand behind it."""
    return {
        "goal": entry_keys(story.goal),
        "steps": [_step_keys(step) for step in story.steps],
        "evidence": entries_keys(story.evidence),
    }


def _step_keys(step: Step) -> Keys:
    return {**event_keys(step.event), "before": step.before, "days": step.days}


def map_keys(figure: Map) -> Keys:
    """Who helps with what: a cell for each area and person with entries, and the areas that came up with nobody."""
    return {
        "period": period_keys(figure.period),
        "areas": [area.slug for area in figure.areas],
        "people": [person.name for person in figure.people],
        "cells": [
            {"area": cell.area.slug, "person": cell.person.name, "entries": cell.entries, "last": day_key(cell.last)}
            for cell in figure.cells
        ],
        "unmet": [area.slug for area in figure.unmet],
    }


def checkins_keys(figure: Checkins) -> Keys:
    """The check-ins of an area, each with what was seen in it later."""
    return {
        "area": figure.area.slug,
        "checkins": [
            {**entry_keys(memory.checkin), "looking_back": list(map(_later_keys, memory.lookbacks))}
            for memory in figure.memories
        ],
    }


def _later_keys(checkin: Checkin) -> Keys:
    number, words = checkin.then
    return {"number": checkin.number, "on": checkin.on.isoformat(), "rating": number, "text": words}


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
        "questions": entries_keys(figure.questions),
        "quiet": [{**entry_keys(one.goal), "since": one.since.isoformat()} for one in figure.stale_goals],
        "feedback": entries_keys(figure.feedback),
        "offer": _offer_keys(figure.suggestion),
    }


def _offer_keys(offer: SuggestedTopic | None) -> Keys | None:
    return {"areas": [area.slug for area in offer.areas], "question": offer.question} if offer else None


def lookback_keys(figure: Lookback) -> Keys:
    """The same time in earlier years: every entry once in full, and by its number where it belongs."""
    return {
        "today": figure.today.isoformat(),
        "total": len(figure.entries),
        "entries": entries_keys(figure.entries),
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


def thanks_keys(figure: Thanks) -> Keys:
    """What the draft is made of, and its lines."""
    return {
        "sessions": figure.sessions,
        "first": day_key(figure.first),
        "last": day_key(figure.last),
        "moments": [entry.number for entry in figure.moments],
        "worked": [action.number for action in figure.successful_actions],
        "text": "\n".join(thanks.lines(figure)),
    }
