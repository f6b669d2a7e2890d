"""review: what mentees gave their mentor to read, apart from the mentor's own journal."""

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.app.output import answer, show
from mentorlog.cli.sharing.mentee_status import standing
from mentorlog.errors import Mistyped
from mentorlog.insights.review import Close, Mentees, Reading, as_read, by_entry, own_words
from mentorlog.model.reviews import Mentee, Shown, known_mentee
from mentorlog.text import clean_line

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal
    from mentorlog.storage.sharing.mentee_queries import Reviews

app = new_app(cls=Group, help="For mentors: read a mentee's file and answer it.")
USUAL = 20
LAST = "last"
Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Packets: .json or .json.age; - is standard input.")]
As = Annotated[str | None, typer.Option("--as", metavar="NAME", help="What you call the mentee.")]
PassphraseFile = Annotated[
    str | None, typer.Option("--passphrase-file", metavar="F", help="The passphrase stands in the first line of F.")
]
KeyFile = Annotated[str | None, typer.Option("--key-file", metavar="F", help="Your age key, as age-keygen wrote it.")]
Waiting = Annotated[bool, typer.Option("--waiting", help="Only who waits for an answer.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The mentee; any word of the name will do.")]
Number = Annotated[str, typer.Argument(metavar="N", help="The number of the mentee's entry, or last.")]
SinceLast = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="From this day on; last: since your last answer.")
]


@app.command(
    "import",
    cls=Command,
    epilog="""
    mentorlog review import mentorlog-7f3a.json
    mentorlog review import mentorlog-7f3a.json.age --passphrase-file words.txt
    mentorlog review import mentorlog-7f3a.json.age --key-file ~/key.txt
    """,
)
def import_(
    ctx: typer.Context,
    files: Files,
    as_: As = None,
    passphrase_file: PassphraseFile = None,
    key_file: KeyFile = None,
) -> None:
    """Take in what mentees gave you: all of the files, or none.

    Packets of one mentee join into one timeline; twice is the same as once. None of it is among your own entries.
    """
    from mentorlog.cli.sharing.packet_reader import read
    from mentorlog.export.review_keys import arrivals_keys
    from mentorlog.storage.sharing.mentee_writes import receive
    from mentorlog.views.review_messages import arrived

    call = call_of(ctx)
    name = clean_line(as_, what="name") if as_ is not None else ""
    packets = [read(call, file, passphrase_file, key_file) for file in files]
    with call.writing() as journal:
        arrivals = receive(journal, packets, name, at=call.now)
    answer(call, arrived(arrivals, call.where), arrivals_keys(arrivals))


@app.command("list", cls=Command, epilog="mentorlog review list --waiting")
def list_(ctx: typer.Context, waiting: Waiting = False) -> None:
    """All mentees at a glance: who waits for an answer, and what is new."""
    call = call_of(ctx)
    with call.reading() as journal:
        standings = tuple(standing(call, tally) for tally in journal.reviews().tallies())
    chosen = tuple(one for one in standings if one.waits or not waiting)
    show(call, "mentees", Mentees(standings=chosen, today=call.today, is_waiting=waiting))


@app.command(
    cls=Command,
    epilog="""
    mentorlog review timeline Lan
    mentorlog review timeline Lan --since last
    mentorlog review timeline Lan 2026-Q1 -a identity
    """,
)
def timeline(
    ctx: typer.Context,
    name: Name,
    period: options.PeriodWords = None,
    in_: options.In = None,
    since: SinceLast = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    with_: options.WithFilter = None,
    kind: options.KindFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,
) -> None:
    """A mentee's timeline, with your comments and notes under each entry."""
    call = call_of(ctx)
    is_since = since == LAST
    chosen = options.one_period(period, in_)
    filters = Filters(
        period=chosen,
        since=None if is_since else since,
        until=until,
        area=area,
        with_=with_,
        kind=kind,
        limit=limit if limit is not None or every or chosen or since or until else USUAL,
    )
    with call.reading() as journal:
        figure = _reading(call, journal, name, filters, is_since=is_since)
    show(call, "review_timeline", figure)


@app.command("show", cls=Command, epilog="mentorlog review show Lan 3")
def show_(ctx: typer.Context, name: Name, number: Number) -> None:
    """One entry of a mentee in full, with what you wrote to it and what it said before."""
    call = call_of(ctx)
    with call.reading() as journal:
        figure = _close(call, journal, name, number)
    show(call, "entry_review", figure)


def entry_of(reviews: "Reviews", mentee: Mentee, word: str) -> Shown:
    """The mentee's entry with this number; last is the one with the highest. Raises Mistyped, NotFound."""
    if word == LAST:
        return reviews.shown(mentee)[-1]
    if not (word.isascii() and word.isdigit() and len(word) < 10):
        raise Mistyped("Here stands the number of an entry, or last.", hint="A number is written 3.")
    return reviews.entry(mentee, int(word))


def _reading(call: Call, journal: "Journal", name: str, filters: Filters, *, is_since: bool) -> Reading:
    from mentorlog.cli.sharing.mentee_journal import opened, told

    reviews = journal.reviews()
    mentee = known_mentee(name, reviews.mentees())
    comments = reviews.comments(mentee)
    every = as_read(reviews.shown(mentee), mentee)
    hidden = own_words(every, comments)
    shown = {one.entry.number: one for one in every if one.entry.number not in hidden}
    tally = reviews.tally(mentee)
    if is_since and tally.since:
        shown = {number: one for number, one in shown.items() if one.is_new or one.has_changed}
    with opened(list(shown.values()), reviews.areas(mentee)) as theirs:
        figure = told(call, theirs, filters)
    return Reading(
        standing=standing(call, tally),
        timeline=figure,
        comments=by_entry(every, comments),
        shown=shown,
        is_since=is_since,
    )


def _close(call: Call, journal: "Journal", name: str, number: str) -> Close:
    from mentorlog.cli.sharing.mentee_journal import detail, opened

    reviews = journal.reviews()
    mentee = known_mentee(name, reviews.mentees())
    every = as_read(reviews.shown(mentee), mentee)
    chosen = entry_of(reviews, mentee, number)
    with opened(list(every), reviews.areas(mentee)) as theirs:
        figure = detail(call, theirs, chosen.entry.number)
    days = reviews.made_on(mentee)
    earlier = reviews.forms(mentee, chosen.entry.uid)[:-1]
    return Close(
        mentee=mentee,
        detail=figure,
        shown=chosen,
        comments=by_entry(every, reviews.comments(mentee)).get(chosen.entry.number, ()),
        earlier=tuple((days[form.packet], form.entry) for form in as_read(earlier, mentee)),
    )
