"""How a yearly summary is put together: what was asked, whose entries it holds, how they are numbered and named.

A summary for another reader is made from a journal that holds only what that reader may see. So nothing in it can
tell of anything else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import parsing
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import option
from mentorlog.dates import Period
from mentorlog.errors import UNCHANGED, InvalidInput
from mentorlog.insights.progress import progress
from mentorlog.insights.pseudonyms import Pseudonymizer
from mentorlog.insights.year import Preview, PreviewRow, SummaryOptions, YearSummary, exclusion_reason, year_summary
from mentorlog.model.entries import Entry, Goal, Session, named_people
from mentorlog.model.enums import Reader
from mentorlog.model.people import Person
from mentorlog.model.readers import DEFAULT_NAME_STYLES, Names, ReaderRule
from mentorlog.model.selection import Selection
from mentorlog.storage.journal import reader_journal

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


For = Annotated[str, option("--for READER", "self, mentor (with --with: that one) or public.")]
Include = Annotated[
    list[str] | None, option("--include N", "An entry that this reader otherwise may not see; for this document only.")
]
LeaveOut = Annotated[list[str] | None, option("--leave-out N", "An entry that stays out of this document.")]
NamesForm = Annotated[
    str | None, option("--names FORM", "full, initials or pseudonyms; for public, initials are usual.")
]
Pick = Annotated[list[str] | None, option("--pick N", "An entry whose words tell its areas, then and now.")]
WithWhom = Annotated[
    list[str] | None, option("-w, --with NAME", "Only with this person; if no period is named, since you met.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """What was asked for. Without a `period` it is `default_period`, or, where everything is with somebody, the time
    from the first session on.
    """

    frame: SummaryOptions
    period: Period | None
    default_period: Period
    today: date

    def resolve_period(self, entries: Iterable[Entry]) -> Period:
        """The period, from the entries of any time that its reader may see."""
        is_one = bool(self.frame.people or self.frame.rule.person)
        days = [entry.on for entry in entries if isinstance(entry, Session) and is_one]
        since = Period.of(min(days), max(self.today, *days)) if days else self.default_period
        return self.period or since


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOptions:
    """For whom a document is made and what of them it tells, as typed, in the order of the help."""

    with_: WithWhom = None
    reader: For = "self"
    names: NamesForm = None
    include: Include = None
    leave_out: LeaveOut = None
    pick: Pick = None

    def request(self, call: Invocation, journal: "Journal", period: Period | None) -> SummaryRequest:
        """What was asked for; for one mentor, --with names the reader. Raises InvalidInput or NotFound."""
        who, people = parsing.parse_choice(Reader, self.reader), parsing.known_people(journal, self.with_)
        if who is Reader.MENTOR and len(people) > 1:
            raise InvalidInput("A document is for one mentor.", safe=UNCHANGED, hint="Name one person: --with NAME")
        rule = ReaderRule(
            reader=who,
            names=parsing.parse_choice(Names, self.names) if self.names else DEFAULT_NAME_STYLES[who],
            person=people[0] if people and who is Reader.MENTOR else None,
            included=_numbers(journal, self.include),
            excluded=_numbers(journal, self.leave_out),
        )
        frame = SummaryOptions(
            name=call.settings.name,
            rule=rule,
            people=() if rule.person else people,
            year_starts=call.settings.year_starts,
            picked=_numbers(journal, self.pick),
        )
        return SummaryRequest(frame=frame, period=period, default_period=call.this_year(), today=call.today)


def _numbers(journal: "Journal", words: Iterable[str] | None) -> frozenset[int]:
    parts = [part for word in words or () for part in word.split(",")]
    return frozenset(parsing.numbers(journal, parts)) if parts else frozenset()


def build_summary(journal: "Journal", asked: SummaryRequest) -> YearSummary:
    """The summary that was asked for, from the journal itself or from what its reader may see of it."""
    frame = asked.frame
    if not (frame.rule.is_own and not frame.rule.excluded):
        told = ReaderView(journal, asked)
        with reader_journal(told.entries, numbers=told.numbers) as seen:
            return _summary(seen, Selection(within=told.period), told.frame, asked.today)
    chosen = Selection(people=frame.people)
    period = asked.resolve_period(journal.entries(chosen) if frame.people else ())
    summary = _summary(journal, replace(chosen, within=period), frame, asked.today)
    _check_included(frame.picked, summary.entries)
    return summary


def build_preview(journal: "Journal", asked: SummaryRequest) -> Preview:
    """What goes into the document that was asked for, and what of its time stays out."""
    told = ReaderView(journal, asked)
    return Preview(
        frame=told.frame,
        period=told.period,
        today=asked.today,
        within=tuple(PreviewRow(entry=entry, number=told.numbers[entry.number]) for entry in told.chosen),
        without=tuple(
            PreviewRow(entry=entry, reason=exclusion_reason(entry, asked.frame))
            for entry in journal.entries(Selection(within=told.period))
            if entry.number not in told.numbers
        ),
    )


class ReaderView:
    """What a document holds: the entries as they are in the journal (`chosen`), the same under other names, and the
    numbers under which they stand.
    """

    def __init__(self, journal: "Journal", asked: SummaryRequest) -> None:
        frame, rule = asked.frame, asked.frame.rule
        visible = [entry for entry in journal.entries() if _is_for(entry, frame)]
        self.period = asked.resolve_period(visible)
        self.chosen = [entry for entry in visible if _is_within(entry, self.period)]
        _check_included(rule.included | frame.picked, self.chosen)
        naming = Pseudonymizer(_people_named(self.chosen, frame), journal.people(), rule.names)
        self.entries = [naming(entry) for entry in self.chosen]
        numbers = [entry.number for entry in self.chosen]
        self.numbers = dict(zip(numbers, numbers if rule.is_own else range(1, len(numbers) + 1), strict=True))
        self.frame = replace(
            frame,
            people=naming(frame.people),
            rule=replace(rule, person=naming(rule.person)),
            picked=frozenset(self.numbers[number] for number in frame.picked),
        )


def _summary(journal: "Journal", chosen: Selection, frame: SummaryOptions, today: date) -> YearSummary:
    anytime = replace(chosen, within=None)
    figures = progress(journal.tallies(chosen), journal.active_goals(anytime), period=chosen.within, today=today)
    goals = journal.goals_with_events(anytime, figures.period)
    return year_summary(figures, journal.entries(chosen), goals, frame)


def _is_for(entry: Entry, frame: SummaryOptions) -> bool:
    is_with = not frame.people or any(person in frame.people for person in entry.people)
    return (is_with or entry.number in frame.rule.included) and frame.rule.allows(entry)


def _is_within(entry: Entry, period: Period) -> bool:
    """Whether the entry is of the period, or a goal to which something happened in it."""
    return entry.on in period or (isinstance(entry, Goal) and any(event.on in period for event in entry.events))


def _people_named(entries: Iterable[Entry], frame: SummaryOptions) -> list[Person]:
    """The people of a document: those it is with or for, then those of its entries, in the order in which they come."""
    asked = (*frame.people, frame.rule.person) if frame.rule.person else frame.people
    return list(dict.fromkeys((*asked, *(person for entry in entries for person in named_people(entry)))))


def _check_included(numbers: frozenset[int], entries: Iterable[Entry]) -> None:
    missing = sorted(numbers - {entry.number for entry in entries})
    if missing:
        raise InvalidInput(
            f"Entry {missing[0]} is not in this document.",
            safe=UNCHANGED,
            hint="It must lie in the period and be no tender one. What goes in: add --preview",
        )
