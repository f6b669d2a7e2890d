"""What a journal holds besides entries, and what was done to it: people, areas, commands, tender entries."""

from mentorlog.dates import date_with_year, long_day_month
from mentorlog.insights.listing import Listing
from mentorlog.model.history import CommandRecord
from mentorlog.model.tallies import AreaTally, PersonTally
from mentorlog.phrases.days import day_in_column, moment, rhythm
from mentorlog.phrases.events import COMMAND_STATES
from mentorlog.phrases.grammar import name, plural
from mentorlog.text import one_line
from mentorlog.views.json import records
from mentorlog.views.lists.sheet import DIM, Heading, Paragraph, Row, Sheet, dim, joined, number_cell


def people(figure: tuple[PersonTally, ...]) -> Sheet:
    """Everybody, with their role, how often you met, when last, and the rhythm you set, or how they rest."""
    nobody = Paragraph("Nobody is in this journal. To add somebody: mentorlog person add NAME")
    return Sheet.of_rows(Heading("People"), "people", list(map(_person, figure)), empty=[nobody])


def _person(tally: PersonTally) -> Row:
    person, role = tally.person, one_line(tally.person.role)
    met = plural("session", tally.sessions) if tally.sessions else ""
    last = f"last on {long_day_month(tally.last)}" if tally.last else ""
    return Row(
        name(person),
        asides=(met, f"last {day_in_column(tally.last)}" if tally.last else "", dim(person.state or rhythm(person))),
        note=role,
        line=joined(name(person), role, met, last, rhythm(person), person.state),
        keys={**records.person_keys(person), **records.person_tally_keys(tally)},
    )


def areas(figure: tuple[AreaTally, ...]) -> Sheet:
    """Every area: the word to type, its name, its description, how many entries touch it."""
    digits = max((len(str(tally.entries)) for tally in figure), default=0)
    rows = [_area(tally, digits) for tally in figure]
    return Sheet.of_rows(Heading("Areas", "an entry may touch several"), "areas", rows)


def _area(tally: AreaTally, digits: int) -> Row:
    area, about = tally.area, one_line(tally.area.about)
    count = plural("entry", tally.entries) if tally.entries else ""
    aligned = " " * (digits - len(str(tally.entries))) + count if count else ""
    paused = "paused by you" if area.is_paused else ""
    last = f"last on {long_day_month(tally.last)}" if tally.last else ""
    line = joined(one_line(area.slug), one_line(area.name), count, last, paused)
    return Row(
        one_line(area.name),
        lead=one_line(area.slug),
        asides=(aligned, dim(paused or (day_in_column(tally.last) if tally.last else ""))),
        note=about,
        line=f"{line}: {about}" if about else line,
        keys={**records.area_keys(area), **records.area_tally_keys(tally)},
    )


def history(figure: tuple[CommandRecord, ...]) -> Sheet:
    """What was done, the newest first: when, what, which entries, and whether it was undone."""
    foot = [Paragraph("Take back the last: mentorlog undo", DIM)]
    number = next((number for record in figure for number in record.numbers), None)
    if number:
        foot.append(Paragraph(f"What an entry used to be: mentorlog history {number}", DIM))
    nothing = Paragraph("Nothing was done yet.")
    return Sheet.of_rows(Heading("History"), "commands", list(map(_command, figure)), empty=[nothing], foot=foot)


def _command(record: CommandRecord) -> Row:
    when, what = moment(record.at), one_line(record.command)
    wrote = ", ".join([*map(str, record.numbers), *map(one_line, record.names)])
    state = COMMAND_STATES[record.state]
    return Row(
        " ".join(filter(None, (what, wrote))),
        lead=dim(when),
        asides=(dim(state),),
        limit=2,
        line=joined(when, what, wrote, state),
        keys=records.command_keys(record),
    )


def tender(figure: Listing) -> Sheet:
    """Tender entries: their numbers and days, and nothing of what they say or are; and how one is opened."""
    width = max([3, *(len(str(entry.number)) for entry in figure.entries)])
    rows = [
        Row(
            date_with_year(entry.on),
            lead=number_cell(entry.number, width),
            line=f"{entry.on.isoformat()}, entry {entry.number}",
            keys={"number": entry.number, "on": entry.on.isoformat()},
        )
        for entry in figure.entries
    ]
    last = figure.entries[-1].number if figure.entries else None
    return Sheet.of_rows(
        Heading(figure.heading),
        "entries",
        rows,
        empty=[Paragraph("There is nothing to show here.")],
        foot=[Paragraph(f"To open one: mentorlog show {last}    To end it: mentorlog edit {last} --no-tender", DIM)],
        keys=records.shown_period_keys(figure),
    )
