"""The JSON forms of what is drawn: `output.show` finds them by the name of the view."""

from mentorlog.insights.checkins import Checkins
from mentorlog.insights.goal_story import GoalStory
from mentorlog.insights.home import Home
from mentorlog.insights.listing import Detail, Listing
from mentorlog.insights.lookback import Lookback, Relationship
from mentorlog.insights.map import Map
from mentorlog.insights.prep import Prep
from mentorlog.insights.progress import Progress
from mentorlog.insights.review import ReviewTimeline
from mentorlog.insights.thanks import Thanks
from mentorlog.insights.timeline import Timeline
from mentorlog.model.entries import Checkin
from mentorlog.model.fields import day_key
from mentorlog.model.json_form import Keys, entry_keys, event_keys, period_keys
from mentorlog.views.json import records
from mentorlog.views.plain import thanks


def home_keys(home: Home) -> Keys:
    """Today at a glance."""
    return {
        "today": home.today.isoformat(),
        "journal": home.where,
        "mentees": [records.mentee_status_keys(standing) for standing in home.mentees],
        "entries": home.entries,
        "met": [records.person_tally_keys(tally) for tally in home.last_meetings],
        "actions": records.entries_keys(home.actions),
        "goals": records.entries_keys(home.goals),
        "questions": records.entries_keys(home.questions),
        "unfinished": [{"kind": str(kind), "on": begun.isoformat()} for kind, begun in home.drafts],
        "a_year_ago": records.entries_keys(home.a_year_ago),
        "next": home.next.name if home.next else None,
    }


def progress_keys(progress: Progress) -> Keys:
    """The figures of a period. An entry may touch several areas: their counts don't add up to `entries`."""
    return {
        "period": period_keys(progress.period),
        "entries": progress.entries,
        "sessions": progress.kinds.get("session", 0),
        "minutes": progress.total_minutes,
        "areas": [records.area_tally_keys(tally) for tally in progress.areas],
        "overlaps": [
            {"areas": records.slugs(overlap.areas), "entries": overlap.entries} for overlap in progress.overlaps
        ],
        "months": records.months_keys(progress.months),
        "goals": dict(progress.goals),
        "people": [records.person_tally_keys(tally) for tally in progress.people],
    }


def listing_keys(figure: Listing | Timeline) -> Keys:
    """Entries, flat and in the order in which they are shown."""
    return {**records.shown_period_keys(figure), "entries": records.entries_keys(figure.entries)}


timeline_keys = listing_keys


def review_timeline_keys(reading: ReviewTimeline) -> Keys:
    """A mentee's timeline, each entry with what its mentor wrote to it."""
    keys = timeline_keys(reading.timeline)
    entries = [
        {
            **entry_keys(entry),
            "new": reading.sources[entry.number].is_new,
            "changed": reading.sources[entry.number].has_changed,
            **records.comments_and_notes_keys(reading.comments.get(entry.number, ()), entry.number),
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
        "steps": [{**event_keys(step.event), "before": step.before, "days": step.days} for step in story.steps],
        "evidence": records.entries_keys(story.evidence),
    }


def map_keys(figure: Map) -> Keys:
    """Who helps with what: a cell for each area and person with entries, and the areas that came up with nobody."""
    return {
        "period": period_keys(figure.period),
        "areas": records.slugs(figure.areas),
        "people": [person.name for person in figure.people],
        "cells": [
            {"area": cell.area.slug, "person": cell.person.name, "entries": cell.entries, "last": day_key(cell.last)}
            for cell in figure.cells
        ],
        "unmet": records.slugs(figure.unmet),
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
    offer = figure.suggestion
    return {
        "person": figure.person.name,
        "today": figure.today.isoformat(),
        "last": entry_keys(figure.last) if figure.last else None,
        "to_tell": [{**entry_keys(one.action), "ended": one.on.isoformat()} for one in figure.unreported],
        "open": [{**entry_keys(one), "days": (figure.today - one.on).days} for one in figure.open_actions],
        "questions": records.entries_keys(figure.questions),
        "quiet": [{**entry_keys(one.goal), "since": one.since.isoformat()} for one in figure.stale_goals],
        "feedback": records.entries_keys(figure.feedback),
        "offer": {"areas": records.slugs(offer.areas), "question": offer.question} if offer else None,
    }


def lookback_keys(figure: Lookback) -> Keys:
    """The same time in earlier years: every entry once in full, and by its number where it belongs."""
    return {
        "today": figure.today.isoformat(),
        "total": len(figure.entries),
        "entries": records.entries_keys(figure.entries),
        "years": [
            {
                "years_ago": year.moment.years_ago,
                "day": year.moment.day.isoformat(),
                "week": period_keys(year.moment.week),
                "on_the_day": records.entry_numbers(year.on_the_day),
                "entries": records.entry_numbers(year.entries),
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
            {"with": point.person.name, "on": point.on.isoformat(), "entries": records.entry_numbers(point.entries)}
            for point in relationship.others
        ],
    }


def thanks_keys(figure: Thanks) -> Keys:
    """What the draft is made of, and its lines."""
    return {
        "sessions": figure.sessions,
        "first": day_key(figure.first),
        "last": day_key(figure.last),
        "moments": records.entry_numbers(figure.moments),
        "worked": records.entry_numbers(figure.successful_actions),
        "text": "\n".join(thanks.lines(figure)),
    }
