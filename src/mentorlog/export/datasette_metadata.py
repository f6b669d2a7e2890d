"""What Datasette is told about a journal: titles, what to narrow by, and queries that are worth asking."""

import json
from collections.abc import Sequence

from mentorlog.model.json_form import Keys

FACETS = ("kind", {"array": "areas"}, {"array": "people"}, "visibility", "status")
HIDDEN_TABLES = (
    *("entries", "entry_areas", "entry_people", "entry_goals", "answers", "events", "commands", "revisions", "journal"),
    *("readers", "reader_entries", "packets", "packet_entries"),
    *("mentees", "received_packets", "received_entries", "comments", "replies"),
    *("_sqlite_migrations", "sqlite_sequence"),
)
QUERIES = {
    "areas-by-year": (
        "Areas by year",
        "In how many entries each area is. An entry may be in several.",
        (
            "SELECT substr(day, 1, 4) AS year, value AS area, count(*) AS entries FROM timeline, json_each(areas) "
            "GROUP BY year, area ORDER BY year DESC, entries DESC"
        ),
    ),
    "people-by-area": (
        "Who helps with what",
        "Sessions and reflections, by person and area.",
        (
            "SELECT p.value AS person, a.value AS area, count(*) AS entries, max(day) AS last FROM timeline, "
            "json_each(people) p, json_each(areas) a WHERE kind IN ('session', 'reflection') "
            "GROUP BY person, area ORDER BY person, entries DESC"
        ),
    ),
    "open": (
        "What is open",
        "Actions and goals, by the day on which they are due.",
        (
            "SELECT number, kind, day, due, status, people, substr(text, 1, 200) AS begins FROM timeline "
            "WHERE status IN ('open', 'active') ORDER BY due IS NULL, due, number"
        ),
    ),
    "find": (
        "Find words",
        "In titles and texts, as they are written.",
        (
            "SELECT number, kind, day, title, areas, people, substr(text, 1, 200) AS begins FROM timeline "
            "WHERE title LIKE '%' || :words || '%' OR text LIKE '%' || :words || '%' ORDER BY day DESC, number DESC"
        ),
    ),
    "months": (
        "Months",
        "How much was written in each.",
        (
            "SELECT substr(day, 1, 7) AS month, count(*) AS entries, sum(kind = 'session') AS sessions, "
            "sum(minutes) AS minutes FROM timeline GROUP BY month ORDER BY month DESC"
        ),
    ),
}


def metadata(database: str, years: Sequence[int]) -> str:
    """The JSON for `datasette --metadata`. `database` is the name of the file without its ending."""
    queries: Keys = {
        name: {"title": title, "description": about, "sql": sql} for name, (title, about, sql) in QUERIES.items()
    }
    tables: Keys = {
        "timeline": {
            "description_html": f"By year: {_years(years)}",
            "facets": list(FACETS),
            "sort_desc": "day",
            "size": 50,
        },
        **{name: {"hidden": True} for name in HIDDEN_TABLES},
    }
    whole: Keys = {
        "title": "mentorlog",
        "description": "A mentorship journal. It can be read here, and not changed.",
        "allow": {"id": "root"},
        "databases": {
            database: {"description": "Begin with the view timeline.", "tables": tables, "queries": queries},
            "_internal": {"allow": False},  # Datasette's own
        },
    }
    return json.dumps(whole, ensure_ascii=False)


def _years(years: Sequence[int]) -> str:
    return " · ".join(f'<a href="timeline?day__startswith={year}">{year}</a>' for year in years)
