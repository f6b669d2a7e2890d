"""Who was met in sessions, how often, and when last: found among the newest sessions, or where few lead to it."""

from datetime import date
from sqlite3 import Connection

from mentorlog.model.tallies import LastMeeting, PersonTally
from mentorlog.storage.entries.read_rows import read_people

SESSIONS = "e.kind = 'session' AND e.removed_at IS NULL AND e.tender = 0"
WITH_PEOPLE = f"FROM entries e CROSS JOIN entry_people x ON x.entry = e.number WHERE {SESSIONS}"
RECENT = 500  # sessions looked through first, from the newest back
FEW = 100  # entries with one person that are looked up one by one
# `ever` is counted for nobody but who is named in many entries and was not met of late, and then once for all: a
# walk through all sessions.
LAST = f"""WITH newest AS (SELECT e.number, e.day FROM entries e WHERE {SESSIONS} ORDER BY e.day DESC LIMIT {RECENT}),
    recent AS MATERIALIZED (
        SELECT x.person, MAX(n.day) AS day FROM newest n CROSS JOIN entry_people x ON x.entry = n.number
        GROUP BY x.person
    ),
    ever AS MATERIALIZED (SELECT x.person, MAX(e.day) AS day {WITH_PEOPLE} GROUP BY x.person)
    SELECT p.id, COALESCE(
        (SELECT r.day FROM recent r WHERE r.person = p.id),
        CASE WHEN (SELECT COUNT(*) FROM (SELECT 1 FROM entry_people x WHERE x.person = p.id LIMIT {FEW})) < {FEW}
        THEN (SELECT MAX(e.day) FROM entry_people x CROSS JOIN entries e ON e.number = x.entry
            WHERE x.person = p.id AND {SESSIONS})
        ELSE (SELECT v.day FROM ever v WHERE v.person = p.id) END
    ) AS last FROM people p {{which}} ORDER BY last DESC, p.id"""
LAST_MET_ALL, LAST_MET_ACTIVE = LAST.format(which=""), LAST.format(which="WHERE p.state = ''")
COUNTS = f"SELECT x.person, COUNT(*) {WITH_PEOPLE} GROUP BY x.person"


def person_tallies(connection: Connection) -> tuple[PersonTally, ...]:
    """Everybody, with the number of sessions and the last day; those met last come first."""
    counts: dict[int, int] = dict(connection.execute(COUNTS).fetchall())
    people = read_people(connection)
    return tuple(
        PersonTally(person=people[person], sessions=counts.get(person, 0), last=_day(last))
        for person, last in connection.execute(LAST_MET_ALL)
    )


def last_met(connection: Connection) -> tuple[LastMeeting, ...]:
    """As `meetings`, without those who are paused or closed, and without counting."""
    people = read_people(connection)
    return tuple(
        LastMeeting(person=people[person], last=_day(last)) for person, last in connection.execute(LAST_MET_ACTIVE)
    )


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
