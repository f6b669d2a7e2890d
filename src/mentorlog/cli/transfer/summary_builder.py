"""How a yearly summary is put together: what was asked, whose entries it holds, how they are numbered and named.

A summary for another reader is made from a journal that holds only what that reader may see. So nothing in it can
tell of anything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.cli.app import parsing
from mentorlog.cli.app.context import Call
from mentorlog.dates import Period
from mentorlog.errors import Mistyped
from mentorlog.files import UNCHANGED
from mentorlog.insights.meetings import named_in
from mentorlog.insights.preview import Preview, Row, kept_back
from mentorlog.insights.progress import progress
from mentorlog.insights.pseudonyms import Naming
from mentorlog.insights.year import Frame, YearSummary, year_summary
from mentorlog.model.entries import Entry, Goal, Session
from mentorlog.model.enums import Reader
from mentorlog.model.people import Person
from mentorlog.model.readers import USUAL_NAMES, Names, Rule
from mentorlog.model.selection import Selection
from mentorlog.storage.open_journal import seen_by_reader

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for. Without a `period` it is `usual`, or, where everything is with somebody, the time from
    the first session on.
    """

    frame: Frame
    period: Period | None
    usual: Period
    today: date

    def covers(self, entries: Iterable[Entry]) -> Period:
        """The period, from the entries of any time that its reader may see."""
        is_one = bool(self.frame.people or self.frame.rule.person)
        days = [entry.on for entry in entries if isinstance(entry, Session) and is_one]
        since = Period.of(min(days), max(self.today, *days)) if days else self.usual
        return self.period or since


def rule(
    journal: "Journal",
    reader: str,
    names: str | None,
    with_: Iterable[str] | None,
    include: Iterable[str] | None,
    leave_out: Iterable[str] | None,
) -> Rule:
    """What was typed about the reader; raises Mistyped or NotFound."""
    who = parsing.one_of(Reader, reader)
    people = parsing.known_people(journal, with_)
    if who is Reader.MENTOR and len(people) > 1:
        raise Mistyped("A document is for one mentor.", safe=UNCHANGED, hint="Name one person: --with NAME")
    return Rule(
        reader=who,
        names=parsing.one_of(Names, names) if names else USUAL_NAMES[who],
        person=people[0] if people and who is Reader.MENTOR else None,
        put_in=_numbers(journal, include),
        left_out=_numbers(journal, leave_out),
    )


def asked(
    call: Call,
    journal: "Journal",
    for_: Rule,
    period: Period | None,
    with_: Iterable[str] | None,
    pick: Iterable[str] | None,
) -> Asked:
    """All that was typed; for a mentor, `with_` names the reader."""
    frame = Frame(
        name=call.settings.name,
        rule=for_,
        people=() if for_.person else parsing.known_people(journal, with_),
        year_starts=call.settings.year_starts,
        picked=_numbers(journal, pick),
    )
    return Asked(frame=frame, period=period, usual=call.this_year(), today=call.today)


def _numbers(journal: "Journal", words: Iterable[str] | None) -> frozenset[int]:
    parts = [part for word in words or () for part in word.split(",")]
    return frozenset(parsing.numbers(journal, parts)) if parts else frozenset()


def summarised(journal: "Journal", asked: Asked) -> YearSummary:
    """The summary that was asked for, from the journal itself or from what its reader may see of it."""
    frame = asked.frame
    if not (frame.rule.is_own and not frame.rule.left_out):
        told = _Told(journal, asked)
        with seen_by_reader(told.entries, numbers=told.numbers) as seen:
            return _summary(seen, Selection(within=told.period), told.frame, asked.today)
    chosen = Selection(people=frame.people)
    period = asked.covers(journal.entries(chosen) if frame.people else ())
    summary = _summary(journal, replace(chosen, within=period), frame, asked.today)
    _check_there(frame.picked, summary.entries)
    return summary


def previewed(journal: "Journal", asked: Asked) -> Preview:
    """What goes into the document that was asked for, and what of its time stays out."""
    told = _Told(journal, asked)
    return Preview(
        frame=told.frame,
        period=told.period,
        today=asked.today,
        within=tuple(Row(entry=entry, number=told.numbers[entry.number]) for entry in told.chosen),
        without=tuple(
            Row(entry=entry, why=kept_back(entry, asked.frame))
            for entry in journal.entries(Selection(within=told.period))
            if entry.number not in told.numbers
        ),
    )


class _Told:
    """What a document holds: the entries as they are in the journal (`chosen`), the same under other names, and the
    numbers under which they stand.
    """

    def __init__(self, journal: "Journal", asked: Asked) -> None:
        frame, rule = asked.frame, asked.frame.rule
        visible = [entry for entry in journal.entries() if _is_for(entry, frame)]
        self.period = asked.covers(visible)
        self.chosen = [entry for entry in visible if _happened(entry, self.period)]
        _check_there(rule.put_in | frame.picked, self.chosen)
        naming = Naming(_everybody(self.chosen, frame), journal.people(), rule.names)
        self.entries = [naming(entry) for entry in self.chosen]
        numbers = [entry.number for entry in self.chosen]
        self.numbers = dict(zip(numbers, numbers if rule.is_own else range(1, len(numbers) + 1), strict=True))
        self.frame = replace(
            frame,
            people=naming(frame.people),
            rule=replace(rule, person=naming(rule.person)),
            picked=frozenset(self.numbers[number] for number in frame.picked),
        )


def _summary(journal: "Journal", chosen: Selection, frame: Frame, today: date) -> YearSummary:
    anytime = replace(chosen, within=None)
    figures = progress(journal.tallies(chosen), journal.active_goals(anytime), period=chosen.within, today=today)
    goals = journal.moving_goals(anytime, figures.period)
    return year_summary(figures, journal.entries(chosen), goals, frame)


def _is_for(entry: Entry, frame: Frame) -> bool:
    is_with = not frame.people or any(person in frame.people for person in entry.people)
    return (is_with or entry.number in frame.rule.put_in) and frame.rule.lets_see(entry)


def _happened(entry: Entry, period: Period) -> bool:
    """Whether the entry is of the period, or a goal to which something happened in it."""
    return entry.on in period or (isinstance(entry, Goal) and any(event.on in period for event in entry.events))


def _everybody(entries: Iterable[Entry], frame: Frame) -> list[Person]:
    """The people of a document: those it is with or for, then those of its entries, in the order in which they come."""
    asked = (*frame.people, frame.rule.person) if frame.rule.person else frame.people
    return list(dict.fromkeys((*asked, *(person for entry in entries for person in named_in(entry)))))


def _check_there(numbers: frozenset[int], entries: Iterable[Entry]) -> None:
    missing = sorted(numbers - {entry.number for entry in entries})
    if missing:
        raise Mistyped(
            f"Entry {missing[0]} is not in this document.",
            safe=UNCHANGED,
            hint="It must lie in the period and be no tender one. What goes in: add --preview",
        )
