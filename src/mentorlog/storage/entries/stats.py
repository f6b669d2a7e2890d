"""Counts over a selection, made by SQL: one statement a figure, however many entries there are."""

from dataclasses import replace
from datetime import date
from sqlite3 import Connection, Row

from mentorlog.model.areas import Area
from mentorlog.model.entries import Kind
from mentorlog.model.people import Person
from mentorlog.model.selection import EVERYTHING, Selection
from mentorlog.model.tallies import AreaPersonTally, AreaTally, DayTally, MonthTally, OverlapTally, PersonTally, Tallies
from mentorlog.storage.entries.queries import WhereClause, where_clause
from mentorlog.storage.entries.read_rows import read_areas, read_people

# CROSS JOIN: SQLite goes through the entries once, by an index; left to itself it would, for each area, fetch every
# entry that touches it.
KINDS = "SELECT e.kind, COUNT(*), SUM(e.minutes), MIN(e.day), MAX(e.day) FROM entries e WHERE {where} GROUP BY e.kind"
MONTHS = "SELECT substr(e.day, 1, 7), COUNT(*) FROM entries e WHERE {where} GROUP BY 1 ORDER BY 1"
DAYS = "SELECT e.day, COUNT(*) FROM entries e WHERE {where} GROUP BY e.day ORDER BY e.day"
AREAS = """SELECT a.area, COUNT(*), SUM(e.kind = 'session'), SUM(e.kind = 'reflection'), SUM(e.kind = 'goal'),
    MAX(e.day) FROM entries e CROSS JOIN entry_areas a ON a.entry = e.number WHERE {where} GROUP BY a.area"""
AREA_MONTHS = """SELECT a.area, substr(e.day, 1, 7), COUNT(*) FROM entries e
    CROSS JOIN entry_areas a ON a.entry = e.number WHERE {where} GROUP BY 1, 2 ORDER BY 1, 2"""
OVERLAPS = """SELECT a.area, b.area, COUNT(*) FROM entries e CROSS JOIN entry_areas a ON a.entry = e.number
    CROSS JOIN entry_areas b ON b.entry = e.number AND b.area > a.area WHERE {where} GROUP BY a.area, b.area"""
PEOPLE = """SELECT p.person, COUNT(*), MAX(e.day) FROM entries e JOIN entry_people p ON p.entry = e.number
    WHERE e.kind = 'session' AND {where} GROUP BY p.person ORDER BY COUNT(*) DESC, MAX(e.day) DESC, p.person"""
GOALS = "SELECT e.status, COUNT(*) FROM entries e WHERE e.kind = 'goal' AND {where} GROUP BY e.status"
ENDED_WITHIN = """(e.status IN ('active', 'paused') OR EXISTS (SELECT 1 FROM events v WHERE v.entry = e.number
    AND v.what = e.status AND v.day >= ? AND v.day < ?))"""

CELLS = """SELECT a.area, p.person, COUNT(*), MAX(e.day) FROM entries e CROSS JOIN entry_areas a ON a.entry = e.number
    CROSS JOIN entry_people p ON p.entry = e.number CROSS JOIN areas x ON x.slug = a.area
    WHERE {where} GROUP BY a.area, p.person ORDER BY x.position, a.area, p.person"""


def tallies(connection: Connection, selection: Selection | None) -> Tallies:
    """All counts over `selection`; goals by what they are now, those that are over where they ended in the period."""
    selection = selection or EVERYTHING
    chosen = where_clause(selection)
    kinds = {kind: row for kind, *row in _fetch_counts(connection, KINDS, chosen)}
    areas = read_areas(connection)
    days = [date.fromisoformat(day) for _, _, first, last in kinds.values() for day in (first, last)]
    return Tallies(
        entries=sum(count for count, *_ in kinds.values()),
        total_minutes=sum(spent or 0 for _, spent, *_ in kinds.values()),
        kinds={kind.value: kinds[kind][0] for kind in Kind if kind in kinds},
        areas=_areas(_fetch_counts(connection, AREAS, chosen), _fetch_counts(connection, AREA_MONTHS, chosen), areas),
        overlaps=_overlaps(_fetch_counts(connection, OVERLAPS, chosen), areas),
        months=tuple(_month(*row) for row in _fetch_counts(connection, MONTHS, chosen)),
        goals={row[0]: row[1] for row in _goals(connection, selection)},
        people=_people(_fetch_counts(connection, PEOPLE, chosen), read_people(connection)),
        first=min(days, default=None),
        last=max(days, default=None),
        days=tuple(
            DayTally(on=date.fromisoformat(day), entries=count)
            for day, count in _fetch_counts(connection, DAYS, chosen)
        ),
    )


def _month(month: str, entries: int) -> MonthTally:
    return MonthTally(month=date.fromisoformat(f"{month}-01"), entries=entries)


def _areas(rows: list[Row], months: list[Row], areas: dict[str, Area]) -> tuple[AreaTally, ...]:
    """A tally for every area, in their order; an empty one where no entry touches it."""
    touched = {
        slug: AreaTally(
            area=areas[slug],
            entries=entries,
            sessions=sessions,
            reflections=reflections,
            goals=goals,
            last=date.fromisoformat(last),
            months=tuple(_month(month, count) for area, month, count in months if area == slug),
        )
        for slug, entries, sessions, reflections, goals, last in rows
    }
    return tuple(touched.get(slug) or AreaTally(area=area) for slug, area in areas.items())


def _overlaps(rows: list[Row], areas: dict[str, Area]) -> tuple[OverlapTally, ...]:
    """Each pair of areas in their order; the fullest pairs first."""
    places = {slug: place for place, slug in enumerate(areas)}
    pairs = sorted((-count, *sorted((places[a], places[b]))) for a, b, count in rows)
    known = [*areas.values()]
    return tuple(OverlapTally(areas=(known[a], known[b]), entries=-count) for count, a, b in pairs)


def _people(rows: list[Row], people: dict[int, Person]) -> tuple[PersonTally, ...]:
    return tuple(
        PersonTally(person=people[person], sessions=sessions, last=date.fromisoformat(last) if last else None)
        for person, sessions, last in rows
    )


def area_person_tallies(connection: Connection, selection: Selection | None) -> tuple[AreaPersonTally, ...]:
    """Each area with each person, where an entry of `selection` has both; by area, then by person."""
    areas, people = read_areas(connection), read_people(connection)
    return tuple(
        AreaPersonTally(area=areas[slug], person=people[person], entries=entries, last=date.fromisoformat(last))
        for slug, person, entries, last in _fetch_counts(connection, CELLS, where_clause(selection))
    )


def _goals(connection: Connection, selection: Selection) -> list[Row]:
    conditions, parameters = where_clause(replace(selection, within=None))
    if selection.within:
        conditions = f"{ENDED_WITHIN} AND {conditions}"
        parameters = [selection.within.start.isoformat(), selection.within.end.isoformat(), *parameters]
    return _fetch_counts(connection, GOALS, (conditions, parameters))


def _fetch_counts(connection: Connection, query: str, chosen: WhereClause) -> list[Row]:
    conditions, parameters = chosen
    return connection.execute(query.format(where=conditions), parameters).fetchall()
