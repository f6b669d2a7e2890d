"""The JSON forms that scripts rely on: entries and figures as plain keys and values.

Text that is missing is "", a list that is empty is [], a number or a day that is missing is null. Days are
ISO days, and both days of a period belong to it. New keys may come; none goes or changes its meaning while
"schema_version" stays 1.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mentorlog.dates import Period
from mentorlog.export.between_keys import checkins_keys, lookback_keys, map_keys, prep_keys
from mentorlog.export.catchup_keys import catchup_keys
from mentorlog.export.coming_keys import import_preview_keys
from mentorlog.export.entry_keys import Keys, day_key, entry_keys, event_keys, period_keys
from mentorlog.export.history_keys import deed_keys, history_keys, versions_keys
from mentorlog.export.preview_keys import year_preview_keys
from mentorlog.export.review_keys import (
    comments_and_notes_keys,
    entry_review_keys,
    mentee_status_keys,
    mentees_keys,
    reply_preview_keys,
)
from mentorlog.export.sharing_keys import (
    feedback_received_keys,
    packet_keys,
    packets_keys,
    share_preview_keys,
    visibility_keys,
)
from mentorlog.insights.goal_story import GoalStory, Step
from mentorlog.insights.home import Home
from mentorlog.insights.listing import Detail, Listing
from mentorlog.insights.progress import Progress
from mentorlog.insights.review import ReviewTimeline
from mentorlog.insights.timeline import Timeline
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry
from mentorlog.model.people import Person
from mentorlog.model.reports import Backup
from mentorlog.model.tallies import AreaTally, LastMeeting, PersonTally

if TYPE_CHECKING:
    from mentorlog.model.frameworks import Framework

__all__ = [
    "Keys",
    "area_keys",
    "areas_keys",
    "backup_keys",
    "backups_keys",
    "catchup_keys",
    "checkins_keys",
    "deed_keys",
    "detail_keys",
    "entry_keys",
    "entry_review_keys",
    "escape_unsafe",
    "feedback_received_keys",
    "frameworks_keys",
    "goal_story_keys",
    "history_keys",
    "home_keys",
    "import_preview_keys",
    "json_text",
    "listing_keys",
    "lookback_keys",
    "map_keys",
    "mentees_keys",
    "packet_keys",
    "packets_keys",
    "people_keys",
    "period_keys",
    "person_keys",
    "prep_keys",
    "progress_keys",
    "reply_preview_keys",
    "review_timeline_keys",
    "settings_keys",
    "share_preview_keys",
    "tender_keys",
    "timeline_keys",
    "versions_keys",
    "visibility_keys",
    "year_preview_keys",
]

# Valid in JSON as they are, but a terminal would obey or hide them: DEL, C1, bidi controls, what has no width, tags;
# and half characters.
UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def json_text(keys: Keys) -> str:
    """`keys` as one JSON object, "schema_version" first; any script as it is, and nothing that a terminal obeys."""
    plain = json.dumps({"schema_version": 1, **keys}, ensure_ascii=False, indent=2, allow_nan=False)
    return escape_unsafe(plain)


def escape_unsafe(plain: str) -> str:
    """JSON text with what a terminal would obey written as escapes."""
    return plain if plain.isprintable() else UNSAFE.sub(_escape, plain)  # a long line is looked at ten times as fast


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass").hex()
    return re.sub("(....)", r"\\u\1", units)


def _entries(entries: Iterable[Entry]) -> list[Keys]:
    return [entry_keys(entry) for entry in entries]


def listing_keys(listing: Listing) -> Keys:
    """Entries in the order in which they are shown."""
    return {
        "period": period_keys(listing.period or _covered(listing.entries)),
        "total": listing.total,
        "entries": _entries(listing.entries),
    }


def tender_keys(listing: Listing) -> Keys:
    """Tender entries: their numbers and days, and nothing else."""
    return {
        "period": period_keys(listing.period or _covered(listing.entries)),
        "total": listing.total,
        "entries": [{"number": entry.number, "on": entry.on.isoformat()} for entry in listing.entries],
    }


def timeline_keys(timeline: Timeline) -> Keys:
    """The entries of a timeline, flat and in its order."""
    return {
        "period": period_keys(timeline.period or _covered(timeline.entries)),
        "total": timeline.total,
        "entries": _entries(timeline.entries),
    }


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
        "evidence": _entries(story.evidence),
    }


def _step_keys(step: Step) -> Keys:
    return {**event_keys(step.event), "before": step.before, "days": step.days}


def home_keys(home: Home) -> Keys:
    """Today at a glance."""
    return {
        "today": home.today.isoformat(),
        "journal": home.where,
        "mentees": [mentee_status_keys(standing) for standing in home.mentees],
        "entries": home.entries,
        "met": [_person_tally_keys(tally) for tally in home.last_meetings],
        "actions": _entries(home.actions),
        "goals": _entries(home.goals),
        "questions": _entries(home.questions),
        "unfinished": [{"kind": str(kind), "on": begun.isoformat()} for kind, begun in home.drafts],
        "a_year_ago": _entries(home.a_year_ago),
        "next": home.next.name if home.next else None,
    }


def progress_keys(progress: Progress) -> Keys:
    """The figures of a period. An entry may touch several areas: their counts don't add up to `entries`."""
    return {
        "period": period_keys(progress.period),
        "entries": progress.entries,
        "sessions": progress.kinds.get("session", 0),
        "minutes": progress.minutes,
        "areas": [_area_tally_keys(tally) for tally in progress.areas],
        "overlaps": [
            {"areas": [area.slug for area in overlap.areas], "entries": overlap.entries}
            for overlap in progress.overlaps
        ],
        "months": [{"month": f"{tally.month:%Y-%m}", "entries": tally.entries} for tally in progress.months],
        "goals": dict(progress.goals),
        "people": [_person_tally_keys(tally) for tally in progress.people],
    }


def _area_tally_keys(tally: AreaTally) -> Keys:
    return {
        "area": tally.area.slug,
        "entries": tally.entries,
        "sessions": tally.sessions,
        "reflections": tally.reflections,
        "goals": tally.goals,
        "last": day_key(tally.last),
    }


def _person_tally_keys(tally: LastMeeting) -> Keys:
    sessions = tally.sessions if isinstance(tally, PersonTally) else None
    return {"name": tally.person.name, "sessions": sessions, "last": day_key(tally.last)}


def areas_keys(tallies: Iterable[AreaTally]) -> Keys:
    """The benefit areas, and how many entries touch each."""
    return {"areas": [{**area_keys(tally.area), **_area_tally_keys(tally)} for tally in tallies]}


def area_keys(area: Area) -> Keys:
    """One benefit area."""
    return {"area": area.slug, "name": area.name, "about": area.about, "paused": area.is_paused}


def people_keys(tallies: Iterable[PersonTally]) -> Keys:
    """The people of the journal, and how often one met."""
    return {"people": [{**person_keys(tally.person), **_person_tally_keys(tally)} for tally in tallies]}


def person_keys(person: Person) -> Keys:
    """One person."""
    return {"name": person.name, "role": person.role, "rhythm": person.rhythm, "state": person.state or "active"}


def frameworks_keys(frameworks: Iterable["Framework"]) -> Keys:
    """Frameworks with their questions."""
    return {
        "frameworks": [
            {
                "name": framework.name,
                "kind": framework.kind,
                "title": framework.title,
                "version": framework.version,
                "questions": [
                    {"key": prompt.key, "question": prompt.words, "spine": prompt.spine, "option": prompt.option}
                    for prompt in framework.prompts
                ],
            }
            for framework in frameworks
        ]
    }


def settings_keys(settings: Iterable[tuple[str, str]]) -> Keys:
    """The user's settings, each as it is written in its file."""
    return {"settings": dict(settings)}


def backup_keys(backup: Backup) -> Keys:
    """A backup; "entries" is null where it can't be read."""
    return {
        "file": str(backup.path),
        "at": backup.at,
        "automatic": backup.is_automatic,
        "entries": backup.entries,
        "size": backup.size,
    }


def backups_keys(backups: Iterable[Backup]) -> Keys:
    """The backups of a journal."""
    return {"backups": [backup_keys(backup) for backup in backups]}


def _covered(entries: Sequence[Entry]) -> Period | None:
    """From the earliest of the entries to the latest: what is covered where no period was asked for."""
    days = [entry.on for entry in entries]
    return Period.of(min(days), max(days)) if days else None
