"""Sessions and due days as iCalendar (RFC 5545).

Calendars are shown to colleagues and kept by servers, so an event has no more words than it needs: of a session with
whom and its title, of what is due its wording. All are marked as private.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentorlog.errors import InvalidInput
from mentorlog.model.entries import Action, Entry, Goal, Session
from mentorlog.text import one_line

if TYPE_CHECKING:
    from icalendar import Event

DAY = timedelta(days=1)
OPEN = ("open", "active")
END = b"END:VCALENDAR\r\n"


def render(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The calendar, event by event. Raises InvalidInput where the library for it isn't installed."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise InvalidInput("no-icalendar") from None
    calendar = Calendar()
    calendar.add("prodid", "-//mentorlog//EN")
    calendar.add("version", "2.0")
    yield calendar.to_ical().removesuffix(END)
    for entry in filter(is_dated, entries):
        yield _event(entry).to_ical()
    yield END


def is_dated(entry: Entry) -> bool:
    """Whether a calendar has a place for it: a session, or something open with a due day."""
    if isinstance(entry, Goal | Action):
        return entry.due is not None and entry.status in OPEN
    return isinstance(entry, Session)


def _event(entry: Entry) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.uid}@mentorlog")
    event.add("dtstamp", datetime.fromisoformat(entry.changed_at or entry.written_at))
    event.add("class", "PRIVATE")
    event.add("summary", _summary(entry))
    start = _start(entry)
    event.add("dtstart", start)
    if isinstance(start, datetime):
        minutes = entry.minutes if isinstance(entry, Session) else None
        event.add("duration", timedelta(minutes=minutes or 60))
    else:
        event.add("dtend", start + DAY)
        event.add("transp", "TRANSPARENT")
    return event


def _start(entry: Entry) -> date | datetime:
    if isinstance(entry, Goal | Action) and entry.due:
        return entry.due
    if not entry.time:
        return entry.on
    moment = datetime.combine(entry.on, time.fromisoformat(entry.time))
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _summary(entry: Entry) -> str:
    if not isinstance(entry, Session):
        return f"Due: {one_line(entry.text or entry.title)}"
    people = f" with {', '.join(one_line(person.name) for person in entry.people)}" if entry.people else ""
    return f"Session{people}{f': {one_line(entry.title)}' if entry.title else ''}"
